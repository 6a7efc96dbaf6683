"""Where a head may bear a number or a day that a pen wrote whole and that was not read.

Behind a label that nothing readable follows; between the number and the subject of a letter that is
not dated; behind the stroke of a code whose running number the reader of digits doubts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.models import Box, Line, Page
from pipeline.pens import row_forms
from pipeline.pens.header_lines import (
    DAY_OF_A_ROW,
    HEAD,
    SUBJECT,
    SURE,
    bears_day,
    header_line,
    stands_on_row,
)
from pipeline.pens.read_apart import read_apart
from pipeline.thai_months import MONTHS
from pipeline.word_places import word_places

_NUMBER = re.compile(r"\W*(?:เลข)?ที่[\s.…_]*(?![ก-ฮ]{2}[ะ-ู]|[เ-ไ])")
_DAY = re.compile(r"\W*(?:[ก-๎]{2,8} ?ณ ?)?วันที่[\s.…_]*")
_TELLS = re.compile(  # a number that is whole
    r"(?:[^/]*[\d๐-๙ก-ฮ)]\s*/\s*(?:[ก-ฮ(][ก-ฮ.)]*\s*)?[\d๐-๙]{1,6}|[ก-ฮ]{1,4}\.?\s?[\d๐-๙]{2,5})\W*"
)
_HALF_A_YEAR = re.compile(r"วันที่.*[ก-์.]\s*(?:25|๒๕)\W*$")  # ๘ กรกฎาคม ๒๕, its end not read
_MONTH = re.compile("|".join(map(re.escape, MONTHS)))
_DAY_OF_MONTH = re.compile(rf"วันที่\s*[\d๐-๙]{{1,2}}\s*(?:เดือน\s*)?(?:{_MONTH.pattern})")
_WORD = re.compile(r"[ก-ฮ][ะ-์ก-ฮ]{4}")  # of print, which no number has
_FORM = re.compile(r"\W*(?:พ\.ศ\.|เดือน|[ก-๎]*เดือน[ก-๎]*)\W*")  # of a day's row
_WIDEST, _WIDEST_DAY = 0.36, 0.45  # of the page, behind a label
_AROUND = 0.02  # of the page, around what was read of a day without a label
_LONGEST = 24  # characters of what was made of it
_DOUBTED = 0.6  # chance of a running number, under which it may have letters


@dataclass(frozen=True, slots=True)
class LetteredPlace:
    """A row to read, between two columns: behind the first `kept` characters of the line that has
    its label, none of a line without. `prefix` is what of the number is read as print."""

    line: Line
    kept: int
    prefix: str
    left: float
    right: float
    is_day: bool


def lettered_places(page: Page) -> list[LetteredPlace]:
    """The rows of a page's head that are to be read so."""
    cells = (cell for table in page.tables for row in table.rows for cell in row)
    in_cells = {line for cell in cells for line in cell.lines}
    heads = [line for line in page.lines if line.box.bottom < HEAD and line not in in_cells]
    looked_at = (_doubted(line) or _behind_label(page, line) for line in heads)
    found = [place for place in looked_at if place]
    alone = None if any(place.is_day for place in found) else _day_alone(page)
    return [*found, alone] if alone else found


def _behind_label(page: Page, line: Line) -> LetteredPlace | None:
    half = _HALF_A_YEAR.search(line.text) is not None
    if not half and (line.written or bears_day(line)):
        return None
    day = _DAY.match(line.text)
    label = day or _NUMBER.match(line.text)
    if label is None:
        return None
    row = [one for one in page.lines if one is not line and stands_on_row(one.box, line.box)]
    if day is None and (_tells_number(line, label.end(), row) or _is_whole(line)):
        return None
    if day and not half and _is_dated([line, *row]):
        return None
    words = [word for first, _, word in word_places(line) if first >= label.end()]
    sure = "".join(word.text for word in words if word.confidence >= SURE)
    if _WORD.search(_MONTH.sub("", sure)):
        return None
    kept, left = label.end(), _label_end(line, label.end())
    prefix = ""
    for word in words if day is None else ():
        if word.confidence < SURE or not _begins(prefix + word.text):
            break
        prefix, left = prefix + word.text.replace(" ", ""), word.box.right
    behind = [one for one in row if one.box.left > left and _is_print(one, day is not None)]
    widest = left + (_WIDEST_DAY if day else _WIDEST)
    right = min([widest, *(one.box.left for one in behind)])
    return LetteredPlace(line, kept, prefix, left, right, day is not None)


def _doubted(line: Line) -> LetteredPlace | None:
    """Behind the stroke of a code whose running number was written and is doubted: /(อ) ๓๔."""
    label, stroke = _NUMBER.match(line.text), line.text.find("/")
    if label is None or stroke < 0 or len(line.written) != 1:
        return None
    writing = line.written[0]
    prefix = line.text[label.end() : stroke + 1].replace(" ", "")
    if writing.candidates[0].chance >= _DOUBTED or not _begins(prefix):
        return None
    wide = line.box.height * 0.7
    return LetteredPlace(
        line, label.end(), prefix, writing.box.left - 0.002, writing.box.right + wide, False
    )


def _is_dated(row: Sequence[Line]) -> bool:
    whole = " ".join(one.text for one in row)
    forms = (DAY_OF_A_ROW, _DAY_OF_MONTH)
    return any(map(bears_day, row)) or any(form.search(whole) for form in forms)


def _tells_number(line: Line, start: int, row: Sequence[Line]) -> bool:
    """Whether a number is read behind a label, in its line or apart from it."""
    behind = sorted((one for one in row if one.box.left >= line.box.right), key=_left)
    own = line.text[start:]
    texts = [own, *(one.text for one in behind), " ".join([own, *(one.text for one in behind[:1])])]
    return any(_TELLS.fullmatch(text.strip()) for text in texts)


def _left(line: Line) -> float:
    return line.box.left


def _is_whole(line: Line) -> bool:
    place = header_line(line)
    return place is not None and place.whole


def _label_end(line: Line, end: int) -> float:
    words = [word for _, last, word in word_places(line) if last <= end and word.text.strip(".…_ ")]
    return max((word.box.right for word in words), default=line.box.right)


def _begins(prefix: str) -> bool:
    """Whether a number can begin so."""
    grammars = (row_forms.number(digits) for digits in row_forms.KINDS)
    return any(grammar.after_all(prefix.replace(" ", "")) for grammar in grammars)


def _is_print(line: Line, of_day: bool) -> bool:
    """Whether a line behind the label is none of what a pen wrote there."""
    if of_day and _FORM.fullmatch(line.text):
        return False
    return _DAY.match(line.text) is not None or (
        line.confidence >= SURE
        and _WORD.search(_MONTH.sub("", line.text)) is not None
        and not bears_day(line)
    )


def _day_alone(page: Page) -> LetteredPlace | None:
    """Where the day of a letter may stand without a label: between its number and its subject."""
    subject = next((line for line in page.lines if SUBJECT.match(line.text)), None)
    number = next((line for line in page.lines if _NUMBER.match(line.text)), None)
    if subject is None or number is None or subject.box.top >= HEAD:
        return None
    top, bottom = number.box.top, subject.box.top
    within = [one for one in read_apart(page) if top <= one.box.middle < bottom]
    if any(bears_day(one) or "วันที่" in one.text for one in within):
        return None
    likely = [one for one in within if one is not number and _may_be_day(one)]
    if not likely:
        return None
    first = max(likely, key=lambda one: one.box.right - one.box.left)
    whole = Box.around([one.box for one in likely if one.box.on_row_of(first.box)])
    half = number.box.height / 2
    box = replace(whole, top=whole.middle - half, bottom=whole.middle + half)
    line = Line("", page.number, box, 0.0)
    return LetteredPlace(line, 0, "", box.left - _AROUND, min(0.98, box.right + 4 * _AROUND), True)


def _may_be_day(line: Line) -> bool:
    sure = " ".join(word.text for word in line.words if word.confidence >= SURE)
    printed = line.confidence >= SURE and _WORD.search(_MONTH.sub("", sure)) is not None
    long = line.box.right - line.box.left > 4 * line.box.height
    like = long or re.search(r"[\d๐-๙]|[ก-ฮ]\.", line.text) is not None
    return len(line.text) <= _LONGEST and not printed and like
