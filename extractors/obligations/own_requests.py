"""Which requests of a paragraph are the writer's own, to those who are written to: not what others
asked, nor what a memo lays before its writer's superior."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.head.blocks import cut_blocks
from extractors.obligations.asking import Request, find_requests, introduces, own_part
from extractors.obligations.asking_bare import with_bare_requests
from extractors.record import Kind
from extractors.text.clauses import Paragraph
from extractors.text.offices import PREFIXES
from pipeline.models import Document

# เห็นควรให้กองช่าง… | จึงเรียนมาเพื่อโปรดพิจารณา ๑. อนุมัติ… | โปรดอนุญาตให้…
_PROPOSES = re.compile(
    r"หาก(?:เห็น(?:ชอบ|ควร|สมควร)|ไม่ขัดข้อง|อนุมัติ)\S{0,12}(?:\s?(?:ขอ)?(?:ได้)?โปรด)$|เห็น(?:ควร|สมควร|ควรให้)|เพื่อ(?:โปรด)?พิจารณา(?:\s?(?:ดังนี้|ดังต่อไปนี้)?$|\s?(?:อนุมัติ|อนุญาต|เห็นชอบ|ลงนาม|สั่งการ))"
    r"|ขอ(?:ได้)?โปรดพิจารณา\s?(?:ดัง(?:ต่อไป)?นี้)?$|จึงเรียนมาเพื่อ.*(?:อนุญาต|อนุมัติ|เห็นชอบ)ให้"
)
_TO_BE_DONE = re.compile(r"^จึง(?:เรียน|แจ้ง|เสนอ)มาเพื่อ(?!.*(?:พิจารณา|อนุมัติ|ลงนาม)).*(?:ดำเนินการ|ปฏิบัติ)")
_OWN_BIDDING = re.compile(r"จึง(?:ใคร่)?(?:ขอให้|ขอความ|ขอเชิญ|ขอเรียนเชิญ|ให้)|\sให้ท่าน")
# ขออนุมัติจัดโครงการ… และขอให้│แต่งตั้งคณะทำงาน: what else the superior is to do
_ASKS_LEAVE = re.compile(r"ขอ(?:อนุมัติ|อนุญาต)")
_ASKS_BESIDES = re.compile(r"จึง(?:ใคร่)?ขอ(?!อนุ)|ขอให้|ขอความ|โปรด(?!พิจารณา)|กรุณา")
_SOMEBODY = re.compile(rf"\s?(?:งาน|ทุก|ผู้|ครู|เจ้าหน้าที่|บุคลากร|หน่วย|{'|'.join(PREFIXES)})")
# อธิบดีเห็นชอบให้กองคลังปฏิบัติตามข้อเสนอแนะ ดังนี้: a superior's decision, passed on to whom it binds
_DECIDED = re.compile(
    r"(?:^|\s)(?:อธิบดี|ปลัด|ผู้ว่าราชการ|ผู้อำนวยการ|นายก|นายอำเภอ|คณบดี|อธิการบดี|ผู้บังคับ|ผู้บัญชา|ผบ\.|ผบก\.)\S{0,40}\s?"
    r"(?:ได้)?(?:พิจารณาแล้ว\s?)?(?:เห็นชอบ|อนุมัติ|มีบัญชา|บัญชา|สั่งการ|มีข้อสั่งการ|มอบหมาย|มีคำสั่ง|กำชับ)ให้"
    r"(?=\S.*(?:นี้|ดังนี้คือ|\sคือ)[\s:]*$)"
)
# รัฐมนตรีพิจารณาแล้ว มีบัญชา│ให้กรมจัดทำแผน… / จึงเรียนมาเพื่อดำเนินการตามบัญชา
_COMMANDED = re.compile(r"พิจารณาแล้ว\s?(?:ได้)?(?:มีบัญชา|บัญชา|สั่งการ|มีข้อสั่งการ|มอบหมาย|มีดำริ)ให้(?=\S)")
_AS_DECIDED = re.compile(r"(?:ดำเนินการ|ปฏิบัติ)\S{0,20}ตาม(?:บัญชา|ข้อสั่งการ|ที่สั่งการ|คำสั่ง|ดำริ)")
# ด้วยอำเภอได้รับแจ้งจากจังหวัดว่า … จึงให้อำเภอ…: the province's words
_RELATED_BY = re.compile(r"ได้รับแจ้ง\S*\s?ว่า|(?<!ขอ)(?<!ขอเรียน)แจ้งว่า")
# จังหวัดได้รับแจ้งจากกรมว่า … กรม│จึงขอให้จังหวัด…: what was asked of the writer
_TOLD_BY = re.compile(r"ได้รับ(?:แจ้ง|หนังสือ|การประสาน)\S*?จาก(?P<who>[ก-๎.]{3,60}?)\s?ว่า")
# กรมแจ้งว่า… │ให้ทุกจังหวัด…, ที่ประชุมมีมติ │ให้ทุกกอง…: words of others
_TELLS = re.compile(r"แจ้งว่า|แจ้งให้|มีมติ|สั่งการ|ข้อสั่งการ|บัญชา|มีหนังสือ|ได้รับแจ้ง|กำหนดให้|ระเบียบ|พระราชบัญญัติ")
_BIDS = re.compile(r"(?<=\s)(?:ขอ|จึง)?ให้\s?")
_UNIT = re.compile(
    r"(?:ฝ่าย|กลุ่ม(?:งาน)?|งาน|กอง|แผนก|ส่วน|สาขาวิชา|ภาควิชา)[ก-๎]{3,}|(?:[ก-๎]{1,6}\.){2,}[\d๐-๙]*"
)
# หัวหน้าแดน│ทุกแดน, สาขา│ทุกสาขา, โรงพยาบาลส่งเสริมสุขภาพตำบล │ทุกแห่ง
_ALL_OF = re.compile(r"(?P<who>(?:[ก-๎]{4,30}\s?)?)(?P<all>ทุก[ก-๎]{2,20})")
_SO_BIDS = re.compile(
    rf"(?:^|(?<=\s))(?P<who>(?:{'|'.join(PREFIXES)})[ก-๎]{{2,40}}?)\s?จึง(?:ขอ|สั่งการ|กำชับ|แจ้ง|มอบหมาย)?ให้"
)
_OWN_TURN = re.compile(r"จึง(?:ใคร่)?(?:ขอ(?!ให้|ความ)|ส่ง|นำส่ง|เรียน|แจ้งมา|ได้)")


_WITHIN: tuple[Kind, ...] = ("memo", "stamped_letter")  # kinds that bid without a plea


def proposes(text: str, closing: str = "") -> bool:
    """Whether a paragraph of a memo only lays before the writer's own superior what to decide: not
    if it closes with what those below are to do (จึงแจ้งมาเพื่อดำเนินการ)."""
    found = _PROPOSES.search(text)
    if found and "ถือปฏิบัติ" in text and _TO_BE_DONE.search(closing):
        return False
    return found is not None and not _OWN_BIDDING.search(text, found.end())


def asks_leave(text: str) -> bool:
    """Whether a text asks leave: ขออนุญาตใช้รถยนต์ส่วนกลาง."""
    return _ASKS_LEAVE.search(text) is not None


def only_asks_leave(text: str) -> bool:
    """Whether a paragraph asks leave for what its writer will do, and nothing else:
    ขออนุญาตใช้รถยนต์ส่วนกลาง เพื่อนำผู้พิการไป…"""
    leave = _ASKS_LEAVE.search(text)
    return leave is not None and not _ASKS_BESIDES.search(text, leave.end())


def units_written_to(document: Document) -> tuple[str, ...]:
    """The parts of an office, the abbreviated units, and those of whom all are meant (ทุกแดน,
    หัวหน้าแดน of หัวหน้าแดนทุกแดน) among the addressees."""
    item = cut_blocks(document).items.get("recipient")
    lines = [line.text for line in item.passage.lines] if item else []
    parts = [found.group() for text in lines for found in _UNIT.finditer(text)]
    named = [found for text in lines for found in _ALL_OF.finditer(text)]
    all_of = [found["all"] for found in named] + [found["who"].strip() for found in named]
    return tuple(dict.fromkeys(one for one in (*parts, *all_of) if one))


def requests_of(
    body: Sequence[Paragraph],
    place: int,
    kind: Kind,
    units: Sequence[str] = (),
    written: str | None = None,
) -> list[Request]:
    """The requests of a paragraph; in one that says why the letter is written, words that may be
    those of others count only if the letter asks nothing after it, or bid `units` it is sent to."""
    text = body[place].text
    if introduces(text) and _is_of_others(text, body[place + 1 :]):
        return []
    requests = _turned_to(text) if introduces(text) else find_requests(text)
    bidden = _of_units(text, units) if introduces(text) or kind in _WITHIN else []
    if bidden and (introduces(text) or not requests or bidden[0].start < requests[0].start):
        return bidden
    if kind == "memo":
        requests = (
            _passed_on(text, body[-1].text) if not requests else _not_to_superior(text, requests)
        )
    requests = with_bare_requests(
        text, _before_theirs(text, requests), body[place].marker is not None, written
    )
    related = _RELATED_BY.search(text)
    surely = [request for request in requests if request.own and not related]
    if not introduces(text) or len(surely) == len(requests):
        return requests
    later = (find_requests(item.text) for item in body[place + 1 :])
    if any(request.manner != "closing" for found in later for request in found):
        return surely
    return requests


def _is_of_others(text: str, after: Sequence[Paragraph]) -> bool:
    """Whether an office bids in what introduces a letter, and another in what follows:
    จังหวัดจึงสั่งการให้ทุกอำเภอ… / อำเภอเลาขวัญจึงให้ท่าน…"""
    one = _SO_BIDS.search(text)
    others = [found for item in after if (found := _SO_BIDS.match(item.text))]
    return one is not None and any(other["who"] != one["who"] for other in others)


def _of_units(text: str, units: Sequence[str]) -> list[Request]:
    """What a paragraph asks from where it bids a unit that it is sent to, whatever others said
    before: ด้วยกรมแจ้งว่าจะเกิดน้ำทะเลหนุน… ขอให้ฝ่ายระบายน้ำขุดลอก…"""
    own = own_part(text)
    for bids in _BIDS.finditer(text, own if own < len(text) else 0):
        if _TELLS.search(text[: bids.start()]) and not _UNIT.match(text, bids.end()):
            continue
        if any(text.startswith(unit, bids.end()) for unit in units):
            rest = [replace(one, own=True) for one in find_requests(text, bids.end())]
            end = rest[0].start if rest else len(text)
            return [Request(bids.start(), bids.end(), end, "asks", True), *rest]
    return []


def _turned_to(text: str) -> list[Request]:
    """The requests of a paragraph that says why the letter is written, without those of others
    that it goes on from: ด้วยเขตขอให้โรงเรียนส่งครู… ข้าพเจ้าจึงขออนุญาต…"""
    requests = find_requests(text)
    turn = _OWN_TURN.search(text)
    kept = [one for one in requests if one.own or not turn or one.start > turn.start()]
    # ด้วยจังหวัดขอให้หอการค้ารวบรวมความเห็น… │จึงขอให้ท่าน…
    so = next((one.start for one in kept if text.startswith("จึง", one.start)), 0)
    return [one for one in kept if one.own or one.start >= so]


def _before_theirs(text: str, requests: Sequence[Request]) -> list[Request]:
    """The requests before that of the office which the writer was told by."""
    told_by = _TOLD_BY.search(text)
    theirs = [text[: one.start].endswith(told_by["who"]) if told_by else False for one in requests]
    return list(requests[: theirs.index(True)] if any(theirs) else requests)


def _passed_on(text: str, closing: str) -> list[Request]:
    """What a superior decided, to those whom it names: what the clauses below say, or what the
    closing bids to be done as was decided."""
    found = _DECIDED.search(text)
    if found is None and _AS_DECIDED.search(closing):
        found = _COMMANDED.search(text)
    return [Request(found.start(), found.end(), len(text), "asks", True)] if found else []


def _not_to_superior(text: str, requests: Sequence[Request]) -> list[Request]:
    """The requests without those that follow a plea for leave and name nobody who is to act."""
    leave = _ASKS_LEAVE.search(text)
    return [
        one
        for one in requests
        if one.manner != "asks"
        or leave is None
        or one.start < leave.start()
        or _SOMEBODY.match(text, one.asked)
    ]
