"""Spans of the Thai fiscal year: quarters, halves, months, and the phrases that name them.

The fiscal year (ปีงบประมาณ) begins on 1 October and bears the Buddhist year in which it ends
(พระราชบัญญัติวิธีการงบประมาณ, section 4): quarter 2 of 2564 is 2021-01-01 to 2021-03-31.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from extractors.dates import THAI_MONTH, common_year, month_number
from extractors.record import Frequency, Period
from pipeline.thai_digits import arabic

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
_MONTH = f"(?:{THAI_MONTH})"
_YEAR = (  # 2564, and 64 after a short month
    r"(?:\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>2[456]\d\d|(?<=\.)[5-7]\d|(?<=\.\s)[5-7]\d)"
    r"(?![\d/.,]))"
)
_TO = r"\s*(?:-|–|—|ถึง|จนถึง)\s*"
# ปีงบประมาณ พ.ศ. 2564 | ปีงบประมาณ 2564 | ปีงบฯ 2564
_FISCAL_YEAR = re.compile(r"ปีงบ(?:ประมาณ|ฯ)?\s*(?:พ\.?\s?ศ\.?)?[\s.…]*(?P<year>2[456]\d\d)(?!\d)")
# ไตรมาสที่ 2 | ไตรมาส 2/2564 | ไตรมาสที่ 2 (เดือนมกราคม - มีนาคม) | ไตรมาสที่ 1 - 2
_QUARTER = re.compile(
    r"ไตรมาส(?:ที่)?[\s.…]*(?P<quarter>[1-4])(?!\d)"
    rf"(?:{_TO}(?:ไตรมาส(?:ที่)?\s*)?(?P<last>[1-4])(?![\d.]))?"
    r"(?:[\s.…]*/\s*(?P<year>2[456]\d\d))?"
)
# เดือนมกราคม - มีนาคม 2564 | มกราคม 2564 ถึง มีนาคม 2564 | ต.ค. 63 - มี.ค. 64
_MONTHS = re.compile(
    rf"(?P<first>{_MONTH}){_YEAR.replace('year', 'year1')}?{_TO}"
    rf"(?:เดือน\s*)?(?P<last>{_MONTH}){_YEAR}?"
)
_NOT_LONG = 92  # days that a period may be over when a letter first asks for it
_BESIDE = 40  # characters after a quarter within which its months stand
# รอบ 6 เดือนแรก | 6 เดือนหลัง | ครึ่งปีแรก | รอบที่ 1 (6 เดือน)
_HALF = re.compile(
    r"(?:6|หก)\s*เดือน\s*(?P<which>แรก|หลัง)|ครึ่งปี\s*(?P<part>แรก|หลัง)"
    r"|รอบ(?:ที่)?\s*(?P<round>[12])\s*\(?\s*(?:6|หก)\s*เดือน"
)
# ประจำเดือน มีนาคม 2564 | ในรอบเดือน กันยายน 2567
_ONE_MONTH = re.compile(
    rf"(?P<how>ประจำ|รอบ|(?<!ภาย)ใน)\s*เดือน[\s.…]*(?P<month>{_MONTH})[\s.…]*{_YEAR}"
)


def find_period(text: str, near: date | None = None, asked: date | None = None) -> Period | None:
    """The period that a text names: a quarter, months, a half, a month, else a fiscal year.

    Where the text gives no year, it is the one whose period last began by `near` (a due date, the
    day of the data), or the first not long over on the day `asked` (the date of a letter that
    asks for it); without either nothing is said. Nor is anything where a text contradicts itself,
    such as ไตรมาสที่ ๑ (มกราคม - มีนาคม).

    >>> find_period("ไตรมาสที่ ๒ (เดือนมกราคม - มีนาคม)", near=date(2021, 4, 25)).start
    '2021-01-01'
    >>> find_period("เริ่มตั้งแต่ไตรมาสที่ ๑", asked=date(2022, 10, 20)).start
    '2022-10-01'
    """
    plain = arabic(text)
    quarter, month = _QUARTER.search(plain), _ONE_MONTH.search(plain)
    monthly = month and quarter and month["how"] == "ประจำ" and month.start() < quarter.start()
    if quarter and not monthly:
        return _named_quarter(plain, quarter, near, asked)
    span = _from_months(_MONTHS.search(plain))
    if span:
        return span
    half = _HALF.search(plain)
    if half:
        second = (half["which"] or half["part"]) == "หลัง" or half["round"] == "2"
        number = 2 if second else 1
        year = _fiscal_year_beside(plain, half.end())
        return _in_year(lambda be: fiscal_half(be, number), year, near, asked)
    if month:
        return named_month(month["month"], month["year"])
    year = _fiscal_year_beside(plain, 0)
    return fiscal_year(year) if year else None


def named_month(month: str, year: str) -> Period | None:
    """The month of a name and a year as printed in Arabic digits: มี.ค., 66."""
    number, common = month_number(month), common_year(year)
    return month_of(date(common, number, 1)) if number and common else None


def _named_quarter(
    plain: str, quarter: re.Match[str], near: date | None, asked: date | None
) -> Period | None:
    first, last = int(quarter["quarter"]), int(quarter["last"] or quarter["quarter"])
    spans: dict[tuple[int, int], Callable[[int], Period]] = {
        (1, 2): lambda be: fiscal_half(be, 1),
        (3, 4): lambda be: fiscal_half(be, 2),
        (1, 4): fiscal_year,
    }
    named = spans.get((first, last))
    if first == last:
        named = lambda be: fiscal_quarter(be, first)  # noqa: E731
    if named is None:
        return None
    months = _MONTHS.search(plain, quarter.end(), quarter.end() + _BESIDE)
    year = int(quarter["year"]) if quarter["year"] else _fiscal_year_beside(plain, quarter.end())
    if months and not _agree(months, named(year or 2500)):
        return None
    span = _from_months(months)
    if span:
        return span if year in (None, span.fiscal_year) else None
    return _in_year(named, year, near, asked)


def _fiscal_year_beside(plain: str, place: int) -> int | None:
    """Of the fiscal years that a text names, the one nearest to a place in it."""
    named = sorted(_FISCAL_YEAR.finditer(plain), key=lambda match: abs(match.start() - place))
    return int(named[0]["year"]) if named else None


def _in_year(
    period: Callable[[int], Period], year: int | None, near: date | None, asked: date | None
) -> Period | None:
    if year is None and near is not None:
        year = _fiscal_year_be(near)
        year -= period(year).start > near.isoformat()
    elif year is None and asked is not None:
        over = (asked - timedelta(days=_NOT_LONG)).isoformat()
        year = _fiscal_year_be(asked) - 1
        while period(year).end < over:
            year += 1
    return period(year) if year else None


def _agree(months: re.Match[str], period: Period) -> bool:
    """Whether months are those of a period, the year apart."""
    numbers = month_number(months["first"]), month_number(months["last"])
    return numbers == (int(period.start[5:7]), int(period.end[5:7]))


def _from_months(match: re.Match[str] | None) -> Period | None:
    """เดือนมกราคม - มีนาคม ๒๕๖๔, if it fills a quarter, a half or a year."""
    last_year = common_year(match["year"]) if match and match["year"] else None
    if match is None or last_year is None:
        return None
    first, last = month_number(match["first"]), month_number(match["last"])
    if first is None or last is None:
        return None
    months = (last - first) % 12 + 1
    first_year = last_year if first <= last else last_year - 1
    if match["year1"] and common_year(match["year1"]) != first_year:
        return None
    start = date(first_year, first, 1)
    return (
        _span(start, months) if months in (3, 6, 12) and _start_of(start, months) == start else None
    )
