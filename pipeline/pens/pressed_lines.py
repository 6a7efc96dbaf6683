"""Numbers and dates that a numbering stamp, a dater or a pen put beside the print of the head.

In another ink, or too faint, they were read apart from their line: as an impression, or as a mark.
Where they stand on the row of ที่ or ณ วันที่, or as a date right under the number where a letter
without a printed date bears it, they are taken into the text, as written: never sure on their own.
So is the date below a stamped letter, which a pen's reader looks at after this one.
A number line that was cut in two at a fold is made whole again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.layout import Row, rows
from pipeline.models import Candidate, Line, Page, Stamp, Word, Writing
from pipeline.pens.filled_lines import together
from pipeline.pens.header_lines import HEAD, SUBJECT, SURE, bears_day, header_line, stands_on_row
from pipeline.pens.years import as_of_now
from pipeline.word_places import word_places

_WIDEST = 0.2  # of the page, between ที่ and what was pressed behind it
_CUT = 0.6  # heights of the line; a cut at a fold is no wider
_LEGIBLE = 0.35  # confidence under which a mark is not taken for a number
_WHY = ("in another ink",)
_FAINT = ("not read surely",)

_UNSURE = SURE - 0.01
_DAY_ENDS = 2  # characters of a line that begins with a day
_TO = re.compile(r"\s*ถึง\s")

_DIGIT = r"[\d๐-๙]"
# ที่ | ที่ พง | ที่ ตก ๐๐๓ | ที่ สห ๐๐๓๓.๒๐๑ | ที่ สก.ทร. | เลขที่ ธท.
_OPEN = re.compile(
    r"\s*(?:ที่|เลขที่(?=\s+[ก-ฮ]))(?P<code>\s+[ก-ฮ]{1,4}\.?(?:[ก-ฮ]{1,4}\.)?)?"
    rf"(?P<unit>\s*{_DIGIT}[\d๐-๙.]*)?[\s.…_]*"
)
_REST = r"[^ก-๎\w]{0,6}[²³¹°ºª]?[\s.…_]*"  # dots, and what a dater's ink left among the print
_ON_THE_DAY = re.compile(rf"(?P<label>.{{0,20}}ณ\s*วันที่){_REST}")
_DAY = re.compile(rf"(?P<label>\W*วันที่){_REST}")  # of a memo, under who signs a form or a report
_LABEL = re.compile(r"\s*ที่[\s.…_]*")
# ตง ๕๒๐๐๔/ว | ชร ๐๐๑๙ | ๐๐๑๘(ตก).๖/, of the police: a code whose ที่ stands far before it
_CODE = re.compile(
    rf"(?:[ก-ฮ]{{2,4}}\.?\s+{_DIGIT}[\d๐-๙.()]*|[0๐][0๐]{_DIGIT}{{2}}[\d๐-๙.()ก-ฮ]*)"
    r"\s?(?:/\s?(?:ว\s?\.?)?)?[\s.…_]*"
)
_LEAST_LEVEL = 0.15  # of its height: what stands behind a memo's ที่ was often typed a little lower
# เลขที่ | เล่มที่ ๓ เลขที่, of a certificate or a licence: its number bears a year
_BOOK = re.compile(r"\W*(?:\S{2,12}บัตร\s?)?(?:เล่มที่\s*[\d๐-๙]{1,4}\s*)?เลขที่[\s.…_]*")
_OF_A_BOOK = re.compile(rf"{_DIGIT}{{1,5}}\s?/\s?[2๒][5๕]{_DIGIT}{{2}}")
# ๐๐๒๒/๗๘๔ | พ.๓๔/๒๕๖๖ | 152/2567 | ๓.๐๐๖/ว ๑๐๒๘ | ง ๒๗๑
_NUMBER = re.compile(
    rf"(?:[ก-ฮ]{{1,4}}\s?\.?\s?|\([ก-ฮ]{{2,6}}\) )?{_DIGIT}[\d๐-๙.()]*"
    rf"\s?/\s?(?:ว\s?\.?\s?)?{_DIGIT}{{1,7}}(?:/{_DIGIT}{{4}})?"
    rf"|[ก-ฮ]{{1,2}}\s{_DIGIT}{{1,4}}"
)
# ฉ.๓ กบล.(บค.) ๔๗๘/๒๕๖๖, of a branch of an enterprise
_OF_A_BRANCH = re.compile(
    rf"(?:[ก-ฮ]{{1,5}}\.?{_DIGIT}?\s?){{1,3}}(?:\([ก-ฮ.]{{1,8}}\)\s?)?"
    rf"{_DIGIT}{{1,5}}\s?/\s?[2๒][5๕]{_DIGIT}{{2}}"
)
_BOOKED = re.compile(f"{_OF_A_BOOK.pattern}|{_OF_A_BRANCH.pattern}")


@dataclass(frozen=True, slots=True)
class _Pressed:
    """A line that stands apart, and whether it was read in another ink (else as a mark)."""

    line: Line
    inked: bool
    stamp: Stamp | None = None

    @property
    def writing(self) -> Writing:
        return self.saying(_text(self.line))

    def saying(self, text: str) -> Writing:
        said = Candidate(text, self.line.confidence)
        return Writing(self.line.box, (said,), _WHY if self.inked else _FAINT, self.line.text)


def with_pressed(page: Page) -> Page:
    """The page with what was pressed or written beside its number and date in its lines."""
    page = _code_labelled(_number_made_whole(page))
    for line in page.lines:
        if _OPEN.fullmatch(line.text) and line.box.bottom < HEAD:
            page = _beside(page, line, _NUMBER)
        elif _BOOK.fullmatch(line.text) and line.box.bottom < HEAD:
            page = _beside(page, line, _BOOKED)
        elif label := _ON_THE_DAY.fullmatch(line.text) or _DAY.fullmatch(line.text):
            page = _beside(page, line, None, label["label"])
    return _date_at_the_foot(_date_under_number(page))


def _number_made_whole(page: Page) -> Page:
    for line in page.lines:
        match = _OPEN.fullmatch(line.text)
        if match is None or not match["unit"] or line.box.bottom >= HEAD:
            continue
        tall = line.box.height / page.aspect if page.aspect else line.box.height
        rest = [
            other
            for other in page.lines
            if other.box.on_row_of(line.box)
            and 0 <= other.box.left - line.box.right < _CUT * tall
            and _NUMBER.fullmatch(other.text)
        ]
        if len(rest) == 1:
            whole = together(line, rest[0])
            kept = (whole if one is line else one for one in page.lines if one is not rest[0])
            return replace(page, lines=tuple(kept))
    return page


def _code_labelled(page: Page) -> Page:
    """A code without its running number as one line with the ที่ that stands before it, in a memo."""
    for line in page.lines:
        if _LABEL.fullmatch(line.text) is None or line.box.bottom >= HEAD:
            continue
        behind = [
            one
            for one in page.lines
            if 0 <= one.box.left - line.box.right < _WIDEST and _is_level(one, line)
        ]
        nearest = min(behind, key=lambda one: one.box.left, default=None)
        if nearest is not None and (_CODE.fullmatch(nearest.text) or _is_half_read(nearest)):
            whole = together(line, nearest, " ")
            kept = (whole if one is line else one for one in page.lines if one is not nearest)
            return replace(page, lines=tuple(kept))
    return page


def _is_half_read(line: Line) -> bool:
    """Whether it is a code and what was made of a running number by hand: อว ๐๖๘๔.๐๓.๐๔/๕ฟ."""
    place = header_line(replace(line, text=f"ที่ {line.text}", words=()))
    sure = all(word.confidence >= SURE for word in line.words)
    if place is None or place.kind != "letter" or "/" not in line.text:
        return False
    return not (place.whole and sure)


def _is_level(one: Line, label: Line) -> bool:
    both = min(one.box.bottom, label.box.bottom) - max(one.box.top, label.box.top)
    return both > _LEAST_LEVEL * label.box.height


def _beside(page: Page, line: Line, form: re.Pattern[str] | None, label: str | None = None) -> Page:
    """The line with the nearest number (or date, without a form) that was pressed behind it; of the
    line itself stays its `label`."""
    end = line.box.right if label is None else _label_end(line, label)
    behind = [
        one
        for one in _apart(page)
        if stands_on_row(one.line.box, line.box)
        and -0.01 < one.line.box.left - end < _WIDEST
        and (_is_date(one.line) if form is None else form.fullmatch(_number_text(one.line)))
    ]
    if not behind:
        return page
    nearest = min(behind, key=lambda one: one.line.box.left)
    text = _number_text(nearest.line) if form else as_of_now(_text(nearest.line))
    word = Word(text, nearest.line.box, nearest.line.confidence)
    said = replace(nearest.line, text=word.text, words=(word,), changes=())
    whole = together(line if label is None else replace(line, text=label), said, " ")
    whole = replace(whole, written=(*line.written, nearest.saying(text)))
    lines = tuple(whole if one is line else one for one in page.lines)
    return _without(replace(page, lines=lines), nearest)


def _label_end(line: Line, label: str) -> float:
    """Where a label ends: behind it print may have read dots of the line, or a stroke of the ink,
    beyond where the ink begins. A tone mark is boxed as wide as the room behind it."""
    own = [one.box.right for _, last, one in word_places(line) if last <= len(label)]
    return min(line.box.right, max(own, default=line.box.right))


def _date_under_number(page: Page) -> Page:
    """The date that stands alone between number and subject of a letter that has none in print."""
    subject = next((line for line in page.lines if SUBJECT.match(line.text)), None)
    numbers = [line for line in page.lines if line.text.lstrip().startswith("ที่ ")]
    if subject is None or not numbers or numbers[0].box.top >= subject.box.top:
        return page
    top, bottom = numbers[0].box.top, subject.box.top
    if any(top <= line.box.middle < bottom and bears_day(line) for line in page.lines):
        return page
    dates = [
        one for one in _apart(page) if top < one.line.box.middle < bottom and _is_date(one.line)
    ]
    if len(dates) != 1:
        return page
    found = dates[0]
    word = Word(_text(found.line), found.line.box, found.line.confidence)
    line = replace(found.line, text=word.text, words=(word,), changes=(), written=(found.writing,))
    return _taken_in(page, found, line)


def _date_at_the_foot(page: Page) -> Page:
    """The date of a stamped letter (ถึง, no เรื่อง), pressed or written below its text, in its seal.

    Its day is unsure, so that it is looked at as writing too (`pipeline.pens.lines`).
    """
    to = next((line for line in page.lines if _TO.match(line.text)), None)
    letter = any(SUBJECT.match(line.text) for line in page.lines)
    if to is None or letter or any(map(bears_day, page.lines)):
        return page
    below = (one for one in _apart(page) if one.line.box.top > to.box.bottom)
    dates = [one for one in below if _is_date(one.line)]
    if len(dates) != 1:
        return page
    line = replace(dates[0].line, text=_text(dates[0].line), changes=())
    words = tuple(
        replace(word, confidence=min(word.confidence, _UNSURE)) if last <= _DAY_ENDS else word
        for _, last, word in word_places(line)
    )
    return _taken_in(page, dates[0], replace(line, words=words))


def _taken_in(page: Page, pressed: _Pressed, line: Line) -> Page:
    above = sum(other.box.middle < line.box.middle for other in page.lines)
    lines = (*page.lines[:above], line, *page.lines[above:])
    return _without(replace(page, lines=lines), pressed)


def _apart(page: Page) -> Iterator[_Pressed]:
    """What stands apart: impressions of one line, and marks that can be read at all."""
    for stamp in page.stamps:
        pressed = rows(stamp.lines)
        if len(pressed) == 1:
            yield _Pressed(_one_line(pressed[0]), True, stamp)
    for mark in page.marks:
        if mark.confidence >= _LEGIBLE:
            yield _Pressed(mark, False)


def _one_line(row: Row) -> Line:
    """What was pressed on one row: 15 พ.ย. │ 2566, which a dater sets apart."""
    if len(row.lines) == 1:
        return row.lines[0]
    words = tuple(word for line in row.lines for word in line.words)
    sure = min(line.confidence for line in row.lines)
    text = " ".join(line.text for line in row.lines)
    return Line(text, row.lines[0].page, row.box, sure, words)


def _without(page: Page, taken: _Pressed) -> Page:
    stamps = tuple(stamp for stamp in page.stamps if stamp is not taken.stamp)
    marks = tuple(mark for mark in page.marks if mark is not taken.line)
    return replace(page, stamps=stamps, marks=marks)


def _text(line: Line) -> str:
    return line.text.strip(" .…_|[]")


def _number_text(line: Line) -> str:
    """A number as a pen writes it: print's reader takes a nought of it for o, a bracket for |."""
    text = re.sub(rf"(?<![A-Za-z])[oO](?={_DIGIT})", "๐", _text(line).rstrip("/"))
    return re.sub(rf"^\(?([ก-ฮ]{{2,6}})[|)]\s?(?={_DIGIT})", r"(\1) ", text)


def _is_date(line: Line) -> bool:
    place = header_line(replace(line, text=_text(line), words=()))
    return place is not None and place.kind == "day" and place.whole
