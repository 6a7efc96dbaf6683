"""The dotted lines of a received stamp, on which something is filled in.

They tell where its rows are when pens cross its words: each line of dots begins behind one. Dots
that ran together are a line as well. Measures are pixels at 300 dpi.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.lines import PixelBox

Grey = npt.NDArray[np.uint8]

_DARK = 200
_HIGH = 9  # of a dot at most, or of dots that ran together
_GAP = 24  # between dots
_OFF = 4.0  # by which a dot may lie off its line
_FEWEST, _SHORTEST = 6, 55  # dots, or how long dots that ran together are
_ALONE, _RUN_TOGETHER, _EVEN = 0.4, 0.8, 3  # shares of a line; by how much gaps may differ
_BROAD = 2.0  # widths of a dot, than which the foot of a digit on it is broader
_SPECK = 4
_MOST = 1500  # small shapes: more are dirt


@dataclass(frozen=True, slots=True)
class Blank:
    """A line of dots: from where to where, and how far down."""

    left: int
    right: int
    down: int


@dataclass
class _Chain:
    left: int
    right: int
    down: float
    dots: list[PixelBox]
    gaps: list[int] = field(default_factory=list)

    @property
    def inked(self) -> int:
        return sum(right - left for left, _, right, _ in self.dots)


def find_blanks(picture: Grey) -> tuple[tuple[Blank, ...], Grey]:
    """The dotted lines of a level picture, from the top and from the left, and it without them."""
    ink = np.asarray(cv2.threshold(picture, _DARK, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)
    # Dots that digits stand on hang together with them: what is thin and lies across is looked at.
    thick = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((_HIGH + 1, 1), np.uint8))
    thin = np.asarray(cv2.bitwise_and(ink, cv2.bitwise_not(thick)), np.uint8)
    dots = sorted(_low(thin))
    if len(dots) > _MOST:
        return (), picture
    alone = set(_low(ink))
    chains = sorted(
        (chain for chain in _chains(dots) if _is_line(chain, alone)),
        key=lambda chain: (round(chain.down / (3 * _OFF)), chain.left),
    )
    bare = picture.copy()
    for chain in chains:
        usual = float(np.median([right - left for left, _, right, _ in chain.dots]))
        for left, top, right, bottom in chain.dots:
            if right - left <= _BROAD * usual or (left, top, right, bottom) in alone:
                bare[max(0, top - 1) : bottom + 1, max(0, left - 1) : right + 1] = 255
    return tuple(Blank(one.left, one.right, round(one.down)) for one in chains), bare


def _low(ink: Grey) -> list[PixelBox]:
    """What hangs together and is no higher than a dot may be."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    return [
        (left, top, left + wide, top + tall)
        for left, top, wide, tall, area in stats[1:].tolist()
        if 2 <= tall <= _HIGH and area >= _SPECK and wide >= 2
    ]


def _chains(dots: Sequence[PixelBox]) -> list[_Chain]:
    chains: list[_Chain] = []
    for dot in dots:
        left, top, right, bottom = dot
        down = (top + bottom) / 2
        near = [
            chain
            for chain in chains
            if left - chain.right <= _GAP and abs(down - chain.down) <= _OFF and right > chain.right
        ]
        if near:
            own = min(near, key=lambda chain: abs(down - chain.down))
            own.gaps.append(max(0, left - own.right))
            own.dots.append(dot)
            own.right = right
            own.down += 0.25 * (down - own.down)
        else:
            chains.append(_Chain(left, right, down, [dot]))
    return chains


def _is_line(chain: _Chain, alone: set[PixelBox]) -> bool:
    """Whether dots that mostly stand alone follow each other at one distance, or ran together."""
    long = chain.right - chain.left
    own = sum(dot[2] - dot[0] for dot in chain.dots if dot in alone)
    if long < _SHORTEST or own < _ALONE * chain.inked:
        return False
    if chain.inked >= _RUN_TOGETHER * long:
        return True
    if len(chain.dots) < _FEWEST:
        return False
    usual = float(np.median(chain.gaps))
    even = sum(abs(gap - usual) <= _EVEN for gap in chain.gaps) >= 0.6 * len(chain.gaps)
    return even and chain.inked >= 0.2 * long
