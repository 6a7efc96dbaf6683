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


@dataclass(frozen=True, slots=True)
class Ink:
    """A page's print without its coloured ink, and the coloured ink without the print.

    `coloured` is None on pages without any: most pages, which then skip all work on it.
    """

    print: Grey
    coloured: Grey | None


def separate(rgb: Rgb) -> Ink:
    """Split a page by colour. Where a stamp crosses print the print stays on its layer."""
    grey = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    # Every ninth pixel tells whether there is any colour to look at.
    sample = _chroma(np.ascontiguousarray(rgb[::3, ::3]))
    if np.count_nonzero(sample > CHROMA) < 2e-4 * sample.size:
        return Ink(grey, None)
    chroma = _chroma(rgb)
    mask = np.asarray(cv2.threshold(chroma, CHROMA, 255, cv2.THRESH_BINARY)[1], dtype=np.uint8)
    # The pale rim of a coloured stroke falls under the threshold and would stay as a ghost.
    rim = cv2.dilate(mask, np.ones((5, 5), np.uint8))
    pale = cv2.bitwise_and(rim, cv2.threshold(grey, 110, 255, cv2.THRESH_BINARY)[1])
    stroke = cv2.bitwise_or(mask, pale)
    # JPEG lends black print beside a stamp some of its colour; deep blue pens have more.
    tinted = (grey < 60) & (chroma < CHROMA + 25)
    without = grey.copy()
    without[(stroke > 0) & ~tinted] = 255
    coloured = np.full_like(grey, 255)
    coloured[rim > 0] = grey[rim > 0]
    return Ink(without, coloured)


def _chroma(rgb: Rgb) -> Grey:
    """Largest less smallest of R, G, B."""
    red, green, blue = cv2.split(rgb)
    brightest = cv2.max(cv2.max(red, green), blue)
    darkest = cv2.min(cv2.min(red, green), blue)
    return np.asarray(cv2.subtract(brightest, darkest), dtype=np.uint8)
