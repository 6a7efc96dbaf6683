"""Rows of print that a pen's strokes or a seal run through, cut out once more without them.

On a copy without colour a signature and what it crosses are one shape, too tall for print: the
letters it touches are lost, and a whole name where it lies within the signature's box. A pen's
strokes and a seal's rings run on straight for longer than any letter's; without those, what is left
stands in rows like print. Such rows are read beside what was read at first (`reread.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.drawings import TALLEST_LETTER
from pipeline.lines import COLUMN_GAP, PixelBox, Strip, body_height, find_strips
from pipeline.shapes import Labels, Shapes, find_shapes

Grey = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.uint8]

_HEAD = 0.25  # of the page's height: what lies over letterheads is not looked for here
_HIGHEST, _WIDEST = 0.25, 0.6  # of the page's height and width; higher is a rule or an edge
_SPARSE = 0.3  # of its box is ink; emblems and pictures have more
_MOST = 8  # signatures of a page; more are a form filled in, or a drawing
_LONG = 1.9  # letters' heights that a pen runs on straight, or nearly so; no letter does
_SLANTS = 16  # directions in which that is looked for
_THICKEST = 0.8  # letters' heights: through a stroke as thick a letter's is seen to go on
_ROOM = 2.2  # letters' heights above and below a signature
_LOWEST, _FEWEST = 0.6, 3  # letters' heights; whole letters that a row has at least
_LEAST = 0.12  # of a letter's height squared: ink that a row lost to strokes, if it was crossed


def strips_under_strokes(
    grey: Grey, ink: Mask, shapes: Shapes, barriers: Sequence[PixelBox], page: bool = True
) -> tuple[Strip, ...]:
    """The rows of a straight page that long strokes run through, without the strokes; of no page
    but what was pressed below its head, where `page` is false.

    `ink` is not 0 where there is print, `shapes` are those of the page without its rules.
    """
    body = body_height(shapes.height[1:], shapes.area[1:])
    if body is None:
        return ()
    drawn = _drawn(shapes, body, page)
    if not 0 < len(drawn) <= _MOST:
        return ()
    found: list[Strip] = []
    for upper, lower in _bands(shapes, drawn, body):
        own = [one for one in drawn if upper <= shapes.top[one] and shapes.bottom[one] <= lower]
        labels = shapes.labels[upper:lower]
        print_ = ((labels > 0) & (ink[upper:lower] > 0)).astype(np.uint8)
        lost = np.zeros_like(print_)
        for one in own:
            left, right = int(shapes.left[one]), int(shapes.right[one])
            mine = (labels[:, left:right] == one).astype(np.uint8)
            lost[:, left:right] |= pen_strokes(mine, print_[:, left:right], body)
        ruled = (one for one in barriers if not any(_holds(shapes, each, one) for each in own))
        inside = [(x, t - upper, r, b - upper) for x, t, r, b in ruled]
        letters = _letters(shapes, labels, body)
        found += _rows(grey[upper:lower], print_, lost, letters, inside, body, upper)
    return tuple(found)


def _drawn(shapes: Shapes, body: float, page: bool) -> list[int]:
    """Shapes of long thin strokes, too tall for print, below the letterhead."""
    high, wide = shapes.labels.shape
    width = shapes.right - shapes.left
    tall = (shapes.height > TALLEST_LETTER * body) & (width > TALLEST_LETTER * body / 2)
    tall &= shapes.area < _SPARSE * shapes.height * width
    if page:
        tall &= (shapes.height < _HIGHEST * high) & (width < _WIDEST * wide)
        tall &= shapes.bottom > _HEAD * high
        tall &= (shapes.left > 0) & (shapes.right < wide)
        tall &= (shapes.top > 0) & (shapes.bottom < high)
    tall[0] = False
    return [int(one) for one in np.flatnonzero(tall)]


def _holds(shapes: Shapes, one: int, rule: PixelBox) -> bool:
    """Whether what was taken for a rule is an upright stroke of a signature."""
    left, top, right, bottom = rule
    across = shapes.left[one] <= left and right <= shapes.right[one]
    return bool(across and shapes.top[one] <= top and bottom <= shapes.bottom[one])


def _bands(shapes: Shapes, drawn: Sequence[int], body: float) -> Iterator[tuple[int, int]]:
    """Heights of the page between which signatures lie, those that lie side by side together."""
    room = round(_ROOM * body)
    upper = lower = -1
    for one in sorted(drawn, key=lambda one: int(shapes.top[one])):
        top, bottom = int(shapes.top[one]) - room, int(shapes.bottom[one]) + room
        if upper >= 0 and top > lower:
            yield max(0, upper), lower
            upper = lower = -1
        upper, lower = (top, bottom) if upper < 0 else (upper, max(lower, bottom))
    if lower >= 0:
        yield max(0, upper), min(lower, shapes.labels.shape[0])


def pen_strokes(mine: Mask, print_: Mask, body: float) -> Mask:
    """Of a signature's ink its long strokes, without what of letters is seen to go on in them:
    ink stands right beside the stroke on both sides."""
    half = cv2.resize(mine, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    rest = cv2.resize(print_, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    edge = np.ones((3, 3), np.uint8)
    length, across = round(_LONG * body / 2), round(_THICKEST * body / 2)
    runs = [
        np.asarray(cv2.dilate(cv2.morphologyEx(half, cv2.MORPH_OPEN, bar), edge), np.uint8)
        for bar in _bars(length)
    ]
    found = np.bitwise_or.reduce(runs)
    rest = cv2.subtract(rest, found)
    through = np.zeros_like(found)
    crossing = list(_bars(across))
    for place, run in enumerate(runs):
        if run.any():
            bar = crossing[(place + _SLANTS // 2) % _SLANTS]
            through |= cv2.bitwise_and(cv2.morphologyEx(rest, cv2.MORPH_CLOSE, bar), run)
    lost = cv2.subtract(found, through)
    size = (mine.shape[1], mine.shape[0])
    whole = cv2.resize(lost, size, interpolation=cv2.INTER_NEAREST)
    return np.asarray(cv2.bitwise_and(whole, mine), np.uint8)


def _bars(length: int) -> Iterator[Mask]:
    """Straight strokes of a length, in each of the directions."""
    for step in range(_SLANTS):
        angle = np.pi * step / _SLANTS
        across, down = np.cos(angle) * (length - 1) / 2, np.sin(angle) * (length - 1) / 2
        half = int(np.ceil(length / 2))
        bar = np.zeros((2 * half + 1, 2 * half + 1), np.uint8)
        start = (round(half - across), round(half - down))
        cv2.line(bar, start, (round(half + across), round(half + down)), 1, 1)
        rows, columns = np.flatnonzero(bar.any(1)), np.flatnonzero(bar.any(0))
        yield bar[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _rows(
    grey: Grey,
    print_: Mask,
    lost: Mask,
    letters: Labels,
    barriers: Sequence[PixelBox],
    body: float,
    upper: int,
) -> Iterator[Strip]:
    """The rows of a band that lost ink to strokes; the band begins at `upper` on the page."""
    rest = np.asarray(cv2.subtract(print_, lost), np.uint8)
    edge = np.ones((3, 3), np.uint8)
    plain = grey.copy()
    plain[(cv2.dilate(lost, edge) > 0) & (cv2.dilate(rest, edge) == 0)] = 255
    plain[lost > 0] = 255
    found = [
        strip
        for strip in find_strips(plain, find_shapes(rest), barriers)
        if _is_crossed(strip.box, lost, body) and _is_print(strip.box, letters)
    ]
    for strip in _joined(found, plain, barriers, body):
        left, top, right, bottom = strip.box
        x, y = strip.origin
        yield Strip((left, top + upper, right, bottom + upper), (x, y + upper), strip.picture)


def _is_crossed(box: PixelBox, lost: Mask, body: float) -> bool:
    left, top, right, bottom = box
    return bool(np.count_nonzero(lost[max(0, top) : bottom, left:right]) > _LEAST * body * body)


def _letters(shapes: Shapes, labels: Labels, body: float) -> Labels:
    """The labels of a band, of shapes alone that may be letters by themselves."""
    own = (shapes.height > _LOWEST * body) & (shapes.height < TALLEST_LETTER * body)
    own[0] = False
    return np.where(own[labels], labels, 0)


def _is_print(box: PixelBox, letters: Labels) -> bool:
    """Whether letters stand in a row that are no piece of a signature's loops."""
    left, top, right, bottom = box
    return len(np.unique(letters[max(0, top) : bottom, left:right])) > _FEWEST


def _joined(
    strips: Sequence[Strip], plain: Grey, barriers: Sequence[PixelBox], body: float
) -> list[Strip]:
    """The strips, those of one row as one where a letter that a stroke hides parts them."""
    joined: list[Strip] = []
    for strip in sorted(strips, key=lambda one: one.box[0]):
        left, top, _, bottom = strip.box
        for place, one in enumerate(joined):
            level = abs(one.box[1] + one.box[3] - top - bottom) < body
            near = -body < left - one.box[2] < COLUMN_GAP * body
            ruled = any(one.box[2] - 2 <= x <= left + 2 for x, *_ in barriers)
            if level and near and not ruled:
                joined[place] = _with(one, strip, plain)
                break
        else:
            joined.append(strip)
    return joined


def _with(one: Strip, other: Strip, plain: Grey) -> Strip:
    """Two strips of one row in one picture, and between them what stands as high as letters."""
    (x, y), (across, down) = one.origin, other.origin
    wide = max(x + one.picture.shape[1], across + other.picture.shape[1]) - x
    top = min(y, down)
    high = max(y + one.picture.shape[0], down + other.picture.shape[0]) - top
    picture = np.full((high, wide), 255, np.uint8)
    box = (
        one.box[0],
        min(one.box[1], other.box[1]),
        max(one.box[2], other.box[2]),
        max(one.box[3], other.box[3]),
    )
    start, end = one.box[2], other.box[0]
    if start < end:
        between = plain[max(0, box[1]) : box[3], start:end]
        picture[max(0, box[1]) - top :, start - x : end - x][: between.shape[0]] = between
    for strip in (one, other):
        left, upper = strip.origin[0] - x, strip.origin[1] - top
        rows, columns = strip.picture.shape
        place = picture[upper : upper + rows, left : left + columns]
        place[:] = np.minimum(place, strip.picture)
    return Strip(box, (x, top), picture)
