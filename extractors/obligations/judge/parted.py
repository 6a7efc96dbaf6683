"""What was told as one request and is two by decision: who comes, or is chosen, and the names that
are to be sent by a day (corpus/README.md: to choose and to send the names are two)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.obligations.judge.duty_at import duty_at
from extractors.obligations.judge.reading import Reading
from extractors.obligations.judge.ways import Weighed
from extractors.record import Action, Obligation

# …เข้ารับการอบรม หน่วยงานละ ๑ คน │โดยแจ้งรายชื่อภายในวันที่… | คัดเลือกครูดีเด่น │พร้อมส่งประวัติและผลงาน…ภายใน…
_NAMES_BY = re.compile(
    r"(?:โดย|และ|แล้ว|พร้อม(?:ทั้ง|กับ)?)?\s?(?:ขอ)?(?:ให้)?(?:แจ้ง|จัดส่ง|ส่ง)"
    r"(?:แบบตอบรับ|แบบแจ้ง|(?:ราย)?ชื่อ|ประวัติ|ผลงาน|ใบสมัคร)(?!\S*คืน)[^ๆ]{0,120}?(?:ภายใน|ก่อนวัน|ไม่เกิน|ไม่ช้ากว่า)"
)
_COMES = re.compile(
    r"(?:เข้ารับการ(?:อบรม|ฝึก|พัฒนา|ประชุม)|เข้า(?:ร่วม|อบรม|ประชุม)|ร่วม(?:ประชุม|อบรม|สัมมนา|กิจกรรม|แสดง|พิธี|แข่งขัน|ขบวน|เดิน))"
)
_CHOOSES = re.compile(r"(?:คัดเลือก|สรรหา)(?![^\sๆ]*(?:เป็นผู้|ผู้(?:ดูแล|ประสาน|รับผิดชอบ|ควบคุม)))")
_APPOINTS = re.compile(r"แต่งตั้ง|มอบหมาย\S{0,40}?เป็น|เป็นผู้(?:ประสาน|รับผิดชอบ)")
_ASKS = re.compile(r"(?:^|จึง|และ|\s)(?:ขอ(?:ให้|ความ|เชิญ)|โปรด|กรุณา|ให้)")
_IN_A_CASE = re.compile(r"หาก|ถ้า|กรณี|ใด|ประสงค์|สนใจ")
_FEW = 5  # clauses between a request and the names that go with it
_TOLD_WITH: tuple[Action, ...] = ("attend", "appoint", "other", "reply")


def parted(told: Sequence[Weighed], reading: Reading) -> list[Weighed]:
    """The requests, who comes or is chosen and the names sent by a day as two."""
    found: list[Weighed] = []
    places = {one.way.place for one in told}
    for one in told:
        found += _two(one, places, reading) or [one]
    return found


def _two(one: Weighed, places: set[int], reading: Reading) -> list[Weighed]:
    """The two requests that one tells, or of which it is the second; none if it is one."""
    if one.way.duty.clause is not None or one.way.duty.action not in _TOLD_WITH:
        return []
    names = next(_names_behind(one.way.place, places, reading), None)
    if names is not None:
        duty = _own(one.way.place, names, reading)
        sent = duty_at(reading, names, _next(names, places), "reply")
        return [one.told_at(one.way.place, duty), one.told_at(names, sent)] if duty and sent else []
    if one.way.duty.action != "reply" or not _NAMES_BY.match(reading.clauses[one.way.place].text):
        return []
    first = _chosen_before(one.way.place, places, reading)
    duty = None if first is None else _own(first, one.way.place, reading)
    return [one.told_at(first, duty), one] if first is not None and duty else []


def _names_behind(place: int, places: set[int], reading: Reading) -> Iterator[int]:
    """Where names are to be sent by a day, in the clauses right behind one."""
    end = min(len(reading.clauses), place + 1 + _FEW)
    for at in range(place + 1, end):
        if at in places or reading.clauses[at].place != reading.clauses[place].place:
            return
        if _IN_A_CASE.search(reading.clauses[at].text):
            return
        if _NAMES_BY.match(_said(at, min(at + 2, len(reading.clauses)), reading)):
            yield at


def _chosen_before(place: int, places: set[int], reading: Reading) -> int | None:
    """The clause right before the names that bids to choose, if nothing is told there."""
    for at in range(place - 1, max(-1, place - 1 - _FEW), -1):
        if at in places or reading.clauses[at].place != reading.clauses[place].place:
            return None
        if _CHOOSES.search(reading.clauses[at].text):
            return at if _ASKS.search(_said(max(0, at - 1), at + 1, reading)) else None
    return None


def _own(place: int, end: int, reading: Reading) -> Obligation | None:
    """What is asked before the names: to come on a day, else to choose."""
    said = _said(place, end, reading)
    if _APPOINTS.search(said):
        return None
    duty = duty_at(reading, place, end, "attend") if _COMES.search(said) else None
    if duty is not None and duty.action == "attend" and duty.first_due:
        return duty
    return duty_at(reading, place, end, "other") if _CHOOSES.search(said) else None


def _next(place: int, places: set[int]) -> int | None:
    return min((other for other in places if other > place), default=None)


def _said(start: int, end: int, reading: Reading) -> str:
    """The words of clauses of one paragraph."""
    paragraph = reading.clauses[start].place
    said = (one.text for one in reading.clauses[start:end] if one.place == paragraph)
    return "".join(said)
