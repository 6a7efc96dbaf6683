"""Spans of the Thai fiscal year: quarters, halves, months, and the phrases that name them.

The fiscal year (ปีงบประมาณ) begins on 1 October and bears the Buddhist year in which it ends
(พระราชบัญญัติวิธีการงบประมาณ, section 4): quarter 2 of 2564 is 2021-01-01 to 2021-03-31.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from extractors.dates import MONTHS, common_year
from extractors.digits import arabic
from extractors.record import Frequency, Period

_BUDDHIST = 543
_MONTHS_OF: dict[Frequency, int] = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}


def _span(start: date, months: int) -> Period:
    """The period of so many months from the first of a month."""
    last = start.year * 12 + start.month - 1 + months - 1
    end = date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1])
    quarter = (start.month + 2) % 12 // 3 + 1 if months == 3 else None
    return Period(
        fiscal_year=_fiscal_year_be(end),
        quarter=quarter,
        start=start.isoformat(),
        end=end.isoformat(),
    )


def _fiscal_year_be(day: date) -> int:
    return day.year + _BUDDHIST + (day.month >= 10)


def _start_of(day: date, months: int) -> date:
    """The first day of the span of `months` (1, 3, 6, 12) of the fiscal year that holds a day."""
    since_october = (day.month - 10) % 12
    back = since_october % months
    month = day.year * 12 + day.month - 1 - back
    return date(month // 12, month % 12 + 1, 1)


def fiscal_year(year_be: int) -> Period:
    """The whole fiscal year of a Buddhist year.

    >>> fiscal_year(2564).start, fiscal_year(2564).end
    ('2020-10-01', '2021-09-30')
    """
    return _span(date(year_be - _BUDDHIST - 1, 10, 1), 12)


def fiscal_half(year_be: int, half: int) -> Period:
    """Half 1 (October to March) or 2 (April to September) of a fiscal year."""
    if half not in (1, 2):
        raise ValueError(f"a year has no half {half}")
    year = year_be - _BUDDHIST
    return _span(date(year - 1, 10, 1) if half == 1 else date(year, 4, 1), 6)


def fiscal_quarter(year_be: int, quarter: int) -> Period:
    """Quarter 1 to 4 of a fiscal year.

    >>> fiscal_quarter(2564, 2)
    Period(fiscal_year=2564, quarter=2, start='2021-01-01', end='2021-03-31')
    """
    if quarter not in (1, 2, 3, 4):
        raise ValueError(f"a year has no quarter {quarter}")
    year = year_be - _BUDDHIST
    return _span(date(year - 1, 10, 1) if quarter == 1 else date(year, 3 * quarter - 5, 1), 3)


def month_of(day: date) -> Period:
    """The calendar month that holds a day, as a span of its fiscal year."""
    return _span(day.replace(day=1), 1)


def quarter_of(day: date) -> Period:
    """The fiscal quarter that holds a day."""
    return _span(_start_of(day, 3), 3)


def period_before(day: date, frequency: Frequency) -> Period | None:
    """The last whole period that ended before a day; None for what happens once.

    A quarterly report with data as of 25 April 2021 covers January to March:

    >>> period_before(date(2021, 4, 25), "quarterly").quarter
    2
    """
    months = _MONTHS_OF.get(frequency)
    if months is None:
        return None
    last_day = _start_of(day, months) - timedelta(days=1)
    return _span(_start_of(last_day, months), months)


def period_after(period: Period) -> Period:
    """The period of the same length that follows."""
    start, end = date.fromisoformat(period.start), date.fromisoformat(period.end)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    return _span(end + timedelta(days=1), months)


# All patterns run over text with Arabic digits.
_MONTH = "(?:" + "|".join(MONTHS) + ")"
_YEAR = r"(?:\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>2[456]\d\d)(?!\d))"
# ปีงบประมาณ พ.ศ. 2564 | ปีงบประมาณ 2564 | ปีงบฯ 2564
_FISCAL_YEAR = re.compile(r"ปีงบ(?:ประมาณ|ฯ)?\s*(?:พ\.?\s?ศ\.?)?[\s.…]*(?P<year>2[456]\d\d)(?!\d)")
# ไตรมาสที่ 2 | ไตรมาส 2/2564 | ไตรมาสที่ 2 (เดือนมกราคม - มีนาคม)
_QUARTER = re.compile(
    r"ไตรมาส(?:ที่)?[\s.…]*(?P<quarter>[1-4])(?!\d)(?:[\s.…]*/\s*(?P<year>2[456]\d\d))?"
)
# เดือนมกราคม - มีนาคม 2564 | มกราคม 2564 ถึง มีนาคม 2564 | ตุลาคม 2563 - มีนาคม 2564
_MONTHS = re.compile(
    rf"(?P<first>{_MONTH}){_YEAR.replace('year', 'year1')}?\s*(?:-|–|—|ถึง|จนถึง)\s*"
    rf"(?:เดือน\s*)?(?P<last>{_MONTH}){_YEAR}?"
)
# รอบ 6 เดือนแรก | 6 เดือนหลัง | ครึ่งปีแรก | รอบที่ 1 (6 เดือน)
_HALF = re.compile(
    r"(?:6|หก)\s*เดือน\s*(?P<which>แรก|หลัง)|ครึ่งปี\s*(?P<part>แรก|หลัง)"
    r"|รอบ(?:ที่)?\s*(?P<round>[12])\s*\(?\s*(?:6|หก)\s*เดือน"
)
# ประจำเดือน มีนาคม 2564 | ในรอบเดือน กันยายน 2567
_ONE_MONTH = re.compile(rf"(?:ประจำ|รอบ|ใน)\s*เดือน[\s.…]*(?P<month>{_MONTH})[\s.…]*{_YEAR}")


def find_period(text: str, near: date | None = None) -> Period | None:
    """The period that a text names: a quarter, months, a half, a month, else a fiscal year.

    Where the text gives no year, it is the one whose period last ended before `near` (a due date,
    or the date of the letter); without `near` nothing is said.

    >>> find_period("ไตรมาสที่ ๒ (เดือนมกราคม - มีนาคม)", near=date(2021, 4, 25)).start
    '2021-01-01'
    """
    plain = arabic(text)
    named = _FISCAL_YEAR.search(plain)
    year = int(named["year"]) if named else None
    quarter = _QUARTER.search(plain)
    if quarter:
        said = int(quarter["quarter"])
        if quarter["year"]:
            return fiscal_quarter(int(quarter["year"]), said)
        span = _from_months(plain)
        if span and span.quarter == said:
            return span
        if year is None and near is not None:
            year = _year_ended(near, lambda be: fiscal_quarter(be, said))
        return fiscal_quarter(year, said) if year else None
    span = _from_months(plain)
    if span:
        return span
    half = _HALF.search(plain)
    if half:
        second = (half["which"] or half["part"]) == "หลัง" or half["round"] == "2"
        number = 2 if second else 1
        if year is None and near is not None:
            year = _year_ended(near, lambda be: fiscal_half(be, number))
        return fiscal_half(year, number) if year else None
    month = _ONE_MONTH.search(plain)
    if month:
        common = common_year(month["year"])
        if common:
            return month_of(date(common, MONTHS.index(month["month"]) + 1, 1))
    return fiscal_year(year) if year else None


def _from_months(plain: str) -> Period | None:
    """เดือนมกราคม - มีนาคม ๒๕๖๔, if it fills a quarter, a half or a year."""
    match = _MONTHS.search(plain)
    if not match or not match["year"]:
        return None
    last_year = int(match["year"]) - _BUDDHIST
    first, last = MONTHS.index(match["first"]) + 1, MONTHS.index(match["last"]) + 1
    months = (last - first) % 12 + 1
    first_year = last_year if first <= last else last_year - 1
    if match["year1"] and int(match["year1"]) - _BUDDHIST != first_year:
        return None
    start = date(first_year, first, 1)
    return (
        _span(start, months) if months in (3, 6, 12) and _start_of(start, months) == start else None
    )


def _year_ended(near: date, period: Callable[[int], Period]) -> int:
    """The latest fiscal year whose period had ended by a day."""
    year = _fiscal_year_be(near)
    return year if period(year).end <= near.isoformat() else year - 1
