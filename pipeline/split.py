"""Where one document of a packet ends and the next begins.

Each page is judged by signs at its top (a title, a letter's number, a page number, a clause that
goes on) and at the end of the page before (a signature, a word that calls the next page). A sign
has a weight and a reason; a page whose weights reach `ENOUGH` begins a document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.layout import Row, rows
from pipeline.models import Document, Page

ENOUGH = 3
_TOP = 12  # rows at the top of a page where a document says what it is
_HEAD = 30  # rows within which a letter's subject stands
_ALIKE = 85  # per cent; two readings of one line differ by a letter or two
_BOTTOM = 14  # rows at the foot of a page where a document ends

_DIGIT = r"[0-9๐-๙]"
_LEAD = r"^[\s\-–—•·.\"“(]*"

# Signs at the top of a page. Each row's text is matched from its start, without tone marks, so
# that a misread tone does no harm: เรือง for เรื่อง, คําสัง for คำสั่ง.
_TITLE = re.compile(_LEAD + r"(?:คำสัง|ประกาศ|ระเบียบ|ขอบังคับ|หนังสือรับรอง)(?:\s*$|\s?[ก-๎])")
_WHOLE_TITLE = re.compile(
    _LEAD + r"(?:บันทึกขอความ|รายงานการประชุม|แถลงการณ|ขาวประชาสัมพันธ|หนังสือรับรอง\s*$)"
)
_NAMES_ITSELF = re.compile(r"วาดวย|ฉบับที")  # ระเบียบ… ว่าด้วย…
_FORM = re.compile(
    _LEAD + r"(?:แบบ(?:รายงาน|ติดตาม|สรุป|สำรวจ|ประเมิน|ฟอร|ตอบรับ|คำขอ|เสนอ|บันทึก|แสดง)|ตารางแสดง)"
)
# รายงานผล… and under it, each on a short row, the unit that reports or the time it reports on
_REPORT = re.compile(
    _LEAD + r"(?:รายงาน(?:ผล|สรุป|สถาน|ความกาวหนา|การ|ยอด|ขอมูล|ประจำ)|สรุป(?:ผล|รายงาน))[^\t]{0,80}$"
)
_REPORTED = re.compile(
    r"^(?!.*(?:ทราบ|ภายใน|เรื่อง))[\s(]*(?:(?:จังหวัด|อำเภอ|เทศบาล|องคการบริหารสวน|โรงเรียน|โรงพยาบาล|สำนักงาน|หนวยงาน|ชือหนวย)"
    r"|ประจำ(?:เดือน|ป|ไตรมาส)|ไตรมาส|รอบ|ขอมูล\s*ณ|ณ\s*วันที)[^\t]{0,60}$"
)
_SPECIMEN = re.compile(_LEAD + r"(?:ตัวอยาง|ราง)[\s\-–—\"”)]*$")
_NUMBER = re.compile(
    rf"{_LEAD}(?!.*(?:ลงวันที|ลว\.))(?:ดวนทีสุด\s*|ดวนมาก\s*|ดวน\s*)?ที\s*(?:[ก-ฮ.]{{1,8}}\s*(?:\([ก-๎.\s]+\)\s*)?{_DIGIT}[^\t]*/?|"
    rf"[.…_]*\s*{_DIGIT}*\s*/\s*{_DIGIT}{{2,4}})"
)
_OFFICE = re.compile(_LEAD + r"สวนราชการ")
_SUBJECT = re.compile(_LEAD + r"เรือง(?:[\s:.]|$)|^\s*เรือง[ก-ฮเ-ไ]")
_ADDRESSEE = re.compile(_LEAD + r"(?:กราบเรียน|เรียน|ถึง|นมัสการ)(?:[\s:.]|$)")
_PAGE_NUMBER = re.compile(rf"^[\s\-–—(]*(?:หนา\s*)?(?P<number>{_DIGIT}{{1,3}})[\s\-–—)/]*$")
_CLAUSE = re.compile(
    rf"^[\s\-–—/(]*(?:ขอ\s*)?(?P<number>{_DIGIT}{{1,2}})(?:\.{_DIGIT}{{1,2}})*\s?[.)]?\s*[ก-๎A-Za-z]"
)

# Signs at the foot of the page before.
_SIGNED = re.compile(
    _LEAD
    + r"(?:ขอแสดงความนับถือ|(?:สัง|ประกาศ|ใหไว|แถลง)\s*ณ\s*วันที|โทร|ผูประสานงาน|ไปรษณียอิเล็ก|หมายเหตุ)|"
    r"^\s*\(\s*(?:นาย|นาง|น\.ส|วาที|ดร|ผศ|รศ|ผูชวย|พล|พัน|รอย)"
)
_CALLS_NEXT = re.compile(rf"^\s*/\s*(?:{_DIGIT}|[ก-๎])|(?:\.\.\.|…)\s*$|มีตอ|หนา\s*{_DIGIT}+\s*/\s*$")


@dataclass(frozen=True, slots=True)
class Sign:
    """Something on a page that speaks for (weight > 0) or against a new document."""

    weight: int
    reason: str


def split(pages: Sequence[Page]) -> tuple[Document, ...]:
    """Consecutive pages as documents. A blank page stays with the document before it."""
    documents: list[list[Page]] = []
    for page in pages:
        before = documents[-1] if documents else []
        if not any(other.lines for other in before) and documents:
            before.append(page)  # nothing but blank pages so far
        elif not before or begins_document(before, page):
            documents.append([page])
        else:
            before.append(page)
    return tuple(Document(tuple(document)) for document in documents)


def begins_document(before: Sequence[Page], page: Page) -> bool:
    """Whether `page` begins a document, the pages of the one so far being `before`."""
    return bool(page.lines) and sum(sign.weight for sign in signs(before, page)) >= ENOUGH


def signs(before: Sequence[Page], page: Page) -> tuple[Sign, ...]:
    """What speaks for and against a new document at this page, with reasons."""
    top = [_bare(row) for row in rows(page.lines)[:_HEAD]]
    written = [other for other in before if other.lines]
    above = [_bare(row) for row in rows(written[-1].lines)[-_BOTTOM:]] if written else []
    found = _signs_at_top(top)
    if _same_title(written[0] if written else None, page):
        found.append(Sign(-4, "bears the same title as the page the document began with"))
    if any(_SIGNED.search(text) for text in above):
        found.append(Sign(1, "the page before is signed"))
    if above and _CALLS_NEXT.search(above[-1]):
        found.append(Sign(-3, "the page before calls this one"))
    return tuple(found)


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
        named = any(_first(sign, below) is not None for sign in (_SUBJECT, _NUMBER, _NAMES_ITSELF))
        found.append(Sign(3 if named else 1, "bears a title"))
    elif form is not None:
        found.append(Sign(3, "bears the title of a form"))
    elif report is not None and _first(_REPORTED, top[report + 1 : report + 4]) is not None:
        found.append(Sign(3, "bears the title of a report"))
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
    if _is_later_page(top):
        found.append(Sign(-4, "bears the number of a later page"))
    content = next((text for text in top if not _PAGE_NUMBER.match(text)), "")
    clause = _CLAUSE.match(content)
    if clause and _value(clause["number"]) >= 2:
        found.append(Sign(-3, "begins in the middle of a list"))
    return found


def _is_later_page(top: list[str]) -> bool:
    numbers = [match for text in top[:2] if (match := _PAGE_NUMBER.match(text))]
    return any(2 <= _value(match["number"]) <= 200 for match in numbers)


def _same_title(first: Page | None, page: Page) -> bool:
    """A table that goes on repeats its title; a packet of like forms repeats more than that."""
    if first is None:
        return False
    one = [_bare(row) for row in rows(first.lines)[:5]]
    other = [_bare(row) for row in rows(page.lines)[:5]]
    unnumbered = _first(_NUMBER, one) is None and _first(_TITLE, one) is None
    alike = [fuzz.ratio(a, b) >= _ALIKE for a, b in zip(one[:3], other[:3], strict=False)]
    return unnumbered and len(alike) == 3 and all(alike)


def _first(pattern: re.Pattern[str], texts: list[str]) -> int | None:
    return next((index for index, text in enumerate(texts) if pattern.search(text)), None)


def _bare(row: Row) -> str:
    """The row's text without tone marks and without dirt before its first letter."""
    text = unicodedata.normalize("NFC", row.text).replace("ํา", "ำ")
    return re.sub(r"[่-์]", "", text).strip()


def _value(digits: str) -> int:
    return int(digits)  # int() reads Thai digits too
