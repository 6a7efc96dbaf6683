"""Whether a verb behind a space is another thing asked, one of a list without และ:
ตรวจสอบป้าย│ ตั้งจุดบริการ│ และรายงานสถิติ; or goes on with the one before: ส่งเอกสาร ๒ ชุด│ ส่งถึง…"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.dates import THAI_MONTH
from extractors.obligations.part import ALSO, DATED, SENDING, WITH, link_before
from extractors.obligations.verbs import Verb
from extractors.text.offices import PREFIXES
from pipeline.thai_digits import arabic

TO_WHOM = re.compile(rf"\s|ที่|ผู้|ครู|งาน|ให้|ถึง|ไปยัง|มายัง|ทาง|ภายใน|$|{'|'.join(PREFIXES)}")
_DAY_BEFORE = re.compile(
    r"(?:\s2[45]\d\d|น\.) $"
)  # a day told in full ends what is told of a thing
# …ให้เสร็จก่อนวันดังกล่าว│ อ่านระดับน้ำ… | …ไว้ก่อน│ เปิดรับฟัง…
_ENDED_BEFORE = re.compile(
    r"(?:วันดังกล่าว|โดยทันที|ทันที|โดยด่วน|โดยเร็ว|แล้วเสร็จ|เรียบร้อย|ไว้ก่อน|(?<!เพื่อ)(?<!โปรด)ทราบ"
    r"|(?:หนึ่ง|สอง|สาม|[\d๐-๙])\s?(?:คน|นาย|ท่าน|ชุด|ครั้ง|ชั่วโมง|วัน(?:ทำการ)?|เดือน|สัปดาห์)"
    r"|(?<!ที่)ทุก[ก-๎]{2,20}|ก่อน(?!วัน|เวลา)[ก-๎]{3,16}|(?:โดย|อย่าง)(?:เคร่งครัด|ต่อเนื่อง|ใกล้ชิด|ทั่วถึง)"
    r"|ตลอด(?:เวลา|งาน|เดือน|ทั้ง)\S{0,20}|ราย(?:เดือน|ไตรมาส|ปี|สัปดาห์)) $"
)
# ตรวจค่าความเค็ม…ทุกไตรมาส│ รายงานผลการเตรียมแหล่งน้ำสำรองภายใน…
_RHYTHM_BEFORE = re.compile(r"(?:ทุก|ราย)(?:สิ้น)?(?:วัน|สัปดาห์|เดือน|ไตรมาส|ปี|ภาคเรียน) $")
_RHYTHM = re.compile(r"(?:ทุก|ราย)(?:สิ้น)?(?:วันที่|เดือน|ไตรมาส|ปี)|(?:เดือน|ไตรมาส|ปี)ละ")
# ลงนามแบบรับมอบทั้ง ๓ ชุด│ส่งคืน ๒ ชุด
_SENT_BACK = re.compile(r"\S{2,60}\s?(?:\S{1,8}\s){0,2}\S{0,12}(?:ส่งคืน|ส่งกลับ|มอบคืน)")
FULL_DAY = re.compile(rf"(?:(?:{THAI_MONTH})\s*(?:พ\.?\s?ศ\.?)?\s*2[45]\d\d|น\.) $")
_PEOPLE_COUNTED = re.compile(r"(?:คน|นาย|ท่าน|รูป) $")
_NEAR = 120  # letters behind a verb within which its own day is told
_DAYS_BEFORE = re.compile(r"ภายใน\s?\d+\s?วัน(?:ทำการ)?\s?(?:นับ\S+)? $")
_SENDS = re.compile(r"(?:จัด|นำ)?ส่ง|แจ้ง(?:ราย)?ชื่อ")
_A_THING = 10  # letters of what is done and its object, before another verb


def last_said(group: Sequence[Verb]) -> Verb:
    """The last verb of a group, or its first if it tells others: ประชาสัมพันธ์ให้…ทราบ│ จัดกำลัง…"""
    return group[0] if group[-1].action is None and group[0].action == "publish" else group[-1]


def is_listed(text: str, verbs: Sequence[Verb], verb: Verb, last: Verb, asked: int) -> bool:
    """Whether a verb after a space is one of a list: ตรวจสอบป้าย│ ตั้งจุดบริการ│ และรายงานสถิติ."""
    between = text[last.end : verb.start]
    later = (one for one in verbs if one.start > verb.start)
    goes_on = any(
        link_before(text[asked : one.start]) in ("และ", "แล้ว", *ALSO, *WITH) for one in later
    )
    acts_by = verb.role == "idle" and DATED.search(text, verb.end) is not None
    again = _RHYTHM.search(text, verb.end, verb.end + _NEAR) is not None
    more = goes_on or (again and verb.action == "report")
    if _DAYS_BEFORE.search(arabic(between)) and more and (acts_by or not verb.role):
        return verb.action is not None  # แต่งตั้ง…ภายใน ๑๕ วัน นับแต่…│ ดำเนินการ…ภายใน…│ และรายงาน…
    day_before = _DAY_BEFORE.search(arabic(between)) is not None
    ended = day_before or _ENDED_BEFORE.search(between) is not None
    signs = verb.action is None and verb.role == "makes" and bool(_SENT_BACK.search(text, verb.end))
    counted = _PEOPLE_COUNTED.search(between)
    own_day = (
        FULL_DAY.search(arabic(between))
        or _RHYTHM_BEFORE.search(between)
        or (counted and last.role == "passes" and verb.action in SENDING)
    ) and DATED.search(text, verb.end, verb.end + _NEAR) is not None
    if counted and last.role in ("passes", "brings"):
        ended = verb.action in (*SENDING, "publish", "appoint")  # มอบหมายอาจารย์ ๒ คน│ เข้าร่วมประชุม
    if ended and (verb.action is not None or signs) and (goes_on or own_day):
        return True  # เสนอชื่อ…ภายในวันที่ ๒๕ มีนาคม ๒๕๖๗│ บันทึกผล…│ และมอบหมาย…
    if text.startswith("นำ", last.start) and last.role == "makes" and verb.action == "publish":
        return False  # นำสปอตตามสิ่งที่ส่งมาด้วย ๑│ ออกอากาศ…
    sends = _SENDS.match(text, verb.start) and verb.action in SENDING and verb.role != "back"
    sends_else = sends and not (verb.role == "sends" and TO_WHOM.match(text, verb.end))
    done = last.action in ("other", "attend", "publish", "monitor") and not last.role
    by_a_day = DATED.search(text, verb.end, verb.end + _NEAR) is not None
    reports = verb.action == "report" and not verb.role and goes_on and (by_a_day or again)
    if (sends_else or reports) and done and len(between) > _A_THING:
        return between.endswith(" ")  # คัดเลือกหมู่บ้าน อำเภอละ ๑ หมู่บ้าน│ ส่งประวัติ…ให้…
    if (
        (between.isspace() and last.end - last.start < _A_THING)
        or not between.endswith(" ")
        or verb.action in (None, "report", "reply", "attend")
    ):
        return False
    acted = last.role == "idle" and re.match(r"ตาม\S{4}", between) is not None  # ถือปฏิบัติตามแผน…
    if acted and verb.role != "idle" and goes_on:
        return True
    if verb.role == "idle" or last.role in ("idle", "passes") or last.action is None:
        return False
    if last.role == "makes" and verb.action not in ("publish", "appoint", "monitor"):
        return False
    if verb.action == "publish" and last.action in ("other", "monitor"):
        return True  # ตรวจสอบป้ายโฆษณา│ ประชาสัมพันธ์แจ้งเตือนประชาชน
    return goes_on
