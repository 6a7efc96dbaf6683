"""What a letter requires of its recipients: numbered clauses under a request, or its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from extractors.head.blocks import cut_blocks
from extractors.obligations.asking import Request, find_requests, introduces
from extractors.obligations.asking_bare import bids_list
from extractors.obligations.clause_duties import of_clause, only_tells
from extractors.obligations.duty import make_obligation
from extractors.obligations.follow_up import with_duty
from extractors.obligations.memo_sections import without_sections
from extractors.obligations.named import of_those_named
from extractors.obligations.ordered_lists import of_ordered_lists
from extractors.obligations.ordered_text import of_ordered_text
from extractors.obligations.own_requests import proposes, requests_of, units_written_to
from extractors.obligations.part import SENDING
from extractors.obligations.parts import cut_parts
from extractors.obligations.times.context import Context
from extractors.obligations.times.due_days import due_days
from extractors.obligations.verbs import find_verbs
from extractors.record import Kind, Obligation
from extractors.text.clauses import Paragraph, merged, paragraphs, paragraphs_of
from pipeline.layout import rows
from pipeline.models import Document

# a mark above may not have been read: ดังนี
_INTRODUCES = re.compile(
    r"(?:ดัง(?:ต่อไป)?นี้?|ดังนี้?คือ|ต่อไปนี้?|\sคือ|(?:ข้อปฏิบัติ|ขอร้อง\S{0,40}|ทบทวนข้อปฏิบัติ)ว่า)[\s:：.-]*$"
)
_END = re.compile(r"^(?:จึงเรียน(?!เชิญ)|จึงแจ้ง|ขอแสดง|ทั้?งนี้?|อนึ่ง|จึงประกาศ)")
_GOES_ON = re.compile(r"^(?:โดย|และ|แล้ว|พร้อม)")
_ROUND = re.compile(r"(?:ไตรมาส|รอบ|งวด|ครั้ง|ภาคเรียน)\s?ที่")  # a line a round, without a mark
_NOTE = re.compile(r"หมายเหตุ\s*[:：]?\s*")
_LETTERS: tuple[Kind, ...] = ("external_letter", "memo", "stamped_letter")
_LONGEST_HEADING = 50  # letters
_LONGEST_NAME = 60  # letters
_BEGINNING = 40  # letters of an item
_BIDS = re.compile(r"(?:จึง)?(?:ขอ)?ให้")
# ๒) พนักงานที่มีการเปลี่ยนชื่อสกุล…│ให้ส่งสำเนาเอกสารแก่ส่วนทรัพยากรบุคคล
_WHO_SHALL = re.compile(
    r"(?:พนักงาน|เจ้าหน้าที่|บุคลากร|ข้าราชการ|ลูกจ้าง|ผู้(?!ใด)|ครู|หัวหน้า|หน่วย(?:งาน)?|ส่วนราชการ)[^\s]{2,60}\s?ให้(?=ส่ง|จัดส่ง|แจ้ง|รายงาน|ยื่น|จัดทำ|บันทึก|กรอก)"
)
_IDLE = re.compile(r"(?:ถือ)?(?:ดำเนินการ|ปฏิบัติ)\s*$")  # ขอให้หน่วยดำเนินการ │๒.๑ ส่งบัญชี…
_RELATED = 0.7  # sureness where somebody else may have asked
_IN_CLOSING = 0.85


def read_obligations(
    document: Document, kind: Kind, written: str | None = None
) -> tuple[Obligation, ...]:
    """The obligations of a letter, in the remark of a form, and of those whom an announcement or
    an order names; what else an order says, it lays on committees. `written` is the date of the
    document, ISO: it tells the year of a bare quarter."""
    if kind == "form":
        return _of_form(paragraphs_of(document), written)
    if kind in ("announcement", "order"):
        body = body_of(document)
        listed = of_ordered_lists(body, kind, written)
        named = [one for one in of_those_named(body, written) if not _is_told(one, listed)]
        told = of_ordered_text(body, kind, written)
        told = [one for one in told if not _is_told(one, [*listed, *named])]
        return tuple(sorted((*named, *told, *listed), key=_place))
    if kind not in _LETTERS:
        return ()
    return _of_letter(asked_in(document, kind), kind, written, units_written_to(document))


def _place(duty: Obligation) -> tuple[int, float]:
    return (duty.page or 0, duty.box[1] if duty.box else 0.0)


def _is_told(duty: Obligation, listed: Sequence[Obligation]) -> bool:
    return any(
        duty.text in one.text
        or one.text in duty.text
        or (one.action, one.first_due) == (duty.action, duty.first_due or "none")
        for one in listed
    )


@lru_cache(maxsize=16)  # rules and judge ask for the same body
def body_of(document: Document) -> tuple[Paragraph, ...]:
    """The paragraphs of the body; the pieces of a row that is set wide are one line."""
    lines = [merged(row) for row in rows(cut_blocks(document).body)]
    return paragraphs(lines, document)


def asked_in(document: Document, kind: Kind) -> tuple[Paragraph, ...]:
    """The paragraphs of the body in which a letter may ask for something."""
    body = body_of(document)
    return without_sections(body) if kind == "memo" else body


def _of_letter(
    body: Sequence[Paragraph], kind: Kind, written: str | None, units: Sequence[str]
) -> tuple[Obligation, ...]:
    found: tuple[Obligation, ...] = ()
    place = 0
    bidding: Paragraph | None = None
    while place < len(body):
        item = body[place]
        if kind == "memo" and proposes(item.text, body[-1].text):
            place += 1 + sum(len(group) for group in _clauses_under(body, place))
            continue
        around = (tuple(one.text for one in part) for part in (body[:place], body[place + 1 :]))
        context = Context(next(around), "", written, next(around))
        requests = requests_of(body, place, kind, units, written)
        clauses = _clauses_under(body, place)
        if clauses and not requests:
            bidden = bids_list(item.text, [group[0].text for group in _under_headings(clauses)])
            requests, clauses = ([bidden], clauses) if bidden else ([], [])
        listed = bool(clauses) and _lists_duties(item, requests[-1], clauses)
        known = found
        if not requests and not clauses and _goes_on_bidding(item, bidding):
            found = (*found, of_clause([item], context))
        elif item.marker is None or _BIDS.match(item.text):
            bidding = item if item.marker and requests and not clauses else None
        for request in requests[:-1] if clauses else requests:
            found = _with_request(found, [item], request, context)
        decided = item.numbered and not clauses and item.text.startswith("ให้")
        if decided and len(found) > len(known) + 1:  # ๒. ให้กองช่างสำรวจ… และจัดทำแผนเสนอภายใน…
            found = (*known, of_clause([item], context))
        if clauses and not listed:
            under = [one for group in clauses for one in group]
            found = _with_request(found, [item, *under], requests[-1], context)
        told = replace(context, sentence=item.text)
        for group in _under_headings(clauses) if listed else ():
            said = group[0].text  # none: a mark alone, its text not read
            if said and not only_tells(group):
                found = (*found, of_clause(group, told))
                told = replace(told, before=(*told.before, *(one.text for one in group)))
        place += 1 + sum(len(group) for group in clauses)
    return found


def _with_request(
    found: tuple[Obligation, ...], items: Sequence[Paragraph], request: Request, context: Context
) -> tuple[Obligation, ...]:
    text = items[0].text
    parts = cut_parts(text, request)
    for place, part in enumerate(parts):
        under = items if place + 1 == len(parts) else items[:1]
        told = replace(context, sentence=text[: part.start], rest=text[part.end :])
        doubt = _IN_CLOSING if request.manner == "closing" else 1.0
        if not request.own and introduces(text):
            doubt = _RELATED
        if part.action is not None:
            duty = make_obligation(under, part, None, told, doubt)
            if items[0].numbered:
                duty = duty.model_copy(update={"clause": items[0].marker})
            found = with_duty(found, duty, part, request.manner)
    return found


def _clauses_under(body: Sequence[Paragraph], place: int) -> list[list[Paragraph]]:
    """The clauses under a paragraph that ends in ดังนี้ or is followed by a clause ๑, numbered or
    bulleted; what stands under a clause (๓.๑, or without a mark) belongs to it."""
    asking = body[place]
    below = body[place + 1] if place + 1 < len(body) else None
    starts = below is not None and asking.marker is None and below.marker in ("1", "ก", "A")
    if below is not None and _ROUND.match(below.text) and _INTRODUCES.search(asking.text):
        return [[item] for item in takewhile(lambda one: _ROUND.match(one.text), body[place + 1 :])]
    unfinished = below is not None and below.marker is not None and _is_unfinished(asking)
    if not starts and not unfinished and not _INTRODUCES.search(asking.text):
        return []
    groups: list[list[Paragraph]] = []
    for item in body[place + 1 :]:
        if _is_clause(item, asking, groups[0][0] if groups else None):
            groups.append([item])
        elif not groups or _END.match(item.text) or _stands_above(item, groups[0][0]):
            break
        elif item.marker is not None or _GOES_ON.match(item.text) or not find_requests(item.text):
            groups[-1].append(item)
        else:
            break
    return groups


def _goes_on_bidding(item: Paragraph, bidding: Paragraph | None) -> bool:
    """Whether an item only says what to do, or who is to do it, after one of its kind that bids:
    - ให้ สภ. ตรวจตราร้านทอง… │- จัดชุดสายตรวจเดินเท้า… │- รายงานผลการซ้อม… ภายใน…"""
    if bidding is None or item.marker is None or item.numbered != bidding.numbered:
        return False
    if _WHO_SHALL.match(item.text):
        return True
    begun = find_verbs(item.text[:_BEGINNING])[:1]
    return bool(begun) and begun[0].start == 0 and begun[0].action is not None


def _is_unfinished(asking: Paragraph) -> bool:
    """Whether a paragraph only says who is to do what is listed: จึงขอให้จังหวัด / (ก) จัดตั้ง…"""
    requests = find_requests(asking.text)
    asked = asking.text[requests[-1].asked :] if requests else ""
    verbs = find_verbs(_IDLE.sub("", asked))
    return bool(requests) and len(asked) < _LONGEST_NAME and not verbs


def _is_clause(item: Paragraph, asked: Paragraph, first: Paragraph | None) -> bool:
    """Whether a paragraph is the first clause, or has a mark like that of the first. Under a
    request that is itself clause ๒ the clauses may be ๒.๑, ๒.๒."""
    if item.marker is None:
        return False
    if first is None or first.marker is None:
        under = asked.numbered and item.marker == f"{asked.marker}.1"
        return under or "." not in item.marker
    return first.numbered == item.numbered and first.marker.count(".") == item.marker.count(".")


def _stands_above(item: Paragraph, first: Paragraph) -> bool:
    """Whether a paragraph is numbered above the clauses of a list: ๓. after ๒.๑, ๒.๒"""
    if not item.numbered or item.marker is None or first.marker is None:
        return False
    return item.marker.count(".") < first.marker.count(".")


def _under_headings(clauses: Sequence[list[Paragraph]]) -> list[list[Paragraph]]:
    """The clauses, those under a heading that asks nothing itself (๑. ด้านการป้องกัน / ๑.๑ ปรับปรุง…)
    for it."""
    found: list[list[Paragraph]] = []
    for group in clauses:
        heading = group[0]
        below = [item.marker or "" for item in group[1:]]
        inner = [one for one in below if one.startswith(f"{heading.marker}.")]
        inner = inner or [one for one in below if one == "-"]
        shows = len(inner) > 1 and _INTRODUCES.search(heading.text) is not None
        bids = shows and all(verb.role in ("idle", "passes") for verb in find_verbs(heading.text))
        named = len(heading.text) <= _LONGEST_HEADING and not find_verbs(heading.text)
        if not inner or not (named or bids):
            found.append(group)
            continue
        for item in group[1:]:
            if item.marker in inner or not found or found[-1][0] is heading:
                found.append([item])
            else:
                found[-1].append(item)
    return found


def _lists_duties(
    asking: Paragraph, request: Request, clauses: Sequence[Sequence[Paragraph]]
) -> bool:
    """Whether what is listed is to be done (ดำเนินการ ดังนี้ ๑. แต่งตั้ง…), or only names what is to be
    sent (จัดส่งเอกสาร ดังนี้ ๑. สำเนาทะเบียนบ้าน)."""
    if _ROUND.match(clauses[0][0].text):
        return False  # ครั้งที่ ๑ ภายในวันที่…
    verbs = find_verbs(asking.text[request.asked : request.end])
    if not verbs or verbs[-1].role in ("idle", "passes") or verbs[-1].action is None:
        return True
    texts = [" ".join(item.text for item in group) for group in clauses]
    if len(texts) > 1 and all(due_days(text) and find_verbs(text) for text in texts):
        return True  # (๑) แบบสำรวจ ส่งภายในวันที่… (๒) รายชื่อ ส่งภายในวันที่…
    begun = [find_verbs(group[0].text[:40])[:1] for group in clauses]
    return sum(bool(found) and found[0].start <= len("ขอให้") for found in begun) * 2 > len(begun)


def _of_form(body: Sequence[Paragraph], written: str | None) -> tuple[Obligation, ...]:
    """What the remark of a form, or a sentence in it, asks by a day of whoever fills it in."""
    found: list[Obligation] = []
    for item in body:
        note = _NOTE.search(item.text)
        asks = [request for request in find_requests(item.text) if request.manner == "asks"]
        first = next(iter(find_verbs(item.text)), None)  # ส่งแบบนี้ให้สำนักงาน…ภายในวันที่…
        sends = first is not None and first.start == 0 and first.action in SENDING
        if note is None and not asks and not sends:
            continue
        begin = note.end() if note else asks[0].start if asks else 0
        duty = _duty_from(item, begin, len(item.text), written)
        if duty and (duty.first_due or duty.due_day or duty.frequency):
            found.append(duty)
    return tuple(found)


def _duty_from(item: Paragraph, start: int, end: int, written: str | None) -> Obligation | None:
    """What the text of a paragraph from a place on asks for, as one thing."""
    parts = cut_parts(item.text, Request(start, start, end, "asks", True))
    if not parts or parts[0].action is None:
        return None
    whole = replace(parts[0], start=start, end=end)
    return make_obligation([item], whole, None, Context(written=written))
