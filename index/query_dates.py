"""Days, months, years and spans of them, as people type them into a search box.

    15 ก.พ. 64 · 15/2/2564 · 2021-02-15 · ก.พ. 2564 · ก.พ. 64 · Feb 2021 · ปี 2564 · ค.ศ. 2021
    ปีงบ 2564 · ไตรมาส 2/2564 · ม.ค.–มี.ค. 2564 · 15-20 ก.พ. 2564 · 2563–2564 · ตั้งแต่ ก.พ. 2564

What can be taken in two ways (15/2/21: Buddhist 2521 or Common 2021) has two readings, the usual
one in Thai offices first: day before month, Buddhist before Common.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from extractors.dates import THAI_MONTH, common_year, find_dates, month_number
from extractors.periods import fiscal_quarter, fiscal_year
from index.names import date_span
from index.official import thai_date
from index.query_model import EARLIEST, LATEST, Label, Reading, Span

Found = tuple[int, int, tuple[Reading, ...]]

_TO = r"\s*(?:-|–|—|~|ถึง|จนถึง|to)\s*"
_ERA = r"(?:พ\s?\.?\s?ศ|ค\s?\.?\s?ศ)\s?\.?\s*"
_Y4 = r"(?:2[4-6]\d\d|19\d\d|20\d\d)(?![\d/])"
_Y = rf"(?:{_Y4}|\d\d(?![\d/.]))"
_FREE = r"(?<![\d/.,-])"  # a number that is not the end of another
_ENGLISH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTH = rf"(?:{THAI_MONTH}|(?<![a-z])(?:{_ENGLISH})(?![a-z])\.?)"
_COMMON_SHORT = 40  # 15/2/21 may be of 2021; 15/2/64 is Buddhist

_LEAD = re.compile(r"(?:(?:ลง)?วันที่|ลว\.?|เมื่อ|เดือน|ปี|ในปี)\s*$")
_SINCE = re.compile(r"(?:ตั้งแต่|นับแต่|since|from)\s*$", re.I)
_AFTER = re.compile(r"(?:หลังจาก|หลัง|after)\s*$", re.I)
# free of what stands before: the subject การอุทธรณ์ภายใน is no end of a span
_UNTIL = re.compile(r"(?<![ก-๎])(?:จนถึง|ถึง|ภายใน|until|to)\s*$", re.I)
_BEFORE = re.compile(r"(?:ก่อน|before)\s*$", re.I)


def find_spans(text: str) -> list[Found]:
    """(start, end, readings) of all dates and spans of a `plain` text, words such as ลงวันที่ and
    ตั้งแต่ before them included; in order, none over another."""
    text = text.replace("..", " –")
    found: list[Found] = []
    for pattern, read in _PATTERNS:
        for match in pattern.finditer(text):
            spans = list(read(match))
            if spans:
                _keep(found, match.start(), match.end(), spans)
    for start, end, span in _days(text):
        _keep(found, start, end, [span])
    return sorted(_with_lead(text, one) for one in _joined(text, sorted(found)))


def _keep(found: list[Found], start: int, end: int, spans: list[Span]) -> None:
    if all(end <= other[0] or other[1] <= start for other in found):
        readings = tuple(reading(span) for span in dict.fromkeys(spans))
        found.append((start, end, readings))


def reading(span: Span) -> Reading:
    """A span of days with its label."""
    return Reading("dates", f"{span[0]}/{span[1]}", Label(_thai(span), _english(span)), span)


def _days(text: str) -> Iterator[tuple[int, int, Span]]:
    for mention in find_dates(text):
        if mention.value is not None:
            yield mention.start, mention.end, date_span(mention.value)


def _joined(text: str, found: list[Found]) -> list[Found]:
    """Two dates with a dash or ถึง between them are a span."""
    joined: list[Found] = []
    for one in found:
        if joined and re.fullmatch(_TO, text[joined[-1][1] : one[0]]):
            start, _, (first, *_) = joined[-1]
            assert first.span is not None and one[2][0].span is not None
            span = (first.span[0], one[2][0].span[1])
            if span[0] <= span[1]:
                joined[-1] = (start, one[1], (reading(span),))
                continue
        joined.append(one)
    return joined


def _with_lead(text: str, found: Found) -> Found:
    """Take ลงวันที่ or ตั้งแต่ before a date into it."""
    start, end, readings = found
    before = _LEAD.sub("", text[:start])
    spans = [one.span for one in readings if one.span]
    for pattern, open_ in (
        (_SINCE, lambda span: (span[0], LATEST)),
        (_AFTER, lambda span: (_day_from(span[1], 1), LATEST)),
        (_UNTIL, lambda span: (EARLIEST, span[1])),
        (_BEFORE, lambda span: (EARLIEST, _day_from(span[0], -1))),
    ):
        match = pattern.search(before)
        if match and LATEST not in spans[0] and EARLIEST not in spans[0]:
            return match.start(), end, tuple(reading(open_(span)) for span in spans)
    return len(before), end, readings


def _day_from(iso: str, days: int) -> str:
    return (date.fromisoformat(iso) + timedelta(days=days)).isoformat()


# --- the patterns, longer ones first -----------------------------------------------------------


def _year(printed: str, era: str = "") -> int | None:
    return common_year(printed, era)


def _month(name: str) -> int | None:
    return month_number(name.strip(". ")) or month_number(name.strip(". ")[:3])


def _months(first: tuple[int, int], last: tuple[int, int]) -> Iterator[Span]:
    """From a (year, month) to another, both included."""
    if first <= last:
        yield (date_span(f"{first[0]}-{first[1]:02}")[0], date_span(f"{last[0]}-{last[1]:02}")[1])


def _month_range(match: re.Match[str]) -> Iterator[Span]:
    last, year = _month(match["m2"]), _year(match["y2"])
    month = _month(match["m1"])
    if last is None or year is None or month is None:
        return
    first_year = _year(match["y1"]) if match["y1"] else year - (month > last)
    if first_year is not None:
        yield from _months((first_year, month), (year, last))


def _day_range(match: re.Match[str]) -> Iterator[Span]:
    last, year = _month(match["m2"]), _year(match["y2"])
    first = _month(match["m1"]) if match["m1"] else last
    if last is None or first is None or year is None:
        return
    start = _day(year - (first > last), first, match["d1"])
    end = _day(year, last, match["d2"])
    if start and end and start <= end:
        yield (start, end)


def _day(year: int, month: int, day: str) -> str | None:
    if 1 <= month <= 12 and 1 <= int(day) <= monthrange(year, month)[1]:
        return f"{year}-{month:02}-{int(day):02}"
    return None


def _one_month(match: re.Match[str]) -> Iterator[Span]:
    month, year = _month(match["m"]), _year(match["y"])
    if month is not None and year is not None:
        yield date_span(f"{year}-{month:02}")


def _fiscal(match: re.Match[str]) -> Iterator[Span]:
    first, last = (_buddhist(match[name]) for name in ("y1", "y2"))
    if first is not None:
        whole = fiscal_year(first).start, fiscal_year(last or first).end
        yield whole if whole[0] <= whole[1] else (fiscal_year(first).start, fiscal_year(first).end)


def _quarter(match: re.Match[str]) -> Iterator[Span]:
    year = _buddhist(match["y"])
    if year is not None:
        quarter = fiscal_quarter(year, int(match["q"]))
        yield quarter.start, quarter.end


def _buddhist(printed: str | None) -> int | None:
    year = _year(printed) if printed else None
    return None if year is None else year + 543


def _years(match: re.Match[str]) -> Iterator[Span]:
    first = _year(match["y1"], match["era"] or "")
    last = _year(match["y2"], match["era"] or "") if match["y2"] else first
    if first is not None and last is not None and first <= last:
        yield f"{first}-01-01", f"{last}-12-31"


def _slashed(match: re.Match[str]) -> Iterator[Span]:
    """Day first, then month first where the year is of the Common Era or the day cannot be."""
    one, two, printed = int(match["a"]), int(match["b"]), match["y"]
    years = [_year(printed)]
    if len(printed) == 2 and int(printed) <= _COMMON_SHORT:
        years.append(2000 + int(printed))
    for year in years:
        if year is None:
            continue
        days = [_day(year, two, str(one))]
        common = len(printed) == 4 and int(printed) < 2200
        if common or days == [None]:
            days.append(_day(year, one, str(two)))
        yield from ((day, day) for day in days if day)


_Read = Callable[[re.Match[str]], Iterator[Span]]
_PATTERNS: tuple[tuple[re.Pattern[str], _Read], ...] = tuple(
    (re.compile(pattern, re.I), read)
    for pattern, read in (
        # 15 ม.ค. – 20 มี.ค. 2564 | 15-20 ก.พ. 2564
        (
            rf"(?<![\d/.])(?P<d1>\d{{1,2}})\s*(?P<m1>{_MONTH})?{_TO}(?P<d2>\d{{1,2}})\s*"
            rf"(?P<m2>{_MONTH})\s*(?:{_ERA})?(?P<y2>{_Y})",
            _day_range,
        ),
        # ม.ค.–มี.ค. 2564 | ต.ค. 2563 ถึง มี.ค. 2564
        (
            rf"(?<!\d)(?<!\d\s)(?P<m1>{_MONTH})\s*(?:{_ERA})?(?P<y1>{_Y})?{_TO}(?P<m2>{_MONTH})\s*"
            rf"(?:{_ERA})?(?P<y2>{_Y})",
            _month_range,
        ),
        # ไตรมาส 2/2564 | ไตรมาสที่ 2 ปีงบประมาณ 2564
        (
            r"ไตรมาส(?:ที่)?\s*(?P<q>[1-4])\s*(?:/|ของ|\s)?\s*(?:ปี(?:งบ(?:ประมาณ|ฯ)?)?)?\s*"
            rf"(?:{_ERA})?(?P<y>{_Y})",
            _quarter,
        ),
        # ปีงบ 2564 | ปีงบประมาณ พ.ศ. 2563–2564 | FY2564
        (
            rf"(?:ปีงบ(?:ประมาณ|ฯ)?|งบปี|FY)\s*(?:{_ERA})?(?P<y1>{_Y})(?:{_TO}(?P<y2>{_Y}))?",
            _fiscal,
        ),
        # 15/2/2564 | 15/2/64 | 2/15/2021
        (
            r"(?<![\d/.])(?P<a>\d{1,2})\s?/\s?(?P<b>\d{1,2})\s?/\s?(?P<y>\d{4}|\d{2})(?![\d/])",
            _slashed,
        ),
        # ก.พ. 64 | Feb 2021, no day before it
        (rf"(?<!\d)(?<!\d\s)(?P<m>{_MONTH})\s*(?:{_ERA})?(?P<y>{_Y})", _one_month),
        # 2563–2564 | พ.ศ. 2563 - 2564
        (
            rf"{_FREE}(?:ปี\s*)?(?P<era>{_ERA})?(?P<y1>{_Y4}){_TO}(?P<y2>{_Y4})(?![-\d])",
            _years,
        ),
        # ปี 2564 | พ.ศ. 2564 | ค.ศ. 2021; a year alone may be a number: index/query_numbers.py
        (rf"(?:ปี\s*(?P<era>{_ERA})?|(?P<era2>{_ERA}))(?P<y1>{_Y4})(?P<y2>)", lambda m: _named(m)),
    )
)


def _named(match: re.Match[str]) -> Iterator[Span]:
    year = _year(match["y1"], match["era"] or match["era2"] or "")
    if year is not None:
        yield f"{year}-01-01", f"{year}-12-31"


# --- labels --------------------------------------------------------------------------------------


def _thai(span: Span) -> str:
    first, last = span
    if first == EARLIEST:
        return f"ถึง {thai_date(last)}"
    if last == LATEST:
        return f"ตั้งแต่ {thai_date(first)}"
    whole = _whole(span)
    if whole is not None:
        return f"ปี พ.ศ. {int(whole) + 543}" if len(whole) == 4 else f"ลงวันที่ {thai_date(whole)}"
    if first.endswith("-10-01") and last == f"{int(first[:4]) + 1}-09-30":
        return f"ปีงบประมาณ {int(last[:4]) + 543}"
    return f"ลงวันที่ {thai_date(first)} – {thai_date(last)}"


def _english(span: Span) -> str:
    first, last = span
    if first == EARLIEST:
        return f"dated until {last}"
    if last == LATEST:
        return f"dated since {first}"
    whole = _whole(span)
    if whole is not None:
        return f"of the year {whole}" if len(whole) == 4 else f"dated {whole}"
    return f"dated {first} to {last}"


def _whole(span: Span) -> str | None:
    """The day, month or year that a span is, as ISO; None for another span."""
    first, last = span
    if first == last:
        return first
    if first.endswith("-01-01") and last == f"{first[:4]}-12-31":
        return first[:4]
    return first[:7] if date_span(first[:7]) == span else None
