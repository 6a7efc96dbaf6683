"""To whom a document is addressed: เรียน, ถึง."""

from __future__ import annotations

import re

from extractors.blocks import Item, cut_blocks
from extractors.kind import read_kind
from extractors.listing import split_list
from extractors.people import is_person
from extractors.record import Field, Kind
from extractors.seats import ADDRESSEE, BODY, SEAT
from pipeline.models import Document

# Kinds that say to everybody what they say: a เรียน or ถึง in them is one of their words.
_SENT_TO_NOBODY: frozenset[Kind] = frozenset(
    {"order", "announcement", "regulation", "bylaw", "statement", "news", "minutes"}
)
_BETWEEN = re.compile(rf"\s*,\s*(?=(?:{ADDRESSEE}))|(?:\s+และ\s*|\s*และ\s+)(?=(?:{ADDRESSEE}))")
# ปลัดกระทรวง อธิบดี เลขาธิการ: a space parts two seats, but not what a word before it joins
_SEAT = re.compile(rf"(?<!ผ่าน)(?<!หรือ)(?<!ของ)(?<!โดย)(?<=[^\s(,])\s+(?={SEAT})")
# กำนันทุกตำบล ผู้ใหญ่บ้านทุกหมู่บ้าน: whoever is named behind "every" is another
_AFTER_ALL = re.compile(rf"(?<=\S)\s+(?=(?:{ADDRESSEE})[^,]*ทุก)")
_ALL = re.compile(r"ทุก[ก-๎]{2,15}$")
_BODIES = re.compile(rf"\s*(?:{BODY})\S*(?P<next>(?:\s+(?:และ)?(?:{BODY})\S*)+)\s*$")
_BODY = re.compile(rf"\s+(?:และ)?(?={BODY})")
# …ผ่าน ปลัดเทศบาล | …(ผ่านหัวหน้ากลุ่มงาน): who sees it first is not whom it is for
_THROUGH = re.compile(
    rf"\s*(?:\(\s*ผ่าน\s*(?P<bracketed>[^()]+)\)|ผ่าน\s*(?P<way>(?:{ADDRESSEE})[^()]*))\s*$"
)
_NEW_LINE = re.compile(rf"(?:{ADDRESSEE})")


def read_recipients(document: Document) -> tuple[Field, ...]:
    """The addressees, one each, as printed. Empty where the place is left blank."""
    item = cut_blocks(document).items.get("recipient")
    if item is None or read_kind(document) in _SENT_TO_NOBODY:
        return ()
    fields = []
    for start, end in split_list(item.passage, item.start):
        for first, last in _addressees(item, start, end):
            text = item.passage.text[first:last]
            first += len(text) - len(text.lstrip(" .…_:-"))
            last -= len(text) - len(text.rstrip(" …_")) if "…" in text or "_" in text else 0
            dots = re.search(r"[\s.…_]{3,}$", item.passage.text[first:last])
            last = first + dots.start() if dots else last
            through = _THROUGH.search(item.passage.text[first:last])
            last = first + through.start() if through else last
            note = f"sent through (ผ่าน) {_way(through)}" if through else None
            if item.passage.text[first:last].strip():
                fields.append(Field.of(item.passage.cut(first, last), note=note))
    return tuple(fields)


def _way(through: re.Match[str]) -> str:
    return str(through["bracketed"] or through["way"]).strip()


def _addressees(item: Item, start: int, end: int) -> list[tuple[int, int]]:
    """Part `text[start:end]` where one addressee ends and another begins."""
    text = item.passage.text
    cuts = [(match.start(), match.end()) for match in _BETWEEN.finditer(text, start, end)]
    through = _THROUGH.search(text, start, end)
    last = through.start() if through else end
    for match in _SEAT.finditer(text, start, last):  # ดร.เอก มั่นคง คณบดี… is one, with a name
        before = max([start, *(cut[1] for cut in cuts if cut[1] <= match.start())])
        if not is_person(text[before : match.start()]):
            cuts.append((match.start(), match.end()))
    cuts += [
        (match.start(), match.end())
        for match in _AFTER_ALL.finditer(text, start, last)
        if _ALL.search(text[start : match.start()])
    ]
    bodies = _BODIES.match(text[start:last])
    if bodies:
        cuts = [
            (each.start(), each.end())
            for each in _BODY.finditer(text, start + bodies.start("next"), last)
        ]
    starts = item.passage.starts
    for index in range(1, len(starts)):  # one addressee a line, each short of the margin
        at = starts[index]
        above = item.passage.lines[index - 1]
        if start < at < end and _NEW_LINE.match(text, at) and above.box.right < 0.8:
            cuts.append((at, at))
    places = []
    for cut_start, cut_end in sorted(set(cuts)):
        if cut_start < start:
            continue
        places.append((start, cut_start))
        start = cut_end
    return [*places, (start, end)]
