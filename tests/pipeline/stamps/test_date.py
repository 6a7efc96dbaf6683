"""The date of a received stamp: what the recogniser makes of a dater, and what a calendar has."""

import numpy as np
import pytest

from pipeline.stamps.date import as_date, read_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1 5 ก.ย. 2565", "15 ก.ย. 2565"),
        ("-8ก.ย.65", "8 ก.ย. 65"),
        ("๒๒ กพ ๒๕๖๔", "๒๒ ก.พ. ๒๕๖๔"),
        ("14 ก.ด. 66", "14 ก.ค. 66"),  # no month has ด
        ("2 8 เa ย 2553", "28 เม.ย. 2553"),  # only one month is that near
    ],
)
def test_a_date_is_told_as_day_month_and_year(text: str, date: str) -> None:
    read = as_date(text, 0.9)
    assert read is not None
    assert read.text == date


@pytest.mark.parametrize("text", ["31 ก.ย. 2565", "15 ก. 2565", "15 ก.ย.", "เลขรับ 810", "15 พฯ 65"])
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert as_date(text, 0.9) is None


def test_a_month_that_misses_by_a_letter_is_less_likely() -> None:
    exact, near = as_date("28 เม.ย. 2553", 0.9), as_date("28 เa.ย. 2553", 0.9)
    assert exact is not None and near is not None
    assert near.chance < exact.chance


def test_paper_without_ink_has_no_date() -> None:
    assert read_date(np.full((60, 200), 255, np.uint8)) == ()
