"""The ink of a line of print that a pen wrote into: as a mask, alone, by its colour.

`line` is the box of a line as `pipeline.lines.Strip.box` gives it, in pixels of the page.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.lines import PixelBox

Grey = npt.NDArray[np.uint8]
Rgb = npt.NDArray[np.uint8]
PieceBox = tuple[int, int, int, int, int]  # index of the shape, left, top, right, bottom

_ABOVE, _BELOW = 2.6, 0.9  # body heights of the baseline, where pen and print touch
_SPECK = 6  # pixels
_DOT, _LEVEL, _DOTS = 0.22, 0.08, 6  # how high the dots or dashes of a leader are; on one row; many
_RED = 35  # by which red ink is redder than green or blue
_SEAL = 0.002  # of the picture, that is red where a seal was pressed
_THROUGH = 0.8  # of the red of a seal's ink: less is that of another ink where they cross
_SAMPLED, _TINT = 12, 3  # of how many pixels one is looked at; by how much a grey may be coloured
_POINT = 3  # pixels of a full point in a poor copy


def between(page: Rgb, line: PixelBox, left: float, right: float) -> tuple[PixelBox, Grey]:
    """The box in a line between two words and its ink, where pen and print touch.

    Shapes cannot tell them apart there: the words' own ends do.
    """
    body = 0.6 * (line[3] - line[1])
    baseline = line[3] - body / 3
    top, bottom = int(max(0, baseline - _ABOVE * body)), int(baseline + _BELOW * body)
    box = (round(left), top, round(right), bottom)
    grey = np.asarray(cv2.cvtColor(page[top:bottom, box[0] : box[2]], cv2.COLOR_RGB2GRAY), np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink(grey), connectivity=8)
    low, high = baseline - 0.75 * body - top, baseline - 0.25 * body - top  # through the bodies
    own = [
        index
        for index, (_, start, _, tall, _) in enumerate(stats.tolist())
        if index and start < high and start + tall > low
    ]
    inked = np.isin(labels, own)
    columns = np.flatnonzero(inked.any(axis=0))
    if columns.size:  # the room may reach far beyond
        box = (box[0] + int(columns[0]), top, box[0] + int(columns[-1]) + 1, bottom)
    return box, alone(grey, inked)


def point_between(page: Rgb, line: PixelBox, left: int, right: int) -> bool:
    """Whether a full point, and nothing higher, stands between two words of a line."""
    body = 0.6 * (line[3] - line[1])
    baseline = line[3] - body / 3
    top, above = int(max(0, baseline - 1.3 * body)), round(0.95 * body)
    cut = page[top : round(baseline + 0.2 * body), left + 1 : right]
    if min(cut.shape[:2]) < 2:
        return False
    marks = ink(np.asarray(cv2.cvtColor(cut, cv2.COLOR_RGB2GRAY), np.uint8))
    return int(np.count_nonzero(marks[above:])) >= _POINT and not bool(marks[:above].any())


def ink(grey: Grey) -> Grey:
    threshold, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_OTSU)
    return np.asarray(grey <= min(max(threshold, 90), 215), np.uint8)


def alone(grey: Grey, own: npt.NDArray[np.bool_]) -> Grey:
    """The picture with nothing but the ink told, and its edges."""
    picture = grey.copy()
    picture[cv2.dilate(own.astype(np.uint8), np.ones((5, 5), np.uint8)) == 0] = 255
    return picture


def coloured(cut: Rgb, own: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Where there is colour, next to half of what the strokes usually have, or close to it."""
    tint = np.asarray(cut.max(axis=2), np.int16) - cut.min(axis=2)
    enough = max(12.0, 0.5 * float(np.percentile(tint[own], 75)))
    near = cv2.dilate((tint >= enough).astype(np.uint8), np.ones((5, 5), np.uint8))
    return np.asarray(near > 0)


def is_grey(page: Rgb) -> bool:
    """Whether a picture has no colour at all, as a copy has none, on which no ink tells a pen."""
    sample = page[::_SAMPLED, ::_SAMPLED].astype(np.int16)
    return int(np.ptp(sample, axis=2).max(initial=0)) <= _TINT


def without_seals(page: Rgb) -> Rgb | None:
    """The picture without red ink, in which seals are pressed over what a pen wrote in blue; None
    if hardly any of it is red."""
    red, green, blue = (page[..., channel].astype(np.int16) for channel in range(3))
    pressed = (red - np.maximum(green, blue) > _RED).astype(np.uint8)
    if np.count_nonzero(pressed) < _SEAL * pressed.size:
        return None
    bare = page.copy()
    around = cv2.dilate(pressed, np.ones((3, 3), np.uint8)) > 0
    # Red ink takes little red light away: what is far darker in it is another ink, over or under.
    seal_only = around & (red >= _THROUGH * float(np.median(red[pressed > 0])))
    bare[seal_only] = np.percentile(page, 90, axis=(0, 1))
    return bare


def small_shapes(stats: npt.NDArray[np.int32], weighed: set[int], body: float) -> list[PieceBox]:
    """Shapes too small to be weighed: pieces of pale strokes, points; no dots of a leader."""
    small = [
        (index, int(left), int(top), int(left + wide), int(top + high))
        for index, (left, top, wide, high, area) in enumerate(stats.tolist())
        if index and index not in weighed and high < body and wide < body and area >= _SPECK
    ]
    flat = [piece for piece in small if piece[4] - piece[2] < _DOT * body]
    leader = set()
    for piece in flat:
        level = [other for other in flat if abs(other[4] - piece[4]) <= _LEVEL * body]
        if len(level) >= _DOTS:
            leader.add(piece)
    return [piece for piece in small if piece not in leader]
