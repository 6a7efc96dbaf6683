"""Emblems, seals and signatures, told from print by how much taller than a letter they are."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.shapes import Ints, Shapes

Chosen = npt.NDArray[np.bool_]  # whether each shape is

TALLEST_LETTER = 3.2  # body heights
# Of a piece of an outline whose sides were taken out as rules, as the roof of a hexagon: body
# heights, and the share of its box that is ink; letters that run together fill more of theirs
_ROOF, _WIDE, _THIN = 2.2, 6.0, 0.2


def inside_drawings(shapes: Shapes, body: float) -> Chosen:
    """Shapes that belong to an emblem or a seal rather than to print.

    A shape far taller than a letter is a drawing or a signature. Drawings are dense, and what
    lies within them is part of them; the thin strokes of a signature may cross print, which stays.
    """
    inside = np.zeros(len(shapes.area), dtype=bool)
    inside[0] = True
    width = shapes.right - shapes.left
    roof = (shapes.height > _ROOF * body) & (width > _WIDE * body)
    inside |= roof & (shapes.area < _THIN * width * shapes.height)
    tall = np.flatnonzero(shapes.height > TALLEST_LETTER * body)
    for index in tall:
        if index == 0:
            continue
        inside[index] = True
        left, top = shapes.left[index], shapes.top[index]
        right, bottom = shapes.right[index], shapes.bottom[index]
        size = max(1, (right - left) * (bottom - top))
        if shapes.area[index] > 0.18 * size and size < 0.1 * shapes.labels.size:
            held = (shapes.left >= left) & (shapes.right <= right)
            held &= (shapes.top >= top) & (shapes.bottom <= bottom)
            inside |= held
    return inside


def without_strokes_of_drawings(shapes: Shapes, runs: Ints, body: float) -> Ints:
    """Runs without those that lie wholly within an emblem or a signature of thin strokes."""
    tall = shapes.height > TALLEST_LETTER * body
    tall &= shapes.right - shapes.left > TALLEST_LETTER * body
    tall &= (shapes.right - shapes.left) * shapes.height < 0.1 * shapes.labels.size
    kept = runs.copy()
    for run in np.unique(runs[runs > 0]):
        own = runs == run
        left, right = shapes.left[own].min(), shapes.right[own].max()
        top, bottom = shapes.top[own].min(), shapes.bottom[own].max()
        around = (shapes.left <= left) & (shapes.right >= right)
        around &= (shapes.top <= top) & (shapes.bottom >= bottom)
        if (tall & around).any():
            kept[own] = 0
    return kept
