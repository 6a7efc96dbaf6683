"""Persons of a list without numbers on whose rows no duty stands: they share that of a brace.

นายเอก มั่นคง          ประธานกรรมการ
นางโท แสนดี     }
นายตรี ใจเย็น    }      กรรมการ
"""

from __future__ import annotations

from extractors.committee.columns import CellRow
from extractors.committee.seat import Draft, Seat
from extractors.text.clauses import read_marker
from extractors.text.people import is_given_name_only, split_person

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


def shares_a_duty(seat: Seat, above: Seat | None) -> bool:
    """Whether somebody without a number or a duty is one of a list without numbers."""
    member = seat.member
    whole = member.order is None and member.name is not None
    return whole and above is not None and above.member.order is None


def _is_named_in_full(text: str) -> bool:
    person = split_person(text)
    return person is not None and not is_given_name_only(person.name)
