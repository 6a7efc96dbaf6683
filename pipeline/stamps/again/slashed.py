"""The date of a received stamp that a pen wrote in figures: 31/10/68.

Pens' reader tells strokes from ones no better than a person does without the calendar: 31//0/68 and
31110/68 are that day as well. What the letter's day leaves likely tells which strokes part it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

import numpy as np
import numpy.typing as npt

from pipeline.models import Candidate
from pipeline.pens.digits import read_digits
from pipeline.stamps.again.letter_day import LetterDay
from pipeline.stamps.date_pieces import without_strays
from pipeline.stamps.month import as_told
from pipeline.thai_digits import arabic

Grey = npt.NDArray[np.uint8]

_APART = 2.2  # heights of digits by which what stands apart from a row of them is none of it
_STROKES = "1/"
_PARTED = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?:25)?(?P<year>[4-9]\d)")
_OTHERWISE = 0.5  # share of a reading for each of its signs that is taken for the other stroke
_FOLLOWED = 40  # readings among which days are looked for
_READ = 0.25  # chance of all readings that are days, under which the row is of another form
_NONE = 0.05  # weight of its being another day than was read


def read_slashed(ink: Grey, near: LetterDay | None) -> tuple[Candidate, ...]:
    """Read a date in figures, dark on light, alone; as day, month and year, likeliest first; none
    if it reads as none."""
    chances: dict[date, float] = defaultdict(float)
    for one in read_digits(without_strays(ink, _APART), leave_out="ว.-", most=_FOLLOWED):
        for day, share in days_in(arabic(one.text)):
            chances[day] += share * one.chance
    if sum(chances.values()) < _READ:
        return ()
    weights = {day: one * (near.weight(day) if near else 1.0) for day, one in chances.items()}
    total = sum(weights.values()) + _NONE
    return tuple(
        Candidate(as_told(day), weight / total)
        for day, weight in sorted(weights.items(), key=lambda item: -item[1])
        if weight
    )


def days_in(text: str) -> Iterator[tuple[date, float]]:
    """The days that a reading may say, each with the share of it that says so.

    >>> [(str(day), share) for day, share in days_in("31//0/68")]
    [('2025-10-31', 0.5)]
    """
    if "/" not in text:
        return
    strokes = [place for place, sign in enumerate(text) if sign in _STROKES]
    for parting in combinations(strokes, 2):
        said = "".join(
            ("/" if place in parting else "1") if sign in _STROKES else sign
            for place, sign in enumerate(text)
        )
        parted = _PARTED.fullmatch(said)
        if parted is None:
            continue
        otherwise = sum(one != other for one, other in zip(text, said, strict=True))
        try:
            day = date(1957 + int(parted["year"]), int(parted["month"]), int(parted["day"]))
        except ValueError:
            continue
        yield day, _OTHERWISE**otherwise
