"""The first day of a duty, from its own words and from those that stand around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.dates import THAI_MONTH, find_dates
from extractors.obligations.context import Context
from extractors.obligations.due_days import (
    due_days,
    find_bare_day,
    find_day_of_same_month,
    find_first_due,
    last_day,
)
from extractors.obligations.duty_action import BROUGHT, IN_TIME_TOLD, recurs
from extractors.obligations.held_days import (
    find_beginning,
    find_day_of_work,
    find_end_of_month,
    find_end_of_span,
    find_first_day,
    find_last_held,
    find_meeting_day,
)
from extractors.obligations.schedule import find_due_day
from extractors.obligations.told_days import (
    ALL_BY,
    DONE_BY_OTHERS,
    LEADS_NEXT,
    day_of_event,
    day_of_list,
    day_told,
    end_of_span_told,
)
from extractors.record import Action, Frequency
from extractors.text.digits import arabic

_HANDS_IN = re.compile(
    r"ยื่น|บันทึก|กรอก|ผ่านระบบ|ทางระบบ|นำเข้า|ส่งมอบ|ตอบแบบ|ลงทะเบียน|สมัคร|แสดงความ(?:คิด)?เห็น|ส่งข้อเสนอ|ส่งผลงาน|ส่ง(?:ราย)?ชื่อ|เสนอชื่อ|เสนอผลงาน"
)
# รายงานผลให้กองบังคับการทราบในวันศุกร์ที่… | ส่งคืนในวันที่…
_TOLD_ON = re.compile(
    r"(?:(?:ส่ง|รายงาน|แจ้ง)(?:ผล|ข้อมูล|รายชื่อ|เอกสาร|คืน|กลับ|มา|(?:แบบ|หลักฐาน|ใบ|สำเนา|แผน|บัญชี|เล่ม)[ก-๎]{0,24}?)?|ทราบ|(?:มายัง|ไปยัง|ให้|ต่อ)[ก-๎]{2,60})\s?(?<!ภาย)ในวัน"
)
# แจ้งให้นักเรียนทราบ│ในวันศุกร์ที่… | ประกาศผลการสอบ│ในวันที่…
_MADE_KNOWN_ON = re.compile(
    r"(?:ทราบ(?:โดยทั่วกัน)?|(?:^|ให้|ท่าน)(?:ติด|ปิด)?ประกาศ(?:ราย|ผล|ผู้)[ก-๎]{2,60})\s?(?<!ภาย)ในวัน"
)
# ขยายเวลาลงทะเบียนจนถึงวันที่… ขอให้แจ้งผู้ประสงค์เข้าร่วม│ลงทะเบียนภายในกำหนด
# ไปช่วยราชการ…มีกำหนด ๓ เดือน ตั้งแต่วันที่…ถึงวันที่…: how long it lasts, no day to be done by
_TERM = re.compile(
    r"(?:ช่วยราชการ|ลา(?=ศึกษา|อุปสมบท|ไป|พัก|คลอด)|รักษา(?:ราช)?การ|ดำรงตำแหน่ง|มีกำหนด|เป็น(?:ระยะ)?เวลา).*ตั้งแต่วัน"
)
_DAY_LABEL = re.compile(
    r"(?:กำหนด)?วัน(?:ที่|เวลา|เดือนปี|จัด|ประชุม|อบรม|งาน|นัด|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|[\s:,])"
)
# เข้าร่วมประชุมตามรอบที่กำหนด | อยู่รับการตรวจตามวันของตน | รอรับการนิเทศตามตาราง: in a list of days
_AS_LISTED = re.compile(
    r"ตาม(?:รอบ|วัน|ตาราง|กำหนด(?:การ)?)(?:และเวลา)?(?:ที่กำหนด|ของตน|ที่นัด|ข้างต้น|ข้างล่าง|ข้างท้าย|ด้านล่าง|ดังกล่าว)?(?=\s|$|นี้)"
)
# จัดพิธีในวันอาทิตย์ที่ ๕ ธันวาคมนี้ │จึงขอเชิญ…
_THIS_YEAR = re.compile(rf"(?<!ภาย)ในวัน[ก-๎]{{0,8}}ที่\s?\d{{1,2}}\s(?:{THAI_MONTH})\s?(?:ศก)?นี้")
# ตั้งแต่วันที่ ๑๖ มีนาคม ๒๕๖๖ เป็นต้นไป │ให้เลิกลงเวลาในสมุด
_LED_FROM = re.compile(
    r"(?:^|และ|ทั้งนี้\s?|แล้ว\s)ตั้งแต่(?:วัน[ก-๎]{0,8}ที่)?\s?\d{1,2}\s[ก-๎.\s]{3,12}\s?\d{2,4}(?:\s?เป็นต้นไป)?\s*$"
)
# เข้านั่งประจำที่ก่อนเวลา ๐๙.๓๐ น. ของวันดังกล่าว | ไปเบิกความในวันนัด
_AS_TOLD = re.compile(
    r"วัน(?:ดังกล่าว|นั้น|เดียวกัน|นัด)|ตามนัด|ตามกำหนด(?:การ|เวลา)?(?:ใหม่|ข้างต้น|ดังกล่าว)|ตามตาราง|วัน(?:และ|\s?,\s?|\s)?(?:เวลา)?(?:\s?(?:และ)?\s?สถานที่)?\s?(?:ข้างต้น|ดังกล่าว|นี้|นัด)"
)
# ให้หยุดใช้เครื่องนับธนบัตร…ตั้งแต่วันที่ ๑ ธันวาคม ๒๕๖๘ | บรรจุแต่งตั้งให้มีผลตั้งแต่วันที่…
_FROM_THEN = re.compile(
    r"(?:หยุด|เลิก|เริ่มใช้|ให้มีผล|เปลี่ยนมาใช้|บังคับใช้|(?:^|ให้|ท่าน|\s)(?:งด|ระงับ|ปิด|เริ่ม))[^ๆ]{0,60}?(?:ตั้งแต่)?วันที่(?!.*ถึงวันที่)"
    # ห้ามลาพักผ่อนตั้งแต่ ๒๕ ธ.ค. ๒๕๖๑ เป็นต้นไป | สวมเครื่องแบบใหม่ตั้งแต่วันจันทร์ที่…
    r"|(?:งด|ระงับ|ปิด|ห้าม|มิให้|ใช้[ก-๎]{0,30}(?:ใหม่|แทน)|สวม|แต่งกาย|เปลี่ยน)[^ๆ]{0,120}?ตั้งแต่(?:วัน[ก-๎]{0,8}ที่?)?\s?[\d๐-๙](?!.*(?:ถึง|[-–]))"
)
# แจ้งราคา…ในวันที่ ๒๐, ๒๓ และ ๒๗ มกราคม ๒๕๖๘: the first of several days
_ON_DAYS = re.compile(r"(?<!ภาย)ในวันที่\s?\d{1,2}\s?(?:,\s?\d{1,2}\s?)*(?:,|และ)\s?\d{1,2}\s[ก-๎]")
_LEADS = re.compile(
    r"(?:(?:ทั้งนี้|อนึ่ง)\s?)?(?:ภายใน|ก่อน|ไม่เกิน)วัน(?!ที่ได้รับ)[^ๆ]{4,40}\d{4}\s(?:ขอ|ให้|โปรด)?"
)
# ตลอดเดือนมีนาคม ๒๕๖๐ │ขอให้งดทิ้ง… | ในห้วงเวลาดังกล่าว │ขอให้ท่านห้ามราษฎร… | ในวันดูงาน │ให้นำบัตรประชาชนมา
_LEADS_IN = re.compile(
    r"(?:ใน|ตลอด|ระหว่าง)(?:วัน|ช่วง|ห้วง|ระยะ)[ก-๎]+\s?$|ตลอดเดือน[ก-๎]+(?:\s[\d๐-๙]{4})?\s*$"
)
# เคลื่อนย้ายโต๊ะและเก้าอี้…ในคืนดังกล่าว | งดใช้กล่องโฟม…ตั้งแต่วันดังกล่าว
_ON_THAT_DAY = re.compile(r"(?:(?<!ภาย)ใน(?:วัน(?:และ)?(?:เวลา)?|คืน)|ตั้งแต่วัน)(?:ดังกล่าว|นั้น)")
# รายงานจุดความร้อนทุกวัน…จนถึงวันที่ ๓๑ พฤษภาคม ๒๕๖๗: how long it lasts
_DAILY_UNTIL = re.compile(r"(?:ทุกวัน|วันละ)(?!ที่)[^ๆ]*?(?:จนถึง|ถึงวันที่)")
_FIRST_DAY = re.compile(r"(?:ใน|ตั้งแต่|ภายใน|เช้า|ของ|ก่อน)วันแรก(?!ของเดือน|ของแต่ละ)")
_LISTED = 6  # paragraphs below an invitation that may tell its day
_ELSEWHERE = 0.9  # the day stands in another sentence


def first_day_due(
    action: Action, text: str, often: Frequency | None, context: Context
) -> tuple[str | None, float]:
    """The first day, and how surely it is that of this duty."""
    said = (context.sentence, *reversed(context.before))
    if _FIRST_DAY.search(text) and not (due_days(text) or find_meeting_day(text)):
        begun = (find_beginning(one, context.written) for one in said)
        return next((day for day in begun if day), None), _ELSEWHERE
    if action == "attend":
        day = find_meeting_day(text) or find_first_due(text, context.written)
        day = day or find_beginning(text, context.written)  # ทุกวันทำการตั้งแต่วันที่…
        day = day or day_of_event(text, said, context.written)
        if day:
            return day, 1.0
        since = context.written
        around = (find_meeting_day(one, True, since) for one in reversed(context.before))
        last = find_last_held(context.sentence, since)
        near = (last[1] if last else None) or next((found for found in around if found), None)
        found = near or _listed_day(context.after)
        if found is None and _THIS_YEAR.search(arabic(context.sentence)):
            found = find_first_due(context.sentence, since)
        if found is None and _AS_TOLD.search(text):
            found = day_told(said, context.written)
        if found is None and _AS_LISTED.search(text):
            found = day_of_list((*context.after, *context.before), since)
        return found, _ELSEWHERE
    if action == "appoint" and (named := due_days(text)):
        return named[0].value, 1.0  # …แจ้งรายชื่อภายในวันที่… โดยประชุมครั้งแรกในวันที่…
    day = find_first_due(text, context.written)
    before = " ".join((*context.before, context.sentence))
    day = day or find_day_of_same_month(text, before)
    if often is None:  # ส่งสถิติรายเดือนภายในวันที่ ๕: of every month
        day = day or find_bare_day(text, before, context.written)
    if day is None and not often:
        leads = arabic(context.sentence)
        whole_led = _LEADS.fullmatch(leads) is not None  # ภายในวันที่ ๑๖ กุมภาพันธ์ ๒๕๖๗ │ขอให้ท่าน…
        told = due_days(context.sentence) if whole_led or LEADS_NEXT.search(leads) else []
        day = told[-1].value if told else None
    if day is None and (BROUGHT.search(text) or _ON_THAT_DAY.search(text)):
        if action == "publish":
            return None, 1.0  # เชิญชวนประชาชนงดเว้นการดื่มสุราในวันดังกล่าว: when others do
        held = [find_meeting_day(one, True, context.written) for one in said]
        held += [find_meeting_day(one, False, context.written) for one in said]
        if "ตั้งแต่วัน" in text:  # งดใช้กล่องโฟมตั้งแต่วันดังกล่าว
            held = [find_beginning(one, context.written) for one in said]
        day = next((one for one in held if one), None)
        return day or day_told(said, context.written), _ELSEWHERE
    if day and not often and action in ("report", "reply") and _DAILY_UNTIL.search(text):
        return None, 1.0
    same = IN_TIME_TOLD.search(text) if day is None else None
    if same and (own := [one.value for one in find_dates(text[: same.start()]) if one.value]):
        return last_day(own[-1]), 1.0  # รายงานจำนวนนักเรียน ณ วันที่ ๑๐ กรกฎาคม ๒๕๖๓ ภายในวันเดียวกัน
    if same:
        day = day_of_event(text, said, context.written)
        return day or day_told(said, context.written), _ELSEWHERE
    all_month = find_end_of_month(text, context.written) if often is None else None
    if day is None and all_month and action in ("other", "publish"):
        others = action == "publish" and DONE_BY_OTHERS.search(text)
        return None if others else all_month, 1.0  # ติดป้ายคำขวัญหน้าโรงงานตลอดเดือนพฤษภาคม ๒๕๖๗
    if day is None and not often and (by := ALL_BY.search(arabic(context.rest))):
        return find_first_due(by[0], context.written), _ELSEWHERE
    if day is None and recurs(text, often):
        return find_first_day(text, find_due_day(text)), 1.0
    if day is None and action in ("reply", "report") and _ON_DAYS.search(arabic(text)):
        return find_meeting_day(text), _ELSEWHERE
    lasts = action != "publish" and often is None  # ปิดประกาศตั้งแต่วันที่ ๑ ถึงวันที่ ๑๕: how long
    from_then = _LED_FROM.search(arabic(context.sentence))
    whole = f"{text} {from_then[0]}" if from_then else text
    if day is None and lasts and _FROM_THEN.search(whole):
        span = find_end_of_span(whole, context.written)  # หยุดสูบน้ำวันที่ ๕ - ๗ มีนาคม ๒๕๖๗
        return span or find_beginning(whole, context.written), _ELSEWHERE
    if day is None and often is None and _is_done_on_a_day(action, text):
        found = _day_of_doing(action, text, context)
        return found, _ELSEWHERE if found else 1.0
    return day, 1.0


def _is_done_on_a_day(action: Action, text: str) -> bool:
    """Whether a day that stands in a duty may be that on which it is to be done."""
    if action == "publish":  # แจ้งข่าวงานประชุมวันที่ ๒๘ กุมภาพันธ์: the day of what is told
        return _MADE_KNOWN_ON.search(text) is not None
    by_day = action in ("other", "monitor") or _HANDS_IN.search(text) or _TOLD_ON.search(text)
    return bool(by_day) and not _TERM.search(text)


def _day_of_doing(action: Action, text: str, context: Context) -> str | None:
    """The day on which, or the last of those within which, something is to be done; none that is
    over: ตรวจสอบข้อมูล ๑ - ๓๑ มกราคม ๒๕๖๗."""
    said = (context.sentence, *reversed(context.before))
    leads = _LEADS_IN.search(context.sentence)
    whole = f"{leads[0]} {text}" if leads else text
    found = find_day_of_work(whole, context.written) or day_of_event(whole, said, context.written)
    if found is None and action in ("other", "monitor"):
        found = end_of_span_told(whole, said, context.written)
    return None if found and context.written and found < context.written else found


def _listed_day(after: Sequence[str]) -> str | None:
    """The day in what is listed under an invitation: วันประชุม : วันพฤหัสบดีที่ ๒๑ มีนาคม ๒๕๖๗."""
    days = (find_meeting_day(f" {one}") for one in after[:_LISTED] if _DAY_LABEL.match(one))
    return next((day for day in days if day), None)
