"""The dotted lines of a stamp, and the words and times that they lead to."""

import cv2
import numpy as np

from pipeline.stamps.again.cells import with_cells
from pipeline.stamps.blanks import find_blanks
from pipeline.stamps.labels import Label


def dotted(*rows: tuple[int, int, int]) -> np.ndarray:
    """Paper 600 wide with lines of dots: from where to where, and how far down."""
    picture = np.full((320, 600), 255, np.uint8)
    for left, right, down in rows:
        for x in range(left, right, 9):
            picture[down - 2 : down + 2, x : x + 4] = 30
    return picture


def test_dots_are_a_line_and_letters_are_none() -> None:
    picture = dotted((150, 560, 100), (150, 560, 170))
    cv2.putText(picture, "HHHHHHHH", (40, 40), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 20, 3)
    blanks, bare = find_blanks(picture)
    assert [(blank.down // 10, blank.right // 10) for blank in blanks] == [(10, 55), (17, 55)]
    assert bare[90:180].min() == 255
    assert bare[:60].min() < 60


def test_a_digit_that_stands_on_the_dots_stays_whole() -> None:
    picture = dotted((100, 560, 100))
    picture[40:104, 300:308] = 20
    bare = find_blanks(picture)[1]
    assert (bare[40:96, 302:306] < 60).all()
    assert bare[90:110, 120:280].min() == 255


def test_a_row_below_the_number_whose_word_is_not_read_is_the_date() -> None:
    picture = dotted((150, 560, 100), (150, 560, 170), (150, 560, 240))
    number = Label("number", (40, 64, 140, 108))
    labels = with_cells(picture, [number], find_blanks(picture)[0], 44, framed=True)
    assert [label.part for label in labels] == ["number", "date", "time"]
    assert abs(labels[1].box[3] - labels[0].box[3] - 70) <= 2
