"""Requests that are none by decision, whoever took them for one: courtesies of the closing, things
lent, what somebody has done or offers, what comes with the letter."""

from __future__ import annotations

import re

from extractors.obligations.judge.reading import Reading
from extractors.obligations.judge.ways import Way
from extractors.obligations.verbs import find_verbs

# จึงเรียนมาเพื่อโปรดทราบ │และแจ้งบุคลากรในสังกัดทราบต่อไป: no favour is asked
_CLOSES = re.compile(
    r"จึง(?:ขอ)?(?:เรียน|แจ้ง|เสนอ|กราบเรียน|นมัสการ|ส่ง)มา(?:ยัง\S{2,30})?\s?เพื่อ(?:ขอได้)?(?:โปรด|กรุณา)?\s?(?:รับ)?ทราบ\s?(?:และ|พร้อม|แล้ว|รวมทั้ง|ตลอดจน)"
)
_PLEADS = re.compile(r"(?:และ|พร้อมทั้ง|ทั้งนี้\s?)?(?:ใคร่)?(?:ขอ|โปรด|กรุณา|รบกวน)")
_THINGS = (
    r"(?:รถ|เรือ(?!น)|เครื่อง(?!ราช)|เต็นท์|เต๊นท์|โต๊ะ|เก้าอี้|เตียง|ห้อง(?!ปฏิบัติ)|หอประชุม|สถานที่|สนาม|ศาลา|ลาน|อาคาร|พื้นที่|เวที|แบริเออร์|แผงเหล็ก|กรวย"
    r"|อุปกรณ์|ชุด(?:เครื่อง|โต๊ะ|ไมโครโฟน)|ไมโครโฟน|จอ(?:ภาพ|โปรเจคเตอร์)?|กล้อง|วิทยุ(?!กระจาย)|ถังน้ำ|เสื้อชูชีพ|รถเข็น)"
)
# ขอความอนุเคราะห์│ยืมรถขุด… พร้อมพนักงานขับ จำนวน ๑ คัน ระหว่างวันที่…: a thing lent
_LENT = re.compile(
    r"(?:จึง)?(?:ใคร่)?(?:ขอ(?:รับ)?(?:ความ(?:อนุเคราะห์|กรุณา)|การสนับสนุน|สนับสนุน|การอนุเคราะห์)|ขอ(?=ยืม|ใช้))"
    r"(?:\s?จาก(?:ท่าน|หน่วยงานของท่าน|\S{2,40}?))?\s?(?:ท่าน)?(?:ใน)?(?:การ)?(?:ขอ)?"
    rf"(?:ยืม|ใช้|เช่า|สนับสนุน)?(?:ใช้)?{_THINGS}"
)
_HELPS_THERE = re.compile(
    r"(?:มา|ไป|ออก)(?!พร้อม|ด้วย|ใช้(?!\S)|ที่|ยัง|ก่อน)[ก-ฮเ-ไ]|ช่วย(?!เหลือ)|ตั้งที่|ประจำ"
)
_AIM = re.compile(r"\s(?:โดย|เพื่อ|สำหรับ|ไว้ใช้)|เพื่อ(?!น)")
# ส่งสำนวนไปยังพนักงานอัยการ│แล้วเมื่อวันที่…: it was done
_DONE = re.compile(
    r"(?:(?!ภายใน|ไม่เกิน|ก่อนวัน|ขอ|โปรด|กรุณา|เชิญ|ให้ท่าน)[^ๆ]){4,160}?(?:ไป|ไว้|เรียบร้อย)?แล้ว\s?เมื่อ\s?วัน"
)
# วัดยินดี│ให้โรงเรียนใช้ศาลาการเปรียญ…
_OFFERS = re.compile(
    r"(?!.{0,12}(?:ขอ|โปรด|กรุณา|ให้ท่าน|เชิญ))[ก-๎ฯ.\s]{0,50}?ยินดี"
    r"(?:ให้|รับฟัง|ส่ง|สนับสนุน|ต้อนรับ)"
)
# จึงขอส่งแบบสรุปข้อมูลและภาพถ่าย│มาพร้อมนี้
_ENCLOSED = re.compile(
    r"(?:จึง|ใคร่|และ)?(?:ขอ(?:จัด|นำ|มอบ)?ส่ง|ขอคืน|คืน|ส่ง)(?!ให้ท่าน)[^ๆ]{2,120}?มาพร้อม(?:กับ)?(?:หนังสือ|บันทึก)?(?:ฉบับ)?นี้"
)
# ผู้บริจาคโลหิตควรมีอายุ ๑๗ - ๗๐ ปี … │และงดเครื่องดื่มที่มีแอลกอฮอล์…: what they must be like who come
_CONDITIONS = re.compile(
    r"(?:^|(?<=\s)|(?<=โดย))ผู้(?:ที่)?(?:จะ)?(?:บริจาค|สมัคร|เข้า[ก-๎]{2,12}|รับ[ก-๎]{2,12}|มีสิทธิ[ก-๎]{0,12}|มา[ก-๎]{2,12}|ขอรับ[ก-๎]{2,12})[ก-๎]{0,16}?\s?"
    r"(?:จะ)?(?:ต้อง|ควร|พึง)(?:มี(?!หนังสือ)|เป็น|อายุ|ไม่)"
)
_ASKS_AGAIN = re.compile(r"ขอ(?!ง|บ)|โปรด|กรุณา|จึง|ให้(?=ผู้|ท่าน|ทุก)")
_ONLY_WHOM = re.compile(
    r"(?:จึง)?(?:ขอ)?(?:ให้|ความร่วมมือ|ความอนุเคราะห์)\s?(?:ทุก\s?)?"
    r"(?:(?:ห้าง|บริษัท|ท่าน|สภ|ประชาชน|หน่วยงาน|จังหวัด|อำเภอ|โรงเรียน|เทศบาล)[ฯ.]*)?\s*(?:ทราบ)?$"
)


def is_not_asked(way: Way, reading: Reading) -> bool:
    """Whether a way to read a clause tells what by decision is no request."""
    text, duty = way.duty.text, way.duty
    if duty.clause is not None:
        return False
    paragraph = reading.body[reading.clauses[way.place].place].text
    if duty.action in ("publish", "other") and not duty.first_due and _CLOSES.match(paragraph):
        return _PLEADS.match(text) is None and duty.frequency is None
    if duty.action == "other" and (_is_lent(text) or _is_condition(way, reading)):
        return True
    if _ONLY_WHOM.match(text) and not find_verbs(text):
        return True
    return any(told.match(text) for told in (_DONE, _OFFERS, _ENCLOSED))


def _is_condition(way: Way, reading: Reading) -> bool:
    """Whether a clause only goes on to say what those must be like who come or apply."""
    clause = reading.clauses[way.place]
    said = reading.body[clause.place].passage.text[: clause.start]
    found = _CONDITIONS.search(said)
    return found is not None and _ASKS_AGAIN.search(said, found.end()) is None


def _is_lent(text: str) -> bool:
    """Whether a plea is for a thing alone, which nobody is to do anything with."""
    thing = _LENT.match(text)
    if thing is None:
        return False
    aim = _AIM.search(text, thing.end())
    said = text[thing.end() : aim.start() if aim else len(text)]
    does = [one for one in find_verbs(said) if one.action not in (None, "other")]
    return not does and _HELPS_THERE.search(said) is None
