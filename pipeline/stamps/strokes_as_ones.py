"""Running numbers and times of received stamps in pens' readings of them.

A 1 that leans is read as a stroke (164 as /64, 2418 as 24/8); so may be the last dots before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from pipeline.models import Candidate
from pipeline.thai_digits import arabic

_Told = list[tuple[str, float]]

NUMBER = re.compile(r"\d{1,6}(?:/\d{2,4})?")
# 810/2565 | 810/65: a running number and its year
_OF_YEAR = re.compile(r"\d{1,5}/(?:25[3-9]\d|[4-9]\d)")
CLOCK = re.compile(r"(?P<hour>0?[5-9]|1\d|2[0-2])[./:-]?(?P<minute>[0-5]\d)")
# Share of readings whose stroke is a 1, by where it stands; within a number nothing else leans
_BEFORE, _BEHIND = 0.85, 0.6


def running_numbers(readings: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Those of the readings that can be a running number, likeliest first.

    >>> [one.text for one in running_numbers([Candidate("/64", 0.9)])]
    ['164', '64']
    >>> [one.text for one in running_numbers([Candidate("810/65", 0.9)])]
    ['810/65']
    """
    return _summed(readings, _as_numbers)


def times(readings: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Those of the readings that can be a time of the day, as HH.MM, likeliest first.

    >>> [one.text for one in times([Candidate("/6.05", 0.9), Candidate("1530", 0.1)])]
    ['16.05', '6.05', '15.30']
    """
    return _summed(readings, _as_times)


def _summed(readings: Sequence[Candidate], told: Callable[[str], _Told]) -> tuple[Candidate, ...]:
    chances: dict[str, float] = defaultdict(float)
    for one in readings:
        # a nought of either kind looks the same, and stamps are filled in Arabic digits
        found = told(arabic(one.text).strip(".-"))
        total = sum(share for _, share in found)
        for text, share in found:
            chances[text] += one.chance * share / total
    best = sorted(chances.items(), key=lambda item: -item[1])
    return tuple(Candidate(text, chance) for text, chance in best)


def _as_numbers(text: str) -> _Told:
    if _OF_YEAR.fullmatch(text):
        return [(text, 1.0)]
    return [one for one in with_ones(text, within="1") if NUMBER.fullmatch(one[0])]


def _as_times(text: str) -> _Told:
    clocks = [(CLOCK.fullmatch(each), share) for each, share in with_ones(text, within="/")]
    return [(f"{clock['hour']}.{clock['minute']}", share) for clock, share in clocks if clock]


def with_ones(text: str, within: str) -> _Told:
    """The text with a stroke at either end as a 1 and without it, with the share of each: of 1
    together."""
    body = text.strip("/").replace("/", within)
    found = [(body, 1.0)]
    if text.startswith("/"):
        found = [(f"1{body}", _BEFORE), (body, 1 - _BEFORE)]
    if text.endswith("/"):
        found = [
            (f"{each}{end}", share * part)
            for each, share in found
            for end, part in (("1", _BEHIND), ("", 1 - _BEHIND))
        ]
    return found
