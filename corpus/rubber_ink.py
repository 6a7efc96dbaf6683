"""The ink of a received stamp on its way to the paper: worn, clotted, faint, laid askew."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from corpus.pen_row import Mask, Rng
from corpus.raster import Image, smooth_noise

Float = NDArray[np.float32]


def worn(mask: Mask, stamp: dict[str, Any], rng: Rng) -> Float:
    """The rubber's ink: missing where it did not touch, more where it ran."""
    shape = (mask.shape[0], mask.shape[1])
    if clot := stamp.get("clot", 0.0):
        where = smooth_noise(rng, shape, 170) + 2 * clot - 1 > 0
        mask = np.where(where, cv2.dilate(mask, np.ones((3, 3), np.uint8)), mask)
    wear = stamp.get("wear", 0.0)
    slope = np.linspace(-1, 1, shape[1])[None, :] * rng.normal(0, 1)
    slope = slope + np.linspace(-1, 1, shape[0])[:, None] * rng.normal(0, 1)
    far = 0.5 * slope + smooth_noise(rng, shape, 130) + 0.5 * smooth_noise(rng, shape, 30)
    near = smooth_noise(rng, shape, 3)
    cover = 0.97 + 0.05 * near - wear * np.clip(0.6 + 0.8 * far + 0.5 * near, 0, 1.6)
    return np.asarray(np.clip(cover, 0, 1) * (mask / 255.0), np.float32)


def inked(mask: Mask, name: str, stamp: dict[str, Any], rng: Rng) -> Float:
    shape = (mask.shape[0], mask.shape[1])
    faint = stamp.get("faint", 0.0) if name == "dater" else 0.0
    cover = 0.95 + 0.07 * smooth_noise(rng, shape, 3)
    cover -= faint * np.clip(0.5 + 0.8 * smooth_noise(rng, shape, 60), 0, 1)
    return np.asarray(np.clip(cover, 0, 1) * (mask / 255.0), np.float32)


def mix(
    image: Image, cover: Float, matrix: NDArray[np.float64], colour: tuple[int, int, int]
) -> None:
    laid = cv2.warpPerspective(cover, matrix, (image.shape[1], image.shape[0]))
    rows, columns = np.flatnonzero(laid.any(1)), np.flatnonzero(laid.any(0))
    if not len(rows):
        return
    part = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    ink = laid[part][:, :, None] * (1 - np.array(colour, np.float32) / 255)
    image[part] = np.rint(image[part] * (1 - ink)).astype(np.uint8)


def turned(
    box: tuple[int, int, int, int], room: int, matrix: NDArray[np.float64]
) -> tuple[float, float, float, float]:
    """The middle of a line of the stamp on the sheet, as high as the line and as long."""
    left, top, right, bottom = (one + room for one in box)
    middle = np.array([[[left, (top + bottom) / 2], [right, (top + bottom) / 2]]], np.float64)
    (x, y), (end, low) = cv2.perspectiveTransform(middle, matrix)[0]
    level, half = (y + low) / 2, (bottom - top) / 2
    return float(x), float(level - half), float(end), float(level + half)


def band(mask: Mask, rng: Rng) -> Mask:
    """A band pressed too hard (its letters run together) or hardly at all."""
    if rng.random() < 0.45:
        return np.asarray(cv2.dilate(mask, np.ones((5, 5), np.uint8)), np.uint8)
    fade = np.clip(0.55 + 0.5 * smooth_noise(rng, (mask.shape[0], mask.shape[1]), 9), 0, 1)
    return np.asarray(mask * fade, np.uint8)
