"""A row that is nearly a day: a seal's ring or thin print cost its month or year letters.

๖ไพฤษ │ ๒ ๕๔: the day is whole, the month told by its beginning or end, the year by what is left of
it and the other days that the paper tells. Such a day is always in doubt: the paper must be seen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rapidfuzz.distance import Levenshtein

from extractors.dates import find_dates
from extractors.record import Field, doubted
from extractors.text.passage import Passage
from pipeline.layout import rows
from pipeline.models import Document, Line
from pipeline.thai_digits import arabic
from pipeline.thai_months import MONTHS

_ROW = re.compile(
    r"\W*(?P<day>[0-3]?\d)(?!\d)[^\dก-๎]*(?P<month>[ก-๎]{3,12})(?P<between>\D{0,12}?)"
    r"(?P<year>2[\d ]{1,5})\W*"
)
# สั่ง ณ รั แที่ ๑๒ กันยายน เศ. ๒๕๖๖, of which thin print lost signs between what tells the day
_ISSUED = re.compile(
    r"\W*(?:สั[่-๋]?ง|ประกาศ|ให้ไว้|ออกให้)\s?ณ\D{0,16}?(?P<day>[0-3]?\d)(?!\d)[^\dก-๎]*"
    r"(?P<month>[ก-๎]{3,12})\D{0,12}?(?P<year>2[45]\d\d)\W*"
)
_LEADING = re.compile("^[ะ-ฺเ-๎]+")  # a piece of the ring, read as a vowel before the month
_FROM = 0.3  # of the page's width: what begins further left is text
_LAST = 8  # rows of the paper among which its day stands
_SLIPS = 0.25  # of the letters of a month that were read
_FIGURES, _NEAR = 3, 200  # of a year, at least; days between it and what else the paper tells
_WORN = "its row lost signs: read as “{}”, which is nearly {}"


def worn_day(document: Document, received: str | None = None) -> Field | None:
    """The day that a row near the end nearly is; None where none is like one, or more are.

    `received`: the day on which the paper came (ISO); its own is no later.
    """
    told = _told_days(document, received)
    for row in reversed(rows(document.lines)[-_LAST:]):
        if row.lines[0].box.left < _FROM or not told:
            continue
        value = _nearly(row.text, told, received)
        if value:
            return _found(row.lines, row.text, value)
    return None


def worn_issue_day(document: Document) -> Field | None:
    """The day of an order, announcement or certificate whose row lost signs within it; the last
    such row tells it."""
    for row in reversed(rows(document.lines)):
        found = _ISSUED.fullmatch(arabic(row.text))
        month = _month(found["month"]) if found else None
        if found is None or month is None:
            continue
        try:
            value = date(int(found["year"]) - 543, month, int(found["day"])).isoformat()
        except ValueError:
            return None
        passage = Passage.of(row.lines, " ")
        field = Field.of(passage.whole(), value)
        return doubted(field, _WORN.format(row.text, value))
    return None


def _nearly(text: str, told: Sequence[date], received: str | None) -> str | None:
    found = _ROW.fullmatch(arabic(text))
    month = _month(found["month"]) if found else None
    if found is None or month is None:
        return None
    figures = found["year"].replace(" ", "")
    if len(figures) < _FIGURES:
        return None
    near = []
    for year in {day.year + step for day in told for step in (-1, 0, 1)}:
        try:
            own = date(year, month, int(found["day"]))
        except ValueError:
            continue
        in_time = received is None or own.isoformat() <= received
        if in_time and _is_left_of(figures, str(year + 543)):
            near.append((min(abs((day - own).days) for day in told), own))
    if not near or min(near)[0] > _NEAR:
        return None
    return min(near)[1].isoformat()


def _month(read: str) -> int | None:
    """The one month that begins or ends nearly as what was read."""
    letters = _LEADING.sub("", read)
    if len(letters) < 3:
        return None
    slips = [
        min(
            Levenshtein.distance(letters, month[: len(letters)]),
            Levenshtein.distance(letters, month[-len(letters) :]),
        )
        for month in MONTHS
    ]
    best = min(slips)
    return (
        slips.index(best) + 1 if best <= _SLIPS * len(letters) and slips.count(best) == 1 else None
    )


def _is_left_of(figures: str, year: str) -> bool:
    rest = iter(year)
    return all(figure in rest for figure in figures)


def _told_days(document: Document, received: str | None) -> list[date]:
    if received:
        return [date.fromisoformat(received)]
    told = (one for line in document.lines for one in find_dates(line.text))
    days = [date.fromisoformat(one.value) for one in told if one.value and one.precision == "day"]
    years = re.findall(r"พ\.\s?ศ\.\s?(25\d\d)(?!\d)", arabic(document.text))
    return days + [date(int(year) - 543, 7, 1) for year in years]


def _found(lines: Sequence[Line], text: str, value: str) -> Field:
    passage = Passage.of(lines, " ")
    return doubted(Field.of(passage.whole(), value), _WORN.format(text, value))
