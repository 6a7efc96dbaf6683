"""Requests without a word of asking: what must be done, what is to be done by a day, what a fronted
thing or person is to be or do (คันที่ใช้การไม่ได้│ให้ทำบัญชี…).

A clause is taken for one only where nothing says that its doing is the writer's, is past, is told
by others, is law, or belongs to a case that may come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.obligations.asking import WHICHEVER, Request, introduces, own_part
from extractors.obligations.asking_words import OFFICES
from extractors.obligations.times.due_days import due_days
from extractors.obligations.verbs import find_verbs
from pipeline.thai_digits import arabic

# what makes a clause the writer's own, past, told of others, law, an offer, or a case
_NOT_ASKED = re.compile(
    r"จำเป็น|เห็นว่า|ที่ประชุม|จะ(?!ต้อง|ได้)|(?<!ไม่)ได้(?!แก่|โดย|รับคำตอบ)|เมื่อวัน|มติ|แจ้งว่า|เรียนว่า|ขอเรียน|ปรากฏ|ตามที่|ระเบียบ|มาตรา|พระราช|กฎหมาย|กฎกระทรวง"
    r"|หาก|ถ้า|กรณี|ผู้ใด|สนใจ|ประสงค์|สามารถ|มีสิทธิ|เปิดรับ|รับสมัคร|ขยายเวลา|สิ้นสุด|ครบวาระ|มีผล|ขอส่ง|ขออนุ|เห็นควร|เคย|ยัง(?!สำนัก|กรม|กอง|จังหวัด|อำเภอ)"
    rf"|{WHICHEVER}|กำหนด(?!ส่ง|ให้)|ประกาศผล|ลงวันที่|นับแต่|ตั้งแต่(?!เวลา)|ซึ่ง|ด้วย(?=[ก-ฮ])|เนื่องจาก"
)
_AGENT = (
    rf"(?:{OFFICES}|ท่าน|ทุก|คณะ|สาขา|เจ้าหน้าที่|บุคลากร|พนักงาน|ข้าราชการ|ลูกจ้าง|อาจารย์|ครู|หัวหน้า|หน่วย|ผู้จัดการ|ผู้อำนวยการ"
    r"|สหกรณ์|บริษัท|ร้าน|ฟาร์ม|เจ้าของ|นายจ้าง|กรรมการ|ผู้(?:ใช้|ปกครอง|รับจ้าง|เข้า|มีราย|ได้รับ|ปฏิบัติ|เช่า|ขับ))"
)
_KIND = re.compile(r"ครู|อาจารย์|หัวหน้า|เจ้าหน้าที่|พนักงาน|ผู้อำนวยการ|นักเรียน|นักศึกษา|ฝ่าย|กอง|งาน|กลุ่ม")
# คณะ│จึงต้องนำต้นฉบับ… | เจ้าหน้าที่ทุกท่าน│ต้องลงจากอาคาร… | สาขา│จะต้องทบทวน…
_MUST = re.compile(
    rf"(?:^|(?<=\s)){_AGENT}[^\sๆ]{{0,60}}?(?:ทุก\S{{1,12}})?\s?(?P<must>(?<!ไม่)(?<!มิ)(?<!ถูก)(?:จึง|จะ|จัก|พึง)?ต้อง|พึง|จึงควร|ควร)"
    r"(?!การ|ขัง|หา|โทษ|คดี|เสีย|ถูก|รับผิด|ห้าม|ไม่|มีคุณ|หา|ได้รับ|เป็นไป|อยู่ใน|ใช้)(?=[ก-ฮเ-ไ])"
)
_NO_MUST = re.compile(
    r"จำเป็น|เห็นว่า|แจ้งว่า|มติ|ระเบียบ|มาตรา|พระราช|กฎหมาย|กฎกระทรวง|ข้อกำหนด|หาก|ถ้า|กรณี|กำหนดให้|ผู้ใด|ประสงค์|สนใจ|ไม่ต้อง"
)
_FORBIDS = re.compile(
    r"(?:^|(?<=\s))(?P<ties>ทั้งนี้\s?|และ|อนึ่ง\s?|ทั้ง)?(?P<no>ห้าม(?!มิให้ผู้ใด)|(?(ties)(?:มิให้|อย่า(?!ง)(?:ให้)?)|(?!)))(?=[ก-ฮเ-ไ])"
)
_TIED = re.compile(r"(?:ทั้งนี้\s?|และ|อนึ่ง\s?|ทั้ง)(?:ห้าม|มิให้|อย่า)")
# คันที่ใช้การไม่ได้│ให้ทำบัญชี… | ผลัดแรก│ให้มาถึง… | บัญชีรายชื่อ│ให้ถึงงานกำลังพล ภายใน…
_FRONTED = re.compile(
    r"(?:^|(?<=\s))(?P<topic>[ก-๎A-Za-z\d./]{2,60}?)(?P<bids>ให้)(?!ยุติ)(?=(?P<asked>[ก-ฮเ-ไ]\S*))"
)
_NO_TOPIC = re.compile(
    r"(?:ทำ|ผล|ก่อ|เพื่อ|มิ|ไม่|ขอ|แจ้ง|กำหนด|อนุญาต|อนุมัติ|ช่วย|ควร|ประสงค์|ต้องการ|ยอม|บังคับ|แนะนำ|สามารถ|พร้อม|อาจ|จะ|(?<!ไม่)ได้|มี|ต้อง"
    r"|ที่|ซึ่ง|สั่ง|หนังสือ|มอบ|กำลังใจ|มติ|นโยบาย|พิพากษา|วินิจฉัย|เหตุ|ยัง|และ|โดย|แล้ว|กับ|หรือ|ต่อ|เรียก|บัญชา|คำสั่ง|เสนอ|หมาย|ชอบ|เปิด|จึง|นี้|ทั้ง|จน|ดู|ปล่อย|ใช้|เป็น|อยู่|ไว้|ไป|มา|กัน|ด้วย|ว่า)$"
)
_RELATIVE = re.compile(r"(?<=[ก-๎])(?:ที่|ซึ่ง).*")  # คัน│ที่ใช้การไม่ได้
_MUST_ARRIVE = re.compile(rf"(?:ต้อง|ให้)ถึง(?:{OFFICES}|มือ)")  # บัญชีรายชื่อ…│ต้องถึงกองกลางก่อน…
_WHO = re.compile(_AGENT)  # แบบพิมพ์เดิมที่คงเหลือให้│สาขาทำลาย…
_ARRIVES = re.compile(r"ถึง\S{2,60}\s?(?:ภายใน|ก่อน|ไม่เกิน|ใน)")
_BREAKS = re.compile(
    r"(?:น\.|\d{4}|\d\d|ทั้งนี้|อนึ่ง|อีกทั้ง)\s+(?=[ก-ฮเ-ไ])"
)  # ends of sentences before a due day
_WISHES = re.compile(r"ขอ(?!ง|บ)|โปรด|กรุณา|เชิญ")
_CLOSES = re.compile(r"จึง(?:ขอ)?(?:เรียน|แจ้ง|นมัสการ|เสนอ)มา|ขอแสดง")
_LONGEST = 240  # letters of a clause before the day by which it is to be done
_FAR = 1000  # letters within which a sentence has begun; a paragraph may be a whole book


def with_bare_requests(
    text: str, known: Sequence[Request], marked: bool = False, written: str | None = None
) -> list[Request]:
    """The requests of a paragraph, those that no word of asking begins among them. In one of a list
    (`marked`) a day alone says nothing: it may be a calendar's; nor does one before the letter was
    `written` (ISO)."""
    own = own_part(text)
    if introduces(text) and own == 0:  # after the sentence that says why
        breaks = [found.end() for found in _BREAKS.finditer(arabic(text))]
        own = breaks[0] if breaks else len(text)
    if _CLOSES.match(text):
        return list(known)
    found = [*_musts(text, own), *_fronted(text, own), *_forbidden(text, own)]
    sentences = {found.end() for found in _BREAKS.finditer(arabic(text))}
    found = [
        one
        for one in found
        if one.start in sentences
        or _TIED.match(text, one.start)
        or not _is_within(one.start, known)
    ]
    found += [] if marked else _by_a_day(text, own, [*known, *found], written)
    found += _by_the_same(text, [*known, *found])
    if not found:
        return list(known)
    return _in_turn([*known, *found])


def _is_within(place: int, known: Sequence[Request]) -> bool:
    return any(one.start <= place < one.end for one in known)


def _musts(text: str, own: int) -> list[Request]:
    return [
        Request(match.start(), match.end(), len(text), "bare", False)
        for match in _MUST.finditer(text, own)
        if not (
            _NO_MUST.search(match[0]) or _NO_MUST.search(_said_before(text, own, match.start()))
        )
    ]


def _forbidden(text: str, own: int) -> list[Request]:
    """What is not to be done: ทั้งนี้ ห้ามแลกเปลี่ยนผลกับห้องปฏิบัติการอื่น."""
    return [
        Request(match.start(), match.start("no"), len(text), "bare", False)
        for match in _FORBIDS.finditer(text, own)
        if not _NO_MUST.search(_said_before(text, own, match.start()))
    ]


def _fronted(text: str, own: int) -> list[Request]:
    found: list[Request] = []
    for match in _FRONTED.finditer(text, own):
        topic = match["topic"]
        arrives = _ARRIVES.match(text, match.end("bids")) is not None
        quoted = text.count("“", 0, match.start()) != text.count("”", 0, match.start())
        if quoted or topic.startswith("การ") or _NO_TOPIC.search(topic) or _NOT_ASKED.search(topic):
            continue
        if find_verbs(_RELATIVE.sub("", topic)) and not arrives:
            continue
        verbs = find_verbs(text[match.end("bids") : match.end("asked")])
        begins = verbs and (verbs[0].start == 0 or _WHO.match(match["asked"]))
        does = begins and verbs[0].action is not None
        if does or arrives:
            found.append(Request(match.start(), match.end("bids"), len(text), "bare", False))
    return found


def _by_a_day(text: str, own: int, known: Sequence[Request], written: str | None) -> list[Request]:
    """Clauses that tell a day by which something is to be done, and nothing else of it."""
    found: list[Request] = []
    begun = own
    days = due_days(text)
    asked = {day.value for day in days if _is_within(day.start, known)}
    for mention in days:
        if mention.start < own or _is_within(mention.start, known):
            begun = max(begun, mention.end)
            continue
        begun = max([begun, *(one.end for one in known if one.end <= mention.start)])
        breaks = [found.end() for found in _BREAKS.finditer(arabic(text), begun, mention.start)]
        start = breaks[-1] if breaks else begun
        clause = text[start : mention.start]
        told = _NOT_ASKED.search(clause) or _WISHES.search(clause) or mention.value in asked
        told = told or bool(written and mention.value and mention.value < written)
        does = find_verbs(clause) or _MUST_ARRIVE.search(clause)
        if len(clause) < _LONGEST and does and not told:
            lead = len(clause) - len(clause.lstrip())
            found.append(Request(start + lead, start + lead, len(text), "bare", False))
        begun = mention.end
    return found


def _by_the_same(text: str, known: Sequence[Request]) -> list[Request]:
    """What others of the same kind are to do, told after what the first are:
    ครูประจำชั้นจัดห้องเรียน…ภายในวันที่… │ครูผู้สอนทุกคนจัดทำแผน…"""
    found: list[Request] = []
    for one in known:
        agent = _KIND.match(text, one.start) if one.manner == "bare" else None
        if agent is None:
            continue
        starts = [again.start() for again in re.finditer(rf"(?<=\s){agent[0]}", text[: one.end])]
        starts = [start for start in starts if start > one.start]
        for start, end in pairwise([*starts, one.end]):
            clause = text[start:end]
            if find_verbs(clause) and not _NOT_ASKED.search(clause):
                found.append(Request(start, start, len(text), "bare", False))
    return found


def _said_before(text: str, own: int, place: int) -> str:
    """The last two pieces of a sentence before a place, as spaces part them."""
    near = max(own, place - _FAR)
    breaks = [found.end() for found in _BREAKS.finditer(arabic(text), near, place)]
    return " ".join(text[breaks[-1] if breaks else near : place].split()[-2:])


def _in_turn(found: Sequence[Request]) -> list[Request]:
    """The requests in the order of the text, each ending at the latest where the next begins."""
    turned: list[Request] = []
    for one in sorted(found, key=lambda request: (request.start, request.asked)):
        if turned and one.start <= turned[-1].asked + len("มิ"):  # และมิ│ให้: one word
            continue
        if turned and turned[-1].end > one.start:
            turned[-1] = replace(turned[-1], end=one.start)
        turned.append(one)
    return turned


# แนวทางซึ่งหอผู้ป่วยต้องถือปฏิบัติ คือ │๑. เก็บตัวอย่าง… ๒. สังเกต…: what a list of doings may follow
_NO_BIDDING = re.compile(
    r"(?<!ไม่)ได้|ผล(?!การ)|ปรากฏ|มติ|สรุป|รายละเอียด|กำหนดการ|ประกอบด้วย|วาระ|จะ(?!ต้อง)|เอกสาร|หลักฐาน|คุณสมบัติ|เหตุ|ข้อเท็จจริง|ขออนุ"
    r"|เห็นควร(?!ให้(?:ถือ)?ปฏิบัติ)|พิจารณา|เรียนว่า|ชี้แจง|อำนาจ|แต่งตั้ง|ภารกิจ|ขอ(?!ความ|ให้|เชิญ|แจ้ง(?:ข้อ|แนว(?:ทาง)?(?:การ)?)ปฏิบัติ|ทบทวน|กำหนด|ร้อง)|บัญชี|รายการ|ตาราง|ปฏิทิน|ซักซ้อม|ระเบียบ|หลักเกณฑ์|วัตถุประสงค์"
)
_TO_DO = re.compile(
    r"(?:ข้อ|แนว(?:ทาง)?(?:การ)?)ปฏิบัติ|รับผิดชอบ|รับไปปฏิบัติ|ถือปฏิบัติ|ปฏิบัติ\s?(?:ดัง|คือ)|พึง|ต้อง|ขอร้อง"
)
# ขอสรุปข้อสั่งการเพื่อให้ส่วนราชการรับไปปฏิบัติ ดังนี้
_TO_BE_ACTED_ON = re.compile(
    r"(?:เพื่อ|ให้)[^ๆ]{0,60}?(?:รับไป|นำไป|ถือ)?(?:ปฏิบัติ|ดำเนินการ|ใช้)[^ๆ]{0,50}?(?:ดัง(?:ต่อไป)?นี้|คือ)[\s:]*$"
)
_SHOWS_A_LIST = re.compile(r"(?:ดัง(?:ต่อไป)?นี้|ต่อไปนี้|คือ|ได้แก่|ข้อปฏิบัติว่า|ขอร้อง\S{0,40}ว่า)[\s:]*$")


# นายกเทศมนตรี…เห็นชอบ และ│สั่งการดังนี้ | อำเภอจึง│แบ่งมอบภารกิจ ดังนี้
# ขอแจ้งให้คณะครู│ได้ดำเนินการดังต่อไปนี้
_BIDS_SO = re.compile(
    r"(?:(?:และ|จึง|ได้|มีข้อ|โดย)(?:สั่งการ|กำชับ|(?:แบ่ง)?มอบ(?:หมาย)?(?:ภารกิจ|งาน|หน้าที่))|ให้(?=ทุก|คณะ|ครู|หน่วย|ส่วน|ท่าน|ผู้|พนักงาน|เจ้าหน้าที่|บุคลากร|ข้าราชการ)[^ๆ]{2,50}?(?:ได้)?(?:ถือ)?(?:ปฏิบัติ|ดำเนินการ))"
    r"[^ๆ]{0,40}?ดัง(?:ต่อไป)?นี้[\s:]*$"
)
_NEAR = 60  # letters of an item within which its doer and its verb stand: กองช่างสุขาภิบาล │ลอกท่อ…


def bids_list(text: str, items: Sequence[str]) -> Request | None:
    """The request of a sentence that only shows a list of things to do, without asking."""
    own = own_part(text)
    if len(items) > 1 and _BIDS_SO.search(text):
        does = sum(any(verb.action for verb in find_verbs(item[:_NEAR])) for item in items)
        if does * 3 >= len(items) * 2:
            return Request(min(own, len(text)), len(text), len(text), "bare", False)
    shown = _SHOWS_A_LIST.search(text, own) is not None
    to_act = _TO_BE_ACTED_ON.search(text, own)
    if len(items) < 3 - shown or (_NO_BIDDING.search(text, own) and not to_act):
        return None
    begun = [verbs[0] for verbs in (find_verbs(item[:40]) for item in items) if verbs]
    does = sum(verb.start == 0 and verb.action is not None for verb in begun)
    if shown and _TO_DO.search(text, own):  # ค่าบำรุงสถานที่ │โอนเข้าบัญชี…: the thing may come first
        does = sum(bool(find_verbs(item)) for item in items)
    asks = does * 3 >= len(items) * 2
    return Request(own, len(text), len(text), "bare", False) if asks else None
