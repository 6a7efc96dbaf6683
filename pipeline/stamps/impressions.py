"""Impressions in coloured ink: found, straightened on their own, and cut into strips.

A stamp is pressed at an angle and over print, so it is read apart from the page, from the layer
that holds only coloured ink.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.cleanup import rules, skew
from pipeline.drawings import TALLEST_LETTER
from pipeline.lines import PixelBox, Strip, body_height, find_strips
from pipeline.over_print import strips_under_strokes
from pipeline.rings import with_rings_apart
from pipeline.shapes import find_shapes

Grey = npt.NDArray[np.uint8]

_NEAR = 45  # pixels at 300 dpi (4 mm) within which ink belongs to one impression
_SMALLEST = (75, 60)  # width and height in pixels: a ลับ stamped alone; less holds no words
_STEEPEST = 15.0  # degrees
_WIDEST_LETTER = 4.0  # body heights: letters that run together
_FEW_LETTERS = 8
_HEAD = 0.3  # of the page's height; who signs does so below


@dataclass(frozen=True, slots=True)
class Impression:
    """Ink pressed or written in one place. `strips` are in pixels of its own straightened crop,
    `crossed` those of them that a signature runs through, without its strokes."""

    box: tuple[int, int, int, int]  # on the straightened page, in pixels
    skew: float
    strips: tuple[Strip, ...]
    crossed: tuple[Strip, ...] = ()


def find_impressions(coloured: Grey) -> tuple[Impression, ...]:
    """Impressions on the coloured layer of a straightened page, from the top down."""
    mask = ink_of(coloured)
    found = []
    for left, top, right, bottom in clusters(mask):
        if right - left >= _SMALLEST[0] and bottom - top >= _SMALLEST[1]:
            found.append(_impression(coloured, mask, (left, top, right, bottom)))
    return tuple(sorted((i for i in found if i.strips), key=lambda i: i.box[1]))


def ink_of(coloured: Grey) -> Grey:
    """255 where there is ink on a coloured layer."""
    return np.asarray(cv2.threshold(coloured, 215, 255, cv2.THRESH_BINARY_INV)[1], dtype=np.uint8)


def clusters(ink: Grey) -> tuple[PixelBox, ...]:
    """Boxes of ink that lies near other ink, with the paper around it."""
    # Near ink is gathered at an eighth of the size: the shape of the cluster does not matter.
    small = cv2.resize(ink, None, fx=1 / 8, fy=1 / 8, interpolation=cv2.INTER_AREA)
    reach = 2 * (_NEAR // 16) + 1
    near = cv2.dilate((small > 8).astype(np.uint8), np.ones((reach, reach), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    height, width = ink.shape
    return tuple(
        (left, top, min(width, left + wide), min(height, top + tall))
        for left, top, wide, tall, _area in (stats[1:] * 8).tolist()
    )


def _impression(coloured: Grey, mask: Grey, box: tuple[int, int, int, int]) -> Impression:
    left, top, right, bottom = box
    crop, ink = coloured[top:bottom, left:right], mask[top:bottom, left:right]
    angle = skew.skew_angle(_letters(ink), _STEEPEST, usual=_STEEPEST)
    crop = skew.turn(np.ascontiguousarray(crop), angle)
    ink = np.asarray(cv2.threshold(crop, 200, 255, cv2.THRESH_BINARY_INV)[1], dtype=np.uint8)
    ruled = rules.find_rules(ink)
    plain = rules.erase(ink, ruled)
    shapes = with_rings_apart(find_shapes(plain))
    strips = find_strips(crop, shapes, ruled.vertical)
    if top < _HEAD * coloured.shape[0]:  # a received stamp
        return Impression(box, angle, strips)
    crossed = strips_under_strokes(crop, plain, shapes, ruled.vertical, page=False)
    return Impression(box, angle, strips, crossed)


def _letters(ink: Grey) -> Grey:
    """The ink without what is larger than letters: a signature leans as it likes over the name that
    was pressed below it. All of it, if hardly a letter is left."""
    shapes = find_shapes(np.ascontiguousarray(ink))
    body = body_height(shapes.height[1:], shapes.area[1:])
    if body is None:
        return np.ascontiguousarray(ink)
    wide = shapes.right - shapes.left
    own = (shapes.height <= TALLEST_LETTER * body) & (wide <= _WIDEST_LETTER * body)
    own[0] = False
    if np.count_nonzero(own & (shapes.height >= body / 2)) < _FEW_LETTERS:
        return np.ascontiguousarray(ink)
    return np.asarray(np.where(own[shapes.labels], ink, 0), np.uint8)
