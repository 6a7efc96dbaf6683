"""What the decisions about the truth settle of requests that were told, whoever read them.

Rules and judge each read a clause by itself. What is one by decision is put together, what is asked
of nobody is left out, and an action that a decision names is given its name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.dates import find_dates
from extractors.obligations.judge.action_by_decision import once_by_itself, with_action
from extractors.obligations.judge.duty_at import duty_at
from extractors.obligations.judge.not_asked import is_not_asked
from extractors.obligations.judge.only_told import is_only_told
from extractors.obligations.judge.parted import parted
from extractors.obligations.judge.reading import Reading
from extractors.obligations.judge.serial import in_turn
from extractors.obligations.judge.side_by_side import is_timely
from extractors.obligations.judge.together import (
    goes_to_office,
    is_handed,
    tells_by_whose_hand,
    tells_to_whom,
    tells_what_else,
    together,
    with_duty,
)
from extractors.obligations.judge.ways import Way, Weighed
from extractors.obligations.part import SENDING
from extractors.obligations.times.without_year import find_day_without_year
from extractors.obligations.verbs import find_verbs, read_action
from extractors.record import Obligation

# ขอส่งโปสเตอร์ ๑๐๐ แผ่น มา │เพื่อโปรดปิด ณ สถานบริการ… | แผ่นพับ… │เพื่อโปรดแจกจ่ายให้แก่ผู้รับบริการ
_PUTS_OUT = re.compile(
    r"(?:เพื่อ|จึง|และ)?(?:ขอ)?(?:ความร่วมมือ|ความอนุเคราะห์)?(?:ให้)?(?:โปรด|กรุณา|ช่วย)?(?:นำไป)?(?:ท่าน)?"
    r"(?:(?:ปิด|ติด)(?:ไว้)?\s?(?:ณ|ที่|ใน|หน้า|บริเวณ)|แจก(?:จ่าย)?(?=ให้|แก่|แด่))"
)
_TO_READ = re.compile(
    r"โปสเตอร์|แผ่น(?:พับ|ปลิว|ป้าย|ประชาสัมพันธ์)|ใบ(?:ปลิว|ปิด)|สื่อ(?:ประชาสัมพันธ์|รณรงค์)|เอกสาร(?:เผยแพร่|ประชาสัมพันธ์|ความรู้)"
)
# …ร่วมปฏิบัติงานตามวันและเวลาในตาราง | …ออกสำรวจตามปฏิทินที่ส่งมาด้วย
_BY_TABLE = re.compile(
    r"ตาม(?:วัน(?:ที่)?(?:(?:และ)?\s?เวลา)?(?:ที่)?(?:กำหนด)?(?:ใน|ตาม)ตาราง|ปฏิทิน)(?!\S*ดังกล่าว)"
)
_DAILY_UNTIL = re.compile(r"ทุกวัน\s?(?:จน)?ถึงวัน")
# แจ้งประชาชนหมู่ที่ ๔ และหมู่ที่ ๖ ทราบ
_PEOPLE = (
    r"แจ้ง(?:ให้)?(?:ประชาชน|ราษฎร|ชาวบ้าน|ลูกบ้าน|ผู้(?:ใช้|ปกครอง|ป่วย|ค้า|พัก|รับ(?:บริการ|เหมา)|โดยสาร|ขับ|มา|เช่า)"
    r"|ญาติ|ลูกค้า|พนักงาน|เกษตรกร|ชาวประมง|นักศึกษา|นักเรียน|นักท่องเที่ยว|กำนัน|ผู้ใหญ่บ้าน|สมาชิก|เจ้าของ|ผู้ประกอบ)(?:(?!ภายใน|และให้|ไม่เกิน)[^ๆ]){0,60}?(?:ให้)?ทราบ"
)
_TELLS_PEOPLE = re.compile(_PEOPLE)
# แจ้งผู้ป่วยและญาติทราบ│ถึงเสียงสัญญาณที่จะดังขึ้นในวันดังกล่าว
_TELLS_OF_IT = re.compile(rf"{_PEOPLE}(?:ถึง|ว่า|เกี่ยวกับ)")
# แจ้งผู้โดยสารที่ได้รับผลกระทบ│ภายใน ๗๒ ชั่วโมง, but not แจ้งผู้ปกครองทราบ │และส่งแบบตอบรับ…
_TOLD_IN_TIME = re.compile(
    r"(?:ขอ)?(?:ให้)?(?:ท่าน|โรงเรียน|เทศบาล|บริษัท|อำเภอ)?(?:โปรด|กรุณา)?แจ้ง(?:ให้)?(?:เจ้าของ(?:รถ|บ้าน|ร้าน|ที่ดิน|อาคาร|สวน|ฟาร์ม)|ผู้(?:โดยสาร|ใช้(?:น้ำ|ไฟ|บริการ)|ปกครอง|เช่า|พักอาศัย)"
    r"|ราษฎร|ลูกบ้าน|ประชาชน|ลูกค้า|ญาติ|ชาวบ้าน)(?!(?:(?!ทราบ)[^ๆ])*(?:ส่ง|ตอบ|รายชื่อ|ยืนยัน|กลับ|มายัง|ผล(?!กระทบ)|และให้|จำนวน))"
)
_SENDS_BACK = re.compile(r"ส่ง|ตอบ|ยืนยัน|กลับมา")
# ๔. เมื่อนับคะแนนเสร็จ│ให้ส่งหีบบัตรและรายงานผล…: one clause
_BIDS_ONCE = re.compile(r"(?:เมื่อ[^ๆ]{2,60}?)?ให้(?!(?:(?!ให้)[^ๆ])*(?:ขอให้|จึง|ทั้งนี้|อนึ่ง|\sให้))")
_SAME_MONTH = re.compile(r"ของ(?:เดือน|ไตรมาส)(?:เดียวกัน|นั้น)")  # ภายในวันที่ ๑๕ ของเดือนเดียวกัน
_AFTER_EACH = re.compile(r"(?:หลัง|นับแต่|นับจาก)[^ๆ]{2,40}?(?:แต่ละ|ทุก)(?:ครั้ง|รอบ)")
# นำ…มาด้วย | ให้ผู้เข้าอบรมแต่งกาย… | โดยถือของกลางไปแสดงต่อศาล | ฝากเอาหุ่นฝึกมาสักสองตัว:
# on the day of the coming
_BRINGS = re.compile(
    r"(?!.{0,30}(?:อย่า(?!ลืม)|ห้าม|งด|มิให้))(?:.{0,40}?)"
    r"(?:(?:นำ(?!เสนอ|เข้า|ส่ง)|เตรียม|พก)[^ๆ]{2,80}?(?:มา|ไป|ติดตัว)(?!เอง)"
    r"|(?:นำ(?!เสนอ|เข้า|ส่ง)|เตรียม|ถือ(?!ปฏิบัติ|ว่า|เป็น)|เอา|หิ้ว|แนบ|จัด|หา)[^ๆ]{1,90}?(?:มา|ไป)"
    r"(?=\s|$|ด้วย|เอง|คน|ครบ|แสดง|ให้|สัก|สำหรับ|พร้อม|วาง|ร่วม|มอบ|ประกอบ|ใช้))"
)
_BY = re.compile(r"ภายใน|ก่อน|ไม่เกิน|ใน\s?[\d๐-๙]")
_WEARS = re.compile(
    r"(?:ขอ)?(?:ความร่วมมือ|ความกรุณา)?ให้[^ๆ]{0,40}?"
    r"(?:แต่งกาย|แต่งชุด|แต่งเครื่องแบบ|สวม(?:เสื้อ|ชุด))"
)


def asked_of_somebody(told: Sequence[Weighed], reading: Reading) -> list[Weighed]:
    """The requests without those that are none by decision, or that only the judge took for one."""
    asked = [one for one in told if not is_not_asked(one.way, reading)]
    return [one for one in asked if one.way.known or not is_only_told(one.way, reading)]


def settled(told: Sequence[Weighed], reading: Reading) -> list[Weighed]:
    """The requests that are told in the end, in the order on paper."""
    asked = [one for one in told if not _is_within_clause(one.way, told, reading)]
    asked = [_with_tail(one, asked, reading) for one in asked]
    asked = in_turn(asked, reading)
    asked = [with_duty(one, with_action(one.way.duty)) for one in parted(asked, reading)]
    asked = [with_duty(one, _to_come(one.way.duty, reading)) for one in asked]
    asked = [_by_its_verb(one, asked[place + 1 :]) for place, one in enumerate(asked)]
    whole = [one for one in together(asked, reading) if not is_only_told(one.way, reading)]
    dated = [with_duty(one, _decided(one.way, reading)) for one in whole]
    dated = [_each_time(one, dated[:place]) for place, one in enumerate(dated)]
    return [with_duty(one, _on_the_day(one.way.duty, dated)) for one in dated]


def _decided(way: Way, reading: Reading) -> Obligation:
    """A duty with its action and its time as the decisions have them, each of itself alone."""
    duty = _posted(with_action(way.duty), way, reading)
    duty = with_action(_in_this_year(duty, reading))  # what has a day may be another action
    return _told_to_people(_as_listed_elsewhere(duty))


def _is_within_clause(way: Way, told: Sequence[Weighed], reading: Reading) -> bool:
    """Whether a numbered clause is told by another request of it: ๔. ส่งหีบบัตร │แล้วรายงานผล… by what
    it says to send by a day, else as its number is told."""
    place = reading.clauses[way.place].place
    if not reading.body[place].numbered:
        return False
    beside = [one.way for one in told if reading.clauses[one.way.place].place == place]
    numbered = [one.duty for one in beside if one.duty.clause is not None]
    by_rules = [one for one in reading.told if reading.clauses[one.first].place == place]
    if len(by_rules) > 1 and _BIDS_ONCE.match(reading.body[place].text):
        sent = [one.duty for one in beside if one.duty.action in SENDING]
        due = [one for one in sent if one.first_due or one.due_day]
        return bool(due) and way.duty is not due[0]
    if not numbered or len(by_rules) > 1:
        return False  # a numbered paragraph that asks for several things: ๓. … ขอให้อำเภอ… และจัด…
    sent = [
        one.duty
        for one in beside
        if one.duty.action in SENDING and is_timely(one.duty) and one.duty.clause is None
    ]
    untimely = len(numbered) == 1 and not is_timely(numbered[0])
    by_sending = bool(sent) and untimely and numbered[0].action != "appoint"
    return way.duty is not sent[0] if by_sending else way.duty.clause is None


def _with_tail(one: Weighed, told: Sequence[Weighed], reading: Reading) -> Weighed:
    """What is to be sent without a day, with what else is sent, or the office to which it goes,
    and the day behind that: ส่งร่างกำหนดการ │และประมาณการค่าใช้จ่ายภายในวันที่…"""
    place, duty = one.way.place, one.way.duty
    clauses = reading.clauses
    handed = duty.action == "other" and is_handed(duty.text)
    idle = duty.clause is None and not is_timely(duty) and (handed or duty.action in SENDING)
    if not idle or place + 1 >= len(clauses) or clauses[place + 1].place != clauses[place].place:
        return one
    ends = [other.way.place for other in told if other.way.place > place]
    end = min(ends, default=None)
    behind = place + (2 if clauses[place + 1].text.startswith("พร้อม") else 1)  # พร้อมสายชาร์จ
    if end is not None and end <= behind:
        return one
    after = clauses[behind] if behind < len(clauses) else clauses[place]
    rest = reading.body[after.place].passage.text
    here = end is not None and clauses[end].place == after.place
    rest = rest[after.start : clauses[end].start if end is not None and here else None]
    near = after.place == clauses[place].place
    to_whom = near and (tells_to_whom(rest) or goes_to_office(rest))
    what_else = duty.action in SENDING and tells_what_else(clauses[place + 1].text)
    by_hand = duty.action == "reply" and tells_by_whose_hand(clauses[place + 1].text)
    if not (to_whom or what_else or by_hand):
        return one
    whole = duty_at(reading, place, end, duty.action)
    return with_duty(one, whole) if whole and whole.first_due else one


def _by_its_verb(one: Weighed, following: Sequence[Weighed]) -> Weighed:
    """What the judge took for the report or the notice that only the request behind it asks for, by
    its own verb: คัดกรองพัฒนาการเด็กทุกคน │และรายงานผล…ทุกเดือน"""
    duty = one.way.duty
    timeless = duty.action in ("report", "publish") and not (is_timely(duty) or duty.frequency)
    if not timeless or one.way.ruled or not following or not find_verbs(duty.text):
        return one
    action, after = read_action(duty.text), following[0].way.duty
    asked = after.action == duty.action and (duty.action == "publish" or is_timely(after))
    if not asked or action not in ("other", "monitor"):
        return one
    return with_duty(one, duty.model_copy(update={"action": action}))


def _in_this_year(duty: Obligation, reading: Reading) -> Obligation:
    """A duty with the day that its words tell without a year (ภายใน ๓๑ ต.ค.)."""
    if is_timely(duty) or (duty.action == "publish" and not _BY.search(duty.text)):
        return duty  # แจ้งข่าวงานวันที่ ๒ กรกฎาคม: a day of what is told
    day = find_day_without_year(duty.text, reading.written)
    return duty.model_copy(update={"first_due": day, "frequency": "once"}) if day else duty


def _as_listed_elsewhere(duty: Obligation) -> Obligation:
    """A coming on days that a table tells (ตามวันและเวลาในตาราง), or what is told daily (ทุกวันจนถึง
    วันที่…), without a day: it has none of its own."""
    by_table = duty.action == "attend" and _BY_TABLE.search(duty.text)
    listed = by_table and not find_dates(duty.text)
    daily = duty.action == "publish" and _DAILY_UNTIL.search(duty.text)
    if duty.first_due is None or not (listed or daily):
        return duty
    often = None if daily else duty.frequency
    return duty.model_copy(update={"first_due": None, "frequency": often})


def _to_come(duty: Obligation, reading: Reading) -> Obligation:
    """A duty without a day that was over when the letter was written, which is of what it tells:
    จัดทำบัญชีสำนวนความที่ถึงที่สุดก่อนวันที่ ๑ มกราคม ๒๕๕๘."""
    if not duty.first_due or not reading.written or duty.first_due >= reading.written:
        return duty
    often = once_by_itself(duty.action) if duty.frequency == "once" else duty.frequency
    return duty.model_copy(update={"first_due": None, "frequency": often})


def _told_to_people(duty: Obligation) -> Obligation:
    """A duty to let those of some places know, as one to publish: แจ้งประชาชนหมู่ที่ ๔ และหมู่ที่ ๖ ทราบ."""
    idle = duty.action == "other" and not is_timely(duty) and _TELLS_PEOPLE.search(duty.text)
    of_it = duty.action == "reply" and _TELLS_OF_IT.search(duty.text)
    none = {"action": "publish", "frequency": None, "first_due": None}
    timely = is_timely(duty) and _SENDS_BACK.search(duty.text) is None
    if duty.action == "reply" and timely and _TOLD_IN_TIME.match(duty.text):
        return duty.model_copy(update={"action": "publish"})
    return duty.model_copy(update=none) if idle or of_it else duty


def _each_time(one: Weighed, before: Sequence[Weighed]) -> Weighed:
    """What is to be told after each time of what is asked before it, as often as that:
    ตรวจวัดน้ำปีละ ๒ ครั้ง │และรายงานผลภายใน ๓๐ วันหลังการเก็บตัวอย่างแต่ละครั้ง"""
    duty, often = one.way.duty, before[-1].way.duty.frequency if before else None
    sent = duty.action in SENDING and duty.frequency in (None, "once")
    each = _SAME_MONTH.search(duty.text) if duty.first_due else _AFTER_EACH.search(duty.text)
    if not sent or often in (None, "once") or not each:
        return one
    return with_duty(one, duty.model_copy(update={"action": "report", "frequency": often}))


def _posted(duty: Obligation, way: Way, reading: Reading) -> Obligation:
    """A duty to put up or hand out what has come to be read by all, as one to publish."""
    if duty.action != "other" or not _PUTS_OUT.match(duty.text):
        return duty
    said = reading.body[reading.clauses[way.place].place].passage.text
    to_read = _TO_READ.search(said, 0, reading.clauses[way.place].end) is not None
    return duty.model_copy(update={"action": "publish"}) if to_read else duty


def _on_the_day(duty: Obligation, told: Sequence[Weighed]) -> Obligation:
    """What is to be brought or worn where somebody is to come is due on that day."""
    if duty.action != "other" or is_timely(duty) or duty.frequency is not None:
        return duty
    if not (_BRINGS.match(duty.text) or _WEARS.match(duty.text)):
        return duty
    comes = (one.way.duty for one in reversed(told) if one.way.duty.action == "attend")
    day = next((one.first_due for one in comes if one.first_due), None)
    return duty.model_copy(update={"first_due": day, "frequency": "once"}) if day else duty
