"""A line that parts at figures lower than the page's print is one line; columns stay apart."""

import cv2
import numpy as np
import pytest

from pipeline.lines import find_strips
from pipeline.shapes import find_shapes

BODY, LOW = 28, 17


def row(ink: np.ndarray, left: int, base: int, heights: list[int]) -> int:
    """Draw letter-like frames of these heights on a baseline; return where the row ends."""
    for height in heights:
        cv2.rectangle(ink, (left, base - height), (left + 18, base - 1), 255, -1)
        left += 26
    return left


@pytest.mark.parametrize(("gap", "lines"), [(10, 1), (70, 2)])
def test_low_figures_join_the_pieces_between_which_they_stand(gap: int, lines: int) -> None:
    ink = np.zeros((400, 1600), np.uint8)
    for base in (100, 160):
        row(ink, 100, base, [BODY] * 40)
    end = row(ink, 100, 300, [23] * 9 + [LOW] * 2)
    row(ink, end + gap, 300, [23] * 9)
    assert len(find_strips(255 - ink, find_shapes(ink))) == 2 + lines


def test_no_line_is_joined_over_the_rule_of_a_table() -> None:
    ink = np.zeros((400, 1600), np.uint8)
    for base in (100, 160):
        row(ink, 100, base, [BODY] * 40)
    end = row(ink, 100, 300, [23] * 9 + [LOW] * 2)
    row(ink, end + 10, 300, [23] * 9)
    rule = (end + 3, 220, end + 5, 340)
    assert len(find_strips(255 - ink, find_shapes(ink), (rule,))) == 4
