"""Where one document of a packet ends and the next begins.

Each page is judged by signs at its top (a title, a letter's number, a page number, a clause that
goes on) and at the end of the page before (a signature, a word that calls the next page). A sign
has a weight and a reason; a page whose weights reach `ENOUGH` begins a document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.layout import rows
from pipeline.models import Document, Page
from pipeline.page_numbers import printed_number, row_text
from pipeline.page_order import is_signed, put_in_order, where_the_count_begins_anew, with_strays

ENOUGH = 3
_TOP = 12  # rows at the top of a page where a document says what it is
_HEAD = 30  # rows within which a letter's subject stands
_ALIKE = 85  # per cent; two readings of one line differ by a letter or two
_BOTTOM = 14  # rows at the foot of a page where a document ends

_DIGIT = r"[0-9๐-๙]"
_LEAD = r"^[\s\-–—•·.\"“(]*"

# Signs at the top of a page. Each row's text is matched from its start, without tone marks, so
# that a misread tone does no harm: เรือง for เรื่อง, คําสัง for คำสั่ง.
_TITLE = re.compile(
    _LEAD
    + r"(?:คำสัง|ประกาศ(?!นียบัตร)|ระเบียบ(?!วาระ)|ขอบังคับ|ขอบัญญัติ|เทศบัญญัติ|หนังสือรับรอง)(?:\s*$|\s?[ก-๎])"
)
_WHOLE_TITLE = re.compile(
    _LEAD + r"(?:บันทึกขอความ|รายงานการประชุม|แถลงการณ|ขาวประชาสัมพันธ|ขาวแจก|ขาวเพือสือมวลชน)"
    r"|" + _LEAD + r"บันทึก(?:การ(?:ตรวจ|ให|จับ|สอบ)|ถอยคำ|ปากคำ|คำให|ขอตกลง|เปรียบเทียบ)"
    r"|" + _LEAD + r"(?:หนังสือรับรอง|ประกาศ)\s*$"
    r"|" + _LEAD + r"ใบรับรอง(?!ฉบับนี)[^\t]{0,40}$"  # ใบรับรองแพทย์
    r"|(?:^|\t)\s*(?:ขาว|ขาวประชาสัมพันธ|ขาวแจก(?:สือมวลชน)?|แถลงการณ)\s*(?:\t|$)"
    rf"|^\s*ขาวที\s*{_DIGIT}+"  # ข่าวที่ ๑๔๗/๒๕๖๖
)
# A certificate without a title says what it is: หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า | ขอรับรองว่า
_CERTIFIES = re.compile(r"ใหไวเพือ(?:รับรอง|แสดง)|^\s*(?:ขอ|ขาพเจา[^\t]{0,60})รับรองวา")
_NAMES_ITSELF = re.compile(r"วาดวย|ฉบับที")  # ระเบียบ… ว่าด้วย…
_FORM = re.compile(
    _LEAD
    + r"(?:แบบ(?:รายงาน|ติดตาม|สรุป|สำรวจ|ประเมิน|ฟอร|ตอบรับ|ตอบกลับ|คำขอ|คำรอง|เสนอ|บันทึก|แสดง|แจง|ขอ|"
    r"ลงทะเบียน|กรอก|ใบสมัคร|ตรวจ|ยืนยัน|หนังสือ|\s*[ก-ฮ]{1,4}\.?\s?[ก-ฮ.]*\s*[0-9๐-๙])|ตารางแสดง|ใบ(?:ตอบรับ|ตอบกลับ|สมัคร|ลงทะเบียน|คำรอง|คำขอ|ขอ|แจง|ยินยอม|มอบ|เบิก|ยืม|สง|นำสง|สำคัญรับเงิน|ลา\s*$"
    r"|เสร็จ|เสรจ|กำกับภาษี|สัง(?:ซือ|จาง)|ตรวจรับ|สำคัญคู)|หนังสือมอบอำนาจ|คำ(?:ขอ|รอง)[^\t]{0,40}$)"
)
# รายงานผล… and under it, each on a short row, the unit that reports or the time it reports on
_REPORT = re.compile(
    _LEAD + r"(?:รายงาน(?:ผล|สรุป|สถาน|สถิติ|ความกาวหนา|การ|ยอด|จำนวน|ขอมูล|ประจำ)|สรุป(?:ผล|รายงาน))"
    r"[^\t]{0,80}$"
)
_REPORTED = re.compile(
    r"^(?!.*(?:ทราบ|ภายใน|เรื่อง))[\s(]*(?:(?:จังหวัด|อำเภอ|เทศบาล|องคการบริหารสวน|โรงเรียน|โรงพยาบาล|สำนักงาน|หนวยงาน|ชือหนวย)"
    r"|ประจำ(?:เดือน|ป|ไตรมาส)|ไตรมาส|รอบ|ขอมูล\s*ณ|ณ\s*วันที)[^\t]{0,60}"
    r"(?:\t\s*(?:ขอมูล\s*ณ|ณ\s*วันที|ประจำ)[^\t]{0,40})?$"
)
_SPECIMEN = re.compile(_LEAD + r"(?:ตัวอยาง|ราง)[\s\-–—\"”)]*$")
_NUMBER = re.compile(
    rf"{_LEAD}(?!.*(?:ลงวันที|ลว\.))(?:ดวนทีสุด\s*|ดวนมาก\s*|ดวน\s*)?ที\s*(?:[ก-ฮ.]{{1,8}}\s*(?:\([ก-๎.\s]+\)\s*)?{_DIGIT}[^\t]*/?|"
    rf"[.…_]*\s*{_DIGIT}*\s*/\s*{_DIGIT}{{2,4}})"
)
_DEAR = re.compile(r"^\s*(?:Dear|Your Excellency)\b")  # a letter in English
_OFFICE = re.compile(_LEAD + r"สวนราชการ")
_SUBJECT = re.compile(_LEAD + r"เรือง(?:[\s:.]|$)|^\s*เรือง[ก-ฮเ-ไ]")
_ADDRESSEE = re.compile(_LEAD + r"(?:กราบเรียน|เรียน|ถึง|นมัสการ)(?:[\s:.]|$)")
_PAGE_NUMBER = re.compile(
    rf"^[\s\-–—(]*(?:หนา(?:ที)?\s*)?{_DIGIT}{{1,3}}(?:\s*/\s*{_DIGIT}{{1,3}})?[\s\-–—)/]*$"
)
_CLAUSE = re.compile(
    rf"^[\s\-–—/(]*(?:ขอ\s*)?(?P<number>{_DIGIT}{{1,2}})(?:\.{_DIGIT}{{1,2}})*\s?[.)]?\s*"
    r"(?!หมู|ถนน|ซอย|ม\.|ถ\.|ต\.)[ก-๎A-Za-z]"  # but not the address ๙๙ หมู่ ๔
)

# A sign at the foot of the page before.
_CALLS_NEXT = re.compile(
    rf"^\s*/\s*(?:{_DIGIT}|[ก-๎])|(?<![.…\s])\s?(?:\.{{2,4}}|…)\s*$|มีตอ|หนา\s*{_DIGIT}+\s*/\s*$"
)

# ใบคั่นเอกสาร | แผ่นคั่น | PATCH T | document separator
_SEPARATOR = re.compile(
    r"(?:ใบ|แผน|กระดาษ)คัน|คันเอกสาร|ขึนเอกสารใหม|separator|patch\s?(?:code|[t2])", re.I
)
# A sheet before what a letter encloses, with nothing else on it: สิ่งที่ส่งมาด้วย ๑ - ๓ | เอกสารแนบ
_ENCLOSURES_FOLLOW = re.compile(
    r"\W*(?:สิงทีสงมาดวย|เอกสาร(?:แนบ|ประกอบ))\W*(?:หมายเลข)?[\s\d๐-๙,\-–—]*(?:ถึง|และ)?[\s\d๐-๙]*\W*"
)
_FEW_WORDS = 120
_GAZETTE, _GAZETTE_LINES = "ราชกิจจานุเบกษา", 5

# Over what a letter encloses: สิ่งที่ส่งมาด้วย ๒ | เอกสารแนบ ๑; and over what is annexed to an order
_LABEL = re.compile(
    rf"^\W*(?:สิงทีสงมาดวย|เอกสาร(?:แนบ|ประกอบ|หมายเลข))\W*(?:ที|หมายเลข)?\s*(?P<which>{_DIGIT}{{1,2}})?\W*$"
)
_ANNEXED = re.compile(r"แนบทาย|ตอทาย|ผนวก|(?:ทาย|ประกอบ)(?:คำสัง|ประกาศ|ระเบียบ|ขอบังคับ|บันทึก|หนังสือ)")
_ANNEX_TITLE = re.compile(
    r"^[\W]*(?:(?:ราง)?(?:หมาย)?(?:กำหนดการ|ระเบียบวาระ|วาระ)|บัญชี|รายชือ|รายละเอียด|ตาราง|แผนผัง|แผนที|โครงการ|ประเด็น|สรุป|"
    r"ภาพถาย|ภาพกิจกรรม|คูมือ|แนวทาง|หลักเกณฑ|ปฏิทิน|ขอบเขตของงาน|ใบเสนอราคา|ขั้นตอน|ขันตอน|สัญญา(?!ณ)|บันทึกขอตกลง|แผน(?:ปฏิบัติ|งาน|การ)|มาตรการ)"
    r"[^\t]{0,70}$"
)


@dataclass(frozen=True, slots=True)
class Sign:
    """Something on a page that speaks for (weight > 0) or against a new document."""

    weight: int
    reason: str


def split(pages: Sequence[Page]) -> tuple[Document, ...]:
    """Consecutive pages as documents. A blank page stays with the document before it; a separator
    sheet is part of none.

    Pages of a document that lie out of order are put right if their page numbers say so; the
    document's `notes` tell it.
    """
    found: list[list[Page]] = []
    for page in pages:
        before = found[-1] if found else []
        if not any(other.lines for other in before) and found:
            before.append(page)  # nothing but blank pages so far
        elif not before or begins_document(before, page):
            found.append([page])
        else:
            before.append(page)
    papers = [group for group in found if not _is_separator(group[0])] or found
    parted = [part for group in papers for part in where_the_count_begins_anew(group)]
    return tuple(put_in_order(Document(tuple(group))) for group in with_strays(parted))


def begins_document(before: Sequence[Page], page: Page) -> bool:
    """Whether `page` begins a document, the pages of the one so far being `before`."""
    return bool(page.lines) and sum(sign.weight for sign in signs(before, page)) >= ENOUGH


def signs(before: Sequence[Page], page: Page) -> tuple[Sign, ...]:
    """What speaks for and against a new document at this page, with reasons."""
    top = [row_text(row) for row in rows(page.lines)[:_HEAD]]
    written = [other for other in before if other.lines]
    above = [row_text(row) for row in rows(written[-1].lines)[-_BOTTOM:]] if written else []
    found = _signs_at_top(top)
    if _same_title(written[0] if written else None, page):
        found.append(Sign(-4, "bears the same title as the page the document began with"))
    if written and is_signed(written[-1]):
        found.append(Sign(1, "the page before is signed"))
    if above and _CALLS_NEXT.search(above[-1]):
        found.append(Sign(-3, "the page before calls this one"))
    found += _signs_of_count(written[-1] if written else None, page)
    if _is_separator(page) or (written and _is_separator(written[-1])):
        found.append(Sign(9, "is a separator sheet, or follows one"))
    found += _signs_of_enclosure(written, top)
    return tuple(found)


def _signs_of_enclosure(written: Sequence[Page], top: list[str]) -> list[Sign]:
    """What a letter encloses is a paper of its own; what is annexed to an order is a part of it."""
    label = next((match for text in top[:3] if (match := _LABEL.search(text))), None)
    if label is not None:
        labels = [_LABEL.search(row_text(row)) for page in written for row in rows(page.lines)[:3]]
        if any(other and other["which"] == label["which"] for other in labels):
            return [Sign(-4, "bears the same label as a page before")]
        return [Sign(3, "is labelled as an enclosure")]
    lettered = _first(_NUMBER, top[:4]) is not None and _first(_ADDRESSEE, top) is not None
    titled = _first(_TITLE, top[:3]) is not None
    if not lettered and not titled and any(_ANNEXED.search(text) for text in top[:4]):
        return [Sign(-3, "is annexed to what is before it")]
    if top and _ANNEX_TITLE.match(top[0]):
        first = [row_text(row) for row in rows(written[0].lines)[:4]] if written else []
        form = _first(_FORM, first) is not None
        return [Sign(3 if form else 2, "bears the title of what is sent along")]
    return []


def _signs_of_count(last: Page | None, page: Page) -> list[Sign]:
    number = printed_number(page)
    if number is None or any(_GAZETTE in line.text for line in page.lines[:_GAZETTE_LINES]):
        return []  # the gazette counts its own pages
    if number.number >= 2:
        return [Sign(-4, "bears the number of a later page")]
    before = printed_number(last) if last else None
    if number.sure and before and before.number >= 1:
        return [Sign(2, "bears the number of a first page")]
    return []


def _is_separator(page: Page) -> bool:
    """A sheet that a clerk laid between two papers: few words, and they say so."""
    text = " ".join(row_text(row) for row in rows(page.lines))
    coded = any(_SEPARATOR.search(code.text) for code in page.codes)
    bare = bool(text) and not page.tables and _ENCLOSURES_FOLLOW.fullmatch(text) is not None
    return coded or bare or (len(text) < _FEW_WORDS and _SEPARATOR.search(text) is not None)


def _signs_at_top(top: list[str]) -> list[Sign]:
    found: list[Sign] = []
    title = _first(_TITLE, top[:_TOP])
    form = _first(_FORM, top[:4])
    report = _first(_REPORT, top[:3])
    number = _first(_NUMBER, top[:_TOP])
    subject = _first(_SUBJECT, top)
    addressee = _first(_ADDRESSEE, top)
    if _first(_SPECIMEN, top[:4]) is not None:
        found.append(Sign(3, "is marked as a specimen"))
    if _first(_WHOLE_TITLE, top[:_TOP]) is not None:
        found.append(Sign(3, "says in a title what it is"))
    elif title is not None:
        below = top[title : title + 8]
        named = any(
            _first(sign, below) is not None
            for sign in (_SUBJECT, _NUMBER, _NAMES_ITSELF, _CERTIFIES)
        )
        found.append(Sign(3 if named else 1, "bears a title"))
    elif form is not None:
        found.append(Sign(3, "bears the title of a form"))
    elif report is not None and _first(_REPORTED, top[report + 1 : report + 4]) is not None:
        found.append(Sign(3, "bears the title of a report"))
    elif addressee is None and _first(_CERTIFIES, top[:_TOP]) is not None:
        found.append(Sign(3, "certifies something"))
    if _first(_DEAR, top) is not None:
        found.append(Sign(3, "addresses somebody in English"))
    if _first(_OFFICE, top[:_TOP]) is not None:
        found.append(Sign(2, "names ส่วนราชการ as a memo does"))
    if number is not None and _SUBJECT.match(top[number]) is None:
        found.append(Sign(2, "bears a number"))
        if subject is not None and subject > number:
            found.append(Sign(2, "has a subject under its number"))
        elif addressee is not None and addressee > number:
            found.append(Sign(2, "has an addressee under its number"))
    elif subject is not None and addressee is not None and 0 <= addressee - subject <= 4:
        found.append(Sign(3, "has a subject and an addressee"))
    content = next((text for text in top if not _PAGE_NUMBER.match(text)), "")
    clause = _CLAUSE.match(content)
    if clause and _value(clause["number"]) >= 2:
        found.append(Sign(-3, "begins in the middle of a list"))
    return found


def _same_title(first: Page | None, page: Page) -> bool:
    """A table that goes on repeats its title; a packet of like forms repeats more than that."""
    if first is None:
        return False
    one = [row_text(row) for row in rows(first.lines)[:5]]
    other = [row_text(row) for row in rows(page.lines)[:5]]
    unnumbered = _first(_NUMBER, one) is None and _first(_TITLE, one) is None
    alike = [fuzz.ratio(a, b) >= _ALIKE for a, b in zip(one[:3], other[:3], strict=False)]
    return unnumbered and len(alike) == 3 and all(alike)


def _first(pattern: re.Pattern[str], texts: list[str]) -> int | None:
    return next((index for index, text in enumerate(texts) if pattern.search(text)), None)


def _value(digits: str) -> int:
    return int(digits)  # int() reads Thai digits too
