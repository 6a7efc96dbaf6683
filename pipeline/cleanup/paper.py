"""Paper made white: orders go out on yellow, urgent letters on pink, old paper is brown.

Its colour would be taken for the ink of a stamp that covers the page. A negative is turned.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Rgb = npt.NDArray[np.uint8]

_EVERY = 9  # pixels, of which one tells the paper's colour
_TINTED = 20  # largest less smallest of R, G, B; the lamps of scanners tint white paper by less
_DARKEST = 90  # of R, G, B; what is darker is no paper
_SHEET = 0.02  # of the page; less that is light, strokes apart, is no sheet of paper


def on_white(picture: Rgb) -> Rgb:
    """The page (height × width × 3) as on white paper; itself if its paper is white.

    Paper is what most of a page is: the median of each of R, G, B. Each is stretched until the
    paper is white, as a grey card is used.
    """
    paper = np.median(picture[::_EVERY, ::_EVERY].reshape(-1, 3), axis=0)
    if paper.max() - paper.min() < _TINTED or paper.min() < _DARKEST:
        return picture
    shades = np.arange(256, dtype=np.float64)
    stretched = np.minimum(255.0, shades[:, None] * (255.0 / paper)).round().astype(np.uint8)
    return np.asarray(cv2.LUT(picture, stretched[None]), np.uint8)


def as_positive(picture: Rgb) -> tuple[Rgb, bool]:
    """The page with dark print on light paper, and whether it was a negative, as microfilms are.

    A negative is dark for the most part, and nothing on it is light but strokes. A small sheet on a
    black glass is light where it lies.
    """
    grey = np.asarray(picture[::_EVERY, ::_EVERY].mean(axis=2), np.uint8)
    if np.median(grey) >= _DARKEST:
        return picture, False
    light = np.asarray(cv2.threshold(grey, 127, 255, cv2.THRESH_BINARY)[1], np.uint8)
    sheets = cv2.morphologyEx(light, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    if np.count_nonzero(sheets) > _SHEET * sheets.size:
        return picture, False
    return np.asarray(255 - picture, np.uint8), True
