"""Requests that are none by what stands around them in their paragraph: what somebody else asked,
what is asked only in a case, how an order reads that was given."""

from __future__ import annotations

import re

from extractors.obligations.judge.reading import Reading
from extractors.obligations.judge.ways import Way
from extractors.text.offices import PREFIXES

# …หากท่านได้ชำระแล้ว │โปรดแจ้งเจ้าหน้าที่… : asked only in a case
_SUPPOSES = re.compile(
    r"(?:^|\s|และ|แต่)(?:หาก|ถ้า|(?:ใน)?กรณี(?:ที่|มี|เกิด|พบ|ท่าน|หน่วยงาน|โรงเรียน|อำเภอ|ผู้))(?!ท่าน(?:จะ)?(?:กรุณา|อนุเคราะห์|เมตตา|ให้ความ))"
)
_IN_CASE = re.compile(r"(?:และ)?(?:ให้|ขอ|โปรด|กรุณา|รบกวน)")
_RESUMES = re.compile(r"(?:^|\s)(?:ทั้?งนี้?|จึง|อนึ่ง|ในการนี้|ดังนั้น|พร้อมนี้)|จึง|ไม่(?:จำเป็น)?ต้อง")
_AS_FAR = 160  # letters within which a sentence of a case ends
# ด้วยสำนักงานเขตได้มีหนังสือแจ้ง… │และขอให้โรงเรียนแจ้งรายชื่อ…: somebody else's
_OPENS = re.compile(r"(?:ด้วย|ตามที่|ตามหนังสือ|ตาม|เนื่องด้วย|สืบเนื่อง|อ้างถึง)")
_TELLING = re.compile(
    r"(?:ได้)?มีหนังสือ|(?<!วันที่)(?<!วัน)ได้รับ(?:แจ้ง|การประสาน|หนังสือ)|ได้ขอ(?:ให้|ความ)|(?<!ขอ)แจ้ง(?:ว่า|กำหนด|การ|ให้|เรื่อง|แนวทาง|มติ)|ได้แจ้ง|ขอความ(?:อนุเคราะห์|ร่วมมือ)ให้|สั่งการ|มีบัญชา|มีมติ"
)
_NEAR_HEAD = 140  # letters
_RELATED = re.compile(r"(?:และ)?(?:ขอให้|ให้|ขอความ(?:ร่วมมือ|อนุเคราะห์)|ขอเชิญ)")
_TURNS = re.compile(r"จึง|ในการนี้|การนี้|ดังนั้น|บัดนี้|นั้น\s|พิจารณาแล้ว|ฉะนั้น|ทั้งนี้|อนึ่ง|ขอเรียน|เพื่อ(?:มิ)?ให้")
# ด้วยคณะกรรมการ│ขอให้โรงเรียนจัดห้อง… โรงเรียนจึงหยุดเรียน…: what follows it
_TURNS_THEN = re.compile(
    r"\s[^\s]{2,60}?จึง(?!ขอ|ให้|แจ้ง|เรียน|กำหนดให้|มอบ|ได้โปรด)|จนบัดนี้|ยินดี(?:ส่ง|ให้|รับ|เข้า)|\s[^\s]{0,40}?พิจารณาแล้ว"
)
# …และได้มีคำสั่งให้ข้าราชการไปช่วยราชการ … โดย│ให้เบิกจ่ายเงินเดือนทางสังกัดเดิม
_ORDERED = re.compile(r"(?:ได้)?(?:มี|ออก|ลงนาม(?:ใน)?)คำสั่ง(?:ให้|แต่งตั้ง|ย้าย|เลื่อน|บรรจุ)")
# จึงสั่งการตามมาตรา ๓๗ … ให้โรงงานแก้ไข…: what was laid on somebody else by law
_BY_LAW = re.compile(r"(?:สั่งการ|คำสั่ง|สั่ง)ตาม(?:ความใน)?มาตรา\s?[\d๐-๙]")
_TERMS = re.compile(r"(?:โดย|และ)?ให้(?!ท่าน|ทุก)")
# …ขอให้ อบจ. ส่งเจ้าหน้าที่เข้าร่วมสัมมนา… / ข้าพเจ้าจึงขออนุมัติเดินทาง… | จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ…
_LEAVE = re.compile(
    r"(?:จึง|ใคร่|ข้าพเจ้า|การนี้)\s?(?:ใคร่)?ขอ(?:อนุมัติ|อนุญาต)|จึง(?:กราบ)?เรียนมาเพื่อ(?:โปรด)?\s?(?:พิจารณา)?\s?(?:อนุมัติ|อนุญาต|เห็นชอบ|ลงนาม)"
    # จึงเรียนมาเพื่อโปรดทราบ และลงนามในหนังสือถึง…ที่เสนอมาพร้อมนี้
    r"|จึง(?:กราบ)?เรียนมาเพื่อ(?:โปรด)?\s?(?:รับ)?ทราบ\s?และ(?:โปรด|ขอได้โปรด)?(?:พิจารณา)?(?:อนุมัติ|อนุญาต|ลงนาม)"
    r"|(?:หาก)?เห็น(?:ชอบ|ควร|สมควร)\S{0,12}\s?โปรด(?:พิจารณา)?(?:อนุมัติ|อนุญาต|ลงนาม)"
)
# เห็นควรเรียนเชิญท่านเป็นประธาน… | จึงขออนุมัติจ้างซ่อม │และโปรดลงนามในรายงานขอจ้างภายใน…
_TO_SUPERIOR = re.compile(
    r"(?:จึง)?(?:เห็นควร|เห็นสมควร)(?:ขอ)?(?:กราบ)?(?:เรียน)?เชิญท่าน"
    r"|(?:และ|พร้อมทั้ง)?(?:ขอ(?:ได้)?)?(?:โปรด|กรุณา)(?:พิจารณา)?ลงนาม(?:ใน|อนุมัติ)?(?=หนังสือ|รายงาน|ประกาศ|คำสั่ง|บันทึก|ใบขอ|ฎีกา|เช็ค)(?!.*(?:ส่ง(?=คืน|กลับ|ให้|มา|ไป)|คืน))"
)
_LAID_BEFORE = re.compile(r"ที่(?:ได้)?(?:เสนอ|แนบ)มา(?:พร้อม|ด้วย|นี้)")
_OTHERS_SAY = re.compile(r"(?:ขอให้|เชิญ|มีมติ|มอบ(?:หมาย)?ให้|สั่งการ|กำหนดให้|ขอความ|แจ้ง|ให้)")
_OWN_PLEA = re.compile(
    r"ใคร่ขอ(?:เรียน|เชิญ|ความ|ให้)|จึง(?:ใคร่)?(?:ขอให้|ขอความ|ขอเชิญ|ให้|แจ้งมา)|ขอให้ท่าน|ขอให้ทุก"
)
# ในส่วนของเทศบาลจะติดตั้งป้ายเตือนเพิ่ม │และจัดเจ้าหน้าที่ตรวจตรา… |
# ด้วยสำนักงานเกษตรจังหวัดจะส่งเจ้าหน้าที่ออกสำรวจ… │เจ้าหน้าที่สวมเสื้อสีเขียว…: what the writer will do
_WILL_DO = re.compile(
    rf"(?:^(?:ด้วย)?|\s)(?:ด้วย|ทั้งนี้\s?|โดย)?(?:ในส่วนของ|ส่วน)?(?:{'|'.join(PREFIXES)})[ก-๎ฯ.]{{0,40}}?(?<!ที่)(?<!ว่า)จะ(?!ต้อง|ขอ)"
)
_LIKELY = 0.5  # chance from which a clause likely asks
_OF_OTHERS = re.compile(r"(?:^|\s)(?:ให้|มอบ)|พึง|ควร|ต้อง|ห้าม|ท่าน")
_MEN_SENT = re.compile(r"(?:ส่ง|จัด|ให้)(?P<men>เจ้าหน้าที่|พนักงาน|ช่าง|ทีมงาน)")
_PLEADS = re.compile(r"ขอ(?!ง|บ|นแก่น|อภัย)|โปรด|กรุณา|จึง(?!ได้)")


def is_told_around(way: Way, reading: Reading) -> bool:
    """Whether what stands before a way to read a clause makes it no request of the writer's."""
    if way.duty.clause is not None:
        return False
    clause = reading.clauses[way.place]
    before = reading.before(way.place)
    text = way.duty.text
    if _is_only_why(way, reading):
        return True
    law = _BY_LAW.search(before + text) or _BY_LAW.search(before + clause.text)
    if law is not None and "ท่าน" not in text and not _PLEADS.search(before, law.end()):
        return True
    ordered = [*_ORDERED.finditer(before)]
    if ordered and not way.duty.first_due and _TERMS.match(text):
        return _PLEADS.search(before, ordered[-1].end()) is None
    if _OPENS.match(before) and "จึง" not in before and _TURNS_THEN.search(text):
        return True
    if _TO_SUPERIOR.match(text) and (not way.known or _LAID_BEFORE.search(text)):
        return True
    if way.known:
        return False
    if _is_done_by_others(way.place, before, reading):
        return True
    return _is_supposed(before, clause.text) or _is_related(before, clause.text)


def _is_only_why(way: Way, reading: Reading) -> bool:
    """Whether a way stands where a memo says what others asked, before it asks its writer's
    superior for leave and nobody for anything else."""
    place = reading.clauses[way.place].place
    opening, after = reading.body[place], reading.body[place + 1 :]
    leave = next((one for one in after if _LEAVE.search(one.text)), None)
    if leave is None or opening.marker is not None or way.duty.clause is not None:
        return False
    said = opening.passage.text[: reading.clauses[way.place].start] + way.duty.text
    if _OTHERS_SAY.search(said) is None or _OWN_PLEA.search(opening.text):
        return False
    if not (_OPENS.match(opening.text) or _TELLING.search(opening.text)):
        return False
    return not any(_OWN_PLEA.search(one.text) for one in after)


def _is_done_by_others(place: int, before: str, reading: Reading) -> bool:
    """Whether a clause but goes on with what an office says that it will do, or its men, and
    nothing is likely asked between."""
    text, paragraph = reading.clauses[place].text, reading.clauses[place].place
    found = next(reversed([*_WILL_DO.finditer(before)]), None)
    said = before[found.end() :] + text if found else ""
    if found is None or _PLEADS.search(said) or _OF_OTHERS.search(said):
        return False
    clauses = zip(reading.clauses[:place], reading.chances, strict=False)
    since = [one for one in clauses if one[0].place == paragraph and one[0].start > found.end()]
    if any(chance >= _LIKELY for _, chance in since):
        return False
    men = _MEN_SENT.search(before, found.end())
    own = men is not None and text.startswith(men["men"])
    return own or reading.is_tied(place)


def _is_supposed(before: str, text: str) -> bool:
    """Whether a plea stands in a sentence that says หาก…"""
    supposed = [found.start() for found in _SUPPOSES.finditer(before)]
    if not supposed or not _IN_CASE.match(text.lstrip()):
        return False
    since = before[supposed[-1] :]
    return len(since) < _AS_FAR and not (_RESUMES.search(since) or _PLEADS.search(since))


def _is_related(before: str, text: str) -> bool:
    """Whether a plea goes on with what another office has written: …มีหนังสือแจ้ง… │และขอให้…"""
    goes_on = before.endswith("และ") or text.startswith("และ")
    if not goes_on or not _OPENS.match(before) or not _RELATED.match(text):
        return False
    telling = _TELLING.search(before, 0, _NEAR_HEAD)
    return telling is not None and _TURNS.search(before) is None
