"""One clause, or a piece of a paragraph, as what it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.obligations.asking import Request, find_requests
from extractors.obligations.duty import make_obligation
from extractors.obligations.duty_action import recurs
from extractors.obligations.part import Part
from extractors.obligations.parts import cut_parts
from extractors.obligations.times.context import Context
from extractors.obligations.times.due_after import is_due_after_event, is_due_after_receipt
from extractors.obligations.times.due_days import find_first_due
from extractors.obligations.times.frequency import find_frequency
from extractors.obligations.times.schedule import find_due_day
from extractors.obligations.verbs import find_verbs
from extractors.record import Obligation
from extractors.text.clauses import Paragraph

# ๓. การประชุมชี้แจง ให้ผู้อำนวยการเข้าร่วม…
_BIDS = re.compile(r"(?:^|\s)ให้(?!ความ|การ|แล้วเสร็จ|ทราบ)")

# วันที่ ๕ มีนาคม ๒๕๖๗ เวลา ๐๙.๐๐ น. │รายงานตัวและรับเอกสาร
_DAY_FIRST = re.compile(
    r"(?:ใน)?วัน[ก-๎]{0,8}(?:ที่)?\s?[\d๐-๙]{1,2}(?:\s?[-–]\s?[\d๐-๙]{1,2})?\s[ก-๎.]{3,10}\s(?:พ\.ศ\.\s?)?[\d๐-๙]{4}\s?(?:เวลา\s?[\d๐-๙.:\s–-]{4,15}น\.)?\s?[:–-]?\s?(?=[ก-ฮเ-ไ])"
)
# ๔. หากพบสัตว์ป่วย ให้แจ้งปศุสัตว์อำเภอ | พบโคน้ำลายไหล … ให้แจ้ง…: asked only in a case
_IN_A_CASE = re.compile(
    r"(?:หาก|ถ้า|(?:ใน)?กรณี(?:ที่|มี|พบ|เกิด)|(?:เมื่อ)?(?:พบ(?!ปะ|แพทย์)|เกิดเหตุ|มีเหตุ))[^ๆ]{2,120}?\s(?:ให้|โปรด|ขอให้|กรุณา)"
)
# ๒. ส่งเงินเข้ากองทุนแทนการจ้าง ภายในวันที่… ในกรณีที่เลือกไม่จ้าง
_ONLY_IN_A_CASE = re.compile(r"\s(?:ใน)?กรณีที่(?:(?!ให้)[^\d๐-๙]){3,60}$")
# ข้อ ๕ สำนักงานจะพ่นยุง…: what the writer will do
_WRITER_WILL = re.compile(
    r"(?!ให้)(?:(?!(?<!เจ้าหน้า)ที่|ซึ่ง|เพื่อ|ประสงค์|ต้องการ|สนใจ)[ก-๎ฯ]){2,40}?จะ(?!ต้อง)(?=[ก-ฮเ-ไ])"
)


def only_tells(clause: Sequence[Paragraph]) -> bool:
    """Whether a clause asks something only in a case, or tells what somebody will do."""
    last = _ONLY_IN_A_CASE.search(clause[-1].text)
    said = clause[0].text
    return last is not None or any(one.match(said) for one in (_IN_A_CASE, _WRITER_WILL))


def of_clause(group: Sequence[Paragraph], context: Context) -> Obligation:
    """One obligation for a clause: what its first verb asks for, or the verb after its ให้."""
    item = group[0]
    asks = [Request(0, 0, len(item.text), "asks", True)]
    if dated := _DAY_FIRST.match(item.text):
        asks = [replace(asks[0], start=dated.end(), asked=dated.end())]
    elif not _begins_with_verb(item.text):
        bids, found = _BIDS.search(item.text), find_requests(item.text)
        if bids and not (found and found[0].start < bids.end()):
            asks = [replace(asks[0], start=bids.end(), asked=bids.end())]
        else:
            asks = found or asks
    parts = [part for one in asks for part in cut_parts(item.text, one) if part.action is not None]
    part = _weightiest(item.text, parts) if parts else Part(0, 0, "other", known=False)
    clause = item.marker if item.numbered else None
    return make_obligation(group, replace(part, start=0, end=len(item.text)), clause, context)


def _begins_with_verb(text: str) -> bool:
    first = find_verbs(text[:60])[:1]
    return bool(first) and first[0].start <= len("ขอให้")


def _weightiest(text: str, parts: Sequence[Part]) -> Part:
    """The first part if it appoints or reports; else what is to be sent or reported by a day,
    unless the first part has its own."""
    if parts[0].action not in ("appoint", "report") and not _has_day(text, parts[0]):
        for part in parts[1:]:
            if part.action in ("report", "reply") and _is_timely(text, part):
                return part
    return parts[0]


def _is_timely(text: str, part: Part) -> bool:
    said = text[part.start : part.end]
    return _has_day(text, part) or recurs(said, find_frequency(said))


def _has_day(text: str, part: Part) -> bool:
    said = text[part.start : part.end]
    told = find_first_due(said) or find_due_day(said) or is_due_after_receipt(said)
    return bool(told) or is_due_after_event(said)


def duties_from(
    item: Paragraph,
    start: int,
    end: int,
    written: str | None,
    asked: int | None = None,
    before: tuple[str, ...] = (),
) -> list[Obligation]:
    """What the text of a paragraph from a place on asks for, each thing by itself; its verb stands
    after `asked`, the paragraphs `before` it may tell its day."""
    parts = cut_parts(item.text, Request(start, asked or start, end, "asks", True))
    told = [replace(part, start=start) if part is parts[0] else part for part in parts]
    contexts = (Context(before, item.text[: part.start], written) for part in told)
    return [
        make_obligation([item], part, None, context)
        for part, context in zip(told, contexts, strict=True)
        if part.action
    ]
