"""A word that no table knows is yet a duty if it stands in the column of the duties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from extractors.committee.roles import likely_role
from extractors.committee.seat import Seat, Text
from extractors.text.clauses import tidy

_NEAR = 0.015  # of the page's width: how level the cells of a column begin
_FEWEST = 2  # members with a known duty that make a column
_DOUBT = 0.5  # the most that such a duty is trusted


def with_roles_by_column(events: Sequence[Seat | Text]) -> list[Seat | Text]:
    """Members whose last cell stands where the duties of their list stand have it as their duty."""
    found = list(events)
    every = [one.duty_left for one in found if isinstance(one, Seat) and one.duty_left is not None]
    start = 0
    while start < len(found):
        end = start
        while end < len(found) and isinstance(found[end], Seat):
            end += 1
        found[start:end] = _of_one_list(
            [one for one in found[start:end] if isinstance(one, Seat)], every
        )
        start = end + 1
    return found


def _of_one_list(seats: Sequence[Seat], every: Sequence[float]) -> list[Seat]:
    """One list; `every`: where all known duties of the paper begin, for lists too short to tell."""
    lefts: Sequence[float] = [seat.duty_left for seat in seats if seat.duty_left is not None]
    if len(lefts) < _FEWEST and every and max(every) - min(every) < _NEAR:
        lefts = every
    if len(lefts) < _FEWEST:
        return list(seats)
    column = median(lefts)
    return [_with_its_role(seat, column) for seat in seats]


def _with_its_role(seat: Seat, column: float) -> Seat:
    last = seat.last
    if seat.member.role_text is not None or last is None or abs(last.left - column) > _NEAR:
        return seat
    told = {
        "role": likely_role(last.text),
        "role_text": tidy(last.text),
        "name": last.name,
        "position": last.position,
        "confidence": min(seat.member.confidence or 0.0, _DOUBT),
    }
    return replace(seat, member=seat.member.model_copy(update=told), duty_at=seat.middle)
