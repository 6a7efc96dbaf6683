"""To whom a document is addressed: เรียน, ถึง."""

from __future__ import annotations

import re

from extractors.blocks import Item, cut_blocks
from extractors.listing import split_list
from extractors.record import Field
from pipeline.models import Document

# Words that the office or title of an addressee begins with, for telling two addressees apart.
_ADDRESSEE = (
    "ผู้|นายก|นายอำเภอ|นายทะเบียน|อธิบดี|อธิการบดี|ปลัด|เลขาธิการ|ประธาน|หัวหน้า|คณบดี|ท้องถิ่น|รอง|รัฐมนตรี|"
    "ศึกษาธิการ|สาธารณสุข|เกษตร|กำนัน|เจ้าอาวาส|คณะกรรมการ|กรรมการ|ข้าราชการ|พัฒนาการ|ปศุสัตว์|"
    "นายแพทย์|สวัสดิการ|วัฒนธรรม|พาณิชย์|อุตสาหกรรม|โยธาธิการ|ขนส่ง|พัฒนาสังคม|ประกันสังคม|จัดหางาน|แรงงานจังหวัด|"
    "ประมง|พลังงานจังหวัด|ประชาสัมพันธ์จังหวัด|สรรพากร|คลัง|สำนักงาน|กรม|กระทรวง|เทศบาล|องค์การ|มหาวิทยาลัย|โรงเรียน|อำเภอ|จังหวัด"
)
_BETWEEN = re.compile(rf"\s*,\s*(?=(?:{_ADDRESSEE}))|(?:\s+และ\s*|\s*และ\s+)(?=(?:{_ADDRESSEE}))")
# นายอำเภอทุกอำเภอ นายกเทศมนตรีเมือง… และ…: in a list that ends in และ, a space parts two seats
_SEAT = re.compile(
    r"(?<=\S)\s+(?=ผู้(?:ว่า|อำนวยการ|บังคับ|บัญชาการ|กำกับ|จัดการ)|นายก|นายอำเภอ|อธิบดี|อธิการบดี|ปลัด|เลขาธิการ|"
    r"หัวหน้า|คณบดี|ท้องถิ่น|รัฐมนตรี|ศึกษาธิการ|สาธารณสุข|เกษตร|พัฒนาการ|ปศุสัตว์|กำนัน)"
)
# …ผ่าน ปลัดเทศบาล | …(ผ่านหัวหน้ากลุ่มงาน): who sees it first is not whom it is for
_THROUGH = re.compile(rf"\s*\(?\s*ผ่าน\s*(?P<way>(?:{_ADDRESSEE})[^()]*)\)?\s*$")
_NEW_LINE = re.compile(rf"(?:{_ADDRESSEE})")


def read_recipients(document: Document) -> tuple[Field, ...]:
    """The addressees, one each, as printed. Empty where the place is left blank."""
    item = cut_blocks(document).items.get("recipient")
    if item is None:
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
            note = f"sent through (ผ่าน) {through['way'].strip()}" if through else None
            if item.passage.text[first:last].strip():
                fields.append(Field.of(item.passage.cut(first, last), note=note))
    return tuple(fields)


def _addressees(item: Item, start: int, end: int) -> list[tuple[int, int]]:
    """Part `text[start:end]` where one addressee ends and another begins."""
    text = item.passage.text
    cuts = [(match.start(), match.end()) for match in _BETWEEN.finditer(text, start, end)]
    if cuts and "และ" in text[cuts[-1][0] : cuts[-1][1]]:
        cuts += [(match.start(), match.end()) for match in _SEAT.finditer(text, start, cuts[-1][0])]
    starts = item.passage.starts
    for index in range(1, len(starts)):  # one addressee a line, each short of the margin
        at = starts[index]
        above = item.passage.lines[index - 1]
        if start < at < end and _NEW_LINE.match(text, at) and above.box.right < 0.8:
            cuts.append((at, at))
    places = []
    for cut_start, cut_end in sorted(cuts):
        places.append((start, cut_start))
        start = cut_end
    return [*places, (start, end)]
