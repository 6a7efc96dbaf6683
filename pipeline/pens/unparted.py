"""The stroke of a number whose running number a pen wrote so close that print's reader lost it.

ที่ อต ๕๒๐๐๔/๖๘๑ was read as ๕๒๐๐๔๖๘๑, เลขที่ ๐๗๑๙/๒๕๖๗ as ๐๗๑๙๒๕๖๗, surely, and no drawing out of
the line showed the stroke (`pipeline.lost_strokes`). The pen's reader knows strokes too: where it
reads the same figures with one among them, its place is believed, and the number is told as
written: never sure on its own.
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from pipeline.models import Box, Candidate, Line, Page, Word, Writing
from pipeline.pens.filled_lines import words_cut
from pipeline.pens.header_lines import HEAD
from pipeline.pens.readings import read_between
from pipeline.straight_cut import StraightCut
from pipeline.tesseract import ReadWord
from pipeline.word_places import word_places

Rgb = npt.NDArray[np.uint8]

_DIGIT = r"[\d๐-๙]"
# ที่ อต ๕๒๐๐๔๖๘๑: more figures than a code has without a point
_CODED = re.compile(rf"[\s.]*(?:(?:เลข)?ที่?\s*)?[ก-ฮ]{{2,4}}\.?\s?(?P<figures>{_DIGIT}{{6,10}})\s*")
# ที่ ๑๔๒๒๕๖๘ | เลขที่ กฟช. บปต.(ปก) ๐๗๑๙๒๕๖๗
_DATED = re.compile(
    rf"[\s.]*(?:\S{{2,20}}\s)?(?:เลข)?ที่[^\d๐-๙]{{0,24}}(?P<figures>{_DIGIT}{{1,5}}[2๒][5๕][5-7๕-๗]{_DIGIT})\s*"
)
_LEAST_CODE, _YEAR = (
    4,
    4,
)  # figures before the stroke of a letter's number; behind that of an order's
_EDGE = 3  # pixels around the figures
_MOST = 12  # readings looked at
_LIKELY = 0.5  # chance that the pen's reader gives to the same figures with a stroke among them
_WHY = ("not read surely",)


def with_strokes(page: Page, picture: Rgb) -> Page:
    """The page with the strokes that its numbers lack, and what a pen wrote beside them as written.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened by the
    page's skew.
    """
    lines = tuple(
        _parted(line, page, picture) if line.box.top < HEAD and not line.written else line
        for line in page.lines
    )
    return replace(page, lines=lines)


def _parted(line: Line, page: Page, picture: Rgb) -> Line:
    coded = _CODED.fullmatch(line.text)
    found = _DATED.fullmatch(line.text) or coded
    if found is None:
        return line
    start, end = found.span("figures")
    own = [word for first, last, word in word_places(line) if first < end and last > start]
    if not own:
        return line
    seen = StraightCut.around(line.box, page, picture)
    words = [ReadWord(one.text, seen.pixels(one.box), one.confidence) for one in line.words]
    boxes = [seen.pixels(one.box) for one in own]
    room = min(box[0] for box in boxes) - _EDGE, max(box[2] for box in boxes) + _EDGE
    read = read_between(seen.picture, seen.pixels(line.box), words, room, most=_MOST)
    figures = found["figures"]
    for one in read.candidates if read else ():
        before, stroke, behind = one.text.partition("/")
        placed = len(behind) == _YEAR if found is not coded else len(before) >= _LEAST_CODE
        if stroke and behind and placed and before + behind == figures and one.chance >= _LIKELY:
            at = start + len(before)
            first, last = (at, end) if found is coded else (start, at)
            return _with_stroke(line, first, last, at, one.chance)
    return line


def _with_stroke(line: Line, first: int, last: int, at: int, chance: float) -> Line:
    """The line with a stroke before `line.text[at]`; what stands in [first, last) is written."""
    pieces = words_cut(line, (first, last))
    own = [word for start, _, word in pieces if first <= start < last]
    box, said = Box.around([word.box for word in own]), line.text[first:last]
    before = [word for start, _, word in pieces if start < first]
    behind = [word for start, _, word in pieces if start >= last]
    if at == first:
        before[-1] = replace(before[-1], text=f"{before[-1].text}/")
    else:
        behind[0] = replace(behind[0], text=f"/{behind[0].text}")
    return replace(
        line,
        text=f"{line.text[:at]}/{line.text[at:]}",
        words=(*before, Word(said, box, chance), *behind),
        changes=tuple(replace(one, start=one.start + (one.start >= at)) for one in line.changes),
        written=(Writing(box, (Candidate(said, round(chance, 4)),), _WHY, said),),
    )
