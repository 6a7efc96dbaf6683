"""The rows of a list of members: persons or offices, each with a duty.

Orders set them in two or three columns, in ruled tables, or run them into one line; a long name, a
long position or a duty in two words wraps to the row below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.committee.columns import CellRow
from extractors.committee.heading_rows import heads_others, heads_those_below
from extractors.committee.member_cells import (
    DITTO,
    IS_A_POST_TOO,
    part_cells,
    without_marker,
)
from extractors.committee.member_names import who
from extractors.committee.member_rows import (
    AWAITS_SEAT,
    BEARS,
    FULL_LINE,
    bears_seat,
    completes,
    continues,
    did_not_fit,
)
from extractors.committee.member_starts import member_of
from extractors.committee.roles import (
    Role,
    bare_role,
    likely_role,
    namely,
    read_heading,
    read_role,
)
from extractors.committee.seat import Draft, Last, Seat, Text
from extractors.committee.without_duty import seated_below, without_duty
from extractors.record import Member, where
from extractors.text.clauses import read_marker, tidy
from extractors.text.passage import Evidence
from extractors.text.people import is_person
from pipeline.layout import join_wrapped

_DOTS_BEHIND = re.compile(r"\s+[.…_]+$|[.…_]{2,}$")  # กำนันตำบล ...: what was read of a blank
_DOTS_WITHIN = re.compile(r"\s*(?:\.{3,}|…+|(?<=\s)\.\.)\s*")  # นายอำเภอ ... หรือผู้แทน
_DOUBT = 0.5  # the most that a duty read with a letter amiss is trusted


def read_members(rows: Iterable[CellRow]) -> list[Seat | Text]:
    """Tell the members among the rows of a document from the rest, in order."""
    found: list[Seat | Text] = []
    draft: Draft | None = None
    every = list(rows)
    for place, row in enumerate(every):
        if heads_those_below(every[place : place + 3]):
            found += [*(_finish(draft, found) if draft else []), Text(row)]
            draft = None
            continue
        started = member_of(row, draft) or without_duty(row, draft)
        started = started or seated_below(every[place : place + 2], draft)
        if started is None and draft is not None and _heads(draft, row):
            found += [Text(each) for each in draft.rows]
            draft = _under_its_role(row, found)
            continue
        heads = draft is not None and heads_others(draft, every[place : place + 3])
        if started is None and draft is not None and not heads and continues(draft, row):
            _attach(draft, row)
            continue
        if draft is not None:
            found += _finish(draft, found)
        draft = started or _under_its_role(row, found)
        if draft is None:
            found.append(Text(row))
    if draft is not None:
        found += _finish(draft, found)
    return found


def _heads(draft: Draft, row: CellRow) -> bool:
    """Whether a numbered row is no member but the duty of the person below it: ๒. ผู้ควบคุมงาน."""
    alone = not draft.role and len(draft.columns) == len(draft.rows) == 1 and not row.whole
    return alone and is_person(row.text) and _heading_role(draft.rows[0]) is not None


def _heading_role(row: CellRow) -> Role | None:
    """What a row says that is a duty and nothing else, a number before it left off."""
    marker = read_marker(row.text)
    role = read_heading(namely(row.text[marker[1] :] if marker else row.text))
    return role if role and role.surely and len(row.cells) == 1 else None


def _under_its_role(row: CellRow, found: Sequence[Seat | Text]) -> Draft | None:
    """A person without number or duty, below a heading that tells it: ประธานกรรมการ │ นาย ก. Those
    below the first follow it."""
    last = found[-1] if found else None
    cell = row.cells[0]
    marker = read_marker(cell.text)
    if marker and marker[0] == "-":
        cell = without_marker(cell, marker[1])
    if last is None or row.whole or not is_person(cell.text):
        return None
    if isinstance(last, Text):
        headed = _heading_role(last.row) is not None
    else:
        headed = last.member.role_text is None and last.member.order is None
    return (
        Draft(None, [[one] for one in (cell, *row.cells[1:])], [], [row], headed)
        if headed
        else None
    )


def _attach(draft: Draft, row: CellRow) -> None:
    wrapped = bool(draft.columns) and (
        AWAITS_SEAT.search(draft.columns[-1][-1].text) is not None or did_not_fit(draft, row)
    )
    draft.rows.append(row)
    cells = list(row.cells)
    runs_on = not row.whole and read_marker(cells[0].text) is None
    if not draft.role and (len(cells) > 1 or runs_on):
        cells, draft.role = part_cells(cells)
    if not draft.role and _stands_right(draft, cells[0]) and read_role(cells[0].text):
        draft.role = cells[:1]  # beside the middle of a brace, on no member's row
        return
    seat = bears_seat(cells[0].text) or (wrapped and read_role(cells[0].text))
    post_too = draft.role and IS_A_POST_TOO.fullmatch(draft.role_text) and BEARS.match(row.text)
    if post_too and seat and len(draft.columns) == 1:
        draft.columns.append(draft.role)  # ๑. นาย ก ผู้ทรงคุณวุฒิ │ เป็นกรรมการ
        draft.role = []
    if not draft.role and len(cells) == 1 and seat:
        draft.role = cells  # ๑. นาย ก │ ปลัดอำเภอ │ เป็นกรรมการ, or … เป็น │ เลขานุการ
        return
    for cell in cells:
        beside = draft.led and cell.box.left > draft.role[0].box.right
        under_role = not draft.columns or not draft.role or cell.box.right > draft.role[0].box.left
        goes_on = under_role or draft.open_role or cell.text.startswith("และ")
        if draft.role and not beside and completes(draft, cell) and goes_on:
            draft.role.append(cell)
            continue
        if not draft.columns:
            draft.columns.append([cell])
            continue
        full = wrapped and draft.columns[-1][-1].box.right > FULL_LINE
        if full and cell.box.left < draft.columns[0][0].box.left:
            draft.columns[-1].append(cell)  # at the margin, the rest of a line that was full
            continue
        nearest = min(draft.columns, key=lambda column: abs(column[0].box.left - cell.box.left))
        nearest.append(cell)


def _stands_right(draft: Draft, cell: Evidence) -> bool:
    """Whether a cell stands right of all that is read of a member."""
    return all(other.box.right < cell.box.left for column in draft.columns for other in column)


def _finish(draft: Draft, before: list[Seat | Text]) -> list[Seat | Text]:
    last = before[-1] if before else None
    if isinstance(last, Text) and len(before) > 1 and read_role(last.row.text):
        last = before[-2]  # a heading that gives the members below it their role
    numbered = draft.order is not None and isinstance(last, Seat)
    follows = numbered and draft.order == _next_number(before)
    shares = draft.order is None and draft.columns and not draft.role and isinstance(last, Seat)
    if draft.headed or shares:
        return [_seat(draft, before)]
    if not (draft.role and (draft.columns or follows or draft.order == 1)) and (
        not draft.columns or not (follows or draft.order == 1)
    ):
        return [Text(row) for row in draft.rows]
    return [_seat(draft, before)]


def _next_number(before: Sequence[Seat | Text]) -> int | None:
    """The number that the next member bears: numbers above it that were not read are counted."""
    unread = 0
    for event in reversed(before):
        if isinstance(event, Seat) and event.member.order is not None:
            return event.member.order + unread + 1
        unread += isinstance(event, Seat)
    return None


def _seat(draft: Draft, before: list[Seat | Text]) -> Seat:
    cells = [cell for column in draft.columns for cell in column] or draft.role
    page = cells[0].page
    here = [cell.box for cell in cells if cell.page == page]
    duty = [cell for cell in draft.role if cell.page == draft.role[0].page]
    return Seat(
        member=_member(draft, before),
        columns=len(draft.columns),
        rows=tuple(draft.rows),
        top=page + min(box.top for box in here),
        bottom=page + max(box.bottom for box in here),
        duty_left=duty[0].box.left if duty else None,
        last=_last(draft),
        duty_at=duty[0].page + (duty[0].box.top + duty[-1].box.bottom) / 2 if duty else None,
    )


def _last(draft: Draft) -> Last | None:
    if draft.role or len(draft.columns) < 2:
        return None
    cells = draft.columns[-1]
    told = who(draft.columns[:-1])
    return Last(join_wrapped([cell.text for cell in cells]), cells[0].box.left, *told)


def _member(draft: Draft, before: list[Seat | Text]) -> Member:
    cells = [cell for column in draft.columns for cell in column] + draft.role
    role_text = re.sub(r"\s*และ\s*", "และ", tidy(bare_role(draft.role_text))) or None
    role_text = role_text.removesuffix("และ") if role_text else None  # …เป็นกรรมการ และ │ ๓. นาย ค
    role = read_role(role_text) if role_text else None
    last = before[-1] if before else None
    if role_text and DITTO.fullmatch(role_text) and isinstance(last, Seat):
        role_text = last.member.role_text
        role = read_role(role_text or "")
    name, position = who(draft.columns)
    position = _DOTS_WITHIN.sub(" ", _DOTS_BEHIND.sub("", position)) if position else None
    position = position.strip() or None if position else None
    box = cells[0].box
    for cell in cells:
        if cell.page == cells[0].page:
            box = box.union(cell.box)
    confidence = min(cell.confidence for cell in cells)
    if role is None or not role.surely:
        confidence = min(confidence, _DOUBT)
    return Member(
        order=draft.order,
        name=name,
        position=position,
        role=role.role if role else likely_role(role_text or ""),
        role_text=role_text,
        **where(Evidence(draft.rows[0].text, cells[0].page, box, confidence)),
    )
