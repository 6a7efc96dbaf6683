"""Pieces of one line that were parted at letters lower than the print of their page.

In the smaller print of a foot the lowest figures (๐, ๑) are too low to be letters of the page;
the line parts where they stand, and they go to its pieces as marks do. With them the pieces lie as
near as words: they are one line again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.shapes import Ints, Shapes

PixelBox = tuple[int, int, int, int]  # left, top, right, bottom

_FIGURE = 0.5  # body heights from which a shape is no dot or dash
_WORD_SPACE = 0.8  # body heights between two words; columns lie farther apart
_OVERLAP = 0.5  # body heights by which pieces may reach into each other
_LEVEL = 0.2  # body heights by which the baselines of one line differ


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run with its low figures: its ends, those of its letters alone, and its baseline."""

    run: int
    left: int
    right: int
    letters: tuple[int, int]
    base: float


def rejoined(
    shapes: Shapes, letters: Ints, runs: Ints, body: float, barriers: Sequence[PixelBox]
) -> Ints:
    """The runs (from 1) of shapes, those that go on from one another at a word space made one.

    `letters` are the runs before marks and low figures were given to them: none of these are joined
    over a barrier, the vertical rules of tables.
    """
    pieces = _pieces(shapes, letters, runs, body)
    joined = runs.copy()
    of = {piece.run: piece.run for piece in pieces}
    for piece in pieces:
        for other in pieces:
            if _goes_on(piece, other, body) and not any(
                _between(rule, piece, other) for rule in barriers
            ):
                gone, kept = of[other.run], of[piece.run]
                joined[joined == gone] = kept
                of = {run: kept if now == gone else now for run, now in of.items()}
    return joined


def _pieces(shapes: Shapes, letters: Ints, runs: Ints, body: float) -> list[_Piece]:
    high = (runs > 0) & (shapes.height >= _FIGURE * body)
    pieces = []
    for run in np.unique(runs[high]):
        own = high & (runs == run)
        left, right = int(shapes.left[own].min()), int(shapes.right[own].max())
        of_it = own & (letters == run)
        ends = (left, right)
        if of_it.any():
            ends = (int(shapes.left[of_it].min()), int(shapes.right[of_it].max()))
        pieces.append(_Piece(int(run), left, right, ends, float(np.median(shapes.bottom[own]))))
    return sorted(pieces, key=lambda piece: piece.left)


def _goes_on(piece: _Piece, other: _Piece, body: float) -> bool:
    """Whether the other stands behind the piece at a word space, on its baseline."""
    return (
        other.left > piece.left
        and other.right > piece.right
        and -_OVERLAP * body < other.left - piece.right < _WORD_SPACE * body
        and abs(piece.base - other.base) < _LEVEL * body
    )


def _between(rule: PixelBox, piece: _Piece, other: _Piece) -> bool:
    """Whether a rule stands between the letters of two pieces, at the height of their baseline."""
    middle = (rule[0] + rule[2]) / 2
    return (
        piece.letters[1] - 2 <= middle <= other.letters[0] + 2 and rule[1] <= piece.base <= rule[3]
    )
