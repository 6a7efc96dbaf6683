"""How two requests of one paragraph stand beside each other."""

from __future__ import annotations

import re

from extractors.obligations.judge.reading import Reading
from extractors.obligations.judge.ways import Way
from extractors.obligations.times.due_after import is_due_after_event, is_due_after_receipt
from extractors.record import Obligation
from extractors.text.clauses import unspaced

_TIES = re.compile(r"และ|แล้ว|พร้อม(?:ทั้ง|กับ)?")
NO_MORE = 4  # letters of the words between two parts of one thing: และ, แล้ว


def is_timely(duty: Obligation) -> bool:
    """Whether a duty tells by when, or how often, it is to be done."""
    if duty.first_due or duty.due_day or duty.frequency not in (None, "once"):
        return True
    return is_due_after_receipt(duty.text) or is_due_after_event(duty.text)


def is_next(way: Way, other: Way, reading: Reading) -> bool:
    """Whether a word and no more that ties them stands between two requests."""
    said = between(way, other, reading)
    if not said:
        return said is not None and _TIES.match(other.duty.text) is not None
    return _TIES.fullmatch(said) is not None


def between(way: Way, other: Way, reading: Reading) -> str | None:
    """The letters between the words of two requests of one paragraph; None if they have none."""
    place = reading.clauses[way.place].place
    if reading.clauses[other.place].place != place:
        return None
    said, one, two = (
        unspaced(text)
        for text in (reading.body[place].passage.text, way.duty.text, other.duty.text)
    )
    begun = said.find(one)
    after = said.find(two, max(begun, 0))
    return None if begun < 0 or after < 0 else said[begun + len(one) : after]
