"""One duty for several members: a brace } joins the names, the duty stands beside its middle.

A brace that was read on every row tells whom it joins. Readers of print seldom read a tall one, so
else places tell: a duty belongs to the members about whose middle it stands, those who bear one on
their own row left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.committee.seat import Seat
from extractors.record import Member

_DOUBT = 0.5  # the most that a duty given by a brace is trusted
# How far the ink is trusted where a brace is plain: the list is numbered without a gap, all of it
# has duties, and this one stands about the middle of those it is for. At first reading 9 of 9 such
# members had the right duty (tests/extractors/papers, whole and signed, the fourth half), and all
# of 64 as scanned (twelfth to fifteenth half, each at four levels).
_PLAIN, _IN_THE_MIDDLE = 0.95, 0.15
# Of the step from member to member: how far a duty may stand from the middle of those it is for,
# also where a typist had no middle row (four names and more); and what one left without costs.
_NEAR, _NEAR_OF_MANY, _MANY, _WITHOUT = 0.3, 0.55, 4, 0.45


def share_duties(seats: Sequence[Seat]) -> tuple[Member, ...]:
    """Give members without a duty that of the brace they stand in."""
    step = _step(seats)
    shared = [seat.member for seat in seats]
    groups = _groups(seats, step)
    for start, end, bearer in groups:
        duty = seats[bearer].member
        sure = _is_plain(seats, groups, (start, end, bearer), step)
        for place in range(start, end):
            if place == bearer or shared[place].role_text is not None:
                continue  # a heading gave him his own
            confidence = min(shared[place].confidence or 0.0, _DOUBT)
            if sure:
                confidence = _PLAIN * min(_ink(seats[place]), duty.confidence or 0.0)
            shared[place] = shared[place].model_copy(
                update={
                    "role": duty.role,
                    "role_text": duty.role_text,
                    "confidence": confidence,
                }
            )
    return tuple(shared)


def _is_plain(
    seats: Sequence[Seat],
    groups: Sequence[tuple[int, int, int]],
    group: tuple[int, int, int],
    step: float,
) -> bool:
    """Whether nobody could take the duty of a brace for that of one member alone.

    At the end of a list a duty on the row of one may be its own, those of the rest not read.
    """
    start, end, bearer = group
    counted = all(seat.member.order in (None, place) for place, seat in enumerate(seats, 1))
    shared = {place for first, past, _ in groups for place in range(first, past)}
    served = all(seat.duty_at is not None or i in shared for i, seat in enumerate(seats))
    between_rows = (end - start) % 2 == 0
    centred = _distance(seats, start, end, bearer, step) <= _IN_THE_MIDDLE
    return counted and served and centred and (between_rows or end < len(seats))


def _ink(seat: Seat) -> float:
    return min(cell.confidence for row in seat.rows for cell in row.cells)


def closes_brace(seats: Sequence[Seat], following: Seat) -> bool:
    """Whether a member without a duty is the lower part of a brace at the end of a list."""
    last = seats[-1].member.order if seats else None
    if last is None or following.member.order != last + 1:
        return False
    every = (*seats, following)
    bearer = max((i for i, seat in enumerate(seats) if seat.duty_at is not None), default=None)
    if bearer is None:
        return False
    first = _first_without(every, bearer)
    step = _step(every)
    end = len(every)
    if end - 1 - bearer <= bearer - first:
        return True  # as many above the bearer of the duty as below it so far
    return any(
        _distance(every, start, end, bearer, step) <= _allowed(end - start)
        for start in range(first, bearer + 1)
    )


def _groups(seats: Sequence[Seat], step: float) -> list[tuple[int, int, int]]:
    """Neighbours that share a duty, as (start, end, bearer): the cheapest way to part the list.

    `best[i]` is what it costs to give the first i members their duties, and how.
    """
    read = _braced(seats)
    if read:
        return read
    best: list[tuple[float, list[tuple[int, int, int]]]] = [(0.0, [])]
    for end in range(1, len(seats) + 1):
        ways = []
        if seats[end - 1].duty_at is None:
            cost, groups = best[end - 1]
            ways.append((cost + _WITHOUT, groups))
        for start in range(end - 1, -1, -1):
            bearers = [i for i in range(start, end) if seats[i].duty_at is not None]
            if len(bearers) > 1:
                break
            if not bearers:
                continue
            alone = end - start == 1
            distance = 0.0 if alone else _distance(seats, start, end, bearers[0], step)
            if distance <= _allowed(end - start):
                cost, groups = best[start]
                ways.append((cost + distance, [*groups, (start, end, bearers[0])]))
        best.append(min(ways, key=lambda way: way[0]))
    return [group for group in best[-1][1] if group[1] - group[0] > 1]


def _braced(seats: Sequence[Seat]) -> list[tuple[int, int, int]]:
    """Neighbours on whose rows a brace was read, one of whom bears a duty."""
    found: list[tuple[int, int, int]] = []
    start = 0
    while start < len(seats):
        end = start
        while end < len(seats) and _shows_brace(seats[end]):
            end += 1
        bearers = [i for i in range(start, end) if seats[i].duty_at is not None]
        found += _parted(start, end, bearers)
        start = end + 1
    return found


def _parted(start: int, end: int, bearers: Sequence[int]) -> list[tuple[int, int, int]]:
    """The groups of a run of rows with braces. Where several duties stand in it, as many braces
    follow each other: told apart only if all are as tall, and each duty as far down in its own."""
    tall = (end - start) // len(bearers) if bearers else 0
    down = {bearer - start - place * tall for place, bearer in enumerate(bearers)}
    if tall < 2 or tall * len(bearers) != end - start or len(down) > 1:
        return []
    return [
        (start + place * tall, start + (place + 1) * tall, bearer)
        for place, bearer in enumerate(bearers)
    ]


def _shows_brace(seat: Seat) -> bool:
    return any("}" in line.text for row in seat.rows for line in row.lines)


def _distance(seats: Sequence[Seat], start: int, end: int, bearer: int, step: float) -> float:
    """How many steps a duty stands from the middle of members `start` to `end`."""
    duty_at = seats[bearer].duty_at
    if duty_at is None or not step:
        return float("inf")
    middle = (seats[start].top + seats[end - 1].bottom) / 2
    return abs(duty_at - middle) / step


def _allowed(members: int) -> float:
    return _NEAR_OF_MANY if members >= _MANY and members % 2 == 0 else _NEAR


def _first_without(seats: Sequence[Seat], bearer: int) -> int:
    """The first of the members without a duty right above the bearer of one."""
    first = bearer
    while first and seats[first - 1].duty_at is None:
        first -= 1
    return first


def _step(seats: Sequence[Seat]) -> float:
    """The usual step from a member to the next of the same page; 0 of a single one."""
    steps = [below.middle - above.middle for above, below in pairwise(seats)]
    return median([step for step in steps if 0 < step < 0.5] or [0.0])
