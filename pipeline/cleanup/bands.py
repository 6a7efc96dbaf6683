"""Light print on a dark or coloured band, as titles of news and statements are set, made dark on
white: what reads pages looks for dark print alone.

A band is a filled upright rectangle, not higher than a few lines, with something lighter in it.
Photographs are higher; stamps and the emblem are no rectangles.
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
_NARROWEST = 100
_OF_IT = 0.5  # of the rectangle that is filled
_EDGE = 0.8  # of its four edges that are
_LETTERS = (0.01, 0.45)  # of the rectangle that is lighter than the band by far
_LIGHTER = 90


def with_dark_print(picture: Rgb) -> Rgb:
    """The page (height × width × 3) with the print of its bands dark on white; itself if it has
    none."""
    red, green, blue = np.moveaxis(picture[::_QUARTER, ::_QUARTER], 2, 0)
    filled = (np.minimum(np.minimum(red, green), blue) < _FILLED).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(filled)
    turned = picture
    for left, top, wide, high, area in np.asarray(stats)[1:]:
        flat = _LOWEST <= high * _QUARTER <= _HIGHEST and wide * _QUARTER >= _NARROWEST
        if not flat or area < _OF_IT * wide * high:
            continue
        if not _is_rectangle(filled[top : top + high, left : left + wide]):
            continue
        place = np.s_[
            top * _QUARTER : (top + high) * _QUARTER, left * _QUARTER : (left + wide) * _QUARTER
        ]
        dark = _dark_on_white(picture[place])
        if dark is not None:
            turned = turned.copy() if turned is picture else turned
            turned[place] = dark[:, :, None]
    return turned


def _is_rectangle(filled: Grey) -> bool:
    edges = (filled[1], filled[-2], filled[:, 1], filled[:, -2])  # the outermost are ragged
    return all(float(edge.mean()) > _EDGE for edge in edges)


def _dark_on_white(band: Rgb) -> Grey | None:
    """A band in grey, turned so that it is white; None where nothing on it is lighter."""
    grey = np.asarray(cv2.cvtColor(band, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    rim = 2 * _QUARTER  # an edge between the band and the paper is no print
    ground = float(np.median(grey))
    letters = float((grey[rim:-rim, rim:-rim] > ground + _LIGHTER).mean())
    if not _LETTERS[0] < letters < _LETTERS[1]:
        return None
    depth = (np.float32(grey) - ground) / (255 - ground)
    dark = np.asarray(255 * (1 - np.clip(depth, 0, 1)), dtype=np.uint8)
    dark[:rim], dark[-rim:], dark[:, :rim], dark[:, -rim:] = 255, 255, 255, 255
    return dark
