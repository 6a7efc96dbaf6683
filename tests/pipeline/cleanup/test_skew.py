"""Straightening finds the angle a page leans by, and turning undoes it."""

import cv2
import numpy as np
import pytest

from pipeline.cleanup.skew import skew_angle, turn, turn_sparse


def page_of_rows() -> np.ndarray:
    """Black rows of uneven 'words' on white, 1200 × 900 pixels."""
    page = np.full((1200, 900), 255, np.uint8)
    words = np.random.default_rng(7)
    for top in range(100, 1100, 50):
        left = 80
        while left < 780:
            width = int(words.integers(20, 90))
            cv2.rectangle(page, (left, top), (left + width, top + 18), 0, 4)
            left += width + 14
    return page


@pytest.mark.parametrize("degrees", [-12.0, -7.0, -4.0, -1.5, -0.3, 0.0, 0.4, 1.5, 3.2, 9.0])
def test_the_lean_of_a_page_is_found_to_a_tenth_of_a_degree(degrees: float) -> None:
    leaning = turn(page_of_rows(), -degrees)
    assert skew_angle(255 - leaning) == pytest.approx(degrees, abs=0.1)


def test_the_straight_black_edge_of_a_photocopy_does_not_mislead() -> None:
    copied = turn(page_of_rows(), -1.0)
    copied[:, :40] = 0
    copied[-30:, :] = 0
    assert skew_angle(255 - copied) == pytest.approx(1.0, abs=0.15)


def test_an_empty_page_does_not_lean() -> None:
    assert skew_angle(np.zeros((500, 400), np.uint8)) == 0.0


@pytest.mark.parametrize("degrees", [-3.0, 0.0, 2.0])
def test_a_single_row_leans_by_what_it_does_however_far_is_looked(degrees: float) -> None:
    row = np.full((96, 760), 255, np.uint8)
    row[36:58, 30:730] = page_of_rows()[98:120, 80:780]
    leaning = turn(row, -degrees)
    assert skew_angle(255 - leaning, usual=15.0) == pytest.approx(degrees, abs=0.4)


def test_turning_back_restores_the_rows() -> None:
    page = page_of_rows()
    restored = turn(turn(page, -2.0), 2.0)
    inner = np.s_[100:1100, 100:800]
    assert np.mean(np.abs(restored[inner].astype(int) - page[inner])) < 12


@pytest.mark.parametrize("degrees", [-4.9, 0.0, 1.3])
def test_a_stamp_alone_on_white_is_turned_as_with_its_page(degrees: float) -> None:
    stamp = np.full((1200, 900), 255, np.uint8)
    stamp[40:160, 620:880] = page_of_rows()[100:220, 100:360]
    apart = turn_sparse(stamp, degrees).astype(int) - turn(stamp, degrees)
    assert np.abs(apart).max() <= 2


def test_nothing_on_white_stays_white() -> None:
    assert turn_sparse(np.full((300, 200), 255, np.uint8), 2.0).min() == 255
