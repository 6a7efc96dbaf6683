"""Thai digits drawn as strokes of a pen: forms that the 300 people who drew with a finger lack.

A hand picks, for each digit, one of the forms that pens give it, and keeps to it: ๕ as ๔ with a
dip, a loop, a step, a bump or a bar at the upper right, ๒ and ๖ with a flourish high above, ๘ whose
loop is open, ๗ that is nearly ๙, ว without its head.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from corpus.pen_row import smoothed
from corpus.training.handwriting.glyphs import PER_PIECE, Glyph, cropped
from corpus.training.handwriting.pen_forms import FORMS, Point, Style

Rng = np.random.Generator

_UNIT, _LEFT, _ABOVE = 70, 90, 300  # pixels of a body, of paper left of it and above it
_PEN = 8


@dataclass(frozen=True)
class PenHand:
    """How one person writes: the seed of each sign's form, the heads, tails and width."""

    seed: int
    style: Style
    wide: float
    shaky: float

    @classmethod
    def some(cls, rng: Rng) -> PenHand:
        return cls(
            seed=int(rng.integers(1 << 31)),
            style=Style(
                head=float(rng.choice((0.02, 0.09, 0.13, 0.18), p=(0.15, 0.3, 0.35, 0.2))),
                tail=float(rng.uniform(0.25, 0.9) if rng.random() < 0.6 else rng.uniform(0.8, 1.9)),
            ),
            wide=float(rng.uniform(0.75, 1.25)),
            shaky=float(rng.uniform(0.008, 0.03)),
        )

    def write(self, sign: str, rng: Rng) -> Glyph:
        """The sign as this hand writes it this time."""
        own = np.random.default_rng((self.seed, ord(sign)))
        strokes = FORMS[sign](self.style, own)
        kept = own.normal(0, 0.022, (40, 2))  # what this hand does to the form, every time
        canvas = np.zeros((_ABOVE + 2 * _UNIT + 30, 330), np.uint8)
        for stroke in strokes:
            points = np.array(stroke, np.float64)
            points += kept[: len(points)] + rng.normal(0, self.shaky, points.shape)
            points[:, 0] *= self.wide
            path = smoothed(points * _UNIT, PER_PIECE) + np.array((_LEFT, _ABOVE))
            cv2.polylines(
                canvas, [np.round(path * 8).astype(np.int32)], False, 255, _PEN, cv2.LINE_AA, 3
            )
        mask, top, bottom = cropped(canvas)
        return Glyph(mask, (bottom - top) / (_UNIT + _PEN), (bottom - _ABOVE - _UNIT) / _UNIT)


def with_small_notch(mask: NDArray[np.uint8], rng: Rng) -> NDArray[np.uint8]:
    """A drawn ๕ whose notch is made smaller, as it is beside a real pen's long tail.

    What stands about the notch's hole, or the upper right where it has none, is drawn together.
    """
    rows, columns = mask.shape
    centre = _notch(mask)
    reach = float(rng.uniform(0.3, 0.5)) * rows
    least = float(rng.uniform(0.35, 0.8))  # of its size
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    away = np.hypot(x - centre[0], y - centre[1]) / reach
    # At the centre 1 / least pixels of the drawing become one; at the edge nothing moves.
    pull = 1 + (1 / least - 1) * np.clip(1 - away, 0, 1) ** 1.5
    at_x, at_y = centre[0] + (x - centre[0]) * pull, centre[1] + (y - centre[1]) * pull
    return np.asarray(
        cv2.remap(mask, at_x.astype(np.float32), at_y.astype(np.float32), cv2.INTER_LINEAR),
        np.uint8,
    )


def _notch(mask: NDArray[np.uint8]) -> Point:
    rows, columns = mask.shape
    paper = np.pad(np.asarray(mask <= 100, np.uint8), 1, constant_values=1)
    count, _, stats, centres = cv2.connectedComponentsWithStats(paper, connectivity=4)
    holes: Sequence[Point] = [
        (float(centres[place][0]) - 1, float(centres[place][1]) - 1)
        for place in range(1, count)
        if stats[place][0] > 0 and centres[place][1] < 0.45 * rows and stats[place][4] > 3
    ]
    return min(holes, key=lambda hole: hole[1]) if holes else (0.55 * columns, 0.25 * rows)
