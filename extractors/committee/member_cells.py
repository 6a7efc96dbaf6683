"""The cells of a row of members: who it is, and the duty that he bears."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.committee.columns import CellRow
from extractors.committee.roles import is_unfinished, read_role, split_role
from extractors.committee.seat import Draft
from extractors.filled_form import LEADERS
from extractors.text.clauses import read_marker
from extractors.text.offices import starts_office
from extractors.text.passage import Evidence
from extractors.text.people import is_person, is_post

DITTO = re.compile(r"""["”“″〃']{1,2}|,,|-\s*["”]\s*-""")  # the duty above, repeated
_SEAT_WORD = re.compile(r"กรรมการ|คณะทำงาน")  # no post of an office: หัวหน้าฝ่าย บริหาร
# words of duties that are posts, too, beside a duty that is none
IS_A_POST_TOO = re.compile(r"ผู้ทรงคุณวุฒิ|เจ้าหน้าที่[ก-๎]*|หัวหน้า(?:ฝ่าย|กลุ่ม|หน่วย|งาน)")
_BEHIND_BRACKETS = re.compile(
    r"(?P<who>[^()]+\([^()]+\))\s+(?P<duty>[ก-ฮเ-ไ][ก-๎]{2,24}(?:\s?และ\s?[ก-๎]+)?)"
)
_OF_A_PLACE = re.compile(r"[ก-ฮเ-ไ][ก-๎]{2,24}(?:จังหวัด|อำเภอ|ตำบล)")  # ประมงอำเภอ, a post
_BLANK_NAME = 0.2  # of the page's width between a number and a duty: nobody is named there
_LEVEL = 0.02  # of the page's width: how level the names of a column begin


def led_by_role(
    cells: list[Evidence], order: int | None, above: Draft | None
) -> tuple[int | None, list[list[Evidence]], list[Evidence]] | None:
    """A member right of the duty: ประธานกรรมการ │ ศาสตราจารย์ …, กรรมการ │ ๑. นาย ก, and below it
    │ ๒. นาย ข."""
    role = cells[:1] if len(cells) > 1 and read_role(cells[0].text) else []
    rest = cells[1:] if role else cells
    marker = read_marker(rest[0].text)
    if role and marker and marker[0] != "-":
        order = int(marker[0].split(".")[-1])
        rest = [without_marker(rest[0], marker[1]), *rest[1:]]
        cells = [*role, *rest]
    if not role and above is not None and above.led:
        level = abs(rest[0].box.left - above.columns[0][0].box.left) < _LEVEL
        role = above.role if level else []
    if not role or not (is_person(rest[0].text) or _is_seated(cells, above)):
        return None
    return order, [[cell] for cell in rest], role


def is_led_in_three(cells: list[Evidence]) -> bool:
    """Whether a duty stands left of a numbered person and his post: ประธาน │ ๑. นาย ก │ ปลัด."""
    last = cells[-1].text
    post = IS_A_POST_TOO.fullmatch(last) is not None or read_role(last) is None
    return post and _is_seat(cells[0].text)


def _is_seat(text: str) -> bool:
    role = read_role(text)
    return role is not None and role.surely


def _is_seated(cells: list[Evidence], above: Draft | None) -> bool:
    """Whether two cells are a duty and the office that bears it: กรรมการ │ หัวหน้างานจ่ายกลาง. Below
    another such row an office need not be known as one."""
    if len(cells) != 2 or read_role(cells[1].text) or read_marker(cells[0].text):
        return False
    role, who = read_role(cells[0].text), cells[1].text
    below = above is not None and above.led
    known = below or is_post(who) or starts_office(who) or _OF_A_PLACE.fullmatch(who)
    return role is not None and role.surely and bool(known)


def numbered_inside(cells: list[Evidence]) -> tuple[int, list[Evidence]] | None:
    """The order and the cells of a person whose number stands in the middle of a table's row:
    ภารกิจสื่อสาร │ ๓. นาย ก │ คณะทำงาน. What stands left of it groups the members."""
    for place, cell in enumerate(cells[1:-1], 1):
        marker = read_marker(cell.text)
        if marker and marker[0] != "-" and is_person(cell.text[marker[1] :]):
            order = int(marker[0].split(".")[-1])
            return order, [without_marker(cell, marker[1]), *cells[place + 1 :]]
    return None


def is_blank_seat(row: CellRow, cells: list[Evidence]) -> bool:
    """๓. ................ กรรมการ: whose name is left blank."""
    aside = len(row.cells) > 1 and cells[0].box.left - row.cells[0].box.right > _BLANK_NAME
    blank = row.whole or aside or any(LEADERS.search(line.text) for line in row.lines)
    return blank and len(cells) == 1 and read_role(cells[0].text) is not None


def may_serve(text: str, order: int | None, above: Draft | None) -> bool:
    """Whether what stands before a duty in one run of print is somebody: ปลัดจังหวัด กรรมการ, but
    not เสนอรายงานต่อ คณะกรรมการ. In a list it need only bear the next number."""
    if is_person(text) or is_post(text) or starts_office(text):
        return True
    next_number = above is not None and above.order is not None and order == above.order + 1
    return next_number and above is not None and bool(above.role)


def part_cells(cells: list[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """The cells left of the duty, and the duty. What stands right of it is a remark, or told by the
    heading of its column."""
    for place in range(len(cells) - 1, 0, -1):
        text = cells[place].text
        beside = cells[place - 1].text
        posted = IS_A_POST_TOO.fullmatch(text) and not IS_A_POST_TOO.fullmatch(beside)
        if place > 1 and posted and _is_seat(beside):
            continue  # นาย ก │ กรรมการ │ ผู้ทรงคุณวุฒิ
        if read_role(text) or is_unfinished(text) or DITTO.fullmatch(text):
            return cells[:place], [cells[place]]
    last = cells[-1]
    inline = split_role(last.text) or _behind_brackets(last.text)
    if inline is None:
        return cells, []
    left, role = inline
    before, after = in_two(last, left.strip(), role)
    return [*cells[:-1], before], [after]


def _behind_brackets(text: str) -> tuple[str, str] | None:
    """นาย ก (แพทย์แผนไทย) ผู้เยี่ยม: what stands behind a post in brackets is a duty, known or not."""
    found = _BEHIND_BRACKETS.fullmatch(text)
    if found is None or not is_person(found["who"]):
        return None
    return found["who"], found["duty"]


def in_two(cell: Evidence, left: str, right: str) -> list[Evidence]:
    """A cell cut where its last part begins."""
    edge = cell.box.right - cell.box.width * len(right) / len(cell.text)
    before = Evidence(left, cell.page, replace(cell.box, right=edge), cell.confidence)
    return [before, Evidence(right, cell.page, replace(cell.box, left=edge), cell.confidence)]


def before_duties(cells: list[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """A seat at the head of a cell that goes on with what its bearer does:
    คณะทำงาน จัดทำกระทงและเวที."""
    last = cells[-1]
    word, _, rest = last.text.partition(" ")
    seat = read_role(word)
    if not rest or seat is None or not seat.surely or not _SEAT_WORD.search(word):
        return cells, []
    return cells[:-1], in_two(last, word, rest)[:1]


def without_marker(cell: Evidence, marker: int) -> Evidence:
    return Evidence(cell.text[marker:].strip(), cell.page, cell.box, cell.confidence)
