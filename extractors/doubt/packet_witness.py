"""What the papers of one file say of each other: a covering letter names the number and the day of
what it encloses; two letters answer the same circular.

What two papers say alike is sure, however the ink looks. Where two say nearly the same, a digit or
a letter was misread, and nobody can tell in which of them: both are doubted, and it is said why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from rapidfuzz.distance import Levenshtein

from extractors.doubt.contradictions import doubted_besides, less_sure
from extractors.number import number_key
from extractors.record import Citation, Field, Record

Value = TypeVar("Value", Field, Citation)

AGREED = 0.99  # chance of being right of what two papers of a file say alike
_MISREAD = 2  # characters by which two readings of one number differ at most
_OTHER_NUMBER = "another paper of the same file (page {}) gives this number as {}"
_OTHER_DAY = "another paper of the same file (page {}) gives the date of {} as {}"


@dataclass(frozen=True, slots=True)
class _Said:
    """A number and a day that a paper bears or cites; `at`: the places of the paper in the file and
    of the citation in it, None for the paper's own."""

    paper: int
    at: int | None
    number: str
    key: str
    date: str | None
    page: int | None


def with_packet_witnesses(records: Sequence[Record]) -> tuple[Record, ...]:
    """The records of one file, surer where they agree and doubted where they nearly do."""
    told = list(records)
    said = [one for place, record in enumerate(records) for one in _said(place, record)]
    agreeing: set[tuple[int, int | None]] = set()
    for one, other in combinations(said, 2):
        if one.key != other.key or one.paper == other.paper:
            continue
        agreeing |= {(one.paper, one.at), (other.paper, other.at)}
        for mine, its in ((one, other), (other, one)):
            told[mine.paper] = _of_the_same(told[mine.paper], mine, its)
    alone = [one for one in said if (one.paper, one.at) not in agreeing]
    for one, other in combinations(alone, 2):
        if _are_readings_of_one(one, other):
            told[one.paper] = _of_another_reading(told[one.paper], one, other)
            told[other.paper] = _of_another_reading(told[other.paper], other, one)
    return tuple(told)


def _said(place: int, record: Record) -> Iterator[_Said]:
    if record.number is not None and not record.number.readings:
        day = record.date.value if record.date and not record.date.readings else None
        value = record.number.value
        yield _Said(place, None, value, number_key(value), day, record.number.page)
    for at, cited in enumerate(record.citations):
        if cited.number:
            key = number_key(cited.number)
            yield _Said(place, at, cited.number, key, cited.date, cited.page)


def _of_the_same(record: Record, mine: _Said, its: _Said) -> Record:
    """The record whose number another paper gives too; the day is doubted if that gives another."""
    same_day = mine.date is None or its.date is None or mine.date == its.date
    reason = _OTHER_DAY.format(its.page, its.number, its.date)
    if mine.at is not None:
        cited = record.citations[mine.at]
        return _citing(record, mine.at, _sure(cited) if same_day else less_sure(cited))
    number, date = record.number, record.date
    if date is not None and not date.readings and not same_day:
        date = doubted_besides(date, reason)
    elif date is not None and not date.readings and its.date == date.value:
        date = _sure(date)
    return record.model_copy(update={"number": number and _sure(number), "date": date})


def _of_another_reading(record: Record, mine: _Said, its: _Said) -> Record:
    if mine.at is not None:
        return _citing(record, mine.at, less_sure(record.citations[mine.at]))
    reason = _OTHER_NUMBER.format(its.page, its.number)
    number = record.number and doubted_besides(record.number, reason)
    return record.model_copy(update={"number": number})


def _are_readings_of_one(one: _Said, other: _Said) -> bool:
    """Whether two numbers of one day differ by a character or two: a paper's own, and as another
    or its own annex (บัญชีแนบท้ายคำสั่ง…) tells it. What a paper cites beside another number is
    another paper (ว 12 and ว 13)."""
    if (one.at is None) == (other.at is None):
        return False
    if one.date is None or one.date != other.date:
        return False
    return 0 < Levenshtein.distance(one.key, other.key) <= _MISREAD


def _citing(record: Record, at: int, cited: Citation) -> Record:
    citations = (*record.citations[:at], cited, *record.citations[at + 1 :])
    return record.model_copy(update={"citations": citations})


def _sure(value: Value) -> Value:
    """The value as sure as two papers make it; what was doubted for a reason stays so."""
    if isinstance(value, Field) and value.note:
        return value
    return value.model_copy(update={"confidence": max(AGREED, value.confidence or 0.0)})
