"""Which rows begin a member: they bear a number, or a name and a duty."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.committee.columns import CellRow
from extractors.committee.heading_rows import names_a_body
from extractors.committee.member_cells import (
    before_duties,
    in_two,
    is_blank_seat,
    is_led_in_three,
    led_by_role,
    may_serve,
    numbered_inside,
    part_cells,
    without_marker,
)
from extractors.committee.member_names import REACHED_AT
from extractors.committee.member_rows import OVER
from extractors.committee.roles import is_unfinished, read_role, split_leading_role
from extractors.committee.seat import Draft
from extractors.text.clauses import read_marker
from extractors.text.offices import starts_office
from extractors.text.passage import Evidence
from extractors.text.people import is_given_name_only, is_person, is_post
from pipeline.layout import join_wrapped
from pipeline.thai_digits import arabic

# ๑ | ๑. | (๑) | ๒.๑: a number in its own column; worn, its dot reads as another sign
_ORDER_ONLY = re.compile(r"\(?(?:\d{1,2}\.){0,2}(\d{1,3})\s?[.,;:)-]?$")
_DASH_ONLY = re.compile(r"[-–•]")  # in the column of the numbers
_BARE_ORDER = re.compile(r"(\d{1,2})\s+(?=[ก-ฮเ-ไ])")  # 1 นาย ก ข │ นิติกร │ กรรมการ: no dot
# . ๒.๔ ด.ต. ก | ๑:๖ นายก… | ๑๒- นาง ข | ต.๓ นาย ค: a number between specks, a sign of it misread
_WORN_ORDER = re.compile(
    r"[.,'’|·:\s]*(?:(?:\d{1,2}|[ก-ฮ])\s?[.:;,·]\s?){0,2}(?P<order>\d{1,2})\s?[-,:;.)]?\s*(?=[ก-ฮเ-ไ])"
)
_FLECK = re.compile(r"[.,'’|·]\s+")  # . พันตำรวจเอก… : dirt of the paper before a name
_SAME_EDGE = 0.015  # of the page's width: how level the cells of a column begin


def member_of(row: CellRow, above: Draft | None) -> Draft | None:
    """The draft that a row begins: it bears a number, or a name and a duty."""
    marker = read_marker(row.cells[0].text)
    order, cells = _without_number(list(row.cells), above)
    cells = [cell for cell in cells if cell.text and not REACHED_AT.fullmatch(cell.text)]
    if not cells:
        return None
    if order is not None and cells[0].text.startswith("ให้") and is_person(cells[0].text[3:]):
        cells[0] = without_marker(cells[0], 3)  # ๑. ให้นาย ก เป็นประธานกรรมการ
    if len(cells) == 1 and (parts := split_leading_role(cells[0].text)):
        cells = in_two(cells[0], *parts)  # ประธาน : นาย ก
    if led := led_by_role(cells, order, above):
        return Draft(*led, [row])
    columns, role = part_cells(cells)
    if not role and len(cells) > (1 if row.whole else 2) and is_person(cells[0].text):
        columns, role = before_duties(cells)
    if len(role) == 1 and columns and _is_left_of_brace(row, role[0]):
        columns, role = [*columns, *role], []
    if order is not None and not role and is_blank_seat(row, cells):
        columns, role = [], cells
    if role and columns and len(cells) == 1 and not may_serve(columns[0].text, order, above):
        return None
    if order is None and not _begins_unnumbered(row, above, columns, role, marker is not None):
        return None
    return Draft(order, [[cell] for cell in columns], role, [row])


def _without_number(
    cells: list[Evidence], above: Draft | None
) -> tuple[int | None, list[Evidence]]:
    """The number that leads a row, in a cell of its own or before the name, and the row's cells
    without it, without a bullet or a fleck of dirt."""
    first, rest = cells[0], cells[1:]
    alone = _ORDER_ONLY.match(arabic(first.text))
    if alone or _DASH_ONLY.fullmatch(first.text.strip()):
        return (int(alone[1]) if alone else None), rest
    if marker := read_marker(first.text):
        order = None if marker[0] == "-" else int(marker[0].split(".")[-1])
        return order, [without_marker(first, marker[1]), *rest]
    worn = _WORN_ORDER.match(arabic(first.text))
    if worn and above is not None and above.order is not None and int(worn[1]) == above.order + 1:
        return int(worn[1]), [without_marker(first, worn.end()), *rest]
    bare = _BARE_ORDER.match(arabic(first.text))
    follows = bare is not None and above is not None and above.order == int(bare[1]) - 1
    if bare and _is_listed(cells, bare.end(), follows):
        return int(bare[1]), [without_marker(first, bare.end()), *rest]
    if len(cells) > 2 and not is_led_in_three(cells) and (inside := numbered_inside(cells)):
        return inside
    if (fleck := _FLECK.match(first.text)) and is_person(first.text[fleck.end() :]):
        return None, [without_marker(first, fleck.end()), *rest]
    return None, cells


def _begins_unnumbered(
    row: CellRow,
    above: Draft | None,
    columns: list[Evidence],
    role: list[Evidence],
    bulleted: bool,
) -> bool:
    """Whether a row without a number begins a member, and does not go on with the one above."""
    if not bulleted and _is_bulleted(above) and not is_person(columns[0].text):
        return False  # - นาย ก │ ผู้อำนวยการ…งบประมาณ │ คณะทำงานและ, and below it the rest
    if not role or not columns or OVER.match(row.text):
        return False
    goes_on = above is not None and above.order is not None and not row.whole
    goes_on = goes_on and not names_a_body(above, row)
    unread = goes_on and _is_the_next(above, row, columns, role)
    # - สาธารณสุขอำเภอ… (ประธาน): a bullet before, brackets around the duty
    listed = bulleted and role[0].text.startswith("(")
    if not (listed or is_person(columns[0].text)) and (
        (goes_on and not unread) or len(row.cells) < 2
    ):
        return False
    headed = above is not None and above.heads_a_list
    headed = headed and (is_person(columns[0].text) or bulleted)
    waits = goes_on and above is not None and above.open_role
    return not waits or headed or unread


def _is_bulleted(above: Draft | None) -> bool:
    marker = read_marker(above.rows[0].text) if above is not None else None
    return marker is not None and marker[0] == "-"


def _is_left_of_brace(row: CellRow, cell: Evidence) -> bool:
    """Whether a brace without words closes a row behind a cell: what sounds like a duty is a post
    (นาย ก │ กรรมการสภา ผู้ทรงคุณวุฒิ │ }), and the duty stands beside the brace's middle."""
    braces = (line for line in row.lines if line.text.strip(" \t|") == "}")
    return any(cell.box.right <= line.box.left for line in braces)


def _is_listed(cells: Sequence[Evidence], begins: int, counts_on: bool) -> bool:
    """Whether somebody stands behind a number without a dot, and a duty at the end of the row;
    whoever it is, if the number is the next."""
    who_it_is = cells[0].text[begins:]
    role = read_role(cells[-1].text) if len(cells) > 1 else None
    serves = bool(role and role.surely) or (len(cells) > 1 and is_unfinished(cells[-1].text))
    return serves and (counts_on or is_person(who_it_is) or is_post(who_it_is))


def _is_the_next(
    above: Draft | None, row: CellRow, columns: list[Evidence], role: list[Evidence]
) -> bool:
    """Whether a row is a member of its own, whose number was not read: it begins where the one
    above does and bears a duty in its column, or the name of a person below another's."""
    if above is None or not above.columns or len(row.cells) < 2 or above.led:
        return False
    first, start = columns[0], above.columns[0][0]
    if abs(first.box.left - start.box.left) > _SAME_EDGE or first.text.startswith("และ"):
        return False
    told = read_role(join_wrapped([cell.text for cell in role]))
    if told is None or not told.surely or role[0].text.startswith("และ"):
        return False
    if is_person(first.text) and is_person(start.text):
        return not is_given_name_only(first.text)
    under = above.role and abs(role[0].box.left - above.role[0].box.left) < _SAME_EDGE
    return (
        bool(under) and not above.open_role and (is_post(first.text) or starts_office(first.text))
    )
