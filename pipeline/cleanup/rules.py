"""Ruled lines: found, kept as geometry for tables, and taken out of the print."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.uint8]
PixelBox = tuple[int, int, int, int]  # left, top, right, bottom

_SHORTEST = 0.05  # of the page's width; shorter strokes are letters' own
_LEAST = 100  # pixels at 300 dpi (8 mm), also in stamps, whose bold letters run together
_THICKEST = 14  # pixels at 300 dpi; thicker bars are shadows, barcodes or drawings


@dataclass(frozen=True, slots=True)
class Rules:
    """Horizontal and vertical rules of a page in pixels."""

    horizontal: tuple[PixelBox, ...]
    vertical: tuple[PixelBox, ...]

    def __bool__(self) -> bool:
        return bool(self.horizontal or self.vertical)


def find_rules(ink: Mask) -> Rules:
    """The straight rules of a deskewed page. `ink` is 255 where there is print."""
    shortest = max(_LEAST, int(_SHORTEST * ink.shape[1]))
    half = shortest // 2 | 1  # an even kernel would shift the rules by half a pixel
    return Rules(
        tuple(_long_strokes(ink, (half, 1), shortest)),
        tuple(_long_strokes(ink, (1, half), shortest)),
    )


def _long_strokes(ink: Mask, kernel: tuple[int, int], shortest: int) -> list[PixelBox]:
    wide = kernel[0] > kernel[1]
    stroke = np.ones(kernel[::-1], np.uint8)
    cores = cv2.erode(ink, stroke)
    if not cv2.countNonZero(cores):
        return []
    opened = cv2.dilate(cores, stroke)
    # A rule that leans by a pixel breaks into steps; bridging them costs no letter anything.
    bridge = np.ones((3, 25) if wide else (25, 3), np.uint8)
    opened = cv2.morphologyEx(opened, cv2.MORPH_CLOSE, bridge)
    contours, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    for contour in contours:
        left, top, width, height = cv2.boundingRect(contour)
        length, thickness = (width, height) if wide else (height, width)
        if length >= shortest and thickness <= _THICKEST:
            found.append((left, top, left + width, top + height))
    return sorted(found, key=lambda box: (box[1], box[0]))


def erase(ink: Mask, rules: Rules) -> Mask:
    """The print without its rules; strokes that cross a rule keep their other pixels."""
    cleaned = ink.copy()
    for left, top, right, bottom in rules.horizontal:
        band = cleaned[max(0, top - 1) : bottom + 1, left:right]
        # Where the band is inked well beyond the rule's thickness a letter stands on it.
        above = ink[max(0, top - 4) : max(1, top - 3), left:right]
        below = ink[bottom + 2 : bottom + 3, left:right]
        keep = np.zeros(right - left, dtype=bool)
        if above.size and below.size:
            keep = (above[0] > 0) & (below[0] > 0)
        band[:, ~keep] = 0
    for left, top, right, bottom in rules.vertical:
        cleaned[top:bottom, max(0, left - 1) : right + 1] = 0
    return cleaned
