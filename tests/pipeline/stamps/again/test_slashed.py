"""Dates of stamps that a pen wrote in figures."""

from datetime import date

import cv2
import numpy as np
import pytest

from pipeline.stamps.again.letter_day import LetterDay
from pipeline.stamps.again.slashed import days_in, read_slashed

LETTER = LetterDay(date(2025, 10, 27), date(2025, 10, 27))


@pytest.mark.parametrize("read", ["31/10/68", "31//0/68", "31110/68", "31/10/2568"])
def test_the_day_in_a_reading_whose_strokes_are_ones_and_ones_strokes(read: str) -> None:
    assert date(2025, 10, 31) in [day for day, _ in days_in(read)]


def test_what_the_calendar_has_not_and_what_is_not_parted() -> None:
    assert list(days_in("31/11/68")) == []
    assert list(days_in("311068")) == []


def written(text: str) -> np.ndarray:
    picture = np.full((90, 480), 255, np.uint8)
    cv2.putText(picture, text, (30, 62), cv2.FONT_HERSHEY_SIMPLEX, 1.4, 30, 3, cv2.LINE_AA)
    return picture


def test_a_day_in_figures_soon_after_the_letters() -> None:
    assert read_slashed(written("31/10/68"), LETTER)[0].text == "31 ต.ค. 2568"
    assert read_slashed(written("1746"), LETTER) == ()


def test_no_day_before_the_letters_is_told() -> None:
    later = LetterDay(date(2025, 11, 20), date(2025, 11, 20))
    assert "31 ต.ค. 2568" not in [one.text for one in read_slashed(written("31/10/68"), later)]
