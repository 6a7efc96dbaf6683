"""Requests that are none by decision, whoever took them for one: courtesies of the closing, things
lent, what somebody has done or offers, what comes with the letter."""

from __future__ import annotations

import re

from extractors.obligations.judge.around import is_told_around
from extractors.obligations.judge.reading import Reading
from extractors.obligations.judge.ways import Way, is_for_who_wishes
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
# …เรือท้องแบน จำนวน ๓ ลำ │พร้อมคนขับ สำหรับช่วยเหลือผู้ประสบภัย… | รถบัส ๑ คัน │รับส่งนักเรียน…: of the thing
_OF_THE_THING = re.compile(
    r"(?:พร้อม(?:ด้วย)?(?:พนักงาน|คนขับ|ผู้ขับ|เจ้าหน้าที่|อุปกรณ์|สาย|ผู้ควบคุม)|รับ\s?-?\s?ส่ง|สำหรับ|ไว้)"
)
# กรมการค้าภายในได้│ขอความร่วมมือ…, but not รถเครนผ่านไม่ได้ │ขอให้ยกสาย…
_HAD = re.compile(r"(?<!ขอ)(?<!จึง)(?<!โปรด)(?<!กรุณา)(?:ได้|เคย)$")
_A_PLEA = re.compile(r"ขอ(?!ง|บ)")
_NEAR = 120  # letters
_AIM = re.compile(r"\s(?:โดย|เพื่อ|สำหรับ|ไว้ใช้)|เพื่อ(?!น)")
# ส่งสำนวนไปยังพนักงานอัยการ│แล้วเมื่อวันที่…: it was done
_DONE = re.compile(
    r"(?:(?!ภายใน|ไม่เกิน|ก่อนวัน|ขอ|โปรด|กรุณา|เชิญ|ให้ท่าน|ห้าม|ต้อง)[^ๆ]){4,160}?"
    r"(?:(?:ไป|ไว้|เรียบร้อย)?แล้ว\s?เมื่อ\s?วัน|(?:ไว้|ส่ง|ภาษี)?ให้แล้ว(?:\s?(?:ตาม|ทาง)\S.*)?$)"
    r"|ขอขอบ(?:คุณ|พระคุณ)|(?:นำไป)?ใช้(?:ประโยชน์)?เพื่อการ(?:ศึกษา|วิจัย)[ก-๎]{0,30}เท่านั้น"
)
# วัดยินดี│ให้โรงเรียนใช้ศาลาการเปรียญ…
_OFFERS = re.compile(
    r"(?!.{0,12}(?:ขอ|โปรด|กรุณา|ให้ท่าน|เชิญ))[ก-๎ฯ.\s]{0,50}?ยินดี"
    r"(?:ที่จะ)?(?:ให้|รับฟัง|ส่ง|สนับสนุน|ต้อนรับ|เสนอ|มอบ|จัด|บริการ|ลด)"
    # ห้างฯ ขอเสนอราคา… | ราคานี้ยืนจนถึงวันที่…
    r"|(?:บริษัท|ห้าง|ร้าน|โรงแรม|สำนักพิมพ์|ธนาคาร|โรงพิมพ์|ศูนย์|โรงงาน)[ก-๎ฯ.\s]{0,30}?(?:ใคร่)?ขอ(?:แนะนำ|เสนอ(?!ให้|ชื่อ))(?:(?!ขอให้|โปรด|กรุณา)[^ๆ])*$"
    r"|(?:[ก-๎]{1,8}\s)?ราคา(?:นี้|ดังกล่าว|ข้างต้น|ที่เสนอ)?\s?(?:ยืน|มีผล|ใช้ได้)"
)
# ผู้บริจาคโลหิตควรมีอายุ ๑๗ - ๗๐ ปี … │และงดเครื่องดื่มที่มีแอลกอฮอล์…: what they must be like who come
_CONDITIONS = re.compile(
    r"(?:^|(?<=\s)|(?<=โดย))ผู้(?:ที่)?(?:จะ)?(?:บริจาค|สมัคร|เข้า[ก-๎]{2,12}|รับ[ก-๎]{2,12}|มีสิทธิ[ก-๎]{0,12}|มา[ก-๎]{2,12}|ขอรับ[ก-๎]{2,12})[ก-๎]{0,16}?\s?"
    r"(?:จะ)?(?:ต้อง|ควร|พึง)(?:มี(?!หนังสือ)|เป็น|อายุ|ไม่)"
)
# ขอความอนุเคราะห์│นำนักเรียนเข้าศึกษาดูงาน ณ ประตูระบายน้ำ…: a visit of the writer's own
_OWN_VISIT = re.compile(
    r"(?:จึง)?(?:ใคร่)?ขอ(?:ความอนุเคราะห์|อนุญาต|ความร่วมมือ)?(?:ท่าน)?(?:ใน)?(?:การ)?(?:ขอ)?(?:อนุญาต)?"
    r"(?:ให้)?(?:นำ(?:คณะ|นัก|ผู้|บุคลากร|ครู|เด็ก|ข้าราชการ|พนักงาน|สมาชิก)(?:(?!ขอ|โปรด|ให้|ภายใน)[^ๆ]){0,90}?)?\s?(?:จำนวน\s?\S+\s?\S+\s)?(?:เข้า|ไป|มา)?"
    r"(?:ศึกษาดูงาน|เยี่ยมชม|ทัศนศึกษา|ดูงาน|ชม(?=พิพิธ|โรง|การ|ห้อง|ศูนย์)|เก็บข้อมูล|เก็บรวบรวมข้อมูล)"
)
# ผู้เข้าเยี่ยมต้องแสดงผลตรวจ… │และงด…: what those must do who come of themselves
_PUBLIC_MUST = re.compile(
    r"(?:^|\s|โดย)ผู้(?:ที่)?(?:จะ|มา)?(?:เข้าเยี่ยม|เข้าชม|(?:เข้า)?ใช้บริการ|รับบริการ|ติดต่อ|ขับขี่|โดยสาร|มีสิทธิสอบ|เข้าสอบ)[ก-๎]{0,16}?\s?(?:จะ)?(?:ต้อง|พึง|ควร)"
)
# ประชุม ณ ห้องประชุมโครงการส่งน้ำและ│บำรุงรักษาลำชี: a name that the letter has elsewhere
_NAME_BEFORE, _NAME_BEHIND = 12, 10  # letters
# จึงขอรายงานสรุปผล ดังนี้ │๓. ข้อเสนอแนะ โรงเรียนควรเพิ่ม…: what a report tells, item by item
_REPORTS = re.compile(
    r"ขอ(?:รายงาน|สรุป(?:ผล|รายงาน)|เสนอรายงาน)(?!ตัว)(?:(?!ขอให้|เพื่อให้|โปรด)[^ๆ]){0,80}?ดัง(?:ต่อไป)?นี้[\s:]*$"
)
_PART_OF_REPORT = re.compile(r"(?:ข้อเสนอแนะ|ปัญหา|อุปสรรค|ผลการ|ผลที่|ประโยชน์|เนื้อหา|สรุป)")
# จึงขอรายงานผลการประชุม ดังนี้ │๑. โรงเรียนต้องจัดทำแผน…: what was said there
_OF_A_MEETING = re.compile(
    r"(?:รายงาน|สรุป)(?:สรุป)?(?:ผล)?(?:การ)?(?:เข้าร่วม|เข้ารับ)?(?:การ)?(?:ประชุม|อบรม|สัมมนา|ไปราชการ|เดินทาง|ศึกษาดูงาน)"
)
_ASKS_AGAIN = re.compile(r"ขอ(?!ง|บ)|โปรด|กรุณา|จึง|ให้(?=ผู้|ท่าน|ทุก)")


# โรงเรียนที่ไม่มีนมคงเหลือให้กรอกเลข ๐: asked only in a case
_WHO_HAS_NONE = re.compile(
    r"(?:สำหรับ|ส่วน)?[ก-๎]{2,34}(?:ที่|ซึ่ง|ใด)(?:ที่)?(?:ไม่มี|ไม่ประสงค์)[^ๆ]{0,60}?\s?ให้"
)


# ส่วนใบสรุปผลการทดสอบน้ำทุกจุดนั้น │ขอให้ส่ง…: what is spoken of | …ตามหนังสือที่แจ้งไป: asked then
_SPOKEN_OF = re.compile(r"ส่วน[^ๆ]{4,90}นั้น\s*$|[^ๆ]{4,140}?ตาม(?:หนังสือ|ประกาศ)\S{0,12}ที่(?:ได้)?แจ้งไป")


# คำยืนยันนี้มิใช่การทวงถามให้ชำระหนี้แต่อย่างใด: what something is not
_IS_NOT = re.compile(r"(?!ขอ|โปรด|กรุณา|ให้)[ก-๎]{2,40}?(?:มิ|ไม่)ใช่(?:การ|หนังสือ|คำ|เป็น)")
# โดยผู้เข้าร่วมการอบรม│สามารถลงทะเบียนได้ด้วยตนเอง…: what one may do
_MAY = re.compile(
    r"(?:โดย|และ|ทั้งนี้\s?)?(?:ท่าน|ผู้\S{2,30}?|หน่วยงาน\S{0,12}?)?(?:สามารถ|อาจ)(?=[ก-ฮเ-ไ])"
)
# …ไม่ขัดข้อง โดย│ให้สูบได้ไม่เกินวันละ ๒๕๐ ลูกบาศก์เมตร: how much, or when, one may
_ALLOWED = re.compile(
    r"(?:โดย|และ|ทั้งนี้\s?)?(?:อนุญาต)?ให้(?!ท่าน(?:ส่ง|แจ้ง))[^\sๆ]{2,50}?ได้\s?(?:ไม่เกิน(?!วันที่)|เฉพาะ|เพียง|ไม่ต่ำ|วันละ|ครั้งละ|คราวละ|คนละ|ตั้งแต่|ระหว่าง|ตลอด|จนถึง|ในวัน|ในช่วง|โดยไม่)"
)


# ขอความอนุเคราะห์ให้นักศึกษา ๘ คน เข้าฝึกปฏิบัติงาน…: a place for trainees
_TRAINEES = re.compile(
    r"(?:จึง)?(?:ใคร่)?ขอ(?:ความอนุเคราะห์|อนุญาต|ความกรุณา)(?:จาก)?(?:ท่าน|หน่วยงาน\S{0,10})?\s?(?:ใน)?(?:การ)?(?:ให้|รับ|ส่ง)\s?(?:นักศึกษา|นักเรียน|นิสิต|ผู้เรียน)"
    r"(?:(?!ขอให้|โปรด|ภายใน)[^ๆ]){0,120}?(?:เข้า|มา|ไป|ออก)?\s?(?:(?<=เข้า)ฝึก(?!อบรม)|ฝึก(?:ปฏิบัติ|งาน|ประสบการณ์|สอน|ทักษะ)|ปฏิบัติงานสหกิจ|สหกิจ)"
)
# ๓. นางปราณี รักดี เสนอขอซ้ำชั้นตรา: what is told of a person, item by item
_OF_A_PERSON = re.compile(
    r"(?:นาย(?!จ้าง|อำเภอ|ก|ทะเบียน|ท่า|ช่าง|ทหาร|ตำรวจ)|นาง(?:สาว)?(?!พยาบาล))(?:(?!ให้|ขอให้|โปรด)[^ๆ])+$"
)


def is_not_asked(way: Way, reading: Reading) -> bool:
    """Whether a way to read a clause tells what by decision is no request."""
    text, duty = way.duty.text, way.duty
    if _is_reported(way, reading) or is_told_around(way, reading):
        return True
    item = reading.body[reading.clauses[way.place].place]
    if item.marker is not None and not duty.first_due and _OF_A_PERSON.match(item.text):
        return True
    if duty.clause is not None:
        return False
    paragraph = reading.body[reading.clauses[way.place].place].text
    if duty.action in ("publish", "other") and not duty.first_due and _CLOSES.match(paragraph):
        return _PLEADS.match(text) is None and duty.frequency is None
    clause = reading.clauses[way.place]
    wished = is_for_who_wishes(clause, reading.body[clause.place].passage.text)
    if wished or _had_asked(way, reading):
        return True
    if not duty.first_due and _goes_on_a_name(way, reading):
        return True
    if duty.action in ("other", "attend") and _OWN_VISIT.match(text):
        return "ตอบแบบ" not in text
    if duty.action == "other" and _OF_THE_THING.match(text) and _follows_thing(way, reading):
        return True
    if duty.action in ("other", "attend") and _is_lent(text):
        return True
    if duty.action in ("other", "monitor") and _is_condition(way, reading):
        return True
    if duty.action in ("other", "attend") and _TRAINEES.match(text):
        return True
    if duty.action == "other" and _ALLOWED.match(text):
        return True
    if not duty.first_due and _IS_NOT.match(text):
        return True
    if _MAY.match(text):
        return True
    return any(told.match(text) for told in (_DONE, _OFFERS, _WHO_HAS_NONE, _SPOKEN_OF))


def _is_reported(way: Way, reading: Reading) -> bool:
    """Whether a clause stands in an item of a report that the writer makes to his superior."""
    place = reading.clauses[way.place].place
    item = reading.body[place]
    if item.marker is None or _ASKS_AGAIN.search(item.text):
        return False
    above = next((one.text for one in reversed(reading.body[:place]) if one.marker is None), "")
    items = reading.body[:place]
    parts = sum(_PART_OF_REPORT.match(one.text) is not None for one in (*items, item))
    reports = _REPORTS.search(above)
    return reports is not None and (parts > 0 or _OF_A_MEETING.search(reports[0]) is not None)


def _had_asked(way: Way, reading: Reading) -> bool:
    """Whether a clause tells what somebody has asked: กรมการค้าภายในได้│ขอความร่วมมือผู้ผลิตตรึงราคา…"""
    plea = _A_PLEA.match(reading.clauses[way.place].text)
    return plea is not None and _HAD.search(reading.before(way.place)) is not None


def _follows_thing(way: Way, reading: Reading) -> bool:
    """Whether a plea for a thing stands right before a clause."""
    before = reading.before(way.place)
    pleas = [one.start() for one in _A_PLEA.finditer(before)]
    return bool(pleas) and len(before) - pleas[-1] <= _NEAR and _is_lent(before[pleas[-1] :])


def _goes_on_a_name(way: Way, reading: Reading) -> bool:
    """Whether a clause only goes on with the name of an office that the letter tells elsewhere."""
    clause = reading.clauses[way.place]
    before = reading.before(way.place)
    if not reading.is_tied(way.place):
        return False
    said = "".join(clause.text.split())
    said = said if before.endswith("และ") else f"และ{said.removeprefix('และ')}"
    name = before[-_NAME_BEFORE:] + said[:_NAME_BEHIND]
    if " " in name or len(name) < _NAME_BEFORE + _NAME_BEHIND:
        return False
    return sum("".join(item.text.split()).count(name) for item in reading.body) > 1


def _is_condition(way: Way, reading: Reading) -> bool:
    """Whether a clause only goes on to say what those must be like who come or apply."""
    said = reading.before(way.place)
    own = _PUBLIC_MUST.match(way.duty.text)
    found = _CONDITIONS.search(said) or _PUBLIC_MUST.search(said)
    return own is not None or (found is not None and _ASKS_AGAIN.search(said, found.end()) is None)


def _is_lent(text: str) -> bool:
    """Whether a plea is for a thing alone, which nobody is to do anything with."""
    thing = _LENT.match(text)
    if thing is None:
        return False
    aim = _AIM.search(text, thing.end())
    said = text[thing.end() : aim.start() if aim else len(text)]
    does = [one for one in find_verbs(said) if one.action not in (None, "other")]
    return not does and _HELPS_THERE.search(said) is None
