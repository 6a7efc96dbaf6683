"""How many digits a row has at least: each shape that stands as tall as they do is one.

A 1 at an end is a thin stroke that leans: the recogniser of print takes it for dirt, that of pens
for a stroke between figures (16 as /6). It stands there all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.models import Candidate

Grey = npt.NDArray[np.uint8]

_AS_TALL = (0.75, 1.35)  # heights of the usual digit, that one is tall
_LEVEL = 0.3  # of that height, by which its middle may lie higher or lower than the others'
_FEWER = 0.15  # weight of a reading without its thin 1: a broken digit is two shapes
_AGREED = 0.5  # chance of both, from which what is told apart is the 1 alone


def tall_shapes(ink: Grey) -> int:
    """How many shapes of a row, dark on light, are as tall as its digits and stand level."""
    dark = np.asarray(ink < (int(ink.min()) + 255) // 2, np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    heights = stats[1:, 3]
    if not len(heights):
        return 0
    usual = float(np.median(heights[heights >= 0.5 * heights.max()]))
    middles = stats[1:, 1] + heights / 2
    tall = (heights >= _AS_TALL[0] * usual) & (heights <= _AS_TALL[1] * usual)
    if not tall.any():
        return 0
    level = np.abs(middles - float(np.median(middles[tall]))) <= _LEVEL * usual
    return int(np.count_nonzero(tall & level))


def with_first_ones(readings: Mapping[str, float], shapes: int) -> dict[str, float]:
    """The readings of a row of so many tall shapes by their chance: of two of which one is the
    other without a 1 at an end, the shorter counts little if the longer has as many digits. Where
    other readings are likelier than both, more than a row stands there.

    >>> with_first_ones({"6": 0.5, "16": 0.5}, 2)["16"] > 0.8
    True
    >>> with_first_ones({"6": 0.5, "16": 0.5}, 1)["16"]
    0.5
    """
    found = dict(readings)
    for text in sorted(readings, key=len, reverse=True):
        for longer in (f"1{text}", f"{text}1"):
            if longer not in found or _signs(longer) != shapes:
                continue
            both = found[text] + found[longer]
            if both >= _AGREED:
                found[text] *= both * _FEWER / (_FEWER * found[text] + found[longer])
                found[longer] = both - found[text]
    return found


def first_ones_of(readings: Sequence[Candidate], shapes: int) -> tuple[Candidate, ...]:
    """The same of candidates, likeliest first."""
    chances = with_first_ones({one.text: one.chance for one in readings}, shapes)
    best = sorted(chances.items(), key=lambda item: -item[1])
    return tuple(Candidate(text, chance) for text, chance in best)


def _signs(text: str) -> int:
    """The signs of a reading that are as tall as digits."""
    return sum(sign.isdigit() or sign == "/" for sign in text)
