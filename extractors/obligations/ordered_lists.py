"""What an order, or an announcement to those it names, lays on them in a list:
จึงสั่งการให้ส่วนราชการปฏิบัติ ดังนี้ ข้อ ๑ … ข้อ ๒ …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from extractors.obligations.asking_words import OFFICES, SERVING
from extractors.obligations.clause_duties import of_clause, only_tells
from extractors.obligations.duty import Context
from extractors.obligations.verbs import find_verbs
from extractors.record import Kind, Obligation
from extractors.text.clauses import Paragraph
from extractors.text.people import is_person

_NAMED = (
    r"(?:ผู้(?:ที่)?(?:มีราย|ได้รับ|ผ่าน|พัก|เช่า|กู้|สอบ|ปกครอง(?!ท้อง))|สมาชิก|นัก(?:เรียน|ศึกษา)\S*|\S{0,30}(?:ตามราย|ทุกราย|ข้างต้น)"
    # the issuer's own: ให้ทุกหน่วยงานในสังกัดถือปฏิบัติ ดังนี้ | กำหนดแนวปฏิบัติให้ทุกฝ่าย ดังนี้
    r"|ทุก(?:ส่วนงาน|ส่วนราชการ|หน่วยงาน|แผนก|ฝ่าย|กอง|กลุ่ม|งาน|คณะ|สำนัก|ศูนย์|สาขา|ภาควิชา|ส่วน)"
    r"|(?:ทุก)?(?:หน่วยงาน|ส่วนราชการ|กอง|กลุ่ม|ฝ่าย|แผนก|ศูนย์|โรงเรียน|สถานศึกษา|ข้าราชการ|บุคลากร|เจ้าหน้าที่|พนักงาน)\S{0,30}?(?:ในสังกัด|ในศาลากลาง|ในกำกับ|ภายใน(?:กรม|สำนัก|มหาวิทยาลัย|จังหวัด)"
    r"|(?:ใน|ของ)(?:โรงพยาบาล|โรงเรียน|วิทยาลัย|มหาวิทยาลัย|คณะ|สถาบัน|สำนัก|กรม|กอง|ศูนย์|เทศบาล|องค์การ|บริษัท|เรือนจำ))"
    r"|(?:คณะ)?ครู|อาจารย์|บุคลากร|ข้าราชการ|เจ้าหน้าที่|พนักงาน|ลูกจ้าง|เวร)"
)
_BIDS = (
    r"(?:^|\s|จึง|และ|โดย|สมควร|เห็นควร)"
    r"(?:มีคำสั่ง|สั่งการ|สั่ง|กำหนด(?:(?:มาตรการ|แนวทาง|แนว(?:ทาง)?(?:การ)?ปฏิบัติ|หลักเกณฑ์)[ก-๎]{0,30}?)?"
    r"|ประกาศ|กำชับ|ขอ|มอบหมาย(?:หน้าที่)?(?:ความรับผิดชอบ)?)?ให้\s?"
)
_ORDERS = re.compile(rf"{_BIDS}{SERVING}[^ๆ]{{0,160}}$")
# จึงมีคำสั่ง ดังนี้ / ข้อ ๑ ให้กำนัน ผู้ใหญ่บ้าน ตรวจตรา… / ข้อ ๒ ห้ามกำนัน…
_ORDERS_SO = re.compile(
    r"(?:(?:มี)?คำสั่ง|สั่งการ|มอบหมายหน้าที่|(?:กำหนด|วาง)(?:มาตรการ|แนวทาง|แนวปฏิบัติ)\S{0,30}|ปฏิบัติ|ดำเนินการ)"
    r"\s?(?:ไว้)?\s?ดัง(?:ต่อไป)?นี้[\s:]*$"
)
# จึงให้นายทหารเวรปฏิบัติดังนี้ | …ประจำหน่วยเลือกตั้ง โดยถือปฏิบัติ ดังนี้: how to act is told, whoever is to
_ACT_SO = re.compile(
    r"(?:ถือ)?(?:ปฏิบัติ|ดำเนินการ)(?!หน้าที่|งาน)(?:ตาม(?:มาตรการ|แนวทาง|ขั้นตอน)|ให้(?:เป็น)?|โดย)?\S{0,12}?\s?ดัง(?:ต่อไป)?นี้[\s:]*$"
)
_SERVES = re.compile(r"ปฏิบัติหน้าที่")  # …ประจำหน่วยเลือกตั้ง โดยถือปฏิบัติ ดังนี้
_BIDS_ANYBODY = re.compile(
    r"(?:^|\s|จึง|และ|โดย|สมควร|คำสั่ง|สั่งการ|กำหนด|กำชับ|มอบหมาย)ให้\s?(?!ความ|การ|เป็น|มี|เกิด|ได้|แก่|กับ|ไว้)(?=[ก-ฮเ-ไ])"
)
_BIDS_THOSE_WHO_SERVE = re.compile(rf"(?:ข้อ\s?\S{{1,3}}\s)?(?:ให้\s?{SERVING}|ห้าม)")
_BIDS_THEM = re.compile(
    r"(?:ให้|ห้าม(?:มิให้)?)\s?(?!ผู้ใด|บุคคลใด|ประชาชน|ผู้ประกอบ|ผู้ขาย|ราษฎร|ความ|การ|คำ|ข้อ|ยกเลิก|นาย[ก-ฮ]\S+\s|นาง)"
)
_TELLS_THOSE = re.compile(rf"{_BIDS}{_NAMED}[^ๆ]{{0,160}}$")
# duties of a committee, names, powers given, rules for the public
_ELSE = re.compile(
    r"(?<!เจ้า)หน้าที่|แต่งตั้ง|ประกอบด้วย|อำนาจให้|มอบอำนาจ|ประชาชน|ผู้ประกอบ|ผู้ใด|คุณสมบัติ|เลื่อน|ลงโทษ|ดำรงตำแหน่ง|รักษา(?:ราช)?การ|จำนวน[^ๆ]{1,8}ราย"
)
# กองช่าง │ลอกท่อระบายน้ำ… | สำนักปลัดเทศบาล งานป้องกันฯ │จัดเวร…: whom, then what
_UNIT_FIRST = re.compile(rf"(?:{OFFICES})[ก-๎ฯ]{{2,40}}\s(?=[ก-ฮเ-ไ])")
# การลงเวลา │ถือเป็นหลักฐาน… | ผู้ฝ่าฝืน │จะถูก… : what is so, nothing to do
_STATES = re.compile(
    r"[^\s]{2,60}?\s?(?:จะ(?!ต้อง)|ถือ(?:เป็น|ว่า)|มีสิทธิ|เป็นไปตาม|ได้แก่|หมายถึง|มีผล)|(?:การ|ความ|ผู้ใด)"
)
_BIDDEN_WITHIN = re.compile(r"(?:ให้|ต้อง|พึง)(?!ความ|การ|แล้วเสร็จ|เสร็จ|ครบ|หมด)(?=[ก-ฮเ-ไ])")


def of_ordered_lists(
    body: Sequence[Paragraph], kind: Kind, written: str | None
) -> list[Obligation]:
    """One obligation for each item of a list under a sentence that bids; none where the items are
    names or most of them ask nothing to be done."""
    found: list[Obligation] = []
    for place, item in enumerate(body):
        first = body[place - 1] if place else None
        if item.marker not in ("1", "ก") or (first is not None and first.marker is not None):
            continue
        said = first.text if first else ""
        items = [*takewhile(lambda one: one.numbered, body[place:])]
        if not _is_bidden(said, items, kind) or any(is_person(one.text) for one in items):
            continue
        asking = [one for one in items if not only_tells([one])]
        does = [one for one in asking if _is_doing(one.text)]
        so = _ACT_SO.search(said) is not None
        if len(does) * 3 < len(asking) * (1 if so else 2):
            continue
        if so:  # อยู่ประจำสำนักงานตลอดเวลาเวร: how to act, by whatever verb
            does = [one for one in asking if one in does or not _states(one, items)]
        context = Context(tuple(one.text for one in body[: max(0, place - 1)]), said, written)
        for one in does:
            found.append(of_clause([one], context))
            context = replace(context, before=(*context.before, one.text))
    return found


def _states(item: Paragraph, items: Sequence[Paragraph]) -> bool:
    """Whether an item asks for nothing: it says what is so, or heads those below it."""
    heads = any((one.marker or "").startswith(f"{item.marker}.") for one in items)
    return heads or _STATES.match(item.text) is not None


def _is_bidden(text: str, items: Sequence[Paragraph], kind: Kind) -> bool:
    """Whether the sentence over a list lays it on those who serve, or on those who are named."""
    asks = _ORDERS if kind == "order" else _TELLS_THOSE
    bids = asks.search(text)
    so = _ACT_SO.search(text)
    if bids:
        told = text[text.index("ให้", bids.start()) : so.start() if so else len(text)]
        return _ELSE.search(_SERVES.sub("", told) if so else told) is None
    if kind != "order":
        return False
    anybody = [*_BIDS_ANYBODY.finditer(text)]
    if so and anybody and not _ELSE.search(_SERVES.sub("", text[anybody[-1].end() : so.start()])):
        return True
    if _ORDERS_SO.search(text):
        return _bids_each(items)
    serve = sum(_BIDS_THOSE_WHO_SERVE.match(one.text) is not None for one in items)
    return _ELSE.search(text) is None and len(items) > 1 and serve * 2 > len(items)


def _bids_each(items: Sequence[Paragraph]) -> bool:
    """Whether half of the items or more bid or forbid something to those who serve."""
    bidden = sum(_BIDS_THEM.match(one.text) is not None for one in items)
    return bidden * 2 >= len(items)


def _is_doing(text: str) -> bool:
    """Whether an item begins with a doing, or bids somebody to one."""
    begins = find_verbs(text[:60])[:1]
    return (
        bool(begins and begins[0].action)
        or _UNIT_FIRST.match(text) is not None
        or text.startswith("ห้าม")
        or _BIDDEN_WITHIN.search(text) is not None
    )
