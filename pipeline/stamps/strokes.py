"""Long thin strokes that run nearly across or nearly down: the sides of frames pressed by hand.

They lean, bow, and break where the rubber did not touch the paper; rules of a printed page
(`pipeline.cleanup.rules`) do none of that. Measures are pixels at 75 dpi.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]

_RUN = 9  # of ink in a row that a letter's stroke seldom has
_BROKEN = 5  # the gaps of a worn stroke
_THICKEST = 6
_GAP = 17  # between pieces of one stroke that are put together unasked
_STEEPEST = 0.19  # rise to run
_OFF = 3.0  # by which pieces of one stroke may lie off its curve
_FAR = 45  # by which they may lie apart
_BROAD = 2.0  # within which most of a stroke lies about its curve
_BEND = 0.06  # of its length, by which a stroke may bow
_MOST = 96  # pieces looked at


@dataclass(frozen=True, slots=True)
class Stroke:
    """A stroke along a parabola (how far down, by how far across; or turned about)."""

    curve: tuple[float, float, float]
    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def slope(self) -> float:
        """Of the line through its ends; nought of one too short to tell."""
        if self.length < 3 * _GAP:
            return 0.0
        return (self.at(self.end) - self.at(self.start)) / self.length

    def at(self, place: float) -> float:
        a, b, c = self.curve
        return (a * place + b) * place + c


def find_strokes(ink: Mask, least: float, *, worn: bool = False) -> list[Stroke]:
    """Strokes that run across and are at least so long, longest first, their pieces together."""
    pieces = _pieces(ink, worn)
    strokes: list[Stroke] = []
    while pieces:
        own, *pieces = pieces
        stroke = _fitted(own)
        if stroke is None:
            continue
        for piece in _nearest(stroke, pieces):
            joint = _fitted(np.hstack([own, piece])) if _goes_on(stroke, piece) else None
            if joint is not None:
                own, stroke = np.hstack([own, piece]), joint
                pieces = [other for other in pieces if other is not piece]
        if stroke.length >= least:
            strokes.append(stroke)
    return sorted(strokes, key=lambda stroke: -stroke.length)


def _pieces(ink: Mask, worn: bool) -> list[Floats]:
    """What runs across without a gap, longest first: places across, and how far down (2 rows)."""
    thick = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((_THICKEST + 1, 1), np.uint8))
    thin = cv2.dilate(cv2.bitwise_and(ink, cv2.bitwise_not(thick)), np.ones((3, 1), np.uint8))
    if worn:
        thin = cv2.morphologyEx(thin, cv2.MORPH_CLOSE, np.ones((1, _BROKEN), np.uint8))
    runs = cv2.morphologyEx(thin, cv2.MORPH_OPEN, np.ones((1, _RUN), np.uint8))
    if not cv2.countNonZero(runs):
        return []
    joined = cv2.morphologyEx(runs, cv2.MORPH_CLOSE, np.ones((3, _GAP), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStatsWithAlgorithm(
        joined, 8, cv2.CV_16U, cv2.CCL_SPAGHETTI
    )
    found = []
    for index in range(1, count):
        left, top, wide, tall, _ = stats[index].tolist()
        if wide < 2 * _RUN or tall > _STEEPEST * wide + 2 * _THICKEST:
            continue
        window = (slice(top, top + tall), slice(left, left + wide))
        own = (labels[window] == index) & (runs[window] > 0)
        inked = own.sum(axis=0)
        xs = np.flatnonzero(inked)
        heights = (np.arange(tall) @ own)[xs] / inked[xs]
        found.append(np.array([xs + left, heights + top], np.float64))
    return sorted(found, key=lambda piece: -float(np.ptp(piece[0])))[:_MOST]


def _nearest(stroke: Stroke, pieces: list[Floats]) -> list[Floats]:
    """The pieces that lie where a stroke leads, the nearest first."""
    ahead = [piece for piece in pieces if _goes_on(stroke, piece)]
    return sorted(ahead, key=lambda piece: _away(stroke, piece))


def _goes_on(stroke: Stroke, piece: Floats) -> bool:
    """Whether a piece lies where a stroke leads."""
    away = _away(stroke, piece)
    if away > min(_FAR, 0.7 * stroke.length):
        return False
    nearest = min(max(float(piece[0].mean()), stroke.start), stroke.end)
    ahead = stroke.at(nearest) + stroke.slope * (float(piece[0].mean()) - nearest)
    return abs(float(piece[1].mean()) - ahead) < _OFF + 0.05 * away


def _away(stroke: Stroke, piece: Floats) -> float:
    return float(max(stroke.start - piece[0].max(), piece[0].min() - stroke.end, 0.0))


def _fitted(piece: Floats) -> Stroke | None:
    """The stroke through these places; None if they lie along no slight curve."""
    xs, ys = piece
    start, end = float(xs.min()), float(xs.max())
    curve = np.polyfit(xs, ys, 2 if end - start > 3 * _GAP else 1)
    curve = np.concatenate([np.zeros(3 - len(curve)), curve])
    bend, slope, height = (float(each) for each in curve)
    steep = abs(bend * (start + end) + slope) > _STEEPEST
    bowed = abs(bend) * (end - start) / 4 > _BEND
    off = np.abs(ys - np.polyval(curve, xs))
    if steep or bowed or float(np.percentile(off, 80)) > _BROAD:
        return None
    return Stroke((bend, slope, height), start, end)
