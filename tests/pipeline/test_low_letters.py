"""Figures lower than letters are told from the feet of letters and from marks above the line."""

import cv2
import numpy as np

from pipeline.low_letters import low_letters
from pipeline.shapes import find_shapes

BODY, BASE = 30, 200


def test_a_low_figure_stands_on_the_line_and_has_nothing_over_it() -> None:
    ink = np.zeros((300, 600), np.uint8)
    for left in (100, 130, 160):
        cv2.rectangle(ink, (left, BASE - BODY), (left + 18, BASE - 1), 255, -1)
    cv2.rectangle(ink, (190, BASE - 19), (208, BASE - 1), 255, -1)  # ๓, low
    cv2.rectangle(ink, (220, BASE - 19), (238, BASE - 1), 255, -1)  # the foot of a letter
    cv2.rectangle(ink, (220, BASE - 30), (238, BASE - 24), 255, -1)  # and its top
    cv2.rectangle(ink, (130, BASE - 56), (148, BASE - 37), 255, -1)  # a vowel with its tone mark
    shapes = find_shapes(ink)
    letters = shapes.height >= 0.7 * BODY
    letters[0] = False
    found = low_letters(shapes, ~letters, letters, BODY)
    assert [int(left) for left in shapes.left[found]] == [190]
