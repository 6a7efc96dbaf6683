"""Cuts a document into the blocks that the regulation on correspondence gives it.

stamp │ title │ head (letterhead, date, urgency) │ items (ที่ เรื่อง เรียน อ้างถึง …) │ body │ closing
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extractors.dates import THAI_MONTH
from extractors.head.items import opens_item
from extractors.head.memo import begins_unit
from extractors.head.rail import rail
from extractors.head.read import Head
from extractors.text.english import is_english_name
from extractors.text.keywords import CLOSINGS, begins_with
from extractors.text.passage import Evidence, Passage
from extractors.text.people import is_person, is_post, is_signed_bare, is_title, split_person
from pipeline.layout import Row, beside, rows
from pipeline.models import Document, Line
from pipeline.packet.page_places import is_measured

_RECEIVED = re.compile(r"\s*(?:เลข\s*ที่?\s*รับ|เลข\s*รับ|รับที่|เลขทะเบียนรับ|ทะเบียนรับ)")
_STAMP_LINE = re.compile(r"\s*(?:รับ)?(?:วันที่|วัน|เวลา|ผู้รับ|เรื่อง\s*[.…]|[.…\d๐-๙])")
_TIMED = re.compile(r"\s*เวลา(?:[\s.…:]|[\d๐-๙])")
_PAGE_NUMBER = re.compile(  # - ๒ - | หน้า ๒/๓ | หน้าที่ ๒ จาก ๓
    r"\s*[-–—(/]?\s*(?:หน้า(?:ที่)?\s*:?\s*)?[\d๐-๙]{1,3}(?:\s*(?:/|จาก)\s*[\d๐-๙]{1,3})?\s*[-–—)/]?\s*"
)
# Of the page's height: the middle has no page numbers, but figures alone on a row: ต่อ / ๒๑๗/๒๑๘
_BARE_FIGURES = re.compile(r"\s*[\d๐-๙]{1,3}(?:\s*/\s*[\d๐-๙]{1,3})?\s*")
_MIDDLE = (0.12, 0.9)
# ติดรูปถ่าย ๑ นิ้ว | รูปถ่ายขนาด ๑.๕ x ๒ นิ้ว: a frame of a form, beside its title
_PHOTOGRAPH = re.compile(r"\W*(?:ติด|ปิด)?(?:รูป|ภาพ)ถ่าย(?:สี|หน้าตรง|ขนาด|[\s\d๐-๙.xX×*/])*(?:นิ้ว)?\W*")
_RULE = re.compile(
    r"\s*(?:(?:[-–—=_*~]\s?){4,}|๛{2,}|[-–—=_*~.]{2,}\s?[oO0๐]{1,4}\s?[-–—=_*~.]{2,})\s*"
)  # -------- | - - - - under a title
_CATCHWORD = re.compile(r"\s*/\s*(?:[\d๐-๙(]|.*(?:\.{2,}|…)\s*$)")  # /๓. หลังจาก… | /และรายงาน...
_BRACKETED = re.compile(  # signs before it are what a signature over it leaves
    r"[\s.…'’\"“”|~–—-]*\([\s'’‘`]*(?P<name>[^()]+?)\s*(?:\)(?:[\s.…'’\"“”|~–—-]*|\s+ผู้[ก-๎]{2,30}))?"
)  # (นายเอก มั่นคง)
_HALF_BRACKETED = re.compile(r"\s*(?P<name>[^()\d๐-๙]+?)\s*\)\s*")  # นายเอก มั่นคง)
_BARE_NAME = re.compile(r"[ก-ฮเ-ไ][ก-๎]+(?:\s+ณ)?\s+[ก-ฮเ-ไ][ก-๎]+")  # under พันเอก: (เอก มั่นคง)
# ลงวันที่ ๒๗ พฤศจิกายน ๒๕๖๖ | ณ วันที่ …: a paper dated right above its signature, without the usual words
_DATED = re.compile(
    rf"\s*(?:[ก-๎/|.]{{0,12}}\s?(?:ณ|เมื่อ|ลง|ใน)\s?)วันที่\s*[.…\d๐-๙\s]*(?:เดือน\s*)?(?:{THAI_MONTH})\s*"
    r"(?:พ\.?\s?ศ\.?|พุทธศักราช)?\s*[\d๐-๙]{2,4}[\s.]*"
)
# The closing words to monks, kin of the king and friends: ขอเจริญพร | ด้วยความเคารพอย่างสูง
_SALUTES = re.compile(
    r"\s*(?:ขอเจริญพร|ด้วย(?:ความ|จิต)(?:เคารพ|นับถือ|คารวะ|เชื่อมั่น|ศรัทธา|ห่วงใย|สมานฉันท์)(?:อย่าง(?:สูง|ยิ่ง))?|ขอแสดงความ(?:เคารพ|เสียใจ|ยินดี|ห่วงใย)(?:อย่าง(?:สูง|ยิ่ง))?"
    r"|ควรมิควรแล้วแต่จะโปรด\S*(?:\s\S+){0,2}|Yours\s(?:sincerely|faithfully|truly),?)\s*"
)
# สั่ง ณ สถานกงสุลใหญ่… วันที่ ๓ มิถุนายน ๒๕๖๗: where a paper was given out, before the day
_ISSUED_AT = re.compile(
    r"\s*(?:สั่ง|ประกาศ|ให้ไว้|ออกให้)\s*ณ\s+(?!วัน)[ก-๎].{2,50}?\s(?:เมื่อ|ณ\s?)?วันที่\s*[\d๐-๙.…]"
)
_FULL_LINE = 0.85  # of the page's width: where a line ends that goes on below
# นายเอก มั่นคง อธิบดี… กล่าวว่า: of whom a text tells something, he signs nothing
_TELLS = re.compile(r"กล่าว|เผย|ว่า(?!ราชการ|การ)|\s(?:ได้|เป็น|พร้อม|ลง|นำ|มอบ|ร่วม|ออก|เข้า)")
_FOOT = 3  # lines at the end among which a name and its post may stand on one line
_LAST = 12  # lines at the end of a document among which a signature without brackets stands
# ผู้จดรายงานการประชุม : นางสาว… | ผู้รายงาน  นาย…, the label and the name on one line
TAKES_DOWN = re.compile(
    r"\s*ผู้(?:จด|บันทึก|รายงาน|จัดทำ)[ก-๎]{0,24}\s*[:.…]*\s+(?P<name>(?:นาย|นาง|น\.ส\.|ว่าที่)\S*\s.*\S)"
)
# นางสาว…  ผู้จดรายงานการประชุม: the same the other way round
TAKEN_DOWN = re.compile(
    r"\s*(?P<name>(?:นาย|นาง|น\.ส\.|ว่าที่)\S*(?:\s+\S+){1,3}?)\s+"
    r"(?P<as>ผู้(?:จด|บันทึก|สรุป|รายงาน|จัดทำ)[ก-๎]{0,24})\s*$"
)
# (นาง… เลขประจำตัวผู้ป่วย): what a form asks for behind a name that was written in
_ASKED = re.compile(r"\s(?:เลข(?:ที่|ประจำ|บัตร)|อายุ|สัญชาติ|อยู่บ้าน|ที่อยู่|โทร)")
_SIGNED = re.compile(r"\s*\(?\s*(?:ลงชื่อ|ลายมือชื่อ[\s.…]+\S)")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the head, from its keyword to its last line; its content begins at `start`."""

    name: str
    passage: Passage
    start: int

    @property
    def content(self) -> str:
        return self.passage.text[self.start :]

    def cut(self, start: int, end: int) -> Evidence:
        """Evidence for `content[start:end]`. Raises ValueError if it is blank."""
        return self.passage.cut(self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class Blocks:
    """A document's lines by block. Lines of no block (page numbers) are left out."""

    stamp: tuple[Line, ...] = ()
    title: tuple[Line, ...] = ()
    head: tuple[Line, ...] = ()
    items: dict[str, Item] = field(default_factory=dict)
    body: tuple[Line, ...] = ()
    closing: tuple[Line, ...] = ()

    @property
    def of_a_letter(self) -> bool:
        """Whether the head has items that a letter bears, and an annex does not."""
        return not self.items.keys().isdisjoint(("number", "subject", "recipient"))


@lru_cache(maxsize=16)  # every room asks for the same blocks
def cut_blocks(document: Document) -> Blocks:
    """Cut a document into its blocks."""
    stamp = stamp_lines(document.lines)
    stamped = {id(line) for line in stamp}
    kept = [
        line
        for line in document.lines
        if id(line) not in stamped and not _PHOTOGRAPH.fullmatch(line.text)
    ]
    measured = bool(document.pages) and is_measured(document.pages[0])
    aside = rail(kept) if measured and kept else ()
    printed = rows(line for line in kept if line not in aside)
    all_rows = [
        row
        for row, below in zip(printed, (*printed[1:], None), strict=False)  # a blank page has none
        if not (_is_page_number(row, measured) or _is_rule(row) or _calls_next_page(row, below))
    ]
    head = Head(all_rows, measured)
    rest = [line for row in all_rows[head.end :] for line in row.lines]
    end = _closing_start(rest)
    return Blocks(
        stamp=stamp,
        title=tuple(head.title),
        head=(*aside, *head.loose),
        items={
            name: Item(name, _joined(name, lines), start)
            for name, (lines, start) in head.items.items()
        },
        body=tuple(rest[:end]),
        closing=tuple(rest[end:]),
    )


def _joined(name: str, lines: Sequence[Line]) -> Passage:
    """An item's lines as one text; in ส่วนราชการ a unit on a line of its own stands apart."""
    return (
        Passage.of(lines, apart=lambda _, text: begins_unit(text))
        if name == "office"
        else Passage.of(lines)
    )


def _date_above(lines: Sequence[Line], place: int) -> int:
    """`place`, or that of the date right above it: it is the paper's own, no end of a sentence."""
    if place < 2 or not _DATED.fullmatch(lines[place - 1].text):
        return place
    dated, above = lines[place - 1], lines[place - 2]
    wrapped = above.box.right > _FULL_LINE and dated.box.left < above.box.left + 0.03
    return place if wrapped and above.page == dated.page else place - 1


def _is_rule(row: Row) -> bool:
    return len(row.lines) == 1 and _RULE.fullmatch(row.text) is not None


def _calls_next_page(row: Row, below: Row | None) -> bool:
    """Whether a row is the last of its page and says how the next begins."""
    turns = below is not None and below.lines[0].page != row.lines[0].page
    return turns and len(row.lines) == 1 and _CATCHWORD.match(row.text) is not None


def _is_page_number(row: Row, measured: bool) -> bool:
    inside = measured and _MIDDLE[0] < row.box.middle < _MIDDLE[1]
    if len(row.lines) > 1 or (inside and _BARE_FIGURES.fullmatch(row.text)):
        return False
    return _PAGE_NUMBER.fullmatch(row.text) is not None


def stamp_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of received stamps among the print: the office above, เลขรับ, วันที่, เวลา."""
    found: list[Line] = []
    for index, line in enumerate(lines):
        if not _RECEIVED.match(line.text) or line in found:
            continue
        above = lines[index - 1] if index else None
        if above and _under(above, line) and not opens_item(above.text, {}):
            found.append(above)
        found.append(line)
        found.extend(
            below
            for below in lines[index + 1 : index + 6]
            if _under(line, below) and _STAMP_LINE.match(below.text)
        )
    return tuple(found)


def says_received(lines: Sequence[Line]) -> bool:
    """Whether an impression is a received stamp: it has a word of receiving, or tells the time of
    day, as no seal of a sender does."""
    return bool(stamp_lines(lines)) or any(_TIMED.match(line.text) for line in lines)


def _under(upper: Line, lower: Line) -> bool:
    """Whether the lower line stands in the column of the upper, at most a few lines down."""
    beside = upper.box.left < lower.box.right and lower.box.left < upper.box.right
    near = lower.box.top - upper.box.bottom < 5 * max(upper.box.height, lower.box.height)
    return upper.page == lower.page and beside and near


def signs_on_one_line(lines: Sequence[Line], index: int) -> bool:
    """Whether a short line is a name and its post, none of a list: นายเอก มั่นคง  ประธานชมรม…"""
    person = split_person(lines[index].text) if lines[index].box.right < _FULL_LINE else None
    listed = any(
        is_person(one.text) for one in (*lines[index - 1 : index], *lines[index + 1 : index + 2])
    )
    posted = person is not None and is_post(person.rest) and not _TELLS.search(person.rest)
    return posted and not listed


def _closing_start(lines: Sequence[Line]) -> int:
    """Index of the line that begins the closing; the number of lines if there is none."""
    for index, line in enumerate(lines):
        short = len(line.text) < 80
        if _SALUTES.fullmatch(line.text) or (short and begins_with(line.text, CLOSINGS)):
            return index
        if short and _ISSUED_AT.match(line.text):
            return index
    for index, line in enumerate(lines):
        above = lines[index - 1].text if index else ""
        if _SIGNED.match(line.text):
            return _date_above(lines, index - is_title(above))
        found = _BRACKETED.fullmatch(line.text) or _HALF_BRACKETED.fullmatch(line.text)
        if found is None or len(line.text) > 60:
            continue
        english = index >= len(lines) - _LAST and is_english_name(found["name"])
        if (is_person(found["name"]) and not _ASKED.search(found["name"])) or english:
            return _date_above(lines, index - is_title(above))
        signed = is_title(above) or (is_person(above) and above.rstrip().endswith(found["name"]))
        if signed and _BARE_NAME.fullmatch(found["name"]):  # พันเอก, or พันเอก เอก มั่นคง
            return index - 1
    last = max(0, len(lines) - _LAST)
    tail = lines[last:]
    for index, (line, below) in enumerate(zip(tail, (*tail[1:], None), strict=False), start=last):
        bare = below and is_signed_bare(line.text, below.text) and not beside(line, below)
        if bare or TAKES_DOWN.match(line.text) or TAKEN_DOWN.match(line.text):
            return index
        if index >= len(lines) - _FOOT and signs_on_one_line(lines, index):
            return index
    return len(lines)
