"""สิ่งที่ส่งมาด้วย: what was sent along, and how many of each."""

from __future__ import annotations

import re

from extractors.head.blocks import cut_blocks
from extractors.record import Enclosure
from extractors.text.listing import split_lines, split_list
from extractors.text.offices import without_leaders
from extractors.text.passage import Passage
from pipeline.layout import joint
from pipeline.models import Document
from pipeline.thai_digits import arabic

_UNITS = (
    "ฉบับ|ชุด|แผ่น|เล่ม|หน้า|ซอง|กล่อง|ใบ|แผง|ม้วน|ระวาง|ภาพ|รูป|ขวด|ถุง|หลอด|ชิ้น|ผืน|แฟ้ม"
    "|ดวง|ดอก|อัน|ลัง|ห่อ|ไฟล์|ราย(?!การ|ชื่อ)"
)
_COUNTED = r"(?:จำนวน|อย่างละ|จำนวนอย่างละ|รวม(?:ทั้งสิ้น)?(?:จำนวน)?)\s*[.…]*\s*"
_WORDED = r"(?:\([ก-๎]+\)\s*)?"  # ๑ (หนึ่ง) ชุด
# จำนวน ๑ ฉบับ anywhere (it may stand in a column of its own);
# at the end also จำนวน ๑๒ รายการ and ๑ ชุด
QUANTITY = re.compile(
    rf"[\s(]*{_COUNTED}(?P<count>[\d๐-๙]+)\s*{_WORDED}(?P<unit>{_UNITS})\s*\)?"
    rf"|[\s(]*{_COUNTED}(?P<count3>[\d๐-๙]+)\s*{_WORDED}(?P<unit3>[ก-ฮเ-ไ][ก-๎]{{1,11}})\s*\)?\s*$"
    rf"|\s+[(]?(?P<count2>[\d๐-๙]+)\s*(?P<unit2>{_UNITS})\s*\)?\s*$"
)
# How the second line of a title may begin, but no title
_BEGINS = re.compile(
    r"\s*(?!(?:ลงวันที่|ลว\.|เมื่อวันที่|ที่|ของ|และ|หรือ|ครั้งที่|พ\.ศ|ประจำ|ตาม|แห่ง|เพื่อ|ใน|ให้|ฉบับ|เรื่อง|จำนวน|"
    r"โดย|ด้วย|กับ|ณ|จาก|สำหรับ|ระหว่าง|ระดับ|ต่อ|ซึ่ง|รวม|ปี))[ก-ฮเ-ไA-Z]"
)
_FOR_EACH = re.compile(
    r"\s+(?P<whom>(?:อำเภอ|จังหวัด|ตำบล|โรงเรียน|หน่วย(?:งาน)?|แห่ง|หมู่บ้าน|ชุมชน|คน|ราย)ละ)\s*$"
)
_BLANK_QUANTITY = re.compile(rf"[\s(]*จำนวน[\s.…_]*(?:{_UNITS})\s*\)?\s*$")  # จำนวน ..... ฉบับ


def read_enclosures(document: Document) -> tuple[Enclosure, ...]:
    """The enclosures in order; `quantity` is None where the letter does not say it."""
    item = cut_blocks(document).items.get("enclosure")
    if item is None:
        return ()
    return tuple(
        _enclosure(item.passage.text[start:end])
        for start, end in enclosure_places(item.passage, item.start)
    )


def enclosure_places(passage: Passage, start: int) -> list[tuple[int, int]]:
    """Where each enclosure stands in the passage: a numbered list, or one after each quantity."""
    listed = split_list(passage, start)
    if len(listed) != 1:
        return listed
    places: list[tuple[int, int]] = []
    for begin, end in split_lines(passage, listed, _BEGINS):
        ends = [match.end() for match in QUANTITY.finditer(passage.text, begin, end)]
        ends = [*ends[:-1], end] if len(ends) > 1 else [end]
        places += zip([begin, *ends[:-1]], ends, strict=True)
    return places


def without_quantity(text: str) -> tuple[str, str | None]:
    """The text with its quantity taken out, and the quantity: '1 ฉบับ', 'อำเภอละ 1 ฉบับ'."""
    match = next(reversed(list(QUANTITY.finditer(text))), None)
    if match is None:
        return _BLANK_QUANTITY.sub("", text).strip(), None
    before, after = text[: match.start()].rstrip(), text[match.end() :].strip(" .…")
    before = without_leaders(before)
    count = arabic(match["count"] or match["count2"] or match["count3"])
    unit = match["unit"] or match["unit2"] or match["unit3"]
    each = _FOR_EACH.search(before)  # เช็คธนาคาร… อำเภอละ ๑ ฉบับ
    before = before[: each.start()] if each else before
    told = f"{each['whom']} {count} {unit}" if each else f"{count} {unit}"
    return before + joint(before, after) + after, told


def _enclosure(text: str) -> Enclosure:
    title, quantity = without_quantity(text)
    return Enclosure(title=" ".join(title.split()), quantity=quantity)
