"""The ring of a seal, told from the print that it crosses.

On a copy without colour a seal's ring joins every letter that it runs through to one shape far
taller than print, and the office and the date below a stamped letter are lost with it. What lies on
the ring's circles is kept as the ring; the letters are shapes of their own again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import pi

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.shapes import ShapeBox, Shapes, grown

Mask = npt.NDArray[np.bool_]
Circle = tuple[float, float, float]  # across, down, radius in pixels of the ring's window

# Pixels at 300 dpi: 17 to 60 mm; the regulation on correspondence has seals 45 mm wide.
_SMALLEST, _LARGEST = 200, 720
_UNEVEN = 2.0  # width to height, or the other way round: letters stand out to both sides
_DENSEST = 0.16  # share of its box that is ink: emblems have more
_POINTS, _TRIALS = 600, 150
_NEAR = 2.5  # pixels from the circle at which a point still lies on it
_ROUND, _INNER = 0.7, 0.4  # share of a circle that is inked: of the ring's, of one more within it
_STEPS = 900  # directions in which it is looked along
_CROSSING = 2  # pixels by which a stroke along a radius is longer than the ring is thick
_SPECK = 8  # pixels; less is an edge of the ring
_WITHIN = 0.8  # of the radius: what lies within so much of it is the seal's own


def with_rings_apart(shapes: Shapes) -> Shapes:
    """`shapes` with the letters cut loose that hang on the ring of a seal."""
    wide, high = shapes.right - shapes.left, shapes.height
    longer, shorter = np.maximum(wide, high), np.minimum(wide, high)
    seals = (shorter >= _SMALLEST) & (longer <= _LARGEST) & (longer <= _UNEVEN * shorter)
    seals &= shapes.area < _DENSEST * wide * high
    for index in np.flatnonzero(seals):
        shapes = _apart(shapes, int(index))
    return shapes


def _apart(shapes: Shapes, index: int) -> Shapes:
    left, top = int(shapes.left[index]), int(shapes.top[index])
    window = np.s_[top : int(shapes.bottom[index]), left : int(shapes.right[index])]
    there = shapes.labels[window]
    own = np.asarray(there == index)
    if not own.any():  # an arc that a ring before it took up
        return shapes
    circle = _circle(own)
    ring = _ring(np.asarray(there > 0), own, circle)
    if ring is None:
        return shapes
    labels = shapes.labels.copy()
    labels[window][ring] = index
    letters = (own & ~ring).astype(np.uint8)
    boxes: list[ShapeBox] = []
    for piece in _pieces(letters):
        rows, columns = np.flatnonzero(piece.any(1)), np.flatnonzero(piece.any(0))
        labels[window][piece] = len(shapes.area) + len(boxes)
        upper, lower = top + int(rows[0]), top + int(rows[-1]) + 1
        first, last = left + int(columns[0]), left + int(columns[-1]) + 1
        boxes.append((first, upper, last, lower, int(np.count_nonzero(piece))))
    across, down, radius = left + circle[0], top + circle[1], _WITHIN * circle[2]
    box = (across - radius, down - radius, across + radius, down + radius)
    gone = np.setdiff1d(there[ring], [*labels[window].flat, 0])  # arcs that hung on nothing
    cut = grown(shapes, labels, boxes) if boxes else replace(shapes, labels=labels)
    sides = (cut.left.copy(), cut.top.copy(), cut.right.copy(), cut.bottom.copy(), cut.area.copy())
    for side, value in zip(sides, (*box, float(np.count_nonzero(ring))), strict=True):
        side[index] = round(value)
        side[gone] = 0
    return Shapes(labels, *sides)


def _pieces(letters: npt.NDArray[np.uint8]) -> Iterator[Mask]:
    """What hangs together; a letter that the ring parted is one letter still."""
    near = cv2.dilate(letters, np.ones((3, 3), np.uint8))
    count, pieces = cv2.connectedComponents(near, connectivity=8)
    for piece in range(1, count):
        ink = (pieces == piece) & (letters > 0)
        if np.count_nonzero(ink) >= _SPECK:
            yield np.asarray(ink)


def _circle(own: Mask) -> Circle:
    """The circle on which most of the ink lies (random sample consensus, Fischler, Bolles 1981)."""
    places = np.argwhere(own)[:, ::-1].astype(np.float64)
    chance = np.random.default_rng(len(places))
    if len(places) > _POINTS:
        places = places[chance.choice(len(places), _POINTS, replace=False)]
    one, two, three = places[chance.integers(0, len(places), (3, _TRIALS))]
    with np.errstate(divide="ignore", invalid="ignore"):
        centres, radii = _through(one, two, three)
        away = np.linalg.norm(places[None] - centres[:, None], axis=2) - radii[:, None]
        near = np.abs(away) < _NEAR
    near[~(radii < _LARGEST / 2)] = False
    on_it = places[near[int(np.argmax(near.sum(1)))]]
    # Least squares: x² + y² = 2ax + 2by + c
    known = np.column_stack([2 * on_it, np.ones(len(on_it))])
    (across, down, rest), *_ = np.linalg.lstsq(known, (on_it**2).sum(1), rcond=None)
    return float(across), float(down), float(np.sqrt(max(1.0, rest + across**2 + down**2)))


def _through(
    one: npt.NDArray[np.float64], two: npt.NDArray[np.float64], three: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Centres and radii of the circles through three points each."""
    b, c = two - one, three - one
    d = 2 * (b[:, 0] * c[:, 1] - b[:, 1] * c[:, 0])
    bb, cc = (b**2).sum(1), (c**2).sum(1)
    offset = np.column_stack([(c[:, 1] * bb - b[:, 1] * cc) / d, (b[:, 0] * cc - c[:, 0] * bb) / d])
    return one + offset, np.linalg.norm(offset, axis=1)


def _ring(ink: Mask, own: Mask, circle: Circle) -> Mask | None:
    """The ink that lies on the circles about one middle; None if the shape, `own`, is not round."""
    across, down, radius = circle
    reach = int(radius + 4 * _NEAR)
    turns = ((np.arange(_STEPS) + 0.5) / _STEPS * 2 - 1) * pi
    at_row = np.rint(down + np.sin(turns)[:, None] * np.arange(reach)).astype(np.intp)
    at_column = np.rint(across + np.cos(turns)[:, None] * np.arange(reach)).astype(np.intp)
    inside = (at_row >= 0) & (at_row < ink.shape[0]) & (at_column >= 0)
    inside &= at_column < ink.shape[1]
    polar = np.zeros((_STEPS, reach), np.uint8)
    polar[inside] = own[at_row[inside], at_column[inside]]
    if not (_inked(polar) >= _ROUND).any():
        return None
    polar[inside] = ink[at_row[inside], at_column[inside]]
    band = _inked(polar) >= _INNER
    band[: reach // 2] = False
    lengths = _lengths(polar)
    of_ring = np.zeros(polar.shape, bool)
    edges = np.flatnonzero(np.diff(np.pad(band.astype(np.int8), 1)))
    for start, end in edges.reshape(-1, 2):  # circle by circle: they differ in thickness
        found = lengths[:, start:end]
        thick = float(np.median(found[found > 0]))
        of_ring[:, start:end] = (found > 0) & (found <= thick + _CROSSING)
    wide = cv2.dilate(of_ring.astype(np.uint8), np.ones((3, 3), np.uint8))  # rounding misses some
    rows, columns = np.indices(ink.shape)
    step = ((np.arctan2(rows - down, columns - across) / pi + 1) / 2 * _STEPS).astype(np.intp)
    away = np.hypot(rows - down, columns - across).astype(np.intp)
    on_ring = wide[step % _STEPS, np.minimum(away, reach - 1)] > 0
    return np.asarray(ink & on_ring & (away < reach))


def _inked(polar: npt.NDArray[np.uint8]) -> npt.NDArray[np.float64]:
    """Of each distance from the middle the share of directions in which ink lies there or near."""
    return np.asarray(cv2.dilate(polar, np.ones((1, 5), np.uint8)).mean(0))


def _lengths(polar: npt.NDArray[np.uint8]) -> npt.NDArray[np.intp]:
    """Of each inked place how long the stroke is that it belongs to, along its radius."""
    padded = np.pad(polar, ((0, 0), (1, 1)))
    change = np.diff(padded.astype(np.int8), axis=1)
    lengths = np.zeros(polar.shape, np.intp)
    starts, ends = np.argwhere(change == 1), np.argwhere(change == -1)
    for (row, start), (_, end) in zip(starts, ends, strict=True):
        lengths[row, start:end] = end - start
    return lengths
