"""The ways in which a clause that asks can be read: as rules read it, and as the judge does.

Rules know wordings that somebody wrote down; the judge tells by what he has learnt where a request
begins and what it asks for, and its time is read from the words up to the next. Of each way is
known what it is to be believed by: facts by name, numbers of the size of 1.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from extractors.obligations.asking import own_part
from extractors.obligations.asking_words import SERVING
from extractors.obligations.clause_duties import only_tells
from extractors.obligations.duty_action import is_given_back
from extractors.obligations.follow_up import acts_as_told, tells_first_time
from extractors.obligations.judge.asked_clauses import AskedClause, Told
from extractors.obligations.judge.believed import facts_of, log_odds, short
from extractors.obligations.judge.clause_judge import ACTIONS, ALWAYS, Judge
from extractors.obligations.judge.duty_at import duty_at
from extractors.obligations.judge.reading import Reading
from extractors.obligations.own_requests import asks_leave, only_asks_leave
from extractors.record import Obligation
from extractors.text.offices import PREFIXES

LOOKED_AT = 0.1  # chance from which a clause is looked at as a request
# Chance from which a clause may ask by itself where a rule took its verb for that of one before
_ASKS_ITSELF = 0.5
_ENDS_OTHER = 0.3  # chance of a clause from which the request before it ends there
_HOW_SENT = re.compile(r"\s*(?:จัด)?ส่ง(?:คืน|ที่|ไปยัง|มายัง|ไปที่|มาที่|ทาง|ให้|ถึง)")
# รายงานข้อมูล…ตามแบบที่ส่งมาพร้อมนี้ │ให้สำนักงานจังหวัดทราบ ภายในวันที่…
_TO_WHOM = re.compile(
    rf"\s*ให้(?:{'|'.join(PREFIXES)})\S{{0,100}}?\s?(?:ทราบ\s?)?(?:ภายใน|ไม่เกิน|ไม่ช้ากว่า|ก่อนวัน)"
)
# จัดส่งรายการเดินบัญชี… │พร้อมสำเนาภาพเคลื่อนไหว…ให้พนักงานสอบสวนภายใน…: what goes with what is sent
_ALONG = re.compile(
    r"\s*(?:พร้อม(?:ทั้ง|กับ|ด้วย)?|รวม(?:ทั้ง|ถึง))(?:สำเนา|เอกสาร|หลักฐาน|ภาพ|รายละเอียด|ไฟล์|ใบ|บัญชี|ตัวอย่าง|รายชื่อ)"
    # ส่งสำเนาเวชระเบียน… │พร้อมรับรองสำเนาถูกต้อง ไปยังศาลจังหวัด…ภายในวันที่…: how it is to be sent
    r"|\s*พร้อม(?:ทั้ง|กับ|ด้วย)?(?:ให้\S{0,20})?"
    r"(?:รับรอง|ลงนาม|ลงลายมือชื่อ|ลงชื่อ|ประทับ|ระบุ|แนบ|จัดเรียง|เรียงลำดับ|เข้าเล่ม|ปิดผนึก|ใส่ซอง)"
)
# …จัดส่งสำเนาเอกสารต่อไปนี้… │- ทะเบียนคุมสัญญา │- รายงานการจัดทำเช็ค…: papers by their names
_LISTS_PAPERS = re.compile(
    r"(?:เอกสาร|หลักฐาน|สำเนา|ข้อมูล)[ก-๎]{0,40}\s?(?:ดัง(?:ต่อไป)?นี้|ต่อไปนี้|ประกอบด้วย)"
)
_A_PAPER = re.compile(
    r"(?:สำเนา|ทะเบียน|รายงาน(?=การ|ผล|ประจำ|สรุป|ทาง|ความ)|บัญชี|แบบ|สัญญา|ใบ|เอกสาร|หลักฐาน|หนังสือ|ฎีกา|สมุด|งบ|คำสั่ง"
    r"|ภาพ|ราย(?:ชื่อ|การ|ละเอียด)|แผน|ข้อมูล)"
)
# หากมีผู้ประสงค์จะสมัคร │ขอให้ส่งใบสมัคร… | ท่านใดประสงค์จะเข้ารับการอบรม │โปรดลงทะเบียน…
_WISHES = re.compile(
    r"(?:(?:หาก|ถ้า|กรณี(?:ที่)?)\S{0,20}?(?:มี)?(?:ผู้|หน่วยงาน|บุคลากร|ท่าน)\S{0,30}?(?:ประสงค์|สนใจ)"
    r"|[ก-๎]{2,24}ใด(?:ที่)?\s?(?:มีความ)?(?:ไม่)?(?:ประสงค์|สนใจ|ต้องการ)|(?:ท่าน|สมาชิก|ผู้ปกครอง|เกษตรกร|ประชาชน|นักศึกษา|นักเรียน|บุคลากร|พนักงาน|ครู|อาจารย์|บุคคล|ผู้ประกอบการ|ราษฎร)(?:ที่|ซึ่ง)(?:มีความ)?(?:ประสงค์|สนใจ)"
    r"|(?:^|\s)ผู้(?:ที่)?(?:สนใจ|ประสงค์))(?:(?!โปรด|ขอ(?!ง)|กรุณา|จึง|ทั้งนี้)[^ๆ]){0,90}$"
)
_PLEADS = re.compile(r"\s*(?:จึง)?(?:โปรด|ขอ|กรุณา|ให้|ส่ง|แจ้ง|สมัคร|ลงทะเบียน|ติดต่อ|ยื่น)")
_NAMES = re.compile(
    r"\s*(?:และ|แล้ว|พร้อม(?:กับ|ทั้ง)?|โดย)?\s?(?:ให้)?(?:แจ้ง|จัดส่ง|ส่ง|เสนอ|บอก)(?:ราย)?(?:ชื่อ|สำเนาคำสั่ง|คำสั่ง)"
)
# …นำเงินไปชำระ ณ กองคลัง │หรือชำระผ่านธนาคาร…: another way, but not ให้ท่านหรือผู้แทนมาพบ…
_OR = re.compile(
    r"(?:[^\s]{0,40}\s){0,2}หรือ|[^\s]{0,40}หรือ(?:จัด)?(?:ส่ง|โอน|ชำระ|จ่าย|แจ้ง|ติดต่อ|โทร|ผ่าน|ทาง)"
)
# ขอเชิญท่านมาในวันที่ ๓… │และตักน้ำใส่ขวดมาในวันนั้น: a day, no end of what is recalled
_THAT_DAY = re.compile(r"(?:ในวัน|เดียวกัน)นั้?น$")
# …ทุกวันศุกร์ │สำหรับโยธาธิการและผังเมืองจังหวัด ให้ส่งแผน…: of others
_OF_OTHERS = re.compile(rf"\s*(?:สำหรับ|ในส่วนของ|ส่วน)(?:{SERVING}|โยธาธิการ|ร้าน)")
_SHORT = 25  # letters of a request that says little
# เงินค่าผ้าจะส่งเข้าบัญชี…ภายใน ๖๐ วัน: what somebody will do, no day of what is asked before it,
# but not รายงานทุกเดือน│จนกว่าจะสิ้นสุดการรณรงค์
_WILL = re.compile(r"^จะ(?!ต้อง|ขอ)|(?<=[ก-๎])(?<!ที่)(?<!ซึ่ง)(?<!เพื่อ)(?<!กว่า)จะ(?!ต้อง|ขอ|ได้)")
_TIME = re.compile(r"ภายใน|ก่อน|ไม่เกิน|วันที่|วัน[ก-๎]+ที่|เดือน|ไตรมาส|ทุก|ปีละ|ครั้ง")


@dataclass(frozen=True, slots=True)
class Way:
    """A duty that begins with the clause at a place; `ruled`: as rules read it, `known`: rules read
    one there. `of` tells where a duty begins that a rule told by the verb at this place."""

    place: int
    duty: Obligation
    facts: Mapping[str, float]
    ruled: bool
    known: bool
    of: int | None = None  # where the duty begins that a rule told by the verb at this place

    def tells(self, other: Way) -> bool:
        """Whether both tell the same action and time."""
        return short(self.duty) == short(other.duty)


class Weighed(NamedTuple):
    """A way to read a clause, and the chance that it is right."""

    way: Way
    chance: float

    def told_at(self, place: int, duty: Obligation) -> Weighed:
        """One of several requests that were told as this one, by no rule."""
        return self._replace(way=replace(self.way, place=place, duty=duty, ruled=False))


def ways(reading: Reading, found: Sequence[Obligation], by: Judge) -> list[Way]:
    """All ways to read a letter's clauses; `found` are the duties that rules told."""
    own = _as_the_judge_reads(reading, by)
    firsts = {one.first for one in reading.told}
    ruled = [
        Way(one.first, one.duty, facts_of(reading, one, by) | _beside(one, own), True, True)
        for one in reading.told
    ]
    judged = [
        Way(
            place,
            duty,
            _facts(reading, place, duty, sure, found),
            False,
            place in firsts,
            next((one.first for one in reading.told if one.verb == place != one.first), None),
        )
        for place, (duty, sure) in own.items()
    ]
    return [*ruled, *judged]


def _as_the_judge_reads(reading: Reading, by: Judge) -> dict[int, tuple[Obligation, float]]:
    """What the judge takes for requests, by the clause each begins with, and how sure he is of its
    action: at places where rules told a duty, and at others that are like requests."""
    firsts = {one.first for one in reading.told}
    verbs = {one.verb for one in reading.told} - firsts
    known = {place for place in verbs if reading.chances[place] < _ASKS_ITSELF}
    for one in reading.told:
        if one.duty.clause is not None:  # a clause with a number is one thing
            known.update(range(one.first + 1, one.last + 1))
    starts = {place for place, chance in enumerate(reading.chances) if chance >= _ENDS_OTHER}
    starts |= {place for place, one in enumerate(reading.clauses) if _WILL.search(one.text)}
    starts |= {place for place, one in enumerate(reading.clauses) if _OF_OTHERS.match(one.text)}
    starts |= firsts
    found: dict[int, tuple[Obligation, float]] = {}
    for place, chance in enumerate(reading.chances):
        ruled = place in firsts
        if not ruled and (chance < LOOKED_AT or place in known or _is_no_request(reading, place)):
            continue
        action, sure = reading.action(place, by)
        end = min((start for start in starts if start > place), default=None)
        duty = duty_at(reading, place, end, action)
        if duty is None:
            continue
        no_day = duty.action == "attend" and duty.first_due is None
        if ruled or not (no_day or acts_as_told(duty)):
            found[place] = duty, sure
    return found


def _is_no_request(reading: Reading, place: int) -> bool:
    item = reading.body[reading.clauses[place].place]
    if item.marker is not None and only_tells([item]):
        return True  # ๒. ส่งเงินเข้ากองทุนแทนการจ้าง… ในกรณีที่เลือกไม่จ้าง
    more = _tells_more(reading, place) or _names_a_paper(reading, place)
    return more or _is_told_of_others(reading, place)


def _names_a_paper(reading: Reading, place: int) -> bool:
    """Whether a clause stands in an item that names one of the papers that a request above lists,
    and that no rule takes for a request."""
    at = reading.clauses[place].place
    item = reading.body[at]
    if item.marker is None or _A_PAPER.match(item.text) is None:
        return False
    if any(reading.clauses[one.first].place == at for one in reading.told):
        return False
    above = next((one for one in reversed(reading.body[:at]) if one.marker is None), None)
    return above is not None and _LISTS_PAPERS.search(above.text) is not None


def _tells_more(reading: Reading, place: int) -> bool:
    """Whether a clause only tells of whom a rule found appointed (มอบหมายครู ๑ คน │แล้วแจ้งรายชื่อ…), or
    where, or when for the first time, what it found asked for is to be sent."""
    within = [one.duty for one in reading.told if one.first < place <= one.last]
    text = reading.clauses[place].text
    if _OR.match(text):
        return bool(within)  # นำเงินไปชำระ ณ กองคลัง │หรือชำระผ่านธนาคาร…
    if tells_first_time(text):
        return any(duty.frequency not in (None, "once") for duty in within)
    if _NAMES.match(text):
        return any(duty.action == "appoint" for duty in within)
    if any(duty.action in ("reply", "report") for duty in within):
        if _ALONG.match(text):
            return True
        clause = reading.clauses[place]
        if _TO_WHOM.match(reading.body[clause.place].passage.text, clause.start):
            return True
    sends = any(duty.action == "reply" or is_given_back(duty.text) for duty in within)
    return sends and _HOW_SENT.match(text) is not None


def _is_told_of_others(reading: Reading, place: int) -> bool:
    """Whether a clause only recalls what was asked (ตามที่…ขอให้…นั้น), or is for whoever wishes."""
    clause = reading.clauses[place]
    text = reading.body[clause.place].passage.text
    own, said = own_part(text), text.rstrip()
    over = own < len(text) or (said.endswith("นั้น") and not _THAT_DAY.search(said))
    if is_for_who_wishes(clause, text) or (over and clause.end <= own):
        return True
    # of a paragraph that asks leave what is likely asked besides: …ขออนุญาตใช้ศาลา │ให้ครูมาเปิด…
    asks_itself = reading.chances[place] >= _ASKS_ITSELF and not asks_leave(clause.text)
    return only_asks_leave(text) and not asks_itself


def is_for_who_wishes(clause: AskedClause, text: str) -> bool:
    """Whether a clause of a text asks only whoever wishes: เกษตรกรที่สนใจ │ขอให้ยื่นใบสมัคร…"""
    return bool(_PLEADS.match(clause.text) and _WISHES.search(text[: clause.start]))


def _beside(one: Told, own: Mapping[int, tuple[Obligation, float]]) -> dict[str, float]:
    """What is known of a rule's duty from what the judge reads in its place."""
    if one.first not in own:
        return {}
    duty, sure = own[one.first]
    return {"judge": 1.0, **_compared(one.duty, duty, sure, "judge")}


def _facts(
    reading: Reading, place: int, duty: Obligation, sure: float, found: Sequence[Obligation]
) -> dict[str, float]:
    """What is known of a request as the judge reads it."""
    chances = (0.0, *reading.chances, 0.0)
    recurs = duty.frequency not in (None, "once")
    facts = {
        ALWAYS: 1.0,
        "chance": log_odds(reading.chances[place]),
        "action": log_odds(sure),
        "dated": float(duty.first_due is not None),
        "recurs": float(recurs),
        "once, no day": float(duty.frequency == "once" and not duty.first_due),
        "time not understood": float(
            not duty.first_due and not recurs and _TIME.search(duty.text) is not None
        ),
        "chance before": chances[place],
        "chance after": chances[place + 2],
        "short": float(len(duty.text) < _SHORT),
    }
    here = [one.duty for one in reading.told if one.first == place]
    if here:
        beside = {"rule": 1.0, "rules": float(len(here) > 1)}
        beside |= _compared(duty, here[0], sure, "rule")
    else:
        beside = _among_the_told(reading, place, duty, found)
    return facts | beside | {action: float(duty.action == action) for action in ACTIONS}


def _among_the_told(
    reading: Reading, place: int, duty: Obligation, found: Sequence[Obligation]
) -> dict[str, float]:
    """What is known of a request that no rule found from those that rules found."""
    starts = {place for one in reading.told for place in (one.first, one.verb)}
    return {
        "told already": float(short(duty) in map(short, found)),
        "action told already": float(duty.action in [one.action for one in found]),
        "within another": float(any(one.first < place <= one.last for one in reading.told)),
        "nothing else told": float(not found),
        "after another": float(place - 1 in starts),
    }


def _compared(duty: Obligation, other: Obligation, sure: float, who: str) -> dict[str, float]:
    """How a duty agrees with the other way to read its clause; `sure`: the judge, of his action."""
    same = other.action == duty.action
    return {
        f"{who}: the same": float(short(other) == short(duty)),
        f"{who}: the same action": float(same),
        f"{who}: the same time": float(short(other)[1:] == short(duty)[1:]),
        f"{who}: another action": 0.0 if same else log_odds(sure),
        f"{who}: a day, here none": float(bool(other.first_due) and not duty.first_due),
        f"{who}: no day, here one": float(bool(duty.first_due) and not other.first_due),
    }
