"""What a letter requires of its recipients: numbered clauses under a request, or one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors import table
from extractors.blocks import cut_blocks
from extractors.clauses import Paragraph, paragraphs, paragraphs_of, tidy
from extractors.record import Action, Frequency, Kind, Obligation, where
from extractors.schedule import (
    find_channels,
    find_deliver_to,
    find_due_day,
    find_first_due,
    find_first_period,
    find_format,
    find_frequency,
    find_meeting_day,
    is_due_after_receipt,
)
from pipeline.models import Document

_ACTIONS: tuple[tuple[str, Action], ...] = tuple(
    (row["phrase"], row["action"])  # type: ignore[misc]
    for row in table.rows("actions")
)
_ASKS = (
    r"(?:ขอให้|ขอความร่วมมือ|ขอความอนุเคราะห์|ขอความกรุณา|ขอได้โปรด|(?:ขอ|จึง)(?:เรียน)?เชิญ|ขอรับการสนับสนุน"
    r"|โปรด|(?<!ขอ)กรุณา|จึงให้|แจ้งให้(?!ทราบว่า|ทราบถึง)|และให้(?=\S{0,40}?(?:รายงาน|จัดส่ง|ส่ง)))"
)
# ให้อำเภอทุกอำเภอรายงาน… | ดังนั้น ให้หัวหน้าส่วนราชการ…: an order, at the head of its sentence
_ORDERS = (
    r"(?:^|^(?:ดังนั้น|ในการนี้|ทั้งนี้|บัดนี้|อนึ่ง)\s?(?:เพื่อ\S{1,80}\s)?)(?:จึง)?ให้(?=ทุก|จังหวัด|อำเภอ|หน่วยงาน|ส่วนราชการ|หัวหน้า"
    r"|โรงเรียน|สถานศึกษา|โรงพยาบาล|องค์กร|เทศบาล|องค์การ|สำนัก|กอง|กลุ่ม|ฝ่าย|ผู้อำนวยการ|นายอำเภอ|ผู้ว่าราชการ|คณะ)"
)
# จึงขอให้จังหวัดรายงาน… | ขอความร่วมมืออำเภอ… but not ได้ขอให้, แจ้งว่าขอให้, ตามที่ขอความร่วมมือ
_REQUEST = re.compile(rf"(?:จึง|และ|ใคร่|ทั้งนี้)?\s?{_ASKS}|{_ORDERS}")
_TOLD = re.compile(r"(?:ได้|ว่า|ที่|โดย|เคย)\s*$")  # what stands before a request of others
_INTRODUCES = re.compile(r"(?:ดัง(?:ต่อไป)?นี้|ดังนี้คือ|ต่อไปนี้)[\s:：.-]*$")
_BACKGROUND = re.compile(r"^(?:ตามที่|ตามหนังสือ|อ้างถึง|ตามคำสั่ง|ตามประกาศ)")
_CLOSING = re.compile(r"^จึงเรียน(?!เชิญ)(?:มา)?(?:เพื่อ|ให้)?")
_END = re.compile(r"^(?:จึงเรียน(?!เชิญ)|จึงแจ้ง|ขอแสดง|ทั้งนี้|อนึ่ง|จึงประกาศ)")
_NOTE = re.compile(r"^หมายเหตุ\s*[:：]?\s*")
_NO_REQUEST = re.compile(
    r"^(?:จึงเรียนมา)?(?:เพื่อ)?\s*(?:ขอให้|โปรด|ขอได้โปรด|ขอความอนุเคราะห์)\s*"
    r"(?:พิจารณา|ทราบ|อนุมัติ|อนุญาต|ลงนาม|สั่งการ|เห็นชอบ|ดำเนินการต่อไป)"
)
# …เข้าร่วมประชุม โดยส่งแบบตอบรับภายในวันที่ … | ทั้งนี้ ขอให้แจ้งยืนยันภายในวันที่ …
_ANSWER = re.compile(
    r"(?:โดย|ทั้งนี้|และ|พร้อมทั้ง)\s?(?:ขอให้|ขอได้โปรด|โปรด|ขอความกรุณา)?\s?(?:ท่าน)?"
    r"(?P<what>(?:แจ้งยืนยัน|แจ้งรายชื่อ|แจ้งชื่อ|แจ้งตอบ|แจ้งความประสงค์|ตอบรับ|(?:จัด)?ส่ง(?:แบบตอบ|รายชื่อ)|ยืนยัน).*)"
)
_SENDS = re.compile(
    r"(?:จัดส่ง|นำส่ง|ส่ง(?=ให้|ไปยัง|ถึง|มายัง|คืน|เอกสาร|สำเนา|แบบ|แผน|ข้อมูล|ใบ))"
)  # …จัดส่งแผนให้กอง…
_INTERNAL_AUDIT = re.compile(r"ตรวจสอบภายใน(?!วัน|กำหนด|เดือน|\s*[\d๐-๙])")  # an office, no duty
_LETTERS: tuple[Kind, ...] = ("external_letter", "memo", "stamped_letter")
_FORMS: tuple[Kind, ...] = ("form",)  # filled in, its remark has done its work


def read_obligations(
    document: Document, kind: Kind, written: str | None = None
) -> tuple[Obligation, ...]:
    """The obligations of a letter, or in the remark of a form; orders and the like lay none on
    recipients. `written` is the date of the document, ISO: it tells the year of a bare quarter."""
    if kind in _FORMS:
        return _of_form(document, written)
    if kind not in _LETTERS:
        return ()
    body = paragraphs(cut_blocks(document).body, document)
    listed = _listed(body, written)
    return listed or tuple(found for item in body for found in _sentences(item, written))


def read_action(text: str) -> Action:
    """What a clause asks for, by the verb that stands first in it.

    >>> read_action("รายงานผลการติดตามให้จังหวัด"), read_action("ติดตามและรายงานผล")
    ('report', 'monitor')
    """
    plain = _INTERNAL_AUDIT.sub("", text)
    places = [
        (place, -len(phrase), action)
        for phrase, action in _ACTIONS
        if (place := plain.find(phrase)) >= 0
    ]
    return min(places)[2] if places else "other"


def _action(text: str, frequency: Frequency | None) -> Action:
    """What a clause asks for; to send something is to report if it recurs, else to reply."""
    action = read_action(text)
    if action == "other" and _SENDS.search(text):
        return "reply" if frequency in (None, "once") else "report"
    return action


def _listed(body: Sequence[Paragraph], written: str | None) -> tuple[Obligation, ...]:
    """The clauses under a request that ends in ดังนี้ or is followed by a clause ๑, numbered or
    bulleted; what stands under a clause (๓.๑, or without a mark) belongs to it."""
    found: list[list[Paragraph]] = []
    asked: Paragraph | None = None
    for item, below in zip(body, (*body[1:], None), strict=False):  # the body may be empty
        if asked and found and _END.match(item.text):
            asked = None
        elif asked and _is_clause(item, asked, found[0][0] if found else None):
            found.append([item])
        elif asked and found and (item.marker is not None or _request(item.text) is None):
            found[-1].append(item)
        elif _INTRODUCES.search(item.text) or _starts_list(item, below):
            asked = item if _request(item.text) is not None else None
    return tuple(_obligation(part, _clause(part[0]), written) for part in found)


def _starts_list(item: Paragraph, below: Paragraph | None) -> bool:
    """Whether a request without a mark stands right above a clause ๑."""
    return below is not None and item.marker is None and below.marker == "1"


def _is_clause(item: Paragraph, asked: Paragraph, first: Paragraph | None) -> bool:
    """Whether a paragraph is the first clause, or has a mark like that of the first. Under a
    request that is itself clause ๒ the clauses may be ๒.๑, ๒.๒."""
    if item.marker is None:
        return False
    if first is None or first.marker is None:
        under = asked.numbered and item.marker == f"{asked.marker}.1"
        return under or "." not in item.marker
    return first.numbered == item.numbered and first.marker.count(".") == item.marker.count(".")


def _clause(item: Paragraph) -> str | None:
    return item.marker if item.numbered else None


def _request(text: str) -> int | None:
    """Where a paragraph begins to ask for something, what it recalls (ตามที่ … นั้น) left out."""
    own = 0
    if _BACKGROUND.match(text):
        recalled = text.find("นั้น")
        own = recalled + len("นั้น") if recalled >= 0 else len(text)
    for match in _REQUEST.finditer(text, own):
        if not _TOLD.search(text[: match.start()]):
            return match.start()
    return None


def _sentences(item: Paragraph, written: str | None) -> tuple[Obligation, ...]:
    """A request in the running text; an invitation, and apart from it the answer that it asks for
    by a day."""
    found = _sentence(item, written)
    if found is None or found.action != "attend":
        return (found,) if found else ()
    answer = _ANSWER.search(item.text, _request(item.text) or 0)
    if answer is None or find_first_due(item.text[answer.start() :]) is None:
        return (found,)
    invited = found.model_copy(update={"first_due": find_meeting_day(item.text), "channels": ()})
    return invited, _obligation([item], None, written, answer.start("what"))


def _sentence(item: Paragraph, written: str | None) -> Obligation | None:
    """A request in the running text; in the closing sentence only if it is for a day."""
    start = _request(item.text)
    if start is None:
        return None
    text = item.text[start:].strip()
    timely = find_first_due(text) or find_due_day(text) or find_frequency(text)
    if (_CLOSING.match(item.text) or _NO_REQUEST.match(text)) and not timely:
        return None
    return _obligation([item], None, written, start)


def _of_form(document: Document, written: str | None) -> tuple[Obligation, ...]:
    found = []
    for item in paragraphs_of(document):
        note = _NOTE.match(item.text)
        text = item.text[note.end() :] if note else ""
        if note and (find_due_day(text) or find_frequency(text) or find_first_due(text)):
            found.append(_obligation([item], None, written, note.end()))
    return tuple(found)


def _obligation(
    items: Sequence[Paragraph], clause: str | None, written: str | None, start: int = 0
) -> Obligation:
    first = items[0]
    offset = first.passage.text.index(first.text) + start if first.text else 0
    text = tidy(" ".join([first.text[start:], *(item.passage.text for item in items[1:])]))
    text = re.sub(r"^(?:จึง|และ|ทั้งนี้)\s?", "", text) if clause is None else text
    frequency = find_frequency(text)
    action = _action(text, frequency)
    first_due = find_first_due(text)
    if action == "attend" and first_due is None:
        first_due = find_meeting_day(text)
    return Obligation(
        clause=clause,
        action=action,
        text=text,
        deliver_to=find_deliver_to(text),
        frequency=frequency or _once(action, first_due, text),
        due_day=find_due_day(text) if frequency else None,
        first_due=first_due,
        first_period=find_first_period(text, first_due, written),
        channels=find_channels(text),
        format=find_format(text),
        **where(first.passage.cut(offset, len(first.passage.text))),
    )


def _once(action: Action, first_due: str | None, text: str) -> Frequency | None:
    """What is done with when it was done, or has one day to be done by, is asked for once."""
    single = action in ("appoint", "attend") or first_due or is_due_after_receipt(text)
    return "once" if single else None
