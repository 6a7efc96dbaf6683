"""Where a received stamp may lie: what was pressed in black, or in colour, straightened alone.

Stamps in coloured ink are found by their colour (`impressions`). On black-and-white scans they have
a frame (`frames`), or are ink that hangs together near the top of the page and is no line that was
read surely.

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
from pipeline.stamps.frames import SCALE, Frame, find_frames
from pipeline.stamps.labels import begins_with_number

Grey = npt.NDArray[np.uint8]
Rgb = npt.NDArray[np.uint8]
Places = npt.NDArray[np.float32]

_TOP = 0.45  # of the page, where offices press their stamps
_AROUND = 0.08  # of the page, how far a stamp reaches from its number
_SHORT = 24  # characters of its row: the word, dots and the number
_DARK = 200
_PALEST, _INK = 225, 20  # grey that may be a pale frame: at most, and how much darker than paper
_NEAR = 40  # within which ink belongs to one stamp
_LEAST, _MOST = (330, 150), (1500, 800)  # width and height
_SURE, _LONG = 0.85, 12  # a line of print: how surely it was read, and its characters
_ROOM = 40  # of paper around the area, so that turning it loses nothing
_PALE, _PRINT, _MOST_DARKENED = 110, 50, 3.0  # shades from which ink is pale, and of print
_TOLD, _ENOUGH = 170, 0.9  # shade of ink; share of it whose colour is told in a stamp of one
_LITTLE = 0.3  # of the coloured ink: other ink of a stamp that lies on bare paper
_ON, _ROW = 24, 60  # by which sides go on where there is a row more; and what is left of that
_EDGE = 12  # within which of a frame's sides what is thin is a piece of them
_STEEPEST = 8.0  # degrees


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the straightened page, straightened once more on its own.

    `corner` is where it lies on the page and `lean` by how many degrees it was turned; `strips`
    are its lines, in pixels of `picture`; `framed` tells that there are rules both ways. What
    stands in a `frame` was laid out flat, with paper around it. `whole` is all that is there, where
    `picture` has coloured ink alone: pens and daters have ink of their own.
    """

    picture: Grey
    corner: tuple[int, int]
    page_size: tuple[int, int]
    lean: float
    strips: tuple[Strip, ...]
    framed: bool
    frame: Frame | None = None
    whole: Grey | None = None

    def box(self, pixels: PixelBox) -> Box:
        """Where pixels of the area lie on the page."""
        down, across = self.picture.shape
        if self.frame is not None:
            return self._box_in(self.frame, pixels)
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

    def _box_in(self, frame: Frame, pixels: PixelBox) -> Box:
        left, top, right, bottom = pixels
        wide, tall = frame.size
        xs, ys = frame.places(
            np.array([(left + right) / 2 - _ROOM]) / wide,
            np.array([(top + bottom) / 2 - _ROOM]) / tall,
        )
        x, y, (width, height) = float(xs[0]), float(ys[0]), self.page_size
        across, down = (right - left) / 2, (bottom - top) / 2
        return Box(
            min(1.0, max(0.0, (x - across) / width)),
            min(1.0, max(0.0, (y - down) / height)),
            min(1.0, max(0.0, (x + across) / width)),
            min(1.0, max(0.0, (y + down) / height)),
        )


def top_of_page(page: Page, picture: Rgb) -> Grey:
    """Where offices press their stamps, straightened, at a quarter of its size: the top, and what
    lies around a stamp's word for its number farther down, with white between."""
    red, green, blue = cv2.split(shrunk(picture, SCALE))
    darkest = np.asarray(cv2.min(cv2.min(red, green), blue), np.uint8)
    straight, down = skew.turn(darkest, page.skew), darkest.shape[0]
    low = [line.box.middle for line in (*page.lines, *page.marks) if _is_below(line)]
    if not low:
        return straight[: int(_TOP * down)]
    bands = [(0.0, _TOP), *((max(_TOP, at - _AROUND), at + _AROUND) for at in low)]
    seen = np.full_like(straight, int(np.median(straight)))
    for first, last in bands:
        rows = slice(int(first * down), int(last * down))
        seen[rows] = straight[rows]
    return seen


def _is_below(line: Line) -> bool:
    """Whether a line below the top is a stamp's word for its number, and little more: เลขรับ...."""
    short = len(line.text) <= _SHORT and line.box.top > _TOP
    return short and begins_with_number(line.text)


def frames(page: Page, top: Grey, size: tuple[int, int]) -> tuple[Frame, ...]:
    """The frames in the top of a page, which may be paler than print. `size`: width and height."""
    palest = min(_PALEST, float(np.median(top)) - _INK)
    ink = np.asarray(top < palest, np.uint8)
    return find_frames(_without_print(ink, page, size), ink)


def _without_print(ink: Grey, page: Page, size: tuple[int, int]) -> Grey:
    """The ink without the lines of print that were read surely."""
    width, height = size
    left = ink.copy()
    for line in page.lines:
        if line.confidence >= _SURE and len(line.text) >= _LONG:
            room = 0.3 * line.box.height
            rows = slice(
                int(max(0.0, line.box.top - room) * height / SCALE),
                int((line.box.bottom + room) * height / SCALE),
            )
            left[rows, int(line.box.left * width / SCALE) : int(line.box.right * width / SCALE)] = 0
    return left


def black_boxes(page: Page, top: Grey, picture: Rgb) -> tuple[PixelBox, ...]:
    """Boxes of ink that may be a stamp pressed in black, in pixels of the straightened page."""
    height, width = picture.shape[:2]
    mask = _without_print(np.asarray(top < _DARK, np.uint8), page, (width, height))
    _clear_edges(mask)
    reach = _NEAR // SCALE
    near = cv2.dilate(mask, np.ones((reach, reach), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    return tuple(
        (left, top, left + wide, top + tall)
        for left, top, wide, tall, _ in (stats[1:] * SCALE).tolist()
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
    if layers.coloured is not None and _lies_on_paper(page, picture, box, layers):
        all_ink = _on_white(cut)
        told, there = (int(np.count_nonzero(one < _TOLD)) for one in (grey, all_ink))
        grey = all_ink if told < _ENOUGH * there else grey
    angle = skew.skew_angle(_binary(grey), _STEEPEST, usual=_STEEPEST)
    grey = skew.turn(np.ascontiguousarray(grey), angle)
    whole = None
    if layers.coloured is not None:
        whole = skew.turn(np.ascontiguousarray(cut.min(axis=2)), angle)
    marks = _binary(grey)
    ruled = rules.find_rules(marks)
    strips = find_strips(grey, find_shapes(rules.erase(marks, ruled)), ruled.vertical)
    framed = bool(ruled.horizontal) and bool(ruled.vertical)
    return Area(grey, (left, top), (width, height), angle, strips, framed, None, whole)


def _lies_on_paper(page: Page, picture: Rgb, box: PixelBox, layers: ink.Ink) -> bool:
    """Whether no print lies under a stamp: then what parts ink by colour may only cost it its pale
    strokes, whose colour is too weak to be told."""
    height, width = picture.shape[:2]
    left, top, right, bottom = box
    printed = any(
        line.confidence >= _SURE
        and line.box.left * width < right
        and left < line.box.right * width
        and line.box.top * height < bottom
        and top < line.box.bottom * height
        for line in page.lines
    )
    dark = int(np.count_nonzero(layers.print < _PALE))
    coloured = 0 if layers.coloured is None else int(np.count_nonzero(layers.coloured < _DARK))
    return not printed and dark < _LITTLE * coloured


def _on_white(cut: Rgb) -> Grey:
    """The darkest of a picture's colours, in which ink of any colour shows, on white paper."""
    darkest = cut.min(axis=2).astype(np.float32)
    paper = max(1.0, float(np.median(darkest)))
    return np.asarray(np.clip(darkest * (255.0 / paper), 0, 255), np.uint8)


def flattened(page: Page, picture: Rgb, frame: Frame, *, by_ink: bool = False) -> Area:
    """What stands in a frame, laid out flat and without its sides. `by_ink`: its coloured ink, if
    it has any, apart from the print beneath."""
    height, width = picture.shape[:2]
    left, top, right, bottom = frame.box
    left, top = max(0, left - _ROOM), max(0, top - _ROOM)
    more = round(frame.more) + _ROW if frame.more > _ON else 0
    part = (left, top, min(width, right + _ROOM), min(height, bottom + more + _ROOM))
    cut = np.ascontiguousarray(skew.turn_part(picture, page.skew, part))
    grey = np.asarray(cv2.cvtColor(cut, cv2.COLOR_RGB2GRAY), np.uint8)
    wide, tall = frame.size
    across, down = np.meshgrid(
        (np.arange(wide + 2 * _ROOM) - _ROOM) / wide,
        (np.arange(tall + more + 2 * _ROOM) - _ROOM) / tall,
    )
    xs, ys = frame.places(across, down)
    places = (xs - left).astype(np.float32), (ys - top).astype(np.float32)
    inner, whole = _inner(grey, places, (wide, tall), more), None
    coloured = ink.separate(cut).coloured if by_ink else None
    if coloured is not None:
        inner, whole = _inner(coloured, places, (wide, tall), more), inner
    marks = _binary(inner)
    ruled = rules.find_rules(marks)
    strips = find_strips(inner, find_shapes(rules.erase(marks, ruled)), ruled.vertical)
    return Area(inner, (left, top), (width, height), 0.0, strips, True, frame, whole)


def _inner(grey: Grey, places: tuple[Places, Places], size: tuple[int, int], more: int) -> Grey:
    """What stands in a frame of this size, from the picture's places, without the sides."""
    wide, tall = size
    flat = np.asarray(cv2.remap(grey, *places, cv2.INTER_LINEAR, borderValue=(255.0,)), np.uint8)
    inner = np.full(flat.shape, 255, np.uint8)
    within = (slice(_ROOM, _ROOM + tall + more), slice(_ROOM, _ROOM + wide))
    inner[within] = flat[within]
    return _without_sides(_darkened(inner, _shade_of_sides(flat, wide, tall)))


def _shade_of_sides(flat: Grey, wide: int, tall: int) -> float:
    """How dark the frame is, and with it all that the same rubber pressed."""
    near = (-_EDGE // 2, _EDGE // 2)
    rows = [flat[_ROOM + at + near[0] : _ROOM + at + near[1], _ROOM:-_ROOM] for at in (0, tall)]
    columns = [flat[_ROOM:-_ROOM, _ROOM + at + near[0] : _ROOM + at + near[1]] for at in (0, wide)]
    darkest = [row.min(axis=0) for row in rows] + [column.min(axis=1) for column in columns]
    return float(np.median(np.concatenate(darkest)))


def _darkened(flat: Grey, shade: float) -> Grey:
    """The picture with ink of this shade as dark as print, if it is pale."""
    if not _PALE < shade < _PALEST:
        return flat
    share = min(_MOST_DARKENED, (255 - _PRINT) / (255 - shade))
    return np.asarray(255 - np.clip((255.0 - flat) * share, 0, 255), np.uint8)


def _without_sides(flat: Grey) -> Grey:
    """The picture without what hangs together and lies along its frame's sides."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(_binary(flat), connectivity=8)
    down, across = flat.shape
    left, top = stats[:, 0], stats[:, 1]
    right, bottom = left + stats[:, 2], top + stats[:, 3]
    near = _ROOM + _EDGE
    at_side = (right < near) | (left > across - near) | (bottom < near) | (top > down - near)
    at_side[0] = False
    gone = cv2.dilate(np.asarray(at_side[labels], np.uint8), np.ones((3, 3), np.uint8))
    return np.asarray(np.where(gone > 0, 255, flat), np.uint8)


def _binary(grey: Grey) -> Grey:
    return np.asarray(cv2.threshold(grey, _DARK, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)


def inside(line: Line, box: Box) -> bool:
    """Whether nearly all of a line lies in a box."""
    across = min(line.box.right, box.right) - max(line.box.left, box.left)
    down = min(line.box.bottom, box.bottom) - max(line.box.top, box.top)
    return across > 0.7 * line.box.width and down > 0.5 * line.box.height
