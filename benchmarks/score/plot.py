"""Small line charts as SVG: enough for figures over time and for reliability, and no library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

COLOURS = (
    "#1b6ca8", "#c8553d", "#4f7942", "#7a4fa3", "#b08900",
    "#3a8f8f", "#a23b72", "#5c5c5c", "#8c6d46", "#2f4b7c",
)  # fmt: skip
_WIDTH, _HEIGHT = 300, 150  # of a panel's field
_LEFT, _TOP, _GAP = 44, 60, 56
_ACROSS = 3


@dataclass(frozen=True)
class Series:
    """A named line; y is 0..1."""

    name: str
    points: tuple[tuple[float, float], ...]


def panels(
    title: str,
    series: Mapping[str, Sequence[Series]],
    marks: Sequence[str],
    goals: Mapping[str, float],
) -> str:
    """One chart for each entry, three in a row; `marks` name x = 0, 1, …, the first and last shown.

    The y axis begins a little under the lowest value, at 0.9 at most.
    """
    names = list(dict.fromkeys(line.name for lines in series.values() for line in lines))
    colour = {name: COLOURS[i % len(COLOURS)] for i, name in enumerate(names)}
    rows = -(-len(series) // _ACROSS)
    width = _LEFT + _ACROSS * (_WIDTH + _GAP)
    legend_top = _TOP + rows * (_HEIGHT + _GAP)
    height = legend_top + 18 * -(-len(names) // _ACROSS) + 12
    parts = [_open(width, height, title)]
    for index, (name, lines) in enumerate(series.items()):
        x = _LEFT + (index % _ACROSS) * (_WIDTH + _GAP)
        y = _TOP + (index // _ACROSS) * (_HEIGHT + _GAP)
        parts.append(f'<g transform="translate({x} {y})">')
        parts += _panel(name, lines, marks, goals.get(name), colour)
        parts.append("</g>")
    for index, name in enumerate(names):
        x = _LEFT + (index % _ACROSS) * (_WIDTH + _GAP)
        y = legend_top + 18 * (index // _ACROSS)
        parts.append(f'<rect x="{x}" y="{y}" width="14" height="4" fill="{colour[name]}"/>')
        parts.append(f'<text x="{x + 20}" y="{y + 6}">{escape(name)}</text>')
    return "\n".join(parts) + "\n</svg>\n"


def _panel(
    name: str,
    lines: Sequence[Series],
    marks: Sequence[str],
    goal: float | None,
    colour: Mapping[str, str],
) -> list[str]:
    lowest = min((y for line in lines for _, y in line.points), default=0.9)
    low = min(0.9, int(lowest * 20) / 20)
    last = max(1, len(marks) - 1)

    def at(x: float, y: float) -> tuple[float, float]:
        return x / last * _WIDTH, (1 - (y - low) / (1 - low)) * _HEIGHT

    parts = [f'<text x="0" y="-8" class="name">{escape(name)}</text>']
    for y in (low, (low + 1) / 2, 1.0):
        _, top = at(0, y)
        parts.append(f'<line x1="0" x2="{_WIDTH}" y1="{top:.1f}" y2="{top:.1f}" class="grid"/>')
        parts.append(f'<text x="-6" y="{top + 4:.1f}" class="scale">{y:.0%}</text>')
    if goal is not None:
        _, top = at(0, goal)
        parts.append(f'<line x1="0" x2="{_WIDTH}" y1="{top:.1f}" y2="{top:.1f}" class="goal"/>')
    for line in lines:
        places = [at(x, y) for x, y in line.points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour[line.name]}"/>')
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.2" fill="{colour[line.name]}"/>'
            for x, y in places
        ]
    if marks:
        parts.append(f'<text x="0" y="{_HEIGHT + 14}" class="mark">{escape(marks[0])}</text>')
    if len(marks) > 1:
        parts.append(
            f'<text x="{_WIDTH}" y="{_HEIGHT + 14}" class="mark end">{escape(marks[-1])}</text>'
        )
    return parts


def _open(width: float, height: float, title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="sans-serif" font-size="12">'
        "<style>.name{font-weight:bold}.scale{text-anchor:end;fill:#777;font-size:11px}"
        ".grid{stroke:#ddd}.goal{stroke:#333;stroke-dasharray:5 4}"
        ".mark{fill:#777;font-size:11px}.end{text-anchor:end}polyline{stroke-width:1.6}</style>"
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
        f'<text x="{_LEFT}" y="24" font-size="16" font-weight="bold">{escape(title)}</text>'
    )
