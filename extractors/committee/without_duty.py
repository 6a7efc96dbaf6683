"""Persons of a list without numbers on whose rows no duty stands: they share that of a brace.

นายเอก มั่นคง          ประธานกรรมการ
นางโท แสนดี     }
นายตรี ใจเย็น    }      กรรมการ
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.committee.columns import CellRow
from extractors.committee.member_cells import without_marker
from extractors.committee.member_rows import AWAITS_SEAT, BEARS, FULL_LINE
from extractors.committee.roles import read_role
from extractors.committee.seat import Draft, Seat
from extractors.text.clauses import read_marker
from extractors.text.people import is_given_name_only, is_person, split_person

_SAME_EDGE = 0.015  # of the page's width: how level the names of a column begin


def without_duty(row: CellRow, above: Draft | None) -> Draft | None:
    """The draft of a person named in full right below another of a list without numbers."""
    if above is None or above.order is not None or above.led or above.headed or row.whole:
        return None
    if not above.columns or (above.open_role and above.role):
        return None
    first, start = row.cells[0], above.columns[0][0]
    marker = read_marker(first.text)
    level = abs(first.box.left - start.box.left) < _SAME_EDGE
    if marker or not level or row.page != above.rows[-1].page:
        return None
    if not (_is_named_in_full(first.text) and _is_named_in_full(start.text)):
        return None
    return Draft(None, [[cell] for cell in row.cells], [], [row])


def seated_below(rows: Sequence[CellRow], above: Draft | None) -> Draft | None:
    """The draft of a person in a list without numbers whose duty the next row tells, as it had no
    room or stands there by custom: - นาย ก ปลัดอำเภอ เป็น │ กรรมการ, or นาย ก │ (กรรมการ)."""
    if len(rows) < 2 or any(row.whole for row in rows) or len(rows[1].cells) > 1:
        return None
    goes_on = above is not None and (above.order is not None or above.open_role)
    if goes_on and above is not None and not above.heads_a_list:
        return None
    row, below = rows
    cell, marker = row.cells[0], read_marker(row.text)
    if marker and marker[0] == "-":
        cell = without_marker(cell, marker[1])
    if (marker and marker[0] != "-") or not is_person(cell.text):
        return None
    role = read_role(below.text)
    told = BEARS.match(below.text) or below.text.startswith("(")
    full = AWAITS_SEAT.search(row.text) or row.cells[-1].box.right > FULL_LINE
    hangs = below.cells[0].box.left > row.cells[0].box.left + _SAME_EDGE
    if role is None or not role.surely or not ((told and hangs) or full):
        return None
    return Draft(None, [[one] for one in (cell, *row.cells[1:])], [], [row])


def shares_a_duty(seat: Seat, above: Seat | None) -> bool:
    """Whether somebody without a number or a duty is one of a list without numbers."""
    member = seat.member
    whole = member.order is None and member.name is not None
    return whole and above is not None and above.member.order is None


def _is_named_in_full(text: str) -> bool:
    person = split_person(text)
    return person is not None and not is_given_name_only(person.name)
