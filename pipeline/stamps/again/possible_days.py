"""Of a stamp's readings of its date the month that can be: no letter is received before its day.

The day itself stays as it was read: what is taken for the letter's may be another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.models import Candidate, Line, Word
from pipeline.stamps.again.letter_day import LetterDay
from pipeline.thai_digits import arabic
from pipeline.thai_months import SHORT_MONTHS

_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(map(re.escape, SHORT_MONTHS))}) (?:25)?(\d\d)")
_LEAST = 0.03  # chance of another reading from which it may be meant
_STILL = 0.02  # weight of a day that cannot be, if what was read of the letter's is wrong
_MOST = 0.5  # chance of a day that was chosen so


def as_possible(line: Line, near: LetterDay) -> Line:
    """The line of a stamp's date with the likeliest reading that is no day before the letter's; as
    it was if the first reading is none, or no other can be."""
    if not line.written or len(line.words) < 2 or not _is_before(line.text, near):
        return line
    (writing, *others) = line.written
    weighed = _weighed(writing.candidates, near)
    first = max(weighed, key=lambda one: one.chance, default=None)
    if first is None or _is_before(first.text, near) or first.chance < _MOST:
        return line
    ordered = (
        replace(first, chance=_MOST),
        *(o for o in writing.candidates if o.text != first.text),
    )
    capped = tuple(replace(one, chance=min(one.chance, _MOST)) for one in ordered)
    told = Word(first.text, line.words[-1].box, _MOST)
    text = line.text.replace(writing.candidates[0].text, first.text)
    words = (*line.words[:-1], told)
    written = (replace(writing, candidates=capped), *others)
    return replace(line, text=text, words=words, confidence=_MOST, written=written)


def _weighed(readings: Sequence[Candidate], near: LetterDay) -> list[Candidate]:
    told = _day(readings[0].text)
    kept = [one for one in readings if one.chance >= _LEAST and _alike(told, _day(one.text))]
    weights = [
        one.chance * max(_STILL, near.weight(day)) for one in kept if (day := _day(one.text))
    ]
    total = sum(weights)
    return [replace(one, chance=w / total) for one, w in zip(kept, weights, strict=True)]


def _alike(one: date | None, other: date | None) -> bool:
    """Whether two days differ in their month alone: มี.ค. that lost its vowel is ม.ค."""
    if one is None or other is None:
        return False
    return (one.year, one.day) == (other.year, other.day)


def _is_before(text: str, near: LetterDay) -> bool:
    """Whether a text tells a day that is before the letter's."""
    day = _day(text)
    return day is not None and day < near.first


def _day(text: str) -> date | None:
    found = _DAY.search(arabic(text))
    if found is None:
        return None
    try:
        return date(1957 + int(found[3]), SHORT_MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None
