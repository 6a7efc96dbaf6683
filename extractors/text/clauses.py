"""Lines to paragraphs, and the numbers and bullets that paragraphs bear (๑. ๒. ข้อ ๓ (๔) -)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.text.keywords import opens_body
from extractors.text.listing import announces_list
from extractors.text.lost_spaces import lost_space
from extractors.text.margins import Margins, margins_of
from extractors.text.passage import Passage
from extractors.text.people import is_person
from pipeline.layout import Row, parts_address, rows
from pipeline.models import Document, Line, Page
from pipeline.packet.page_places import is_measured
from pipeline.thai_digits import arabic

# All patterns run over text with Arabic digits.
_NUMBERED = re.compile(
    r"ข้อ(?:ที่)?\s*(?P<clause>\d{1,2}(?:\.\d{1,2})*)\s*[.):]?\s*"  # ข้อ ๓ ให้จังหวัด…
    r"|\((?P<bracketed>\d{1,2}(?:\.\d{1,2})*)[)}\]]\s*"  # (๔) จัดทำ…
    # ๓.๑ น.ท. ก ข, but not ๐๘.๓๐ - ๑๖.๓๐ น.
    r"|(?P<decimal>(?!0)\d{1,2}(?:\.\d{1,2})+)(?:[.)]\s*|\s+)(?!น\.(?![อทตส]\.)|[-–]\s*\d)"
    r"|(?P<plain>\d{1,3})\s?(?:\.\)|[.)])(?!\d)\s*"  # ๑. แต่งตั้ง… | ๑.) แต่งตั้ง…
)
_BULLET = re.compile(r"(?P<bullet>[-–—•●▪■◦·*])\s*(?=[^\s\d.])")  # - ให้คำปรึกษา…
# ก. ออกตรวจสอบราคา… | (ก) จัดตั้งศูนย์… | ก) …
_LETTERED = re.compile(r"(?:[ก-ฉชA-H]\.\s+|\([ก-ฉช]\)\s*|[ก-ฉช]\)\s*)(?=[ก-ฮเ-ไ])")
_SPECK = re.compile(r"[”“\"'’‘`´|¦~^]\s+(?=[\d(]|ข้อ)")  # dirt before a number: ” ๑. มอบหมาย…
# the dot of ๒. was not read
_WEAK = re.compile(r"(?:[”“\"'’‘`´|¦~^]\s+)?(?P<weak>\d{1,2})[,:]?\s+(?=[ก-ฮเ-ไ])")

# What a page bears besides its text.
_PAGE_NUMBER = re.compile(  # -๒- | หน้า ๒/ | หน้า ๑/๒ | หน้าที่ ๑ จาก ๒
    r"^(?:หน้า(?:ที่)?\s*)?[-–—(/\s]*\d{1,3}\s*[-–—)/\s]*$"
    r"|^[-–—(\s]*หน้า(?:ที่)?\s*\d{1,3}\s*(?:/|จาก)\s*\d{1,3}[-–—)\s]*$"
)
_CATCHWORD = re.compile(r"^/\s*(?:\(?\d|.*(?:\.{2,}|…)\s*$)")  # /๓. หลังจากโรงเรียน...

_CALLS = re.compile(r"(?:\(?[\d๐-๙]{1,2}[.)]\s?)?[^.…]{1,40}[ก-๎](?:\s?\.{2,3}|\s?…)")  # ๕. พระครู...
_AXIS, _ON_AXIS, _RIGHT_HALF = 0.51, 0.04, 0.5  # of the page's width

# What begins a paragraph, where it is indented.
_OPENS = re.compile(r"(?:ทั้งนี้|จึงเรียน|จึงแจ้ง|สั่ง\s?ณ|ประกาศ\s?ณ|อนึ่ง|หมายเหตุ|ขอแสดงความ)")

# …ดังต่อไปนี้ │ ฝ่ายพิธีการ, or ห้องสอบที่ ๑ …: the first heading of a list, however full the line above
_LISTS = re.compile(
    r"(?:คณะ|ฝ่าย|กลุ่ม|ทีม|ชุด|หน่วย|ศูนย์|งาน)[ก-๎]{3,50}"
    r"|(?!วัน|ข้อ|ครั้ง|มาตรา|หมู่)[ก-๎]{2,12}ที่\s?[\d๐-๙]{1,2}(?:\s.{1,50})?"
)
# ให้ผู้ได้รับมอบหมายลงพื้นที่…, under a list of posts
_BIDS_THOSE = re.compile(
    r"(?:โดย)?ให้(?:ผู้(?:ที่)?(?:ได้รับ(?:มอบหมาย|แต่งตั้ง|คำสั่ง)|มีราย)|บุคคล(?:ดังกล่าว|ตาม)|ข้าราชการ(?:ดังกล่าว|ผู้))"
)
_INDENT = 0.02  # a line that starts this much further right starts a paragraph
# A line that names a committee and nothing else: คณะกรรมการตรวจรับอาหารประจำวัน
_BODY_ALONE = re.compile(r"คณะ(?:อนุกรรมการ|กรรมการ|ทำงาน)[ก-๎]{3,40}")
_UNBROKEN = re.compile(r"(?:https?:|www\.|[\w.-]+@)[!-~]{4,}")
_LATIN = 1.3  # width of its letters in that of Thai ones, marks among them
_A_LONG_WORD = 14  # letters that no line leaves room for which goes on below
_SHORT = 0.15  # a line that ends this far from the right margin ends one


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `marker` is its number in Arabic digits ("3", "3.1") or its letter ("ก"), "-"
    for a bullet, or None; the text without it begins at `passage.text[body]`."""

    passage: Passage
    marker: str | None = None
    body: int = 0

    @property
    def text(self) -> str:
        """The text after the marker."""
        return self.passage.text[self.body :].strip()

    @property
    def numbered(self) -> bool:
        return self.marker is not None and self.marker != "-"


def read_marker(text: str) -> tuple[str, int] | None:
    """The number or bullet at the beginning of a text, and where the text after it begins.

    >>> read_marker("๓. รายงานผล"), read_marker("- ติดตาม"), read_marker("๒๕ เมษายน")
    (('3', 3), ('-', 2), None)
    """
    plain = arabic(text)
    speck = _SPECK.match(plain)
    match = _NUMBERED.match(plain, speck.end() if speck else 0)
    if match:
        marker = next(value for value in match.groups() if value)
        return marker, match.end()
    bullet = _BULLET.match(plain)
    return ("-", bullet.end()) if bullet else None


def is_page_furniture(line: Line) -> bool:
    """Whether a line is no part of the text: the page's number, the catchword at its foot.

    A page number counts only in the top or bottom tenth of the page, a catchword in its lower half.
    """
    text = arabic(line.text.strip())
    if _PAGE_NUMBER.match(text):
        return bool(re.search(r"\D", text)) and not 0.12 < line.box.middle < 0.9
    return bool(_CATCHWORD.match(text)) and line.box.middle > 0.5


def _begins_row(row: Row) -> bool:
    """Whether (๓) stands before something else: it counts members, not pages."""
    first = arabic(row.lines[0].text.strip())
    return len(row.lines) > 1 and re.fullmatch(r"\(?\d{1,3}\)", first) is not None


def body_rows(page: Page) -> tuple[Row, ...]:
    """The rows of a page, its furniture left off."""
    ordinals = {id(row.lines[0]) for row in rows(page.lines) if _begins_row(row)}
    found = rows(line for line in page.lines if id(line) in ordinals or not is_page_furniture(line))
    calls = found and len(found[-1].lines) == 1 and _CATCHWORD.match(arabic(found[-1].text.strip()))
    found = found[:-1] if calls else found  # a page that is not full calls the next one, too
    if found and _is_at_the_foot(found[-1]):
        found = found[:-1]
    return found[1:] if found and _is_bare_number(found[0]) else found


def _is_at_the_foot(row: Row) -> bool:
    """Whether the last row of a page is a bare number in its middle (๒), or the next page's first
    words at its right, as no stroke tells: ๕. พระครู..."""
    calls = _CALLS.fullmatch(row.text.strip()) is not None and len(row.lines) == 1
    return (calls and row.box.left > _RIGHT_HALF) or _is_bare_number(row)


def _is_bare_number(row: Row) -> bool:
    middle = (row.box.left + row.box.right) / 2
    return re.fullmatch(r"[\d๐-๙]{1,3}", row.text.strip()) is not None and (
        abs(middle - _AXIS) < _ON_AXIS
    )


def merged(row: Row) -> Line:
    """A row as one line, its columns a space apart."""
    if len(row.lines) == 1:
        return row.lines[0]
    return Line(
        " ".join(line.text for line in row.lines),
        row.lines[0].page,
        row.box,
        min(line.confidence for line in row.lines),
        tuple(word for line in row.lines for word in line.words),
    )


def paragraphs_of(document: Document) -> tuple[Paragraph, ...]:
    """All lines of a document as paragraphs, top to bottom."""
    lines = [merged(row) for page in document.pages for row in body_rows(page)]
    return paragraphs(lines, document)


def paragraphs(lines: Sequence[Line], document: Document) -> tuple[Paragraph, ...]:
    """Join wrapped lines of a document on its scanned pages; elsewhere each line is a paragraph.

    A paragraph begins with a marker, with an indent, or after a line that ends short of the
    margin.
    """
    margins = margins_of([page for page in document.pages if is_measured(page)])
    groups: list[tuple[tuple[str, int] | None, list[Line]]] = []
    numbered: tuple[int, Line] | None = None
    for line in lines:
        lettered = _LETTERED.match(line.text)
        marker = read_marker(line.text)
        if marker is None and lettered:
            marker = lettered.group().strip("(). "), lettered.end()
        if marker is None and numbered is not None:
            marker = _next_marker(line, *numbered)
        if marker is None and groups and announces_list(groups[-1][1][-1].text):
            weak = _WEAK.match(arabic(line.text))  # ดังนี้ │ ๑, มอบหมาย…
            marker = ("1", weak.end()) if weak and weak["weak"] == "1" else None
        if marker and marker[0].isdigit():
            numbered = int(marker[0]), line
        if groups and not marker and _goes_on(*groups[-1], line, margins):
            groups[-1][1].append(line)
        else:
            groups.append((marker, [line]))
    return tuple(
        Paragraph(Passage.of(group, None, lost_space), *(marker or (None, 0)))
        for marker, group in groups
    )


def _goes_on(
    marker: tuple[str, int] | None,
    group: Sequence[Line],
    line: Line,
    margins: Mapping[int, Margins],
) -> bool:
    """Whether a line without a marker continues the paragraph above it."""
    before = group[-1]
    if parts_address(before.text, line.text):
        return True  # ผ่าน https://forms.example.go.th/donor- │register/2568
    if before.page not in margins or line.page not in margins:
        return before.page != line.page and line.text.startswith("และ")
    # A page with little but the end of the text has no margin to tell by: that of the one before.
    margin = min(margins[line.page].left, margins[before.page].left)
    opens = _OPENS.match(line.text) or _BIDS_THOSE.match(line.text)  # below a table of those named
    if opens and line.box.left > margin + _INDENT:
        return False
    announces = announces_list(before.text)  # what follows stands on lines of its own
    announced = announces and before.box.right < margins[before.page].right - _INDENT
    lists = announces and _LISTS.fullmatch(line.text)
    named = marker is not None and is_person(group[0].text[marker[1] :])
    if (named and line.text.startswith("ให้")) or (marker and _BIDS_THOSE.match(line.text)):
        return False  # ๓. นาย ก │ สรรพสามิตพื้นที่ตราด / ให้ผู้มีรายชื่อข้างต้น…
    short = before.box.right < margins[before.page].right - _SHORT
    if announced or lists or (short and not _did_not_fit(before, line, margins[before.page])):
        return False
    if _BODY_ALONE.fullmatch(line.text) and _left_room(before, line, margins[before.page]):
        return False
    indented = line.box.left > before.box.left + _INDENT
    if before.page != line.page:
        return not line.box.left > margins[line.page].left + _INDENT
    if marker is not None and len(group) == 1:  # hanging under its number, or at the margin
        first = margins[line.page].left + _INDENT
        if _OPENS.match(line.text) and line.box.left < before.box.left + _INDENT / 2:
            return False
        return not first < line.box.left < before.box.left + _INDENT / 2
    first = line.box.left > margins[line.page].left + _INDENT
    level = abs(line.box.left - before.box.left) < _INDENT
    if first and opens_body(line.text):
        return False
    outdented = marker is None and first and line.box.left < before.box.left - _INDENT
    if outdented and _room_behind(before, line, margins[before.page]) > _A_LONG_WORD:
        return False  # มีหน้าที่ ดูแลความปลอดภัย… │ ให้ผู้ที่ได้รับแต่งตั้ง…, less indented
    # Wrapped lines go back to the margin: a line as far in as one that begins is another first.
    return not indented and not (marker is None and first and level)


def _left_room(before: Line, line: Line, margins: Margins) -> bool:
    """Whether the first word of a line at the margin would have fitted on the line above it."""
    room = _room_behind(before, line, margins)
    return line.box.left < margins.left + _INDENT / 2 and room > len("คณะกรรมการ")


def _did_not_fit(before: Line, line: Line, margins: Margins) -> bool:
    """Whether a line ends early because the address that begins the next could not be broken:
    ส่งกลับทางอีเมล│claim@thammachart.example.com"""
    word = _UNBROKEN.match(line.text)
    room = _room_behind(before, line, margins)
    return word is not None and room < _LATIN * len(word[0])


def _room_behind(before: Line, line: Line, margins: Margins) -> float:
    """How many letters of a line had room behind the line above it; of a row of rules none has."""
    wide = line.box.width
    return (margins.widest - before.box.right) * len(line.text) / wide if wide else 0.0


def _next_marker(line: Line, number: int, above: Line) -> tuple[str, int] | None:
    """The number after `number` right under it, if only its dot was not read."""
    weak = _WEAK.match(arabic(line.text))
    if weak and int(weak["weak"]) == number + 1 and abs(line.box.left - above.box.left) < _INDENT:
        return weak["weak"], weak.end()
    return None


def unspaced(text: str) -> str:
    """The signs of a text without the spaces, which two prints of one thing set differently."""
    return re.sub(r"\s", "", text)


def tidy(text: str) -> str:
    """A value's spaces as the Royal Society writes them: single, and one on each side of ๆ.

    >>> tidy("ปฏิบัติหน้าที่อื่นๆ  ตามที่ได้รับมอบหมาย")
    'ปฏิบัติหน้าที่อื่น ๆ ตามที่ได้รับมอบหมาย'
    """
    return " ".join(re.sub(r"\s*ๆ\s*", " ๆ ", text).split())
