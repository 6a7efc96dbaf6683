"""A signature as a pen would draw it: loops that drift to the right and end in a flourish."""

from __future__ import annotations

import math
import random


def signature_path(name: str) -> str:
    """The SVG path (in a box of 300 x 100) of one signer: the same for the same name."""
    rng = random.Random(name)
    points: list[tuple[float, float]] = []
    loops = rng.randint(2, 6)
    reach = rng.uniform(110, 190)  # how far the name runs
    slant = rng.uniform(-0.35, 0.2)
    steps = loops * 9
    tilt = rng.uniform(0.2, 0.7)
    for step in range(steps):
        turn = step / 9 * 2 * math.pi
        height = 34 * (1 - 0.75 * step / steps) * (1 if step % 2 else rng.uniform(0.6, 1.2))
        x = 40 + reach * step / steps + 15 * math.cos(turn) + tilt * height * math.sin(turn)
        points.append((x, 52 + slant * (x - 120) - height * math.sin(turn)))
    end_x, end_y = points[-1]
    points += [(end_x + 30, end_y - 14), (end_x + 55, end_y + 6)]
    points += [(end_x - 60, end_y + 30), (end_x - 150, end_y + 26), (280, 70 + rng.uniform(-8, 8))]
    return _smooth(points)


def _smooth(points: list[tuple[float, float]]) -> str:
    """A Catmull-Rom spline through the points, as cubic Béziers."""
    path = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    padded = [points[0], *points, points[-1]]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        numbers = (*first, *second, *end)
        path.append("C" + " ".join(f"{number:.1f}" for number in numbers))
    return "".join(path)
