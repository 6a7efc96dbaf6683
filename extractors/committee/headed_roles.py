"""Members whose duty stands above them: in a heading (ที่ปรึกษา), or in the sentence that appoints
them all (จึงแต่งตั้งผู้มีรายชื่อต่อไปนี้เป็นกรรมการคุมสอบ)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from extractors.committee.roles import Role, namely, read_heading, read_role
from extractors.committee.seat import Seat, Text
from extractors.record import Member, MemberRole
from extractors.text.clauses import read_marker
from extractors.text.offices import starts_office
from extractors.text.people import is_post
from pipeline.layout import join_wrapped

_DOUBT = 0.5  # the most that such a duty is trusted
_MAY_BE_A_POST = re.compile(r"ผู้ทรงคุณวุฒิ|หัวหน้า(?:ฝ่าย|กลุ่ม|หน่วย)?|เจ้าหน้าที่[ก-๎]*|นายทะเบียน|ธุรการ")
_FEWEST = 2  # persons whom a sentence makes members by naming their body
_SENTENCE = 5  # rows of it at most
# จึงแต่งตั้งบุคคลดังต่อไปนี้เป็น│คณะกรรมการตรวจรับพัสดุ│ ดังนี้
# …, or the body alone: จึงแต่งตั้งคณะทำงานจัดทำวารสาร ดังรายชื่อต่อไปนี้
_ALL_AS = re.compile(
    r"แต่งตั้ง(?P<as>[^\n]{0,160}?เป็น)?\s?(?P<seat>(?:คณะ)?(?:อนุ)?กรรมการ|คณะ(?:ผู้)?ทำงาน)(?P<of>\S*(?:\s\S{1,60}){0,8}?)"
    r"\s*(?:(?:ดัง|ตาม)(?:ราย(?:ชื่อ|นาม))?(?:มี)?(?:ต่อไป)?นี้|ประกอบด้วย|ได้แก่|คือ)?[\s:]*$"
)
# ๒. คณะกรรมการคุมสอบ, over persons who are only counted
_NUMBERED_BODY = re.compile(
    r"\s*\(?[\d๐-๙]{1,2}(?:\.[\d๐-๙]{1,2})?[.)]?\s*(?P<seat>คณะ(?:อนุ)?กรรมการ|คณะ(?:ผู้)?ทำงาน)(?!\S*มี(?:อำนาจ)?หน้าที่)\S*(?:\s\S+){0,4}"
)


def with_headed_roles(events: Sequence[Seat | Text]) -> list[Seat | Text]:
    """Members without a duty get that of what stands above them: ที่ปรึกษา │ ๑.๑ … │ ๑.๒ …"""
    found: list[Seat | Text] = []
    heading = ""
    said: tuple[MemberRole, str] | None = None
    for place, event in enumerate(events):
        if isinstance(event, Seat) and _only_heads(event, events[place + 1 : place + 2]):
            event = Text(event.rows[0])
        if isinstance(event, Text):
            heading = _heading(event)
        elif event.member.role_text is not None:
            role = _of_heading(heading, event)
            if role and role.surely and _bears_a_post(events, place):
                event = _serving(_with_its_post(event), role.role, heading.strip())
            else:
                heading = ""
        else:
            if found and isinstance(found[-1], Text):
                said = _said_of_all(events, place)
            if role := _of_heading(heading, event):
                event = _serving(event, role.role, heading.strip())
            elif said:
                event = _serving(event, *said)
        found.append(event)
    return found


def _bears_a_post(events: Sequence[Seat | Text], place: int) -> bool:
    """Whether what sounds like the duty of a member (ผู้ทรงคุณวุฒิ) is his post, as those beside him
    bear none of their own."""
    seat = events[place]
    beside = [one for one in events[max(0, place - 1) : place + 2] if isinstance(one, Seat)]
    bare = any(one.member.role_text is None for one in beside)
    if not isinstance(seat, Seat) or not seat.member.name or seat.member.position:
        return False
    return bare and _MAY_BE_A_POST.fullmatch(seat.member.role_text or "") is not None


def _with_its_post(seat: Seat) -> Seat:
    return replace(seat, member=seat.member.model_copy(update={"position": seat.member.role_text}))


def _only_heads(seat: Seat, following: Sequence[Seat | Text]) -> bool:
    """Whether what bears a number is no member, but the duty of those who are counted below it:
    ๑. ที่ปรึกษา │ ๑.๑ นายกเหล่ากาชาด… │ ๑.๒ …"""
    member, below = seat.member, next(iter(following), None)
    if member.role_text is not None or member.name or len(seat.rows) > 1:
        return False
    counted = isinstance(below, Seat) and below.member.order == 1 and member.order is not None
    role = read_heading(member.position or "") if counted else None
    return role is not None and role.surely


def _of_heading(heading: str, seat: Seat) -> Role | None:
    return read_heading(heading) if seat.member.order is None else read_role(heading)


def _serving(seat: Seat, role: MemberRole, text: str) -> Seat:
    sure = min(seat.member.confidence or 0.0, _DOUBT)
    told = {"role": role, "role_text": text, "confidence": sure}
    return replace(seat, member=seat.member.model_copy(update=told))


def _heading(event: Text) -> str:
    """The text of a row as a duty; that a list is named by its body (๒. คณะทำงาน) is none."""
    text = namely(event.row.text) if len(event.row.cells) == 1 else ""
    marker = read_marker(text)
    return text[marker[1] :] if marker and not text[marker[1] :].startswith("คณะ") else text


def _is_somebody(member: Member) -> bool:
    post = member.position or ""
    return member.name is not None or is_post(post) or starts_office(post)


def _is_told_apart(seat: Seat) -> bool:
    """Whether a person is named alone, or with a post in a column of its own: in a post that runs
    on with the name a duty may be hidden (นาย ก ครู ยกน้ำดื่ม)."""
    member = seat.member
    return member.name is not None and (member.position is None or seat.columns > 1)


def _said_of_all(events: Sequence[Seat | Text], place: int) -> tuple[MemberRole, str] | None:
    """The duty that the sentence above a list gives to all in it, if none of them bears his own."""
    following = takewhile(lambda one: isinstance(one, Seat), events[place:])
    seats = [one for one in following if isinstance(one, Seat)]
    members = [one.member for one in seats]
    if not all(one.role_text is None and _is_somebody(one) for one in members):
        return None
    told = len(seats) >= _FEWEST and all(map(_is_told_apart, seats))
    before = events[max(0, place - _SENTENCE) : place]
    rows = [one.row.text for one in before if isinstance(one, Text)]
    said = _ALL_AS.search(join_wrapped(rows))
    body = _NUMBERED_BODY.fullmatch(rows[-1]) if rows and told and not said else None
    if body and all(one.name and one.order is not None for one in members):
        return "member", _seat_in(body["seat"])
    if said and not said["as"] and not told:
        return None  # จึงแต่งตั้งคณะกรรมการ ดังนี้ │ ๑. คณะกรรมการอำนวยการ
    return ("member", _seat_in(said["seat"])) if said else None


def _seat_in(body: str) -> str:
    """What a member of a body is: กรรมการ of a คณะกรรมการ, but คณะทำงาน of a คณะทำงาน."""
    return body.removeprefix("คณะ") if body.endswith("กรรมการ") else body
