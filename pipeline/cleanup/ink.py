"""Ink told apart by colour: black print on one layer, stamps and pens on another."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
Rgb = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.uint8]

CHROMA = 45  # largest less smallest of R, G, B; scanners tint black print by less

_DARK, _MOST = 170, 0.7  # shade from which a pixel is ink; share of it that is the print's colour
_RED, _REDDISH, _BLUE = (
    60,
    25,
    -10,
)  # by which red is more than blue: in red ink; at its edges; else
_EACH, _BOTH = 0.04, 0.7  # least share of coloured ink of either colour, and of both together


@dataclass(frozen=True, slots=True)
class Ink:
    """A page's print without its coloured ink, and the coloured ink without the print.

    `coloured` is None on pages without any: most pages, which then skip all work on it.
    """

    print: Grey
    coloured: Grey | None


def separate(rgb: Rgb, page: bool = False) -> Ink:
    """Split a picture by colour. Where a stamp crosses print the print stays on its layer.

    Of a whole `page` most of whose ink is coloured, the colour is the print's and parts nothing; of
    a stamp cut out of one it is the stamp's.
    """
    grey = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    # Every ninth pixel tells whether there is any colour to look at.
    sample = _chroma(np.ascontiguousarray(rgb[::3, ::3]))
    if np.count_nonzero(sample > CHROMA) < 2e-4 * sample.size:
        return Ink(grey, None)
    dark = grey[::3, ::3] < _DARK
    if page and np.count_nonzero(dark & (sample > CHROMA)) > _MOST * np.count_nonzero(dark):
        return Ink(grey, None)  # a letter printed in blue
    chroma = _chroma(rgb)
    mask = np.asarray(cv2.threshold(chroma, CHROMA, 255, cv2.THRESH_BINARY)[1], dtype=np.uint8)
    # The pale rim of a coloured stroke falls under the threshold and would stay as a ghost.
    rim = cv2.dilate(mask, np.ones((5, 5), np.uint8))
    pale = cv2.bitwise_and(rim, cv2.threshold(grey, 110, 255, cv2.THRESH_BINARY)[1])
    stroke = cv2.bitwise_or(mask, pale)
    # JPEG lends black print beside a stamp some of its colour; deep blue pens have more.
    tinted = cv2.bitwise_and(_below(grey, 60), _below(chroma, CHROMA + 25))
    # 255 is white: to lay a mask over a picture makes white what it covers.
    without = cv2.bitwise_or(grey, cv2.bitwise_and(stroke, cv2.bitwise_not(tinted)))
    coloured = cv2.bitwise_or(grey, cv2.bitwise_not(rim))
    return Ink(np.asarray(without, np.uint8), np.asarray(coloured, np.uint8))


def red_apart(rgb: Rgb, coloured: Grey) -> tuple[Grey, ...]:
    """The coloured ink of a page in one layer, or red and other ink in one each where a page bears
    both: a seal is pressed over what a dater or a pen wrote, and leans otherwise.

    Inks of a colour between the two are left together.
    """
    sample, ink = rgb[::3, ::3].astype(np.int16), coloured[::3, ::3] < _DARK
    redder = (sample[..., 0] - sample[..., 2])[ink]
    red, other = np.count_nonzero(redder > _RED), np.count_nonzero(redder < _BLUE)
    if min(red, other) <= _EACH * len(redder) or red + other < _BOTH * len(redder):
        return (coloured,)
    difference = cv2.subtract(cv2.extractChannel(rgb, 0), cv2.extractChannel(rgb, 2))
    is_red = cv2.threshold(difference, _REDDISH, 255, cv2.THRESH_BINARY)[1]
    others = cv2.bitwise_or(coloured, is_red)
    reds = cv2.bitwise_or(coloured, cv2.bitwise_not(cv2.dilate(is_red, np.ones((3, 3), np.uint8))))
    return np.asarray(reds, np.uint8), np.asarray(others, np.uint8)


def _below(picture: Grey, value: int) -> Mask:
    return np.asarray(cv2.threshold(picture, value - 1, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)


def _chroma(rgb: Rgb) -> Grey:
    """Largest less smallest of R, G, B."""
    red, green, blue = (cv2.extractChannel(rgb, i) for i in range(3))
    brightest = cv2.max(cv2.max(red, green), blue)
    darkest = cv2.min(cv2.min(red, green), blue)
    return np.asarray(cv2.subtract(brightest, darkest), dtype=np.uint8)
