"""Figures of a face that are lower than its letters: ๐๐๓๓.๓ beside ที่.

They are told from vowels and tone marks, which may be as high, by where they stand: on the line of
letters beside them. Taken for marks, one of two in a row was given to no line, and lost.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.shapes import Ints, Shapes

Chosen = npt.NDArray[np.bool_]  # whether each shape is

_HEIGHT = (0.58, 0.7)  # body heights of a low figure: from, to under
_LEVEL = 0.1  # body heights by which a figure may stand higher or lower than what is beside it
_CUT = 0.4  # body heights: how far over its foot the rest of a letter stands
_BESIDE = 0.95  # body heights from one to the next: half the gap that parts columns


def low_letters(shapes: Shapes, loose: Chosen, letters: Chosen, body: float) -> Chosen:
    """Which of the `loose` shapes are figures, beside one of the `letters` or one another."""
    found = np.zeros_like(letters)
    low = loose & (shapes.height >= _HEIGHT[0] * body) & (shapes.height < _HEIGHT[1] * body)
    waiting = np.flatnonzero(low & (shapes.area > body))
    parts = np.flatnonzero(loose)
    waiting = np.array(
        [i for i in waiting if not _has_its_top(shapes, int(i), parts, body)], np.intp
    )
    while len(waiting):
        there = np.flatnonzero(letters | found)
        beside = np.array([_stands_beside(shapes, int(i), there, body) for i in waiting])
        if not beside.any():
            break
        found[waiting[beside]] = True
        waiting = waiting[~beside]
    return found


def _has_its_top(shapes: Shapes, one: int, others: Ints, body: float) -> bool:
    """Whether a shape is the foot of a letter, whose top stands over it: a rule cut through it."""
    over = np.minimum(shapes.right[others], shapes.right[one])
    over -= np.maximum(shapes.left[others], shapes.left[one])
    apart = shapes.top[one] - shapes.bottom[others]
    near = (apart > -_LEVEL * body) & (apart < _CUT * body) & (others != one)
    return bool((near & (over > 0)).any())


def _stands_beside(shapes: Shapes, one: int, others: Ints, body: float) -> bool:
    level = np.abs(shapes.bottom[others] - shapes.bottom[one]) <= _LEVEL * body
    apart = np.maximum(
        shapes.left[others] - shapes.right[one], shapes.left[one] - shapes.right[others]
    )
    return bool((level & (apart >= 0) & (apart < _BESIDE * body)).any())
