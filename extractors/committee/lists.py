"""Members to lists: where one list ends and the next begins, and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.committee.braces import closes_brace
from extractors.committee.columns import CellRow, cell_rows
from extractors.committee.headed_columns import told_by_headings
from extractors.committee.headed_roles import with_headed_roles
from extractors.committee.headings import GROUP_MARK, HEADING, heads_seats, tells_duties
from extractors.committee.members import read_members
from extractors.committee.role_column import with_roles_by_column
from extractors.committee.roles import namely, read_role
from extractors.committee.running_list import one_counted_a_row
from extractors.committee.seat import Seat, Text
from extractors.committee.side_by_side import one_member_a_row
from extractors.committee.table_heads import is_header
from extractors.committee.without_duty import shares_a_duty
from extractors.record import Member
from extractors.text.clauses import read_marker
from pipeline.models import Document

_LED = ("vice_chair", "member", "secretary", "assistant_secretary")  # who follow one who leads


@dataclass
class MemberList:
    before: list[CellRow]
    seats: list[Seat] = field(default_factory=list)
    grouped: bool = False  # a heading stands within it: ข. ผู้แทนประชาคม

    def leads(self, first: CellRow, other: CellRow) -> bool:
        """Whether duties alone head its members, the leader first, and `other` is one, too:
        ประธานกรรมการ │ ๑. … │ กรรมการ │ ๑. … │ ๒. …"""
        roles = [read_role(row.text) if len(row.cells) == 1 else None for row in (first, other)]
        said = [role.role if role and role.surely else "other" for role in roles]
        return said[0] == "chair" and said[1] in _LED


def member_lists(document: Document) -> tuple[list[MemberList], list[CellRow]]:
    """Lists of members, each with the rows before it, and the rows after the last."""
    found: list[MemberList] = []
    between: list[CellRow] = []
    events = read_members(one_member_a_row(one_counted_a_row(cell_rows(document))))
    events = _without_lone_offices(events)
    events = told_by_headings(with_headed_roles(with_roles_by_column(events)))
    for place, event in enumerate(events):
        if isinstance(event, Text):
            between.append(event.row)
            continue
        if is_header(event.rows[0]):
            between += event.rows  # วันที่ │ ผู้อยู่เวร │ ผู้ตรวจเวร
            continue
        if event.member.role_text is None:
            between_sure = _is_missing_between(event, _next_sure(event, events[place + 1 :]))
            above = found[-1].seats if found and not between else ()
            shares = shares_a_duty(event, above[-1] if above else None)
            closes = found and closes_brace(found[-1].seats, event)
            if not (between_sure or shares or closes):
                between += event.rows
                continue
        if found and _is_group_of_seats(found[-1], between):
            found[-1].grouped = True
        elif not found or _is_new(found[-1].seats[-1].member, event.member, between):
            found.append(MemberList(between))
        elif any(GROUP_MARK.match(row.text) for row in between):
            found[-1].grouped = True
        found[-1].seats.append(event)
        between = []
    return found, between


def _without_lone_offices(events: Sequence[Seat | Text]) -> list[Seat | Text]:
    """An office right of a duty is a member only in a list of them: two may sign side by side
    (ประธานกรรมการสถานศึกษา │ ผู้อำนวยการโรงเรียน)."""
    found: list[Seat | Text] = []
    for place, event in enumerate(events):
        beside = [*events[max(0, place - 1) : place], *events[place + 1 : place + 2]]
        alone = not any(isinstance(one, Seat) for one in beside)
        if isinstance(event, Seat) and alone and _is_led_office(event):
            found += [Text(row) for row in event.rows]
        else:
            found.append(event)
    return found


def _is_led_office(seat: Seat) -> bool:
    cells = seat.rows[0].cells
    led = len(cells) > 1 and seat.member.name is None and seat.member.order is None
    return led and read_role(cells[0].text) is not None


def _next_sure(event: Seat, following: Sequence[Seat | Text]) -> tuple[Member | None, int]:
    """The member that bears a duty below one that bears none, and how many rows below; rows
    between count only where the numbers run on."""
    order = event.member.order or 0
    for below, other in enumerate(following, 1):
        if isinstance(other, Text):
            break
        if other.member.role_text is not None:
            return other.member, below
        if other.member.order != order + below:
            break
    return None, 0


def _is_missing_between(event: Seat, following: tuple[Member | None, int]) -> bool:
    order = event.member.order
    member, below = following
    after = None if member is None or member.order is None else member.order - below + 1
    named = not event.member.name and HEADING.match(event.member.position or "") is not None
    return not named and order is not None and (after == order + 1 or (order > 1 < event.columns))


def _is_new(last: Member, member: Member, between: Sequence[CellRow]) -> bool:
    """Whether a member begins another list: the count starts again, or a heading stands between."""
    if member.order == 1 and last.order is not None:
        return True
    if member.order is not None and last.order is not None and member.order == last.order + 1:
        return member.role == "chair" and len(between) == 1 and _names_a_body(between[0])
    return any(
        HEADING.match(_unmarked(row.text)) or tells_duties(row.text) or _is_charge(row, member)
        for row in between
        if not is_header(row)
        and (_unmarked(row.text) != member.role_text or _is_charge(row, member))
    )


def _names_a_body(row: CellRow) -> bool:
    """Whether a row names a body and no more: ข. คณะอนุกรรมการด้านการค้า."""
    named = HEADING.match(_unmarked(row.text)) is not None
    return named and len(row.cells) == 1 and "คณะ" in row.text and read_role(row.text) is None


def _is_group_of_seats(above: MemberList, between: Sequence[CellRow]) -> bool:
    """Whether members below a heading sit in the committee of those above, who bear one of the same
    kind: กรรมการ │ ๑. … │ ๒. … │ กรรมการแทน │ ๑. …"""
    if len(between) != 1 or not above.before:
        return False
    first, other = above.before[-1], between[0]
    return all(map(heads_seats, (first, other))) or above.leads(first, other)


def _is_charge(row: CellRow, member: Member) -> bool:
    """Whether a row heads those who bear a charge of its name: ผู้ควบคุมงาน."""
    return member.role == "other" and namely(_unmarked(row.text)) == member.role_text


def _unmarked(text: str) -> str:
    marker = read_marker(text)
    return text[marker[1] :] if marker else text
