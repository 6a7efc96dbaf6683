"""Whether a form was filled in: what stands in its table, in its blanks, at its foot."""

from __future__ import annotations

import re

from extractors.dates import find_dates
from extractors.head.blocks import Blocks, cut_blocks
from extractors.text.people import is_person
from pipeline.layout import rows
from pipeline.models import Document, Page, Table

LEADERS = re.compile(r"[.…_]{4,}")  # of a blank that waits to be filled in
LONG_LEADERS, BLANKS = re.compile(r"(?:[._]|…){12,}|…{5,}"), 3
_AMOUNT = re.compile(r"[\d๐-๙]{1,3}(?:,[\d๐-๙]{3})+|[\d๐-๙]+\.[\d๐-๙]{2}(?![\d๐-๙])")  # 22,400.00
_BARE_UNIT = re.compile(
    r"\s*(?:จังหวัด|อำเภอ|เทศบาล\S{0,4}|อบต\.?|หน่วยงาน|โรงเรียน|ชื่อหน่วยงาน|องค์การบริหารส่วน(?:ตำบล|จังหวัด))"
    r"[\s:.…_]*"
)
# หน่วยงาน...........จังหวัด..........., on one line with others
_WAITING_UNIT = re.compile(
    r"\s*(?:ชื่อ)?(?:จังหวัด|อำเภอ|เทศบาล|อบต\.?|หน่วย\S{0,8}|โรงเรียน|สถานศึกษา|ส่วนราชการ|องค์กร)[^ก-๎]{0,3}[.…_]{8,}"
)
_LABEL = (
    r"(?:ชื่อ(?:\s?[-–/]\s?(?:นาม)?สกุล|สกุล)?|(?:นาม)?สกุล|ตำแหน่ง|หน่วยงาน|สังกัด|โทรศัพท์|โทรสาร|โทร\.?|มือถือ|อีเมล|e-?mail|"
    r"ที่อยู่|อายุ|ปี|เลขที่|หมู่ที่|ตำบล|อำเภอ|จังหวัด|วันที่|เดือน|พ\.ศ\.?|ลงชื่อ|ผู้\S{3,14}|บาท|คน|ข้าพเจ้า|เขียนที่|โรงเรียน)"
)
_LABELS_ALONE = re.compile(rf"[\s.…_:()\d๐-๙-]*(?:{_LABEL}[\s.…_:()-]*){{2,}}", re.I)
EMPTY_BRACKETS = re.compile(r"\([\s.…_]*\)")
# ☐ อนุญาต ☐ ไม่อนุญาต │ ลงชื่อ......... │ (         ): a box where somebody is to decide
_AWAITS_A_HAND = re.compile(r"ลง(?:ชื่อ|นาม)[\s.…_]*(?:ผู้[ก-๎]+\s*)?\([\s.…_]*\)")
_I = re.compile(r"\s*(?:โดยหนังสือฉบับนี้\s*)?ข้าพเจ้า\s*[.…_]*\s*")
_PARTED = re.compile(r"\s{2,}|[.…_]{2,}")  # ข้าพเจ้า.....นาง ก ข.....อายุ.....
_SAYS = re.compile(r"[ก-ฮ].*[ก-ฮ]|[\d๐-๙].*[\d๐-๙]")  # two letters or figures
TOP = 8  # lines at the top of a document where it says what it is


def is_filled(document: Document) -> bool:
    """Whether a form was filled in: its table says something, or it is dated and names its unit."""
    if _has_entries(document):
        return True
    blank = is_left_blank(document)
    if any(_table_filled(page, blank) for page in document.pages):
        return True
    top = document.pages[0].lines[: TOP + 4]
    # the day of a meeting stands on its reply form, left blank though it is
    told = r"(?:ข้อมูล|ณ\s*วันที่)" if blank else r"(?:ข้อมูล|ณ|วันที่)"
    empty = any(page.tables for page in document.pages)  # as none of them says anything
    if not (blank or empty) and is_signed(cut_blocks(document)):
        return True
    if blank and empty:  # ตรวจสอบยอด ณ วันที่ ๓๑ ธันวาคม… แล้ว: the day is printed for all
        return False
    dated = any(
        date.precision == "day"
        for line in top
        if re.search(told, line.text)
        for date in find_dates(line.text)
    )
    return dated and not any(
        _BARE_UNIT.fullmatch(line.text) or _WAITING_UNIT.match(line.text) for line in top
    )


def _has_entries(document: Document) -> bool:
    """Whether words in another ink than the form's stand here and there on it, each by itself."""
    alone = (
        stamp.lines[0].text
        for page in document.pages
        for stamp in page.stamps
        if len(stamp.lines) == 1
    )
    return sum(_SAYS.search(text) is not None for text in alone) >= BLANKS


def is_left_blank(document: Document) -> bool:
    """Whether a form still waits for a pen: long leaders, labels with nothing behind them, or
    brackets for a name and none that holds one. An empty received stamp on it says nothing."""
    stamped = set(map(id, cut_blocks(document).stamp))
    texts = [line.text for line in document.lines if id(line) not in stamped]
    if any(_says_who(text) for text in texts):
        return False
    if len(LONG_LEADERS.findall("\n".join(texts))) >= BLANKS:
        return True
    parted = [row.text for page in document.pages for row in rows(page.lines)]  # (          )
    # a scan shows labels and dots of one row as lines of their own: วันที่ .. │ เดือน .. │ พ.ศ. .
    alone = {*texts, *parted}
    if sum(_LABELS_ALONE.fullmatch(text) is not None for text in alone) >= BLANKS - 1:
        return True
    empty = any(EMPTY_BRACKETS.search(text) for text in (*texts, *parted))
    return empty and not any(is_person(text.strip().strip("() ")) for text in texts)


def _says_who(text: str) -> bool:
    """Whether somebody has written who he is: ข้าพเจ้า.....นางสาว….."""
    says = _I.match(text)
    return says is not None and is_person(_PARTED.split(text[says.end() :])[0])


def _table_filled(page: Page, blank: bool) -> bool:
    """Whether rows below the heading say something besides their own numbers; `blank`: on a form
    that is otherwise left blank."""
    if page.tables:
        return any(_columns_filled(table, blank) for table in page.tables)
    below = rows(page.lines)
    return (
        any(
            len(row.lines) > 1 and re.fullmatch(r"[\d๐-๙]{1,3}[.)]?", row.lines[0].text.strip())
            for row in below
        )
        or sum(len(row.lines) > 2 and _AMOUNT.search(row.text) is not None for row in below) > 1
    )


def _columns_filled(table: Table, blank: bool) -> bool:
    """Whether most columns behind the ordinals say something below their heading, all of them on a
    form otherwise blank: it may name beforehand what its rows are about."""
    heading = [" ".join(line.text for line in cell.lines) for cell in table.rows[0]]
    remarks = {place for place, text in enumerate(heading) if text.startswith("หมายเหตุ")}
    told = {
        place
        for row in table.rows[1:]
        for place, cell in enumerate(row[1:], 1)
        if any(line.text.strip(" .…_-–☐□") for line in cell.lines)
        and not _AWAITS_A_HAND.search(" ".join(line.text for line in cell.lines))
    }
    columns = max(len(row) for row in table.rows) - 1 - len(remarks)
    if columns < 1:
        return bool(told)
    return len(told - remarks) >= columns if blank else len(told - remarks) > columns / 2


def is_signed(blocks: Blocks) -> bool:
    """Whether a person's name stands in brackets at its end."""
    return any(is_person(line.text.strip(" ().…_")) and "(" in line.text for line in blocks.closing)
