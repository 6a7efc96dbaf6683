"""Coloured paper becomes white, and what is printed or stamped on it stays what it is."""

import numpy as np
import pytest

from pipeline.cleanup.ink import CHROMA
from pipeline.cleanup.paper import as_positive, on_white


def printed_on(paper: tuple[int, int, int]) -> np.ndarray:
    """Black rows and a blue stamp on paper of a colour; inks let the paper's colour through."""
    page = np.full((900, 600, 3), 255, np.uint8)
    page[100:800:40, 60:540] = 20
    page[820:880, 60:200] = (40, 60, 190)
    return (page.astype(float) * np.array(paper) / 255).astype(np.uint8)


@pytest.mark.parametrize(
    "paper", [(255, 245, 150), (255, 190, 200), (170, 240, 180), (215, 195, 160)]
)
def test_paper_of_a_colour_is_white_print_black_and_a_stamp_coloured(
    paper: tuple[int, int, int],
) -> None:
    white = on_white(printed_on(paper)).astype(int)
    assert white[50, 50].min() >= 250
    assert white[100, 300].max() - white[100, 300].min() < 20
    assert white[850, 100].max() - white[850, 100].min() > CHROMA


@pytest.mark.parametrize("paper", [(255, 255, 255), (248, 246, 238), (60, 20, 20)])
def test_white_paper_and_a_dark_picture_are_left_as_they_are(paper: tuple[int, int, int]) -> None:
    page = printed_on(paper)
    assert on_white(page) is page


def test_a_negative_is_turned_and_said_to_be_one() -> None:
    page = printed_on((255, 255, 255))
    turned, negative = as_positive(255 - page)
    assert negative
    assert np.array_equal(turned, page)


def test_a_small_sheet_on_a_black_glass_is_no_negative() -> None:
    glass = np.zeros((900, 600, 3), np.uint8)
    glass[:300, :280] = printed_on((255, 255, 255))[:300, :280]
    found, negative = as_positive(glass)
    assert not negative
    assert found is glass
