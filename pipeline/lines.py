"""Finding the lines of print on a clean page, and cutting each out as a strip of its own.

Tesseract's layout analysis mixes the columns of borderless Thai lists, so lines are found here:
letters are connected components of about the body height; letters whose middles agree and that
stand close make a run; marks above and below go to the nearest run. A row is cut where a gap is
wider than any word space, which keeps columns apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.broken import with_broken_letters
from pipeline.crossed import with_crossed_letters
from pipeline.drawings import TALLEST_LETTER, inside_drawings, without_strokes_of_drawings
from pipeline.low_letters import low_letters
from pipeline.rejoined import rejoined
from pipeline.shapes import Ints, Shapes

Grey = npt.NDArray[np.uint8]
Chosen = npt.NDArray[np.bool_]  # whether each shape is
Floats = npt.NDArray[np.float64]
PixelBox = tuple[int, int, int, int]  # left, top, right, bottom

COLUMN_GAP = 1.9  # body heights; wider gaps part columns
_LOWEST_LETTER = 0.7  # body heights
_ASIDE = 1.5  # body heights beside its letters at which a mark may stand
_DASH_ASIDE = 2.4  # the same of a dash between two words
_DASH = (1.4, 0.35)  # width to its height, and height to the body's
_ABOVE, _BELOW = 1.05, 0.65  # body heights of room for upper and lower vowels and tone marks
_ONE_WORD = 2  # letters, whose vowels touch them and make them taller than print: ปี
_WITH_VOWEL = 1.9  # body heights of a letter that its vowel touches; taller ones are strokes
_CLOSE_ABOVE = 0.75  # of that room: how close over a line a short run is taken for its marks
_FEW_MARKS, _WITH_TONE = 6, 1.05  # such marks in a row; body heights of a vowel with its tone mark
_MARKS_APART = 1.4  # body heights from one to the next: they stand on letters, these side by side
_LARGE = (2.6, 4.0)  # body heights of large print
_TAKEN = np.iinfo(np.intp).max  # the line of shapes that are in a line of large print
_WIDEST = 1.6  # of its own heights that a letter of it is wide
_FEW_LARGE, _OF_ITS_LINE = 4, 0.25  # letters, share of a line; less is an emblem, a title's ไฟฟ้
_FEW_SMALL = 5  # letters: fewer low shapes in a row are specks
_SPECK = 5  # pixels of ink at 300 dpi; a tone mark of 12 point print has over 20


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of print: where it stands in the page (pixels) and its picture, alone on white."""

    box: PixelBox  # of the letters' bodies and a little room; marks do not move it
    origin: tuple[int, int]  # of the picture's top left corner on the page
    picture: Grey


def find_strips(grey: Grey, shapes: Shapes, barriers: Sequence[PixelBox] = ()) -> tuple[Strip, ...]:
    """The lines of a deskewed page in reading order (rows from the top, columns from the left).

    `grey` is the page to cut from, `shapes` those of its print without rules and codes.
    No line crosses a barrier: the vertical rules of tables.
    """
    body = body_height(shapes.height[1:], shapes.area[1:])
    if body is None:
        return ()
    usable = ~inside_drawings(shapes, body)
    letters, runs = _found(shapes, usable, body, barriers)
    if not letters.any():
        return ()
    whole = with_broken_letters(shapes, (runs == 0) & usable, body)
    whole = with_crossed_letters(whole, letters, shapes.height > TALLEST_LETTER * body)
    if whole is not shapes:
        shapes = whole
        usable = ~inside_drawings(shapes, body)
        _, runs = _found(shapes, usable, body, barriers)
    low = (runs == 0) & usable & (shapes.height < _LOWEST_LETTER * body)
    strips = _small_print(grey, shapes, low, barriers)
    for size in _LARGE:
        large = _large_print(shapes, runs, size * body, barriers)
        runs[large > 0] = _TAKEN
        strips += _strips(grey, shapes, large, size * body)
    runs[runs == _TAKEN] = 0
    return _in_reading_order(strips + _strips(grey, shapes, runs, body), body)


def _large_print(shapes: Shapes, runs: Ints, large: float, barriers: Sequence[PixelBox]) -> Ints:
    """The lines (from 1) of letters about `large` pixels high, some of them taller than a letter of
    the page may be: ด่วนที่สุด, set or pressed at its head. 0 for what belongs to none."""
    letters = (shapes.height >= _LOWEST_LETTER * large) & (shapes.height <= _WITH_VOWEL * large)
    letters &= shapes.right - shapes.left < _WIDEST * large
    letters &= runs != _TAKEN
    letters[0] = False
    if np.count_nonzero(letters) < _FEW_LARGE or not (letters & (runs == 0)).any():
        return np.zeros_like(runs)
    found = _runs(shapes, letters, large, barriers)
    lines = np.where(runs == _TAKEN, 0, runs)
    members = np.bincount(lines)
    for run in range(1, int(found.max()) + 1):
        own = found == run
        shared = np.bincount(lines[own], minlength=len(members)) / np.maximum(members, 1)
        tall = own & (lines > 0) & (members[lines] > _FEW_SMALL) & (shared[lines] < _OF_ITS_LINE)
        found[tall] = 0
        own &= ~tall
        read = np.bincount(runs[own])[1:].max(initial=0)  # of them in one line already
        if np.count_nonzero(own) < _FEW_LARGE or read == np.count_nonzero(own):
            found[own] = 0
    if not found.any():
        return found
    _, found = np.unique(found, return_inverse=True)
    in_a_line = (lines > 0) & (np.bincount(lines)[lines] > _FEW_SMALL)
    in_a_line &= ~np.isin(lines, lines[found > 0])
    near = (shapes.height <= _WITH_VOWEL * large) & (runs != _TAKEN) & ~in_a_line
    near[0] = False
    return _with_marks(shapes, found, near, large)


def _small_print(
    grey: Grey, shapes: Shapes, left: Chosen, barriers: Sequence[PixelBox]
) -> list[Strip]:
    """Lines of footnotes and the like, among the shapes `left` as too low to be letters of the
    page's print."""
    small = body_height(shapes.height[left], shapes.area[left])
    if small is None:
        return []
    letters = left & (shapes.height >= _LOWEST_LETTER * small) & (shapes.area > small)
    found = _runs(shapes, letters, small, barriers)
    found[np.bincount(found)[found] < _FEW_SMALL] = 0
    if not found.any():
        return []
    _, found = np.unique(found, return_inverse=True)
    return _strips(grey, shapes, _with_marks(shapes, found, left, small), small)


def _strips(grey: Grey, shapes: Shapes, runs: Ints, body: float) -> list[Strip]:
    cut = (_cut(grey, shapes, runs, run, body) for run in range(1, int(runs.max()) + 1))
    return [strip for strip in cut if strip is not None]


def _found(
    shapes: Shapes, usable: Chosen, body: float, barriers: Sequence[PixelBox]
) -> tuple[Ints, Ints]:
    """The line (from 1) of each shape that is a letter, and of each that is a letter or a mark."""
    letters = usable & (shapes.height >= _LOWEST_LETTER * body) & (shapes.area > body)
    letters &= shapes.height <= TALLEST_LETTER * body
    letters |= low_letters(shapes, usable & ~letters, letters, body)
    runs = _runs(shapes, letters, body, barriers)
    if not runs.any():
        return runs, runs
    kept = without_strokes_of_drawings(shapes, runs, body)
    given = _with_marks(shapes, kept, usable, body)
    return runs, rejoined(shapes, kept, given, body, barriers)


def body_height(heights: Ints, areas: Ints) -> float | None:
    """The commonest height of a letter without marks, in pixels; None where there is no print.

    Thai letters of one size have one body height, so the histogram of component heights has a
    sharp peak; weighting by height keeps the many tone marks from making it.
    """
    plausible = heights[(heights >= 10) & (heights <= 90) & (areas >= 20)]
    if len(plausible) < 3:
        return None
    counts = np.bincount(plausible, minlength=92) * np.arange(max(92, plausible.max() + 1))
    smooth = np.convolve(counts, [1, 2, 3, 2, 1], mode="same")
    return float(np.argmax(smooth))


def _runs(
    shapes: Shapes,
    letters: Chosen,
    body: float,
    barriers: Sequence[PixelBox],
) -> Ints:
    """The run (from 1) that each shape belongs to; 0 for shapes that are not letters.

    The core of each letter is drawn as a bar that reaches half the column gap to either side;
    bars that touch are one run.
    """
    height, width = shapes.labels.shape
    bars = np.zeros((height // 2 + 1, width // 2 + 1), np.uint8)
    reach, half = COLUMN_GAP * body / 2, 0.3 * body
    indices, middles = np.flatnonzero(letters), shapes.middle
    for i in indices:
        corner = (int(max(0, shapes.left[i] - reach) / 2), int(max(0, middles[i] - half) / 2))
        other = (int((shapes.right[i] + reach) / 2), int((middles[i] + half) / 2))
        cv2.rectangle(bars, corner, other, 255, -1)
    for left, top, right, bottom in barriers:
        cv2.rectangle(bars, (left // 2 - 1, top // 2), (right // 2 + 1, bottom // 2), 0, -1)
    _, labels = cv2.connectedComponents(bars, connectivity=4)
    runs = np.zeros(len(shapes.area), dtype=np.intp)
    for i in indices:
        x = min(bars.shape[1] - 1, int((shapes.left[i] + shapes.right[i]) / 4))
        runs[i] = labels[int(middles[i] / 2), x]
    _, runs[indices] = np.unique(runs[indices], return_inverse=True)
    runs[indices] += 1
    return runs


def _with_marks(shapes: Shapes, runs: Ints, usable: Chosen, body: float) -> Ints:
    """Give vowels, tone marks and points to the run they stand above, below or beside.

    A vowel and its tone mark that touch are as tall as a letter and make a run of their own at
    first: runs of one or two shapes are given away like marks where a real line is near.
    """
    members = np.bincount(runs)
    count = int(runs.max())
    left, right, top, bottom = (np.full(count + 1, np.inf) for _ in range(4))
    for run in np.flatnonzero(members[1:]) + 1:
        own = runs == run
        left[run], right[run] = shapes.left[own].min(), shapes.right[own].max()
        bottom[run] = np.median(shapes.bottom[own])
        top[run] = bottom[run] - np.median(shapes.height[own])
    given = runs.copy()
    marks = _are_marks(members, (left, top, right, bottom), body)
    loose = usable & (shapes.area > _SPECK) & (shapes.height <= TALLEST_LETTER * body)
    loose &= (runs == 0) | (members[runs] <= 2) | marks[runs]
    middles, width = shapes.middle, shapes.right - shapes.left
    dashes = (width > _DASH[0] * shapes.height) & (shapes.height < _DASH[1] * body)
    for i in np.flatnonzero(loose):
        x, y = (shapes.left[i] + shapes.right[i]) / 2, middles[i]
        aside = np.maximum(np.maximum(left - x, x - right), 0) / (_ASIDE * body)
        if dashes[i]:
            # In lines spread out to both margins a dash stands far from the words it joins.
            near = (top < y) & (y < bottom) & (aside * _ASIDE < _DASH_ASIDE)
            if (near & (right < x)).any() and (near & (left > x)).any():
                aside *= _ASIDE / _DASH_ASIDE
        over = np.maximum(top - y, 0) / (_ABOVE * body)
        under = np.maximum(y - bottom, 0) / (_BELOW * body)
        distance = np.maximum(np.maximum(over, under), aside)
        distance[0] = np.inf
        distance[marks] = np.inf
        if runs[i]:
            # Of two short runs only the one that hangs close over the other can be its mark.
            distance[(members <= 2) & ((top < y) | (over > _CLOSE_ABOVE))] = np.inf
        nearest = int(np.argmin(distance))
        if distance[nearest] <= 1:
            given[i] = nearest
    return given


def _are_marks(members: Ints, extent: tuple[Floats, Floats, Floats, Floats], body: float) -> Chosen:
    """The runs that are vowels with their tone marks, each as tall as a letter, over a line of many
    letters: low, few, and further apart than letters stand (…ที่ ครั้งที่ ๑, in bold)."""
    found = np.zeros(len(members), dtype=bool)
    there = np.flatnonzero(members[1:]) + 1
    count = members[there]
    left, top, right, bottom = (side[there] for side in extent)
    few = (count > 2) & (count <= _FEW_MARKS) & (bottom - top < _WITH_TONE * body)
    for one in np.flatnonzero(few):
        apart = right[one] - left[one] > _MARKS_APART * body * (count[one] - 1)
        gap = top - (top[one] + bottom[one]) / 2
        line = (count > 3 * count[one]) & (gap > 0) & (gap <= _CLOSE_ABOVE * _ABOVE * body)
        found[there[one]] = apart and (line & (left <= left[one]) & (right[one] <= right)).any()
    return found


def _cut(grey: Grey, shapes: Shapes, runs: Ints, run: int, body: float) -> Strip | None:
    own = runs == run
    if not own.any():
        return None
    letters = own & (shapes.height >= _LOWEST_LETTER * body)
    if not letters.any():
        return None
    left, right = int(shapes.left[own].min()), int(shapes.right[own].max())
    top, bottom = int(shapes.top[own].min()), int(shapes.bottom[own].max())
    baseline, height = np.median(shapes.bottom[letters]), np.median(shapes.height[letters])
    if np.count_nonzero(letters) <= _ONE_WORD and height < _WITH_VOWEL * body:
        height = min(height, body)
    upper = int(max(0, min(top, baseline - height - _ABOVE * height) - 2))
    lower = int(min(grey.shape[0], max(bottom, baseline + _BELOW * height) + 3))
    labels = shapes.labels[upper:lower, left:right]
    foreign = ((labels > 0) & ~own[labels]).astype(np.uint8)
    mine = ((labels > 0) & own[labels]).astype(np.uint8)
    # Grey edges go with the shape they belong to; where two meet, the line's own shape wins.
    edge = np.ones((3, 3), np.uint8)
    hide = (cv2.dilate(foreign, edge) > 0) & (cv2.dilate(mine, edge) == 0)
    piece = grey[upper:lower, left:right].copy()
    piece[hide] = 255
    pad = int(body * 0.5)
    picture = cv2.copyMakeBorder(piece, 0, 0, pad, pad, cv2.BORDER_CONSTANT, value=(255.0,))
    # Rows are told by their middles, so a line's box must not grow with the marks it happens to
    # carry: it reaches a third of a body height beyond the letters on both sides.
    room = height / 3
    box = (left, int(baseline - height - room), right, int(baseline + room))
    return Strip(box, (left - pad, upper), np.asarray(picture, dtype=np.uint8))


def _in_reading_order(strips: list[Strip], body: float) -> tuple[Strip, ...]:
    """Rows from the top down; strips whose middles agree within half a body height are one row."""
    waiting = sorted(strips, key=lambda strip: strip.box[1] + strip.box[3])
    ordered: list[Strip] = []
    row: list[Strip] = []
    for strip in waiting:
        middle = (strip.box[1] + strip.box[3]) / 2
        if row and middle - (row[0].box[1] + row[0].box[3]) / 2 > 0.6 * body:
            ordered += sorted(row, key=lambda strip: strip.box[0])
            row = []
        row.append(strip)
    return tuple(ordered + sorted(row, key=lambda strip: strip.box[0]))
