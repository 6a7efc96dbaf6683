"""Emblems and pieces of their outlines are told from print by size and by how little they fill."""

import cv2
import numpy as np

from pipeline.drawings import inside_drawings
from pipeline.shapes import find_shapes

BODY = 26.0  # pixels


def test_the_roof_of_a_hexagon_is_no_letter_and_words_that_run_together_are() -> None:
    """Its upright sides were taken out as rules; the line beside it went on into it."""
    page = np.zeros((200, 900), np.uint8)
    cv2.polylines(page, [np.array([[20, 100], [160, 25], [300, 100]])], False, 255, 10)
    cv2.rectangle(page, (500, 60), (740, 90), 255, 6)  # letters on their underline
    shapes = find_shapes(page)
    roof, word = np.argsort(shapes.left[1:]) + 1
    drawn = inside_drawings(shapes, BODY)
    assert (bool(drawn[roof]), bool(drawn[word])) == (True, False)
