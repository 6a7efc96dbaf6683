"""Strokes in pens' readings of running numbers and times are ones that lean."""

import pytest

from pipeline.models import Candidate
from pipeline.stamps.strokes_as_ones import running_numbers, times


@pytest.mark.parametrize(
    ("read", "number"),
    [("/64", "164"), ("24/8", "2418"), ("/18", "118"), ("810/65", "810/65"), ("๑๒/", "121")],
)
def test_a_running_number(read: str, number: str) -> None:
    assert running_numbers([Candidate(read, 0.9)])[0].text == number


def test_a_stroke_before_a_number_may_be_the_last_of_its_dots() -> None:
    read = running_numbers([Candidate("/64", 1.0)])
    assert [one.text for one in read] == ["164", "64"]
    assert sum(one.chance for one in read) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("read", "time"),
    [("/6.05", "16.05"), ("/030", "10.30"), ("15/30", "15.30"), ("/10.30", "10.30")],
)
def test_a_time(read: str, time: str) -> None:
    assert times([Candidate(read, 0.9)])[0].text == time


def test_what_is_no_number_and_no_time() -> None:
    assert running_numbers([Candidate("1234567", 0.9), Candidate(".-", 0.9)]) == ()
    assert times([Candidate("/9.75", 0.9)]) == ()
