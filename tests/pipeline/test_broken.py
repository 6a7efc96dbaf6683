"""Letters that a white line cuts across stay in their line; dots of a leader make no letters."""

import cv2
import numpy as np

from pipeline.lines import find_strips
from pipeline.shapes import find_shapes
from tests.pipeline.test_lines import letters


def test_a_word_that_a_white_line_cuts_across_stays_in_its_line() -> None:
    ink = np.zeros((400, 900), np.uint8)
    letters(ink, 100, 200, 25)
    ink[212:215, 300:520] = 0
    (strip,) = find_strips(255 - ink, find_shapes(ink))
    left, top = strip.origin
    assert strip.box[0] < 100 and strip.box[2] > 735
    for letter in range(8, 16):
        column = 100 + 26 * letter + 1 - left
        assert strip.picture[205 - top, column] == strip.picture[221 - top, column] == 0


def test_a_word_alone_that_is_cut_across_is_a_line() -> None:
    ink = np.zeros((400, 900), np.uint8)
    letters(ink, 100, 100, 25)
    letters(ink, 500, 200, 8)
    ink[212:214, 480:] = 0
    _, word = find_strips(255 - ink, find_shapes(ink))
    assert word.box[0] < 500 and word.box[2] > 690


def test_rows_of_dots_make_no_letters() -> None:
    ink = np.zeros((400, 900), np.uint8)
    letters(ink, 100, 100, 25)
    for row in range(200, 224, 6):  # four leaders, one over the other
        for left in range(100, 700, 9):
            cv2.rectangle(ink, (left, row), (left + 2, row + 2), 255, -1)
    (strip,) = find_strips(255 - ink, find_shapes(ink))
    assert strip.box[3] < 150
