"""Readers of the day on which a duty is to be done, for `first_due.READERS`: each tells the day,
that there is none, or passes (None) where the wording is not its own."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.dates import find_dates
from extractors.obligations.duty_action import BROUGHT, recurs
from extractors.obligations.times.context import ELSEWHERE, Asked, FirstDay
from extractors.obligations.times.due_days import due_days
from extractors.obligations.times.held_days import (
    find_beginning,
    find_day_of_work,
    find_end_of_month,
    find_end_of_span,
    find_first_day,
    find_meeting_day,
)
from extractors.obligations.times.loose_days import find_day_pointed_at
from extractors.obligations.times.schedule import find_due_day
from extractors.obligations.times.told_days import (
    DONE_BY_OTHERS,
    day_of_event,
    day_told,
    end_of_span_told,
)
from extractors.record import Action
from pipeline.thai_digits import arabic

_FIRST_DAY = re.compile(r"(?:ใน|ตั้งแต่|ภายใน|เช้า|ของ|ก่อน)วันแรก(?!ของเดือน|ของแต่ละ)")
# เคลื่อนย้ายโต๊ะและเก้าอี้…ในคืนดังกล่าว | งดใช้กล่องโฟม…ตั้งแต่วันดังกล่าว
_ON_THAT_DAY = re.compile(r"(?:(?<!ภาย)ใน(?:วัน(?:และ)?(?:เวลา)?|คืน)|ตั้งแต่วัน)(?:ดังกล่าว|นั้น)")
# จัดโต๊ะและป้ายชื่อให้เรียบร้อยก่อนเวลา ๐๘.๓๐ น.: of the day that was told
_BY_AN_HOUR = re.compile(
    r"(?:เรียบร้อย|เสร็จ|พร้อม)\s?ก่อนเวลา\s?[\d๐-๙]{1,2}[.:][\d๐-๙]{2}\s?(?:น\.|นาฬิกา)\s*$"
)
# รายงานทุกไตรมาส │ทั้งนี้ให้เริ่มรายงานตั้งแต่วันที่ ๑๕ กรกฎาคม ๒๕๖๗
_BEGINS_ON = re.compile(
    r"\s*(?:ทั้งนี้|โดย)\s?(?:ขอ)?(?:ให้)?เริ่ม[ก-๎]{0,24}วันที่\s?\d{1,2}\s[ก-๎.\s]{3,12}\s?\d{2,4}"
)
# แจ้งราคา…ในวันที่ ๒๐, ๒๓ และ ๒๗ มกราคม ๒๕๖๘: the first of several days
_ON_DAYS = re.compile(r"(?<!ภาย)ในวันที่\s?\d{1,2}\s?(?:,\s?\d{1,2}\s?)*(?:,|และ)\s?\d{1,2}\s[ก-๎]")
# ตั้งแต่วันที่ ๑๖ มีนาคม ๒๕๖๖ เป็นต้นไป │ให้เลิกลงเวลาในสมุด
_LED_FROM = re.compile(
    r"(?:^|และ|ทั้งนี้\s?|แล้ว\s)ตั้งแต่(?:วัน[ก-๎]{0,8}ที่)?\s?\d{1,2}\s[ก-๎.\s]{3,12}\s?\d{2,4}(?:\s?เป็นต้นไป)?\s*$"
)
# เปลี่ยนแปลงผู้มีอำนาจลงนาม… │ทั้งนี้ ตั้งแต่วันที่ ๕ กุมภาพันธ์ ๒๕๖๔ เป็นต้นไป
_GOES_ON_FROM = re.compile(
    r"\s*ทั้งนี้\s?(?:ให้)?(?:มีผล)?ตั้งแต่วันที่\s?\d{1,2}\s[ก-๎.\s]{3,12}\s?\d{2,4}\s?เป็นต้นไป"
)
# งดจัดกิจกรรมรวมคนตั้งแต่วันนี้เป็นต้นไป
_FROM_TODAY = re.compile(r"(?:งด|ระงับ|ปิด|หยุด|เลิก|ห้าม)[^ๆ]{0,60}ตั้งแต่(?:วันนี้|บัดนี้)เป็นต้นไป")
# ไปรับโฉนดด้วยตนเองตามกำหนด │โดยนำบัตรไปด้วย | ส่งเอกสารไม่เกินวันที่กำหนดไว้ในตาราง
_AS_IN_THE_LIST = re.compile(
    r"ตามกำหนด(?:การ)?(?:ข้างล่าง|ข้างท้าย|ต่อไปนี้)?(?=\s|$)|(?:กำหนด|ระบุ)ไว้ในตาราง|ตามตาราง(?:ข้างล่าง|ข้างท้าย|ต่อไปนี้|ดังนี้)"
)
_ROWS = 8  # paragraphs below that may be rows of the list
# ส่ง ปพ.๕ ฉบับพิมพ์ที่งานวัดผล วันที่ ๑๖ ตุลาคม ๒๕๖๑: where, and then on what day
_HANDED_IN = re.compile(
    r"(?:ส่ง|ยื่น)(?!หนังสือ)[^ๆ]*?(?:ที่|ณ)\s?(?:งาน|ฝ่าย|กลุ่ม|ห้อง|สำนักงาน|กอง)[^\s]{0,40}\s(?:ใน)?วัน[ก-๎]{0,8}ที่\s?[\d๐-๙]"
)
# ให้หยุดใช้เครื่องนับธนบัตร…ตั้งแต่วันที่ ๑ ธันวาคม ๒๕๖๘ | บรรจุแต่งตั้งให้มีผลตั้งแต่วันที่…
_FROM_THEN = re.compile(
    r"(?:หยุด|เลิก|เริ่มใช้|ให้มีผล|เปลี่ยนมาใช้|บังคับใช้|(?:^|ให้|ท่าน|\s)(?:งด|ระงับ|ปิด|เริ่ม))[^ๆ]{0,60}?(?:ตั้งแต่)?วันที่(?!.*ถึงวันที่)"
    # ห้ามลาพักผ่อนตั้งแต่ ๒๕ ธ.ค. ๒๕๖๑ เป็นต้นไป | สวมเครื่องแบบใหม่ตั้งแต่วันจันทร์ที่…
    r"|(?:งด|ระงับ|ปิด|ห้าม|มิให้|ใช้[ก-๎]{0,30}(?:ใหม่|แทน)|สวม|แต่งกาย|เปลี่ยน)[^ๆ]{0,120}?ตั้งแต่(?:วัน[ก-๎]{0,8}ที่?)?\s?[\d๐-๙](?!.*(?:ถึง|[-–]))"
)
# ตลอดเดือนมีนาคม ๒๕๖๐ │ขอให้งดทิ้ง… | ในห้วงเวลาดังกล่าว │ขอให้ท่านห้ามราษฎร… | ในวันดูงาน │ให้นำบัตรประชาชนมา
_LEADS_IN = re.compile(
    r"(?:^|\s|และ|แล้ว)(?:(?:ใน(?:เช้า|บ่าย|เย็น|คืน)?|ตลอด|ระหว่าง)(?:วัน|ช่วง|ห้วง|ระยะ)[ก-๎]+\s?$|ตลอดเดือน[ก-๎]+(?:\s[\d๐-๙]{4})?\s*$)"
)
# ย้ายเตาออกห่างโรงงิ้ว ทั้งสองเรื่องนี้│เจ้าหน้าที่จะไปดูในวันที่ ๒๘ กันยายน ๒๕๖๐: the writer's day
_WRITER_DOES = re.compile(
    r"(?:เจ้าหน้าที่|คณะกรรมการ|สำนักงาน|พนักงาน|เทศบาล|อำเภอ)(?:[ก-๎ฯ]{1,24}(?<!ที่)(?<!ซึ่ง))?จะ(?!ต้อง)"
)
# ตรวจนับเงินสดและสินค้าคงเหลือ ณ วันที่ ๓๑ มีนาคม ๒๕๖๑: on that day
_COUNTED_ON = re.compile(
    r"ตรวจนับ[^ๆ]{2,60}?ณ\s?วันที่\s?\d{1,2}\s[ก-๎.\s]{3,12}\s?(?:พ\.ศ\.\s?)?2[45]\d\d"
)
_HANDS_IN = re.compile(
    r"ยื่น|บันทึก|กรอก|ผ่านระบบ|ทางระบบ|นำเข้า|ส่งมอบ|ตอบแบบ|ลงทะเบียน|สมัคร|แสดงความ(?:คิด)?เห็น|ส่งข้อเสนอ|ส่งผลงาน|ส่ง(?:ราย)?ชื่อ|เสนอชื่อ|เสนอผลงาน"
)
# รายงานผลให้กองบังคับการทราบในวันศุกร์ที่… | ส่งคืนในวันที่…
_TOLD_ON = re.compile(
    r"(?:(?:ส่ง|รายงาน|แจ้ง)(?:ผล|ข้อมูล|รายชื่อ|เอกสาร|คืน|กลับ|มา|(?:แบบ|หลักฐาน|ใบ|สำเนา|แผน|บัญชี|เล่ม)[ก-๎]{0,24}?)?|ทราบ|(?:มายัง|ไปยัง|ให้|ต่อ)[ก-๎]{2,60})\s?(?<!ภาย)ในวัน"
)
# แจ้งให้นักเรียนทราบ│ในวันศุกร์ที่… | ประกาศผลการสอบ│ในวันที่…
_OF_NO_EVENT = r"(?:(?!งาน|จัด|ซึ่ง|เรื่อง|การแข่ง|ภายใน|กำหนด)[^ๆ])"
_MADE_KNOWN_ON = re.compile(
    # อ่านบทความในรายการข่าวภาคค่ำ วันที่… | ลงข่าวในฉบับวันที่… | บอกกล่าวในที่ประชุม…วันที่…
    r"ใน(?:รายการ|ฉบับ|ที่ประชุม)[^ๆ]{0,40}?วัน|"
    # ออกอากาศสปอตดังกล่าว…│ในวันที่…, but not …สปอตของงานกาชาดในวันที่…
    r"(?:ออกอากาศ|กระจายเสียง|(?:เปิด|อ่าน)(?:สปอต|เทป|สาร|คลิป|ประกาศ|คำ)|ลงข่าว|ลงประกาศ|ตีพิมพ์)"
    rf"{_OF_NO_EVENT}{{0,90}}?(?<!ภาย)ในวัน|"
    # ปิดไว้ ณ ที่ทำการตั้งแต่วันที่… | ประชาสัมพันธ์ทางเสียงตามสายตั้งแต่วันที่…
    r"(?:ปิด|ติด)ไว้[^ๆ]{0,60}?ตั้งแต่วัน(?!.*(?:ถึง|[-–]))|(?:เสียงตามสาย|หอกระจายข่าว)[^ๆ]{0,60}?(?:ตั้งแต่|ระหว่าง)วัน|"
    r"(?:ทราบ(?:โดยทั่วกัน)?|(?:^|ให้|ท่าน)(?:ติด|ปิด)?ประกาศ(?:ราย|ผล|ผู้)[ก-๎]{2,60})\s?(?<!ภาย)ในวัน"
    # ปิดประกาศรายชื่อผู้มีสิทธิ ณ ศาลากลางบ้าน ในวันที่…
    rf"|(?:ติด|ปิด|ขึ้น)(?:ประกาศ|ป้าย)(?:ราย|ผล|ราคา|บัญชี){_OF_NO_EVENT}{{2,80}}?(?<!ภาย)ในวันที่"
)
# ไปช่วยราชการ…มีกำหนด ๓ เดือน ตั้งแต่วันที่…ถึงวันที่…: how long it lasts, no day to be done by
_TERM = re.compile(
    r"(?:ช่วยราชการ|ลา(?=ศึกษา|อุปสมบท|ไป|พัก|คลอด)|รักษา(?:ราช)?การ|ดำรงตำแหน่ง|มีกำหนด|เป็น(?:ระยะ)?เวลา).*ตั้งแต่วัน"
)


def from_the_first_day_of_it(asked: Asked) -> FirstDay | None:
    """On the first day of what is told before: อบรมวันที่ ๑๑ - ๑๕ มีนาคม ๒๕๖๗ │ให้รายงานตัวในวันแรก is due
    on the 11th."""
    told = due_days(asked.text) or find_meeting_day(asked.text)
    if told or not _FIRST_DAY.search(asked.text):
        return None
    written = asked.context.written
    begun = (find_beginning(one, written) for one in asked.context.said)
    return FirstDay(next((day for day in begun if day), None), ELSEWHERE)


def on_that_day(asked: Asked) -> FirstDay | None:
    """On the day told before, or brought along on it: เคลื่อนย้ายโต๊ะในคืนดังกล่าว, นำคอมพิวเตอร์ไปในวันอบรม.
    What is published then is what others do: เชิญชวนประชาชนงดเว้นการดื่มสุราในวันดังกล่าว."""
    text, said, written = asked.text, asked.context.said, asked.context.written
    hour = asked.action == "other" and not recurs(text, asked.often) and _BY_AN_HOUR.search(text)
    if not (BROUGHT.search(text) or _ON_THAT_DAY.search(text) or hour):
        return None
    if asked.action == "publish":
        return FirstDay(None)
    own = find_meeting_day(text, True) if BROUGHT.search(text) else None
    if own and own >= (written or ""):  # นำคอมพิวเตอร์มาในวันอบรม ๖ สิงหาคม ๒๕๖๗
        return FirstDay(own)
    held = [find_meeting_day(one, True, written) for one in said]
    held += [find_meeting_day(one, False, written) for one in said]
    if "ตั้งแต่วัน" in text:  # งดใช้กล่องโฟมตั้งแต่วันดังกล่าว
        held = [find_beginning(one, written) for one in said]
    day = next((one for one in held if one), None) or day_told(said, written)
    return FirstDay(day or find_day_pointed_at(text, said, written), ELSEWHERE)


def all_through_a_month(asked: Asked) -> FirstDay | None:
    """All through a month, until its last day: ติดป้ายตลอดเดือนพฤษภาคม ๒๕๖๗ is due on 31 May; what
    others are told to do all month (ประชาสัมพันธ์ให้…ตลอดเดือนเมษายน) has no day."""
    if asked.often or asked.action not in ("other", "publish"):
        return None
    end = find_end_of_month(asked.text, asked.context.written)
    if end is None:
        return None
    others = asked.action == "publish" and DONE_BY_OTHERS.search(asked.text)
    return FirstDay(None if others else end)


def handed_in(asked: Asked) -> FirstDay | None:
    """Handed in somewhere on a day: ส่งสมุดคะแนนที่งานวัดผล วันที่ ๑๖ ตุลาคม ๒๕๖๑."""
    if asked.action not in ("reply", "report") or asked.often or not _HANDED_IN.search(asked.text):
        return None
    day = find_meeting_day(asked.text)
    return FirstDay(day, ELSEWHERE) if day else None


def again_and_again(asked: Asked) -> FirstDay | None:
    """What recurs begins with the day that it tells: ทุกวันพุธ เริ่มตั้งแต่วันที่ ๒๑ กุมภาพันธ์ ๒๕๖๗, or that
    is told right after: ทั้งนี้ให้เริ่มรายงานตั้งแต่วันที่ ๑๕ กรกฎาคม ๒๕๖๗."""
    if not recurs(asked.text, asked.often):
        return None
    begins = _BEGINS_ON.match(arabic(asked.context.rest))
    first = find_first_day(asked.text, find_due_day(asked.text))
    return FirstDay(first or (find_first_day(begins[0]) if begins else None))


def on_several_days(asked: Asked) -> FirstDay | None:
    """Sent on several days, the first of them: แจ้งราคาในวันที่ ๒๐, ๒๓ และ ๒๗ มกราคม ๒๕๖๘."""
    if asked.action not in ("reply", "report") or not _ON_DAYS.search(arabic(asked.text)):
        return None
    return FirstDay(find_meeting_day(asked.text), ELSEWHERE)


def from_then_on(asked: Asked) -> FirstDay | None:
    """What is to stop or to take effect does so on its day: หยุดใช้เครื่องนับธนบัตรตั้งแต่วันที่ ๑ ธันวาคม
    ๒๕๖๘; of a span the last (หยุดสูบน้ำวันที่ ๕ - ๗ มีนาคม). How long a notice hangs is no day."""
    led = _LED_FROM.search(arabic(asked.context.sentence))
    goes_on = _GOES_ON_FROM.match(arabic(asked.context.rest))
    if goes_on and asked.action == "other" and not asked.often:
        return FirstDay(find_beginning(goes_on[0], asked.context.written), ELSEWHERE)
    whole = f"{asked.text} {led[0]}" if led else asked.text
    if asked.action == "other" and _FROM_TODAY.search(asked.text):
        return FirstDay(asked.context.written)
    if asked.action == "publish" or asked.often or not _FROM_THEN.search(whole):
        return None
    written = asked.context.written
    return FirstDay(find_end_of_span(whole, written) or find_beginning(whole, written), ELSEWHERE)


def on_a_day_of_work(asked: Asked) -> FirstDay | None:
    """On the day, or until the last of the days, on which it is to be done: สำรวจทุกตำบลระหว่างวันที่
    ๑ - ๒๐ มิถุนายน ๒๕๖๖, จัดเวรรักษาการณ์ตลอดระยะเวลาดังกล่าว."""
    if asked.often or not _is_done_on_a_day(asked.action, asked.text):
        return None
    if does := _WRITER_DOES.search(asked.text):
        asked = replace(asked, text=asked.text[: does.start()])
    day = _day_of_doing(asked)
    return FirstDay(day, ELSEWHERE) if day else None


def in_a_list_of_days(asked: Asked) -> FirstDay | None:
    """On the first of the days that a list below tells: ไปรับโฉนดตามกำหนด, and rows that end
    in a day (หมู่ที่ ๑ - ๓ ๒๙ มกราคม ๒๕๖๗)."""
    if asked.often or not _AS_IN_THE_LIST.search(asked.text):
        return None
    rows = [(row.rstrip(), find_dates(row)) for row in asked.context.after[:_ROWS]]
    ends = [told[-1].value for row, told in rows if told and told[-1].end == len(row)]
    days = [day for day in ends if day and day >= (asked.context.written or "")]
    return FirstDay(days[0], ELSEWHERE) if len(days) > 1 else None


def _is_done_on_a_day(action: Action, text: str) -> bool:
    """Whether a day that stands in a duty may be that on which it is to be done."""
    if action == "publish":  # แจ้งข่าวงานประชุมวันที่ ๒๘ กุมภาพันธ์: the day of what is told
        return _MADE_KNOWN_ON.search(text) is not None
    by_day = action in ("other", "monitor") or _HANDS_IN.search(text) or _TOLD_ON.search(text)
    return bool(by_day) and not _TERM.search(text)


def _day_of_doing(asked: Asked) -> str | None:
    """The day on which, or the last of those within which, something is to be done; none that is
    over: ตรวจสอบข้อมูล ๑ - ๓๑ มกราคม ๒๕๖๗."""
    said, written = asked.context.said, asked.context.written
    leads = _LEADS_IN.search(asked.context.sentence)
    whole = f"{leads[0]} {asked.text}" if leads else asked.text
    found = find_day_of_work(whole, written) or day_of_event(whole, said, written)
    if found is None and (counted := _COUNTED_ON.search(arabic(asked.text))):
        found = find_dates(counted[0])[-1].value
    if found is None and asked.action in ("other", "monitor"):
        found = end_of_span_told(whole, said, written)
    if found is None and asked.action == "publish":
        found = find_beginning(asked.text, written)
    return None if found and written and found < written else found
