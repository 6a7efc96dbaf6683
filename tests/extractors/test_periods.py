"""Fiscal quarters, halves and months, and the phrases that name them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.periods import (
    find_period,
    fiscal_half,
    fiscal_quarter,
    fiscal_year,
    month_of,
    period_after,
    period_before,
)

YEARS = st.integers(2500, 2640)
DAYS = st.dates(date(1960, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("year", "quarter", "start", "end"),
    [
        (2564, 1, "2020-10-01", "2020-12-31"),
        (2564, 2, "2021-01-01", "2021-03-31"),
        (2564, 3, "2021-04-01", "2021-06-30"),
        (2564, 4, "2021-07-01", "2021-09-30"),
        (2567, 2, "2024-01-01", "2024-03-31"),
    ],
)
def test_quarter(year: int, quarter: int, start: str, end: str) -> None:
    period = fiscal_quarter(year, quarter)
    assert (period.fiscal_year, period.quarter, period.start, period.end) == (
        year,
        quarter,
        start,
        end,
    )


@pytest.mark.parametrize("quarter", [0, 5])
def test_no_such_quarter(quarter: int) -> None:
    with pytest.raises(ValueError, match="no quarter"):
        fiscal_quarter(2564, quarter)


def test_leap_year_ends_its_february() -> None:
    assert month_of(date(2024, 2, 10)).end == "2024-02-29"


@pytest.mark.parametrize(
    ("day", "frequency", "start", "end"),
    [
        (date(2021, 4, 25), "quarterly", "2021-01-01", "2021-03-31"),
        (date(2021, 4, 1), "quarterly", "2021-01-01", "2021-03-31"),
        (date(2021, 3, 31), "quarterly", "2020-10-01", "2020-12-31"),
        (date(2021, 1, 5), "monthly", "2020-12-01", "2020-12-31"),
        (date(2021, 4, 25), "half_yearly", "2020-10-01", "2021-03-31"),
        (date(2021, 10, 1), "yearly", "2020-10-01", "2021-09-30"),
    ],
)
def test_period_before(day: date, frequency: str, start: str, end: str) -> None:
    period = period_before(day, frequency)  # type: ignore[arg-type]
    assert period is not None
    assert (period.start, period.end) == (start, end)


def test_once_has_no_period() -> None:
    assert period_before(date(2021, 4, 25), "once") is None


@pytest.mark.parametrize(
    ("text", "near", "expected"),
    [
        ("ไตรมาสที่ ๒ (เดือนมกราคม - มีนาคม)", date(2021, 4, 25), ("2021-01-01", "2021-03-31", 2)),
        ("ไตรมาสที่ ๔ (กรกฎาคม - กันยายน)", date(2021, 10, 10), ("2021-07-01", "2021-09-30", 4)),
        ("ไตรมาสที่ ๑", date(2021, 2, 1), ("2020-10-01", "2020-12-31", 1)),
        ("ไตรมาส 3/2565", None, ("2022-04-01", "2022-06-30", 3)),
        (
            "ผลการดำเนินงานไตรมาสที่ ๓ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
            None,
            ("2023-04-01", "2023-06-30", 3),
        ),
        ("ระหว่างเดือนตุลาคม ๒๕๖๓ - มีนาคม ๒๕๖๔", None, ("2020-10-01", "2021-03-31", None)),
        ("เดือนเมษายน - มิถุนายน ๒๕๖๕", None, ("2022-04-01", "2022-06-30", 3)),
        ("รอบ ๖ เดือนแรก ปีงบประมาณ พ.ศ. ๒๕๖๖", None, ("2022-10-01", "2023-03-31", None)),
        ("รอบ 6 เดือนหลัง ปีงบประมาณ 2566", None, ("2023-04-01", "2023-09-30", None)),
        ("ประจำเดือน กุมภาพันธ์ ๒๕๖๗", None, ("2024-02-01", "2024-02-29", None)),
        ("ในรอบเดือน กันยายน พ.ศ. 2567", None, ("2024-09-01", "2024-09-30", None)),
        ("ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", None, ("2023-10-01", "2024-09-30", None)),
        # due before the quarter is over, and data from its middle
        ("ไตรมาสที่ ๔", date(2023, 9, 20), ("2023-07-01", "2023-09-30", 4)),
        ("ไตรมาสที่ ๒", date(2023, 3, 15), ("2023-01-01", "2023-03-31", 2)),
        ("ไตรมาสที่ ๑ (ต.ค. ๖๕ - ธ.ค. ๖๕)", None, ("2022-10-01", "2022-12-31", 1)),
        ("ไตรมาสที่ ๑ - ๒ ปีงบประมาณ ๒๕๖๖", None, ("2022-10-01", "2023-03-31", None)),
        (
            "แผนปีงบประมาณ ๒๕๖๕ ผลไตรมาสที่ ๑ ปีงบประมาณ พ.ศ. ๒๕๖๖",
            None,
            ("2022-10-01", "2022-12-31", 1),
        ),
        ("ประจำเดือน ต.ค. ๖๖", None, ("2023-10-01", "2023-10-31", None)),
        (
            "ประจำเดือนธันวาคม ๒๕๖๕ (ไตรมาสที่ ๑ ปีงบประมาณ ๒๕๖๖)",
            None,
            ("2022-12-01", "2022-12-31", None),
        ),
    ],
)
def test_find_period(text: str, near: date | None, expected: tuple[str, str, int | None]) -> None:
    period = find_period(text, near)
    assert period is not None
    assert (period.start, period.end, period.quarter) == expected


@pytest.mark.parametrize(
    ("text", "asked", "start"),
    [
        ("เริ่มตั้งแต่ไตรมาสที่ ๑", date(2022, 10, 20), "2022-10-01"),  # the one under way
        ("เริ่มตั้งแต่ไตรมาสที่ ๑", date(2022, 9, 28), "2022-10-01"),  # the one to come
        ("รายงานผลไตรมาสที่ ๔", date(2023, 10, 3), "2023-07-01"),  # the one just over
        ("รอบ ๖ เดือนแรก", date(2023, 4, 15), "2022-10-01"),
    ],
)
def test_the_year_of_what_a_letter_asks_for(text: str, asked: date, start: str) -> None:
    period = find_period(text, asked=asked)
    assert period is not None and period.start == start


@pytest.mark.parametrize("text", ["ไตรมาสที่ ๒", "ไตรมาสที่ .... ปีงบประมาณ ....", "การประชุมประจำปี"])
def test_nothing_is_guessed(text: str) -> None:
    assert find_period(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "ไตรมาสที่ ๑ (มกราคม - มีนาคม)",  # a quarter of the calendar's year
        "ไตรมาสที่ ๑ (ตุลาคม - ธันวาคม ๒๕๖๖) ปีงบประมาณ ๒๕๖๖",
        "ไตรมาสที่ ๑ - ๓ ปีงบประมาณ ๒๕๖๖",  # no span that the contract knows
        "ภายในเดือนเมษายน ๒๕๖๖",
    ],
)
def test_what_contradicts_itself_names_no_period(text: str) -> None:
    assert find_period(text, date(2023, 4, 5)) is None


@given(YEARS)
def test_quarters_fill_the_year(year: int) -> None:
    quarters = [fiscal_quarter(year, number) for number in (1, 2, 3, 4)]
    whole = fiscal_year(year)
    assert (quarters[0].start, quarters[3].end) == (whole.start, whole.end)
    for one, other in pairwise(quarters):
        assert date.fromisoformat(one.end) + timedelta(days=1) == date.fromisoformat(other.start)
    assert fiscal_half(year, 1).end == quarters[1].end
    assert fiscal_half(year, 2).start == quarters[2].start


@given(DAYS, st.sampled_from(["monthly", "quarterly", "half_yearly", "yearly"]))
def test_the_period_before_is_over_and_the_next_is_not(day: date, frequency: str) -> None:
    period = period_before(day, frequency)  # type: ignore[arg-type]
    assert period is not None
    following = period_after(period)
    assert period.end < day.isoformat()
    assert following.start <= day.isoformat() <= following.end


@given(YEARS, st.integers(1, 4), st.booleans())
def test_a_quarter_is_read_as_it_is_written(year: int, quarter: int, thai: bool) -> None:
    text = f"ไตรมาสที่ {quarter} ปีงบประมาณ พ.ศ. {year}"
    if thai:
        text = text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    assert find_period(text) == fiscal_quarter(year, quarter)
