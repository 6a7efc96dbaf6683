"""The words that stand over a list of members: what it is called, what it has to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.committee.body_names import APPOINTED, BODY, TEAM, called
from extractors.committee.columns import CellRow
from extractors.committee.duties import inline_duty, is_introduction
from extractors.committee.roles import read_heading, read_role
from extractors.text.clauses import Paragraph, tidy
from extractors.text.listing import announces_list

_LETTERED = r"(?:\(?[ก-ฮ][.)]\s*)?"  # ก. คณะกรรมการ… | (ข) คณะทำงาน…
# คณะกรรมการอำนวยการ | ฝ่ายสถานที่
HEADING = re.compile(
    # ผลัดที่ ๑ เวลา… | รถคันที่ ๒ | อาคาร ๑ ชั้น ๒
    r"^(?!ลำดับ|ข้อ|มาตรา|ครั้ง|หมู่ที่|ด้วย|ตาม|เมื่อ|เพื่อ|ใน|และ|จึง|ตั้งแต่|ระหว่าง|ณ)[ก-๎]{2,24}ที่\s?[\d๐-๙]{1,2}(?!\S)(?=.{0,50}$)|^(?:โซน|อาคาร|ห้อง|จุด|ชั้น|ประตู|ด่าน)\s?[\d๐-๙A-Z](?=.{0,50}$)"
    rf"|^{_LETTERED}(?:{BODY}|ฝ่าย|(?:คณะ|ชุด|ทีม|สาย|จุด|หน่วย|สนาม|ห้อง)ที่|กลุ่ม|ที่ปรึกษา|งาน|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์))"
)
SEAT_GROUP = re.compile(
    r"(?:คณะ)?(?:อนุ)?(?:กรรมการ|ทำงาน)\s?(?:โดยตำแหน่ง|ผู้ทรงคุณวุฒิ|ผู้แทน\S*|ซึ่ง\S*|จาก\S*)|ฝ่ายเลขานุการ"
)
_NO_HEADING = re.compile(r"แต่งตั้ง|^คำสั่ง|^ประกาศ|^เรื่อง|^ที่\s|^สั่ง|^\(")
_NO_NAME = re.compile(
    r"\s*(?:มี)?(?:องค์ประกอบ|รายชื่อ|รายนาม|รายละเอียด)(?:คณะกรรมการ|คณะทำงาน)?\s*(?:ดังนี้|มีดังนี้|ประกอบด้วย)?\s*[:：]?\s*"
)
# ให้มี│คณะกรรมการอำนวยการ | ชื่อคณะทำงาน : │คณะทำงานฝ่ายพิธีการ
_CALLS = re.compile(rf"^(?:(?:ให้)?(?:มี|ตั้ง)(?={BODY}|ฝ่าย)|ชื่อ(?:คณะ\S{{0,12}}|ชุด|ทีม)\s*[:：]\s*)")
_NAME_OVER = re.compile(
    r"\s*(?:โดย|ให้)?มี(?:อำนาจ)?หน้าที่|\s+(?:ทำ|ปฏิบัติ)?หน้าที่|\s*(?:ซึ่ง|อัน|โดย)?(?:มี)?(?:องค์)?ประกอบด้วย|\s+(?:โดย)?มีองค์ประกอบ|\s+ได้แก่|\s+ดังมีราย"
    r"|\s+จำนวน\s*[\d๐-๙]+\s*(?:คน|ราย|ท่าน|นาย|รูป)"
)
_HEADING_END = re.compile(
    r"\s*(?:(?:ซึ่ง|โดย)?(?:มี)?ประกอบด้วย|ได้แก่|คือ|ดัง(?:ต่อไป)?นี้|มีดังนี้|[:：–-])+\s*$"
)
GROUP_MARK = re.compile(r"\(?[ก-ฉ][.)]\s?(?!คณะ)(?=[ก-ฮเ-ไ])|กลุ่มที่|[-–•]\s?(?=[ก-ฮเ-ไ])")
_LEADS_ON = re.compile(r"\s*(?:โดย|ซึ่ง)?(?:มี)?(?:องค์)?ประกอบ(?:ด้วย)?(?:ดัง(?:ต่อไป)?นี้)?\s*[:：]?\s*")
_LONGEST_HEADING, LONGEST_PLAIN = 250, 60
_NO_PLAIN_HEADING = re.compile(
    r"^(?:ลำดับ|ที่\s|ชื่อ|ราย(?:ชื่อ|นาม)|ยศ|มี|ให้|โดย|ทั้งนี้|จึง|และ|หมายเหตุ|-)|(?:ดังนี้|ต่อไปนี้|ประกอบด้วย|นี้)\s*$|\d"
)


def heading_over(before: Sequence[Paragraph], first: int | None = 1) -> Paragraph | None:
    """The paragraph right above a list that names it: ๒. คณะกรรมการฝ่ายสถานที่ ประกอบด้วย."""
    if len(before) > 1 and _NO_NAME.fullmatch(before[-1].text):
        before = before[:-1]  # ๑. คณะกรรมการอำนวยการ │ ๑.๑ องค์ประกอบ
    if duties_between(before):
        before = before[: -len(duties_between(before))]
    for place in range(len(before) - 1, max(-1, len(before) - 3), -1):
        paragraph, text = before[place], before[place].text
        last = place == len(before) - 1 and first in (1, None)
        if last and paragraph.numbered and APPOINTED.match(text):
            return paragraph  # ๓. แต่งตั้งคณะกรรมการขายทอดตลาด ประกอบด้วย
        if _NO_HEADING.search(text[:_LONGEST_HEADING]) or _NO_NAME.fullmatch(text):
            return None
        if HEADING.match(text) and not _opens_duties(text):
            return paragraph
        if last and paragraph.numbered and len(text) < _LONGEST_HEADING:
            return paragraph
        if last and _is_plain_heading(text) and place and announces_list(before[place - 1].text):
            return paragraph
        if last and _is_plain_heading(text) and (is_charge(text) or len(before) == 1):
            return paragraph
        if last and _is_plain_heading(text) and tells_duties(before[place - 1].text[:30]):
            return paragraph
        if last and _is_plain_heading(text) and before[place - 1].numbered and TEAM.match(text):
            return paragraph  # ๓. รายงานทุกเดือน │ ทีมระงับเหตุ…
    return None


def duties_between(before: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The duties that stand between the name of a body and its list, with the words that lead on:
    ๑. คณะกรรมการรับสมัคร มีหน้าที่ ดังนี้ │ ๑.๑ … │ ๑.๒ … │ ประกอบด้วย"""
    if not before or not _LEADS_ON.fullmatch(before[-1].text):
        return ()
    for place in range(len(before) - 2, -1, -1):
        one = before[place]
        if HEADING.match(one.text) and is_introduction(one):
            return before[place + 1 :]
        if one.marker is None:
            break
    return ()


def _is_plain_heading(text: str) -> bool:
    """Whether a line without a number may name a list: ผู้ควบคุมงาน."""
    told = re.match(r"[ก-ฮเ-ไ][ก-๎]{3}", text) is not None and len(text) < LONGEST_PLAIN
    return told and not _NO_PLAIN_HEADING.search(text)


def is_charge(text: str) -> bool:
    """Whether a line says what those below it do, and no more: ผู้ควบคุมงาน."""
    charge = read_heading(text)
    return charge is not None and charge.surely and charge.role == "other"


def _opens_duties(text: str) -> bool:
    """คณะกรรมการฯ มีหน้าที่ ดังนี้, with nothing after it."""
    return tells_duties(text) and not inline_duty(text) and "ประกอบด้วย" not in text


def tells_duties(text: str) -> bool:
    """Whether a text speaks of duties: มีหน้าที่ ดังนี้; จุดตรวจหน้าที่ทำการ… names a place before one."""
    return re.search(r"หน้าที่(?!ทำการ|ว่าการ)", text) is not None


def heading_name(heading: Paragraph) -> str:
    if given := called(heading.text):
        return given
    appointed = APPOINTED.match(heading.text)
    if appointed:
        return tidy(appointed["name"])
    text = _CALLS.sub("", re.sub(rf"^{_LETTERED}", "", heading.text.strip("*•–- ")))
    name = _NAME_OVER.split(text)[0]
    return tidy(_HEADING_END.sub("", name))


def heading_duty(heading: Paragraph) -> tuple[str, ...]:
    duty = inline_duty(heading.text) if is_introduction(heading) else ""
    duty = _HEADING_END.sub("", duty)
    return (duty,) if duty else ()


def heads_seats(row: CellRow) -> bool:
    text = row.text
    role = read_role(text)
    seats = role is not None and role.surely and role.role == "member"
    return seats and len(row.cells) == 1 and not text.startswith("คณะ")
