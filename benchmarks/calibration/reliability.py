"""The reliability plot: of the values told with about this chance, how many were right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from benchmarks.score.plot import COLOURS

Told = Sequence[tuple[float, bool]]  # the chance told of a value, and whether it was right

_SIDE = 420
_LEFT, _TOP = 60, 64
_BINS = ((0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 0.97), (0.97, 1.01))


def plot(title: str, told: Mapping[str, Told], threshold: float) -> str:
    """One line for each entry as SVG; a circle's area grows with the number of its values.

    The dashed diagonal is where every chance told would be the share that is right.
    """
    width, height = _LEFT + _SIDE + 260, _TOP + _SIDE + 60
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" font-family="sans-serif" font-size="12">'
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
        f'<text x="{_LEFT}" y="28" font-size="16" font-weight="bold">{escape(title)}</text>'
    ]
    parts += _axes(threshold)
    for index, (name, values) in enumerate(told.items()):
        colour = COLOURS[index % len(COLOURS)]
        points = [_point(*bounds, values) for bounds in _BINS]
        there = [point for point in points if point is not None]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in there)
        parts.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.6"/>'
        )
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{1.5 + count**0.5 / 3:.1f}" fill="{colour}" '
            f'fill-opacity="0.6"><title>{escape(name)}: {count}</title></circle>'
            for x, y, count in there
        ]
        row = _TOP + 14 + 20 * index
        parts.append(
            f'<rect x="{_LEFT + _SIDE + 24}" y="{row - 5}" width="14" height="4" fill="{colour}"/>'
            f'<text x="{_LEFT + _SIDE + 44}" y="{row}">{escape(name)} '
            f"({sum(right for _, right in values)} of {len(values)} right)</text>"
        )
    return "\n".join(parts) + "\n</svg>\n"


def _at(x: float, y: float) -> tuple[float, float]:
    return _LEFT + x * _SIDE, _TOP + (1 - y) * _SIDE


def _point(low: float, high: float, values: Told) -> tuple[float, float, int] | None:
    mine = [(chance, right) for chance, right in values if low <= chance < high]
    if not mine:
        return None
    across = sum(chance for chance, _ in mine) / len(mine)
    share = sum(right for _, right in mine) / len(mine)
    return (*_at(across, share), len(mine))


def _axes(threshold: float) -> list[str]:
    parts = []
    for step in range(0, 11, 2):
        x, y = _at(step / 10, step / 10)
        parts.append(
            f'<line x1="{_LEFT}" x2="{_LEFT + _SIDE}" y1="{y}" y2="{y}" stroke="#e4e4e4"/>'
            f'<line y1="{_TOP}" y2="{_TOP + _SIDE}" x1="{x}" x2="{x}" stroke="#e4e4e4"/>'
            f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{step * 10}%</text>'
            f'<text x="{x}" y="{_TOP + _SIDE + 16}" text-anchor="middle">{step * 10}%</text>'
        )
    (x0, y0), (x1, y1) = _at(0, 0), _at(1, 1)
    parts.append(
        f'<line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}" stroke="#555" stroke-dasharray="5 4"/>'
    )
    review, _ = _at(threshold, 0)
    parts.append(
        f'<line x1="{review:.1f}" x2="{review:.1f}" y1="{_TOP}" y2="{_TOP + _SIDE}" '
        f'stroke="#b00020" stroke-dasharray="2 3"/>'
        f'<text x="{review - 4:.1f}" y="{_TOP - 6}" text-anchor="end" fill="#b00020">'
        f"for review under {threshold:.0%}</text>"
        f'<text x="{_LEFT + _SIDE / 2}" y="{_TOP + _SIDE + 40}" text-anchor="middle">'
        "chance told</text>"
        f'<text x="18" y="{_TOP + _SIDE / 2}" text-anchor="middle" '
        f'transform="rotate(-90 18 {_TOP + _SIDE / 2})">share that was right</text>'
    )
    return parts
