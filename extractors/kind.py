"""What kind of document it is, whether it is a template, and whether it circulates (ว)."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.dates import find_dates, is_date_line
from extractors.filled_form import (
    BLANKS,
    EMPTY_BRACKETS,
    LEADERS,
    LONG_LEADERS,
    TOP,
    is_filled,
    is_left_blank,
    is_signed,
)
from extractors.head.blocks import Blocks, cut_blocks
from extractors.head.own_number import own_number
from extractors.head.sender import certifies
from extractors.head.title import kind_of_title
from extractors.record import Kind
from extractors.text.keywords import after_word, skeleton
from extractors.text.passage import Passage
from extractors.text.titles import title_kind
from pipeline.models import Document

_ITS_OWN_DATE: tuple[tuple[str, Kind], ...] = (
    ("สั่ง ณ วันที่", "order"),
    ("ประกาศ ณ วันที่", "announcement"),
    ("แถลง ณ วันที่", "statement"),
    ("ให้ไว้ ณ วันที่", "certificate"),
)
# แบบรายงาน…, แบบติดตามผล…: a form that, once filled, is a report
REPORTING = re.compile(r"(?:รายงาน(?!ตัว)|ติดตาม|สรุป|สำรวจ|ประเมิน|ผลการ|ตารางแสดง|สขร)")
# แบบสำรวจกล้องวงจรปิด | แบบประเมินผลการฝึกงาน, with no table: questions that somebody answered
_QUESTIONS = re.compile(r"\W*แบบ(?:ฟอร์ม)?(?:สำรวจ|ประเมิน)(?!.*(?:รายงาน|ไตรมาส|ประจำ))")
# คำร้องขอเทียบโอนผลการเรียน | แบบคำขอประเมินผลงาน: who fills it in asks for something
_ASKS = re.compile(
    r"\W*(?:แบบ(?:ฟอร์ม)?\s?)?(?:คำ(?:ขอ|ร้อง)|ขอ(?!มูล)|ใบ(?:ขอ|คำ|ลา|เบิก|ยืม|สมัคร|มอบ))"
)
_SPECIMEN = re.compile(  # over `skeleton`s: - ตัวอย่าง -, (ร่าง)
    r"[\-–—(\[\"“”*]*(?:ตัวอยาง|ราง|แบบราง|สำเนาราง|ตัวอยางคำสัง|ตัวอยางหนังสิอ)[\-–—)\]\"“”*]*"
)
_CERTIFYING = re.compile(
    r"(?:(?:หนังสือ|ใบ)(?:รับรอง)?|ประกาศนียบัตร|วุฒิบัตร|เกียรติบัตร)ฉบับนี้(?:ออก)?(?:ให้)?(?:ไว้)?เพื่อ(?:รับรอง|แสดง)"
    r"|ขอรับรองว่า|(?i:to whom it may concern|this is to certify)"
)
# What a paper says of itself whose title could not be read, white on a dark band:
# นางสาว… ผู้อำนวยการ… เปิดเผยว่า | …ขอแถลงให้ทราบว่า | จนกว่าจะมีแถลงการณ์ฉบับต่อไป
_BY_ITS_WORDS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"ขอแถลง(?:การณ์|ให้|ว่า|ข้อ|ต่อ|\s)|แถลงการณ์ฉบับ(?:นี้|ต่อไป)"), "statement"),
    (re.compile(r"(?:เปิดเผย|เผย)(?:ถึง\S{0,40}\s?)?ว่า"), "news"),
)
_INK_LINE = re.compile(r"\(?(?:ลงชื่อ|ลงนาม)\)?\s*[.…_]{4,}")  # ลงชื่อ............ผู้รายงาน
_NUMBER_AWAITED = re.compile(r"^[\s.…_/]*$|/\s*(?:ว\s?)?[.…_]{4,}\s*$")  # ศธ ๐๔๑๙๙/ว ..........
_OF_A_PERSON = r"(?:นาย|นาง(?:สาว)?|น\.ส\.|เด็กชาย|เด็กหญิง|ด\.ช\.|ด\.ญ\.)"
# ขอรับรองว่า............ | ให้ไว้เพื่อแสดงว่า │ ............ | นาย/นางสาว, with nothing or dots behind it
_NAME_AWAITED = re.compile(  # ขอรับรองว่า พลทหาร .......... | (เด็กชาย/เด็กหญิง) ..........
    rf"(?:ว่า|แก่)\s*(?:{_OF_A_PERSON}\s*)?[.…_]{{4,}}"
    r"|(?:รับรอง|แสดง)ว่า\s*[ก-๎/() ]{0,30}\s?[.…_]{8,}"
    rf"|{_OF_A_PERSON}(?:\s*/\s*{_OF_A_PERSON})+\)?\s*(?:[.…_]{{4,}}|$)",
    re.MULTILINE,
)
_BARE_TITLE = re.compile(
    r"\s*(?:คำสั่ง|ประกาศ)\s*(?P<unit>(?:จังหวัด|อำเภอ|เทศบาล(?:ตำบล|เมือง|นคร)?|โรงเรียน|กรม|องค์การบริหารส่วนตำบล|บริษัท|[.…_]+)?)[\s.…_]*"
)
_DEAR = re.compile(r"\s*(?:Dear|Your Excellency)\b")  # a letter in English
_ORDINAL = re.compile(r"\s*[\d๐-๙]{1,3}\s*[.)]?\s*")
_HEAD = 20  # lines within which a letter says to whom it is


@lru_cache(maxsize=16)
def read_kind(document: Document) -> Kind:
    """The kind of the document, after the regulation on correspondence, clause 10."""
    blocks = cut_blocks(document)
    titled = kind_of_title(blocks.title)
    if titled in ("form", "report"):
        return _form_or_report(document, blocks)
    if titled:
        return titled
    recipient = blocks.items.get("recipient")
    if _is_memo(blocks):
        return "memo"
    if recipient is not None and "subject" not in blocks.items:
        word = recipient.passage.text[: recipient.start].strip(" -–.:")
        if word == "ถึง":
            return "stamped_letter"
    closing = blocks.closing[0].text if blocks.closing else ""
    for words, kind in _ITS_OWN_DATE:
        if after_word(closing, words) is not None:
            return kind
    certifying = (_CERTIFYING.search(one.text) or certifies(one.text) for one in blocks.body[:4])
    if any(certifying) and not recipient:
        return "certificate"
    if any(_DEAR.match(line.text) for line in document.lines[:_HEAD]):
        return "external_letter"
    if recipient is not None or ("number" in blocks.items and "subject" in blocks.items):
        return "external_letter"
    if "number" in blocks.items:
        return "other"
    return kind_by_words(blocks) or ("form" if _waits_for_a_pen(document, blocks) else "other")


def _is_memo(blocks: Blocks) -> bool:
    """Whether ส่วนราชการ heads a paper, or จาก, ถึง and เรื่อง do; หน่วยงาน alone heads a list, too."""
    items = blocks.items
    office = items.get("office")
    if office is None:
        return {"sender", "subject", "recipient"} <= items.keys()
    bare = office.passage.text.lstrip().startswith("หน่วยงาน") and items.keys() == {"office"}
    return not bare


def kind_by_words(blocks: Blocks) -> Kind | None:
    """Whether the first lines of a sheet without a title speak as news or as a statement does."""
    if blocks.title:
        return None
    text = Passage.of(blocks.body[:TOP]).text if blocks.body else ""
    return next((kind for said, kind in _BY_ITS_WORDS if said.search(text)), None)


def _waits_for_a_pen(document: Document, blocks: Blocks) -> bool:
    """Whether a paper whose title is no form's is one all the same: it has places to fill in, and
    nothing stands in them. ทะเบียนคุมการเบิกจ่ายยา │ an empty table"""
    if blocks.items.keys() - {"date"} or len(document.pages) > 1:
        return False
    tables = document.pages[0].tables
    if tables:
        below = [row for table in tables for row in table.rows[1:]]
        told = [line.text for row in below for cell in row[1:] for line in cell.lines]
        told += [
            line.text for row in below for line in row[0].lines if not _ORDINAL.fullmatch(line.text)
        ]
        return bool(below) and not any(text.strip(" .…_") for text in told)
    unsigned = any(EMPTY_BRACKETS.search(line.text) for line in blocks.closing)
    blanks = len(LONG_LEADERS.findall(document.text))
    return blanks > BLANKS or (unsigned and blanks == BLANKS)


def _form_or_report(document: Document, blocks: Blocks) -> Kind:
    title = " ".join(line.text for line in blocks.title)
    if title_kind(title) == "report":
        waits = LEADERS.search(_without_ink_lines(document, blocks))
        return "report" if is_filled(document) or not waits else "form"
    asked = _QUESTIONS.match(title) and not any(page.tables for page in document.pages)
    reports = REPORTING.search(title) and not (asked or _ASKS.match(title))
    return "report" if reports and is_filled(document) else "form"


def _without_ink_lines(document: Document, blocks: Blocks) -> str:
    """The text without the dots that a signature stands on, its name printed under them."""
    return _INK_LINE.sub(" ", document.text) if is_signed(blocks) else document.text


def is_template(document: Document) -> bool:
    """Whether it is an example (- ตัวอย่าง -), a draft or a blank form: never in force."""
    blocks = cut_blocks(document)
    within = blocks.body if blocks.items else ()  # …ผลการทดสอบ│ตัวอย่าง│ซีรัม: a word of the text
    top = [line for line in document.pages[0].lines[:TOP] if line not in within]
    kind = read_kind(document)
    specimen = next((line.text for line in top if _SPECIMEN.fullmatch(skeleton(line.text))), None)
    if specimen is not None:  # (ร่าง) stands over the minutes of a meeting that was held, too
        held = kind == "minutes" and "ร่าง" in specimen and not is_left_blank(document)
        return not held
    if kind == "form":
        return not is_filled(document)
    if kind in ("external_letter", "memo", "stamped_letter"):
        return _is_letter_to_fill_in(document, blocks, kind)
    if kind == "certificate":
        return _is_certificate_to_fill_in(document, blocks)
    if kind in ("order", "announcement") and blocks.title and own_number(blocks) is None:
        bare = _BARE_TITLE.fullmatch(blocks.title[0].text)
        alone = bare is not None and not bare["unit"]  # ประกาศ, its office above it or at its foot
        left_blank = LEADERS.search(document.text) is not None
        return bare is not None and not (alone and (is_signed(blocks) or not left_blank))
    return False


def _is_letter_to_fill_in(document: Document, blocks: Blocks, kind: Kind) -> bool:
    """Whether dots wait for the number, for the name under a letter, or for whom it is and its day,
    and elsewhere in it. Of a memo or a stamped letter the day must be awaited."""
    number, recipient = blocks.items.get("number"), blocks.items.get("recipient")
    if number is None:
        return False
    waits = _NUMBER_AWAITED.search(number.passage.lines[0].text[number.start :]) is not None
    unsigned = any(EMPTY_BRACKETS.search(line.text) for line in blocks.closing)
    unsent = recipient is not None and LEADERS.search(recipient.content) is not None
    alone = (line.text for line in document.lines if is_date_line(line.text))
    undated = not any(day.precision == "day" for text in alone for day in find_dates(text))
    letter = kind == "external_letter"
    open_ = (unsigned and (letter or undated)) or (unsent and undated)
    return waits and open_ and len(LEADERS.findall(document.text)) >= BLANKS


def _is_certificate_to_fill_in(document: Document, blocks: Blocks) -> bool:
    """Whether a certificate awaits a number, the name of its bearer, and its day or more."""
    dated = find_dates(" ".join(line.text for line in blocks.closing))
    awaits_day = not any(date.precision == "day" for date in dated)
    nameless = _NAME_AWAITED.search(document.text) is not None
    more = len(LONG_LEADERS.findall(document.text)) > 1  # the same day for all who are given one
    own, number = own_number(blocks), blocks.items.get("number")
    # ที่ ศธ ๐๔๑๒๓.๕๖/..........
    awaited = number is not None and _NUMBER_AWAITED.search(number.passage.lines[0].text)
    return nameless and (awaits_day or more) and (own is None or awaited is not None)


def is_circular(document: Document) -> bool:
    """Whether the document's own number carries ว (เวียน)."""
    own = own_number(cut_blocks(document))
    return own is not None and (own[1].number.circular or own[1].number.bracket == "ว")
