"""A word that no table knows is yet a duty if it stands in the column of the duties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from extractors.committee.roles import likely_role
from extractors.committee.seat import Last, Seat, Text
from extractors.text.clauses import tidy
from extractors.text.offices import starts_office

_NEAR = 0.015  # of the page's width: how level the cells of a column begin
_SEATED = re.compile(r"(?:(?:รอง)?ประธาน)?(?:คณะ)?(?:อนุ)?กรรมการ|คณะทำงาน")
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
    if (
        len(lefts) < _FEWEST
    ):  # ประธานกรรมการสำรวจ │ กรรมการสำรวจ: seats that the table does not hold
        said = [seat.last for seat in seats if seat.last and _SEATED.match(seat.last.text)]
        said = said or _third_cells(seats)
        level = [*lefts, *(last.left for last in said)]
        if len(level) >= _FEWEST and max(level) - min(level) <= _NEAR:
            lefts = level
    if len(lefts) < _FEWEST and every and max(every) - min(every) < _NEAR:
        lefts = every
    if not lefts:
        return list(seats)
    column, alone = median(lefts), len(lefts) < _FEWEST
    return [
        seat if alone and _may_be_posts(seat) else _with_its_role(seat, column) for seat in seats
    ]


def _third_cells(seats: Sequence[Seat]) -> list[Last]:
    """The last cells of a list whose members all have a name, a post and one more, some of which
    sound like duties: นาย ก │ นักธุรกิจ │ ประธานจัดการแข่งขัน."""
    lasts = [seat.last for seat in seats if seat.last and seat.last.name and seat.last.position]
    likely = [last for last in lasts if likely_role(last.text) != "other"]
    return lasts if likely and len(lasts) == len(seats) else []


def _may_be_posts(seat: Seat) -> bool:
    """Whether the last cell of a member may be his post, where one other alone bears a duty."""
    last = seat.last
    return last is None or last.position is None or starts_office(last.text)


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
