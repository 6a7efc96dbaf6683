"""Two requests that are one by decision, told as the second: what is handed out, checked or
gathered to be sent, and a verb that shares the object of the next."""

from __future__ import annotations

import re

from extractors.obligations.judge.reading import Reading
from extractors.obligations.judge.side_by_side import between, is_next, is_timely
from extractors.obligations.judge.ways import Way
from extractors.obligations.part import SENDING
from extractors.obligations.verbs import find_verbs

# ตรวจสอบตู้เย็น… │แล้วบันทึกผลการตรวจสอบในระบบ ภายใน… | ตรวจสภาพหลังคา… │แล้วรายงานผล…: the report alone
_CHECKS = re.compile(
    r"[^ๆ]{0,90}?(?<!ออก)(?<!สุ่ม)(?:(?<!การ)|(?<=บริการ)|(?<=ราชการ)|(?<=กอบการ))ตรวจ(?:สอบ|สภาพ|นับ|ดู|ความ(?:พร้อม|ถูก|เรียบร้อย)|ทาน|พิเคราะห์|วิเคราะห์|พิสูจน์|วินิจฉัย|ชันสูตร|ร่างกาย|ประเมิน)"
)
# ตรวจแผนการจัดการเรียนรู้ของครูในกลุ่ม… │แล้วรายงานผลการตรวจ…: looked through, not gone out to
_LOOKS_THROUGH = re.compile(
    r"[^ๆ]{0,90}?(?<!ออก)(?<!สุ่ม)(?<!การ)(?<!ผู้)(?<!ชุด)ตรวจ(?=แผน|สมุด|บัญชี|เอกสาร|ทะเบียน|แฟ้ม|แบบ|ผลงาน|หลักฐาน|ข้อสอบ|เครื่อง|ถัง|ตู้|ห้อง|รถ|อาคาร|ใบ|ร่าง|คำ|สายไฟ|ระบบ)"
)
_OF_THE_CHECK = re.compile(
    r"(?:และ|แล้ว)?(?:ให้)?(?:รายงาน|แจ้ง|ส่ง|สรุป)ผล(?:การ)?(?:ตรวจ|ให้|ต่อ|มา|ไป|ภายใน)"
)
_ALWAYS = re.compile(r"ต่อเนื่อง|สม่ำเสมอ|ตลอด|ทุก(?:วัน|ครั้ง|เช้า|เย็น|สัปดาห์)|อย่างใกล้ชิด")
_TELLS_RESULT = re.compile(
    r"(?:และ|แล้ว|พร้อม(?:ทั้ง)?)?(?:ให้|ขอให้)?(?:สรุป)?(?:รายงาน(?!สถานการณ์|อุบัติ|เหตุ|ยอด|จำนวน|ความคืบ)|(?:บันทึก|จัดส่ง|ส่ง|แจ้ง|กรอก|ลง)(?:รายงาน)?(?:ผล|ข้อมูลผล)"
    # ตรวจสอบยอดคงเหลือ… │แล้วลงนามในแบบยืนยัน… และส่งไปยัง…
    r"|ลงนาม(?:ใน|รับรอง)\S{0,20}?(?:แบบ|หนังสือ|ใบ))"
)
# แจกแบบสำรวจให้แก่เจ้าของบ้าน │และรวบรวมส่งให้กองสาธารณสุข ภายใน…: what others fill in, gathered
_HANDS_OUT = re.compile(
    r"[^ๆ]{0,60}?(?:แจก(?:จ่าย)?|มอบ|ส่งต่อ|แจ้ง|ให้)[^ๆ]{0,60}?(?:แบบ(?:สำรวจ|สอบถาม|ประเมิน|ฟอร์ม|กรอก|คำขอ|แสดง)?|ใบสมัคร|กรอก|ตอบ)"
    # แจ้งองค์กรปกครองส่วนท้องถิ่นในพื้นที่สำรวจสะพานไม้และสะพานชำรุดตามแบบ…
    r"|[^ๆ]{0,60}?(?:แจ้ง|มอบหมาย|สั่งการ)[^ๆ]{2,90}?(?:สำรวจ|ตรวจนับ|จัดทำข้อมูล)[^ๆ]{2,90}?(?:ตาม|ใน)แบบ"
)
_GATHERS = re.compile(r"(?:และ|แล้ว)?(?:ขอ)?(?:ให้)?(?:เก็บ)?รวบรวม")
_ASKS = re.compile(r"ขอ(?!ง)|โปรด|กรุณา|จึง")
_PART = 60  # letters of what is to be filled in that may stand between: …บ่อขยะ│และจุดทิ้งขยะในแบบ…│
_COLLECTS = re.compile(
    r"(?!.*(?:ภายใน|ไม่เกิน|ก่อนวัน))[^ๆ]{0,70}?(?:รวบรวม|ประมวล)(?:ยอด|จำนวน|ข้อมูล|ราย(?:ชื่อ|การ)|ความ|สถิติ|ปริมาณ|ราคา)"
)
# บันทึกปริมาณน้ำที่สูบตามแบบที่ส่งมาพร้อมนี้ │แล้วรายงาน…: the report alone
_RECORDS = re.compile(
    r"(?:ทั้งนี้\s?)?(?:และ)?(?:ขอ)?(?:ให้|โปรด|กรุณา)?[^\sๆ]{0,40}?(?:จด)?(?:บันทึก|กรอก|จดเลข|ลงผล)[^ๆ]{2,90}?"
    r"(?:ตาม|ลง(?:ใน)?|ใน)(?:แบบ(?!แผน|อย่าง|แปลน)|สมุด|ตาราง|ทะเบียน)"
)
# ติดต่อญาติของผู้ยืมตามบัญชี │ให้นำอุปกรณ์มาคืน ณ กองสวัสดิการสังคม ภายใน…: what others are to do
_SPEAKS_TO = re.compile(
    r"[^ๆ]{0,60}?(?:ติดต่อ|ประสาน|แจ้ง|กำชับ|บอก)(?!กลับ|สอบถาม|ผล|ชื่อ|ราย|ยืนยัน|จำนวน|ให้)[^ๆ]{2,90}$"
)
_TO_DO = re.compile(r"ให้(?!เสร็จ|แล้วเสร็จ|ครบ|เรียบร้อย|ทราบ|สำนัก|กอง|ฝ่าย|งาน)[ก-ฮเ-ไ]")
# ทบทวนจำนวนห้องเรียนตามบัญชี │และส่งแบบยืนยัน… | ทบทวนรายชื่อ… │แล้วตอบกลับ…: looked over to answer
_LOOKS_OVER = re.compile(r"[^ๆ]{0,60}?(?<!การ)ทบทวน(?!วิชา)")
_CONFIRMS = re.compile(
    r"(?:และ|แล้ว)?(?:ขอ)?(?:ให้)?(?:ยืนยัน|ตอบกลับ|(?:จัด)?ส่งแบบ(?:ยืนยัน|ตอบ)|แจ้ง(?:ยืนยัน|ผลการทบทวน))"
)
_SHORT = 8  # letters of a verb that no table has


def told_by_second(way: Way, other: Way, reading: Reading) -> bool:
    """Whether two requests are one, which the second tells."""
    told = [_has_no_object]
    if way.duty.clause is None:  # what has a number of its own is one thing
        told += [_bids_others, _confirms]
        if other.duty.action in SENDING:
            told += [_gathers, _collects, _reports_check, _fills_form]
    return any(one(way, other, reading) for one in told)


def _confirms(way: Way, other: Way, reading: Reading) -> bool:
    """Whether a second request but confirms what the first is to look over: one answer."""
    if is_timely(way.duty) or other.duty.action != "reply":
        return False
    if not (_LOOKS_OVER.match(way.duty.text) and _CONFIRMS.match(other.duty.text)):
        return False
    return is_next(way, other, reading)


def _gathers(way: Way, other: Way, reading: Reading) -> bool:
    """Whether what is handed out to be filled in is gathered and sent: one answer."""
    # มอบหมายหัวหน้าสถานีอนามัยสำรวจ…ตามแบบ │และรวบรวมส่ง…
    idle = ("other", "publish", "appoint", "reply")
    if way.duty.action not in idle or is_timely(way.duty):
        return False
    said = between(way, other, reading)
    if said is None or _ASKS.search(said) or not _GATHERS.match(other.duty.text):
        return False
    return len(said) <= _PART and _HANDS_OUT.match(way.duty.text + said) is not None


def _collects(way: Way, other: Way, reading: Reading) -> bool:
    """Whether figures of some days are only gathered to be told: รวบรวมยอดจองห้องพักระหว่างวันที่…
    │แล้วแจ้งให้สำนักงานทราบภายใน…"""
    if way.duty.action not in ("other", "reply") or not is_timely(other.duty):
        return False
    found = _COLLECTS.match(way.duty.text)
    return found is not None and is_next(way, other, reading)


def _reports_check(way: Way, other: Way, reading: Reading) -> bool:
    """Whether a second request but tells the outcome of what the first is to check, which has no
    time of its own: the report alone. What is watched, patrolled or surveyed is another."""
    if way.duty.action not in ("monitor", "other", *SENDING) or is_timely(way.duty):
        return False
    checked = _CHECKS.match(way.duty.text) and _TELLS_RESULT.match(other.duty.text)
    looks = _LOOKS_THROUGH.match(way.duty.text) and _OF_THE_CHECK.match(other.duty.text)
    if not (checked or looks):
        return False
    return _ALWAYS.search(way.duty.text) is None and is_next(way, other, reading)


def _fills_form(way: Way, other: Way, reading: Reading) -> bool:
    """Whether what is written down in a form is reported: one answer."""
    if way.duty.action not in ("other", "monitor", "reply") or is_timely(way.duty):
        return False
    recorded = is_timely(other.duty) and _RECORDS.match(way.duty.text)
    return bool(recorded) and is_next(way, other, reading)


def _bids_others(way: Way, other: Way, reading: Reading) -> bool:
    """Whether a first request but tells to whom to speak, and the second what he is to do."""
    speaks = way.duty.action == other.duty.action == "other" and not is_timely(way.duty)
    if not speaks or way.known or not is_timely(other.duty):
        return False
    clause, after = (reading.clauses[place] for place in (way.place, other.place))
    if clause.place != after.place or other.place != way.place + 1:
        return False
    return bool(_SPEAKS_TO.match(way.duty.text) and _TO_DO.match(after.text))


def _has_no_object(way: Way, other: Way, reading: Reading) -> bool:
    """Whether a first request is a verb that shares the object of the second: เร่งค้นหา │และติดตาม
    ผู้สัมผัสโรค…"""
    same = way.duty.action == other.duty.action or (
        way.duty.action == "other" and other.duty.action == "monitor"
    )
    if not same or is_timely(way.duty) or other.duty.clause is not None:
        return False
    last = next(reversed(find_verbs(way.duty.text)), None)
    if last is None:
        return False
    rest = len(way.duty.text.rstrip()) - last.end
    bare = last.role == "passes" and rest < _SHORT  # เร่ง│ค้นหา
    return bare and is_next(way, other, reading)
