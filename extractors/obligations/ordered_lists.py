"""What an order, or an announcement to those it names, lays on them in a list:
จึงสั่งการให้ส่วนราชการปฏิบัติ ดังนี้ ข้อ ๑ … ข้อ ๒ …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from extractors.obligations.asking_words import OFFICES
from extractors.obligations.clause_duties import of_clause
from extractors.obligations.duty import Context
from extractors.obligations.verbs import find_verbs
from extractors.record import Kind, Obligation
from extractors.text.clauses import Paragraph
from extractors.text.people import is_person

# whom an order can bid: units, those who serve in them, the reader
_SERVING = (
    rf"(?:{OFFICES}|\S{{2,30}}\s?ในสังกัด|ท่าน|หัวหน้า|ส่วนราชการ|หน่วย|สถานศึกษา|ข้าราชการ|พนักงาน|เจ้าหน้าที่|บุคลากร|ลูกจ้าง|ครู|อาจารย์|กำลังพล|ทุก"
    r"|นายอำเภอ|กำนัน|ปลัด|พัฒนาการ|เกษตร|ท้องถิ่น|แรงงาน|สาธารณสุข|ศึกษาธิการ"
    r"|ผู้(?:ว่าราชการ|ดำเนินการ|ดูแล|รับผิดชอบ|อยู่เวร|บังคับ|บริหาร|อำนวยการ|ปฏิบัติ|ขับ|มีราย|ได้รับ|ผ่าน|พัก|รับคำสั่ง))"
)
_NAMED = (
    r"(?:ผู้(?:ที่)?(?:มีราย|ได้รับ|ผ่าน|พัก|เช่า|กู้|สอบ)|นัก(?:เรียน|ศึกษา)\S*|\S{0,30}(?:ตามราย|ทุกราย|ข้างต้น)"
    # the issuer's own: ให้ทุกหน่วยงานในสังกัดถือปฏิบัติ ดังนี้ | กำหนดแนวปฏิบัติให้ทุกฝ่าย ดังนี้
    r"|ทุก(?:ส่วนงาน|ส่วนราชการ|หน่วยงาน|แผนก|ฝ่าย|กอง|กลุ่ม|งาน|คณะ|สำนัก|ศูนย์|สาขา|ภาควิชา|ส่วน)"
    r"|(?:ทุก)?(?:หน่วยงาน|ส่วนราชการ|กอง|กลุ่ม|ฝ่าย|แผนก|ศูนย์|โรงเรียน|สถานศึกษา|ข้าราชการ|บุคลากร|เจ้าหน้าที่|พนักงาน)\S{0,30}?(?:ในสังกัด|ในศาลากลาง|ในกำกับ|ภายใน(?:กรม|สำนัก|มหาวิทยาลัย|จังหวัด)))"
)
_BIDS = (
    r"(?:^|\s|จึง|โดย|สมควร|เห็นควร)"
    r"(?:มีคำสั่ง|สั่งการ|สั่ง|กำหนด(?:(?:มาตรการ|แนวทาง|แนว(?:ทาง)?(?:การ)?ปฏิบัติ|หลักเกณฑ์)[ก-๎]{0,30}?)?"
    r"|ประกาศ|กำชับ|ขอ|มอบหมาย(?:หน้าที่)?(?:ความรับผิดชอบ)?)?ให้\s?"
)
_ORDERS = re.compile(rf"{_BIDS}{_SERVING}[^ๆ]{{0,160}}$")
# จึงมีคำสั่ง ดังนี้ / ข้อ ๑ ให้กำนัน ผู้ใหญ่บ้าน ตรวจตรา… / ข้อ ๒ ห้ามกำนัน…
_ORDERS_SO = re.compile(
    r"(?:(?:มี)?คำสั่ง|สั่งการ|มอบหมายหน้าที่|(?:กำหนด|วาง)(?:มาตรการ|แนวทาง|แนวปฏิบัติ)\S{0,30}|ปฏิบัติ|ดำเนินการ)"
    r"\s?(?:ไว้)?\s?ดัง(?:ต่อไป)?นี้[\s:]*$"
)
_BIDS_THEM = re.compile(
    r"(?:ให้|ห้าม(?:มิให้)?)\s?(?!ผู้ใด|บุคคลใด|ประชาชน|ผู้ประกอบ|ผู้ขาย|ราษฎร|ความ|การ|คำ|ข้อ|ยกเลิก|นาย[ก-ฮ]\S+\s|นาง)"
)
_TELLS_THOSE = re.compile(rf"{_BIDS}{_NAMED}[^ๆ]{{0,160}}$")
# duties of a committee, names, powers given, rules for the public
_ELSE = re.compile(
    r"หน้าที่|แต่งตั้ง|ประกอบด้วย|อำนาจให้|มอบอำนาจ|ประชาชน|ผู้ประกอบ|ผู้ใด|คุณสมบัติ|เลื่อน|ลงโทษ|ดำรงตำแหน่ง|รักษา(?:ราช)?การ|จำนวน[^ๆ]{1,8}ราย"
)
# กองช่าง │ลอกท่อระบายน้ำ… | สำนักปลัดเทศบาล งานป้องกันฯ │จัดเวร…: whom, then what
_UNIT_FIRST = re.compile(rf"(?:{OFFICES})[ก-๎ฯ]{{2,40}}\s(?=[ก-ฮเ-ไ])")
_BIDDEN_WITHIN = re.compile(r"(?:ให้|ต้อง|พึง)(?!ความ|การ|แล้วเสร็จ|เสร็จ|ครบ|หมด)(?=[ก-ฮเ-ไ])")


def of_ordered_lists(
    body: Sequence[Paragraph], kind: Kind, written: str | None
) -> list[Obligation]:
    """One obligation for each item of a list under a sentence that bids; none where the items are
    names or most of them ask nothing to be done."""
    found: list[Obligation] = []
    for place, item in enumerate(body):
        below = body[place + 1] if place + 1 < len(body) else None
        asks = _ORDERS if kind == "order" else _TELLS_THOSE
        if below is None or below.marker not in ("1", "ก") or item.marker is not None:
            continue
        items = [*takewhile(lambda one: one.numbered, body[place + 1 :])]
        bids = asks.search(item.text)
        if bids is None and kind == "order" and _bids_each(items):
            bids = _ORDERS_SO.search(item.text)
        told = item.text.index("ให้", bids.start()) if bids and asks.search(item.text) else None
        public = told is not None and _ELSE.search(item.text, told)
        if bids is None or public:
            continue
        does = [one for one in items if _is_doing(one.text)]
        if len(does) * 3 < len(items) * 2 or any(is_person(one.text) for one in items):
            continue
        before = tuple(one.text for one in body[:place])
        context = Context(before, item.text, written)
        for one in does:
            found.append(of_clause([one], context))
            context = replace(context, before=(*context.before, one.text))
    return found


def _bids_each(items: Sequence[Paragraph]) -> bool:
    """Whether most items bid or forbid something to those who serve."""
    bidden = sum(_BIDS_THEM.match(one.text) is not None for one in items)
    return bidden * 2 > len(items)


def _is_doing(text: str) -> bool:
    """Whether an item begins with a doing, or bids somebody to one."""
    begins = find_verbs(text[:60])[:1]
    return (
        bool(begins and begins[0].action)
        or _UNIT_FIRST.match(text) is not None
        or text.startswith("ห้าม")
        or _BIDDEN_WITHIN.search(text) is not None
    )
