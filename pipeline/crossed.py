"""Letters that a hair, a fold or a pen joins to one shape too tall to be print.

Left out, their words would be missing from a line that else reads well: nobody would be told.
What of such a shape stands in a gap of a line is cut loose and taken for print; the recogniser
reads it, stroke and all, and its doubt shows.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.shapes import Ints, Labels, ShapeBox, Shapes, grown

_ABOVE, _BELOW = 1.05, 0.65  # letters' heights of room for marks, as in lines.py
_NEAR = 2.0  # letters' heights between a line and what may still belong to it
_FEW = 4  # letters; fewer are no line that could be broken
_TALL = 0.7  # of a letter's height: less is a stroke that grazes the line
_DENSE = 0.15  # of a piece's box is ink; a lone stroke has less
_STROKE = (
    0.45  # of a letter's height: how wide what crosses a line's edge may be; drawings are wider
)
_COVERED = 0.3  # of a piece's width may stand over or under letters of the line


def with_crossed_letters(shapes: Shapes, runs: Ints, tall: npt.NDArray[np.bool_]) -> Shapes:
    """`shapes` and, as shapes of their own, the letters cut loose from `tall` ones.

    `runs` tells the line (from 1) each shape belongs to, 0 for none; it and `tall` may be shorter
    than `shapes`, which is then of no line and not tall.
    """
    candidates = np.flatnonzero(tall)
    candidates = candidates[candidates > 0]
    if not len(candidates):
        return shapes
    labels = shapes.labels
    boxes: list[ShapeBox] = []
    for run in range(1, int(runs.max()) + 1):
        own = np.flatnonzero(runs == run)
        if len(own) < _FEW:
            continue
        base = int(np.median(shapes.bottom[own]))
        height = int(np.median(shapes.height[own]))
        left = shapes.left[own].min() - _NEAR * height
        right = shapes.right[own].max() + _NEAR * height
        crossing = (shapes.top[candidates] < base - height) | (shapes.bottom[candidates] > base)
        crossing &= (shapes.top[candidates] < base - _TALL * height) & (
            shapes.bottom[candidates] > base - (1 - _TALL) * height
        )
        crossing &= (shapes.right[candidates] > left) & (shapes.left[candidates] < right)
        for shape in candidates[crossing]:
            if labels is shapes.labels:  # a page's worth: copied only where something crosses
                labels = labels.copy()
            boxes += _cut_loose(shapes, labels, int(shape), own, base, height, len(boxes))
    if not boxes:
        return shapes
    return grown(shapes, labels, boxes)


def _cut_loose(
    shapes: Shapes,
    labels: Labels,
    shape: int,
    own: Ints,
    base: int,
    height: int,
    before: int,
) -> list[ShapeBox]:
    """Boxes and areas of one tall shape's letters in one line; they are renamed in `labels`."""
    upper = max(0, int(base - height - _ABOVE * height))
    lower = min(labels.shape[0], int(base + _BELOW * height))
    left, right = int(shapes.left[shape]), int(shapes.right[shape])
    band = labels[upper:lower, left:right]
    ink = (band == shape).astype(np.uint8)
    count, pieces, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    cut: list[ShapeBox] = []
    for piece in range(1, count):
        x, y, wide, tall, area = (int(value) for value in stats[piece])
        mine = pieces == piece
        edges = max(int(mine[0].sum()), int(mine[-1].sum()))
        if edges > _STROKE * height or area < _DENSE * wide * height or not edges:
            continue
        core = np.flatnonzero(mine[base - height - upper : base - upper].any(axis=1))
        if len(core) < _TALL * height:
            continue
        if _covered(shapes, own, left + x, left + x + wide) > _COVERED * wide:
            continue
        band[mine] = len(shapes.area) + before + len(cut)
        cut.append((left + x, upper + y, left + x + wide, upper + y + tall, area))
    return cut


def _covered(shapes: Shapes, own: Ints, left: int, right: int) -> int:
    """Pixels of the span that letters of the line stand over."""
    taken = np.zeros(right - left, dtype=bool)
    for letter in own:
        start, end = int(shapes.left[letter]) - left, int(shapes.right[letter]) - left
        if end > 0 and start < right - left:
            taken[max(0, start) : end] = True
    return int(taken.sum())
