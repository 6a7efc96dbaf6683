"""Whether the other days that a paper tells fit its own: a year of it may have been misread.

What a paper cites was written before it, what it asks is due within months of it. Of 227 papers of
the corpus that tell other days, in none do all of these come more than 150 days after its own.
"""

from __future__ import annotations

from datetime import date

from extractors.dates import find_dates
from extractors.record import Field, doubted
from pipeline.models import Document

_LATER = 250  # days; one year misread moves the paper 365 away from what it cites and asks
_TOLD = ("day", "month")
_ALL_LATER = "all other days in the paper are much later, the first {}; its year may be misread"


def with_other_days(day: Field | None, document: Document) -> Field | None:
    """The date of a paper, doubted where every other day in the paper is far later."""
    if day is None or day.note or day.readings:
        return day
    own = _whole(day.value) if day.value.count("-") > 1 else None
    told = [found for line in document.lines if (found := _days(line.text))]
    others = [one for days in told for one in days if one != own]
    if own is None or not others or (min(others) - own).days <= _LATER:
        return day
    return doubted(day, _ALL_LATER.format(min(others).isoformat()))


def _days(text: str) -> list[date]:
    """The days told in a line; of a month alone, whose day may end the line before, the first."""
    found = (_whole(one.value or "") for one in find_dates(text) if one.precision in _TOLD)
    return [one for one in found if one is not None]


def _whole(value: str) -> date | None:
    try:
        return date.fromisoformat(f"{value}-01" if value.count("-") == 1 else value)
    except ValueError:
        return None
