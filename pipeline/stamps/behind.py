"""The ink that stands behind a printed word of a received stamp, alone.

Measures are heights of the printed word's line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.lines import PixelBox
from pipeline.pens.ink import alone
from pipeline.stamps.labels import Label

Grey = npt.NDArray[np.uint8]

_BELOW = 0.35  # of the word's line, to which what is filled in may reach
_MIDDLE = (-0.45, 0.85)  # of the line's height, from its top: where its middle must lie
_TALLEST, _LOWEST = 2.1, 0.22
_AS_TALL, _STEP, _CLIMB = (0.55, 1.4), 1.6, 0.35  # of digits: heights, gap and rise to the next
_STRAIGHT = 0.15  # rise to the next digit of a row that goes on straight
_PART, _FALL = 0.6, 0.3  # heights of the usual shape: the gap to ink of a lower row, and its fall
_PALEST = 205  # the palest shade that ink ends at
_OVER = 4.5  # how far a dater's year may go on over the next word
_MARK, _CLOSE = 0.6, 0.3  # how large a vowel above a letter is, and how close to it
_TALL, _INTO = 0.75, 0.15  # heights of the usual shape: that of tall ones; how far marks reach in
_LEVEL, _DOTS = 0.1, 5  # by how much dots of a line differ, and how many are one
_NEXT = 2.5  # heights of a line, within which strokes beside a date may cross its last digits


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a look goes: heights above the word's line, the shade from which on ink may end, and
    whether a row goes on askew, a dater's year over the next word."""

    above: float
    darkest: int
    goes_on: bool


FIRST, AGAIN = Reach(0.95, 110, goes_on=False), Reach(1.15, 165, goes_on=True)


def ink_behind(
    picture: Grey,
    label: Label,
    end: int,
    others: Sequence[Label] = (),
    *,
    reach: Reach,
    crossed: bool = False,
) -> tuple[PixelBox, Grey] | None:
    """The ink between a label and `end`, without the dots of the line, frames, and what hangs over.

    A dater's year may go on beyond, over the `others`' words. `crossed`: with what a signature's
    strokes hang together with there, and those strokes.
    """
    high = label.height
    top = int(max(0, label.box[1] - reach.above * high))
    bottom = int(min(picture.shape[0], label.box[3] + _BELOW * high))
    left = max(0, label.box[2] - high // 2)  # so that the word's last letter is seen whole
    goes_over = reach.goes_on and label.part == "date" and end < picture.shape[1]
    over = round(_OVER * high) if goes_over else 0
    cut = picture[top:bottom, left : end + over]
    if min(cut.shape[:2]) < 10 or end <= left:
        return None
    threshold, _ = cv2.threshold(cut, 0, 255, cv2.THRESH_OTSU)
    mask = np.asarray(cut <= min(max(threshold, reach.darkest), _PALEST), np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    shapes = [
        _Shape(index, *(int(value) for value in stats[index, :4]))
        for index in range(1, len(stats))
        if stats[index, 0] >= label.box[2] - left
    ]
    words = [(box[0] - left, box[1] - top, box[2] - left) for box in (one.box for one in others)]
    beyond = [
        shape
        for shape in shapes
        if shape.left >= end - left
        and shape.top
        and not any(a <= shape.left < c and shape.top >= b - _MARK * high for a, b, c in words)
    ]
    shapes = [shape for shape in shapes if shape.left < end - left]
    first, down = label.box[1] - top, cut.shape[0]
    own = [
        shape
        for shape in shapes
        if _LOWEST * high <= shape.tall <= _TALLEST * high
        and _MIDDLE[0] <= (shape.top + shape.tall / 2 - first) / high <= _MIDDLE[1]
        and shape.top + shape.tall > first + (0.1 if shape.top else 0.25) * high
        and (shape.top + shape.tall < down or shape.top < first + high / 2)
        and not (shape.wide < 0.2 * high and shape.left + shape.wide > cut.shape[1] - high)
    ]
    if not own:
        return None
    usual = float(np.percentile([shape.tall for shape in own], 75))
    own = [shape for shape in own if shape.tall <= 1.8 * usual]  # no strokes of a signature
    if reach.goes_on:
        own = _followed(own, [*shapes, *beyond], usual, _CLIMB)
    else:
        own = _followed(own, shapes, usual, _STRAIGHT)
    own = _on_the_row(own, usual)
    if label.part == "number":
        own = _before_a_lower_row(own, usual, label.box[3] - top)
    low, high_up = min(s.top for s in own), max(s.top + s.tall for s in own)
    far = max(s.left + s.wide for s in own)
    alone_there = _not_dotted(shapes, high)
    own += [  # pieces of pale strokes; not the dots of the line
        shape
        for shape in alone_there
        if shape.tall < _LOWEST * high
        and low < shape.top + shape.tall / 2 < min(high_up, first + 0.6 * high)
        and shape.left < far
    ]
    own += [shape for shape in alone_there if _is_mark(shape, own, high)]
    inked = np.isin(labels, [shape.index for shape in own])
    if crossed:
        inked |= _crossed(labels, shapes, (low, high_up), far, high)
    columns, rows = np.flatnonzero(inked.any(0)), np.flatnonzero(inked.any(1))
    box = (
        left + int(columns[0]),
        top + int(rows[0]),
        left + int(columns[-1]) + 1,
        top + int(rows[-1]) + 1,
    )
    return box, alone(cut, inked)


@dataclass(frozen=True, slots=True)
class _Shape:
    index: int
    left: int
    top: int
    wide: int
    tall: int


def _followed(
    own: Sequence[_Shape], shapes: Sequence[_Shape], usual: float, climb: float
) -> list[_Shape]:
    """The shapes of a row, and those that go on with it, each by so much higher or lower at most:
    daters pressed askew leave it."""
    row = list(own)
    left = [
        shape
        for shape in shapes
        if shape not in own
        and shape.top
        and _AS_TALL[0] * usual <= shape.tall <= _AS_TALL[1] * usual
    ]
    for shape in sorted(left, key=lambda shape: min(abs(shape.left - one.left) for one in own)):
        middle = shape.top + shape.tall / 2
        if any(
            -0.2 * usual < _gap(shape, one) < _STEP * usual
            and abs(middle - one.top - one.tall / 2) < climb * usual
            for one in row
        ):
            row.append(shape)
    return row


def _on_the_row(own: Sequence[_Shape], usual: float) -> list[_Shape]:
    """The shapes without what lies under the feet of the tall ones: marks of the row below."""
    feet = [shape.top + shape.tall for shape in own if shape.tall >= _TALL * usual]
    return [shape for shape in own if shape.top < float(np.median(feet)) - _INTO * usual]


def _before_a_lower_row(own: Sequence[_Shape], usual: float, bottom: int) -> list[_Shape]:
    """The shapes up to where a gap parts them from others that stand lower, and under the word's
    line: a date that was pressed or written between two rows."""
    ordered = sorted(own, key=lambda shape: shape.left)
    for place in range(1, len(ordered)):
        row, lower = ordered[:place], ordered[place:]
        gap = lower[0].left - max(one.left + one.wide for one in row)
        fall = min(_level(lower) - _level(row), _feet(lower) - _feet(row))
        if gap > _PART * usual and fall > _FALL * usual and _feet(lower) > bottom:
            return row
    return list(own)


def _level(shapes: Sequence[_Shape]) -> float:
    return float(np.median([one.top for one in shapes]))


def _feet(shapes: Sequence[_Shape]) -> float:
    return float(np.median([one.top + one.tall for one in shapes]))


def _not_dotted(shapes: Sequence[_Shape], high: int) -> list[_Shape]:
    """The shapes without the dots of the rows' lines."""
    boxes = [(one.left, one.top, one.left + one.wide, one.top + one.tall) for one in shapes]
    dots = dots_of_lines(boxes, high)
    return [shape for place, shape in enumerate(shapes) if place not in dots]


def dots_of_lines(boxes: Sequence[PixelBox], high: int) -> set[int]:
    """The places of the shapes that lie in one line with many as small: dots of the rows' lines;
    strokes that broke off digits are wider."""
    most = _LOWEST * high
    small = {
        place: (top + bottom) / 2
        for place, (left, top, right, bottom) in enumerate(boxes)
        if max(bottom - top, right - left) < most
    }
    return {
        place
        for place, down in small.items()
        if sum(abs(down - other) <= _LEVEL * high for other in small.values()) >= _DOTS
    }


def _gap(one: _Shape, other: _Shape) -> int:
    return max(one.left - other.left - other.wide, other.left - one.left - one.wide)


def _crossed(
    labels: cv2.typing.MatLike,
    shapes: Sequence[_Shape],
    row: tuple[int, int],
    far: int,
    high: int,
) -> npt.NDArray[np.bool_]:
    """What a signature's strokes hang together with in a row: its last digits, and the strokes."""
    low, under = row
    tall = [
        shape.index
        for shape in shapes
        if shape.tall > under - low
        and shape.top < low + 0.3 * (under - low)
        and shape.top + shape.tall > under - 0.3 * (under - low)
        and shape.left < far + _NEXT * high
    ]
    crossed = np.isin(labels, tall)
    crossed[:low] = crossed[under:] = False
    return np.asarray(crossed)


def _is_mark(shape: _Shape, own: Sequence[_Shape], high: int) -> bool:
    """Whether a shape is the vowel above a letter, which tells มี.ค. from ม.ค."""
    if shape in own or shape.tall > _MARK * high or shape.wide > _MARK * high:
        return False
    return any(
        0 <= letter.top - shape.top - shape.tall < _CLOSE * high
        and letter.left - shape.wide / 2 <= shape.left
        and shape.left + shape.wide / 2 <= letter.left + letter.wide
        for letter in own
    )
