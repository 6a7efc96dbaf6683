"""The frames of received stamps, and the way in: what stands in them is laid out flat.

A rubber stamp is pressed by hand: its frame leans apart from the page, narrows to one side, bows,
and now and then a side stays away. Measures are pixels of the page at 75 dpi, but for those of
`Frame`, which are pixels at 300 dpi.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.lines import PixelBox
from pipeline.stamps.strokes import Stroke, find_strokes

Mask = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Point = tuple[float, float]
_Sides = tuple[Stroke | None, Stroke | None, Stroke | None, Stroke | None]

SCALE = 4  # by which the page is made smaller to look for frames
_LEAST, _MOST = (80, 34), (375, 200)  # width and height
_NEAR = 24  # within which sides meet
_BEYOND = 18  # by which sides go on below, where letters touch them; the next row is farther
_SEEN, _SIDES = 0.45, 2.45  # shares of a side, and of all four, that are inked
_STROKE = 0.15  # of a side, for which a stroke counts beyond its ink
_MANY = 24  # strokes either way: more are a table's or a drawing's
_STEPS = 48  # places along a side at which it is looked for


@dataclass(frozen=True, slots=True)
class Frame:
    """Four corners, clockwise from the top left, and how far down top and bottom bow midway.

    `more`: how far its sides go on below, where the bottom may be the line of a row.
    """

    corners: tuple[Point, Point, Point, Point]
    bows: tuple[float, float] = (0.0, 0.0)
    more: float = 0.0

    @property
    def size(self) -> tuple[int, int]:
        """Width and height when laid out flat."""
        a, b, c, d = np.array(self.corners)
        sides = [float(np.hypot(*side)) for side in (b - a, c - d, d - a, c - b)]
        return round((sides[0] + sides[1]) / 2), round((sides[2] + sides[3]) / 2)

    @property
    def box(self) -> PixelBox:
        points = np.array(self.corners)
        (left, top), (right, bottom) = points.min(0), points.max(0)
        bows = min(0.0, *self.bows), max(0.0, *self.bows)
        return int(left), int(top + bows[0]), int(right), int(bottom + bows[1])

    def places(self, across: Floats, down: Floats) -> tuple[Floats, Floats]:
        """Where on the page that is which lies so far in the frame; its sides are at 0 and 1."""
        a, b, c, d = np.array(self.corners)
        upper = a + (b - a) * across[..., None]
        lower = d + (c - d) * across[..., None]
        inner = np.clip(across, 0.0, 1.0)
        bow = 4 * inner * (1 - inner)
        upper[..., 1] += bow * self.bows[0]
        lower[..., 1] += bow * self.bows[1]
        both = upper + (lower - upper) * down[..., None]
        return both[..., 0], both[..., 1]


def find_frames(ink: Mask, whole: Mask) -> tuple[Frame, ...]:
    """Frames of the size of a stamp on a page made `SCALE` times smaller, from the top down.

    Strokes are looked for in `ink`, which lacks the print that was read, and seen in the `whole`.
    """
    seen = np.asarray(cv2.dilate(whole, np.ones((3, 3), np.uint8)), np.uint8)
    kept: list[Frame] = []
    for worn in (False, True):  # worn strokes are looked for where there are no others
        found = [] if kept else _scored(ink, seen, worn)
        for _, frame in sorted(found, key=lambda each: -each[0]):
            if not any(_overlap(frame.box, other.box) for other in kept):
                kept.append(frame)
    return tuple(_larger(frame) for frame in sorted(kept, key=lambda frame: frame.box[1]))


def _scored(ink: Mask, seen: Mask, worn: bool) -> list[tuple[float, Frame]]:
    across = find_strokes(ink, 0.6 * _LEAST[0], worn=worn)
    if not across or len(across) > _MANY:
        return []
    down = find_strokes(np.ascontiguousarray(ink.T), 0.5 * _LEAST[1], worn=worn)
    if not down or len(down) > _MANY:
        return []
    found = []
    for sides in _fours(across, down):
        frame = _frame(sides)
        if frame is None:
            continue
        inked = _inked(seen, frame)
        if sum(inked) >= _SIDES and sum(each >= _SEEN for each in inked) > 2:
            wide, tall = frame.size
            whole = sum(inked) + _STROKE * sum(side is not None for side in sides)
            found.append((whole * (wide * tall) ** 0.12, frame))
    return found


def _fours(across: Sequence[Stroke], down: Sequence[Stroke]) -> Iterator[_Sides]:
    """Top, bottom, left and right that may belong together; top or bottom, and one of the others,
    may be missing."""
    for one, other in combinations(across, 2):
        upper, lower = sorted((one, other), key=lambda stroke: stroke.at(stroke.middle))
        both = min(one.end, other.end) - max(one.start, other.start)
        if both > 0.5 * max(one.length, other.length):
            lefts = [each for each in down if _joins(each, (upper.start, lower.start))]
            rights = [each for each in down if _joins(each, (upper.end, lower.end))]
            for left, right in product([*lefts, None], [*rights, None]):
                if left or right:
                    yield upper, lower, left, right
    for row in across:
        lefts = [each for each in down if _joins(each, (row.start,))]
        rights = [each for each in down if _joins(each, (row.end,))]
        for left, right in product([*lefts, None], [*rights, None]):
            sides = [side for side in (left, right) if side]
            if sides:
                above = row.at(row.middle) < sum(side.middle for side in sides) / len(sides)
                yield (row, None, left, right) if above else (None, row, left, right)


def _joins(column: Stroke, ends: tuple[float, ...]) -> bool:
    return min(abs(end - column.at(column.middle)) for end in ends) < _NEAR


def _frame(sides: _Sides) -> Frame | None:
    """The frame that has these sides; None if it has not the form of one."""
    upper, lower, left, right = sides
    a, b = _meet(upper, left, 0, 0), _meet(upper, right, 1, 0)
    d, c = _meet(lower, left, 0, 1), _meet(lower, right, 1, 1)
    a, c = a or _fourth(b, d, c), c or _fourth(b, d, a)
    b, d = b or _fourth(a, c, d), d or _fourth(a, c, b)
    wide, tall = (b[0] - a[0] + c[0] - d[0]) / 2, (d[1] - a[1] + c[1] - b[1]) / 2
    if not (_LEAST[0] <= wide <= _MOST[0] and _LEAST[1] <= tall <= _MOST[1] and wide > 1.1 * tall):
        return None
    if abs(b[0] - a[0] - c[0] + d[0]) > 0.2 * wide or abs(d[1] - a[1] - c[1] + b[1]) > 0.3 * tall:
        return None
    for side, first, last, room in (
        (upper, a[0], b[0], _NEAR),
        (lower, d[0], c[0], _NEAR),
        (left, a[1], d[1], _BEYOND),
        (right, b[1], c[1], _BEYOND),
    ):
        if side and max(first - side.start, side.end - last) > room:
            return None  # goes on beyond the corner: a rule of the page, or of a row in the frame
    bows = [
        0.0 if side is None else side.at((p[0] + q[0]) / 2) - (p[1] + q[1]) / 2
        for side, p, q in ((upper, a, b), (lower, d, c))
    ]
    more = max([0.0, *(s.end - y for s, y in ((left, d[1]), (right, c[1])) if s)])
    return Frame((a, b, c, d), (bows[0], bows[1]), more)


def _meet(row: Stroke | None, column: Stroke | None, right: int, below: int) -> Point | None:
    """The corner of two sides; that of one side alone is its end."""
    if column is None:
        x = (row.start, row.end)[right] if row else 0.0
        return (x, row.at(x)) if row else None
    y = (column.start, column.end)[below]
    if row is not None:
        for _ in range(3):
            y = row.at(column.at(y))
    return column.at(y), y


def _fourth(one: Point | None, other: Point | None, opposite: Point | None) -> Point:
    """The corner that three others leave, as if sides were as long as those opposite."""
    assert one and other and opposite  # no more than one is missing
    return one[0] + other[0] - opposite[0], one[1] + other[1] - opposite[1]


def _inked(seen: Mask, frame: Frame) -> list[float]:
    """The share of each side that is inked."""
    run, zero, one = np.linspace(0.02, 0.98, _STEPS), np.zeros(_STEPS), np.ones(_STEPS)
    shares = []
    for across, down in ((run, zero), (run, one), (zero, run), (one, run)):
        xs, ys = frame.places(across, down)
        inside = (xs >= 0) & (ys >= 0) & (xs < seen.shape[1] - 1) & (ys < seen.shape[0] - 1)
        xs, ys = np.rint(xs[inside]).astype(np.intp), np.rint(ys[inside]).astype(np.intp)
        shares.append(float(np.count_nonzero(seen[ys, xs])) / _STEPS)
    return shares


def _larger(frame: Frame) -> Frame:
    """The frame in pixels of the page."""
    a, b, c, d = (((x + 0.5) * SCALE, (y + 0.5) * SCALE) for x, y in frame.corners)
    bows = (frame.bows[0] * SCALE, frame.bows[1] * SCALE)
    return Frame((a, b, c, d), bows, frame.more * SCALE)


def _overlap(one: PixelBox, other: PixelBox) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0 and down > 0
