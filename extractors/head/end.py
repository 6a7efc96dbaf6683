"""What tells that the head is over: a line that speaks, and is no more of the item above it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from extractors.dates import find_dates
from extractors.head.sender import speaks
from extractors.text.keywords import opens_body
from extractors.text.offices import starts_office
from extractors.text.passage import Passage
from extractors.text.people import is_person, is_post
from extractors.text.seats import is_seat
from pipeline.layout import Row
from pipeline.models import Line

# How a line may go on with the addressee above it: ทุกแห่ง | (ผ่าน…) | ๒. …
_MORE_ADDRESSEES = re.compile(r"\s*(?:ทุก|และ|ผ่าน|\(|[\d๐-๙]{1,2}[.)]|ทั้ง|ใน|แห่ง|ยกเว้น|ที่)")
# สำนักงานเลขานุการกรม ขอให้ทุกกลุ่มดำเนินการ ดังนี้: no more of the addressee, though an office's name
_WISHES = re.compile(r"\s*[ก-๎]{3}[ก-๎ ]{0,60}?(?:จึง)?ขอ(?:ให้|ความ|ส่ง|เรียน|แจ้ง|เชิญ)")
_OFF_AXIS, _AT_MARGIN = 0.05, 0.0125  # of the page's width: a title's lines, a line at the margin
# Of the page's width: a row that no wrapped text fills; how level paragraphs begin
_ON_AXIS, _SHORT_ROW, _SAME_INDENT = 0.017, 0.6, 0.004
_SET_IN = 0.03  # of the page's width: how far in a paragraph begins at least
_HALF, _LONGEST_POST = 0.45, 60  # of the page's width: what is tabbed to its right half; letters
_SHORT_LINE = 0.65  # of the page's width: where a line ends that no text fills
_QUANTITY_END = re.compile(
    r"(?:(?:จำนวน|อย่างละ)\s*[\d๐-๙]+\s*[ก-ฮเ-ไ][ก-๎]{1,11}"  # จำนวน ๖๓ ราย, whatever is counted
    r"|(?:จำนวน|อย่างละ|\s)\s*[\d๐-๙]+\s*(?:ฉบับ|ชุด|แผ่น|เล่ม|หน้า|ซอง|กล่อง|ใบ|แผง|ม้วน|ระวาง|รายการ|ขวด|ดวง|ภาพ|รูป|ชิ้น|อัน|คู่|ผืน|เครื่อง|เรื่อง|ถุง|หลอด|ต้น|โครงการ))\s*\)?\s*$"
)
# How a reference begins, in a list without numbers
REFERENCE = re.compile(
    r"\s*(?:สำเนา)?(?:หนังสือ|คำสั่ง|ประกาศ|ระเบียบ|ข้อบังคับ|พระราช|พ\.ร\.|กฎ|มติ|บันทึก|รายงาน|วิทยุ|โทรสาร|โทรเลข|"
    r"สัญญา|คำขอ|คำร้อง|แผน|ใบ|เอกสาร|การประชุม|โครงการ|เทศบัญญัติ|ข้อบัญญัติ|นโยบาย)"
)
_MORE_OF_IT = re.compile(r"\s*(?:และ|ที่|ลง|ฉบับ|เรื่อง|พร้อม|แก้ไข|กับ|ว\s?[\d๐-๙]|[(,\d๐-๙]|อ้าง)")
_MAY_OPEN = re.compile(r"\s*(?:อาศัย|อนุสนธิ|สืบเนื่อง|ตาม|ด้วย|เนื่อง|โดย|เพื่อ|ในการ|จาก)")
# กรมเหมืองแร่…│อยู่ในระหว่างยกร่าง… | ศูนย์ฯ │ขอส่งตัวอย่าง… | ตำรวจทางหลวง│จะตั้งจุดตรวจ…
_TELLS = re.compile(
    r"\s*[ก-๎ฯ\d๐-๙. ]{2,120}?(?<!ที่)"
    r"(?:จะ|กำลัง|แจ้ง(?:ว่า|ให้|มติ|แนวทาง|ปฏิทิน)|ปรากฏ|พบว่า|มีนโยบาย|มีมติ|เห็นชอบ|อยู่(?:ใน)?ระหว่าง|ขอ(?!ง|บ)|ได้(?!รับ|แก่)|มี(?:แผน|ความ|กำหนด)|กำหนด(?:จัด|ให้|ฝึก|เข้า))"
)
# How another enclosure begins; a full line that begins otherwise is the text's
_A_PAPER = re.compile(
    r"\s*(?:สำเนา|แบบ|บัญชี|ราย|หนังสือ|คู่มือ|แผน|แผ่น|ผัง|โครงการ|กำหนดการ|เอกสาร|ตาราง|ภาพ|รูป|ระเบียบ|ข้อ|ประกาศ|คำ"
    r"|ร่าง|หลัก|แนว|ใบ|สรุป|ไฟล์|โปสเตอร์|ปฏิทิน|สื่อ|บันทึก|มติ|กฎ|พระราช|เกณฑ์|ตัวอย่าง|ชุด|สัญญา|วาระ|และ|ที่|ลง|เรื่อง|ของ|พร้อม|ฉบับ|จำนวน|[\d๐-๙(“\"])"
)
_PURPOSE, _WIDE = re.compile(r"\s*เพื่อ"), 0.62  # of the page's width
# เพื่อให้เป็นไปตามมาตรา ๔๗ …, however far the line runs
_LAWFUL = re.compile(
    r"\s*เพื่อ(?:ให้)?(?:การ\S{0,40})?(?:เป็นไป|ปฏิบัติ|ดำเนินการ)ตาม(?:ความใน)?\s?(?:มาตรา|ระเบียบ|พระราช|พ\.ร\.บ|ข้อ|กฎ|ประกาศ)"
)
_FULL_LINE, _PARAGRAPH, _LONGEST_ENTRY = 60, 120, 250  # characters
_FIRST = re.compile(r"\s*[1๑]\s*[.)]")
_FIRST_OF_LIST = re.compile(r"(?:^|\s)\(?[1๑]\s*[.)]\s")  # สิ่งที่ส่งมาด้วย ๑. แบบรายงาน…
_LISTED = re.compile(r"\s*(?:[-–(]?\s*[\d๐-๙]{1,2}\s*[.)]|[-–•]\s?[^\s\d๐-๙])")


def is_first(text: str) -> bool:
    """Whether a line begins a list: ๑. แต่งตั้ง… | ข้อ ๑ ให้…

    >>> is_first("๑. แต่งตั้งคณะกรรมการ"), is_first("๑๐. นาย ก")
    (True, False)
    """
    return re.match(r"\s*(?:[1๑]\s*[.)]\s*[ก-ฮเ-ไ]|ข้อ\s*[1๑]\s*[.)]?\s+[ก-ฮเ-ไ])", text) is not None


def is_signature(text: str) -> bool:
    """Whether a line is where somebody signs: ลงชื่อ…ผู้รายงาน | ผู้จัดทำ | (นาย ก ข).

    >>> is_signature("(นางสาวขวัญใจ ป่าดี)"), is_signature("ผู้รายงาน"), is_signature("โรงเรียนบ้านดอน")
    (True, True, False)
    """
    inner = re.match(r"\s*\((?P<name>[^()]+)\)\s*$", text)
    signs = re.match(r"\s*(?:\(?\s*ลง(?:ชื่อ|นาม)|ผู้(?:รายงาน|จัดทำ|รับรอง)\S{0,12}\s*$)", text)
    return signs is not None or (inner is not None and is_person(inner["name"]))


def is_listed(text: str) -> bool:
    """Whether a line begins an entry of a list: ๑. … | (๒) … | - …"""
    return _LISTED.match(text) is not None


def tells(item: str | None, text: str, measured: bool) -> bool:
    """Whether a line tells something and goes on with no item; `measured`: where each line was set.

    Where a paragraph is one line, one as long as no entry of a list is the text's: ปรากฏว่าในแต่ละปี…
    """
    if (item == "enclosure" or not measured) and speaks(text):
        return True
    if measured or item not in ("enclosure", "reference") or is_listed(text):
        return False
    names = REFERENCE.match(text) or _A_PAPER.match(text)
    return len(text) > (_LONGEST_ENTRY if names else _PARAGRAPH)


def ends_enclosures(lines: list[Line], above: Row, row: Row) -> bool:
    """Whether the enclosures end above a row: all are told with their quantity in the text itself.

    A quantity in a column of its own may stand on the first of two lines, so there only a line
    that may open a text ends them.
    """
    if _FIRST.match(row.text) and _counted(line.text for line in lines):
        return True  # a list that counts anew is the text's own
    if _FIRST.match(row.text) and _QUANTITY_END.search(above.text):  # the text's own clause ๑.
        return not any(_LISTED.search(line.text) for line in lines)
    listed = any(_LISTED.match(line.text) for line in lines[1:])
    if _LISTED.match(row.text) or _QUANTITY_END.search(row.text):
        return False
    if _QUANTITY_END.search(above.text) is None:
        return False
    if not listed:  # แบบรายงาน ๑ ฉบับ / เพื่อจัดทำฐานข้อมูลสนามกีฬา การกีฬา…ขอ…
        told = _MAY_OPEN.match(row.text) or _TELLS.match(row.text)
        opens = told is not None or _A_PAPER.match(row.text) is None
        return len(row.text) > (_FULL_LINE if opens else _PARAGRAPH)
    return len(above.lines) == 1 or _MAY_OPEN.match(row.text) is not None


def gives_purpose(row: Row) -> bool:
    """Whether a row as wide as a paragraph says what a paper is for: เพื่อให้การพยากรณ์…เป็นไปอย่าง
    ทันท่วงที จึงมอบหมาย…; the second line of a subject is short."""
    wide = _PURPOSE.match(row.text) is not None and row.box.width > _WIDE
    return wide or _LAWFUL.match(row.text) is not None


def bids_in_a_list(row: Row) -> bool:
    """Whether a row of an order says what for, bids what is listed below it (…ปฏิบัติ ดังนี้), or is the
    first of the list: a line further down may begin with วันที่ as the head's date does."""
    listed = is_first(row.text) or row.text.rstrip(" :").endswith(("ดังนี้", "ดังต่อไปนี้"))
    return listed or gives_purpose(row)


def begins_clauses(item: tuple[Sequence[Line], int], text: str) -> bool:
    """Whether a line is ๑. of the text below an item whose own content bears no numbers."""
    lines, start = item
    content = [lines[0].text[start:], *(line.text for line in lines[1:])]
    listed = any(_LISTED.match(line) for line in content) or content[-1].endswith("นี้")
    return is_first(text) and bool(content[0].strip()) and (not listed or _counted(content))


def _counted(lines: Iterable[str]) -> bool:
    """Whether a list among the lines has had its first entry."""
    return any(_FIRST_OF_LIST.search(line) for line in lines)


def ends_references(above: Row, row: Row) -> bool:
    """Whether the references end above a row: the last is told with its date, this begins none."""
    dates = find_dates(above.text)
    if not dates or above.text[dates[-1].end :].strip(" .)"):
        return False
    return REFERENCE.match(row.text) is None and _MORE_OF_IT.match(row.text) is None


def goes_on(above: Row, text: str) -> bool:
    """Whether a line goes on with the addressee above it, by its words alone."""
    if _WISHES.match(text):
        return False
    unfinished = above.text.rstrip().endswith(("และ", ",", "หรือ", "ของ", "ประจำ"))
    return unfinished or _MORE_ADDRESSEES.match(text) is not None or is_seat(text)


def is_another_addressee(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is a post and no more, right above the text, wherever it is set:
    เรียน นายกเทศมนตรี… │ ผู้อำนวยการแขวง… │ ด้วย…"""
    row = rows[index]
    if row.box.left > _HALF:
        return _is_tabbed(rows, index)
    alone = is_post(row.text) and row.box.right < _SHORT_LINE and len(row.text) < _LONGEST_POST
    return alone and any(opens_body(other.text) for other in rows[index + 1 : index + 2])


def _is_tabbed(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is one of those in the right half that an addressee begins, above the text."""
    first, last = index, index + 1
    while first and _is_level(rows[first - 1], rows[index]):
        first -= 1
    while last < len(rows) and _is_level(rows[last], rows[index]):
        last += 1
    text = rows[first].text
    named = is_post(text) or is_seat(text) or starts_office(text)
    below = rows[last] if last < len(rows) else None
    wide = below is not None and below.box.width > 0.5 and below.box.left < rows[index].box.left
    return named and below is not None and (wide or opens_body(below.text))


def _is_level(row: Row, other: Row) -> bool:
    return abs(row.box.left - other.box.left) < _SAME_INDENT


def begins_paragraph(rows: Sequence[Row], index: int, margin: float) -> bool:
    """Whether a row is the first of a paragraph by its place: set in, it runs to the right margin
    (`margin` wide), and the next goes on at the left one, where no item of a head goes on."""
    row = rows[index]
    below = rows[index + 1] if index + 1 < len(rows) else None
    if below is None or below.lines[0].page != row.lines[0].page:
        return False
    left = min(other.box.left for other in rows if other.lines[0].page == row.lines[0].page)
    full = row.box.right > 1 - margin - _OFF_AXIS and row.box.width > 0.5
    set_in = row.box.left > left + _SET_IN
    near = below.box.top - row.box.top < 3 * row.box.height
    return full and set_in and near and below.box.left < left + _AT_MARGIN


def is_of_text(rows: Sequence[Row], index: int, margin: float, keyword_ends: int | None) -> bool:
    """Whether a row is the first or second of a paragraph by their places. It may begin with what
    sounds like an item of the head, but for the gap behind that: เรื่อง│นี้… | อ้างถึง│มติที่ประชุม…"""
    if keyword_ends is None:
        return begins_paragraph(rows, index - 1, margin)
    if not rows[index].text[keyword_ends:][:1].strip(" :"):
        return False
    return any(begins_paragraph(rows, place, margin) for place in (index - 1, index))


def ends_title(rows: Sequence[Row], index: int, title: Line) -> bool:
    """Whether a row under a centred title is not: a paragraph's first, or at the margin.

    A shorter one that begins level with the title goes on with it, as where one tab sets all."""
    row, box = rows[index].box, title.box
    axis, left = (box.left + box.right) / 2, min(other.box.left for other in rows)
    if abs(axis - 0.5) > _OFF_AXIS or box.left < left + 2 * _AT_MARGIN:
        return False
    level = abs(row.left - box.left) < _SAME_INDENT and row.right < box.right
    aside = abs((row.left + row.right) / 2 - axis) > _OFF_AXIS and not level
    below = rows[index + 1 : index + 2]
    wraps = row.width > 0.5 and any(other.box.left < left + _AT_MARGIN for other in below)
    return aside or wraps or row.left < left + _AT_MARGIN


def surely_centred(rows: Sequence[Row], index: int, title: Line) -> bool:
    """Whether a row that begins as a text does stands on the title's axis as no text does."""
    row, box = rows[index].box, title.box
    off = abs(row.left + row.right - box.left - box.right) / 2
    # another paragraph below begins as far in
    level = any(abs(other.box.left - row.left) < _SAME_INDENT for other in rows[index + 1 :])
    return (
        off < _ON_AXIS
        and row.width < _SHORT_ROW
        and not level
        and not ends_title(rows, index, title)
    )


def content_left(lines: list[Line], start: int) -> float:
    """Where the content of an item begins on its first line, the keyword left off."""
    first = lines[0]
    if first.words or start >= len(first.text):
        return Passage.of(lines).cut(start, start + len(first.text)).box.left
    start += len(first.text[start:]) - len(first.text[start:].lstrip())
    share = _width(first.text[:start]) / max(1, _width(first.text))
    return first.box.left + share * first.box.width


def _width(text: str) -> int:
    """How many signs of a text take room on the line: marks above and below take none."""
    return sum(unicodedata.category(sign) != "Mn" for sign in text)
