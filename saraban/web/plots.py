"""Figures → bars, as plain SVG that a template draws: pure, no colours and no words of its own.

Colours are classes of the style sheet (`bar-0` … `bar-5`); every bar carries its words, so that a
screen reader reads out what the eye sees.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 720, 260  # of a plot, in its own units
_LEFT, _BOTTOM, _TOP = 44, 42, 12  # room for the figures and the names beside the bars
_GAP = 0.35  # of a column's width, between two columns


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle: which series it belongs to, where it stands, and what it means."""

    series: int
    x: float
    y: float
    width: float
    height: float
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A figure or name beside an axis, at its place along it."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns made of stacked bars, their names below and figures at the left."""

    bars: tuple[Bar, ...]
    names: tuple[Tick, ...]
    figures: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    floor: int = HEIGHT - _BOTTOM


def stacked_columns(
    columns: Sequence[str], series: Sequence[str], values: Mapping[tuple[int, int], int]
) -> Columns:
    """`values` holds (column, series) → a count; the first series stands lowest.

    >>> made = stacked_columns(["ม.ค.", "ก.พ."], ["คำสั่ง"], {(0, 0): 3, (1, 0): 6})
    >>> [(bar.label, bar.height) for bar in made.bars]
    [('ม.ค. · คำสั่ง: 3', 103.0), ('ก.พ. · คำสั่ง: 6', 206.0)]
    """
    tallest = max((sum_of(values, column) for column in range(len(columns))), default=0)
    step = steps(tallest)
    top = max(step * -(-tallest // step), step)
    floor, room = HEIGHT - _BOTTOM, HEIGHT - _BOTTOM - _TOP
    each = (WIDTH - _LEFT) / max(len(columns), 1)
    width = min(each * (1 - _GAP), 64.0)
    bars: list[Bar] = []
    names: list[Tick] = []
    for column, name in enumerate(columns):
        middle = _LEFT + each * (column + 0.5)
        names.append(Tick(round(middle, 1), name))
        base = float(floor)
        for place, kind in enumerate(series):
            count = values.get((column, place), 0)
            if count:
                height = room * count / top
                base -= height
                bars.append(
                    Bar(
                        place,
                        round(middle - width / 2, 1),
                        round(base, 1),
                        round(width, 1),
                        round(height, 1),
                        f"{name} · {kind}: {count}",
                    )
                )
    figures = tuple(
        Tick(round(floor - room * value / top, 1), str(value)) for value in range(0, top + 1, step)
    )
    return Columns(tuple(bars), tuple(names), figures)


def sum_of(values: Mapping[tuple[int, int], int], column: int) -> int:
    """How high a column is."""
    return sum(count for (place, _), count in values.items() if place == column)


def steps(tallest: int) -> int:
    """How far apart the figures of an axis are: at most five steps of 1, 2 or 5 times a power of
    ten.

    >>> steps(3), steps(7), steps(4321)
    (1, 2, 1000)
    """
    size = 1
    while True:
        for factor in (1, 2, 5):
            if tallest <= 5 * size * factor:
                return size * factor
        size *= 10


def share(part: int, whole: int) -> float:
    """A part of a whole in hundredths, 0 of nothing.

    >>> share(3, 4), share(0, 0)
    (75.0, 0.0)
    """
    return round(100 * part / whole, 1) if whole else 0.0
