"""The committees that an order appoints: name, members, duties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.committee.appointed_name import APPOINTED, BODY, TEAM, appointed_name, named_in
from extractors.committee.braces import closes_brace, share_duties
from extractors.committee.columns import CellRow, cell_rows
from extractors.committee.duties import duties_by_name, inline_duty, is_introduction, read_duties
from extractors.committee.headed_roles import with_headed_roles
from extractors.committee.members import read_members
from extractors.committee.role_column import with_roles_by_column
from extractors.committee.roles import read_role
from extractors.committee.running_list import one_counted_a_row
from extractors.committee.seat import Seat, Text
from extractors.committee.side_by_side import one_member_a_row
from extractors.committee.spoken_appointments import spoken_appointments
from extractors.record import Committee, Member
from extractors.text.clauses import Paragraph, merged, paragraphs, paragraphs_of, read_marker, tidy
from extractors.text.people import is_person
from pipeline.layout import Row
from pipeline.models import Document, Line

_APPOINTS = re.compile(r"แต่งตั้ง|มอบหมาย|มอบหน้าที่|จัดเวร|อยู่เวร|ให้ผู้มี|ปฏิบัติหน้าที่|^\s*คำสั่ง", re.MULTILINE)
_LETTERED = r"(?:\(?[ก-ฮ][.)]\s*)?"  # ก. คณะกรรมการ… | (ข) คณะทำงาน…
# คณะกรรมการอำนวยการ | ฝ่ายสถานที่
_HEADING = re.compile(
    # ผลัดที่ ๑ เวลา… | รถคันที่ ๒ | อาคาร ๑ ชั้น ๒
    r"^(?!ลำดับ|ข้อ|มาตรา|ครั้ง|หมู่ที่|ด้วย|ตาม|เมื่อ|เพื่อ|ใน|และ|จึง|ตั้งแต่|ระหว่าง|ณ)[ก-๎]{2,24}ที่\s?[\d๐-๙]{1,2}(?!\S)(?=.{0,50}$)|^(?:โซน|อาคาร|ห้อง|จุด|ชั้น|ประตู|ด่าน)\s?[\d๐-๙A-Z](?=.{0,50}$)"
    rf"|^{_LETTERED}(?:{BODY}|ฝ่าย|(?:คณะ|ชุด|ทีม|สาย|จุด|หน่วย|สนาม|ห้อง)ที่|กลุ่ม|ที่ปรึกษา|งาน|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์))"
)
_SEAT_GROUP = re.compile(
    r"(?:คณะ)?(?:อนุ)?(?:กรรมการ|ทำงาน)\s?(?:โดยตำแหน่ง|ผู้ทรงคุณวุฒิ|ผู้แทน\S*|ซึ่ง\S*|จาก\S*)|ฝ่ายเลขานุการ"
)
_NO_HEADING = re.compile(r"แต่งตั้ง|^คำสั่ง|^ประกาศ|^เรื่อง|^ที่\s|^สั่ง|^\(")
_NO_NAME = re.compile(
    r"\s*(?:มี)?(?:องค์ประกอบ|รายชื่อ|รายนาม|รายละเอียด)(?:คณะกรรมการ|คณะทำงาน)?\s*(?:ดังนี้|มีดังนี้|ประกอบด้วย)?\s*[:：]?\s*"
)
_HEADING_END = re.compile(r"\s*(?:(?:ซึ่ง|โดย)?(?:มี)?ประกอบด้วย|ดัง(?:ต่อไป)?นี้|มีดังนี้|[:：–-])+\s*$")
_GROUP_MARK = re.compile(r"\(?[ก-ฉ][.)]\s?(?!คณะ)(?=[ก-ฮเ-ไ])|กลุ่มที่|[-–•]\s?(?=[ก-ฮเ-ไ])")
_LONGEST_HEADING, _LONGEST_PLAIN = 250, 60
_FULL_LINE = 0.85  # of the page's width: where a line ends that goes on below
# …เสนอ│คณะกรรมการกลาง: a sentence that goes on with the name of a body
_CALLS_BODY = re.compile(
    r"(?:แต่งตั้ง|เสนอ|ต่อ|ของ|ให้|โดย|ใน|และ|หรือ|กับ|จาก|เป็น|ที่|ถึง|แก่|ตาม|สนับสนุน|ช่วย|แจ้ง|รายงาน|ร่วม|ประสาน)$"
)
_ANNOUNCES = re.compile(r"(?:ดังนี้|ต่อไปนี้|ประกอบด้วย)\s*[:：]?$")
_NO_PLAIN_HEADING = re.compile(
    r"^(?:ลำดับ|ที่\s|ชื่อ|ราย(?:ชื่อ|นาม)|ยศ|มี|ให้|โดย|ทั้งนี้|จึง|และ|หมายเหตุ|-)|(?:ดังนี้|ต่อไปนี้|ประกอบด้วย|นี้)\s*$|\d"
)
# The heading row of a table of members.
_COLUMN_NAME = re.compile(
    r"^(?:ลำดับ(?:\s?ที่)?|ผู้ดำรงตำแหน่ง.*|องค์ประกอบ.*|ที่|เลขที่|(?:ราย)?(?:ชื่อ|นาม).*|ยศ.*|ตำแหน่ง.*|หน้าที่.*|หมายเหตุ|บทบาท.*|สังกัด.*|หน่วยงาน.*|ส่วนราชการ.*|"
    r"โทร.*|เบอร์.*|ปฏิบัติหน้าที่.*|(?:คณะ)?(?:อนุ)?กรรมการ|คณะทำงาน|ความรับผิดชอบ|ใน?คณะกรรมการ|ลายมือชื่อ|โรงเรียน|"
    r"วัน.*|เดือน|เวลา.*|(?:ผู้(?:อยู่|ตรวจ|เข้า|ปฏิบัติ)?)?เวร.*|(?:กลุ่ม)?ภารกิจ|ผู้(?:ปฏิบัติงาน|รับผิดชอบ)|กลุ่มงาน|ฝ่าย)$"
)


@dataclass
class _List:
    before: list[CellRow]
    seats: list[Seat] = field(default_factory=list)
    grouped: bool = False  # a heading stands within it: ข. ผู้แทนประชาคม


def read_committees(document: Document) -> tuple[Committee, ...]:
    """All committees with members, in the order in which they stand."""
    lists, after = _lists(document)
    spoken = spoken_appointments(paragraphs_of(document), named_in)
    if sum(len(one.members) for one in spoken) > sum(len(part.seats) for part in lists):
        return spoken
    # a numbered table in which nobody serves as anything is no committee: goods, marks, sums
    # what somebody is chosen for is no duty either: เจ้าหน้าที่พัสดุ, in an announcement
    seats = [seat for part in lists for seat in part.seats]
    if not any(seat.member.role_text for seat in seats):
        return ()
    if all(seat.member.role == "other" for seat in seats) and not _APPOINTS.search(document.text):
        return ()
    texts = [_prose(rows, document) for rows in [*(part.before for part in lists), after]]
    found: list[Committee] = []
    sentence = appointed_name(texts[0]) if lists else None
    for place, part in enumerate(lists):
        heading = _heading(texts[place], part.seats[0].member.order)
        if heading and place == 0 and _SEAT_GROUP.fullmatch(heading.text):
            heading = None  # คณะทำงานโดยตำแหน่ง, over the first of them
        if heading and part.grouped and sentence and _GROUP_MARK.match(heading.passage.text):
            heading = None  # ก. สมาชิกสภาเทศบาล, the first of several groups of one committee
        name, own = (_heading_name(heading), _heading_duty(heading)) if heading else (None, ())
        roles = {seat.member.role_text for seat in part.seats}
        own_alone = name is not None and all(name in (role or name) for role in roles)
        if name in roles and len(roles) > 1 and not own_alone:
            name = None  # ที่ปรึกษา, over the first of them
        if name is None and place == 0:
            name = sentence
        following = texts[place + 1]
        duties = (*own, *read_duties(_up_to_heading(following, place + 1 < len(lists))))
        if not duties and place == 0 and len(lists) == 1:
            duties = _duties_before(texts[0])
        if not duties and name:
            duties = duties_by_name(following, name)
        if not any(seat.member.role_text for seat in part.seats):
            continue
        found.append(Committee(name=name, members=share_duties(part.seats), duties=duties))
    return tuple(found)


def _lists(document: Document) -> tuple[list[_List], list[CellRow]]:
    """Lists of members, each with the rows before it, and the rows after the last."""
    found: list[_List] = []
    between: list[CellRow] = []
    events = read_members(one_member_a_row(one_counted_a_row(cell_rows(document))))
    events = with_headed_roles(with_roles_by_column(events))
    for place, event in enumerate(events):
        if isinstance(event, Text):
            between.append(event.row)
            continue
        if _is_header(event.rows[0]):
            between += event.rows  # วันที่ │ ผู้อยู่เวร │ ผู้ตรวจเวร
            continue
        if event.member.role_text is None:
            between_sure = _is_missing_between(event, _next_sure(event, events[place + 1 :]))
            if not between_sure and not (found and closes_brace(found[-1].seats, event)):
                between += event.rows
                continue
        if not found or _is_new(found[-1].seats[-1].member, event.member, between):
            found.append(_List(between))
        elif any(_GROUP_MARK.match(row.text) for row in between):
            found[-1].grouped = True
        found[-1].seats.append(event)
        between = []
    return found, between


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
    named = _HEADING.match(event.member.position or "") is not None
    return not named and order is not None and (after == order + 1 or (order > 1 < event.columns))


def _is_new(last: Member, member: Member, between: Sequence[CellRow]) -> bool:
    """Whether a member begins another list: the count starts again, or a heading stands between."""
    if member.order == 1 and last.order is not None:
        return True
    if member.order is not None and last.order is not None and member.order == last.order + 1:
        return False
    return any(
        _HEADING.match(_unmarked(row.text)) or "หน้าที่" in row.text or _is_charge(row, member)
        for row in between
        if not _is_header(row)
        and (_unmarked(row.text) != member.role_text or _is_charge(row, member))
    )


def _is_charge(row: CellRow, member: Member) -> bool:
    """Whether a row heads those who bear a charge of its name: ผู้ควบคุมงาน."""
    return member.role == "other" and _unmarked(row.text) == member.role_text


def _unmarked(text: str) -> str:
    marker = read_marker(text)
    return text[marker[1] :] if marker else text


def _is_header(row: CellRow) -> bool:
    """Whether a row heads the columns of a table: most of its cells name one, and none a person."""
    named = sum(_COLUMN_NAME.match(cell.text) is not None for cell in row.cells)
    if len(row.cells) < 2 or named == len(row.cells):
        return named > 1
    somebody = any(is_person(cell.text) or re.search(r"[\d๐-๙]", cell.text) for cell in row.cells)
    serves = read_role(row.cells[-1].text) is not None
    return (row.first and not serves and not somebody) or (
        named > 1 and 2 * named >= len(row.cells) and not somebody
    )


def _prose(rows: Sequence[CellRow], document: Document) -> tuple[Paragraph, ...]:
    heads = [_is_header(row) for row in rows]
    lines: list[Line] = [merged(Row(row.lines)) for row in rows]
    kept = [line for line, head in zip(lines, heads, strict=True) if not head]
    at = heads.index(True) - 1 if True in heads else 0
    ends = at > 0 and (lines[at - 1].box.right < _FULL_LINE or _names_alone(lines[at - 1 : at + 1]))
    if ends and len(lines[at].text) < _LONGEST_PLAIN:
        # the name over a table, under a clause that ends short of the margin, or a body's
        return (*paragraphs(kept[:at], document), *paragraphs(kept[at:], document))
    return paragraphs(kept, document)


def _names_alone(two: Sequence[Line]) -> bool:
    """Whether the second line names a body that the first does not call: …│คณะกรรมการกลาง."""
    above, below = (line.text.strip() for line in two)
    return re.match(BODY, below) is not None and not _CALLS_BODY.search(above)


def _heading(before: Sequence[Paragraph], first: int | None = 1) -> Paragraph | None:
    """The paragraph right above a list that names it: ๒. คณะกรรมการฝ่ายสถานที่ ประกอบด้วย."""
    if len(before) > 1 and _NO_NAME.fullmatch(before[-1].text):
        before = before[:-1]  # ๑. คณะกรรมการอำนวยการ │ ๑.๑ องค์ประกอบ
    for place in range(len(before) - 1, max(-1, len(before) - 3), -1):
        paragraph, text = before[place], before[place].text
        last = place == len(before) - 1 and first in (1, None)
        if last and paragraph.numbered and APPOINTED.match(text):
            return paragraph  # ๓. แต่งตั้งคณะกรรมการขายทอดตลาด ประกอบด้วย
        if _NO_HEADING.search(text[:_LONGEST_HEADING]) or _NO_NAME.fullmatch(text):
            return None
        if _HEADING.match(text) and not _opens_duties(text):
            return paragraph
        if last and paragraph.numbered and len(text) < _LONGEST_HEADING:
            return paragraph
        if last and _is_plain_heading(text) and place and _ANNOUNCES.search(before[place - 1].text):
            return paragraph
        if last and _is_plain_heading(text) and "หน้าที่" in before[place - 1].text[:30]:
            return paragraph
        if last and _is_plain_heading(text) and before[place - 1].numbered and TEAM.match(text):
            return paragraph  # ๓. รายงานทุกเดือน │ ทีมระงับเหตุ…
    return None


def _is_plain_heading(text: str) -> bool:
    """Whether a line without a number may name a list: ผู้ควบคุมงาน."""
    told = re.match(r"[ก-ฮเ-ไ][ก-๎]{3}", text) is not None and len(text) < _LONGEST_PLAIN
    return told and not _NO_PLAIN_HEADING.search(text)


def _opens_duties(text: str) -> bool:
    """คณะกรรมการฯ มีหน้าที่ ดังนี้, with nothing after it."""
    return "หน้าที่" in text and not inline_duty(text) and "ประกอบด้วย" not in text


def _heading_name(heading: Paragraph) -> str:
    appointed = APPOINTED.match(heading.text)
    if appointed:
        return tidy(appointed["name"])
    text = re.sub(rf"^{_LETTERED}", "", heading.text)
    name = re.split(r"\s*(?:โดย)?มี(?:อำนาจ)?หน้าที่|\s+หน้าที่", text)[0]
    return tidy(_HEADING_END.sub("", name))


def _heading_duty(heading: Paragraph) -> tuple[str, ...]:
    duty = inline_duty(heading.text) if is_introduction(heading) else ""
    duty = _HEADING_END.sub("", duty)
    return (duty,) if duty else ()


def _up_to_heading(after: Sequence[Paragraph], more: bool) -> Sequence[Paragraph]:
    """The text that belongs to the list before it: up to the heading of the next list."""
    heading = _heading(after) if more else None
    if heading is None:
        return after
    return after[: list(after).index(heading)]


def _duties_before(before: Sequence[Paragraph]) -> tuple[str, ...]:
    """Duties that stand before the list: มีหน้าที่ ดังนี้ ๑. … ๒. … โดยมีองค์ประกอบ ดังนี้."""
    start = next((i for i, item in enumerate(before) if is_introduction(item)), len(before))
    items = [item for item in before[start:] if item.marker is not None or item is before[start]]
    return read_duties(items) if len(items) > 1 else ()
