"""A row of signs as a pen writes it: digits drawn as strokes, no two alike; letters from a font.

Digits in a box a hundred high: x from the left, y from the top, in the order the pen goes; a sign
may have several strokes (|). Ours, drawn after how officials write.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image as Picture
from PIL import ImageDraw, ImageFont

from corpus import fonts

Rng = np.random.Generator
Mask = NDArray[np.uint8]  # 255 where there is ink

_STROKES: dict[str, tuple[str, ...]] = {
    "0": (
        "40,5 12,12 0,50 14,95 42,90 54,50 34,0",
        "30,2 4,30 8,85 40,98 58,55 44,10 20,10",
    ),
    "1": (
        "0,28 20,0 18,50 14,100",
        "12,0 8,50 4,100",
    ),
    "2": (
        "2,22 20,0 46,14 36,50 0,96 20,95 58,94",
        "2,24 26,0 46,24 22,66 0,90 14,76 56,98",
    ),
    "3": (
        "3,12 28,0 46,20 18,44 48,66 36,98 0,90",
        "2,4 24,3 46,2 18,42 46,60 40,92 2,97",
    ),
    "4": (
        "30,0 14,34 0,62 30,60 60,58 | 44,30 40,65 38,100",
        "8,4 3,30 6,50 50,46 | 50,0 46,50 42,100",
    ),
    "5": (
        "10,6 6,42 32,40 48,68 30,98 0,90 | 10,5 54,2",
        "52,2 14,6 8,44 38,46 44,80 2,98",
    ),
    "6": (
        "42,0 12,36 2,78 24,100 46,78 26,56 6,76",
        "22,0 5,40 6,88 34,98 46,70 22,58 2,80",
    ),
    "7": (
        "0,6 28,5 52,2 32,48 20,100",
        "0,18 4,5 30,5 50,6 34,50 28,100 | 14,50 50,46",
    ),
    "8": (
        "46,14 24,0 6,20 28,46 48,76 24,100 3,78 28,46 46,16",
        "30,46 8,28 20,2 44,14 30,46 6,74 26,100 46,78 30,46",
    ),
    "9": (
        "46,14 22,0 2,24 20,48 44,20 44,60 36,100",
        "42,22 16,4 4,34 26,50 46,14 40,70 10,98",
    ),
    ".": ("0,93 3,97",),
    ":": ("4,35 6,39 | 0,84 3,88",),
    "/": ("40,-10 20,50 0,115",),
    "-": ("0,56 20,54 38,55",),
}
_LETTERS = "THMaliGrade6-Regular"
_SIZE = 96  # pixels of a digit while it is drawn


@dataclass(frozen=True)
class Sign:
    """A sign's ink, cropped, in heights of a digit: its height, and how far its foot hangs below
    the line."""

    mask: Mask
    size: float
    drop: float


SignOf = Callable[[str, np.random.Generator], Sign]


def by_strokes(sign: str, rng: Rng) -> Sign:
    """One sign as a hand draws it this time."""
    if sign not in _STROKES:
        return _from_font(sign)
    forms = _STROKES[sign]
    shaken = rng.normal(0, 0.022, 2)
    canvas = np.zeros((2 * _SIZE, 2 * _SIZE), np.uint8)
    for stroke in forms[int(rng.integers(len(forms)))].split("|"):
        places = [[float(one) / 100 for one in place.split(",")] for place in stroke.split()]
        points = np.array(places) + rng.normal(0, 0.022, (len(places), 2)) + shaken
        path = smoothed(points) * _SIZE + _SIZE / 2
        cv2.polylines(canvas, [np.rint(path * 8).astype(np.int32)], False, 255, 7, cv2.LINE_AA, 3)
    return cropped(canvas, 1.5 * _SIZE, _SIZE)


def _from_font(sign: str) -> Sign:
    font = ImageFont.truetype(str(fonts.fetch() / f"{_LETTERS}.ttf"), 150)
    high = -font.getbbox("๐", anchor="ls")[1]
    picture = Picture.new("L", (300, 400))
    ImageDraw.Draw(picture).text((80, 240), sign, 255, font, anchor="ls")
    return cropped(np.asarray(picture, np.uint8), 240, high)


def cropped(mask: Mask, foot: float, high: float) -> Sign:
    """The sign in a picture whose line is at row `foot`, its digits `high` pixels."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if not len(rows):
        return Sign(np.zeros((2, 30), np.uint8), 0.05, 0.0)
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    cut = mask[top:bottom, int(columns[0]) : int(columns[-1]) + 1]
    return Sign(cut, (bottom - top) / high, (bottom - foot) / high)


def written(text: str, high: int, pen: float, rng: Rng, sign_of: SignOf = by_strokes) -> Mask:
    """The row in ink, its digits about `high` pixels, strokes about `pen` pixels, tilted a little
    as a hand does; cut to its ink."""
    slant, rise, loose = rng.normal(-0.14, 0.12), rng.normal(0.06, 0.06), rng.uniform(-0.04, 0.16)
    long = int((len(text) + 3) * 1.3 * high) + 80
    canvas = np.zeros((4 * high + 40, long), np.uint8)
    at, foot = 40.0, 3 * high
    for cluster in clusters(text):
        if cluster == " ":
            at += 0.45 * high
            continue
        sign = sign_of(cluster, rng)
        tall = max(3, round(sign.size * high * rng.uniform(0.9, 1.12)))
        wide = max(
            3, round(sign.mask.shape[1] * tall / sign.mask.shape[0] * rng.uniform(0.85, 1.1))
        )
        drawn = cv2.resize(sign.mask, (wide, tall), interpolation=cv2.INTER_AREA)
        bottom = round(foot + sign.drop * high - rise * (at - 40) + rng.normal(0, 0.03) * high)
        left, top = round(at), bottom - tall
        if left + wide >= long or top < 0 or bottom > canvas.shape[0]:
            raise ValueError(f"no room for {text!r}")
        part = canvas[top:bottom, left : left + wide]
        np.maximum(part, drawn, out=part)
        at += wide + (loose + rng.normal(0.06, 0.05)) * high
    lean = np.array([[1, slant, -slant * foot], [0, 1, 0]])
    canvas = np.asarray(cv2.warpAffine(canvas, lean, (long, canvas.shape[0])), np.uint8)
    return cropped(_penned(canvas, pen), foot, high).mask


def clusters(text: str) -> list[str]:
    """The signs of a text, marks with the letter they stand on."""
    found: list[str] = []
    for sign in text:
        if found and unicodedata.category(sign) == "Mn":
            found[-1] += sign
        else:
            found.append(sign)
    return found


def smoothed(points: NDArray[np.float64], count: int = 10) -> NDArray[np.float64]:
    """A Catmull-Rom spline through the points, n × 2; `count` points from each to the next."""
    padded = np.vstack([points[:1], points, points[-1:]])
    steps = np.linspace(0, 1, count)[:, None]
    pieces = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        a, b = 2 * start, end - before
        c, d = 2 * before - 5 * start + 4 * end - after, -before + 3 * start - 3 * end + after
        pieces.append(0.5 * (a + b * steps + c * steps**2 + d * steps**3))
    return np.vstack(pieces)


def _penned(mask: Mask, pen: float) -> Mask:
    """Strokes brought to the pen's width, by the distance from their middle."""
    solid = np.asarray(mask > 90, np.uint8)
    if not solid.any():
        return mask
    inside = cv2.distanceTransform(solid, cv2.DIST_L2, 5)
    outside = cv2.distanceTransform(1 - solid, cv2.DIST_L2, 5)
    ridge = inside[(inside >= cv2.dilate(inside, np.ones((3, 3))) - 1e-3) & (inside > 0.5)]
    now = 2 * float(np.median(ridge)) if len(ridge) else 2.0
    grow = float(np.clip((pen - now) / 2, -0.3 * now, 0.8 * now + 2))
    return np.asarray(np.clip((inside - outside + grow + 0.5) * 255, 0, 255), np.uint8)
