"""What lies around a written row, dots, rules and specks, and what a scan makes of it."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Rng = np.random.Generator
Grey = NDArray[np.uint8]
Ink = NDArray[np.float32]  # 0 paper .. 1 ink


def turned(canvas: Grey, degrees: float) -> Grey:
    rows, columns = canvas.shape
    matrix = cv2.getRotationMatrix2D((columns / 2, rows / 2), degrees, 1)
    return np.asarray(cv2.warpAffine(canvas, matrix, (columns, rows)), np.uint8)


def with_surroundings(canvas: Grey, body: float, pen: float, rng: Rng) -> Grey:
    """Cut near the ink; then dots to write on, a rule, specks, a neighbour's edge."""
    rows, columns = np.flatnonzero((canvas > 100).any(1)), np.flatnonzero((canvas > 100).any(0))
    room = round(body * rng.uniform(0.1, 0.3)) + 3
    top, left = max(0, rows[0] - room), max(0, columns[0] - room)
    cut = canvas[top : rows[-1] + room, left : columns[-1] + room].copy()
    height, width = cut.shape
    kind = rng.random()
    baseline = min(height - 2, round(height - room - rng.uniform(-0.3, 0.2) * body))
    if kind < 0.16:
        step = round(body * rng.uniform(0.12, 0.25)) + 1
        radius = max(1, round(body * rng.uniform(0.02, 0.05)))
        long = round(step * rng.choice((0.0, 0.5)))  # dots or dashes
        written = cv2.dilate(cut, np.ones((9, 9), np.uint8))
        alone = rng.random() < 0.5  # those that touch no stroke were taken out before
        for x in range(int(rng.integers(step)), width, step):
            if not alone or written[baseline, x : x + long + 1].any():
                cv2.line(cut, (x, baseline), (x + long, baseline), 255, 2 * radius)
    elif kind < 0.20:
        cv2.line(cut, (0, baseline), (width, baseline + int(rng.integers(-3, 4))), 255, 2)
    if rng.random() < 0.2:
        for _ in range(int(rng.integers(1, 6))):
            spot = (int(rng.integers(width)), int(rng.integers(height)))
            cv2.circle(cut, spot, int(rng.integers(1, max(2, round(pen * 0.6)) + 1)), 255, -1)
    if rng.random() < 0.08:  # a tail from the line above, or a stroke of a signature
        x, reach = rng.uniform(0, width), rng.uniform(0.2, 0.5) * height
        end = (round(x + rng.normal(0, 0.4) * body), round(reach))
        cv2.line(cut, (round(x), 0), end, 255, max(1, round(pen)), cv2.LINE_AA)
    if rng.random() < 0.04:  # the foot or the whole of a printed stroke before the row
        x, reach = rng.uniform(0, 0.2) * body, rng.uniform(0.2, 1.0) * body
        start = (round(x), baseline)
        end = (round(x + 0.4 * reach), round(baseline - reach))
        cv2.line(cut, start, end, 255, max(1, round(0.06 * body)), cv2.LINE_AA)
    if rng.random() < 0.06:  # the edge of a printed letter left or right
        x = 0 if rng.random() < 0.5 else width - 1
        reach = int(rng.integers(2, max(3, room)))
        y = int(rng.integers(height // 3, height))
        cv2.ellipse(cut, (x, y), (reach, round(body * 0.3)), 0, 0, 360, 255, round(pen))
    return cut


def _coarse(values: Ink, scale: float) -> Ink:
    small = cv2.resize(values, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, values.shape[::-1], interpolation=cv2.INTER_LINEAR))


def scanned(ink: Grey, rng: Rng) -> Grey:
    """Ink on paper: blurred, paler or darker, noisy, or cut to black and white."""
    values = ink.astype(np.float32) / 255
    values = cv2.GaussianBlur(values, (0, 0), rng.uniform(0.3, 1.1))
    if rng.random() < 0.25:  # scanned at 100 to 200 dpi, or made smaller since
        values = _coarse(values, rng.uniform(0.3, 0.7))
    if rng.random() < 0.3:
        cut = rng.uniform(0.3, 0.65)
        ragged = rng.normal(0, 0.08, values.shape).astype(np.float32)
        values = (values + cv2.GaussianBlur(ragged, (0, 0), 0.8) > cut).astype(np.float32)
    else:
        patchy = rng.normal(1, 0.35, (max(2, values.shape[0] // 9), max(2, values.shape[1] // 9)))
        patchy = cv2.resize(patchy.astype(np.float32), values.shape[::-1])
        values = values * np.clip(patchy, 0.45, 1.0)
    paper, dark = rng.uniform(215, 255), rng.uniform(0, 130)
    grey = paper - (paper - dark) * values + rng.normal(0, rng.uniform(0, 7), values.shape)
    return np.asarray(np.clip(grey, 0, 255), np.uint8)


def copied(ink: Grey, rng: Rng) -> Grey:
    """Ink on a copy in black and white at 150 to 220 dpi, its strokes thick or broken, as a page at
    300 dpi shows it."""
    values = ink.astype(np.float32) / 255
    values = cv2.GaussianBlur(values, (0, 0), rng.uniform(0.5, 1.3))
    coarse = rng.uniform(0.5, 0.75)
    size = tuple(max(4, round(side * coarse)) for side in values.shape[::-1])
    small = cv2.resize(values, size, interpolation=cv2.INTER_AREA)
    cut = float(rng.choice((0.25, 0.35, 0.5, 0.6)))
    small += rng.normal(0, rng.uniform(0.01, 0.25) * cut, small.shape).astype(np.float32)
    black = (small > cut).astype(np.float32)
    if rng.random() < 0.25:  # clotted by copying once more
        black = (cv2.GaussianBlur(black, (0, 0), 0.8) > 0.3).astype(np.float32)
    if rng.random() < 0.25:  # its edges spattered
        rim = cv2.dilate(black, np.ones((3, 3))) > black
        black[rim & (rng.random(black.shape) < rng.uniform(0.05, 0.3))] = 1.0
    way = cv2.INTER_CUBIC if rng.random() < 0.7 else cv2.INTER_LINEAR
    large = cv2.resize(black, ink.shape[::-1], interpolation=way)
    return np.asarray(np.clip(255 * (1 - large), 0, 255), np.uint8)
