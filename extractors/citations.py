"""Mentions of other documents: อ้างถึง, สิ่งที่ส่งมาด้วย, and in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.dates import find_dates
from extractors.dates_in_turn import days_in_turn
from extractors.enclosures import QUANTITY, enclosure_places, without_quantity
from extractors.head.blocks import Item, cut_blocks
from extractors.head.end import REFERENCE
from extractors.labelled_number import labelled_number
from extractors.letter_number import NumberMention
from extractors.number import find_numbers
from extractors.record import Citation, CitationRole, Kind, where
from extractors.text.listing import split_lines, split_list
from extractors.text.offices import office_name, starts_office
from extractors.text.passage import Passage
from pipeline.models import Document

# word that a mention begins with → kind of the document mentioned; the longer comes first
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("หนังสือรับรอง", "certificate"),
    ("หนังสือประทับตรา", "stamped_letter"),
    ("วิทยุสื่อสาร", "other"),
    ("โทรสารในราชการ", "other"),
    ("หนังสือ", "external_letter"),
    ("บันทึกข้อความ", "memo"),
    ("บันทึก", "memo"),
    ("รายงานการประชุม", "minutes"),
    ("คำสั่ง", "order"),
    ("ประกาศ", "announcement"),
    ("ระเบียบ", "regulation"),
    ("ข้อบังคับ", "bylaw"),
    ("ข้อบัญญัติ", "bylaw"),
    ("เทศบัญญัติ", "bylaw"),
    ("แถลงการณ์", "statement"),
)
_KIND = re.compile(r"(?<!ที่)(?:สำเนา|ภาพถ่าย)?(?P<kind>" + "|".join(word for word, _ in _KINDS) + ")")
_DESCRIBED = re.compile(r"\s*(?:เวียน|สั่งการ|ราชการ|แจ้งเวียน|ของ)?\s*")
_ISSUER_END = re.compile(
    r"\s*(?:ประทับตรา|ด่วนที่สุด|ด่วนมาก|ด่วน|ลับที่สุด|ลับมาก|ลับ|เลขที่|ที่\s*[\d๐-๙]|ที่[\s.…]*$|"
    r"ลงวันที่|ลว\.|ลง\s|\(?ฉบับ(?:ลง|ที่)|เรื่อง\s|ครั้งที่)"
)
_DATED = re.compile(
    r"\s*(?:(?<=/)[-–])?\s*(?:\([^()]{1,40}\)\s*)?,?\s*(?:ฉบับ)?(?:ลงวันที่|ลว\.?|ลง|เมื่อวันที่|(?:สั่ง|ประกาศ)\s?ณ\s?วันที่|วันที่)?\s*[.…]*\s*"
)
_DATED_ONLY = re.compile(r"(?:ลงวันที่|ลว\.|ลง\s(?=[\d๐-๙])|(?:สั่ง|ประกาศ)\s?ณ\s?วันที่)\s*")
_SAME_DAY = re.compile(r"\s*,?\s*(?:ฉบับ)?(?:ลง)?(?:วันที่|วัน)\s?เดียวกัน")  # ลงวันที่เดียวกัน
_JOINED = re.compile(r"\s*(?:และ|กับ|หรือ|,)?\s*(?:ที่)?\s*")
_NUMBERED = re.compile(r"\s*(?:สำเนา)?(?:ประกาศ|คำสั่ง)[ก-๎]")  # ประกาศ… เลขที่ ๓๘/๒๕๖๔
_ABOUT = re.compile(r"\s*เรื่อง\s.*?(?:ลงวันที่|ลว\.|(?:สั่ง|ประกาศ)\s?ณ\s?วันที่)\s*")
_LONGEST_SUBJECT = 250  # characters
_NOT_CORRESPONDENCE = re.compile(r"สัญญา|ใบสั่ง|ใบเสร็จ|เช็ค|ใบอนุญาต|โฉนด|คดี|คำพิพากษา|พระราช|กฎกระทรวง")
# คดีอาญาหมายเลขดำที่ │ อ 1905/2568: what stands before the number of a case in court
_OF_A_CASE = re.compile(r"(?:หมายเลข|คดี)[ก-๎ ]{0,20}(?:ดำ|แดง|คดี)\s?(?:ที่)?\s*$|คดี[ก-๎]{0,12}ที่\s*$")
_ABBREVIATION = re.compile(r"[ก-ฮ]{1,3}\.?(?:\s?[ก-ฮ]{1,3}\.?){0,3}")  # สถ. | ก.จ. | สพฐ.
_AND = re.compile(r"(?:\s*(?:และ|,|รวมทั้ง)\s*)+$")
_WROTE = re.compile(r"(?P<office>[ก-๎.]+?(?:\s?เขต\s?[\d๐-๙]+)?)\s?(?:ได้)?มี\s*$")
# What may be joined to the front of the office: a conjunction, the heading of a memo's part
_LEAD = re.compile("ว่า|ด้วย|ตามที่|เนื่องจาก|โดยที่|นั้น|เรื่องเดิม|ต้นเรื่อง|ข้อเท็จจริง")
_BACK = 160  # characters before a number among which the kind of its document may stand


@dataclass(frozen=True, slots=True)
class _Mention:
    """One document mentioned at `text[start:end]` of a passage."""

    start: int
    end: int
    kind: Kind | None
    issuer: str | None
    number: str | None
    date: str | None
    at: int = -1  # where its number begins
    same_day: bool = False  # as the mention before it
    number_end: int = -1


def read_citations(document: Document) -> tuple[Citation, ...]:
    """References first, then enclosures, then mentions in the text that say something new.

    An enclosure or a mention in the text counts only if a number or a date tells which document
    is meant; what stands under อ้างถึง counts always.
    """
    blocks = cut_blocks(document)
    found: list[Citation] = []
    if "reference" in blocks.items:
        found += _references(blocks.items["reference"])
    if "enclosure" in blocks.items:
        found += _enclosures(blocks.items["enclosure"])
    known = {(citation.number, citation.date) for citation in found}
    numbers = {citation.number for citation in found if citation.number}
    own = blocks.items.get("number")
    own_numbers = {m.number.value for m in find_numbers(own.passage.text)} if own else set()
    for citation in _in_text(Passage.of(blocks.body)) if blocks.body else ():
        key = (citation.number, citation.date)
        again = citation.number in numbers and citation.date is None
        if key not in known and not again and citation.number not in own_numbers:
            known.add(key)
            numbers |= {citation.number} if citation.number else set()
            found.append(citation)
    return tuple(found)


def _references(item: Item) -> list[Citation]:
    citations: list[Citation] = []
    listed = split_list(item.passage, item.start)
    for start, end in split_lines(item.passage, listed, REFERENCE):
        mentions = _mentions(item.passage.text, start, end, cited=True)
        if len(mentions) <= 1:  # the whole item is the citation's text
            only = mentions[0] if mentions else _undated(item.passage.text, start, end)
            mentions = [replace(only, start=start, end=end)]
        for mention in mentions:
            day = citations[-1].date if mention.same_day and citations else mention.date
            told = replace(mention, date=mention.date or day)
            citations.append(_citation("reference", item.passage, told))
    return citations


def _enclosures(item: Item) -> list[Citation]:
    citations = []
    for start, end in enclosure_places(item.passage, item.start):
        citations += [
            _citation("enclosure", item.passage, mention)
            for mention in _mentions(
                item.passage.text, start, end, _NUMBERED.match(item.passage.text, start) is not None
            )
            if mention.kind not in (None, "memo") or mention.number is not None
        ]
    return citations


def _in_text(passage: Passage) -> list[Citation]:
    """Mentions in running text, each from the word for its kind to its date."""
    text = passage.text
    mentions: list[_Mention] = []
    numbers = find_numbers(text)
    for number, after in zip(numbers, (*numbers[1:], None), strict=False):
        kind_at = _kind_before(text, number.start, mentions[-1].end if mentions else 0)
        start = number.start if kind_at is None else kind_at
        counted = kind_at is None and text[: number.start].rstrip().endswith("เลขที่")
        counted = counted or _OF_A_CASE.search(text[: number.start][-40:]) is not None
        if not counted and not _NOT_CORRESPONDENCE.search(text, start, number.start):
            stop = after.start if after else len(text)
            one = _mention(text, start, number, stop, None)
            day = mentions[-1].date if mentions and one.same_day else one.date
            mentions.append(replace(one, date=day))
    mentions = _dated_together(text, mentions)
    taken = [(mention.start, mention.end) for mention in mentions]
    for match in _DATED_ONLY.finditer(text):
        if any(start <= match.start() < end for start, end in taken):
            continue
        kind_at = _kind_before(text, match.start(), 0)
        date = next(iter(find_dates(text[match.end() : match.end() + 40])), None)
        near = kind_at is not None and not _NOT_CORRESPONDENCE.search(text, kind_at, match.start())
        if kind_at is None or not near or date is None or date.start or date.precision != "day":
            continue
        bare = _undated(text, kind_at, match.start())
        end = match.end() + date.end
        mentions.append(_Mention(kind_at, end, bare.kind, bare.issuer, None, date.value))
    mentions = [mention for mention in mentions if mention.number or mention.kind != "statement"]
    mentions.sort(key=lambda mention: mention.start)
    return [_citation("body", passage, mention) for mention in mentions]


def _kind_before(text: str, place: int, floor: int) -> int | None:
    """Where the last word for a kind of document stands before `place`."""
    begin = max(floor, place - _BACK)
    starts = [match.start() for match in _KIND.finditer(text, begin, place)]
    return starts[-1] if starts else None


def _mentions(text: str, start: int, end: int, cited: bool = False) -> list[_Mention]:
    """Documents mentioned in one item of a list. A second number shares what the first one said;
    where a paper is `cited` by a number of no usual form, its word tells it."""
    numbers = [number for number in find_numbers(text[:end]) if number.start >= start]
    if not numbers and cited and (only := labelled_number(text, start, end)):
        numbers = [only]
    if not numbers:
        bare = _undated(text, start, end)
        return [bare] if bare.date else []
    mentions: list[_Mention] = []
    for index, number in enumerate(numbers):
        stop = numbers[index + 1].start if index + 1 < len(numbers) else end
        begin = start if index == 0 else mentions[-1].end
        before = mentions[-1] if mentions else None
        mentions.append(_mention(text, begin, number, stop, before))
    return _dated_together(text, mentions)


def _dated_together(text: str, mentions: list[_Mention]) -> list[_Mention]:
    """Numbers that a conjunction joins share the date behind the last: ที่ … และ ที่ … ลงวันที่ …, or
    bear in turn those that are told there."""
    told = list(mentions)
    for last, mention in enumerate(mentions):
        days, end = days_in_turn(text, mention.number_end)
        first = last - len(days) + 1
        run = mentions[max(0, first) : last + 1]
        joined = all(_JOINED.fullmatch(text, one.end, two.at) for one, two in pairwise(run))
        if days and first >= 0 and joined and all(one.date is None for one in run[:-1]):
            told[first : last + 1] = [
                replace(one, date=day) for one, day in zip(run, days, strict=True)
            ]
            told[last] = replace(told[last], end=end)
    for place in range(len(told) - 2, -1, -1):
        one, other = told[place], told[place + 1]
        if one.date is None and _JOINED.fullmatch(text, one.end, other.at):
            told[place] = replace(one, date=other.date)
    return told


def _mention(
    text: str, start: int, number: NumberMention, stop: int, before: _Mention | None
) -> _Mention:
    kind, issuer, start = _kind_and_issuer(text, start, number.start)
    if before is not None and kind is None:
        kind, issuer = before.kind, before.issuer
    end = number.end
    value = None
    dated = _DATED.match(text, end)
    at = dated.end() if dated else end
    date = next(iter(find_dates(text[at : min(stop, at + 40)])), None)
    if date is None or date.start:  # … เรื่อง … ลงวันที่ …
        subject = _ABOUT.match(text, end, min(stop, end + _LONGEST_SUBJECT))
        at = subject.end() if subject else at
        date = next(iter(find_dates(text[at : at + 40])), None) if subject else None
    if (date is None or date.start) and (same := _SAME_DAY.match(text, end)):
        told = before.date if before else None
        return _Mention(
            start, same.end(), kind, issuer, number.number.value, told, number.start, True
        )
    if date is not None and date.start == 0:
        end, value = at + date.end, date.value if date.precision == "day" else None
    said = number.number.value
    return _Mention(start, end, kind, issuer, said, value, number.start, number_end=number.end)


def _undated(text: str, start: int, end: int) -> _Mention:
    """A mention without a number: its kind, its issuer, and the date if it is said."""
    date = next((d for d in find_dates(text[start:end]) if d.precision == "day"), None)
    name_end = end if date is None else start + date.start
    kind, issuer, begin = _kind_and_issuer(text, start, name_end)
    finish = end if date is None else start + date.end
    return _Mention(begin, finish, kind, issuer, None, date.value if date else None)


def _kind_and_issuer(text: str, start: int, end: int) -> tuple[Kind | None, str | None, int]:
    """The kind and the issuer that `text[start:end]` names, and where the mention begins."""
    lead = re.match(r"\s*(?:และ|,|รวมทั้ง|ตาม)?\s*", text[start:end])
    start += lead.end() if lead else 0
    match = _KIND.match(text, start, end)
    if match is None:
        return None, None, start
    kind: Kind = dict(_KINDS)[match["kind"]]
    described = _DESCRIBED.match(text, match.end(), end)
    name_start = described.end() if described else match.end()
    name = text[name_start:end]
    stop = _ISSUER_END.search(name)
    if kind == "external_letter" and "ประทับตรา" in name:
        kind = "stamped_letter"
    issuer = office_name(re.sub(r"\s*ที่[\s.…]*$", "", name[: stop.start()] if stop else name))
    if not issuer:
        return kind, _writer(text[:start]), start
    named = starts_office(issuer) or _ABBREVIATION.fullmatch(issuer)
    return kind, issuer if named else None, start


def _writer(before: str) -> str | None:
    """The office named before a letter that it is said to have written: กรม…ได้มี │ หนังสือ ที่ …"""
    found = _WROTE.search(before)
    name = office_name(_LEAD.split(found["office"])[-1]) if found else ""
    return name if starts_office(name) else None


def _citation(role: CitationRole, passage: Passage, mention: _Mention) -> Citation:
    evidence = passage.cut(mention.start, mention.end)
    text = evidence.text
    if role == "enclosure" and QUANTITY.search(text):
        text, _ = without_quantity(text)
    return Citation(
        role=role,
        text=_AND.sub("", text),
        kind=mention.kind,
        issuer=mention.issuer,
        number=mention.number,
        date=mention.date,
        **where(evidence),
    )
