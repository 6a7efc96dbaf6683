"""Rows of names that a signature runs through, cut out anew from all of the page's ink.

A flourish joins letters and marks to one shape with itself, and what parts ink by colour leaves
thin letters of a dark stamp in pieces on both sides. So the row is cut out once more whole, and
once without straight strokes longer than any of a letter.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.cleanup import skew
from pipeline.drawings import TALLEST_LETTER
from pipeline.models import Box, Page
from pipeline.over_print import pen_strokes
from pipeline.shapes import Ints, Shapes, find_shapes
from pipeline.straight_cut import StraightCut

Grey = npt.NDArray[np.uint8]
Rgb = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.uint8]
Span = tuple[int, int]

_ABOVE, _BELOW = 1.05, 0.65  # letters' heights of room for marks, as in lines.py
_GAP = 1.9  # letters' heights between words of one row
_SLOPES = tuple(step / 10 for step in range(-4, 5))  # of strokes, downwards: those of an underline
_LONG = 1.6  # letters' heights; no letter has a straight stroke as long
_THICKEST = 0.45  # letters' heights: through a stroke as thick a letter's is seen to go on
_STEEPEST = 4.0  # degrees by which a pressed row leans
_ROOM = 5 / 3  # a line's box is a third of its letters' height higher on both sides (lines.py)
_AROUND, _ASIDE = 4.0, 14.0  # letters' heights of what is cut out above, below and beside a row
_AT_MARKS = 0.9  # letters' heights above letters, where marks stand, one over another
_SPARSE = 0.5  # of a signature's box is ink; seals and pictures have more
_WIDEST_LETTER = 4.0  # letters' heights: letters that run together


@dataclass(frozen=True, slots=True)
class SignedRow:
    """A row whose middle is that of `grey`, a picture of it and of what stands around it; `height`
    is that of its letters, `span` where some of them are, in pixels."""

    grey: Grey
    height: float
    span: Span

    @classmethod
    def around(cls, box: Box, page: Page, picture: Rgb, whole: bool = False) -> SignedRow:
        """The row in a box of the straight page; `picture` is not yet straightened. `whole`: the
        box holds all of it, not a piece."""
        cut = StraightCut.around(box, page, picture)
        left, top, right, bottom = cut.pixels(box)
        height = (bottom - top) / _ROOM
        room, middle = round(_AROUND * height), (top + bottom) // 2
        half = (right - left) // 2 + round((_GAP if whole else _ASIDE) * height)
        grey = np.asarray(cv2.cvtColor(cut.picture, cv2.COLOR_RGB2GRAY), np.uint8)
        wide = cv2.copyMakeBorder(grey, room, room, half, half, cv2.BORDER_REPLICATE)
        centre = (left + right) // 2 + half
        part = wide[middle : middle + 2 * room, centre - half : centre + half]
        span = (half - (right - left) // 2, half + (right - left) // 2)
        return cls(np.ascontiguousarray(part), height, span)

    @property
    def is_crossed(self) -> bool:
        """Whether a shape higher than letters reaches among the row's letters, or to the marks
        right above them: a signature."""
        return bool(len(self._crossing(find_shapes(_ink(self.grey)))))

    def _crossing(self, shapes: Shapes) -> Ints:
        width = shapes.right - shapes.left
        tall = shapes.height > TALLEST_LETTER * self.height
        tall |= (width > _WIDEST_LETTER * self.height) & (shapes.height > self.height)  # cut short
        tall &= shapes.area < _SPARSE * shapes.height * width
        upper = max(0, round(self._baseline - (1 + _AT_MARKS) * self.height))
        reached = np.unique(shapes.labels[upper : self._baseline, self.span[0] : self.span[1]])
        return np.array([one for one in reached if one > 0 and tall[one]], np.intp)

    def without_pen(self) -> SignedRow | None:
        """The row without the long strokes of what crosses it, however steep; None where it has
        none among its letters."""
        ink = (_ink(self.grey) > 0).astype(np.uint8)
        shapes = find_shapes(ink)
        lost = np.zeros_like(ink)
        for one in self._crossing(shapes):
            mine = (shapes.labels == one).astype(np.uint8)
            lost |= pen_strokes(mine, ink, self.height)
        upper = round(self._baseline - self.height)
        if not lost[upper : self._baseline, self.span[0] : self.span[1]].any():
            return None
        edge = np.ones((3, 3), np.uint8)
        hide = (cv2.dilate(lost, edge) > 0) & (cv2.dilate(cv2.subtract(ink, lost), edge) == 0)
        grey = self.grey.copy()
        grey[hide | (lost > 0)] = 255
        return replace(self, grey=grey)

    def without_strokes(self) -> tuple[Grey, Span]:
        """The row's picture, level and without long strokes, and from where to where it reaches."""
        grey = self._level()
        ink = (_ink(grey) > 0).astype(np.uint8)
        strokes = long_strokes(ink, round(_LONG * self.height))
        rest = cv2.subtract(ink, strokes)
        close = np.ones((round(_THICKEST * self.height), 1), np.uint8)
        through = cv2.bitwise_and(cv2.morphologyEx(rest, cv2.MORPH_CLOSE, close), strokes)
        rest = cv2.bitwise_or(rest, through)
        base = self._baseline
        core = np.asarray(rest[round(base - self.height) : base].any(axis=0))
        start, end = _extent(core, *self.span, int(_GAP * self.height))
        edge = np.ones((3, 3), np.uint8)
        hide = cv2.dilate(cv2.subtract(strokes, through), edge)
        grey = grey.copy()
        grey[cv2.bitwise_and(hide, 1 - cv2.dilate(rest, edge)) > 0] = 255
        upper, lower = self._band
        row, pad = grey[upper:lower, start:end], int(self.height / 2)
        padded = cv2.copyMakeBorder(row, 0, 0, pad, pad, cv2.BORDER_CONSTANT, value=(255.0,))
        return np.asarray(padded, np.uint8), (start, end)

    @property
    def _baseline(self) -> int:
        rows: int = self.grey.shape[0]
        return (rows + round(self.height)) // 2

    @property
    def _band(self) -> Span:
        upper = int(max(0, self._baseline - self.height - _ABOVE * self.height - 2))
        return upper, int(self._baseline + _BELOW * self.height + 3)

    def _level(self) -> Grey:
        """The picture turned about its middle until its rows lie level, a signature left aside."""
        ink = _ink(self.grey)
        shapes = find_shapes(ink)
        letters = shapes.height <= TALLEST_LETTER * self.height
        letters &= shapes.right - shapes.left <= _WIDEST_LETTER * self.height
        letters[0] = False
        kept = np.where(letters[shapes.labels], ink, 0).astype(np.uint8)
        return skew.turn(self.grey, skew.skew_angle(kept, _STEEPEST, usual=_STEEPEST))


def _ink(grey: Grey) -> Mask:
    threshold, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_OTSU)
    threshold = min(max(threshold, 90), 215)
    return np.asarray(cv2.threshold(grey, threshold, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)


def _extent(core: npt.NDArray[np.bool_], start: int, end: int, reach: int) -> Span:
    """How far the ink of a row goes on to both sides without a gap wider than `reach`."""
    inked = np.flatnonzero(core)
    for column in inked[inked < start][::-1]:
        if start - column > reach:
            break
        start = int(column)
    for column in inked[inked >= end]:
        if column - end > reach:
            break
        end = int(column) + 1
    return start, end


def long_strokes(ink: Mask, length: int) -> Mask:
    """Of the ink what lies in straight strokes about as long, on any of the slopes."""
    height, width = ink.shape
    found = np.zeros_like(ink)
    bar = np.ones((1, length), np.uint8)
    for slope in _SLOPES:
        lean = abs(slope) * width
        flat_as = np.array([[1, 0, 0], [-slope, 1, lean if slope > 0 else 0.0]])
        size = (width, int(height + lean) + 1)
        lying = cv2.warpAffine(ink, flat_as, size, flags=cv2.INTER_NEAREST)
        lying = cv2.morphologyEx(lying, cv2.MORPH_OPEN, bar)
        back = cv2.warpAffine(
            lying, flat_as, (width, height), flags=cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP
        )
        found = np.asarray(cv2.bitwise_or(found, back), np.uint8)
    wider = cv2.dilate(found, np.ones((3, 3), np.uint8))
    return np.asarray(cv2.bitwise_and(wider, ink), np.uint8)
