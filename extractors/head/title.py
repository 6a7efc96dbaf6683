"""The line that says what a paper is: คำสั่ง…, บันทึกข้อความ, ข่าวประชาสัมพันธ์."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.dates import is_date_line, is_issued
from extractors.head.end import bids_in_a_list, ends_title, is_signature
from extractors.head.items import opens_item
from extractors.head.sender import certifies
from extractors.record import Kind
from extractors.text.keywords import after_word, begins_with
from extractors.text.offices import starts_office
from extractors.text.titles import title_kind
from pipeline.layout import Row
from pipeline.models import Line
from pipeline.packet.page_rows import is_label, row_text
from pipeline.packet.title_words import ANNEX_TITLE

_FORM_CODE = re.compile(
    r"[\s(]*แบบ(?:ฟอร์ม)?(?:ที่|หมายเลข)?\s*(?:[ก-ฮ][ก-ฮ.\s]{0,9}(?:[\d๐-๙./-]|(?<=[\d๐-๙])\s-\s(?=[\d๐-๙]))*|[\d๐-๙]{1,4}(?:\s?[-–/]\s?[ก-ฮ\d๐-๙])?)[\s)|]*"
)  # แบบ สขร. ๑ | แบบ ๘๗๐๘ - ท, above the title
# พช.อ ๗ | สวล. ๓/๑ | มท.๑-ก, beside the title of a form
_BARE_CODE = re.compile(
    r"[\s(]*[ก-ฮ]{1,4}(?:\.\s?[ก-ฮ]{0,3}){0,3}\s?[\d๐-๙]{1,3}(?:\s?[-–/.]\s?[ก-ฮ\d๐-๙]{1,4})?[\s)|]*"
)
_LETTER_ITEMS = ("เรื่อง ", "เรียน ")
_LABEL = re.compile(
    r"\W*(?:ข่าวประชาสัมพันธ์|ข่าวแจก(?:สื่อมวลชน)?|(?:จดหมาย)?ข่าว(?:สาร)?(?:จังหวัด|อำเภอ|เทศบาล|โรงเรียน|มหาวิทยาลัย)?|แถลงการณ์"
    r"|บันทึกข้อความ|หนังสือรับรอง)\W*"
)

# In the head of a table: การท่าเรือ… │ บันทึกการประชุมคณะกรรมการ… ครั้งที่ ๗/๒๕๖๖ │ FM-๐๑
_OF_A_MEETING = re.compile(r"\s*(?:รายงาน|บันทึก)การประชุม[ก-ฮเ-ไ].*(?:ครั้งที่|/)")
_CHAPTER = re.compile(r"\s*(?:หมวด(?:ที่)?\s*[\d๐-๙]|(?:บท|ข้อความ|ความ)ทั่วไป)")  # of a bylaw
_WORD = re.compile(r"[ก-ฮ]")  # the digits of a handwritten number are no line of a title
_NAMES_FORM = re.compile(r"\s*[ก-ฮเ-ไ][^.…_]{5,80}")
# A paper that a person fills in, whatever it is called; what he testifies is none
_NAMES_PAPER = re.compile(
    r"\W*(?:ใบ|คำ(?!สั่ง|แถลง|ให้การ|กล่าว|แนะนำ)|หนังสือ|สัญญา|บัตร|ทะเบียน|บันทึก(?!.*(?:คำ|ข้อ)|\s*$)"
    r"|ขอ(?:อนุญาต|อนุมัติ|ใช้|เบิก|ยืม|ลา))[ก-๎][^.…_]{1,60}"
)
_NAMES_RECORD = re.compile(r"\W*(?:บัตร|สมุด|ทะเบียน|บันทึก|ใบ|ประวัติ)[ก-๎][^.…_]{3,60}")
_WHOSE = re.compile(
    r"\s*(?:ชื่อ(?:\s?[-–]\s?(?:นาม)?สกุล|ผู้ป่วย|นักเรียน|เด็ก|เจ้าของ)?[\s:.…]+[ก-ฮเ-ไ.…]|HN\b)"
)
_I, _REACH = re.compile(r"\s*(?:ด้วย|โดยหนังสือฉบับนี้)?\s*ข้าพเจ้า"), 10  # rows
_OFF_AXIS = 0.05  # of the page's width
_ISSUE = re.compile(
    r"\s*(?:ฉบับ|ข่าว)[ทก][ี่]{1,2}\s*[\d๐-๙/\s.…()]+$"
)  # ฉบับที่ ๕/๒๕๖๖ ends the subject of news
_PERIOD = re.compile(r"\s*(?:ประจำ(?:เดือน|วัน|สัปดาห์|ปี)|ปีที่).{0,40}")  # ประจำเดือนเมษายน
_ON_THE_WEB = re.compile(r"\s*(?:https?://|www\.)\S+\s*|\s*\S+\.(?:go|or|ac|co)\.th\s*", re.I)
_WORD_SPACE = 1.6  # heights of the row, as shares of the page's height and width
_TO_WHOM = re.compile(r"\s*(?:ยื่น|เสนอ)(?:ต่อ)?\s")  # ยื่นต่อ นายกเทศมนตรี…, under what a form is
_COUNTED = re.compile(
    r"\W*(?:เลข)?ที่[\s.…]*|[\s.…]*(?:(?:เลข)?ที่)?[\s.…]*[\d๐-๙]+(?:\s?/\s?[\d๐-๙]+)?[\s.…]*"
)
_LOGO = re.compile(r"\s*[A-Z][A-Z.&]{0,5}\s*")
_SAME_CELL = 0.01  # of the page's width
_TOP = 2  # rows at the top of a sheet among which the code of a form stands
_RIGHT = 0.55  # of the page's width: a title that begins there only labels the sheet


def title_line(rows: Sequence[Row], index: int) -> Line | None:
    """The line of a row that says what the paper is; the code of a form above it does not.

    In a frame other print may stand beside it: ข่าวประชาสัมพันธ์ │ ฉบับที่ ๑๒/๒๕๖๖.
    """
    row, below = rows[index], rows[index + 1 : index + 3]
    titled = any(title_kind(other.text) is not None for other in below)
    if len(row.lines) > 1:
        first, *others = row.lines
        printed = [line for line in row.lines if not _LOGO.fullmatch(line.text)]
        if len(printed) == 1 and title_kind(printed[0].text) is not None:
            return printed[0]  # DN ⇥ คำสั่งสมาคม…: letters of an emblem
        if titled and _FORM_CODE.fullmatch(first.text) and index <= _TOP:
            return None  # แบบ ทบ. ๔๐๐-๐๗ │ เลขที่ ๑๘/๖๗, and under it ใบเบิกวัสดุ
        if title_kind(first.text) is not None and _runs_on(row):
            return first
        if title_kind(first.text) == "form" and all(_COUNTED.fullmatch(one.text) for one in others):
            return first  # ใบขออนุญาตใช้รถส่วนกลาง │ เลขที่ ๘๓/๒๕๖๘
        if title_kind(first.text) == "news" and all(_labels_news(one.text) for one in others):
            return first  # ข่าวกรมชลประทาน │ วันที่ ๕ มิถุนายน ๒๕๖๗
        if index <= _TOP and _is_coded(first, others):
            return first
        if index <= _TOP and len(others) == 1 and _is_coded(others[0], [first]):
            return others[0]  # แบบ ตส. ๐๕ │ รายงานผลการตรวจเยี่ยม
        if _is_over_who_fills_it_in(rows, index):
            return first
        labels = (_LABEL.fullmatch, _OF_A_MEETING.match)
        return next((one for one in row.lines if any(is_one(one.text) for is_one in labels)), None)
    if index <= _TOP and row.box.left > _RIGHT and titled:
        return None  # ข่าวที่ ๑๗/๒๕๖๗ in the corner, and under it ข่าวสำนักงาน…
    if title_kind(row.text) is None:
        form = _is_named_under_a_code(rows, index) or _is_over_who_fills_it_in(rows, index)
        form = form or _is_over_whose_it_is(rows, index)
        return row.lines[0] if form else None
    if _FORM_CODE.fullmatch(row.text) and any(
        begins_with(other.text, _LETTER_ITEMS, loose=False)
        for other in rows[index + 1 : index + 14]
    ):
        return None  # แบบ ก.ส. ๗, over the pattern of a letter
    if index and _FORM_CODE.fullmatch(row.text) and ANNEX_TITLE.match(row_text(rows[0])):
        return None  # แผนการจัดหาพัสดุ…, and under it แบบ ผด. ๑
    titled = titled or _is_named_under_a_code(rows, index + 1)
    return None if titled and _FORM_CODE.fullmatch(row.text) else row.lines[0]


def _runs_on(row: Row) -> bool:
    """Whether the pieces of a row are one title, a word's space apart: …พักแรมลูกเสือ -│เนตรนารี."""
    gaps = [other.box.left - one.box.right for one, other in pairwise(row.lines)]
    tall = max(one.box.height for one in row.lines)
    return bool(gaps) and max(gaps) < _WORD_SPACE * tall


def _labels_news(text: str) -> bool:
    """Whether a text beside the band over news is its day, its issue, where it is found on the web,
    or says that it is news."""
    parts = [part.strip() for part in text.split("|")]  # ข่าวที่ ๑๘ | ๙ ธันวาคม ๒๕๖๘
    forms = (_ISSUE.match, _LABEL.fullmatch, _PERIOD.fullmatch, _ON_THE_WEB.fullmatch)
    return all(is_date_line(one) or any(form(one) for form in forms) for one in parts)


def _is_named_under_a_code(rows: Sequence[Row], index: int) -> bool:
    """Whether a row in the middle names a form whose code stands right above it, at the edge of the
    sheet: (ตรา) ⇥ แบบ กค. ๓ │ ทะเบียนคุมการใช้รถ."""
    if not 0 < index < min(_TOP + 1, len(rows)) or len(rows[index].lines) > 1:
        return False
    row, above = rows[index], rows[index - 1]
    code = any(_FORM_CODE.fullmatch(line.text) and line.box.left > _RIGHT for line in above.lines)
    others = (line for line in above.lines if not _FORM_CODE.fullmatch(line.text))
    alone = code and all(line.text.lstrip().startswith("(") for line in others)
    middle = (row.box.left + row.box.right) / 2
    named = _NAMES_FORM.fullmatch(row.text) is not None and abs(middle - 0.5) < _OFF_AXIS
    return alone and named and not (starts_office(row.text) or opens_item(row.text, {}))


def _is_over_who_fills_it_in(rows: Sequence[Row], index: int) -> bool:
    """Whether a row names a paper in whose text somebody says who he is: สัญญาการยืมเงิน │ เรียน … │
    ข้าพเจ้า นาย… ขอยืมเงิน…; its number may stand beside the name."""
    (first, *others), below = rows[index].lines, rows[index + 1 : index + _REACH]
    named = index < _REACH // 2 and _NAMES_PAPER.fullmatch(first.text) is not None
    alone = all(_COUNTED.fullmatch(other.text) for other in others)
    return named and alone and any(_I.match(other.text) for other in below)


def _is_over_whose_it_is(rows: Sequence[Row], index: int) -> bool:
    """Whether a row names a card or record of a person, whose name stands right below: บัตรสุขภาพ… │
    ชื่อ เด็กหญิง… ชั้น ป.๔"""
    row, below = rows[index], rows[index + 1 : index + 1 + _TOP]
    named = index <= _TOP and len(row.lines) == 1 and _NAMES_RECORD.fullmatch(row.text) is not None
    return named and any(_WHOSE.match(other.text) for other in below)


def _is_coded(title: Line, others: Sequence[Line]) -> bool:
    """Whether the code of a form stands beside what it asks for (บัญชีพัสดุชำรุด… │ แบบ พด. ๓), or a
    label of what is enclosed beside any title (สิ่งที่ส่งมาด้วย ๒ │ แบบสำรวจ…)."""
    if title.text.lstrip().startswith("("):
        return False  # (ตราคณะ)
    kind = title_kind(title.text)
    named = kind in ("form", "report")
    coded = any(is_code(one) if named else _is_form_code(one) for one in others)
    labelled = kind is not None and any(map(is_label, others))
    return (coded or labelled) and not (starts_office(title.text) or opens_item(title.text, {}))


def _is_form_code(line: Line) -> bool:
    """Whether a line is but the code of a form: แบบ สขร. ๑"""
    return _FORM_CODE.fullmatch(line.text) is not None


def is_code(line: Line) -> bool:
    """Whether a line is but the code of a form, said to be one or bare: แบบ สขร. ๑ | ศพด. ๐๔"""
    return _is_form_code(line) or _BARE_CODE.fullmatch(line.text) is not None


def title_part(row: Row) -> list[Line]:
    """The lines of a row of a title, without codes and labels in the corners beside it."""
    aside = [line for line in row.lines if is_code(line) or is_label(line)]
    return [line for line in row.lines if line not in aside] or list(row.lines)


def kind_of_title(title: Sequence[Line]) -> Kind | None:
    """The kind that a title tells, by its words or by the code of a form beside it; None without
    a title."""
    return (title_kind(title[0].text) or "form") if title else None


def title_goes_on(rows: Sequence[Row], index: int, title: Sequence[Line], measured: bool) -> bool:
    """Whether a row carries on the title above it, by its place and its first words; `measured`:
    its place is real."""
    row, first = rows[index], title[0]
    alone = len(title_part(row)) == 1 and _WORD.search(row.text) is not None
    numbered = after_word(row.text + " ", "ที่ ", loose=False) is not None
    aside = measured and ends_title(rows, index, first)
    beside = row.box.right < first.box.left or first.box.right < row.box.left
    ends = is_signature(row.text) or bids_in_a_list(row)  # ข้อ ๑ ระเบียบนี้เรียกว่า…
    ends = (
        ends
        or certifies(row.text)
        or _CHAPTER.match(row.text) is not None
        or _TO_WHOM.match(row.text) is not None
        or aside
        or (measured and beside)
    )
    return alone and not numbered and len(title) < 6 and not ends


def titled_by(rows: Sequence[Row], index: int, title: Line) -> list[Line]:
    """The lines of a title: its row where that is read in pieces, what stands below it in its cell
    of a table."""
    row = rows[index]
    if title is row.lines[0] and _runs_on(row):
        return list(row.lines)
    if len(row.lines) < 2 or not _OF_A_MEETING.match(title.text):
        return [title]
    below = [line for other in rows[index + 1 : index + 2] for line in other.lines]
    near = (one for one in below if one.box.top - title.box.bottom < title.box.height)
    return [title, *(one for one in near if abs(one.box.left - title.box.left) < _SAME_CELL)]


def ends_subject(title: Sequence[Line], text: str) -> bool:
    """Whether a line under a subject tells its issue, or the day of a statement or of news."""
    if _ISSUE.match(text):
        return True
    return kind_of_title(title) in ("statement", "news") and is_issued(text)


def only_labels(title: Line, rows: Sequence[Row], index: int) -> bool:
    """Whether a title only labels the sheet beside its letterhead (│ แถลงการณ์), and the row at
    `index` says the same in full."""
    row = rows[index]
    aside = title.box.left > _RIGHT or any(
        title in other.lines and len(other.lines) > 1 for other in rows[:index]
    )
    same = row.text.strip().startswith(title.text.strip())
    return aside and len(row.lines) == 1 and same and len(row.text) > len(title.text)
