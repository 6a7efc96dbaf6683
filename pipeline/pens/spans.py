"""Telling what a pen or a number stamp put into a line from what the printer printed there.

Four witnesses, none enough alone: the recogniser's doubt, another colour than the print's, another
stroke, another size or place than a printed letter has. They are weighed shape by shape; shapes
that stand together are one span.

Measures are in body heights of the line, or pixels of the straightened page at about 300 dpi.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.lines import PixelBox
from pipeline.pens.header_lines import SURE
from pipeline.pens.ink import PieceBox, alone, coloured, ink, small_shapes
from pipeline.pens.shapes import INK, Shape, groups
from pipeline.tesseract import ReadWord

Grey = npt.NDArray[np.uint8]
Rgb = npt.NDArray[np.uint8]

REACH = 8.0  # how far beyond the line's ends writing is looked for
_ABOVE, _BELOW = 4.8, 1.8  # of the baseline; tails of written ๒ ๘ ๙ rise high
_LOWEST, _TALLEST = 0.42, 5.8  # of a written sign
_PIECE_BESIDE = 0.1  # how far beyond a span a piece of a broken stroke may lie

# What each witness weighs.
_UNREAD, _DOUBTED = 0.9, 0.55
_COLOURED = 1.2
_TALL = 0.6
_OTHER_STROKE = 0.45
_OFF_THE_LINE = 0.35
# What a recogniser of print makes of a written ว or digit: /? for ว, % for a ๒ with its flourish
_NO_SIGN = re.compile(r"[?%!+=;|฿ฯๆ°*&#@$<>{}\[\]a-z]")


@dataclass(frozen=True, slots=True)
class WrittenSpan:
    """A written piece of a line: its box in pixels of the page, its ink alone, dark on white, the
    places in the words given that it covers, and the reasons in words for a note."""

    box: PixelBox
    picture: Grey
    words: tuple[int, ...]
    reasons: tuple[str, ...]


def find_written(
    page: Rgb,
    line: PixelBox,
    words: Sequence[ReadWord],
    within: tuple[float, float] | None = None,
    expected: tuple[float, float] | None = None,
) -> tuple[WrittenSpan, ...]:
    """The written pieces in and beside one line of print, left to right.

    `page` is straightened, in colour (height × width × 3); `line` the box of the line's letters as
    `pipeline.lines.Strip.box` gives it; `words` all words read in its row, boxes in page pixels.
    Shapes whose middle is not `within` (left, right) are not looked at, where that is known; those
    in the columns `expected` need less to speak for a pen: something was filled in there.
    """
    body = 0.6 * (line[3] - line[1])
    baseline = line[3] - body / 3
    left = int(max(0, line[0] - REACH * body))
    top = int(max(0, baseline - _ABOVE * body))
    right = int(min(page.shape[1], line[2] + REACH * body))
    bottom = int(min(page.shape[0], baseline + _BELOW * body))
    cut = page[top:bottom, left:right]
    if min(cut.shape[:2]) < 8 or body < 8:
        return ()
    grey = np.asarray(cv2.cvtColor(cut, cv2.COLOR_RGB2GRAY), np.uint8)
    mask = ink(grey)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    near = [replace(word, box=_moved(word.box, -left, -top)) for word in words]
    shapes = _weighed(cut, mask, np.asarray(labels), np.asarray(stats), near, body, baseline - top)
    loose = small_shapes(np.asarray(stats), {shape.index for shape in shapes}, body)
    if within is not None:
        first, last = within[0] - left, within[1] - left
        shapes = [shape for shape in shapes if first <= (shape.left + shape.right) / 2 <= last]
    if expected is not None:
        expected = expected[0] - left, expected[1] - left
    return tuple(
        _span(group, loose, cut, np.asarray(labels), near, (left, top), body)
        for group in groups(shapes, body, expected)
    )


def _weighed(
    cut: Rgb,
    mask: Grey,
    labels: npt.NDArray[np.int32],
    stats: npt.NDArray[np.int32],
    words: Sequence[ReadWord],
    body: float,
    baseline: float,
) -> list[Shape]:
    """The shapes that stand on the line and are as large as a sign, with their weights."""
    on_line = [
        index
        for index in range(1, len(stats))
        if _LOWEST * body <= stats[index, 3] <= _TALLEST * body
        and stats[index, 1] < baseline - 0.25 * body
        and stats[index, 1] + stats[index, 3] > baseline - 0.75 * body
        and min(stats[index, 0], stats[index, 1]) > 0
        and stats[index, 0] + stats[index, 2] < mask.shape[1]
        and stats[index, 1] + stats[index, 3] < mask.shape[0]
    ]
    colour = np.asarray(cut.max(axis=2), np.int16) - cut.min(axis=2)
    thickness = cv2.distanceTransform(mask, cv2.DIST_L2, 3)
    measured = {}
    for index in on_line:
        left, top, wide, high = (int(value) for value in stats[index, :4])
        window = np.s_[top : top + high, left : left + wide]
        own = labels[window] == index
        depth = thickness[window][own]
        measured[index] = (
            _confidence(words, left, left + wide),
            float(np.percentile(colour[window][own], 75)),
            float(np.percentile(depth, 80)),
        )
    printed = [values for values in measured.values() if values[0] >= 0.85]
    usual_colour = float(np.median([values[1] for values in printed])) if printed else 10.0
    usual_stroke = float(np.median([values[2] for values in printed])) if printed else 0.0
    shapes = []
    for index in on_line:
        left, top, wide, high = (int(value) for value in stats[index, :4])
        confidence, tint, stroke = measured[index]
        evidence: dict[str, float] = {}
        if confidence < 0.8 and not _ends_a_code(words, left, left + wide):
            evidence["not read surely"] = _UNREAD if confidence < 0.5 else _DOUBTED
        if tint - usual_colour > 22:
            evidence[INK] = _COLOURED
        if usual_stroke and not 0.68 < stroke / usual_stroke < 1.45:
            evidence["in another stroke"] = _OTHER_STROKE
        if high > 1.75 * body:
            evidence["taller than print"] = _TALL
        foot = top + high - baseline
        if foot > 0.45 * body or foot < -0.22 * body:
            evidence["off the line"] = _OFF_THE_LINE
        weight = sum(evidence.values())
        shapes.append(
            Shape(
                index,
                left,
                top,
                left + wide,
                top + high,
                weight,
                _read_there(words, left, left + wide),
                confidence >= SURE,
                frozenset(evidence),
            )
        )
    return sorted(shapes, key=lambda shape: shape.left)


def _confidence(words: Sequence[ReadWord], left: int, right: int) -> float:
    """How surely the recogniser read what stands there; 0 where it read nothing, or a sign that
    stands in no number and no date."""
    total = shared = 0.0
    for word in words:
        common = min(right, word.box[2]) - max(left, word.box[0])
        if common > 0:
            shared += common
            total += common * word.confidence * (not _is_misread(word, (left + right) / 2))
    return total / shared if shared > 0.3 * (right - left) else 0.0


def _is_misread(word: ReadWord, at: float) -> bool:
    """Whether what stands at this column is no sign of a number, however surely it was read: of /?
    the stroke is."""
    if not _NO_SIGN.search(word.text):
        return False
    return not (word.text.startswith("/") and at < _first_sign_end(word))


def _words_there(words: Sequence[ReadWord], left: int, right: int) -> list[ReadWord]:
    return [
        word
        for word in words
        if min(right, word.box[2]) - max(left, word.box[0]) > 0.3 * (right - left)
    ]


def _read_there(words: Sequence[ReadWord], left: int, right: int) -> str:
    """What was read there; of /๗ in one box the stroke is not the figure's."""
    return "".join(
        word.text.removeprefix("/") if _is_behind_stroke(word, (left + right) / 2) else word.text
        for word in _words_there(words, left, right)
    )


def _is_behind_stroke(word: ReadWord, at: float) -> bool:
    return word.text.startswith("/") and at > _first_sign_end(word)


def _first_sign_end(word: ReadWord) -> float:
    return word.box[0] + (word.box[2] - word.box[0]) / len(word.text)


def _ends_a_code(words: Sequence[ReadWord], left: int, right: int) -> bool:
    """Whether it ends in a slash that was surely read: the printed code's, ๐๔๐๐๕/, even where the
    digit before it touches it and was read with doubt."""
    there = _words_there(words, left, right)
    return bool(there) and there[-1].text.endswith("/") and there[-1].confidence >= SURE


def _span(
    group: Sequence[Shape],
    loose: Sequence[PieceBox],
    cut: Rgb,
    labels: npt.NDArray[np.int32],
    words: Sequence[ReadWord],
    corner: tuple[int, int],
    body: float,
) -> WrittenSpan:
    left, right = min(shape.left for shape in group), max(shape.right for shape in group)
    top, bottom = min(shape.top for shape in group), max(shape.bottom for shape in group)
    beside = _PIECE_BESIDE * body
    pieces = [
        piece
        for piece in loose
        if left - beside < (piece[1] + piece[3]) / 2 < right + beside
        and top < (piece[2] + piece[4]) / 2 < bottom
    ]
    left, right = min([left, *(p[1] for p in pieces)]), max([right, *(p[3] for p in pieces)])
    own_indices = [*(shape.index for shape in group), *(piece[0] for piece in pieces)]
    room = max(2, round(0.12 * body))
    x, y = max(0, left - room), max(0, top - room)
    window = np.s_[y : bottom + room, x : right + room]
    own = np.isin(labels[window], own_indices)
    reasons = sorted(frozenset().union(*(shape.reasons for shape in group)))
    if INK in reasons:  # print that the pen touches, such as the dots of the line, stays out
        own &= coloured(cut[window], own)
    picture = alone(np.asarray(cv2.cvtColor(cut[window], cv2.COLOR_RGB2GRAY), np.uint8), own)
    covered = tuple(
        place
        for place, word in enumerate(words)
        if min(right, word.box[2]) - max(left, word.box[0]) > 0.5 * (word.box[2] - word.box[0])
    )
    box = _moved((left, top, right, bottom), *corner)
    return WrittenSpan(box, picture, covered, tuple(reasons))


def _moved(box: PixelBox, across: int, down: int) -> PixelBox:
    return (box[0] + across, box[1] + down, box[2] + across, box[3] + down)
