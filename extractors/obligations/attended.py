"""The day on which one is asked to attend."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.dates import THAI_MONTH
from extractors.obligations.times.context import ELSEWHERE, Asked, Context, FirstDay
from extractors.obligations.times.due_days import find_first_due
from extractors.obligations.times.held_days import (
    find_beginning,
    find_end_of_span,
    find_last_held,
    find_meeting_day,
)
from extractors.obligations.times.loose_days import find_day_pointed_at
from extractors.obligations.times.told_days import day_of_event, day_of_list, day_told
from pipeline.thai_digits import arabic

_DAY_LABEL = re.compile(
    r"(?:กำหนด)?วัน(?:ที่|เวลา|เดือนปี|จัด|ประชุม|อบรม|งาน|นัด|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|[\s:,])"
)
# เข้าร่วมประชุมตามรอบที่กำหนด | อยู่รับการตรวจตามวันของตน | รอรับการนิเทศตามตาราง: in a list of days
_AS_LISTED = re.compile(
    r"ตาม(?:รอบ|วัน|ตาราง|กำหนด(?:การ)?)(?:และเวลา)?(?:ที่กำหนด|ของตน|ที่นัด|ข้างต้น|ข้างล่าง|ข้างท้าย|ด้านล่าง|ดังกล่าว)?(?=\s|$|นี้)"
)
# จัดพิธีในวันอาทิตย์ที่ ๕ ธันวาคมนี้ │จึงขอเชิญ…
_THIS_YEAR = re.compile(rf"(?<!ภาย)ในวัน[ก-๎]{{0,8}}ที่\s?\d{{1,2}}\s(?:{THAI_MONTH})\s?(?:ศก)?นี้")
# เข้านั่งประจำที่ก่อนเวลา ๐๙.๓๐ น. ของวันดังกล่าว | ไปเบิกความในวันนัด
_AS_TOLD = re.compile(
    r"วัน(?:ดังกล่าว|นั้น|เดียวกัน|นัด)|ตามนัด|ตามกำหนด(?:การ|เวลา)?(?:ใหม่|ข้างต้น|ดังกล่าว)|ตามตาราง|วัน(?:และ|\s?,\s?|\s)?(?:เวลา)?(?:\s?(?:และ)?\s?สถานที่)?\s?(?:ข้างต้น|ดังกล่าว|นี้|นัด)"
)
# ไปรายงานตัวตามวันนัดหมายที่จะแจ้งให้ทราบ | ตามกำหนดที่งานพัสดุจะแจ้งให้ทราบทางโทรศัพท์
_TOLD_LATER = re.compile(r"(?:กำหนด|วันนัด(?:หมาย)?|วัน(?:และเวลา)?)ที่[ก-๎]{0,40}จะแจ้ง")
# จัดเจ้าหน้าที่ ๒ คน มาให้บริการ… ในวันที่ ๒๑ - ๒๕ เมษายน: days of work, due on the last
_SERVES = re.compile(
    r"(?:จัด|ส่ง|มอบ)[^ๆ]{2,80}?(?:มา|ไป|ออก|อยู่)?(?:ให้บริการ|ประจำ(?:จุด|ที่|หน่วย|สถานที่|บริเวณ|ณ|ศูนย์|เต็นท์|ซุ้ม)|อยู่เวร|อำนวยความสะดวก)"
)
# ไประวังชี้แนวเขต │และลงชื่อรับรองแนวเขต ในวันพุธที่ ๓๐ เมษายน ๒๕๖๘: one day for both
_GOES_ON = re.compile(r"\s*(?:และ|พร้อม)(?:(?!ภายใน|ก่อนวัน|ไม่เกิน|ขอ|โปรด)[^ๆ]){2,120}")
_NEXT = 120  # letters of what follows
_LISTED = 6  # paragraphs below an invitation that may tell its day


def attended(asked: Asked) -> FirstDay | None:
    """Whoever attends comes on the day that the invitation tells (เข้าร่วมประชุมในวันที่ ๖ มีนาคม ๒๕๖๗);
    else on that of what the letter says to be held, of the list below it, or of "as told". A day
    that is yet to be told (ตามวันนัดหมายที่จะแจ้งให้ทราบ) is none."""
    if asked.action != "attend":
        return None
    if _TOLD_LATER.search(asked.text + asked.context.rest[:_NEXT]):
        return FirstDay(None)
    own = _own_day(asked)
    return FirstDay(own) if own else FirstDay(_day_around(asked.text, asked.context), ELSEWHERE)


def _own_day(asked: Asked) -> str | None:
    text, written = asked.text, asked.context.written
    served = find_end_of_span(text, written) if _SERVES.search(text) else None
    return (
        served
        or find_meeting_day(text)
        or find_first_due(text, written)
        or find_beginning(text, written)  # ทุกวันทำการตั้งแต่วันที่…
        or day_of_event(text, asked.context.said, written)
    )


def _day_around(text: str, context: Context) -> str | None:
    """The day in the sentence before an invitation, in the paragraphs around it, or in a list."""
    since = context.written
    last = find_last_held(context.sentence, since)
    around = (find_meeting_day(one, True, since) for one in reversed(context.before))
    found = last[1] if last else next((day for day in around if day), None)
    found = found or _listed_day(context.after)
    if found is None and _THIS_YEAR.search(arabic(context.sentence)):
        found = find_first_due(context.sentence, since)
    if found is None and _AS_TOLD.search(text):
        found = day_told(context.said, since)
    if found is None and _AS_LISTED.search(text):
        found = day_of_list((*context.after, *context.before), since)
    if found is None and (goes_on := _GOES_ON.match(context.rest)):
        found = find_meeting_day(goes_on[0], True, since)
    return found or find_day_pointed_at(text, context.said, since)


def _listed_day(after: Sequence[str]) -> str | None:
    """The day in what is listed under an invitation: วันประชุม : วันพฤหัสบดีที่ ๒๑ มีนาคม ๒๕๖๗."""
    days = (find_meeting_day(f" {one}") for one in after[:_LISTED] if _DAY_LABEL.match(one))
    return next((day for day in days if day), None)
