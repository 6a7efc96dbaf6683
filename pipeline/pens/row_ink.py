"""The ink of a row that a pen wrote behind a label, with its marks above and below, on paper.

`between` (`ink.py`) keeps what crosses the bodies of a line; letters also have marks that do not,
and a pen's row may stand higher or lower than its label.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.lines import PixelBox
from pipeline.pens.ink import ink, small_shapes

Grey = npt.NDArray[np.uint8]
Rgb = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]

_ABOVE, _BELOW = 3.6, 1.3  # bodies of the label over and under its baseline that are looked at
_MIDDLE = (-2.7, 0.35)  # bodies from the baseline: where the middles of its letters lie
_FOOT = -1.0  # bodies from the baseline: their feet lie no higher
_LETTER = 0.45  # of a body: letters are as high
_CUT_OFF = 1.2  # bodies: what begins where the print above ends and is lower belongs to that
_WIDEST = 12  # bodies: what is wider is a stroke of a signature, or a frame
_MARKS = (0.75, 0.6)  # of the letters' usual height: how far above and below them marks reach
_LONG, _THIN = 2.5, 0.16  # bodies: a rule to write on is longer and lower
_GAP, _KEPT = 1.2, 0.7  # bodies without ink that are drawn together, to so many
_FAR = 7.0  # bodies without ink behind which a row is over
_EDGE = 2  # pixels of paper around it


@dataclass(frozen=True, slots=True)
class RowInk:
    """`box` in pixels of the strip that was given; `picture` dark on light, wide gaps narrowed."""

    box: PixelBox
    picture: Grey


def row_ink(
    strip: Rgb, line: PixelBox, left: int, right: int, rows: tuple[float, float]
) -> RowInk | None:
    """What is written between two columns on the row of a label; None if no letter is.

    `line` is the box of the label in `strip`, a straight one in colour, `rows` where the print
    above ends and that below begins.
    """
    body = 0.6 * (line[3] - line[1])
    baseline = line[3] - body / 3
    top = int(max(0, baseline - _ABOVE * body, rows[0]))
    left = max(0, left)
    cut = strip[top : int(min(baseline + _BELOW * body, rows[1])), left:right]
    if min(cut.shape[:2]) < body:
        return None
    grey = np.asarray(cv2.cvtColor(cut, cv2.COLOR_RGB2GRAY), np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(_without_rules(ink(grey), body))
    own = np.isin(labels, _own_shapes(np.asarray(stats, np.int32), baseline - top, body))
    if not own.any():
        return None
    columns, lines = np.flatnonzero(own.any(axis=0)), np.flatnonzero(own.any(axis=1))
    box = (
        left + int(columns[0]),
        top + int(lines[0]),
        left + int(columns[-1]) + 1,
        top + int(lines[-1]) + 1,
    )
    return RowInk(box, _narrowed(grey, own, body))


def _without_rules(mask: Grey, body: float) -> Grey:
    """The ink without long thin strokes, but for where a letter crosses them."""
    long = cv2.getStructuringElement(cv2.MORPH_RECT, (max(3, round(_LONG * body)), 1))
    ruled = cv2.morphologyEx(mask, cv2.MORPH_OPEN, long)
    if not ruled.any():
        return mask
    thin = max(2, round(_THIN * body))
    around = cv2.dilate(ruled, np.ones((3, 3), np.uint8))
    tall = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((thin + 2, 1), np.uint8))
    return np.asarray(np.where((around > 0) & (tall == 0), 0, mask), np.uint8)


def _own_shapes(stats: npt.NDArray[np.int32], baseline: float, body: float) -> list[int]:
    """The shapes that are letters of the row, up to where it is over, and the small ones that are
    their marks and points."""
    letters = []
    for index, (left, top, wide, tall, _) in enumerate(stats.tolist()):
        middle = (top + tall / 2 - baseline) / body
        whole = top > 0 or tall > _CUT_OFF * body
        foot = (top + tall - baseline) / body
        sized = tall >= _LETTER * body and wide < _WIDEST * body
        if index and whole and sized and _MIDDLE[0] < middle < _MIDDLE[1] and foot > _FOOT:
            letters.append((index, left, top, left + wide, top + tall))
    letters.sort(key=lambda one: one[1])
    end = letters[0][3] if letters else 0
    own = []
    for one in letters:
        if one[1] - end > _FAR * body:
            break
        own.append(one)
        end = max(end, one[3])
    if not own:
        return []
    top, foot = (float(np.median([one[edge] for one in own])) for edge in (2, 4))
    over, under = top - _MARKS[0] * (foot - top), foot + _MARKS[1] * (foot - top)
    small = [
        index
        for index, first, above, last, below in small_shapes(stats, {o[0] for o in letters}, body)
        if own[0][1] - body < first and last < end + body and over < (above + below) / 2 < under
    ]
    return [*(one[0] for one in own), *small]


def _narrowed(grey: Grey, own: Mask, body: float) -> Grey:
    """The picture with nothing but its own ink, cut to it, its gaps no wider than between words."""
    paper = int(np.percentile(grey, 90))
    picture = grey.copy()
    picture[cv2.dilate(own.astype(np.uint8), np.ones((3, 3), np.uint8)) == 0] = paper
    columns, rows = np.flatnonzero(own.any(axis=0)).tolist(), np.flatnonzero(own.any(axis=1))
    kept = np.zeros(picture.shape[1], bool)
    kept[columns[0] : columns[-1] + 1] = True
    for end, start in pairwise(columns):
        if start - end > _GAP * body:
            kept[end + round(_KEPT * body) : start] = False
    cut = picture[int(rows[0]) : int(rows[-1]) + 1, kept]
    edges = (_EDGE, _EDGE, _EDGE, _EDGE)
    framed = cv2.copyMakeBorder(cut, *edges, cv2.BORDER_CONSTANT, value=(paper,))
    return np.asarray(framed, np.uint8)
