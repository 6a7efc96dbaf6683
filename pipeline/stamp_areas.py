"""Where a received stamp may lie: what was pressed in black, or in colour, straightened alone.

Stamps in coloured ink are found by their colour (`pipeline.stamps`). On black-and-white scans they
are ink that hangs together near the top of the page and is no line that was read surely.

Measures are pixels at 300 dpi.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.cleanup import ink, rules, skew
from pipeline.cleanup.shrinking import shrunk
from pipeline.lines import PixelBox, Strip, find_strips
from pipeline.models import Box, Line, Page, turned_about_the_middle
from pipeline.shapes import find_shapes

Grey = npt.NDArray[np.uint8]
Rgb = npt.NDArray[np.uint8]

_TOP = 0.45  # of the page, where offices press their stamps
_SCALE = 4  # by which the page is made smaller to look for them
_DARK = 200
_NEAR = 40  # within which ink belongs to one stamp
_LEAST, _MOST = (330, 150), (1500, 800)  # width and height
_SURE, _LONG = 0.85, 12  # a line of print: how surely it was read, and its characters
_ROOM = 40  # of paper around the area, so that turning it loses nothing
_STEEPEST = 8.0  # degrees


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the straightened page, straightened once more on its own.

    `corner` is where it lies on the page and `lean` by how many degrees it was turned; `strips`
    are its lines, in pixels of `picture`; `framed` tells that there are rules both ways.
    """

    picture: Grey
    corner: tuple[int, int]
    page_size: tuple[int, int]
    lean: float
    strips: tuple[Strip, ...]
    framed: bool

    def box(self, pixels: PixelBox) -> Box:
        """Where pixels of the area lie on the page."""
        down, across = self.picture.shape
        inner = Box(pixels[0] / across, pixels[1] / down, pixels[2] / across, pixels[3] / down)
        inner = turned_about_the_middle(inner, self.lean, across / down)
        width, height = self.page_size
        left, top = self.corner
        return Box(
            min(1.0, max(0.0, (inner.left * across + left) / width)),
            min(1.0, max(0.0, (inner.top * down + top) / height)),
            min(1.0, max(0.0, (inner.right * across + left) / width)),
            min(1.0, max(0.0, (inner.bottom * down + top) / height)),
        )


def black_boxes(page: Page, picture: Rgb) -> tuple[PixelBox, ...]:
    """Boxes of ink that may be a stamp pressed in black, in pixels of the straightened page."""
    height, width = picture.shape[:2]
    red, green, blue = cv2.split(shrunk(picture, _SCALE))
    darkest = np.asarray(cv2.min(cv2.min(red, green), blue), np.uint8)
    small = skew.turn(darkest, page.skew)[: int(_TOP * darkest.shape[0])]
    mask = np.asarray(small < _DARK, np.uint8)
    for line in page.lines:
        if line.confidence >= _SURE and len(line.text) >= _LONG:
            room = 0.3 * line.box.height
            rows = slice(
                int(max(0.0, line.box.top - room) * height / _SCALE),
                int((line.box.bottom + room) * height / _SCALE),
            )
            mask[
                rows, int(line.box.left * width / _SCALE) : int(line.box.right * width / _SCALE)
            ] = 0
    _clear_edges(mask)
    reach = _NEAR // _SCALE
    near = cv2.dilate(mask, np.ones((reach, reach), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    return tuple(
        (left, top, left + wide, top + tall)
        for left, top, wide, tall, _ in (stats[1:] * _SCALE).tolist()
        if _LEAST[0] <= wide <= _MOST[0] and _LEAST[1] <= tall <= _MOST[1]
    )


def _clear_edges(mask: Grey) -> None:
    """Take away what hangs together with the page's edges: the black ones of photocopies."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    edge = np.unique(np.concatenate([labels[0], labels[:, 0], labels[:, -1]]))
    wide, tall = stats[edge, 2], stats[edge, 3]
    gone = edge[(edge > 0) & ((wide > mask.shape[1] // 2) | (tall > mask.shape[0] // 2))]
    mask[np.isin(labels, gone)] = 0


def straightened(page: Page, picture: Rgb, box: PixelBox) -> Area:
    """The area around a box of the straightened page, read from its coloured ink if it has any."""
    height, width = picture.shape[:2]
    left, top = max(0, box[0] - _ROOM), max(0, box[1] - _ROOM)
    right, bottom = min(width, box[2] + _ROOM), min(height, box[3] + _ROOM)
    cut = np.ascontiguousarray(skew.turn_part(picture, page.skew, (left, top, right, bottom)))
    layers = ink.separate(cut)
    grey = layers.print if layers.coloured is None else layers.coloured
    angle = skew.skew_angle(_binary(grey), _STEEPEST, usual=_STEEPEST)
    grey = skew.turn(np.ascontiguousarray(grey), angle)
    marks = _binary(grey)
    ruled = rules.find_rules(marks)
    strips = find_strips(grey, find_shapes(rules.erase(marks, ruled)), ruled.vertical)
    framed = bool(ruled.horizontal) and bool(ruled.vertical)
    return Area(grey, (left, top), (width, height), angle, strips, framed)


def _binary(grey: Grey) -> Grey:
    return np.asarray(cv2.threshold(grey, _DARK, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)


def inside(line: Line, box: Box) -> bool:
    """Whether nearly all of a line lies in a box."""
    across = min(line.box.right, box.right) - max(line.box.left, box.left)
    down = min(line.box.bottom, box.bottom) - max(line.box.top, box.top)
    return across > 0.7 * line.box.width and down > 0.5 * line.box.height
