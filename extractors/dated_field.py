"""A date of a text as a field of the record: ISO, with its ink and its doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.dates import DateMention, find_dates
from extractors.record import Field, doubted
from extractors.text.passage import Passage
from extractors.written import written_date
from pipeline.layout import beside
from pipeline.models import Line

_DAY_SIGNS = "0123456789๐๑๒๓๔๕๖๗๘๙ .…"
_IMPOSSIBLE = 0.3  # confidence that a date keeps at most which no calendar holds
_DAY = re.compile(r"[\s.…]*[\d๐-๙]{1,2}[\s.…]*")
RIVALS = "other dates stand alone in the head: {}"
NO_DAY = "the day is left blank, written by hand or was not read"


def first_date(passages: Iterable[Passage], note: str | None = None) -> Field | None:
    """The first date that stands in some passages, printed or written; `note` goes with a printed
    one that has no doubt of its own."""
    for passage in passages:
        written = written_date(passage)
        if written is not None:
            return written
        for date in find_dates(passage.text):
            field = _dated(passage, date, note)
            if field is not None:
                return field
    return None


def _dated(passage: Passage, date: DateMention, note: str | None) -> Field | None:
    """The field of a date; of one that cannot be, its month and the doubt; None if not even that.

    A month alone is doubted where there was ink: its day may have been written and not read.
    """
    evidence = passage.cut(date.start, date.end)
    if date.value is None:
        month = next((found.value for found in find_dates(date.text.lstrip(_DAY_SIGNS))), None)
        if month is None:
            return None
        return doubted(Field.of(evidence, month), f"{evidence.text}: {date.note}", _IMPOSSIBLE)
    if date.precision == "month":
        field = Field.of(evidence, date.value, NO_DAY)
        return doubted(field, NO_DAY) if evidence.confidence < 1 else field
    return Field.of(evidence, date.value, date.note or note)


def is_day_alone(text: str) -> bool:
    """Whether a text is figures that may be a day, and nothing else.

    >>> is_day_alone("..๒๐"), is_day_alone("๒๕๖๘")
    (True, False)
    """
    return _DAY.fullmatch(text) is not None


def with_its_day(line: Line, lines: Sequence[Line]) -> Passage:
    """The line of a date; with what stands left of it on its row, if that is figures alone."""
    place = lines.index(line)
    day = lines[place - 1] if place else line
    apart = beside(day, line) and day.box.right <= line.box.left
    return Passage.of([day, line] if apart and is_day_alone(day.text) else [line])
