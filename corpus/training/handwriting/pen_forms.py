"""The forms that pens give Thai digits and ว, as points that a stroke runs through.

In heights of a digit's body: x to the right, y down, 0 the top of the bodies and 1 the line they
stand on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Rng = np.random.Generator
Point = tuple[float, float]
Strokes = list[list[Point]]


@dataclass(frozen=True)
class Style:
    """Radius of a hand's heads, under 0.05 a thickening or nothing; how high its tails rise."""

    head: float
    tail: float


def _head(hand: Style, x: float, y: float, leave: float, way: int, rng: Rng) -> list[Point]:
    """A small loop about (x, y) that the pen leaves at an angle (degrees, 0 right, 90 down)."""
    size = hand.head * rng.uniform(0.8, 1.25)
    if size < 0.05:
        return [(x, y)]
    round_ = rng.uniform(180, 250) if rng.random() < 0.2 else rng.uniform(290, 400)
    angles = np.radians(leave - way * np.linspace(round_, 0, 7))
    tall = rng.uniform(0.9, 1.4)
    return [(x + size * float(np.cos(a)), y + size * tall * float(np.sin(a))) for a in angles]


def _tail(hand: Style, start: Point, rng: Rng) -> list[Point]:
    """From where a sign's body ends up to the right: slanted, upright or bent over at its end."""
    x, y = start
    high = hand.tail * rng.uniform(0.7, 1.2)
    lean = rng.uniform(-0.05, 0.5) * high if high < 1 else rng.uniform(-0.1, 0.3) * high
    bow = rng.uniform(-0.12, 0.12)
    path = [(x + lean * 0.45 + bow, y - high * 0.5), (x + lean, y - high)]
    if rng.random() < 0.25:
        path.append((path[-1][0] + rng.uniform(-0.3, 0.25), path[-1][1] - rng.uniform(-0.1, 0.1)))
    return path


def _zero(_: Style, rng: Rng) -> Strokes:
    start, gap = rng.uniform(0, 360), rng.uniform(-25, 12)
    angles = np.radians(start + np.linspace(0, 360 + gap, 11))
    wide, tall = rng.uniform(0.3, 0.5), rng.uniform(0.4, 0.52)
    return [[(0.45 + wide * float(np.cos(a)), 0.5 + tall * float(np.sin(a))) for a in angles]]


def _one(hand: Style, rng: Rng) -> Strokes:
    end = [(0.55, 1.02)] if rng.random() < 0.4 else [(0.5, 0.98), (rng.uniform(-0.1, 0.3), 1.08)]
    if rng.random() < 0.25:  # under the body and on to the right
        end = [(0.6, 1.0), (0.35, 1.12), (0.8, rng.uniform(1.15, 1.3))]
    high = rng.uniform(0.0, 0.1)
    return [
        [
            *_head(hand, 0.45, rng.uniform(0.45, 0.65), 120, 1, rng),
            (0.22, 0.78),
            (0.05, rng.uniform(0.45, 0.6)),
            (0.2, 0.15 + high),
            (0.5, high),
            (0.82, 0.22),
            (0.88, 0.55),
            (0.78, 0.82),
            *end,
        ]
    ]


def _flourish(hand: Style, x: float, y: float, rng: Rng) -> list[Point]:
    """From the left side of ๒ or ๖ high up, mostly to the left, some with a loop at its end."""
    high = hand.tail * rng.uniform(0.6, 1.1)
    kind = rng.random()
    if kind < 0.3:  # straight up
        return [(x + rng.uniform(-0.15, 0.1), y - high)]
    reach = rng.uniform(0.15, 0.9) * min(1.0, high)
    path = [(x - 0.12 * reach, y - 0.55 * high), (x - 0.6 * reach, y - high)]
    if kind < 0.6:  # bent over to the left, and down
        return [*path, (x - 1.1 * reach, y - high * rng.uniform(0.75, 1.05))]
    if kind < 0.8:  # a hook or a loop at its end
        size = rng.uniform(0.1, 0.22)
        angles = np.radians(np.linspace(20, -rng.uniform(200, 380), 7))
        at = (x - 0.6 * reach - size, y - high)
        return path + [
            (at[0] + size * float(np.cos(a)), at[1] + size * float(np.sin(a))) for a in angles
        ]
    return [(x, y - 0.6 * high), (x + reach * 0.3, y - high), (x + reach * 0.6, y - 0.9 * high)]


def _two(hand: Style, rng: Rng) -> Strokes:
    dip = rng.uniform(0.15, 0.5)
    left = rng.uniform(0.0, 0.25)
    foot = rng.uniform(0.9, 1.05)
    humps = [(0.4, 0.4), (0.5, 0.22), (0.62, 0.22 + dip * 0.5), (0.76, 0.2), (0.95, 0.38)]
    if rng.random() < 0.25:  # a single hump
        humps = [(0.4, 0.35), (0.65, 0.18), (0.95, 0.38)]
    return [
        [
            *_head(hand, 0.46, 0.6, 200, 1, rng),
            *humps,
            (0.97, 0.75),
            (0.92, foot),
            (0.85, foot + 0.02),
            (left + 0.2, foot),
            (left, foot - 0.02),
            (left, foot - 0.15),
            (left - rng.uniform(-0.05, 0.12), 0.2),
            *_flourish(hand, left - 0.03, 0.2, rng),
        ]
    ]


def _two_humps(hand: Style, rng: Rng, deep: float) -> list[Point]:
    """Of ๓ and ๗: from the head at the foot of the left side to the second hump's right."""
    return [
        *_head(hand, 0.16, rng.uniform(0.65, 0.85), 190, 1, rng),
        (0.04, 0.45),
        (0.2, rng.uniform(0.0, 0.1)),
        (0.4, deep * 0.55),
        (0.46, deep),
        (0.52, deep * 0.6),
        (0.68, rng.uniform(0.0, 0.1)),
        (0.86, 0.25),
    ]


def _three(hand: Style, rng: Rng) -> Strokes:
    end = [(0.9, 0.65), (0.88, 1.0)]
    if rng.random() < 0.3:
        end = [(0.92, 0.6), (0.8, 0.95), (0.6, 1.05)]
    return [[*_two_humps(hand, rng, rng.uniform(0.25, 0.65)), *end]]


def _bowl(hand: Style, rng: Rng) -> list[Point]:
    """Of ๔ and ๕: from the head within to the right foot, back, up the left side to the top."""
    foot = rng.uniform(0.92, 1.05)
    path = _head(hand, rng.uniform(0.4, 0.6), rng.uniform(0.45, 0.65), 60, 1, rng)
    if rng.random() < 0.7:  # a foot to the right; else the head is the end of the bowl
        right = rng.uniform(0.65, 1.0)
        path += [(right - 0.08, foot - 0.1), (right, foot), (right - 0.15, foot)]
    path += [(0.35, foot), (0.12, 0.85), (0.02, 0.5), (0.12, 0.2)]
    return [*path, (rng.uniform(0.28, 0.4), rng.uniform(0.02, 0.12))]


def _four(hand: Style, rng: Rng) -> Strokes:
    top = rng.uniform(-0.05, 0.08)
    right = rng.uniform(0.65, 0.95)
    return [[*_bowl(hand, rng), (right - 0.15, top), *_tail(hand, (right, top - 0.05), rng)]]


def _five(hand: Style, rng: Rng) -> Strokes:
    """๔ with a notch before its tail; the notch may be small beside it."""
    if rng.random() < 0.3:
        return _five_dipped(hand, rng)
    small = rng.uniform(0.45, 1.1)
    x, y = rng.uniform(0.5, 0.8), rng.uniform(-0.06, 0.08)
    kind = rng.random()
    if kind < 0.3:  # a loop standing on the top
        notch = [(0, 0), (-0.1, -0.28), (0.04, -0.42), (0.16, -0.28), (0.02, -0.06), (0.2, -0.1)]
    elif kind < 0.55:  # a step: back to the left, then a bar to the right
        notch = [(0.06, -0.02), (0.0, -0.14), (-0.05, -0.2), (0.04, -0.2), (0.24, -0.22)]
    elif kind < 0.75:  # a bump
        notch = [(-0.05, 0), (0.03, -0.22), (0.13, -0.2), (0.14, 0.02), (0.26, -0.08)]
    elif kind < 0.88:  # a small loop on the tail, turned over
        notch = [(0, 0), (0.2, -0.1), (0.25, -0.3), (0.1, -0.32), (0.08, -0.15), (0.28, -0.2)]
    else:  # a stroke of its own across
        top, right = y, x + 0.15
        bar = [(right - 0.22 * small, top - 0.2), (right + 0.28 * small, top - 0.24)]
        tail = _tail(hand, (right, top - 0.08), rng)
        return [[*_bowl(hand, rng), (right - 0.15, top), *tail], bar]
    path = [(x + small * dx, y + small * dy) for dx, dy in notch]
    end = path[-1]
    return [[*_bowl(hand, rng), *path, *_tail(hand, (end[0] + 0.06, end[1] - 0.03), rng)]]


def _five_dipped(hand: Style, rng: Rng) -> Strokes:
    """As print has it: over the top the stroke dips, then rises into the tail, at times in a bow
    that opens to the left."""
    dip = rng.uniform(0.1, 0.32)
    at = rng.uniform(0.5, 0.68)
    top = rng.uniform(-0.08, 0.06)
    path = [(at - 0.08, top + dip * 0.7), (at, top + dip), (at + 0.08, top + dip * 0.75)]
    end = (at + rng.uniform(0.14, 0.3), top - rng.uniform(0.0, 0.15))
    if rng.random() < 0.5:
        return [[*_bowl(hand, rng), *path, end, *_tail(hand, end, rng)]]
    high = hand.tail * rng.uniform(0.6, 1.1)
    bow = [(end[0] + 0.12, end[1] - high * 0.45), (end[0] + rng.uniform(-0.05, 0.1), end[1] - high)]
    return [[*_bowl(hand, rng), *path, end, *bow]]


def _six(hand: Style, rng: Rng) -> Strokes:
    body = [(0.12, 0.75), (0.3, 0.98), (0.62, 0.95), (0.84, 0.6), (0.68, 0.25), (0.4, 0.28)]
    inner = _head(hand, 0.3, 0.62, 0, -1, rng) if rng.random() < 0.6 else [(0.2, 0.5), (0.16, 0.7)]
    up = list(reversed(_flourish(hand, 0.12, 0.1, rng)))
    return [[*up, (0.1, 0.35), *body, *(reversed(inner))]]


def _seven(hand: Style, rng: Rng) -> Strokes:
    deep = rng.uniform(0.35, 0.95)
    low = rng.uniform(0.85, 1.05)
    path = _two_humps(hand, rng, deep)
    if rng.random() < 0.3:  # the second hump only a turn: nearly ๙
        path = [*path[:-3], (0.6, 0.3)]
        return [[*path, (0.68, low), (0.76, low), *_tail(hand, (0.88, 0.2), rng)]]
    return [[*path, (0.84, 0.7), (0.78, low), (0.88, low - 0.1), *_tail(hand, (1.0, 0.2), rng)]]


def _eight(hand: Style, rng: Rng) -> Strokes:
    """The head at the right, feet with a dip between, the left side, the top and the tail."""
    dip, foot = rng.uniform(0.05, 0.4), rng.uniform(0.92, 1.04)
    top, right = rng.uniform(-0.05, 0.15), rng.uniform(0.65, 0.95)
    head = _head(hand, rng.uniform(0.55, 0.7), rng.uniform(0.45, 0.65), 30, 1, rng)
    if rng.random() < 0.3:  # the loop open
        head = [(0.45, 0.5), (0.6, 0.4), (0.76, 0.55)]
    left = rng.uniform(0.0, 0.14)
    return [
        [
            *head,
            (0.82, 0.85),
            (0.66, foot),
            (0.44, foot - dip),
            (0.26, foot),
            (left, 0.75),
            (left, 0.4),
            (0.2, top + 0.05),
            (right - 0.2, top),
            *_tail(hand, (right, top - 0.06), rng),
        ]
    ]


def _nine(hand: Style, rng: Rng) -> Strokes:
    low = rng.uniform(0.75, 1.1)
    hump = [
        *_head(hand, rng.uniform(0.2, 0.35), rng.uniform(0.65, 0.85), 200, 1, rng),
        (0.04, 0.45),
        (0.18, 0.08),
        (0.42, rng.uniform(0.02, 0.12)),
        (0.58, 0.45),
    ]
    if rng.random() < 0.4:  # the tail begins in the middle of the last stroke
        knee = rng.uniform(0.35, 0.6)
        tail = [(0.56, knee + 0.05), (0.7, knee - 0.1), *_tail(hand, (0.85, 0.2), rng)]
        return [[*hump, (0.72, low)], tail]
    return [[*hump, (0.64, low - 0.05), (0.7, low), *_tail(hand, (0.85, 0.25), rng)]]


def _wo(hand: Style, rng: Rng) -> Strokes:
    wide = rng.uniform(0.3, 0.65)
    hook = rng.uniform(0.1, 0.45)
    foot = 1.0 if rng.random() < 0.7 else rng.uniform(1.05, 1.7)  # a long tail down
    body = [
        (rng.uniform(-0.1, 0.08), hook),
        (wide * 0.2, 0.08),
        (wide * 0.65, rng.uniform(0.0, 0.08)),
        (wide, 0.3),
        (wide * rng.uniform(0.85, 1.02), 0.7),
    ]
    kind = rng.random()
    if kind < 0.55:
        return [[*body, *reversed(_head(hand, wide * 0.75, foot - 0.12, 0, -1, rng))]]
    if kind < 0.8:  # no head: straight down, or round to the left
        return [[*body, (wide * rng.uniform(0.4, 0.95), foot)]]
    if kind < 0.9:  # on to the next sign without lifting the pen
        return [[*body, (wide * 0.8, 1.0), (wide * 0.95, 1.02), (wide + 0.3, 0.85)]]
    return [[*body, (wide * 0.7, 0.98), (wide * 0.2, 0.95), (wide * 0.25, 0.75)]]


FORMS: dict[str, Callable[[Style, Rng], Strokes]] = dict(
    zip(
        "๐๑๒๓๔๕๖๗๘๙ว",
        (_zero, _one, _two, _three, _four, _five, _six, _seven, _eight, _nine, _wo),
        strict=True,
    )
)
