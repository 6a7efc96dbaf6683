"""The ink behind a stamp's word: its row's digits, and nothing of the rows above and below."""

import cv2
import numpy as np

from pipeline.stamps.behind import FIRST, ink_behind
from pipeline.stamps.labels import Label

WORD = Label("number", (20, 80, 100, 120))


def row(digits: str, *, lift: int = 0) -> np.ndarray:
    """Digits behind a word's place, on a dotted line, below the dotted line of another row."""
    picture = np.full((200, 500), 255, np.uint8)
    cv2.putText(picture, digits, (150, 114 - lift), cv2.FONT_HERSHEY_SIMPLEX, 1.4, 20, 3)
    for down in (68 - lift, 124):
        for left in range(110, 480, 10):
            cv2.circle(picture, (left, down), 2, 20, -1)
    return picture


def test_dots_above_a_row_are_none_of_its_ink() -> None:
    found = ink_behind(row("612"), WORD, 500, reach=FIRST)
    assert found is not None
    (_, top, _, _), _ = found
    assert top > 70


def test_a_mark_of_the_row_below_is_none_of_the_row() -> None:
    marked = row("612")
    cv2.ellipse(marked, (190, 128), (16, 9), 0, 180, 360, 20, 3)  # the vowel of a month below
    bare, found = (ink_behind(one, WORD, 500, reach=FIRST) for one in (row("612"), marked))
    assert bare is not None and found is not None
    assert found[0] == bare[0]


def test_a_digit_that_stands_a_little_higher_goes_on_with_its_row() -> None:
    picture = np.full((200, 500), 255, np.uint8)
    for sign, left, down in (("2", 150, 82), ("3", 180, 85), ("5", 240, 87), ("6", 270, 87)):
        cv2.putText(picture, sign, (left, down), cv2.FONT_HERSHEY_SIMPLEX, 1.4, 20, 3)
    found = ink_behind(picture, WORD, 500, reach=FIRST)
    assert found is not None and found[0][0] < 160


def test_a_date_between_two_rows_is_none_of_the_numbers() -> None:
    low = row("612")
    cv2.putText(low, "68", (330, 134), cv2.FONT_HERSHEY_SIMPLEX, 1.4, 20, 3)
    found = ink_behind(low, WORD, 500, reach=FIRST)
    assert found is not None and found[0][2] < 300
