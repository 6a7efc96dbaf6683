"""What a sheet suffers before it is scanned: pale print, a smeared upper edge, ink over a name,
print that a rubber stamp left, swollen and patchy.

A document's `worn` lists them. Each lies over the lines that hold `over`, a word or a list of
words, or between two heights in mm (`band`); the same seed gives the same pixels.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np

from corpus import overlay, page_text
from corpus.raster import DPI, Image, press, smooth_noise

Rng = np.random.Generator
Area = tuple[int, int, int, int]  # left, top, right, bottom in pixels
_MM = DPI / 25.4
_FADE = 54  # pixels over which pale print passes into the rest
_BLACK = (30, 30, 34)


def wear(sheet: Image, text: page_text.PageText, blemish: dict[str, Any], rng: Rng) -> Image:
    """One blemish on one sheet. ValueError when no line of the sheet holds its words."""
    area = _area(sheet, text, blemish)
    return _KINDS[blemish["kind"]](sheet, area, blemish, rng)


def pale(sheet: Image, area: Area, blemish: dict[str, Any], rng: Rng) -> Image:
    """Print that hardly took: grey, in places white. `left`: what share of its ink it kept."""
    height, width = sheet.shape[:2]
    left, top = max(0, area[0] - _FADE), max(0, area[1] - _FADE)
    right, bottom = min(width, area[2] + _FADE), min(height, area[3] + _FADE)
    inside = np.zeros((bottom - top, right - left), np.float32)
    inside[area[1] - top : area[3] - top, max(0, area[0] - left) : area[2] - left] = 1
    inside = np.asarray(cv2.GaussianBlur(inside, (0, 0), _FADE / 3), np.float32)
    patches = 0.16 * smooth_noise(rng, inside.shape, 60) + 0.14 * smooth_noise(rng, inside.shape, 4)
    kept = np.clip(blemish.get("left", 0.5) + patches, 0.05, 1)
    strength = (1 - inside * (1 - kept))[:, :, None]
    faded = sheet.copy()
    place = faded[top:bottom, left:right]
    place[:] = np.rint(255 - (255.0 - place) * strength)
    return faded


def smeared(sheet: Image, area: Area, blemish: dict[str, Any], rng: Rng) -> Image:
    """Dragged through the feeder: rows slip sideways, and ink is drawn down in streaks."""
    _, top, _, bottom = area
    top, width = max(0, top), sheet.shape[1]
    strong = blemish.get("strong", 0.5)
    slip = smooth_noise(rng, (bottom - top, 1), 9)[:, 0] * 9 * strong
    worn = sheet.copy()
    for row, by in zip(range(top, bottom), np.rint(slip).astype(int), strict=True):
        worn[row] = np.roll(sheet[row], by, axis=0)
    band = worn[top:bottom].astype(np.float32)
    drawn = cv2.blur(band, (1, max(3, int(30 * strong))))
    where = (smooth_noise(rng, (1, width), 5) > 0.5 - 0.5 * strong).astype(np.float32)[:, :, None]
    worn[top:bottom] = np.rint(band * (1 - where) + np.minimum(band, drawn * 0.9 + 20) * where)
    return worn


def sealed(sheet: Image, area: Area, blemish: dict[str, Any], rng: Rng) -> Image:
    """A round seal pressed on the middle of the words, `by` mm beside it."""
    return _pressed(sheet, overlay.round_seal(rng), area, blemish, rng)


def signed(sheet: Image, area: Area, blemish: dict[str, Any], rng: Rng) -> Image:
    """The strokes of a signature across the words."""
    return _pressed(sheet, overlay.signature(rng), area, blemish, rng)


def swept(sheet: Image, area: Area, blemish: dict[str, Any], rng: Rng) -> Image:
    """Tall loops and one long stroke, from the line above down through the words: a quick hand."""
    return _pressed(sheet, overlay.swept(rng), area, blemish, rng)


def starved(sheet: Image, area: Area, blemish: dict[str, Any], rng: Rng) -> Image:
    """Print as a worn rubber stamp leaves it: letters swollen into one another, and gaps in them.
    `strong`: how far, 0 to 1."""
    left, top, right, bottom = (max(0, side) for side in area)
    place = sheet[top:bottom, left:right]
    shape = (place.shape[0], place.shape[1])
    strong = blemish.get("strong", 0.5)
    fat = cv2.erode(place, np.ones((3, 3), np.uint8))
    swollen = (smooth_noise(rng, shape, 70) > 0.4 - 0.8 * strong)[:, :, None]
    patches = smooth_noise(rng, shape, 45) + 0.9 * smooth_noise(rng, shape, 5)
    kept = np.clip(1.05 - strong * np.clip(0.3 + patches, 0, 2), 0.05, 1)[:, :, None]
    worn = sheet.copy()
    ink = 255.0 - np.where(swollen, fat, place)
    worn[top:bottom, left:right] = np.rint(255 - ink * kept)
    return worn


def _pressed(
    sheet: Image, mask: overlay.Mask, area: Area, blemish: dict[str, Any], rng: Rng
) -> Image:
    ink = np.full_like(sheet, 255)
    colour = overlay.INKS.get(blemish.get("ink", ""), _BLACK)
    right, down = (mm * _MM for mm in blemish.get("by", (0, 0)))
    middle = (round((area[1] + area[3]) / 2 + down), round((area[0] + area[2]) / 2 + right))
    overlay.lay(ink, mask, colour, middle)
    return press(sheet, ink, rng)


_KINDS: dict[str, Callable[[Image, Area, dict[str, Any], Rng], Image]] = {
    "pale": pale,
    "smeared": smeared,
    "sealed": sealed,
    "signed": signed,
    "swept": swept,
    "starved": starved,
}


def _area(sheet: Image, text: page_text.PageText, blemish: dict[str, Any]) -> Area:
    """Where a blemish lies: the lines with its words and 2 mm around them, or its band."""
    height, width = sheet.shape[:2]
    if band := blemish.get("band"):
        return (0, round(band[0] * _MM), width, round(band[1] * _MM))
    words = [blemish["over"]] if isinstance(blemish["over"], str) else blemish["over"]
    boxes = [line.box for line in text.lines if any(word in line.text for word in words)]
    if not boxes:
        raise ValueError(f"no line holds {words}")
    left, top, right, bottom = np.array(boxes).T
    round_it = 2 * _MM
    return (
        round(left.min() * width - round_it),
        round(top.min() * height - round_it),
        round(right.max() * width + round_it),
        round(bottom.max() * height + round_it),
    )
