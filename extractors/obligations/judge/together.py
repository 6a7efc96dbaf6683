"""What was told as two requests and is one by decision: an answer told as what is to be filled in
and what is to be sent, a coming as who is sent and to what, a thing told twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from extractors.obligations.asking_words import SERVING
from extractors.obligations.follow_up import completed
from extractors.obligations.judge.duty_at import duty_at
from extractors.obligations.judge.reading import Reading
from extractors.obligations.judge.side_by_side import NO_MORE, between, is_next, is_timely
from extractors.obligations.judge.told_by_second import told_by_second
from extractors.obligations.judge.ways import Way, Weighed
from extractors.obligations.part import SENDING
from extractors.obligations.verbs import find_verbs
from extractors.record import Obligation
from extractors.text.offices import PREFIXES

# ประชาสัมพันธ์ให้ผู้ปกครองทราบ │และใช้เส้นทางอื่น… | …ให้ราษฎรทราบ │และมารับบริการตามวัน…: what all are told
_TELLS_ALL = re.compile(
    r"[^ๆ]{0,60}?(?:ประชาสัมพันธ์|ประกาศ|เผยแพร่|แจ้งเตือน|แจ้งข่าว|(?:แจ้ง|บอก)\S{0,12}?(?:ประชาชน|ราษฎร|ผู้ปกครอง|เกษตรกร|ชาวบ้าน|ลูกบ้าน|ผู้ใช้|สมาชิก))"
    r"[^ๆ]{0,160}?(?:ทราบ|รับรู้)(?:โดย(?:ทั่ว(?:กัน|ถึง)?|ทั่วไป))?\s*$"
)
_ALL_DO = re.compile(
    r"(?:และ)?(?:ให้)?(?:ใช้(?!จ่าย|แบบ|งบ|เงิน)|หลีกเลี่ยง|ระมัดระวัง|ระวัง|เฝ้าระวัง|งด|ปฏิบัติตาม|ถือปฏิบัติ|ขนย้าย|สำรองน้ำ|ดูแล(?:ตนเอง|สุขภาพ|บุตร)"
    r"|(?:มา|ไป|เข้า)(?:รับ|ร่วม|ใช้|ยื่น|ลงทะเบียน|ชำระ|ตรวจ|ติดต่อ|ขึ้นทะเบียน|แสดง|เลือกตั้ง|บริจาค|ชม)|สมัคร|ลงทะเบียน|ขึ้นทะเบียน|ร่วม|ชำระ|ป้องกัน|สวม|คัดแยก"
    r"|นำ(?:บุตร|เด็ก|สัตว์|สุนัข|แมว|โค|กระบือ|รถ)|มีส่วนร่วม|เตรียม(?:ความพร้อม|ตัว|รับมือ)|เตรียมพร้อม|ตรวจสอบ(?:สิทธิ|รายชื่อ|ชื่อ))"
)
# ประชาสัมพันธ์ให้ประชาชนที่ถูกสุนัขกัดรีบล้างแผล │และไปพบแพทย์ทันที: what else all are told to do
_TELLS_TO_DO = re.compile(
    r"[^ๆ]{0,60}?(?:ประชาสัมพันธ์|รณรงค์|เชิญชวน|แจ้งเตือน|แจ้งข่าว)(?:ขอความร่วมมือ)?(?:ให้)?"
    r"(?:ประชาชน|ราษฎร|ชาวบ้าน|ลูกบ้าน|ผู้ปกครอง|เกษตรกร|ผู้(?:ใช้|ป่วย|ประกอบ|ค้า|ขับ|เลี้ยง)|สมาชิก|นัก(?:เรียน|ศึกษา|ท่องเที่ยว)|เจ้าของ|บุคลากร|พนักงาน|ครัวเรือน)"
    r"(?:(?!ทราบ|รับรู้|ภายใน)[^ๆ])+$"
)
_THEY_DO = re.compile(
    r"และ(?:ใช้|ไป|มา|เข้า|งด|ไม่|หลีก|ระวัง|ระมัด|สวม|ล้าง|รีบ|เก็บ|กัก|ลด|ประหยัด|ปลูก|คัดแยก|ทิ้ง|นำ(?!เสนอ|เข้า|ส่ง)|พา|ร่วม|ดื่ม|รับประทาน|กำจัด|ทำลาย|ปฏิบัติ|ป้องกัน|ดูแล|เตรียม|สำรอง|แต่งกาย|ประดับ)"
)
# แจ้งหลักสูตรที่ประสงค์จะให้เข้ารับการอบรม พร้อมจำนวนคน │และประมาณการค่าใช้จ่าย…ให้ฝ่ายการเจ้าหน้าที่ทราบภายใน…
_WHAT_ELSE = re.compile(
    r"(?:และ)?(?:ประมาณการ|รายละเอียด|ระยะเวลา|เหตุผล|หมายเลข|เบอร์|สำเนา|ชื่อ|จำนวน|ข้อมูล|เอกสาร|ภาพถ่าย|แผน|งบประมาณ|หลักฐาน|ผู้(?:ประสานงาน|รับผิดชอบ))"
)
_ALL_ARE_TOLD = ("other", "attend", "publish", "monitor")
# และส่งทางไปรษณีย์อิเล็กทรอนิกส์… | โดยจัดทำในรูปแบบไฟล์ Excel | ให้ส่งมาที่ data@…: how it is sent
_HOW_SENT = re.compile(
    r"(?:และ|โดย|แล้ว|ทั้งนี้\s?)?(?:ขอ)?(?:ให้|โปรด|กรุณา)?\s?(?:จัด|นำ)?ส่ง(?:มา|ไป|กลับ)?(?:ทาง|ผ่าน|เป็นไฟล์|ในรูปแบบ|ที่\s?\S*@|ที่\s?\S{2,30}\s?\S*@)"
    r"|(?:และ|โดย)?(?:ให้)?(?:จัดทำ|บันทึก|แนบ)(?:เป็น|ใน)?(?:รูปแบบ)?ไฟล์"
    # ระบุรหัสหน่วยงานในใบนำฝากทุกครั้ง | จัดทำบัญชีแนบมาด้วย | นำรถและแรงงานขนย้ายมาเอง
    r"|(?:และ|โดย)?(?:ขอ)?(?:ให้)?(?:(?:ระบุ|วงเล็บ|เขียน)[^ๆ]{2,60}?(?:ในใบ|ซอง|ท้ายใบ)"
    r"|(?:จัดทำ|แนบ)[^ๆ]{2,60}?(?:แนบ)?(?:มา|ไป)(?:ด้วย|พร้อม)|นำ[^ๆ]{2,40}(?:มา|ไป)เอง)"
)
# ส่งสำเนาภาพ… │บันทึกลงแผ่นซีดีหรือหน่วยความจำ ให้สถานีตำรวจ… ภายใน…: on what it is sent
_ON_A_DISK = re.compile(
    r"(?:และ|โดย|แล้ว)?(?:ให้)?(?:บันทึก|คัดลอก|สำเนา|จัดเก็บ|เก็บ)(?:ข้อมูล|ไฟล์|ภาพ)?\S{0,12}?\s?(?:ลง|ใส่|ไว้)(?:ใน|บน)?\s?"
    r"(?:แผ่น|ซีดี|ดีวีดี|CD|DVD|หน่วยความจำ|แฟลช|ฮาร์ด|อุปกรณ์|สื่อ|USB|การ์ด|ธัม)"
)
# กำชับผู้บริจาคนอนหลับให้เพียงพอ รับประทานอาหาร │และงดดื่มสุรา
_ADMONISHES = re.compile(r"กำชับ|ตักเตือน|เน้นย้ำ")
_OF_CONDUCT = re.compile(
    r"(?:และ)?(?:งด|ไม่|อย่า(?!ง)|พักผ่อน|รับประทาน|สวม|แต่งกาย|ระมัดระวัง|ใช้ความ|หลีกเลี่ยง)"
)
# นำส่งเงิน… | ส่งคืนดวงตรา… | มารับกล้าไม้…: handed over, by which it may be said how
_HANDED = re.compile(r"ส่ง(?!เสริม)|คืน|ชำระ|โอน|(?:มา|ไป)รับ")
# นำสมาชิกสภา ไม่น้อยกว่า ๓๐ คน │เข้าร่วมกิจกรรมตามวันดังกล่าว: one coming
_GOES_IN = re.compile(r"(?:มา|ไป)?(?:เข้า)?ร่วม|เข้ารับ|(?:มา|ไป)(?=ประชุม|อบรม)")
# กรุณากรอกแบบตอบรับ │แล้วมอบให้นักเรียนนำส่งครูประจำชั้นภายใน…: by whom it is sent
_BY_HAND = re.compile(
    r"(?:แล้ว)?(?:มอบ|ฝาก)(?:ให้)?(?:นัก|บุตร|ผู้|เจ้าหน้าที่|บุคลากร)[ก-๎]{0,20}?(?:นำ)?(?:มา)?(?:ส่ง|คืน)"
)
# รายงานจำนวน…เป็นประจำทุกเดือน │โดยบันทึกให้ครบภายในวันที่ ๒๘ ของเดือน: by when
_ONLY_BY = re.compile(
    r"(?:ขอ)?(?:ให้)?(?:บันทึก|จัดส่ง|ส่ง|รายงาน|กรอก|ดำเนินการ)\s?(?:ข้อมูล)?(?:ให้)?(?:ครบ(?:ถ้วน)?|แล้วเสร็จ|เสร็จ|เรียบร้อย)\s?"
    r"(?:ภายใน|ก่อน|ไม่เกิน)"
)
# ส่งยืนยันจำนวนนักเรียน │ให้กลุ่มนิเทศ ติดตาม และประเมินผลการจัดการศึกษา ภายในวันที่…: to whom
_TO_OFFICE_BY = re.compile(
    rf"ให้(?:{'|'.join(PREFIXES)})[^ๆ]{{2,80}}?\s?(?:ทราบ\s?)?(?:ภายใน|ไม่เกิน|ก่อน)วัน"
)
# ส่งมอบวิทยุสื่อสาร พร้อมบัญชีคุม │ให้ฝ่ายอำนวยการ ในวันที่… เวลา…: to whom, and when
_TO_OFFICE_ON = re.compile(
    rf"(?:ให้|แก่|ต่อ|ไปยัง|ที่)(?P<office>(?:{'|'.join((*PREFIXES, 'งาน', 'ส่วน'))})\S{{0,60}})"
    # …สำนักงานจังหวัด ทางไปรษณีย์อิเล็กทรอนิกส์ data@…: where it is, and the way to it
    rf"(?:\s(?:(?:{'|'.join((*PREFIXES, 'งาน', 'ส่วน', 'ทาง', 'ผ่าน', 'ชั้น'))})\S{{0,60}}"
    r"|[\d๐-๙]{1,3}|\S+@\S+))*"
    r"(?:\s?ทราบ)?\s(?:ภายใน|ไม่เกิน|ก่อน|ใน)วัน"
)
# what a unit is named by: ฝ่าย│อำนวยการ, ศูนย์│ซ่อมบำรุง
_UNITS = re.compile(r"(?:ฝ่าย|ศูนย์|กลุ่มงาน|กลุ่ม|แผนก|กอง|งาน|ส่วน)")
# ขอให้บุคลากรบันทึกใบหน้า… │และให้หัวหน้างานส่งรายชื่อ…: another is to do it
_OF_ANOTHER = re.compile(rf"(?:ขอ)?ให้\s?{SERVING}")
# ประชาสัมพันธ์การประกวด… │และปิดประกาศไว้ ณ ที่ทำการจนถึงวันที่…: two ways of telling
_PUTS_UP = re.compile(r"(?:ช่วย)?(?:ปิด|ติด|แขวน)(?:ประกาศ|ป้าย|ตั้ง|โปสเตอร์|แผ่น|ไว้)")


def together(told: Iterable[Weighed], reading: Reading) -> list[Weighed]:
    """The requests, those that are one by decision told as one, in the order on paper."""
    kept: list[Weighed] = []
    for one in told:
        last = kept[-1] if kept else None
        if last is None:
            kept.append(one)
        elif _is_told_twice(last.way, one.way):
            kept[-1:] = _both_put_up(last, one, reading) or [
                last._replace(chance=max(last.chance, one.chance))
            ]
        elif told_by_second(last.way, one.way, reading):
            tie = between(last.way, one.way, reading) or ""
            whole = f"{last.way.duty.text} {tie}{one.way.duty.text}"
            kept[-1] = with_duty(one, one.way.duty.model_copy(update={"text": whole}))
        elif _tells_all(last.way, one.way, reading) or _tells_to_do(last.way, one.way, reading):
            said = f"{last.way.duty.text} {one.way.duty.text}"
            kept[-1] = with_duty(last, last.way.duty.model_copy(update={"text": said}))
        elif any(
            more(last.way, one.way, reading)
            for more in (
                _tells_when,
                _is_one,
                _tells_how,
                _tells_to_whom,
                _admonishes,
                _tells_what_else,
            )
        ):
            kept[-1] = with_duty(last, completed(last.way.duty, one.way.duty))
        else:
            kept.append(one)
    return kept


def with_duty(one: Weighed, duty: Obligation) -> Weighed:
    """What was told, as another duty."""
    return one._replace(way=replace(one.way, duty=duty))


def _is_told_twice(way: Way, other: Way) -> bool:
    """Whether the words of one lie within those of the other and both tell the same."""
    one, two = ("".join(each.duty.text.split()) for each in (way, other))
    return way.tells(other) and (one in two or two in one)


def _both_put_up(last: Weighed, one: Weighed, reading: Reading) -> list[Weighed]:
    """Both, if the second is a notice put up beside what is told by mouth; else none."""
    put_up = _PUTS_UP.match(one.way.duty.text) and not _PUTS_UP.search(last.way.duty.text[:60])
    if last.way.duty.action != "publish" or not put_up or one.way.place <= last.way.place:
        return []
    own = duty_at(reading, last.way.place, one.way.place, "publish")
    return [with_duty(last, own), one] if own else []


def _is_one(way: Way, other: Way, reading: Reading) -> bool:
    """Whether a second request tells by when the first is due: กรอกแบบสำรวจ │แล้วส่งภายในวันที่…,
    ส่งข้าราชการ ๑๒ นาย │เข้ารับการฝึกในวันที่…"""
    same = way.duty.action == other.duty.action
    if not same or way.duty.action not in ("reply", "attend") or other.duty.clause is not None:
        return False
    comes = way.duty.action == "attend" and way.duty.first_due == other.duty.first_due
    told_first = is_timely(way.duty) and not (comes and _GOES_IN.match(other.duty.text))
    if told_first or not is_timely(other.duty) or _OF_ANOTHER.match(other.duty.text):
        return False
    said = between(way, other, reading)
    return said is not None and len(said) <= NO_MORE


def _tells_all(way: Way, other: Way, reading: Reading) -> bool:
    """Whether a second request is but what all those are told to do who are to be told."""
    tells = way.duty.action == "publish" and other.duty.clause is None
    if not tells or other.duty.action not in ("other", "attend"):
        return False
    if not (_TELLS_ALL.match(way.duty.text) and _ALL_DO.match(other.duty.text)):
        return False
    return is_next(way, other, reading)


def _tells_to_do(way: Way, other: Way, reading: Reading) -> bool:
    """Whether a second request is but one more thing that all are told to do."""
    tells = way.duty.action == "publish" and other.duty.clause is None
    if not tells or is_timely(other.duty) or other.duty.action not in _ALL_ARE_TOLD:
        return False
    said = "และ" if reading.before(other.place).endswith("และ") else ""
    also = _THEY_DO.match(f"{said}{reading.clauses[other.place].text}") and _TELLS_TO_DO.match(
        way.duty.text
    )
    return bool(also) and is_next(way, other, reading)


def _tells_when(way: Way, other: Way, reading: Reading) -> bool:
    """Whether a second request only tells by when, or by whose hand, an answer is to come."""
    if other.duty.clause is not None or way.duty.action not in SENDING:
        return False
    if way.duty.first_due or way.duty.due_day or not is_timely(other.duty):
        return False
    said = between(way, other, reading)
    if said is None or len(said) > NO_MORE:
        return False
    by_hand = way.duty.action == "reply" and tells_by_whose_hand(other.duty.text)
    if goes_to_office(other.duty.text):
        return not [one for one in find_verbs(other.duty.text) if one.action is not None]
    return by_hand or _ONLY_BY.match(other.duty.text) is not None


def _tells_how(way: Way, other: Way, reading: Reading) -> bool:
    """Whether a second request only says how, or in what form, the first is to be sent."""
    sends = way.duty.action in SENDING or is_handed(way.duty.text)
    sends &= other.duty.action in (*SENDING, "other")
    on_a_disk = _ON_A_DISK.match(other.duty.text) and not is_timely(way.duty)
    another = is_timely(other.duty) and other.duty.first_due != way.duty.first_due
    another &= not on_a_disk
    if not sends or another or other.duty.clause is not None:
        return False
    near = between(way, other, reading) is not None
    return near and bool(on_a_disk or _HOW_SENT.match(other.duty.text))


def _tells_to_whom(way: Way, other: Way, reading: Reading) -> bool:
    """Whether a second request but tells to whom, and on which day, what the first hands over."""
    hands = not is_timely(way.duty) and is_handed(way.duty.text)
    if not hands or other.duty.clause is not None or not tells_to_whom(other.duty.text):
        return False
    said = between(way, other, reading)
    return said is not None and len(said) <= NO_MORE


def tells_what_else(text: str) -> bool:
    """Whether a clause but names what else is sent or told: และประมาณการค่าใช้จ่าย…"""
    return _WHAT_ELSE.match(text) is not None


def tells_by_whose_hand(text: str) -> bool:
    """Whether a clause but tells by whose hand an answer is to come."""
    return _BY_HAND.match(text) is not None


def tells_to_whom(text: str) -> bool:
    """Whether a clause but tells the office to which something goes, and the day."""
    found = _TO_OFFICE_ON.match(text)
    if found is None:
        return False
    unit = _UNITS.match(found["office"])
    done = [one.start for one in find_verbs(found["office"]) if one.action is not None]
    named = [start for start in done if not found["office"].endswith("และ", 0, start)]
    return not named or (unit is not None and named == [unit.end()])


def goes_to_office(text: str) -> bool:
    """Whether a clause tells the office to which something goes, whatever its name, and by when."""
    return _TO_OFFICE_BY.match(text) is not None


def is_handed(text: str) -> bool:
    """Whether something is to be given, sent or fetched."""
    return _HANDED.search(text) is not None


def _tells_what_else(way: Way, other: Way, reading: Reading) -> bool:
    """Whether a second answer but names what else is to be told, and by when."""
    answers = way.duty.action == "reply" and other.duty.action in ("reply", "other")
    answers &= not is_timely(way.duty)
    if not answers or not is_timely(other.duty) or other.duty.clause is not None:
        return False
    return _WHAT_ELSE.match(other.duty.text) is not None and is_next(way, other, reading)


def _admonishes(way: Way, other: Way, reading: Reading) -> bool:
    """Whether a second request is but one more thing that others are admonished to do."""
    same = way.duty.action == other.duty.action == "other" and not is_timely(other.duty)
    if not same or other.duty.clause is not None or not _ADMONISHES.search(way.duty.text):
        return False
    said = between(way, other, reading)
    near = said is not None and len(said) <= NO_MORE
    return near and _OF_CONDUCT.match(other.duty.text) is not None
