"""Rows of which print and another ink each hold a part, read once more as one line.

A paper's inks are read apart, so that a stamp over print disturbs neither. What a pen filled in
behind a label stands in its row, and a part of it may be too small to be read as an impression: the
๙ of วันที่ ๙ เดือน กุมภาพันธ์, the ๖๘ of ๒ ก.ค. ๖๘. Where such a row tells no day and no number, its
picture is read in all inks, as that of a copy is, and believed if it then tells one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.models import Box, Candidate, Line, Page, Writing, mean_confidence
from pipeline.normalise import normalise
from pipeline.pens.filled_behind import filled_behind, in_place_of
from pipeline.pens.header_lines import DAY_OF_A_ROW, HEAD, bears_day, header_line
from pipeline.pens.ink import ink, is_grey
from pipeline.pens.read_apart import read_apart
from pipeline.straight_cut import StraightCut
from pipeline.tesseract import read_strips

Rgb = npt.NDArray[np.uint8]
Grey = npt.NDArray[np.uint8]

_DAY = re.compile(r"(?P<label>\W*(?:[ก-๎]{2,8} ?ณ ?)?วันที่)[\s.…_\-–]*")
# เลขที่ | เลขที่ กฟช. บปต.(ปก)
_NUMBER = re.compile(
    r"(?P<label>\W*(?:เลข)?ที่(?:\s*(?:[ก-ฮ]{1,5}\.?\s?){1,3}(?:\([ก-ฮ.]{1,8}\))?)?)[\s.…_\-–]*"
)
_DIGIT = r"[\d๐-๙]"
# ๐๗๑๙/๒๕๖๗ | ๐๗๑๙๒๕๖๗, whose stroke touches a figure
_TELLS_NUMBER = re.compile(
    rf"(?<![\d๐-๙/.])(?P<own>{_DIGIT}{{1,5}}|พิเศษ)\s?/?\s?(?P<year>[2๒][5๕][5-7๕-๗]{_DIGIT})$"
)
_ABOVE, _BELOW = 0.35, 0.3  # heights of the label around it that are of its row
_GAP = 2.0  # heights of the label without ink, behind which a row goes no further
_COLOURED, _TINT = 30, 40  # pixels of another ink; how far its colours lie apart
_SURE = 0.75  # of every sign of what is believed, on the whole
_DOTS = " .…_-–|[]"
_WHY = ("in another ink",)


@dataclass(frozen=True, slots=True)
class _Row:
    """What was read of a row behind its label, and where."""

    text: str
    box: Box
    confidence: float


def with_inked_numbers(page: Page, picture: Rgb) -> Page:
    """The page with the numbers of rows that print and another ink share: เลขที่ ๓๗/๒๕๖๘.

    Told before received stamps are looked for, whose words are the same. The rest is as in
    `with_inked_rows`.
    """
    return _with_rows(page, picture, days=False)


def with_inked_rows(page: Page, picture: Rgb) -> Page:
    """The page with the days and numbers of rows that print and another ink share.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened. Raises
    ToolMissing as `read_strips`.
    """
    return _with_rows(page, picture, days=True)


def _with_rows(page: Page, picture: Rgb, days: bool) -> Page:
    told = ((line, _label(page, line)) for line in page.lines)
    labels = [(line, label) for line, label in told if label and (days or "วัน" not in label)]
    if not labels or is_grey(picture):
        return page
    cuts = [(line, label, _cut(page, line, picture)) for line, label in labels]
    rows = [(line, label, *cut) for line, label, cut in cuts if cut is not None]
    readings = read_strips([grey for *_, grey, _ in rows])
    for (line, label, _, box), reading in zip(rows, readings, strict=True):
        text = normalise(reading.text).strip(_DOTS)
        _, _, behind = text.rpartition("วันที่")
        row = _Row(_told(label, behind.strip(_DOTS)), box, mean_confidence(reading.words))
        if row.text and row.confidence >= _SURE:
            page = _filled(page, line, label, row)
    return page


def _label(page: Page, line: Line) -> str | None:
    """The label of a row that tells no more than it."""
    match = _DAY.fullmatch(line.text)
    if match is None and line.box.bottom < HEAD:
        match = _NUMBER.fullmatch(line.text)
    if match is None or line.written:
        return None
    row = [one for one in page.lines if one is not line and one.box.on_row_of(line.box)]
    dated = any(map(bears_day, row))
    return None if dated and match.re is _DAY else match["label"]


def _cut(page: Page, line: Line, picture: Rgb) -> tuple[Grey, Box] | None:
    """The picture of the row from its label on, and the box of what stands behind the label; None
    if no other ink is there."""
    cut = StraightCut.around(line.box, page, picture)
    left, top, right, bottom = cut.pixels(line.box)
    high = bottom - top
    top, bottom = max(0, top - round(_ABOVE * high)), bottom + round(_BELOW * high)
    band = cut.picture[top:bottom]
    grey = np.asarray(cv2.cvtColor(band, cv2.COLOR_RGB2GRAY), np.uint8)
    inked = np.flatnonzero(ink(grey).any(axis=0))
    ends = inked[inked >= left]
    far = np.flatnonzero(np.diff(ends) > _GAP * high)
    end = int(ends[far[0]] if far.size else ends[-1]) if ends.size else right
    behind = band[:, right:end].astype(np.int16)
    if behind.size == 0 or np.count_nonzero(np.ptp(behind, axis=2) > _TINT) < _COLOURED:
        return None
    edge = high // 3
    box = cut.box((right, top, end, bottom))
    return grey[:, max(0, left - edge) : end + edge], box


def _told(label: str, said: str) -> str:
    """The day or number that was read behind a label; nothing if what was read is none."""
    if "วัน" not in label:
        number = _TELLS_NUMBER.search(said)  # its label may be misread
        return f"{number['own']}/{number['year']}" if number else ""
    place = header_line(Line(said, 1, Box(0, 0, 1, 0.01), 1.0))
    whole = place is not None and place.kind == "day" and place.whole
    return said if whole or DAY_OF_A_ROW.fullmatch(f"วันที่ {said}") else ""


def _filled(page: Page, line: Line, label: str, row: _Row) -> Page:
    """The page with the row as one line, and without the pieces that were read apart."""
    pieces = [
        one for one in read_apart(page) if one is not line and row.box.holds_middle_of(one.box)
    ]
    printed = " ".join(one.text for one in sorted(pieces, key=lambda one: one.box.left))
    said = Writing(row.box, (Candidate(row.text, round(row.confidence, 4)),), _WHY, printed)
    return in_place_of(page, line, filled_behind(line, len(label), said), pieces)
