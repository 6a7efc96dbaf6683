"""One or two signs alone on a line are print if they are figures, or words surely read."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.lines import Strip
from pipeline.models import Box, Line
from pipeline.shreds import is_drawn, is_shred


def line(text: str, confidence: float, left: float = 0.6) -> Line:
    return Line(text, 1, Box(left, 0.1, left + 0.02, 0.12), confidence)


@pytest.mark.parametrize(
    ("text", "confidence"), [(")", 0.93), ("/", 0.91), ("เ", 0.88), ("4/", 0.5), ("๖", 0.63)]
)
def test_what_a_smudge_or_an_emblem_is_read_as(text: str, confidence: float) -> None:
    assert is_shred(line(text, confidence))


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("๕.", 0.75),
        ("๗๐", 0.9),
        ("ปี", 0.93),
        ("ณ", 0.93),
        ("-", 0.5),
        ("}", 0.6),
        ("ที่", 0.7),
    ],
)
def test_what_print_has_alone_on_a_line(text: str, confidence: float) -> None:
    assert not is_shred(line(text, confidence))


def test_a_faint_figure_at_the_left_may_count_an_item() -> None:
    assert not is_shred(line("-๔", 0.46, left=0.14))
    assert is_shred(line("-๔", 0.46, left=0.9))


def test_a_faint_nought_alone_counts_nothing() -> None:
    """The round corner of a frame at the left edge."""
    assert is_shred(line("๐", 0.5, left=0.14))
    assert not is_shred(line("๐", 0.9, left=0.14))
    assert not is_shred(line("๑๐", 0.5, left=0.14))


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("° ๐ ๐ °", True),
        ("๐ ๐ ๐", False),
        ("๓๐ °", False),
        ("หหนหนหหเหนหนหนน", True),
        ("มมงมนหนนนนหนนนน", True),
        ("ม×หหหหนนหหหหานนหหหหนนน", True),
        ("มมหหมมหห", True),
        ("กรรมการ", False),
        ("ผลการนับคะแนน", False),
    ],
)
def test_a_row_of_stars_is_made_into_a_few_letters_again_and_again(text: str, drawn: bool) -> None:
    strip = Strip((0, 0, 30 * len(text), 40), (0, 0), np.full((40, 30 * len(text)), 255, np.uint8))
    assert is_drawn(strip, text) is drawn
