"""The clauses of a letter's body, each of which may ask for one thing of its own.

A paragraph is cut before words of asking (จึงขอให้, โปรด, ขอเชิญ), before words that tie one doing to
another (และ, แล้ว, พร้อมทั้ง, โดย), and at spaces, but for what only says when, where, with what or
how many (ภายในวันที่…, ณ…, จำนวน…): that belongs to the clause before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.obligations.verbs import find_verbs
from extractors.record import Obligation
from extractors.text.clauses import Paragraph
from extractors.text.offices import PREFIXES

# จึงขอให้│ทุกหน่วยงาน… | เพื่อโปรด│ส่ง… | ให้│ฝ่ายเครื่องจักรกลติดตั้ง…
_ASKING = (
    r"(?:จึง|และ|โดย|ใคร่|ทั้งนี้\s?)?(?:ขอให้|ขอความ(?:ร่วมมือ|กรุณา|อนุเคราะห์)|ขอ(?:เรียน)?เชิญ|ขอได้โปรด|โปรด(?!เกล้า|กระหม่อม)|"
    r"(?<!ความ)(?<!พระ)กรุณา|เพื่อ(?:ขอ)?โปรด)|(?:จึง|และ|โดย|แล้ว|กำหนด|มอบหมาย)ให้(?!การ|ความ)"
)
_LINK = (
    r"(?:และ|(?<!ได้ใช้)(?<!ที่ใช้)แล้ว(?=[ก-ฮเ-ไ])(?!เสร็จ|นั้น)|พร้อมทั้ง|พร้อมกับ|พร้อม(?=ส่ง|จัด|แจ้ง|แนบ|รายงานผล|ติดป้าย|ปิดป้าย|ปิดประกาศ)|รวมทั้ง|รวมถึง|ตลอดจน|จากนั้น|"
    r"โดย(?!เฉพาะ|ประมาณ|รวม|พร้อม|ด่วน|ทั่ว|สาร|ตรง|ทันที|เคร่งครัด|สะดวก|เร็ว|ชอบ|มิชอบ|อิสระ|สังเขป))"
    # …ณ ห้องประชุมชั้น ๒ │โดยแจ้งรายชื่อ…
    r"|(?<=[\d๐-๙]\s)(?:และ|แล้ว|โดย|พร้อมทั้ง)(?=แจ้ง|ส่ง|จัดส่ง|กรอก|ตอบ|ยืนยัน)"
    r"|(?<=\s)กับ(?!นา[ยง]|บริษัท|คณะ|ผู้)(?=[ก-ฮเ-ไ])"  # …ทุกแห่ง กับ│รายงานผล…
)
_COUNTED = r"\(?[\d๑-๙]{1,2}[.)]\s(?=[ก-ฮเ-ไ])"  # ดำเนินการ (๑) ตั้งด่าน… (๒) ซ่อมแซม…
_CUT = re.compile(rf"{_ASKING}|(?<=[ก-๎\d)”\"]){_LINK}|(?<=\s){_COUNTED}|(?<=\s)(?=\S)")
# What after a space says no doing of its own: when, where, how many, whose.
_GOES_ON = re.compile(
    r"(?:ภายใน|ใน(?!การนี้|ระหว่างน[ีั]้)|ระหว่าง(?!น[ีั]้)|ตั้งแต่|ก่อน|ไม่เกิน|ไม่ช้ากว่า|อย่างช้า|จนถึง|ถึง|เวลา|วัน|เดือน|ปี|พ\.ศ|น\.|นาฬิกา|ณ\s|ที่|ซึ่ง|จำนวน|"
    r"ทาง|ผ่าน|ตาม|นับ|ลงใน|ลงบน|ลงระบบ|ของ|เป็น(?!ประธาน)|เพื่อ(?!โปรด|ขอ)|เรื่อง|ครั้งที่|ไตรมาส|รอบ|ประจำ|ทุก(?:วัน|เดือน|ไตรมาส|ปี)|หรือ|กับ(?=นา[ยง]|บริษัท|คณะ|ผู้|[^ก-ฮเ-ไ])|แก่|แล้ว(?:\s|$)|ด้วย(?:\s|$)|ให้(?:ครบ|แล้วเสร็จ|เสร็จ|เรียบร้อย|ทัน|ถูกต้อง)|"
    r"คน|ชุด|ฉบับ|ราย(?!งาน)|จุด|บาท|แห่ง|เล่ม|แผ่น|คัน|ครั้ง|ชั่วโมง|หลัง|หมู่|อัน|ร้อยละ|"
    r"มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา|[ก-ฮ]{1,2}\.[ก-ฮ]|ๆ|ฯ|"
    r"(?:ไป|มา)(?:ยัง|ที่|ให้|ทาง)|[^ก-๎(]|\((?![\d๐-๙]{1,2}\)))"
)


# ณ│ อาคารเรียนรวม | จำนวน ๕│ เครื่อง | (๑)│ ตั้งด่าน, but not …๒๕๖๗│ บันทึกผล…
# nor …ม.ค. ๖๕│ สุ่มสังเกต…: a year
_UNFINISHED = re.compile(
    r"(?:(?:^|\s)(?:ณ|เรื่อง|ที่|ว่า|(?:ขอ)?ให้ทุก|\(?[\d๐-๙]{1,2}[.)])"
    r"|(?<![\d๐-๙.])(?<![ก-ฮ]\.\s)[\d๐-๙]{1,3})\s+$"
)


_IN_BRACKETS = re.compile(r"\([^()]{2,60}\)")  # ส่งแบบตอบรับ (สิ่งที่ส่งมาด้วย 2) ไปยัง…
# ส่งไปยังกองเผยแพร่│และประชาสัมพันธ์ ภายใน…: the name of an office, no doing
_OFFICE_AND = re.compile(
    rf"(?:{'|'.join(PREFIXES)})[ก-๎]{{2,40}}และ(?:ประชาสัมพันธ์|เผยแพร่|ประเมินผล|ติดตาม(?:ประเมินผล)?|ตรวจสอบ|"
    r"พัฒนา|ส่งเสริม|สนับสนุน|บริการ|ประสานงาน|ปรับปรุง|สื่อสาร|จัดหา|บำรุงรักษา)(?=\s|$)"
)
# ขบวนรณรงค์ “เมาไม่ขับ│ สวมหมวกนิรภัย”: what something is called
_CALLED = re.compile(r"“[^“”]{2,80}”")
# แจ้งวันและเวลา│ที่จะงดจ่ายกระแสไฟฟ้า…
_DAY_AND_HOUR = re.compile(r"วัน(?:ที่)?[\s,]*(?:และ)?\s?เวลา(?:[\s,]*(?:และ)?\s?สถานที่)?")
# ให้กลุ่มนิเทศ│ ติดตาม │และประเมินผลการจัดการศึกษา ภายใน…: the name of an office
_OF_THREE = re.compile(r"กลุ่ม(?:งาน)?นิเทศ\s?ติดตาม\s?และประเมินผล")
# โปรดลงนามในใบตอบรับ│และส่งคืนหอสมุดแห่งชาติ: one answer
_SIGNED = re.compile(
    r"(?:ลงนาม|ลงชื่อ|ลงลายมือชื่อ)[^\sๆ]{0,24}?(?:ใบ|แบบ)(?:ตอบ)?รับ[^\sๆ]{0,24}?\s?(?:และ|แล้ว)?\s?(?:จัด)?(?:ส่ง|คืน)"
)
# เพื่อคณะจะได้แจ้งให้นักศึกษาทราบและจัดเตรียมการนิเทศต่อไป: what the writer will do with it
_SO_THAT = re.compile(r"เพื่อ[ก-๎]{0,30}?จะ(?:ได้|นำ)[ก-๎]*")


@dataclass(frozen=True, slots=True)
class AskedClause:
    """`body[place].passage.text[start:end]`, which may ask for one thing."""

    place: int
    start: int
    end: int
    text: str


def cut_clauses(body: Sequence[Paragraph]) -> list[AskedClause]:
    """The clauses of the paragraphs of a body, in order.

    >>> from extractors.text.passage import Passage
    >>> from pipeline.models import Box, Line
    >>> said = "จึงขอให้อำเภอสำรวจแหล่งน้ำ และรายงานผล ภายในวันที่ ๕ มีนาคม ๒๕๖๗"
    >>> body = [Paragraph(Passage.of([Line(said, 1, Box(0, 0, 1, 1))]))]
    >>> [one.text for one in cut_clauses(body)]
    ['จึงขอให้อำเภอสำรวจแหล่งน้ำ ', 'และรายงานผล ภายในวันที่ ๕ มีนาคม ๒๕๖๗']
    """
    found: list[AskedClause] = []
    for place, item in enumerate(body):
        text = item.passage.text
        starts = [item.body]
        whole = [
            one.span()
            for kind in (
                _IN_BRACKETS,
                _OFFICE_AND,
                _SO_THAT,
                _CALLED,
                _DAY_AND_HOUR,
                _SIGNED,
                _OF_THREE,
            )
            for one in kind.finditer(text)
        ]
        for cut in _CUT.finditer(text, item.body):
            after_space = cut.end() == cut.start()
            if after_space and (
                _GOES_ON.match(text, cut.start()) or _UNFINISHED.search(text[: cut.start()])
            ):
                continue
            if any(start < cut.start() < end for start, end in whole):
                continue
            if cut.start() > starts[-1]:
                starts.append(cut.start())
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
            if text[start:end].strip():
                found.append(AskedClause(place, start, end, text[start:end]))
    return found


# เมื่อขนถ่ายเรียบร้อย│ขอให้ส่งคืนลัง… | ดังนั้น│ ให้อำเภอแต่งตั้ง… |
# สำหรับอำเภอเมืองลำปาง│ ขอให้จัด…: what is asked begins behind it
_LEADS_IN = re.compile(
    r"เมื่อ[^\sๆ]{2,60}?(?:แล้ว|เรียบร้อย|เสร็จ|ครบ|สิ้นสุด)\s?(?=(?:ขอให้|โปรด|กรุณา))"
    r"|(?:(?:ดังนั้น|ทั้งนี้|อนึ่ง|ในการนี้|บัดนี้|สำหรับ\S{2,60}|เพื่อ(?:(?!ขอให้|โปรด)[^ๆ]){4,140}?)\s+)+(?=(?:จึง)?(?:ขอ(?!ง)|โปรด|กรุณา|ให้))"
)


@dataclass(frozen=True, slots=True)
class Told:
    """Where a duty that was found stands: its first and last clause, and that of its verb."""

    duty: Obligation
    first: int
    verb: int
    last: int


def places_of(
    duties: Sequence[Obligation], body: Sequence[Paragraph], clauses: Sequence[AskedClause]
) -> list[Told]:
    """Where each duty stands among the clauses; one whose words are not found is left out."""
    flat, at = _squeezed(body)
    starts = [bisect_left(at, (clause.place, clause.start)) for clause in clauses]
    found: list[Told] = []
    since = 0
    for duty in duties:
        words = "".join(duty.text.split())
        spans = ((flat.find(words[:n], s), n) for n in (len(words), 40, 20) for s in (since, 0))
        start, length = next(((s, n) for s, n in spans if s >= 0), (-1, 0))
        if start < 0 or not words:
            continue
        since = start
        verb = start + len("".join(duty.text[: _verb_in(duty)].split()))
        end = start + min(length, len(words)) - 1
        lead = _LEADS_IN.match(duty.text)
        begin = start + len("".join(lead[0].split())) if lead else start
        found.append(Told(duty, *(_clause_at(starts, place) for place in (begin, verb, end))))
    return found


def _verb_in(duty: Obligation) -> int:
    """Where the verb of a duty stands in its text."""
    verbs = find_verbs(duty.text)
    sends = ("report", "reply")
    same = [
        one
        for one in verbs
        if one.action == duty.action or (one.action in sends and duty.action in sends)
    ]
    return (same or verbs)[0].start if verbs else 0


def _squeezed(body: Sequence[Paragraph]) -> tuple[str, list[tuple[int, int]]]:
    """The body without its spaces, and where each letter stands."""
    flat: list[str] = []
    at: list[tuple[int, int]] = []
    for place, item in enumerate(body):
        text = item.passage.text
        flat += text.split()
        at += [(place, offset) for offset, letter in enumerate(text) if not letter.isspace()]
    return "".join(flat), at


def _clause_at(starts: Sequence[int], place: int) -> int:
    return max(0, bisect_right(starts, place) - 1)
