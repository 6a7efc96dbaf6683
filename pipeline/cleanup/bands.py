"""Light print on a dark or coloured band, as titles of news and statements are set, made dark on
white: what reads pages looks for dark print alone.

A band is a filled rectangle, not higher than a few lines, with something lighter in it; on a page
that lies askew it leans, and an emblem in other colours may touch it. Photographs are higher, but
for a band across the sheet; stamps and the emblem are no rectangles.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
Rgb = npt.NDArray[np.uint8]

_QUARTER = 4  # bands are looked for at a quarter of the size, where that is cheap
_FILLED = 150  # the darkest of the three colours, under which a pixel is of a band
_LOWEST, _HIGHEST = 50, 320  # pixels at 300 dpi: a line of 12 points, an inch
_ACROSS, _HIGHEST_ACROSS = 0.9, 480  # of the page's width, the same of a band as wide
_ONE_COLOUR = 45  # levels that a band's pixels differ from the colour of most of it
_NARROWEST = 100
_OF_IT = 0.5  # of the rectangle that is filled
_THINNEST, _FULL = 0.25, 0.93  # of the upright box about one that leans; of the outline's own
_EDGE = 0.8  # of its four edges that are
_LETTERS = (0.01, 0.45)  # of the rectangle that is lighter than the band by far
_LIGHTER = 90


def with_dark_print(picture: Rgb) -> Rgb:
    """The page (height × width × 3) with the print of its bands dark on white; itself if it has
    none."""
    small = picture[::_QUARTER, ::_QUARTER]
    red, green, blue = np.moveaxis(small, 2, 0)
    filled = (np.minimum(np.minimum(red, green), blue) < _FILLED).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(filled)
    turned = picture
    for index, (left, top, wide, high, area) in enumerate(np.asarray(stats)):
        across = wide > _ACROSS * small.shape[1]
        highest = _HIGHEST_ACROSS if across else _HIGHEST
        may_be = _LOWEST <= high * _QUARTER <= 2 * highest and wide * _QUARTER >= _NARROWEST
        if not index or not may_be or area < _THINNEST * wide * high:
            continue
        window = np.s_[top : top + high, left : left + wide]
        own = np.asarray(labels[window] == index, np.uint8)
        inside = _band(filled[window], own, highest)
        if inside is None:  # with an emblem beside it
            own = _of_one_colour(small[window], own)
            inside = _band(own, own, highest)
        place = np.s_[
            top * _QUARTER : (top + high) * _QUARTER, left * _QUARTER : (left + wide) * _QUARTER
        ]
        dark = _dark_on_white(picture[place], inside) if inside is not None else None
        if dark is not None:
            turned = turned.copy() if turned is picture else turned
            turned[place] = dark
    return turned


def _of_one_colour(picture: Rgb, own: Grey) -> Grey:
    """The largest piece of a filled shape that has the colour of most of it."""
    colour = np.median(picture[own > 0], axis=0)
    alike = np.abs(picture - colour).max(axis=2) < _ONE_COLOUR
    _, labels, stats, _ = cv2.connectedComponentsWithStats(np.asarray(own * alike, np.uint8))
    areas = np.asarray(stats)[1:, cv2.CC_STAT_AREA]
    largest = 1 + int(areas.argmax()) if areas.size else -1
    return np.asarray(labels == largest, np.uint8)


def _band(filled: Grey, own: Grey, highest: int) -> Grey | None:
    """What is of a band, 1 each pixel at a quarter of the size: all of an upright one, of one that
    leans what lies within its edges; None if it is none."""
    high = len(own)
    if not own.any():
        return None
    upright = high * _QUARTER <= highest and np.count_nonzero(own) >= _OF_IT * own.size
    if upright and _is_rectangle(filled):
        return np.ones_like(own)
    contours, _ = cv2.findContours(own, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    outline = max(contours, key=cv2.contourArea)
    leaning = cv2.minAreaRect(outline)
    low, long = sorted(leaning[1])
    flat = _LOWEST <= low * _QUARTER <= highest and long > 2 * low
    if not flat or cv2.contourArea(outline) < _FULL * low * long:
        return None
    if np.count_nonzero(own) < _OF_IT * low * long:
        return None
    within = cv2.fillPoly(np.zeros_like(own), [np.rint(cv2.boxPoints(leaning)).astype(int)], 1)
    return np.asarray(within, np.uint8)


def _is_rectangle(filled: Grey) -> bool:
    edges = (filled[1], filled[-2], filled[:, 1], filled[:, -2])  # the outermost are ragged
    return all(float(edge.mean()) > _EDGE for edge in edges)


def _dark_on_white(band: Rgb, inside: Grey) -> Rgb | None:
    """A band in grey, turned so that it is white, and the paper beside one that leans as it was;
    None where nothing on it is lighter. `inside` is a quarter as large."""
    grey = np.asarray(cv2.cvtColor(band, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    size = (grey.shape[1], grey.shape[0])
    whole = cv2.resize(inside, size, interpolation=cv2.INTER_NEAREST)
    # An edge between the band and the paper is no print.
    rim = 4 * _QUARTER + 1
    framed = cv2.copyMakeBorder(whole, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=(0,))
    core = cv2.erode(framed, np.ones((rim, rim), np.uint8))[1:-1, 1:-1] > 0
    around = cv2.dilate(whole, np.ones((rim, rim), np.uint8)) > 0
    if not core.any():
        return None
    ground = float(np.median(grey[core]))
    letters = float((grey[core] > ground + _LIGHTER).mean())
    if not _LETTERS[0] < letters < _LETTERS[1]:
        return None
    depth = (np.float32(grey) - ground) / (255 - ground)
    dark = np.asarray(255 * (1 - np.clip(depth, 0, 1)), dtype=np.uint8)
    dark[~core] = 255
    turned = band.copy()
    turned[around] = dark[around][:, None]
    return turned
