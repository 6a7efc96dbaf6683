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
# …(ผ่านหัวหน้ากลุ่มงาน) | …ผ่าน ปลัดเทศบาล ผ่าน…: who sees it first is not whom it is for
_THROUGH = re.compile(r"\s*\(\s*ผ่าน\s*(?P<bracketed>[^()]+)\)?")
_ON_ITS_WAY = re.compile(rf"(?<!\()\s*ผ่าน\s*[:：]?\s*(?P<way>(?:{ADDRESSEE}).*)$", re.S)
# คณบดี ผู้อำนวยการ และหัวหน้าหน่วยงาน (ตามบัญชีแนบท้าย): posts without offices, one list of them all
_BARE = (
    r"(?:คณบดี|ผู้อำนวยการ|หัวหน้า(?:หน่วยงาน|ภาควิชา|ฝ่าย|กอง|กลุ่ม|งาน|ส่วนราชการ)?|ผู้จัดการ|ประธาน|เลขานุการ|เลขาธิการ|"
    r"อธิบดี)"
)
_ONE_GROUP = re.compile(rf"\s*{_BARE}(?:\s*[,/]?\s*(?:และ)?{_BARE})+\s*\((?:ตาม|ดัง)[^)]*\)\s*")
_NEW_LINE = re.compile(rf"(?:{ADDRESSEE})")
# A line broken short of the margin ends an addressee, unless it goes on: │ (ผ่าน…) │ ทุกแห่ง
_GOES_ON_BELOW = re.compile(
    r"\s*(?:\(|ทุก|และ|หรือ|ผ่าน|ใน|ของ|แห่ง|ประจำ|ตาม|เพื่อ|ซึ่ง|ที่(?!ปรึกษา|ทำการ|ว่าการ)|[\d๐-๙])"
)
_GOES_ON_ABOVE = re.compile(r"(?:และ|หรือ|ของ|ประจำ|ผ่าน|,)\s*$")
_SHORT_LINE, _FULL_LINE = 0.65, 0.8  # of the page's width: where it ends


def read_recipients(document: Document) -> tuple[Field, ...]:
    """The addressees, one each, as printed. Empty where the place is left blank."""
    item = cut_blocks(document).items.get("recipient")
    if item is None or read_kind(document) in _SENT_TO_NOBODY:
        return ()
    fields = []
    for start, end in split_list(item.passage, item.start):
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


def _way(text: str, start: int, end: int) -> tuple[str, int]:
    """Through whom an entry goes, "" if through nobody, and where those end whom it is for."""
    ways = [match["bracketed"].strip() for match in _THROUGH.finditer(text, start, end)]
    on_its_way = _ON_ITS_WAY.search(text[start:end])
    if on_its_way is not None and on_its_way.start() > 0:
        ways.append(" ".join(on_its_way["way"].split()))
        end = start + on_its_way.start()
    return ", ".join(ways), end


def _addressees(item: Item, start: int, end: int) -> list[tuple[int, int]]:
    """Part `text[start:end]` where one addressee ends and another begins."""
    text = item.passage.text
    if _ONE_GROUP.fullmatch(text, start, end):
        return [(start, end)]
    cuts = [(match.start(), match.end()) for match in _BETWEEN.finditer(text, start, end)]
    cuts += [(match.start(), match.end()) for match in _THROUGH.finditer(text, start, end)]
    cuts = [cut for cut in cuts if not any(a < cut[0] and cut[1] < b for a, b in cuts)]
    last = end
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
        named = _NEW_LINE.match(text, at) is not None
        if not start < at < end or above.box.right >= (_FULL_LINE if named else _SHORT_LINE):
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
