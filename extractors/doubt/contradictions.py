"""What within one document cannot all be true: a digit of one of them was misread.

An order's number bears the year that it is dated in; nothing cites a paper of a later day than its
own, nor is received before it was written. Of 278 such pairs in the truths of the corpus every one
holds. Which of two that contradict each other is wrong nobody can tell, so both are doubted.
"""

from __future__ import annotations

import re
from typing import TypeVar

from extractors.number import parse_number
from extractors.record import DOUBT, Citation, Field, Member, Receipt, Record, Signatory, doubted
from extractors.written import is_witnessed

Unexplained = TypeVar("Unexplained", Citation, Receipt, Signatory, Member)

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BUDDHIST = 543  # years
_OTHER_YEAR = "the number bears another year than the date: {} and {}"
_EARLIER = "earlier than a paper that it cites: {}"
_RECEIVED = "later than the day on which it was received: {}"


def with_contradictions(record: Record) -> Record:
    """The record with all values doubted that contradict another of its values."""
    record = _of_one_year(record)
    written = _day(record.date)
    citations = tuple(
        less_sure(one) if _has_other_year(one) or _is_later(one.date, written) else one
        for one in record.citations
    )
    receipts = tuple(
        less_sure(one) if written and _is_later(written, one.date) else one
        for one in record.receipts
    )
    return record.model_copy(
        update={
            "citations": citations,
            "receipts": receipts,
            "date": _in_time(record, written) if written else record.date,
        }
    )


def doubted_besides(field: Field, reason: str) -> Field:
    """The field doubted for one reason more; what a witness vouches for is left alone."""
    if is_witnessed(field):
        return field
    return doubted(field, f"{field.note}; {reason}" if field.note else reason)


def less_sure(value: Unexplained) -> Unexplained:
    """A value that has no room for a reason, as unsure as a doubt leaves it."""
    return value.model_copy(update={"confidence": min(DOUBT, value.confidence or 0.0)})


def _of_one_year(record: Record) -> Record:
    number, date = record.number, record.date
    if number is None or date is None or not _has_another_year(number.value, _day(date)):
        return record
    reason = _OTHER_YEAR.format(number.value, date.value)
    return record.model_copy(
        update={
            "number": doubted_besides(number, reason),
            "date": doubted_besides(date, reason),
        }
    )


def _in_time(record: Record, written: str) -> Field | None:
    """The date, doubted where another paper's day or a stamp's speaks against it."""
    date = record.date
    cited = next((one.date for one in record.citations if _is_later(one.date, written)), None)
    received = next((one.date for one in record.receipts if _is_later(written, one.date)), None)
    if date and cited:
        date = doubted_besides(date, _EARLIER.format(cited))
    if date and received:
        date = doubted_besides(date, _RECEIVED.format(received))
    return date


def _has_other_year(cited: Citation) -> bool:
    day = cited.date if cited.date and _DAY.fullmatch(cited.date) else None
    return bool(cited.number) and _has_another_year(cited.number or "", day)


def _has_another_year(number: str, day: str | None) -> bool:
    """Whether an order's number ends with a year, and not with that of the day (both B.E.)."""
    parsed = parse_number(number) if day else None
    if parsed is None or day is None or not parsed.year:
        return False
    return int(parsed.year) % 100 != (int(day[:4]) + _BUDDHIST) % 100


def _day(date: Field | None) -> str | None:
    return date.value if date is not None and _DAY.fullmatch(date.value) else None


def _is_later(one: str | None, other: str | None) -> bool:
    """Whether one whole day comes after the other; a month or a year alone cannot be compared."""
    days = [day for day in (one, other) if day and _DAY.fullmatch(day)]
    return len(days) == 2 and days[0] > days[1]
