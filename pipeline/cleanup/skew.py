"""Straightening: by how much rows of print lean, and turning the page back."""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.cleanup.shrinking import shrunk

Grey = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.uint8]

_EDGE = 0.03  # of the page on each side, left out of account
_ENOUGH = 1100  # pixels, about which the longer side has when its lean is looked for
_CLEARLY = 1.3  # times as sharp as at any usual lean
_STEPS = (1.0, 0.25, 0.05)  # degrees; each search refines the one before


def skew_angle(ink: Mask, limit: float = 15.0, usual: float = 5.0) -> float:
    """Degrees by which rows of print rise to the right (positive) or fall; 0 for an empty page.

    A lean beyond what is `usual` is told only where rows are clearly sharper at it.

    The page is sheared rather than turned, which for small angles moves rows the same way, and
    the angle wins at which the sums of the rows differ most (projection profile, Postl 1986).
    `ink` is non-zero where there is print.
    """
    small = shrunk(ink, max(1, round(max(ink.shape) / _ENOUGH)))
    print_ = cv2.threshold(small, 40, 255, cv2.THRESH_BINARY)[1]
    # The black edges of a photocopy are straight too, but they lie as the glass lay.
    solid = cv2.morphologyEx(print_, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
    rows = cv2.subtract(print_, cv2.dilate(solid, np.ones((15, 15), np.uint8)))
    down, across = (round(_EDGE * side) for side in small.shape)
    ys, xs = np.nonzero(rows[down : small.shape[0] - down, across : small.shape[1] - across])
    xs = xs + across
    if len(ys) < 50:
        return 0.0
    middle = (small.shape[1] - 1) / 2
    best = 0.0
    for step in _STEPS:
        reach = limit if step == _STEPS[0] else 4 * step
        angles = best + np.arange(-reach, reach + step / 2, step)
        scores = np.array([_sharpness(ys, xs - middle, angle) for angle in angles])
        if step == _STEPS[0] and scores.max() < _CLEARLY * scores[abs(angles) <= usual].max():
            scores[abs(angles) > usual] = 0.0
        # Angles too near to tell apart score alike: the middle of the best ones is the likeliest.
        best = float(angles[scores >= 0.99 * scores.max()].mean())
    return float(np.clip(best, -limit, limit))


def _sharpness(ys: npt.NDArray[np.intp], xs: npt.NDArray[np.float64], degrees: float) -> float:
    shifted = np.rint(ys + xs * np.tan(np.radians(degrees))).astype(np.intp)
    profile = np.bincount(shifted - shifted.min())  # however far a wide, low stamp is sheared
    return float(np.square(np.diff(profile.astype(np.float64), prepend=0, append=0)).sum())


def turn(image: Grey, degrees: float) -> Grey:
    """Turn a picture clockwise by `degrees` about its middle, keeping its size, with white corners.

    By 0 it is the same picture, not a copy.
    """
    if not degrees:
        return image
    height, width = image.shape[:2]
    return turn_part(image, degrees, (0, 0, width, height))


def turn_sparse(image: Grey, degrees: float) -> Grey:
    """What `turn` makes of a picture that is white but for a part: no more than that is turned."""
    if not degrees:
        return image
    height, width = image.shape
    left, top, across, down = cv2.boundingRect(cv2.bitwise_not(image))
    turned = np.full_like(image, 255)
    if across:
        room = math.ceil(math.hypot(width, height) / 2 * math.sin(math.radians(abs(degrees)))) + 1
        part = (
            max(0, left - room),
            max(0, top - room),
            min(width, left + across + room),
            min(height, top + down + room),
        )
        turned[part[1] : part[3], part[0] : part[2]] = turn_part(image, degrees, part)
    return turned


def turn_part(image: Grey, degrees: float, part: tuple[int, int, int, int]) -> Grey:
    """What `turn` makes of the picture between left, top, right and bottom, and no more of it."""
    left, top, right, bottom = part
    if not degrees:
        return image[top:bottom, left:right]
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -degrees, 1.0)
    matrix[:, 2] -= (left, top)
    turned = cv2.warpAffine(
        image,
        matrix,
        (right - left, bottom - top),
        flags=cv2.INTER_LINEAR,
        borderValue=(255, 255, 255),
    )
    return np.asarray(turned, dtype=np.uint8)
