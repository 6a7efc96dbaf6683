"""Numbered rows that are no members, but head the members below them: ๑. คณะกรรมการอำนวยการ."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.committee.columns import CellRow
from extractors.committee.roles import read_role
from extractors.committee.seat import Draft
from extractors.text.clauses import read_marker
from extractors.text.offices import starts_office
from extractors.text.people import is_person, is_post

_BODY = re.compile(r"(?:คณะ(?:อนุ)?(?:กรรมการ|ทำงาน)|ฝ่าย)")
_LEVEL = 0.01  # of the page's width: how far right of its heading the first member may begin


def heads_those_below(row: CellRow, below: CellRow | None) -> bool:
    """Whether a row holds the name of a body alone, and below it stands a member: counted within
    the row's number (๑. คณะ… │ ๑.๑ …), or without number, no further right. A name that goes on
    below its first line hangs."""
    marker = read_marker(row.text)
    if below is None or row.whole or below.whole or len(row.cells) > 1 or len(below.cells) < 2:
        return False
    if marker is None or marker[0] == "-" or not _BODY.match(row.text[marker[1] :]):
        return False
    role = read_role(below.cells[-1].text)
    if role is None or not role.surely:
        return False
    who, edge = below.cells[0].text, row.cells[0].box.left + _LEVEL
    within = read_marker(who)
    if within:
        return within[0] == f"{marker[0]}.1"
    somebody = is_person(who) or is_post(who) or starts_office(who)
    return somebody and below.cells[0].box.left <= edge


def heads_a_new_list(above: Draft, rows: Sequence[CellRow]) -> bool:
    """Whether the first of the rows is no rest of the member above: below it a list counts anew
    (จุดตรวจหน้าตลาด │ ๑. นาย ก …), and it stands in no column but the first."""
    row = rows[0]
    if above.order is None or above.open_role or len(row.cells) > 1 or row.whole:
        return False
    left = row.cells[0].box.left
    if any(abs(left - column[0].box.left) < _LEVEL for column in above.columns[1:]):
        return False
    return any(_begins_a_list(below) for below in rows[1:2] if below.page == row.page)


def _begins_a_list(row: CellRow) -> bool:
    """Whether a row is the first member of a list: its number is 1, a duty at its end."""
    marker = read_marker(row.text)
    role = read_role(row.cells[-1].text)
    first = marker is not None and marker[0].split(".")[-1] == "1"
    return len(row.cells) > 1 and first and role is not None and role.surely


def names_a_body(above: Draft | None, row: CellRow) -> bool:
    """Whether what bears a number above is no member but heads those that begin further left:
    ๑. คณะกรรมการอำนวยการ │ รองผู้บัญชาการ… ประธานกรรมการ."""
    if above is None or above.role or len(above.rows) > 1 or not above.columns:
        return False
    headed = _BODY.match(above.columns[0][0].text) is not None
    return headed and row.cells[0].box.left < above.rows[0].cells[0].box.left
