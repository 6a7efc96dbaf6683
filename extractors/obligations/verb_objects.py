"""What a verb asks for together with what follows it: ส่ง│ครู…เข้าร่วม is to come, ส่ง│รายงาน to report,
นำ│สปอต…ออกอากาศ to publish."""

from __future__ import annotations

import re
from typing import Literal

from extractors.record import Action
from extractors.text.offices import PREFIXES

Role = Literal["", "passes", "makes", "sends", "idle", "serves", "brings", "back", "enters"]

_A_REPORT = re.compile(r"(?:แบบ|ใบ|เล่ม|ไฟล์|สมุด)?รายงาน(?!ตัว|การประชุม|ชื่อ|ภาษี|ประจำวัน)|สรุป")
# แจ้ง│เลขที่บัญชีให้กรมทราบ, but not แจ้ง│บุคลากรให้ทราบ: a thing is told to an office
_TELLS_US = re.compile(
    rf"(?!ผู้|บุคล|ประชา|กำนัน|ราษฎร|ชาวบ้าน|ลูก|แขก|เกษตรกร|สมาชิก|เจ้าของ|เจ้าหน้าที่|ทุก|ให้|นัก|ข้าราช|พนักงาน|ครู|{'|'.join(PREFIXES)})\S{{2,40}}?"
    rf"(?:ให้(?:{'|'.join(PREFIXES)})\S{{0,60}}ทราบ|ให้ทราบ|\s?มายัง|\s?มาที่)"
)
# ส่ง│ครูผู้สอน โรงเรียนละ 1 คน เข้าร่วม: who is sent comes
_PEOPLE = (
    r"(?:ตัวแทน|ครู|อาจารย์|(?:ทันต|สัตว)?แพทย์|พยาบาล|เภสัชกร|วิทยากร|หัวหน้า|ลูกจ้าง|ช่าง|มัคคุเทศก์|ลูกเสือ|คนขับ|กำนัน|อสม|อาสา|ทหาร|ตำรวจ"
    r"|เจ้าหน้าที่|บุคลากร|ผู้(?!ประ)|ข้าราชการ|พนักงาน|นัก|ทีม|กำลังพล|สมาชิก|วิศวกร|นายช่าง|คณะ|วงดนตรี|วงโยธวาทิต|ปลัด|นายทหาร|พยาน(?!หลักฐาน))"
)
_IS_PEOPLE = re.compile(_PEOPLE)
_PEOPLE_COME = re.compile(
    rf"{_PEOPLE}(?:(?!แล้ว|และ(?:ส่ง|แจ้ง|จัด)|พร้อม|ภายใน).){{0,90}}?(?:เข้าร่วม|เข้ารับ|เข้าอบรม|เข้าประชุม|ร่วมประชุม|เข้าแข่งขัน)"
)
# ส่ง│หัวหน้ากลุ่มสาระไม่เกินวันที่…: a post that papers go to
_A_POST = re.compile(
    r"(?:หัวหน้า|ผู้(?:จัดการ|อำนวยการ|สอบบัญชี|ประสานงาน|รับผิดชอบ|ควบคุม|ปกครอง|บังคับ|บัญชา|กำกับ|บริหาร|ว่าราชการ)|กำนัน|ปลัด|ผู้ใหญ่บ้าน)(?:(?!เข้า|ร่วม|ไป|มา)[ก-๎]){0,30}\s?"
    r"(?:ภายใน|ไม่เกิน|ก่อนวัน|อย่างช้า)"
)
# ส่ง│หมายเรียกให้แก่พยาน, ส่ง│หนังสือให้ผู้ปกครอง: what goes to others does not come back
_TO_OTHERS = re.compile(
    r"(?:(?!ภายใน|และ|แล้ว|พร้อม)\S){2,40}?ให้(?:แก่|กับ)?\s?"
    r"(?:พยาน|ผู้(?!ว่า|อำนวย|จัด|บัญชา|บังคับ|กำกับ|ประสาน|รับผิดชอบ|แทน|ทรงคุณวุฒิ)|ประชาชน|นักเรียน|นักศึกษา|เกษตรกร|สมาชิก|ครู|บุคลากร|เจ้าของ|คู่ความ|ลูกหนี้|ลูกค้า)"
)
# บันทึก│กิจกรรมของศูนย์ในระบบ…: what is entered into a system is reported
_INTO_SYSTEM = re.compile(
    r"(?!ภาพ|เสียง)\S{0,80}?(?:ใน|ลงใน|ลง|ผ่าน|เข้า(?:สู่)?)(?:ระบบ|โปรแกรม|ฐานข้อมูล|เว็บไซต์|แอปพลิเคชัน)"
)
# บันทึก│ผลการคัดกรองในระบบ is to report, บันทึก│ผลการเรียนในระบบ to fill in marks
_RESULTS = re.compile(r"ผล(?!การ(?:เรียน|ศึกษา|สอบ))")
_ENTERING = (
    "บันทึก",
    "ลงบันทึก",
    "คีย์",
    "ป้อน",
    "นำเข้า",
    "อัปโหลด",
    "อัพโหลด",
)
# นำ│สปอตที่ส่งมาออกอากาศ…
_TO_SPREAD = re.compile(
    r"(?:(?!แล้ว|และ).){2,60}?(?:ไป|มา)?(?:ออกอากาศ|เผยแพร่|ติดประกาศ|ปิดประกาศ|ลงเว็บไซต์|ประชาสัมพันธ์)"
)
# นำ│โคทุกตัวเข้ารับวัคซีน: beasts and things do not attend
_NO_PERSON = re.compile(r"(?:เรือ|รถ|เครื่อง|โค|กระบือ|สุกร|สุนัข|แมว|สัตว์|ไก่)\S*?เข้ารับ")
# นำ│นักเรียนมาส่งที่หอนอน: who is brought is no answer
_BROUGHT_THERE = re.compile(
    r"(?:นักเรียน|เด็ก|บุตร|ลูก|ผู้ป่วย|ผู้ต้องขัง|สัตว์|โค|กระบือ)[ก-๎]{0,30}?(?:มา|ไป|กลับ)ส่ง(?!เสริม)"
)
# มีหนังสือแจ้ง│แผนปฏิบัติงานต่อกองช่าง | นำไปมอบให้│ผู้สูงอายุ
_TO_AN_OFFICE = re.compile(rf"[^\s]{{2,80}}?(?:ต่อ|ให้|ไปยัง|มายัง)(?:{'|'.join(PREFIXES)})")
_HANDED = ("มอบให้", "ไปมอบให้", "ไปมอบ", "มามอบให้")
_HANDED_TO = re.compile(
    r"(?:แก่|ให้)?(?:ผู้(?!ว่า|อำนวย|จัดการ|บังคับ|รับผิดชอบ|ประสาน)|ประชาชน|ราษฎร|นักเรียน|เกษตรกร|สมาชิก|เด็ก|ครัวเรือน)"
)
# แต่งกาย│ด้วยผ้าไทยทุกวันศุกร์: asked for itself, no manner of coming
_EACH_DAY = re.compile(r"[^\s]{2,80}?ทุกวัน")
# ส่ง│บัญชีคืนภายใน…: what was sent for it comes back
_GIVEN_BACK = re.compile(
    r"(?!เงิน|ของ|พัสดุ|ครุภัณฑ์)[ก-๎]{2,24}?(?:กลับ)?(?:คืน|กลับ)(?=\s|ภายใน|ให้|มา|ที่|ก่อน|$)"
)


def with_object(
    text: str, end: int, phrase: str, action: Action | None, role: Role
) -> tuple[Action | None, Role]:
    """The action and role of a phrase of the table that ends at `end`, by what follows it."""
    if phrase == "แจ้ง" and _TELLS_US.match(text, end):
        return "reply", ""
    if phrase == "นำ" and _TO_SPREAD.match(text, end):
        return "publish", ""
    if phrase == "นำ" and (_NO_PERSON.match(text, end) or _BROUGHT_THERE.match(text, end)):
        return "other", ""
    if phrase == "มีหนังสือแจ้ง" and _TO_AN_OFFICE.match(text, end):
        return "reply", ""
    if phrase in _HANDED and _HANDED_TO.match(text, end):
        return "other", ""
    if phrase == "แต่งกาย" and _EACH_DAY.match(text, end):
        return "other", ""
    if role == "sends":
        return _sent(text, end, phrase, action)
    entered = next((one for one in _ENTERING if phrase.startswith(one)), "")
    results = _RESULTS.match(text, end - len(phrase) + len(entered)) is not None
    if entered and not results and _INTO_SYSTEM.match(text, end):
        return "reply", "enters"
    return action, role


def _sent(text: str, end: int, phrase: str, action: Action | None) -> tuple[Action | None, Role]:
    to_a_post = _A_POST.match(text, end) is not None
    if not to_a_post and _PEOPLE_COME.match(text, end):
        return "attend", ""
    if phrase != "นำส่ง" and not to_a_post and _IS_PEOPLE.match(text, end):
        return "other", "brings"
    if _TO_OTHERS.match(text, end):
        return "other", ""
    if _GIVEN_BACK.match(text, end):
        return "reply", "back"
    return ("report" if _A_REPORT.match(text, end) else action), "sends"  # ยื่น│รายงานประจำปี
