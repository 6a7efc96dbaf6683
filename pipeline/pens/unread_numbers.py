"""Numbers by hand of which print's recogniser made nothing that is a number: ที่ ๔๗/๒๕๖๘ in heavy
black, ที่ นน ๐๐๐๓/๔๕๘ around a printed stroke, เลขที่ 378 over the dots of a form.

Written larger than its row and across the dots, such a number is read as a mark, in pieces, or not
at all. Behind a label that nothing readable follows the pen's reader looks for what may stand
there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.lines import PixelBox
from pipeline.models import Box, Candidate, Line, Page, Writing
from pipeline.pens.filled_behind import filled_behind, in_place_of
from pipeline.pens.header_lines import HEAD, SURE, stands_on_row
from pipeline.pens.ink import ink
from pipeline.pens.read_apart import read_apart
from pipeline.pens.readings import read_between
from pipeline.straight_cut import StraightCut
from pipeline.tesseract import ReadWord
from pipeline.word_places import word_places

Rgb = npt.NDArray[np.uint8]

# ที่ | เลขที่ ... | ที่ นน | ที่ กษ (สกช) | คำสั่งการไฟฟ้าชุมชน สาขาบ้านกรวดใต้ ที่
_LABEL = re.compile(
    r"\W*(?P<title>(?:คำสั่ง|ประกาศ|ระเบียบ|ข้อบังคับ)[^\d๐-๙]{0,60}\s)?(?P<own>เลข)?ที่"
    r"(?P<code>\s+[ก-ฮ]{1,4}\.?(?:\s?\([ก-ฮ.]{1,8}\))?)?(?P<dots>[\s.…_]*)"
)
_BOOK = re.compile(r"\W*เล่มที่")
_RECEIPT = re.compile("รับ(?!เงิน|รอง|บริการ|ผิดชอบ)|เวลา")
_HOUSE = re.compile("หมู่|ถนน|ตำบล")  # เลขที่ .... หมู่ที่ ....: an address
# A long stroke is read as 1 or 7, or lost; between Thai figures these are none. Dots behind it: ๐
_ORDER = re.compile(
    r"(?P<thai>[๐-๙]{1,4})[/17ว]?(?P<thai_year>๒๕[๕-๗][๐-๙])[/๐๑]?|(?P<own>[0-9]{1,4})/(?P<year>25[5-7][0-9])"
)
# ๐๓๓๘.๕/๓๘๔, behind the letters of its code
_CODED = re.compile(
    r"(?P<code>๐[๐-๙]{3,5}(?:\.[๐-๙]{1,3}){0,3})[/1](?P<running>(?:ว\s?)?[๐-๙]{1,6})"
    r"|(?P<own_code>0[0-9]{3,5}(?:\.[0-9]{1,3}){0,3})/(?P<own_running>(?:ว\s?)?[0-9]{1,6})"
)
_POINT = re.compile(r"(?<!\d)(\d{4,5})\s?[.,:]\s?(\d{1,2})(?!\d)")
_FIGURES = re.compile(r"[๐-๙]{2,6}|[0-9]{2,6}")  # of a form
_NUMBER = re.compile(r"\d{2,6}(?:/\d{2,4})?")
_NO_PRINT = re.compile(r"[\s./…_\d๐-๙-]*")  # dots, strokes and figures among what was filled in
_WIDEST = 0.25  # of the page, in which it stands
_BEHIND = 0.5  # heights of the label behind its last letter, where its vowel ends
_LIKELY = 0.5  # chance of all readings of that form
_MOST = 5
_NEAR = 3  # heights of a label, to that of its book
_OVER = 0.5  # heights of a label by which what is filled in may begin before its dots end
_GAP, _DOTS, _SMALLEST = 2.5, 0.35, 4  # heights of the row; the least that is looked at, in pixels
_MARK = re.compile("[ัิีึืุู่้๊๋์]")  # boxed as wide as the room behind it
_FEW, _HIGHEST = 2, 1.6  # figures that tell a pen's row; heights of its label that it is high
_WHY = ("not read surely",)


def with_booked_numbers(page: Page, picture: Rgb) -> Page:
    """The page with the numbers of books of forms: เล่มที่ ๘ and under it เลขที่ 378.

    Told before received stamps are looked for, whose words are the same. The rest is as in
    `with_unread_numbers`.
    """
    for line in page.lines:
        label = _LABEL.fullmatch(line.text)
        if label and line.box.bottom < HEAD and _is_of_a_form(page, line, label):
            page = _read(page, line, label, picture)
    return page


def with_unread_numbers(page: Page, picture: Rgb) -> Page:
    """The page with such numbers in the lines of their labels, as written.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened by the
    page's skew.
    """
    for line in page.lines:
        label = _LABEL.fullmatch(line.text)
        if label and line.box.bottom < HEAD and not line.written:
            page = _read(page, line, label, picture)
    return page


def _read(page: Page, line: Line, label: re.Match[str], picture: Rgb) -> Page:
    letters = [
        word
        for _, last, word in word_places(line)
        if last <= label.start("dots") and not _MARK.fullmatch(word.text)
    ]
    start = max((one.box.right for one in letters), default=line.box.right)
    behind = [
        one
        for one in read_apart(page)
        if one is not line
        and stands_on_row(one.box, line.box)
        and start - _OVER * line.box.height <= one.box.left < start + _WIDEST
    ]
    if any(one in page.lines and _is_told(one) for one in behind):
        return page
    printed = [_print_start(one) for one in behind if one.confidence >= SURE or one.text[:1] == "."]
    end = min([start + _WIDEST, *(at for at in printed if at is not None)])
    seen = StraightCut.around(line.box, page, picture)
    left, low, right, high = seen.pixels(replace(line.box, left=start, right=end))
    if right - left < 2 * (high - low):
        return page
    first = left + (_SMALLEST if label["code"] else _BEHIND * (high - low))
    forms = _forms(page, line, label, behind)
    looked = []
    for row in dict.fromkeys((line.box, _row(line, behind))):
        at = seen.pixels(row)
        told = [ReadWord(label["code"], at, SURE)] if label["code"] else []
        room = (first, _ink_end(seen, at, first, right))
        leave_out = "" if label["code"] else "ว"
        found = read_between(seen.picture, at, told, room, leave_out=leave_out, most=4 * _MOST)
        box = seen.box(found.box) if found else row
        covered = [one for one in behind if box.holds_middle_of(one.box)]
        printed_as = " ".join(one.text for one in covered)
        read = _numbers(found.candidates if found else (), forms, printed_as)
        looked.append((sum(one.chance for one in read), read, box, covered, printed_as))
    sure, read, box, covered, printed_as = max(looked, key=lambda one: one[0])
    if sure < _LIKELY:
        return page
    said = Writing(box, tuple(read[:_MOST]), _WHY, printed_as)
    return in_place_of(page, line, filled_behind(line, len(line.text), said), covered)


def _ink_end(seen: StraightCut, row: PixelBox, left: float, right: float) -> float:
    """Where the ink of a row ends before a wide gap, beyond which stand rules and other rows' ends;
    dots of a leader are lower than what is looked at."""
    high = row[3] - row[1]
    band = seen.picture[row[1] : round(row[3] - _DOTS * high), round(left) : round(right)]
    if min(band.shape[:2]) < _SMALLEST:
        return right
    columns = np.flatnonzero(
        ink(np.asarray(cv2.cvtColor(band, cv2.COLOR_RGB2GRAY), np.uint8)).any(axis=0)
    )
    gaps = np.flatnonzero(np.diff(columns) > _GAP * high)
    return left + int(columns[gaps[0]]) + _SMALLEST if gaps.size else right


def _is_told(line: Line) -> bool:
    """Whether a number stands apart in print that was surely read."""
    return line.confidence >= SURE and _NUMBER.fullmatch(line.text.strip()) is not None


def _has_figures(line: Line) -> bool:
    return len(re.findall(r"\d", line.text)) >= _FEW


def _print_start(line: Line) -> float | None:
    """Where print begins in a line on the row: not with dots, strokes and figures, which are of
    what was filled in."""
    return next((one.box.left for one in line.words if not _NO_PRINT.fullmatch(one.text)), None)


def _row(line: Line, behind: Sequence[Line]) -> Box:
    """The box of the row in which a pen wrote: its own, where figures of it were read."""
    figures = list(filter(_has_figures, behind))
    pen = min(figures, key=lambda one: one.box.left, default=line)
    top, bottom = pen.box.top, pen.box.bottom
    return replace(line.box, top=top, bottom=min(bottom, top + _HIGHEST * line.box.height))


def _is_of_a_form(page: Page, line: Line, label: re.Match[str]) -> bool:
    """Whether a label with dots, or that of a book, is none of a received stamp."""
    if not (label["own"] and "." in label["dots"]):
        return _is_booked(page, line, label)
    stamped = (one for stamp in page.stamps for one in stamp.lines)
    around = (
        one
        for one in (*page.lines, *page.marks, *stamped)
        if abs(one.box.middle - line.box.middle) < _NEAR * line.box.height
        and one.box.left < line.box.left + _WIDEST
        and line.box.left < one.box.right
    )
    return not any(_RECEIPT.search(one.text) for one in around)


def _is_booked(page: Page, line: Line, label: re.Match[str]) -> bool:
    """Whether a label is that of a form's number in a book of them."""
    near = _NEAR * line.box.height
    return label["own"] is not None and any(
        _BOOK.match(one.text) and abs(one.box.middle - line.box.middle) < near for one in page.lines
    )


def _forms(
    page: Page, line: Line, label: re.Match[str], behind: Sequence[Line]
) -> tuple[re.Pattern[str], ...]:
    """What can stand behind a label: of a form's เลขที่ with dots, or beside เล่มที่, figures alone."""
    if label["code"]:
        return (_CODED, _ORDER)
    if not label["own"] or any(_HOUSE.search(one.text) for one in behind):
        return (_ORDER,)
    alone = _is_booked(page, line, label) or "." in label["dots"]
    return (_ORDER, _FIGURES) if alone else (_ORDER,)


def _numbers(
    read: Sequence[Candidate], forms: Sequence[re.Pattern[str]], printed: str
) -> list[Candidate]:
    """The readings of one of these forms, likeliest first; `printed` is what print's reader made of
    them, which tells a point from a nought."""
    chances: dict[str, float] = defaultdict(float)
    point = _POINT.search(printed)
    for one in read:
        text = one.text.replace("0", "๐") if re.search("[๑-๙]", one.text) else one.text
        form = next((form for form in forms if form.fullmatch(text)), None)
        if form is _ORDER and (found := _ORDER.fullmatch(text)):
            own, year = found["thai"] or found["own"], found["thai_year"] or found["year"]
            text = f"{own}/{year}"
        elif form is _CODED and (found := _CODED.fullmatch(text)):
            code = found["code"] or found["own_code"]
            if point and re.fullmatch(rf"\d{{{len(point[1])}}}[01๐๑]\d{{{len(point[2])}}}", code):
                code = f"{code[: len(point[1])]}.{code[len(point[1]) + 1 :]}"
            text = f"{code}/{found['running'] or found['own_running']}"
        if form is not None:
            chances[text] += one.chance
    best = sorted(chances.items(), key=lambda item: -item[1])
    return [Candidate(text, round(chance, 4)) for text, chance in best]
