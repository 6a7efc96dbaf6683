"""What an order, or an announcement to those it names, lays on them in a list:
จึงสั่งการให้ส่วนราชการปฏิบัติ ดังนี้ ข้อ ๑ … ข้อ ๒ …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.obligations.asking_words import OFFICES
from extractors.obligations.clause_duties import of_clause, only_tells
from extractors.obligations.list_sentences import follows_so, is_bidden
from extractors.obligations.times.context import Context
from extractors.obligations.verbs import find_verbs
from extractors.record import Kind, Obligation
from extractors.text.clauses import Paragraph
from extractors.text.people import is_person

# กองช่าง │ลอกท่อระบายน้ำ… | สำนักปลัดเทศบาล งานป้องกันฯ │จัดเวร…: whom, then what
_UNIT_FIRST = re.compile(rf"(?:{OFFICES})[ก-๎ฯ]{{2,40}}\s(?=[ก-ฮเ-ไ])")
# การลงเวลา │ถือเป็นหลักฐาน… | ผู้ฝ่าฝืน │จะถูก… : what is so, nothing to do
_STATES = re.compile(
    r"[^\s]{2,60}?\s?(?:จะ(?!ต้อง)|ถือ(?:เป็น|ว่า)|มีสิทธิ|เป็นไปตาม|ได้แก่|หมายถึง|มีผล)|(?:การ|ความ|ผู้ใด)"
)
# ๑. ยกเลิกคำสั่ง… | ๔. คำสั่งนี้มีผล…: what the order itself does
_ENACTS = re.compile(r"(?:ให้)?\s?ยกเลิก(?:คำสั่ง|ประกาศ|ระเบียบ)|(?:คำสั่ง|ประกาศ)นี้")
_UNIT = re.compile(
    rf"(?:งาน|{OFFICES}|หัวหน้า|ครู|เวร|ผู้(?:อยู่|ตรวจ|ปฏิบัติ|รับผิดชอบ))[ก-๎ฯ]{{2,40}}(?:\s[ก-๎ฯ]{{2,30}})?\s?:?"
)
_LONGEST_HEADING = 60  # letters
_BIDDEN_WITHIN = re.compile(r"(?:ให้|ต้อง|พึง)(?!ความ|การ|แล้วเสร็จ|เสร็จ|ครบ|หมด)(?=[ก-ฮเ-ไ])")


def of_ordered_lists(
    body: Sequence[Paragraph], kind: Kind, written: str | None
) -> list[Obligation]:
    """One obligation for each item of a list under a sentence that bids; none where the items are
    names or most of them ask nothing to be done."""
    found: list[Obligation] = []
    past = 0
    for place, item in enumerate(body):
        first = body[place - 1] if place else None
        if place < past or not _opens(item, first):
            continue
        said = _sentence(body[:place])
        groups = _groups(body[place:])
        items = [group[0] for group in groups]
        if 2 * sum(is_person(one.text) for one in items) >= len(items):
            continue
        asking = [one for one in groups if not (only_tells(one) or _ENACTS.match(one[0].text))]
        asking = [one for one in asking if not follows_so(one[0].text)]  # told by what is below it
        does = [one for one in asking if _is_doing(one[0].text)]
        doing = len(does) * 3 >= len(asking) * 2
        if not is_bidden(said, items, kind, doing):
            continue
        so = follows_so(said)
        if not doing and not (so and len(does) * 3 >= len(asking)):
            continue
        if so:  # อยู่ประจำสำนักงานตลอดเวลาเวร: how to act, by whatever verb
            does = [one for one in asking if one in does or not _states(one[0], items)]
        past = place + sum(len(group) for group in groups)
        context = Context(tuple(one.text for one in body[: max(0, place - 1)]), said, written)
        for one in does:
            found.append(of_clause(one, context))
            context = replace(context, before=(*context.before, *(each.text for each in one)))
    return found


def _opens(item: Paragraph, above: Paragraph | None) -> bool:
    """Whether a paragraph is the first item of a list: ๑. below a sentence, ๒.๑ below clause ๒."""
    if above is None or above.marker is None:
        return item.marker in ("1", "ก", "-")
    if not (above.numbered and follows_so(above.text)):
        return False
    return item.marker in (f"{above.marker}.1", "ก", "-") or (
        item.marker == "1" and above.marker != "0"
    )


def _groups(body: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """The items of a list, numbered or bulleted alike, each with what stands under it before the
    next."""
    marked = [one.marker is not None and one.numbered == body[0].numbered for one in body]
    last = 0
    for place, one in enumerate(body[1:], 1):
        if marked[place] and (place == last + 1 or _comes_next(body[last], one)):
            last = place
        elif marked[place]:
            break
    groups: list[list[Paragraph]] = []
    for place, one in enumerate(body[: last + 1]):
        if marked[place]:
            groups.append([one])
        else:
            groups[-1].append(one)
    return groups


def _comes_next(above: Paragraph, below: Paragraph) -> bool:
    """Whether a number is the next behind another: ๒ behind ๑."""
    *head, one = (above.marker or "").split(".")
    *same, other = (below.marker or "").split(".")
    return head == same and one.isdigit() and other.isdigit() and int(other) == int(one) + 1


def _sentence(above: Sequence[Paragraph]) -> str:
    """The sentence over a list; over the name of a unit that heads it, that which the name goes on
    from: จึงให้ทุกงานดำเนินการ ดังนี้ │ งานอาคารสถานที่ │ ๑. …"""
    if not above or above[-1].marker is not None:
        return above[-1].text if above else ""
    *before, last = (one for one in above if one.marker is None)
    if len(last.text) > _LONGEST_HEADING or not _UNIT.fullmatch(last.text):
        return last.text
    return next((one.text for one in reversed(before) if follows_so(one.text)), last.text)


def _states(item: Paragraph, items: Sequence[Paragraph]) -> bool:
    """Whether an item asks for nothing: it says what is so, or heads those below it."""
    return _heads(item, items) or _STATES.match(item.text) is not None


def _heads(item: Paragraph, items: Sequence[Paragraph]) -> bool:
    return any((one.marker or "").startswith(f"{item.marker}.") for one in items)


def _is_doing(text: str) -> bool:
    """Whether an item begins with a doing, or bids somebody to one."""
    begins = find_verbs(text[:60])[:1]
    return (
        bool(begins and begins[0].action)
        or _UNIT_FIRST.match(text) is not None
        or text.startswith("ห้าม")
        or _BIDDEN_WITHIN.search(text) is not None
    )
