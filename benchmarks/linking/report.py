"""The figures as a table and as a plot of how cost grows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

Figures = dict[str, Any]

_COLUMNS = (
    ("documents", "documents", "{:,}"),
    ("as dense as", "of", "{:,}"),
    ("linked", "linked", "{:,}"),
    ("citations", "citations", "{:,}"),
    ("exact right", "precision_exact", "{:.4%}"),
    ("but for namesakes", "precision_exact_but_namesakes", "{:.4%}"),
    ("probable right", "precision_probable", "{:.2%}"),
    ("mistyped found", "recall_mistyped", "{:.2%}"),
    ("where one can tell", "recall_telling", "{:.2%}"),
    ("found or offered", "recall_offered", "{:.2%}"),
    ("true found", "recall_true", "{:.2%}"),
    ("of them as exact", "true_exact", "{:.1%}"),
    ("CPU s", "cpu_seconds", "{:,.0f}"),
    ("linked a CPU s", "linked_a_second", "{:,}"),
    ("an arrival, CPU ms p50", "arrival_ms_p50", "{:.1f}"),
    ("p95", "arrival_ms_p95", "{:.1f}"),
    ("peak MiB", "peak_mib", "{:,}"),
    ("program", "program", "{}"),
)
_ARCHIVES = (
    (
        "lifelike",
        "Life-like: 2,800 offices, of whose numbers the archive has some",
        "An archive as an office could have it, as it grows in twenty years. Each parameter and "
        "its source: `lifelike.py`, `matters.py`. The targets and the plot are of this one.",
    ),
    (
        "complete",
        "Complete: 236 offices, every number of which reaches the archive",
        "A stress: letters are as offices write them, but their numbers are denser than any office "
        "has them.",
    ),
    (
        "dense",
        "Dense: the same, and letters have nothing to do with what they cite",
        "The hardest stress: no subject tells what is meant. Its density grows with its size.",
    ),
)
_TARGETS = "| target | | | | ≥ 99.99% | | ≥ 98% | ≥ 95% | | | | | n log n | | < 50 | | | |"
_WIDTH, _HEIGHT, _LEFT, _TOP = 300, 200, 60, 60  # of a panel's field
_INK, _RULE = "#1b6ca8", "#999"


def place_in_table(one: Figures) -> tuple[str, int, int]:
    """What a row is known by, and its place: the archive, how dense, how many documents."""
    return one["archive"], one["of"], one["documents"]


def write_report(folder: Path, results: Sequence[Figures]) -> None:
    """results.md and results.svg of figures in the order of their places."""
    rows = [
        "# Linking at scale",
        "",
        "Written by `python -m benchmarks.linking`: synthetic letters of twenty years, three "
        "citations each, 5 % of them mistyped; 5 % of the letters cited never reached the archive. "
        "CPU time of one core; the documents were filed before the clock started. Namesakes: "
        "mistyped citations that name, to the letter, another document of the same office and day; "
        "the fuller the archive, the more there are. One can tell what a mistyped citation means "
        "unless it is such a namesake, or two letters of the archive are one slip away from what "
        "it says. A citation of a letter with such a neighbour is probable, not exact, if nothing "
        "but number, day and office speaks for it. Offered: a mistyped citation that leads "
        "nowhere, but shows a person what it means among its nearest. Where fewer are linked than "
        "the archive holds, they were drawn at random, and their CPU seconds are reckoned up to "
        "all. As dense as: the first letters of an archive that will hold so many. Program: the "
        "commit measured.",
        "",
    ]
    for archive, heading, about in _ARCHIVES:
        of_it = [one for one in results if one["archive"] == archive]
        rows += ["", f"## {heading}", "", about, "", *_table(of_it)] if of_it else []
    rows += ["", "![How cost grows](results.svg)", ""]
    (folder / "results.md").write_text("\n".join(rows), encoding="utf-8")
    grown = [one for one in results if one["archive"] == "lifelike"]
    whole = [one for one in grown if one["linked"] == one["documents"]]
    if whole:
        (folder / "results.svg").write_text(_drawn(whole), encoding="utf-8")


def _table(results: Sequence[Figures]) -> list[str]:
    return [
        "| " + " | ".join(title for title, _, _ in _COLUMNS) + " |",
        "|" + " ---: |" * len(_COLUMNS),
        *(
            "| "
            + " | ".join(form.format(one[key]) if key in one else "" for _, key, form in _COLUMNS)
            + " |"
            for one in results
        ),
        _TARGETS,
    ]


def _drawn(results: Sequence[Figures]) -> str:
    """Two panels: CPU seconds of all links, and what one arrival costs, by documents."""
    sizes = [one["documents"] for one in results]
    cpu = [one["cpu_seconds"] for one in results]
    ideal = [cpu[0] * n * math.log(n) / (sizes[0] * math.log(sizes[0])) for n in sizes]
    arrivals = [one["arrival_ms_p50"] for one in results]
    width = 2 * (_WIDTH + _LEFT) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {_HEIGHT + 110}" '
        f'width="{width}" height="{_HEIGHT + 110}" font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{_HEIGHT + 110}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="24" font-size="16" font-weight="bold">Linking, life-like</text>',
        _panel(0, "all links, CPU seconds (dashed: n log n)", sizes, cpu, ideal),
        _panel(1, "one arrival, CPU ms p50 (dashed: the limit, 50)", sizes, arrivals,
               [50.0 for _ in sizes]),
    ]  # fmt: skip
    return "\n".join(parts) + "\n</svg>\n"


def _panel(
    place: int, name: str, sizes: Sequence[int], values: Sequence[float], dashed: Sequence[float]
) -> str:
    """A line in log scales on both axes, each value written at its point."""
    low = math.floor(math.log10(min(*values, *dashed)))
    high = math.ceil(math.log10(max(*values, *dashed)))
    first, last = math.log10(sizes[0]), max(math.log10(sizes[-1]), math.log10(sizes[0]) + 1)

    def at(size: int, value: float) -> tuple[float, float]:
        x = (math.log10(size) - first) / (last - first) * _WIDTH
        return x, _HEIGHT * (1 - (math.log10(value) - low) / max(1, high - low))

    left = _LEFT + place * (_WIDTH + _LEFT)
    parts = [f'<g transform="translate({left} {_TOP})"><text y="-10">{escape(name)}</text>']
    for power in range(low, high + 1):
        _, y = at(sizes[0], 10.0**power)
        parts.append(f'<line x2="{_WIDTH}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="-6" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    for line, style in ((dashed, f'stroke="{_RULE}" stroke-dasharray="5 4"'),
                        (values, f'stroke="{_INK}" stroke-width="2"')):  # fmt: skip
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(at, sizes, line))
        parts.append(f'<polyline points="{points}" fill="none" {style}/>')
    for size, value in zip(sizes, values, strict=True):
        x, y = at(size, value)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{_INK}"/>')
        anchor = "end" if x > _WIDTH / 2 else "start"
        parts.append(f'<text x="{x:.1f}" y="{y - 8:.1f}" text-anchor="{anchor}">{value:,g}</text>')
        parts.append(f'<text x="{x:.1f}" y="{_HEIGHT + 18}" text-anchor="middle">{size:,}</text>')
    return "".join(parts) + "</g>"
