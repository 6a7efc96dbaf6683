"""What somebody wrote into the head of a form, or of a report: its day, its number, for whom it is
and what about.

A form has no items as a letter has (its ที่ heads a column, its เรื่อง a cell): what stands behind
their words above its text is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.dated_field import first_date
from extractors.dates import find_dates, is_date_line
from extractors.head.blocks import Item, cut_blocks, stamp_lines
from extractors.head.end import is_first
from extractors.kind import is_template, read_kind
from extractors.number import match_number
from extractors.record import Field, Kind
from extractors.text.keywords import opens_body
from extractors.text.passage import Passage
from pipeline.layout import Row, rows
from pipeline.models import Document, Line
from pipeline.thai_digits import arabic

FILLED_IN: frozenset[Kind] = frozenset({"form", "report"})  # kinds that somebody fills in
_TOP = 14  # rows among which the head of a form stands
_WORDS = {
    "recipient": re.compile(
        r"\s*(?:กราบเรียน|เรียน(?:เสนอ)?|นมัสการ|เสนอ(?:ต่อ)?|ยื่น(?:ต่อ)?|ถึง)\s*(?:[:.…_]+|\s|$)\s*"
    ),
    "subject": re.compile(r"[\s\"'“”.|]*เรื่อง\s*(?:[:.…_]+|\s|$)\s*"),
}
# เลขที่ บย. ๑๑/๒๕๖๗ | เลขที่คำขอ ๓๔/๒๕๖๗, not the number of a house or of a receipt's book
_NUMBER = re.compile(
    r"(?:^|\s{2,})(?:ใบ[ก-๎]{1,10}\s?)?เลข\s?ที่(?:ใบ|คำ)?[ก-๎]{0,8}\s*[:.…_]*\s*(?=[ก-ฮ\d๐-๙])"
)
# เลขที่ ๑๘, alone, in a book of forms (เล่มที่ ๗): that of the receipt or slip
_BOOK = re.compile(r"(?:^|\s)เล่มที่\s*[:.…_]*\s*[ก-ฮ.]{0,5}\s?[\d๐-๙]")
_SHEET = re.compile(r"(?:.*[\d๐-๙]\s+)?เลขที่\s*[:.…_]*\s*(?P<number>[\d๐-๙]{1,7})[\s.…]*")
# Of the page's width: from what is written behind a word to what goes on, from a bare word to it
_NEAR, _WIDEST = 0.05, 0.5
_PIECES = 3  # on a row of a head at most; more are cells
_FIRST_CELL = re.compile(r"\s*(?:ที่|ลำดับ(?:ที่)?|ข้อ|[1๑][.)]?)\s*")
# วันที่ยื่นคำขอ ๕ มี.ค. ๖๗ | เขียนที่ … วันที่ …; the day on which it was received, or is due, is none
_DAY = re.compile(
    r"^\s*(?:(?:\(?(?:เขียน|ทำ)ที่|เลขที่)\s?\S.{2,60}?\s)?\(?วันที่\s?"
    r"(?:(?:ยื่น|ขอ|เขียน|ทำ|รายงาน|จัดทำ|บันทึก|แจ้ง|ออก|เบิก|ยืม)[ก-๎]{0,12}\s*)?[:.…_\s]*(?=[\d๐-๙])"
)
_DAY_IN_PIECES = re.compile(r"\s*วันที่[^ก-ฮ]*เดือน")
_OF_DATA = re.compile(r"ข้อมูล|ณ\s|ระหว่าง|ประจำวัน|ห้วง|ถึง\s?วันที่|รับวันที่")


def head_lines(document: Document) -> list[Line]:
    """The lines above the text, the list or the table of a form, received stamps left out."""
    page = document.pages[0]
    # The head itself may be ruled, in one row: ตรา │ ใบขออนุญาตใช้รถ… │ เลขที่ …
    edge = min((table.box.top for table in page.tables if len(table.rows) > 1), default=1.0)
    stamped = set(map(id, stamp_lines(page.lines)))
    found: list[Line] = []
    for row in rows(page.lines)[:_TOP]:
        if row.box.middle > edge or opens_body(row.text) or is_first(row.text) or _lists(row):
            break
        found += [line for line in row.lines if id(line) not in stamped]
    return found


def _lists(row: Row) -> bool:
    """Whether a row heads the columns of a list without rules, or is its first."""
    if _DAY_IN_PIECES.match(row.text):
        return False  # วันที่ │ ๙ │ เดือน │ กุมภาพันธ์ │ พ.ศ. │ ๒๕๖๙
    first = _FIRST_CELL.fullmatch(row.lines[0].text) is not None
    return len(row.lines) > _PIECES or (len(row.lines) > 1 and first)


def form_item(document: Document, name: str) -> Item | None:
    """What stands behind เรียน or เรื่อง in the head of a form or of a report; None where nothing
    does, or of another kind. Of a blank form only for whom it is, which may be printed on it."""
    blank = is_template(document) and name != "recipient"  # for whom it is may be printed on it
    if read_kind(document) not in FILLED_IN or blank:
        return None
    title = cut_blocks(document).title
    lines = [line for line in head_lines(document) if line not in title]
    for place, line in enumerate(lines):
        word = _WORDS[name].match(line.text)
        if word is None:
            continue
        behind = _close_behind(line, lines[place + 1 :])
        if line.text[word.end() :].strip(" .…_"):  # เรื่อง ขอลา │ กิจส่วนตัว, in another hand
            return Item(name, Passage.of([line, *behind], " "), word.end())
        if behind and "".join(one.text for one in behind).strip(" .…_"):
            return Item(name, Passage.of(behind, " "), 0)
        return None
    return None


def _close_behind(line: Line, following: Sequence[Line]) -> list[Line]:
    """The pieces that go on a line on its row, in order."""
    found: list[Line] = []
    for one in following:
        last = found[-1] if found else line
        level = abs(one.box.middle - line.box.middle) < line.box.height / 2
        near = one.box.left - last.box.right < (_NEAR if found or _says(line) else _WIDEST)
        if not (level and near):
            break
        found.append(one)
    return found


def _says(line: Line) -> bool:
    """Whether more than its word stands on a line: เรื่อง ขอลา."""
    return len(line.text.split()) > 1


def form_day(document: Document) -> Field | None:
    """The day in the head of a form, on a line of its own or behind its word; none of its data."""
    return first_date(_days(document))


def form_number(document: Document) -> Field | None:
    """The number behind เลขที่ in the head of a form: เลขที่ บย. ๑๑/๒๕๖๗."""
    for line in head_lines(document):
        for label in _NUMBER.finditer(line.text):
            mention = match_number(line.text, label.end())
            if mention and "/" in mention.text and not _goes_on(line.text, mention.end):
                found = Passage.of([line]).cut(mention.start, mention.end)
                return Field.of(found, mention.number.value)
    return _number_in_its_book(document)


def _number_in_its_book(document: Document) -> Field | None:
    """The number of a sheet torn from a book, alone behind its word: เล่มที่ ๗ │ เลขที่ ๑๘."""
    lines = head_lines(document)
    if not any(_BOOK.search(line.text) for line in lines):
        return None
    for line in lines:
        if sheet := _SHEET.fullmatch(line.text):
            found = Passage.of([line]).cut(*sheet.span("number"))
            return Field.of(found, arabic(found.text))
    return None


def _goes_on(text: str, end: int) -> bool:
    """Whether letters follow a number as those of an address do: เลขที่ ๙๙/๑ หมู่ที่ ๓."""
    return re.match(r"\s?(?:หมู่|ม\.|ถนน|ซอย|ตำบล|ต\.|บ้าน)", text[end:]) is not None


def _days(document: Document) -> Iterator[Passage]:
    dated = [(line, find_dates(line.text)[:1]) for line in head_lines(document)]
    dated = [
        (line, day) for line, day in dated if day and not _OF_DATA.search(line.text[: day[0].start])
    ]
    for line, day in dated:
        if day[0].precision == "day" and is_date_line(line.text):
            yield Passage.of([line])
    for line, day in dated:
        label = _DAY.match(line.text)
        if label is not None and label.end() == day[0].start:
            yield Passage.of([line])
