"""The rows of what was filled into a stamp, told apart by where their own ink stands.

A row filled in too high or askew stands between two words and touches its neighbour. But one hand
keeps the steps of the words: like a ladder that was lifted and leans, its rows are as far apart as
the words before them. The lift and the lean that fit its figures best are looked for; what hangs
together over two rows is parted where least of its ink is.

Measures are heights of the printed words' line, but where steps, from row to row, are named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.lines import PixelBox
from pipeline.pens.ink import alone
from pipeline.stamps.behind import dots_of_lines
from pipeline.stamps.labels import Label, on_one_row
from pipeline.stamps.seam import least_ink
from pipeline.tesseract import ReadWord

Grey = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Marks = npt.NDArray[np.int32]  # for each pixel which shape it is of; 0 is paper

_INK, _PALEST = 165, 205  # shades that ink ends at
_FIGURE = (0.4, 1.5)  # height of a figure or a letter
_FEWEST = 3  # figures of a ladder
_STEP = 1.6  # from row to row
_SPECK, _TALLEST, _LONGEST = 0.08, 3.4, 8.0  # shapes that are neither dirt nor a frame's side
_ABOVE, _BELOW = 1.6, 1.1  # steps from the first and the last word in which ink is looked for
_LIFTS, _LEANS = (-0.85, 0.5), 0.16  # steps by which a ladder is lifted; its rise
_OFF = 0.45  # steps by which a figure is off its row, at most
_NEARER, _LEVEL = 0.05, 3  # weight of the lift, and more of the lean: the smaller is meant
_OUT = 0.6  # steps beyond a row's figures within which ink is the row's
_UNDER = 0.1  # by which the border below the office stands above the first row's figures
_THROUGH, _GROWN = 0.25, 1.25  # what grew together: its reach into both rows; heights of a figure
_BEND = 0.25  # by which the way of least ink leaves a border
_SURE, _LINE = 0.75, 3  # confidence of print, and letters of a line of it
_MARKS = (0.5, 0.35)  # by which a word's marks reach above and below its line


@dataclass(frozen=True, slots=True)
class _Shape:
    """What hangs together; up and down are told where the rows would be level."""

    index: int
    box: PixelBox
    top: float
    foot: float

    @property
    def middle(self) -> float:
        return (self.top + self.foot) / 2

    @property
    def across(self) -> float:
        return (self.box[0] + self.box[2]) / 2

    def levelled(self, lean: float) -> _Shape:
        fall = lean * self.across
        return _Shape(self.index, self.box, self.box[1] - fall, self.box[3] - fall)


def row_apart(
    picture: Grey, label: Label, labels: Sequence[Label], end: int, words: Sequence[ReadWord]
) -> tuple[PixelBox, Grey] | None:
    """The ink of the row behind a label, up to `end`: its box, and it alone, dark on light; None if
    its stamp has no other row, or nothing is filled in. `words` are all that were read."""
    own = [one for one in labels if one.stamp == label.stamp]
    middles, high = _middles(own), label.height
    if len(middles) < 2:
        return None
    step = min(low - up for up, low in pairwise(middles))
    left = max(0, min(one.box[2] for one in own) - high // 2)
    top = max(0, int(middles[0] - _ABOVE * step))
    cut = picture[top : int(middles[-1] + _BELOW * step), left:]
    if min(cut.shape) < high or end <= left:
        return None
    threshold, _ = cv2.threshold(cut, 0, 255, cv2.THRESH_OTSU)
    ink = np.asarray(cut <= min(max(threshold, _INK), _PALEST), np.uint8)
    _, marks, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    letters = [word.box for word in words if _is_letter(word)]
    print_ = _moved([*_boxes(labels), *_lines_above(words, middles[0] - high / 2)], left, top)
    shapes = _shapes(stats, print_, high)
    figures = [
        one
        for one in _shapes(stats, [*print_, *_moved(letters, left, top)], high)  # น. behind a time
        if _FIGURE[0] * high <= one.foot - one.top <= _FIGURE[1] * high
    ]
    if len(figures) < _FEWEST:
        return None
    own_rows = np.array(middles) - top
    rows = _owners(np.asarray(marks, np.int32), shapes, figures, own_rows, high, step)
    place = int(np.abs(np.array(middles) - _middle(label)).argmin())
    columns = left + np.arange(cut.shape[1])
    inked = (rows == place) & (columns >= label.box[2] - high // 4) & (columns < end)
    down, across = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    if not len(down):
        return None
    box = (
        left + int(across[0]),
        top + int(down[0]),
        left + int(across[-1]) + 1,
        top + int(down[-1]) + 1,
    )
    others = (rows >= 0) & ~inked
    return box, alone(np.where(others, 255, cut).astype(np.uint8), inked)


def _moved(boxes: Sequence[PixelBox], left: int, top: int) -> list[PixelBox]:
    return [(box[0] - left, box[1] - top, box[2] - left, box[3] - top) for box in boxes]


def _middle(label: Label) -> float:
    return (label.box[1] + label.box[3]) / 2


def _middles(labels: Sequence[Label]) -> list[float]:
    """Where the rows of words are, from the top, with those between them whose words are unread."""
    rows: list[Label] = []
    for one in sorted(labels, key=_middle):
        if not rows or not on_one_row(one, rows[-1]):
            rows.append(one)
    found = [_middle(one) for one in rows[:1]]
    for up, low in pairwise(rows):
        gap = _middle(low) - _middle(up)
        steps = max(1, round(gap / (_STEP * (up.height + low.height) / 2)))
        found += [_middle(up) + gap * (place + 1) / steps for place in range(steps)]
    return found


def _boxes(labels: Sequence[Label]) -> list[PixelBox]:
    """The words' boxes with the marks above and below them."""
    return [
        (
            one.box[0],
            one.box[1] - round(_MARKS[0] * one.height),
            one.box[2],
            one.box[3] + round(_MARKS[1] * one.height),
        )
        for one in labels
    ]


def _is_letter(word: ReadWord) -> bool:
    """Whether it is print that was read surely."""
    return word.confidence >= _SURE and not any(sign.isdigit() for sign in word.text)


def _lines_above(words: Sequence[ReadWord], middle: float) -> list[PixelBox]:
    """The lines of print above a stamp's words: its office's."""
    lines: dict[tuple[int, int], list[ReadWord]] = {}
    for word in words:
        if (word.box[1] + word.box[3]) / 2 < middle:
            lines.setdefault((word.box[1], word.box[3]), []).append(word)
    return [
        (min(word.box[0] for word in line), top, max(word.box[2] for word in line), bottom)
        for (top, bottom), line in lines.items()
        if sum(map(_is_letter, line)) >= _LINE
    ]


def _shapes(stats: cv2.typing.MatLike, print_: Sequence[PixelBox], high: int) -> list[_Shape]:
    """What hangs together and is neither dirt, nor dots, nor a frame's side, nor print."""
    boxes = [(left, top, left + wide, top + tall) for left, top, wide, tall, _ in stats.tolist()]
    dots = dots_of_lines(boxes, high)
    return [
        _Shape(index, box, box[1], box[3])
        for index, box in enumerate(boxes)
        if index
        and index not in dots
        and max(box[2] - box[0], box[3] - box[1]) > _SPECK * high
        and box[2] - box[0] < _LONGEST * high
        and box[3] - box[1] < _TALLEST * high
        and not any(_lies_in(box, other) for other in print_)
    ]


def _lies_in(one: PixelBox, box: PixelBox) -> bool:
    across = min(one[2], box[2]) - max(one[0], box[0])
    down = min(one[3], box[3]) - max(one[1], box[1])
    return across > 0.5 * (one[2] - one[0]) and down > 0.6 * (one[3] - one[1])


def _owners(
    marks: Marks,
    shapes: Sequence[_Shape],
    figures: Sequence[_Shape],
    middles: Floats,
    high: int,
    step: float,
) -> npt.NDArray[np.int8]:
    """For each pixel the row whose ink it is, -1 for none."""
    lift, lean = _ladder(figures, middles, step)
    rungs = middles + lift
    shapes = [one.levelled(lean) for one in shapes]
    rows: list[list[_Shape]] = [[] for _ in rungs]
    for one in (each.levelled(lean) for each in figures):
        off = np.abs(one.middle - rungs)
        if off.min() < _OFF * step:
            rows[int(off.argmin())].append(one)
    tops = np.array(
        [
            _usual([one.top for one in row], -high / 2 + y)
            for row, y in zip(rows, rungs, strict=True)
        ]
    )
    feet = np.array(
        [
            _usual([one.foot for one in row], high / 2 + y)
            for row, y in zip(rows, rungs, strict=True)
        ]
    )
    # Vowels stand above their letters: what is between two rows belongs to the lower one.
    between = np.minimum(feet[:-1], (feet[:-1] + tops[1:]) / 2)
    borders = np.array([tops[0] - _UNDER * high, *between])
    tall = feet - tops
    grown = np.maximum(tall, np.array([tall[0], *tall[:-1]])) * _GROWN
    indices = {one.index for row in rows for one in row}
    owner = np.full(int(marks.max()) + 1, -1, np.int8)
    parted: list[tuple[_Shape, int]] = []
    for one in shapes:
        through = np.flatnonzero(
            (one.top < borders - _THROUGH * high)
            & (one.foot > borders + _THROUGH * high)
            & (one.foot - one.top > grown)
        )
        if len(through):
            parted.append((one, int(through[0])))
            continue
        row = int(np.count_nonzero(one.middle >= borders)) - 1
        if one.index in indices:
            row = int(np.abs(one.middle - rungs).argmin())
        if row >= 0 and tops[row] - _OUT * step < one.middle < feet[row] + _OUT * step:
            owner[one.index] = row
    found = np.where(marks > 0, owner[marks], -1).astype(np.int8)
    for one, row in parted:
        left, top, right, bottom = one.box
        own = marks[top:bottom, left:right] == one.index
        level = np.rint(borders[row] + lean * np.arange(left, right) - top).astype(np.intp)
        seam = least_ink(own, level, max(3, round(_BEND * high)))
        below = np.arange(bottom - top)[:, None] >= seam
        found[top:bottom, left:right][own & below] = row
        found[top:bottom, left:right][own & ~below] = row - 1
    return found


def _ladder(figures: Sequence[_Shape], middles: Floats, step: float) -> tuple[float, float]:
    """The lift and the lean with which rows that far apart meet the figures' middles best."""
    across = np.array([one.across for one in figures])
    down = np.array([one.middle for one in figures])
    best = (np.inf, 0.0, 0.0)
    for lean in np.linspace(-_LEANS, _LEANS, 33):
        level = down - lean * (across - across.mean())
        for lift in np.arange(_LIFTS[0] * step, _LIFTS[1] * step):
            off = np.abs(level[:, None] - middles - lift).min(axis=1) / step
            far = abs(lift) / step + _LEVEL * abs(lean)
            cost = float(np.minimum(off, _OFF).mean()) + _NEARER * far
            best = min(best, (cost, float(lift), float(lean)))
    _, lift, lean = best
    return lift - lean * float(across.mean()), lean


def _usual(values: Sequence[float], otherwise: float) -> float:
    return float(np.median(values)) if values else otherwise
