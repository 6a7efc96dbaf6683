"""Pages made smaller by whole factors."""

from __future__ import annotations

import numpy as np

from pipeline.cleanup.shrinking import shrunk


def test_each_square_becomes_its_mean() -> None:
    page = np.array([[0, 100, 9, 9], [100, 200, 9, 9]], np.uint8)
    assert shrunk(page, 2).tolist() == [[100, 9]]


def test_colours_stay_apart_and_the_rest_at_the_edges_is_left_out() -> None:
    page = np.zeros((7, 11, 3), np.uint8)
    page[:, :, 1] = 80
    small = shrunk(page, 3)
    assert small.shape == (2, 3, 3)
    assert (small[:, :, 1] == 80).all() and not small[:, :, 0].any()


def test_a_picture_smaller_than_the_factor_keeps_its_size() -> None:
    assert shrunk(np.zeros((5, 40), np.uint8), 8).shape == (5, 40)
