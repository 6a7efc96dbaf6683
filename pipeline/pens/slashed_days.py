"""Days that a pen wrote in figures behind a bare label: วันที่ 27/11/68.

Forms, bills and short memos are dated so. Print's reader makes a mark of such a row, or nothing; a
pen's reader knows figures and strokes, and what it tells is believed if it is a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
import numpy.typing as npt

from pipeline.models import Box, Candidate, Line, Page, Writing
from pipeline.pens.filled_lines import put_in
from pipeline.pens.header_lines import DAY_OF_A_ROW, HEAD, HeaderLine, bears_day, stands_on_row
from pipeline.pens.read_apart import single_lines
from pipeline.pens.readings import read_between, read_written
from pipeline.straight_cut import StraightCut
from pipeline.tesseract import ReadWord
from pipeline.word_places import word_places

Rgb = npt.NDArray[np.uint8]

# วันที่ | วันที่ ... | วันที่ //ฐ 2568, of which print's reader made what it could
_LABEL = re.compile(r"\s*(?P<label>วันที่)(?:[^ก-๎A-Za-z]{0,12}[ก-ฮA-Za-z]?){0,2}[^ก-๎A-Za-z]{0,12}")
_RECEIPT = re.compile(r"รับ|เวลา")
_NEAR = 0.05  # of the page, above and below a label of a received stamp
_NO_FIGURE = "ว.-"  # signs that the network knows and no such day has
_STROKE = re.compile(r"(?<=[\d๐-๙])[1/](?=[\d๐-๙])")
_SLASHED = re.compile(
    r"(?P<day>[0๐]?[1-9๑-๙]|[12๑๒][\d๐-๙]|[3๓][01๐๑])/"
    r"(?P<month>[0๐]?[1-9๑-๙]|[1๑][0-2๐-๒])/(?:[2๒][5๕])?[4-7๔-๗][\d๐-๙]"
)
_WIDEST = 0.22  # of the page, behind the label, in which a day is written
_LEAST = 0.25  # chance of the likeliest day under which none is told
_MOST = 5  # days kept
_FEWEST = 3  # figures of a day that tell its row
_LOOKED_AT = 40  # readings of a row among which days are looked for
_AS_STROKE = 0.8  # share of a reading in which a figure 1 is taken for a stroke
_BEHIND = 0.5  # heights of the label behind its last letter, where its vowel ends
_PRINT = 0.85  # confidence from which print behind the label is print


def with_slashed_days(page: Page, picture: Rgb) -> Page:
    """The page with the days in figures that a pen wrote behind labels in its head.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened.
    """
    if any(line.box.bottom < HEAD and bears_day(line) for line in page.lines):
        return page
    for line in page.lines:
        bare = _LABEL.fullmatch(line.text) and line.box.bottom < HEAD and not line.written
        if bare and not _is_dated(page, line) and not _of_a_receipt(page, line):
            page = _with_day(page, line, picture)
    return page


def _of_a_receipt(page: Page, label: Line) -> bool:
    """Whether a label is a received stamp's: ลงรับ, เลขรับ, or เวลา stands close above or below."""
    stamped = (line for stamp in page.stamps for line in stamp.lines)
    around = (*page.lines, *page.marks, *stamped)
    near = (one for one in around if abs(one.box.middle - label.box.middle) < _NEAR)
    beside = (one for one in near if abs(one.box.left - label.box.left) < _WIDEST)
    return any(_RECEIPT.search(one.text) for one in beside)


def _is_dated(page: Page, label: Line) -> bool:
    """Whether the row tells a day, or a month of one, already."""
    row = [one for one in page.lines if stands_on_row(one.box, label.box) and one is not label]
    text = " ".join(one.text for one in (label, *row))
    return DAY_OF_A_ROW.search(text) is not None or any("เดือน" in one.text for one in row)


def _with_day(page: Page, label: Line, picture: Rgb) -> Page:
    seen = StraightCut.around(label.box, page, picture)
    beside = [
        one
        for one in (*page.lines, *page.marks)
        if one is not label and stands_on_row(one.box, label.box)
    ]
    room = _room(label, beside, seen)
    end = len(label.text) - len(label.text.lstrip()) + len("วันที่")
    words = [word for first, _, word in word_places(label) if first >= end]
    words += [word for one in beside for word in one.words]
    read = [ReadWord(word.text, seen.pixels(word.box), word.confidence) for word in words]
    at = seen.pixels(label.box)
    found = read_written(
        seen.picture, at, read, within=room, expected=room, leave_out=_NO_FIGURE, most=_LOOKED_AT
    )
    whole = found[0] if len(found) == 1 else None
    for row in (label.box, *_inked_rows(page, label)):
        if whole is not None and any(day.chance >= _LEAST for day in _days(whole.candidates)):
            break
        at = seen.pixels(row)
        whole = read_between(seen.picture, at, read, room, leave_out=_NO_FIGURE, most=_LOOKED_AT)
    days = _days(whole.candidates) if whole else ()
    if whole is None or not days or days[0].chance < _LEAST:
        return page
    covered = {words[place] for place in whole.words}
    writing = Writing(seen.box(whole.box), days, whole.reasons)
    kept = tuple(word for _, last, word in word_places(label) if last <= end)
    text = f"{label.text[:end].strip()} "
    bare = replace(label, text=text, words=kept)
    page = replace(page, lines=tuple(bare if one is label else one for one in page.lines))
    place = HeaderLine(bare, "day", len(text), len(text), len(text), whole=False, sure=False)
    return put_in(page, place, writing, covered)


def _inked_rows(page: Page, label: Line) -> list[Box]:
    """The rows of what was read in another ink behind a label, written half above its dots."""
    return [
        replace(label.box, top=one.box.top, bottom=one.box.bottom)
        for one in single_lines(page.stamps)
        if stands_on_row(one.box, label.box)
        and label.box.left < one.box.left < label.box.right + _WIDEST
        and len(re.findall(r"\d", one.text)) >= _FEWEST
    ]


def _room(label: Line, beside: Sequence[Line], seen: StraightCut) -> tuple[float, float]:
    """Columns behind the label up to the next print, or as far as a day is wide."""
    letters = [seen.pixels(word.box) for word in label.words if word.text.endswith("ท")]
    start, top, last, bottom = seen.pixels(label.box)
    left = letters[0][2] + _BEHIND * (bottom - top) if letters else float(last)
    right = start + _WIDEST * seen.width
    behind = [seen.pixels(one.box)[0] for one in beside if one.confidence >= _PRINT]
    return left, min([right, *(float(column) for column in behind if column > left)])


def _days(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Those of the readings that are days, likeliest first; a 1 may be a stroke."""
    chances: dict[str, float] = {}
    for one in candidates:
        for text in _with_strokes(one.text):
            share = 1.0 if text == one.text else _AS_STROKE
            chances[text] = chances.get(text, 0.0) + share * one.chance
    days = [Candidate(text, round(chance, 4)) for text, chance in chances.items()]
    return tuple(sorted(days, key=lambda one: -one.chance)[:_MOST])


def _with_strokes(text: str) -> Iterator[str]:
    """The days that a reading may say: 23/12168 is 23/12/68."""
    places = [match.start() for match in _STROKE.finditer(text)]
    for first, second in combinations(places, 2):
        said = "".join("/" if at in (first, second) else sign for at, sign in enumerate(text))
        if _SLASHED.fullmatch(said):
            yield said
