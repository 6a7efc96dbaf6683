"""Whether the sentence over a list lays it on those who serve, or on those who are named:
จึงให้นายทหารเวรปฏิบัติดังนี้ | ผู้ผ่านการคัดเลือกต้องดำเนินการ ดังนี้"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.obligations.asking_words import SERVING
from extractors.record import Kind
from extractors.text.clauses import Paragraph

OWN = (
    r"(?:ผู้(?:ที่)?(?:มีราย|ได้รับ|ผ่าน|พัก|เช่า|กู้|สอบ|ปกครอง(?!ท้อง))|สมาชิก|นัก(?:เรียน|ศึกษา)\S*|\S{0,30}(?:ตามราย|ทุกราย|ข้างต้น)"
    # the issuer's own: ให้ทุกหน่วยงานในสังกัดถือปฏิบัติ ดังนี้ | กำหนดแนวปฏิบัติให้ทุกฝ่าย ดังนี้
    r"|ทุก(?:ส่วนงาน|ส่วนราชการ|หน่วยงาน|แผนก|ฝ่าย|กอง|กลุ่ม|งาน|คณะ|สำนัก|ศูนย์|สาขา|ภาควิชา|ส่วน)"
    r"|(?:ทุก)?(?:หน่วยงาน|ส่วนราชการ|กอง|กลุ่ม|ฝ่าย|แผนก|ศูนย์|โรงเรียน|สถานศึกษา|ข้าราชการ|บุคลากร|เจ้าหน้าที่|พนักงาน)\S{0,30}?(?:ในสังกัด|ในศาลากลาง|ในกำกับ|ภายใน(?:กรม|สำนัก|มหาวิทยาลัย|จังหวัด)"
    r"|(?:ใน|ของ)(?:โรงพยาบาล|โรงเรียน|วิทยาลัย|มหาวิทยาลัย|คณะ|สถาบัน|สำนัก|กรม|กอง|ศูนย์|เทศบาล|องค์การ|บริษัท|เรือนจำ))"
    r"|(?:คณะ)?ครู|อาจารย์|บุคลากร|ข้าราชการ|เจ้าหน้าที่|พนักงาน|ลูกจ้าง|เวร)"
)
_BIDS = (
    r"(?:^|\s|จึง|และ|โดย|สมควร|เห็นควร)"
    r"(?:มีคำสั่ง|สั่งการ|สั่ง|กำหนด(?:(?:มาตรการ|แนวทาง|แนว(?:ทาง)?(?:การ)?ปฏิบัติ|หลักเกณฑ์)[ก-๎]{0,30}?)?"
    r"|ประกาศ|กำชับ|ขอ|มอบหมาย(?:หน้าที่)?(?:ความรับผิดชอบ)?)?ให้\s?"
)
_ORDERS = re.compile(rf"{_BIDS}{SERVING}[^ๆ]{{0,160}}$")
# จึงมีคำสั่ง ดังนี้ / ข้อ ๑ ให้กำนัน ผู้ใหญ่บ้าน ตรวจตรา… / ข้อ ๒ ห้ามกำนัน…
_ORDERS_SO = re.compile(
    r"(?:(?:มี)?คำสั่ง|สั่งการ|มอบหมายหน้าที่|(?:กำหนด|วาง)(?:มาตรการ|แนวทาง|แนวปฏิบัติ)\S{0,30}|ปฏิบัติ|ดำเนินการ)"
    r"\s?(?:ไว้)?\s?ดัง(?:ต่อไป)?นี้[\s:]*$"
)
# จึงให้นายทหารเวรปฏิบัติดังนี้ | …ประจำหน่วยเลือกตั้ง โดยถือปฏิบัติ ดังนี้: how to act is told, whoever is to
_ACT_SO = re.compile(
    r"(?:ถือ)?(?:ปฏิบัติ|ดำเนินการ)(?!หน้าที่|งาน)(?:ตาม(?:มาตรการ|แนวทาง|ขั้นตอน)|ให้(?:เป็น)?|โดย)?\S{0,12}?\s?ดัง(?:ต่อไป)?นี้[\s:]*$"
)
_SERVES = re.compile(r"ปฏิบัติหน้าที่")  # …ประจำหน่วยเลือกตั้ง โดยถือปฏิบัติ ดังนี้
_BIDS_ANYBODY = re.compile(
    r"(?:^|\s|จึง|และ|โดย|สมควร|คำสั่ง|สั่งการ|กำหนด|กำชับ|มอบหมาย)ให้\s?(?!ความ|การ|เป็น|มี|เกิด|ได้|แก่|กับ|ไว้)(?=[ก-ฮเ-ไ])"
)
_BIDS_THOSE_WHO_SERVE = re.compile(rf"(?:ข้อ\s?\S{{1,3}}\s)?(?:ให้\s?{SERVING}|ห้าม)")
_BIDS_THEM = re.compile(
    r"(?:ให้|ห้าม(?:มิให้)?)\s?(?!ผู้ใด|บุคคลใด|ประชาชน|ผู้ประกอบ|ผู้ขาย|ราษฎร|ความ|การ|คำ|ข้อ|ยกเลิก|นาย[ก-ฮ]\S+\s|นาง)"
)
_TELLS_THOSE = re.compile(rf"{_BIDS}{OWN}[^ๆ]{{0,160}}$")
# duties of a committee, names, powers given, rules for the public
_ELSE = re.compile(
    r"(?<!เจ้า)หน้าที่|แต่งตั้ง|ประกอบด้วย|อำนาจให้|มอบอำนาจ|ประชาชน|ผู้ประกอบ|ผู้ใด|คุณสมบัติ|เลื่อน|ลงโทษ|ดำรงตำแหน่ง|รักษา(?:ราช)?การ|จำนวน[^ๆ]{1,8}ราย"
)
# …เตรียมการดังนี้ | …ถือปฏิบัติ คือ: a list follows
_SO = re.compile(r"(?:ดัง(?:ต่อไป)?นี้?|ต่อไปนี้|\sคือ)[\s:]*$")
# what is set for those who serve, also where nobody is named: จึงกำหนดแนวทางปฏิบัติไว้ดังนี้
_SETS = re.compile(
    r"(?:จึง|ให้|ขอ).{0,80}?(?:ปฏิบัติ(?!หน้าที่)|ดำเนินการ|เตรียม|สั่ง|มาตรการ|แนวทาง|ข้อกำหนด|จัดการ)|จึง(?:มี|ออก|วาง)(?:คำสั่ง|ระเบียบ)"
)
# ๑. ยกเลิกคำสั่ง… ๒. แต่งตั้งคณะกรรมการ…: what the order itself does
_APPOINTS = re.compile(r"(?:ให้)?\s?(?:ยกเลิก|แต่งตั้ง|คณะ)")
_AS_FAR = 120  # letters before the list in which it is bidden
# the public at large, of whom nobody is named
_PUBLIC = re.compile(
    r"ประชาชน|ราษฎร|ชาวบ้าน|ผู้(?:ใด|(?:ที่)?สนใจ|(?:ที่)?ประสงค์|สมัคร|ยื่น|เสนอ|ประกอบ|มาติดต่อ|ใช้|มาใช้|รับบริการ|เสียภาษี|ครอบครอง|ค้า|ขาย|โดยสาร|มีหน้าที่|เป็นเจ้าของ)"
    r"|เจ้าของ|นักท่องเที่ยว|ร้านค้า|สถานประกอบ|ร้านอาหาร"
)
_TELLS_WHOM = re.compile(
    r"(?:^|\s|จึง|และ|โดย|ขอ|กำหนด|ประกาศ|แจ้ง|เรียก)ให้\s?(?!ความ|การ|เป็น|มี|เกิด|ได้|แก่|กับ|ไว้|ถือ|ปฏิบัติ|ดำเนิน)[ก-ฮเ-ไ]"
    r"|(?:^|\s)(?:ผู้|นักเรียน|นักศึกษา|นิสิต)[^ๆ]{3,60}ต้อง|สำหรับ(?:ผู้|นัก|นิสิต|บุคลากร|ครู|พนักงาน)"
)


def is_bidden(text: str, items: Sequence[Paragraph], kind: Kind, doing: bool) -> bool:
    """Whether a sentence bids those whom an order can bid, or an announcement names, to do what is
    listed below it; `doing`: most items begin with a doing."""
    asks = _ORDERS if kind == "order" else _TELLS_THOSE
    bids = asks.search(text)
    so = _ACT_SO.search(text)
    if bids:
        told = text[text.index("ให้", bids.start()) : so.start() if so else len(text)]
        if _ELSE.search(_SERVES.sub("", told) if so else told) is None:
            return True
    if kind == "order" and _bids_somebody(text, items):
        return True
    said = _SERVES.sub("", text[-_AS_FAR:])
    said = said[said.rfind("จึง") :] if "จึง" in said else said
    if not doing or any(_APPOINTS.match(one.text) for one in items):
        return False
    if not _SO.search(text) or _ELSE.search(said) or _PUBLIC.search(said):
        return False
    whom = _TELLS_WHOM.search(said) is not None
    told_to_all = any(_PUBLIC.search(one.text) for one in items)
    return whom if kind != "order" else _SETS.search(said) is not None and not told_to_all


def follows_so(text: str) -> bool:
    """Whether a list is what a sentence announces: …ถือปฏิบัติ ดังนี้."""
    return _SO.search(text) is not None


def _bids_somebody(text: str, items: Sequence[Paragraph]) -> bool:
    so = _ACT_SO.search(text)
    anybody = [*_BIDS_ANYBODY.finditer(text)]
    if so and anybody and not _ELSE.search(_SERVES.sub("", text[anybody[-1].end() : so.start()])):
        return True
    if _ORDERS_SO.search(text) and _bids_each(items):
        return True
    serve = sum(_BIDS_THOSE_WHO_SERVE.match(one.text) is not None for one in items)
    return _ELSE.search(text) is None and len(items) > 1 and serve * 2 > len(items)


def _bids_each(items: Sequence[Paragraph]) -> bool:
    """Whether half of the items or more bid or forbid something to those who serve."""
    bidden = sum(_BIDS_THEM.match(one.text) is not None for one in items)
    return bidden * 2 >= len(items)
