"""To whom a document is addressed: เรียน, ถึง."""

from __future__ import annotations

import re

from extractors.form_head import form_item
from extractors.head.blocks import Item, cut_blocks
from extractors.kind import read_kind
from extractors.record import Field, Kind
from extractors.text.listing import split_list
from extractors.text.offices import starts_office
from extractors.text.people import is_post
from extractors.text.seats import ADDRESSEE
from pipeline.layout import beside
from pipeline.models import Document

# Kinds that say to everybody what they say: a เรียน or ถึง in them is one of their words.
_SENT_TO_NOBODY: frozenset[Kind] = frozenset(
    {"order", "announcement", "regulation", "bylaw", "statement", "news", "minutes"}
)
# …(ผ่านหัวหน้ากลุ่มงาน) | …ผ่าน ปลัดเทศบาล ผ่าน…: who sees it first is not whom it is for
_THROUGH = re.compile(  # (ผ่าน รอง ผบก.(สส))
    r"\s*\(\s*ผ่าน\s*(?P<bracketed>(?:[^()]|\([^()]*\))+)\)?"
)
_ON_ITS_WAY = re.compile(rf"(?<!\()\s*ผ่าน\s*[:：]?\s*(?P<way>(?:{ADDRESSEE}|ครู).*)$", re.S)
_COPIED = re.compile(r"\s*สำเนา(?:เรียน|ส่ง|แจ้ง|ถึง)\s")  # who gets a copy is not addressed
_NEW_LINE = re.compile(rf"(?:{ADDRESSEE})")
# A line broken short of the margin ends an addressee, unless it goes on: │ (ผ่าน…) │ ทุกแห่ง
_GOES_ON_BELOW = re.compile(
    r"\s*(?:\(|ทุก|และ|หรือ|ผ่าน|ใน|ของ|แห่ง|ประจำ|ตาม|เพื่อ|ซึ่ง|ที่(?!ปรึกษา|ทำการ|ว่าการ)|[\d๐-๙])"
)
_GOES_ON_ABOVE = re.compile(r"(?:และ|หรือ|ของ|ประจำ|ผ่าน|,)\s*$")
_PLACE = re.compile(r"[ก-๎](?P<place>(?:จังหวัด|อำเภอ)[ก-๎]{2,20})$")
_HALF, _LEVEL = 0.45, 0.01  # of it: where what was tabbed to the right begins, how level
_SHORT_LINE, _FULL_LINE = 0.65, 0.8  # of the page's width: where it ends


def read_recipients(document: Document) -> tuple[Field, ...]:
    """The addressees, one each, as printed. Empty where the place is left blank."""
    item = cut_blocks(document).items.get("recipient") or form_item(document, "recipient")
    if item is None or read_kind(document) in _SENT_TO_NOBODY:
        return ()
    fields = []
    copied = _COPIED.search(item.passage.text, item.start)
    for start, end in split_list(item.passage, item.start):
        end = min(end, copied.start()) if copied else end
        if start >= end:
            continue
        way, end = _way(item.passage.text, start, end)
        note = f"sent through (ผ่าน) {way}" if way else None
        for first, last in _addressees(item, start, end):
            text = item.passage.text[first:last]
            first += len(text) - len(text.lstrip(" .…_:-"))
            last -= len(text) - len(text.rstrip(" …_")) if "…" in text or "_" in text else 0
            dots = re.search(r"[\s.…_]{3,}$", item.passage.text[first:last])
            last = first + dots.start() if dots else last
            if item.passage.text[first:last].strip():
                fields.append(Field.of(item.passage.cut(first, last), note=note))
    return tuple(fields)


def _of_one_place(above: str, text: str) -> bool:
    """Whether two lines end in one province, so that each is whole: …จังหวัดระยอง │ …จังหวัดระยอง"""
    one, other = (_PLACE.search(line.strip()) for line in (above, text))
    return one is not None and other is not None and one["place"] == other["place"]


def _way(text: str, start: int, end: int) -> tuple[str, int]:
    """Through whom an entry goes, "" if through nobody, and where those end whom it is for."""
    ways = [match["bracketed"].strip() for match in _THROUGH.finditer(text, start, end)]
    on_its_way = _ON_ITS_WAY.search(text[start:end])
    if on_its_way is not None and on_its_way.start() > 0:
        ways.append(" ".join(on_its_way["way"].split()))
        end = start + on_its_way.start()
    return ", ".join(ways), end


def _addressees(item: Item, start: int, end: int) -> list[tuple[int, int]]:
    """Part `text[start:end]` where one addressee ends and another begins.

    Posts that run on in one sentence are one; those on lines of their own are one each.
    """
    text = item.passage.text
    cuts = [(match.start(), match.end()) for match in _THROUGH.finditer(text, start, end)]
    starts = item.passage.starts
    for index in range(1, len(starts)):  # one addressee a line, each short of the margin
        at = starts[index]
        above = item.passage.lines[index - 1]
        if beside(above, item.passage.lines[index]):
            continue  # a row of print with wide spaces, read in pieces
        named = _NEW_LINE.match(text, at) is not None
        line = item.passage.lines[index]
        tabbed = above.box.left > _HALF and abs(above.box.left - line.box.left) < _LEVEL
        tabbed = tabbed and sum(map(is_post, above.text.split())) < 2  # no posts that run on
        named = named or (tabbed and starts_office(line.text))
        alike = named and (tabbed or _of_one_place(above.text, line.text))
        full = above.box.right >= (_FULL_LINE if named else _SHORT_LINE) and not alike
        if not start < at < end or full:
            continue
        if named or not (_GOES_ON_BELOW.match(text, at) or _GOES_ON_ABOVE.search(above.text)):
            cuts.append((at, at))
    places = []
    for cut_start, cut_end in sorted(set(cuts)):
        if cut_start < start:
            continue
        places.append((start, cut_start))
        start = cut_end
    return [*places, (start, end)]
