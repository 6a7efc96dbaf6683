"""Shapes are what hangs together; a page full of specks is counted as well as one of print."""

import numpy as np

from pipeline.shapes import find_shapes


def test_a_row_for_each_shape_and_the_first_is_the_paper() -> None:
    ink = np.zeros((40, 60), np.uint8)
    ink[5:15, 10:14] = 255
    ink[15:20, 14:20] = 255  # touches with a corner
    ink[30, 50] = 255
    shapes = find_shapes(ink)
    assert len(shapes.area) == 3 and shapes.area[0] == 0
    assert (shapes.left[1], shapes.top[1], shapes.right[1], shapes.bottom[1]) == (10, 5, 20, 20)
    assert (shapes.height[2], shapes.area[2], shapes.middle[2]) == (1, 1, 30.5)
    assert shapes.labels[7, 12] == shapes.labels[17, 16] == 1


def test_more_specks_than_two_bytes_can_count() -> None:
    ink = np.zeros((700, 800), np.uint8)
    ink[::2, ::2] = 255
    shapes = find_shapes(ink)
    assert len(shapes.area) == 350 * 400 + 1
    assert shapes.labels.max() == 350 * 400
