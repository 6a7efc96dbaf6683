"""The time of a stamp: hour and minute on both sides of a point, and what daters press."""

import cv2
import numpy as np

from pipeline.stamps.again.clock import CLOCK, read_clock
from pipeline.stamps.again.dater import read_row


def typed(text: str) -> np.ndarray:
    """Digits in broad strokes, set wide, as a dater sets them."""
    picture = np.full((90, 70 + 42 * len(text)), 255, np.uint8)
    for place, sign in enumerate(text):
        at = (30 + 42 * place, 66)
        cv2.putText(picture, sign, at, cv2.FONT_HERSHEY_DUPLEX, 1.4, 20, 3, cv2.LINE_AA)
    return picture


def test_times_of_the_day_alone_are_times() -> None:
    assert CLOCK.fullmatch("10:08")
    assert CLOCK.fullmatch("1530")
    assert not CLOCK.fullmatch("10:78")
    assert not CLOCK.fullmatch("29.30")


def test_a_time_is_read_across_its_point() -> None:
    assert "13.45" in [one.text for one in read_clock(typed("13.45"))[:3]]


def test_digits_that_stand_apart_are_told_one_by_one() -> None:
    read = read_row(typed("2565"))
    assert "2565" in list(read)[:3]
    assert sum(read.values()) <= 1.0 + 1e-9


def test_digits_that_run_together_are_not_told() -> None:
    picture = np.full((60, 200), 255, np.uint8)
    picture[10:50, 20:180] = 0
    assert read_row(picture) == {}
