"""The committees that an order appoints: name, members, duties."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.committee.appointed_name import appointed_name, name_in_subject
from extractors.committee.body_names import BODY, named_in
from extractors.committee.braces import share_duties
from extractors.committee.columns import CellRow
from extractors.committee.duties import duties_by_name, is_introduction, read_duties
from extractors.committee.headings import (
    GROUP_MARK,
    LONGEST_PLAIN,
    SEAT_GROUP,
    duties_between,
    heading_duty,
    heading_name,
    heading_over,
    heads_seats,
    is_charge,
)
from extractors.committee.lists import MemberList, member_lists
from extractors.committee.spoken_appointments import spoken_appointments
from extractors.committee.table_heads import is_header
from extractors.head.blocks import cut_blocks
from extractors.record import Committee
from extractors.text.clauses import Paragraph, merged, paragraphs, paragraphs_of
from pipeline.layout import Row
from pipeline.models import Document, Line

_APPOINTS = re.compile(r"แต่งตั้ง|มอบหมาย|มอบหน้าที่|จัดเวร|อยู่เวร|ให้ผู้มี|ปฏิบัติหน้าที่|^\s*คำสั่ง", re.MULTILINE)
# คณะกรรมการ, over the second of two lists: the sentence says which
_ANY_BODY = ("คณะกรรมการ", "คณะอนุกรรมการ", "คณะทำงาน")
_SEAT = re.compile(r"กรรมการ|กก\.|คณะทำงาน|คทง|ประธาน|เลขา|ที่ปรึกษา|เหรัญญิก|ชุด|ทีม|เวร|สมาชิก|ผู้")
_FULL_LINE = 0.85  # of the page's width: where a line ends that goes on below
# คณะกรรมการอำนวยการ | ฝ่ายสถานที่ และยานพาหนะ | ชุดที่ ๒ ตลาดสด, on a row of its own
_NAME_ALONE = re.compile(
    rf"(?:{BODY}|ฝ่าย|กลุ่ม|งาน|(?:ชุด|ทีม|สาย|จุด|หน่วย|ห้อง|สนาม|ผลัด)[ก-๎]{{0,8}}ที่\s?[\d๐-๙])"
    r"(?!.*หน้าที่(?!ทำการ))\S*(?:\s\S+){0,3}(?<!นี้)(?<!ด้วย)"
)
# who bears it, and for what: ผู้ควบคุม│การขนย้าย
_CHARGED = re.compile(r"(?P<who>(?:คณะ)?ผู้[ก-๎]{4,20}?)(?:การ|งาน|ความ)[ก-๎]{0,30}")
# (๒) ประสานหน่วยงานเมื่อเกิดสถานการณ์วิกฤต │คณะทำงานปฏิบัติการ ประกอบด้วย: behind a duty
_NAME_LED = re.compile(rf"(?:{BODY}|ฝ่าย)\S*(?:\s\S+){{0,2}}\s(?:โดย|ซึ่ง)?(?:มี)?ประกอบด้วย\s*[:：]?")
_A_DUTY = re.compile(r"\(?[\d๐-๙]{1,2}[.)]|(?:มี)?(?:อำนาจ\S{0,6})?หน้าที่|-")
# …เสนอ│คณะกรรมการกลาง: a sentence that goes on with the name of a body
_CALLS_BODY = re.compile(
    r"(?:แต่งตั้ง|เสนอ|ต่อ|ของ|ให้|โดย|ใน|และ|หรือ|กับ|จาก|เป็น|ที่|ถึง|แก่|ตาม|สนับสนุน|ช่วย|แจ้ง|รายงาน|ร่วม|ประสาน)$"
)


def read_committees(document: Document) -> tuple[Committee, ...]:
    """All committees with members, in the order in which they stand."""
    lists, after = member_lists(document)
    subject = cut_blocks(document).items.get("subject")
    titled = name_in_subject(subject.content.strip()) if subject else None
    spoken = spoken_appointments(paragraphs_of(document), lambda text: named_in(text) or titled)
    if sum(len(one.members) for one in spoken) > sum(len(part.seats) for part in lists):
        return spoken
    # a numbered table in which nobody serves as anything is no committee: goods, marks, sums
    # what somebody is chosen for is no duty either: เจ้าหน้าที่พัสดุ, in an announcement
    seats = [seat for part in lists for seat in part.seats]
    if not any(seat.member.role_text for seat in seats):
        return ()
    if all(seat.member.role == "other" for seat in seats) and not _APPOINTS.search(document.text):
        return ()
    around = [*(part.before for part in lists), after]
    texts = [_prose(rows, document, lists[:i], lists[i : i + 1]) for i, rows in enumerate(around)]
    found: list[Committee] = []
    sentence = appointed_name(texts[0], document) if lists else None
    for place, part in enumerate(lists):
        heading = heading_over(texts[place], part.seats[0].member.order)
        if heading and place == 0 and SEAT_GROUP.fullmatch(heading.text):
            heading = None  # คณะทำงานโดยตำแหน่ง, over the first of them
        roles = {seat.member.role_text for seat in part.seats}
        if heading and part.grouped and heading.text in roles:
            heading = heading_over(texts[place][: texts[place].index(heading)], None)
        if heading and sentence and _heads_seats_alone(heading, part):
            # กรรมการ, over them; กรรมการกลาง, over a later list, is what it is called
            heading = None if place == 0 or heading.text in roles else heading
        if heading and part.grouped and sentence and GROUP_MARK.match(heading.passage.text):
            heading = None  # ก. สมาชิกสภาเทศบาล, the first of several groups of one committee
        name, own = (heading_name(heading), heading_duty(heading)) if heading else (None, ())
        own_alone = name is not None and all(name in (role or name) for role in roles)
        if name in roles and len(roles) > 1 and not own_alone:
            name = None  # ที่ปรึกษา, over the first of them
        if place == 0 and (name is None or (sentence and name.rstrip(" ฯ") in _ANY_BODY)):
            name = sentence
        if heading and not own and (between := duties_between(texts[place])):
            own = read_duties((heading, *between[:-1]))
        following = texts[place + 1]
        duties = (*own, *read_duties(_up_to_heading(following, place + 1 < len(lists))))
        if not duties and place == 0 and len(lists) == 1:
            duties = _duties_before(texts[0])
        if not duties and name:
            duties = duties_by_name(following, name)
        if not any(seat.member.role_text for seat in part.seats):
            continue
        found.append(Committee(name=name, members=share_duties(part.seats), duties=duties))
    return tuple(found) if any(map(_is_a_body, found)) else ()


def _is_a_body(committee: Committee) -> bool:
    """Whether a list has a name or a seat in it: posts alone (หัวหน้าฝ่าย, ผู้ช่วย) make no committee."""
    return committee.name is not None or any(
        _SEAT.search(member.role_text or "") for member in committee.members
    )


def _heads_seats_alone(heading: Paragraph, part: MemberList) -> bool:
    return bool(part.before) and not heading.numbered and heads_seats(part.before[-1])


def _prose(
    rows: Sequence[CellRow],
    document: Document,
    above: Sequence[MemberList],
    below: Sequence[MemberList],
) -> tuple[Paragraph, ...]:
    """The paragraphs between the lists above them and the one below."""
    heads = [is_header(row) for row in rows]
    lines: list[Line] = [merged(Row(row.lines)) for row in rows]
    kept = [line for line, head in zip(lines, heads, strict=True) if not head]
    at = heads.index(True) - 1 if True in heads else 0
    between = True not in heads and len(kept) > 1 and above and below
    if between and (_heads_alone(kept[-2:]) or _heads_charged(kept[-1], below[0])):
        return (*paragraphs(kept[:-1], document), *paragraphs(kept[-1:], document))
    ends = at > 0 and (lines[at - 1].box.right < _FULL_LINE or _names_alone(lines[at - 1 : at + 1]))
    if ends and len(lines[at].text) < LONGEST_PLAIN:
        # the name over a table, under a clause that ends short of the margin, or a body's
        return (*paragraphs(kept[:at], document), *paragraphs(kept[at:], document))
    return paragraphs(kept, document)


def _names_alone(two: Sequence[Line]) -> bool:
    """Whether the second line names a body that the first does not call: …│คณะกรรมการกลาง."""
    above, below = (line.text.strip() for line in two)
    return re.match(BODY, below) is not None and not _CALLS_BODY.search(above)


def _heads_alone(two: Sequence[Line]) -> bool:
    """Whether the row above a list names it and no more: …ให้เป็นไปด้วยความเรียบร้อย│ฝ่ายสถานที่."""
    above, below = (line.text.strip() for line in two)
    if _A_DUTY.match(above) and (_NAME_LED.fullmatch(below) or is_charge(below)):
        return True
    return _NAME_ALONE.fullmatch(below) is not None and not _CALLS_BODY.search(above)


def _heads_charged(line: Line, below: MemberList) -> bool:
    """Whether one word above a list names a charge that the first of its members bears part of:
    ผู้ควบคุมการขนย้าย│ นาย ก ข ⇥ ผู้ควบคุมงาน."""
    charge = _CHARGED.fullmatch(line.text.strip())
    borne = below.seats[0].member.role_text or ""
    return charge is not None and borne.startswith(charge["who"])


def _up_to_heading(after: Sequence[Paragraph], more: bool) -> Sequence[Paragraph]:
    """The text that belongs to the list before it: up to the heading of the next list."""
    heading = heading_over(after) if more else None
    if heading is None:
        return after
    return after[: list(after).index(heading)]


def _duties_before(before: Sequence[Paragraph]) -> tuple[str, ...]:
    """Duties that stand before the list: มีหน้าที่ ดังนี้ ๑. … ๒. … โดยมีองค์ประกอบ ดังนี้."""
    start = next((i for i, item in enumerate(before) if is_introduction(item)), len(before))
    items = [item for item in before[start:] if item.marker is not None or item is before[start]]
    return read_duties(items) if len(items) > 1 else ()
