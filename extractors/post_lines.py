"""The lines of the post under the name of who signs, as against what else stands at the foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.dates import is_date_line
from extractors.head.memo import begins_unit
from extractors.signed_name import printed_name
from extractors.signed_post import ACTING, is_for_officials, is_no_post, is_signed_post
from extractors.text.offices import starts_office
from extractors.text.people import is_bare_post, is_post, is_title, split_person
from pipeline.layout import beside
from pipeline.models import Line

_OFF_AXIS = 0.12  # how far a post's middle may stand from the name's, as a share of the page
_BEHIND_A_TAB = 0.3  # of the page's width: a name that stands further right is behind a tab
_LEGAL_FORM = re.compile(r"\s*\(?(?:องค์การมหาชน|มหาชน)\)?\s*")  # the end of a name above
_FAR_BELOW = 2.2  # heights of a line between the name and its post
_LINES_OF_POST = 5
_NAMES_ANOTHER = re.compile(  # ผู้ตรวจรายงาน  นาย…: who signs besides, on one line with as what
    r"\s*ผู้[ก-๎]{3,24}\s*[:.…]*\s+(?:นาย|นาง|น\.ส\.|ว่าที่)[ก-ฮเ-ไส]"
)
_OPINION = re.compile(r"\s*ความ(?:คิด)?เห็น(?:ของ)?[ก-๎]")  # of whom the paper goes to next
_PHONE = re.compile(r"\s*(?:โทร(?!ทัศน์|คมนาคม)|Tel|☎)", re.I)
_LEVEL, _ON_AXIS = (
    0.02,
    0.05,
)  # of the page's width: of a typed file, whose letters are not measured


def post_lines(lines: Sequence[Line], name: Line, measured: bool) -> tuple[Line, ...]:
    """The lines of the post under a name: on its axis if places are real, else by their words."""
    found: list[Line] = []
    tabbed = not measured and (
        name.box.left > _BEHIND_A_TAB or any(beside(name, line) for line in lines)
    )
    for place, line in enumerate(lines):
        if (
            tabbed
            and any(beside(line, one) for one in (name, *lines))
            and not _is_level(line, name)
        ):
            continue  # (นาย ก)⇥(นาง ข) │ ประธาน⇥ผู้อำนวยการ: in the column of who signs beside
        apart = line.box.right <= name.box.left or line.box.left >= name.box.right
        if measured and apart and line.page == name.page:
            continue  # who signed or approves beside
        if any(is_for_officials(one.text) and beside(one, line) for one in lines):
            break  # สำหรับเจ้าหน้าที่ ⇥ ตรวจแล้ว: what is told there is not of who signs above
        if found and any(_OPINION.match(one.text) and beside(one, line) for one in lines):
            break  # ความเห็นหัวหน้างาน… ⇥ …, a row cut where a pen filled it in
        if is_no_post(line.text) or printed_name(line) is not None or len(found) == _LINES_OF_POST:
            break
        below = lines[place + 1 :]
        if _heads_others(line, name, lines) or _is_anothers_hand(line, below):
            break
        if found and _is_rung(line, below):
            break
        if _NAMES_ANOTHER.match(line.text):
            break
        another = split_person(line.text)
        if (found and is_title(line.text)) or (another and is_post(another.rest)):
            break  # the rank, or the name and the post, of who signs below
        if is_date_line(line.text):
            continue
        if _is_blank_seat(line) and any(_is_blank_seat(one) for one in lines if one is not line):
            break  # ........... กรรมการ, below who signs: who is to sign that he has read it
        if measured:
            if not _is_below(found[-1] if found else name, line, name):
                if any(beside(line, other) for other in lines):
                    continue  # a scrawl left of the post
                break
        elif not (found and _is_under(line, name)) and not _goes_on(
            [part.text for part in found], line.text
        ):
            break
        found.append(line)
    return tuple(found)


def _is_rung(line: Line, below: Sequence[Line]) -> bool:
    """Whether a unit stands at the edge of its telephone, right above it: งานบริหารทั่วไป │ โทร. …"""
    for phone in below[:1]:
        level = abs(phone.box.left - line.box.left) < _LEVEL and phone.page == line.page
        return level and begins_unit(line.text) and _PHONE.match(phone.text) is not None
    return False


def _is_anothers_hand(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line is how somebody else signs, with his name in brackets under it: กันต์ ใจดี │
    (นายแพทย์กันต์ ใจดี)."""
    named = printed_name(below[0]) if below else None
    return named is not None and named.text.endswith(line.text.strip())


def _heads_others(line: Line, name: Line, lines: Sequence[Line]) -> bool:
    """Whether a row under who signs alone tells as what others sign, each with a name below it:
    ผู้รับสมัคร │ ผู้ตรวจคุณสมบัติ, and under them (นาง…) │ (นาย…)."""
    others = [one for one in lines if beside(line, one)]
    alone = not any(beside(name, one) for one in lines)
    return alone and bool(others) and all(_is_over_a_name(one, lines) for one in (line, *others))


def _is_over_a_name(line: Line, lines: Sequence[Line]) -> bool:
    near = (one for one in lines if 0 < one.box.top - line.box.top < _FAR_BELOW * line.box.height)
    level = (one for one in near if one.box.left < line.box.right and line.box.left < one.box.right)
    return any(printed_name(one) is not None for one in level)


def _is_blank_seat(line: Line) -> bool:
    return re.match(r"\s*[.…]{6,}\s*[ก-๎]", line.text) is not None


def _is_level(line: Line, name: Line) -> bool:
    """Whether a line stands in the column of the name, where tabs alone set columns."""
    return abs(line.box.left - name.box.left) < _OFF_AXIS


def _is_below(above: Line, line: Line, name: Line) -> bool:
    middle = (line.box.left + line.box.right) / 2
    axis = (name.box.left + name.box.right) / 2
    gap = line.box.top - above.box.bottom
    height = max(above.box.height, line.box.height)
    return line.page == name.page and gap < _FAR_BELOW * height and abs(middle - axis) < _OFF_AXIS


def _is_under(line: Line, name: Line) -> bool:
    """Whether a typist set a line under a name that stands aside, by tabs, centring or a table: the
    office that goes on a post. What follows the signature begins at the margin again."""
    middle, axis = ((each.box.left + each.box.right) / 2 for each in (line, name))
    aside = min(line.box.left, name.box.left) > _BEHIND_A_TAB
    level = abs(line.box.left - name.box.left) < _LEVEL
    return aside and line.page == name.page and (level or abs(middle - axis) < _ON_AXIS)


def _goes_on(above: Sequence[str], text: str) -> bool:
    """Whether a line belongs to the post whose lines so far are `above`, by its words alone."""
    if not above:
        return is_post(text) or not starts_office(text)
    pending = ACTING.search(above[-1])
    if pending and not above[-1][pending.end() :].strip():
        return True
    if is_bare_post(above[-1]) or _LEGAL_FORM.fullmatch(text):
        return True
    return is_signed_post(text) and len(above) < 3
