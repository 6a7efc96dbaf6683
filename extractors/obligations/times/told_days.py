"""Days told before a request that only points at them: in the same time, on that day, all that
time, on the day of the exercise.

`said` is what stands before a request, the nearest first; `written` the letter's date, ISO.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.dates import find_dates
from extractors.obligations.times.due_days import due_days, find_first_due
from extractors.obligations.times.held_days import (
    find_day_of,
    find_end_of_span,
    find_last_held,
    find_meeting_day,
)

# ตรวจนับเงินสด ณ │วันสิ้นปีทางบัญชี | ตีระฆัง…ใน│วันฝึกซ้อม | ใน│วันดูงาน│ให้นำบัตรประชาชนมา
# ส่งมอบกุญแจ…ใน│วันที่รับโอน | ในเช้า│วันพิธี
_ON_EVENT = re.compile(
    r"(?:(?<!ภาย)ใน(?:เช้า|บ่าย|เย็น|คืน)?|ณ\s?|(?<=น\.\s)ของ)วัน(?:ที่(?:มี(?:การ)?|จัด|(?=รับ|ส่ง|เปิด|ออก|เดินทาง|ฉีด|ตรวจ|สอบ|ประชุม|อบรม|สัมมนา|แข่ง|มา|เข้า|ไป|ปฐม|มอบ|เลือก|ลงพื้น|ประเมิน|คัดเลือก))|จัด)?"
    r"(?P<event>(?!ที่|เวลา|ดังกล่าว|นั้น|นี้|เดียวกัน|ราชการ|ทำการ|หยุด|พรุ่งนี้)[ก-๎]{3,24}?)"
    r"(?:ดังกล่าว|นั้น)?(?:ด้วย)?(?=\s|$|(?:ขอ)?ให้|โปรด|ต่อหน้า)"
)
# ในวันพิธี, in a letter that tells only when the wreath is laid
_GATHERING = re.compile(
    r"ฉีด|เดินทาง|เลือกตั้ง|รับโอน|ผ่าตัด|ออกหน่วย|รับบริจาค|งาน|พิธี|ประชุม|อบรม|สัมมนา|กิจกรรม|แข่งขัน|ฝึก|ซ้อม|โครงการ|เปิดงาน"
)
# รักษาความสงบเรียบร้อย…ตลอดระยะเวลาดังกล่าว | ในห้วงเวลาดังกล่าว │ขอให้ท่านห้ามราษฎร…
_THAT_SPAN = re.compile(
    r"(?:ตลอด|ระหว่าง|(?<!ภาย)ใน|ตาม)(?:ระหว่าง)?(?:ระยะ|ช่วง|ห้วง)(?:ระยะ)?(?:เวลา|วัน)?"
    r"[ก-๎]{0,20}?(?:ดังกล่าว|นั้น|ข้างต้น)|(?:ระหว่าง|ตลอด)วันดังกล่าว"
    # จัดเวรประจำจุดตรวจค้น…ตลอดระยะเวลาการเยี่ยม
    r"|ตลอด(?:ระยะ|ช่วง|ห้วง)(?:เวลา)?(?:ของ)?(?:การ|โครงการ)[ก-ฮเ-ไ][ก-๎]+"
    # ประจำร้าน…ตลอดการจัดงาน | ตลอดสองวัน | ตลอดเทศกาล | ตลอดช่วงปิดภาคเรียน
    # ตลอดการออกหน่วยทั้งห้าวัน | ตลอดทั้งสามคืน | ตลอด ๕ วันของงาน
    r"|ตลอด(?:(?:ระยะเวลา)?(?:การ)?จัด(?:งาน|กิจกรรม|แสดง|แข่งขัน)|[ก-๎]{2,24}ทั้ง(?:สอง|สาม|สี่|ห้า|เจ็ด)วัน|(?:ช่วง)?เทศกาล|งาน(?=\s|$)|(?:ทั้ง)?\s?(?:สอง|สาม|สี่|ห้า|เจ็ด|[2-9๒-๙])\s?(?:วัน|คืน)"
    r"|ช่วง(?:ควบคุม|สอบ|ปิด|หยุด|จัดงาน|การจัด|ดำเนินการ)[ก-๎]*)"
)
# แจ้งเตือนราษฎรมิให้เข้าไปในพื้นที่…ในห้วงเวลาดังกล่าว: when others are to do it
_TOLD_TO_OTHERS = re.compile(r"แจ้ง|บอกกล่าว|เชิญชวน|ประชาสัมพันธ์|ชี้แจง")
# ประชาสัมพันธ์ให้ประชาชนแต่งกายด้วยผ้าไทยตลอดเดือนเมษายน: what others are to do
DONE_BY_OTHERS = re.compile(r"(?:แจ้ง|บอกกล่าว|เชิญชวน|ประชาสัมพันธ์|ชี้แจง)[^ๆ]*?ให้")
# ส่งแบบ… │คืนเงิน… │ทั้งหมดนี้ภายในวันที่… | ทั้งสองประการนี้ให้เสร็จภายในวันที่…
ALL_BY = re.compile(
    r"ทั้ง(?:หมด|สอง|สาม|สี่|ห้า)(?:เรื่อง|ประการ|ข้อ|รายการ|อย่าง)?(?:นี้|ข้างต้น|ดังกล่าว)\s?(?:ขอ)?(?:ให้)?(?:แล้ว)?(?:เสร็จ)?(?:ภายใน|ไม่เกิน|ก่อน)[^ๆ]{4,40}\d{2,4}"
)
# ส่งรูปถ่าย ๑ นิ้ว │และภายในวันที่ ๑๗ กุมภาพันธ์ ๒๕๖๙ │ขอให้แจ้งจำนวน…: the day of what follows
LEADS_NEXT = re.compile(
    r"\sและ(?:ก่อนหน้านั้นคือ)?(?:ภายใน|ไม่เกิน)(?:วัน[ก-๎]{0,8}ที่)?\s?\d{1,2}\s[ก-๎.\s]{3,12}\s?\d{2,4}\s*$"
)


def day_of_list(rows: Sequence[str], since: str | None) -> str | None:
    """The first day that stands in rows around a duty: อำเภอเมือง │๗ พฤษภาคม ๒๕๖๙. ISO."""
    days = (
        mention.value
        for row in rows
        for mention in find_dates(row)
        if mention.precision == "day" and mention.value and mention.value >= (since or "")
    )
    return next(days, None)


def day_of_event(text: str, said: Sequence[str], written: str | None) -> str | None:
    """The day of what a duty is to be done on: ตรวจนับเงินสด ณ วันสิ้นปีทางบัญชี."""
    on_it = _ON_EVENT.search(text)
    if on_it is None:
        return None
    event = on_it["event"]
    days = [day for one in said if (day := find_day_of(event, one, written))]
    if not days and _GATHERING.match(event):
        days = [day for one in said if (day := find_meeting_day(one, True, written))]
    return next(iter(days), None)


def end_of_span_told(text: str, said: Sequence[str], written: str | None) -> str | None:
    """The last day of the span that a duty is to last: …ตลอดระยะเวลาดังกล่าว."""
    if not _THAT_SPAN.search(text) or _TOLD_TO_OTHERS.search(text):
        return None
    return next((day for one in said if (day := find_end_of_span(one, written))), None)


def day_told(said: Sequence[str], written: str | None) -> str | None:
    """The day that was told last before a duty that is to be done in the same time."""
    for one in said:
        told = [(day.start, day.value) for day in due_days(one)]  # the last is that nearest to it
        held = find_last_held(one, written)
        near = max(told + ([held] if held else []), default=None)
        day = near[1] if near else find_first_due(one, written)
        if day:
            return day
    return None
