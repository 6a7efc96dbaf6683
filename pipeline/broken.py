"""Letters that a white line of a fax or a worn drum has cut across, so that no piece is a letter.

Left out, whole words of a line would be missing and nobody told. Pieces that stand close over each
other and together are as high as a letter are taken for one.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.shapes import Ints, ShapeBox, Shapes, grown

_GAP = 0.16  # of the body height: the widest white line across a letter
_WHOLE = (0.7, 2.0)  # body heights: how high the pieces are together
_SMALLEST = 0.25  # body heights: less, in both directions, is a dot of a leader or a speck
_BESIDE = 4.0  # body heights to either side
_MOSTLY = 0.6  # of the loose shapes there
_FEWEST = 4  # pieces: two letters
_MOST = 3000  # loose shapes; more is a page of noise


def with_broken_letters(shapes: Shapes, loose: npt.NDArray[np.bool_], body: float) -> Shapes:
    """`shapes` and, as one shape each, the letters that lie in pieces among the `loose` ones."""
    size = np.maximum(shapes.height, shapes.right - shapes.left)
    pieces = np.flatnonzero(loose & (shapes.height < _WHOLE[0] * body) & (size > _SMALLEST * body))
    if not 1 < len(pieces) < _MOST:
        return shapes
    groups = _groups(shapes, pieces, _GAP * body)
    letters = [group for group in groups if _is_letter(shapes, group, body)]
    parts = np.concatenate([np.empty(0, np.intp), *letters])
    letters = [group for group in letters if _among_others(shapes, group, pieces, parts, body)]
    if not letters:
        return shapes
    labels = shapes.labels.copy()
    boxes: list[ShapeBox] = []
    for number, group in enumerate(letters, len(shapes.area)):
        left, top = int(shapes.left[group].min()), int(shapes.top[group].min())
        right, bottom = int(shapes.right[group].max()), int(shapes.bottom[group].max())
        window = labels[top:bottom, left:right]
        window[np.isin(window, group)] = number
        boxes.append((left, top, right, bottom, int(shapes.area[group].sum())))
    return grown(shapes, labels, boxes)


def _groups(shapes: Shapes, pieces: Ints, gap: float) -> list[Ints]:
    """The pieces in groups of those that stand over each other, no more than `gap` pixels apart."""
    left, right = shapes.left[pieces], shapes.right[pieces]
    top, bottom = shapes.top[pieces], shapes.bottom[pieces]
    over = (left[:, None] < right) & (left < right[:, None])
    apart = np.maximum(top[:, None] - bottom, top - bottom[:, None])
    near = over & (apart <= gap)
    group = np.arange(len(pieces))
    for one, other in zip(*np.nonzero(np.triu(near, 1)), strict=True):
        group[group == group[other]] = group[one]
    return [pieces[group == each] for each in np.unique(group)]


def _among_others(shapes: Shapes, group: Ints, pieces: Ints, parts: Ints, body: float) -> bool:
    """Whether most of what is loose beside the letter lies in pieces as well; in small print only
    some letters bear a mark."""
    left, right = shapes.left[group].min(), shapes.right[group].max()
    middle = (shapes.top[group].min() + shapes.bottom[group].max()) / 2
    beside = pieces[
        (np.abs(shapes.middle[pieces] - middle) < body)
        & (shapes.right[pieces] > left - _BESIDE * body)
        & (shapes.left[pieces] < right + _BESIDE * body)
    ]
    return len(beside) >= _FEWEST and bool(np.isin(beside, parts).mean() >= _MOSTLY)


def _is_letter(shapes: Shapes, group: Ints, body: float) -> bool:
    height = shapes.bottom[group].max() - shapes.top[group].min()
    return len(group) > 1 and bool(_WHOLE[0] * body <= height <= _WHOLE[1] * body)
