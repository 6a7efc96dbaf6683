"""Numbered rows that are no members, but head the members below them: ๑. คณะกรรมการอำนวยการ."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.committee.columns import CellRow
from extractors.committee.roles import read_role
from extractors.committee.seat import Draft
from extractors.committee.table_heads import is_header
from extractors.text.clauses import read_marker
from extractors.text.offices import starts_office
from extractors.text.people import is_person, is_post

_BODY = re.compile(
    r"คณะ(?:อนุ)?(?:กรรมการ|ทำงาน|ที่ปรึกษา)|ฝ่าย|(?:ชุด|ทีม|หน่วย|สาย|จุด)[ก-๎]{0,12}ที่\s?[\d๐-๙]"
)
_MEMBERS_ALONE = re.compile(  # ๑.๑ องค์ประกอบ, under the name of a body
    r"(?:องค์ประกอบ|ราย(?:ชื่อ|นาม))(?:คณะ\S{2,12})?\s*(?:ดังนี้|ประกอบด้วย|มีดังนี้)?\s*:?"
)
_SIDE = re.compile(
    r"(?:ผู้แทน|ฝ่าย|ภาค|กลุ่ม|ด้าน|ส่วน|องค์กร|ผู้ทรงคุณวุฒิ|โดยตำแหน่ง|กรรมการ(?:โดยตำแหน่ง|ผู้)|สมาชิก)\S*(?:\s\S+)?$"
)
_AWAITS = re.compile(r"(?:หรือ|และ|กับ|ของ|จาก|โดย|เป็น)$")  # what goes on below
_ROOM = 0.15  # of the page's width: a line that leaves more before the duties was ended by choice
_LEVEL = 0.01  # of the page's width: how far right of its heading the first member may begin


def heads_those_below(rows: Sequence[CellRow]) -> bool:
    """Whether the first of the rows holds the name of a body alone, and below it stands a member:
    counted within the row's number (๑. คณะ… │ ๑.๑ …), or without number, a person, or no further
    right; a name that goes on below its first line hangs, above a row that counts on."""
    row, below = rows[0], rows[1] if len(rows) > 1 else None
    marker = read_marker(row.text)
    if below is None or row.whole or len(row.cells) > 1 or len(below.cells) < 2:
        return False
    if marker is None or marker[0] == "-":
        return False
    if _BODY.match(row.text[marker[1] :]) and is_header(below):
        return True  # ๑. คณะกรรมการอำนวยการ │ ที่ ชื่อ - สกุล ตำแหน่ง หน้าที่
    if below.whole:
        return False
    if _MEMBERS_ALONE.fullmatch(row.text[marker[1] :]):
        return True
    if not _BODY.match(row.text[marker[1] :]):
        return False
    role = read_role(below.cells[-1].text)
    if role is None or not role.surely:
        return False
    who, edge = below.cells[0].text, row.cells[0].box.left + _LEVEL
    within = read_marker(who)
    if within:
        return within[0] == f"{marker[0]}.1"
    somebody = is_person(who) or is_post(who) or starts_office(who)
    level = below.cells[0].box.left <= edge or is_person(who)
    return (somebody and level) or _is_one_of_several(below, rows[2:3])


def _is_one_of_several(row: CellRow, following: Sequence[CellRow]) -> bool:
    """Whether the row below a member without a number is another such member, level with it."""
    for other in following:
        level = abs(other.cells[0].box.left - row.cells[0].box.left) < _LEVEL
        role = read_role(other.cells[-1].text) if len(other.cells) > 1 else None
        return level and read_marker(other.text) is None and role is not None and role.surely
    return False


def heads_others(above: Draft, rows: Sequence[CellRow]) -> bool:
    """Whether the first of the rows is no rest of the member above, but heads those below it."""
    return any(heads(above, rows) for heads in _HEADS_OTHERS)


def _heads_a_new_list(above: Draft, rows: Sequence[CellRow]) -> bool:
    """Whether the first of the rows is no rest of the member above: below it a list counts anew
    (จุดตรวจหน้าตลาด │ ๑. นาย ก …), and it stands in no column but the first."""
    row = rows[0]
    if above.open_role or not above.role or len(row.cells) > 1 or row.whole:
        return False
    left = row.cells[0].box.left
    beside = any(abs(left - column[0].box.left) < _LEVEL for column in above.columns[1:])
    if beside and not _BODY.match(row.text):
        return False
    return any(_begins_a_list(one, above) for one in rows[1:2] if one.page == row.page)


def _heads_the_first(above: Draft, rows: Sequence[CellRow]) -> bool:
    """Whether the first of the rows says a duty and no more, left of a member who bears none of his
    own, and those whom it heads are counted anew: ๑. นาย ก │ ปลัดอำเภอ, รองประธาน, ๑. นาย ข."""
    row = rows[0]
    if above.order is None or above.role or len(row.cells) > 1 or row.whole or len(rows) < 2:
        return False
    role = read_role(row.text)
    left = row.cells[0].box.left < above.rows[0].cells[0].box.left - _LEVEL
    return left and role is not None and role.surely and _order(rows[1], 1) == 1


def _heads_a_group(above: Draft, rows: Sequence[CellRow]) -> bool:
    """Whether the first of the rows says a duty and no more, level with the numbers of the members,
    and the next of them bears none of his own (๒. … │ ประธานกรรมการ │ ๓. …)."""
    row = rows[0]
    role = read_role(row.text) if len(row.cells) == 1 and not above.open_role else None
    level = abs(row.cells[0].box.left - above.rows[0].cells[0].box.left) < _LEVEL
    if above.order is None or not level or role is None or not role.surely or len(rows) < 2:
        return False
    return _order(rows[1]) == above.order + 1 and read_role(rows[1].cells[-1].text) is None


def _names_a_side(above: Draft, rows: Sequence[CellRow]) -> bool:
    """Whether the first of the rows, level with the members' numbers, says whose side several of
    those below it stand for (ผู้แทนฝ่ายลูกจ้าง), and is no rest of a line that was full. What stands
    below every member is a post."""
    row = rows[0]
    if above.order is None or above.open_role or len(row.cells) > 1 or not _SIDE.match(row.text):
        return False
    start, last = above.rows[0].cells[0], above.columns[0][-1] if above.columns else None
    if last is None or row.cells[0].box.left > start.box.left + _LEVEL:
        return False
    if _AWAITS.search(last.text):
        return False  # อัครราชทูต (ฝ่ายการพาณิชย์) หรือ│ผู้แทน
    several = [_order(other) for other in rows[1:3]] == [above.order + 1, above.order + 2]
    return several and above.role[0].box.left - last.box.right > _ROOM


def _order(row: CellRow, fewest: int = 2) -> int | None:
    """The number that a row of several cells bears."""
    marker = read_marker(row.text) if len(row.cells) >= fewest else None
    last = marker[0].split(".")[-1] if marker else ""
    return int(last) if last.isdigit() else None


def _begins_a_list(row: CellRow, above: Draft) -> bool:
    """Whether a row is the first member of a list: a duty stands at its end, and its number is 1;
    of a list without numbers it is the one who leads, below another list of that kind."""
    marker = read_marker(row.text)
    role = read_role(row.cells[-1].text)
    if len(row.cells) < 2 or role is None or not role.surely:
        return False
    if above.order is None:
        counted = marker is not None and marker[0] != "-"
        return role.role == "chair" and not counted and not above.led
    return marker is not None and marker[0].split(".")[-1] == "1"


def names_a_body(above: Draft | None, row: CellRow) -> bool:
    """Whether what bears a number above is no member but heads those that begin further left:
    ๑. คณะกรรมการอำนวยการ │ รองผู้บัญชาการ… ประธานกรรมการ."""
    if above is None or above.role or len(above.rows) > 1 or not above.columns:
        return False
    headed = _BODY.match(above.columns[0][0].text) is not None
    return headed and row.cells[0].box.left < above.rows[0].cells[0].box.left


_HEADS_OTHERS = (_heads_a_new_list, _heads_a_group, _heads_the_first, _names_a_side)
