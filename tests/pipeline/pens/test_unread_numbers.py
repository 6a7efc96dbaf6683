"""Behind a label that nothing follows the pen's reader looks for an order's number."""

from pathlib import Path

import cv2
import numpy as np

from pipeline.models import Box, Line, Page, Word
from pipeline.pens.unread_numbers import with_unread_numbers

ROWS = Path(__file__).parents[1] / "data" / "handwriting"
WIDE, HIGH = 2480, 3508


def box(left: float, top: float, right: float, bottom: float) -> Box:
    return Box(left / WIDE, top / HIGH, right / WIDE, bottom / HIGH)


LABEL = Line("ที่", 1, box(300, 450, 340, 495), 0.93, (Word("ที่", box(300, 450, 340, 495), 0.93),))


def paper(row: np.ndarray | None = None) -> np.ndarray:
    page = np.full((HIGH, WIDE, 3), 255, np.uint8)
    if row is not None:
        page[497 - row.shape[0] : 497, 370 : 370 + row.shape[1]][row < 128] = (25, 25, 30)
    return page


def order() -> np.ndarray:
    """97/2568, drawn."""
    drawn = np.full((60, 330), 255, np.uint8)
    cv2.putText(drawn, "97/2568", (4, 50), cv2.FONT_HERSHEY_SIMPLEX, 1.7, 0, 4)
    return drawn


def told(picture: np.ndarray, *others: Line) -> list[str]:
    page = Page(1, (LABEL, *others), aspect=WIDE / HIGH)
    return [line.text for line in with_unread_numbers(page, picture).lines]


def test_figures_stroke_and_year_are_the_number() -> None:
    assert told(paper(order())) == ["ที่ 97/2568"]


def test_a_blank_or_other_figures_are_none() -> None:
    assert told(paper()) == ["ที่"]
    row = cv2.imread(str(ROWS / "03.png"), cv2.IMREAD_GRAYSCALE)  # ๔๕๑
    assert told(paper(row)) == ["ที่"]


def test_what_print_follows_is_told_already() -> None:
    printed = Line("97/2568", 1, box(372, 450, 700, 495), 0.93)
    assert told(paper(order()), printed) == ["ที่", "97/2568"]
