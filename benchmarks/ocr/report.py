"""The figures as a table and as plots."""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.ocr.run import Row

HEADING = (
    f"{'reader':12} {'file':22} {'CER':>7} {'Thai digits':>13} {'numbers':>10} {'dates':>10}"
    f" {'CPU s/page':>11} {'pages/min':>10} {'MiB':>6}"
)
_COLUMNS = ("CER", "Thai digits wrong", "numbers exact", "dates exact",
            "CPU s a page", "pages a minute", "peak MiB")  # fmt: skip
_COLOURS = {
    "ours": "#1f6f5c",
    "tha": "#c98a2b",
    "tha+eng": "#b4552d",
    "script/Thai": "#8a4f7d",
    "ocrmypdf": "#4a6fa5",
}
Figures = dict[str, Any]


def line(row: Row) -> str:
    """One row of the table that is printed while measuring."""
    return (
        f"{row.engine:12} {row.font + '-' + row.condition:22} {row.errors / row.characters:7.2%}"
        f" {row.thai_digits_wrong:5} / {row.thai_digits:5}"
        f" {row.numbers_exact:4} / {row.numbers:3} {row.dates_exact:4} / {row.dates:3}"
        f" {row.cpu / row.pages:11.2f} {60 * row.pages / row.wall:10.1f} {row.peak_memory:6.0f}"
    )


def write(folder: Path) -> None:
    """results.md and the plots beside the results.json of a folder."""
    results = json.loads((folder / "results.json").read_text("utf-8"))
    rows: list[Figures] = results["rows"]
    about = ", ".join(f"{name.replace('_', ' ')}: {told}" for name, told in results["run"].items())
    parts = [
        "# Readers compared",
        f"Written by `benchmarks/ocr/run.py` ({about}). What is counted: `score.py`; the pages:"
        " `pages.py`. Speeds of one run can be compared with one another, not with other runs."
        " Where a reader was given fewer pages, its first column says how many.",
        "Pages drawn for measuring, by condition:",
        _table(rows, "pages", "condition"),
        "The same pages by font (Laksaman and Norasi are not trained on):",
        _table(rows, "pages", "font"),
        "The packet of the sample documents, by level:",
        _table(rows, "packet", "condition"),
    ]
    for file, title, value in _PLOTS:
        if drawn := plot([row for row in rows if row["part"] == "pages"], title, value):
            (folder / file).write_text(drawn, encoding="utf-8")
            parts.append(f"![{title}]({file})")
    (folder / "results.md").write_text("\n\n".join(part for part in parts if part) + "\n", "utf-8")


def _named(rows: Iterable[Figures], key: str) -> dict[str, list[Figures]]:
    groups: dict[str, list[Figures]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups


def _sum(rows: Iterable[Figures], key: str) -> float:
    return float(sum(row[key] for row in rows))


def cer(rows: list[Figures]) -> float:
    return _sum(rows, "errors") / _sum(rows, "characters")


def digit_error(rows: list[Figures]) -> float:
    return _sum(rows, "thai_digits_wrong") / max(1.0, _sum(rows, "thai_digits"))


def cpu(rows: list[Figures]) -> float:
    return _sum(rows, "cpu") / _sum(rows, "pages")


_PLOTS: tuple[tuple[str, str, Callable[[list[Figures]], float]], ...] = (
    ("cer.svg", "Characters wrong, without spaces", cer),
    ("digits.svg", "Thai digits wrong", digit_error),
    ("cpu.svg", "CPU seconds a page", cpu),
)


def _table(rows: list[Figures], part: str, key: str) -> str:
    rows = [row for row in rows if row["part"] == part]
    if not rows:
        return ""
    table = [f"| {key} | reader (pages) | " + " | ".join(_COLUMNS) + " |", "| --- " * 9 + "|"]
    for group, members in _named(rows, key).items():
        for engine, own in _named(members, "engine").items():
            cells = (group, f"{engine} ({_sum(own, 'pages'):.0f})", *_cells(own))
            table.append("| " + " | ".join(cells) + " |")
    return "\n".join(table)


def _cells(rows: list[Figures]) -> tuple[str, ...]:
    medians = [row["cpu_median"] for row in rows if row["cpu_median"] is not None]
    median = f" (median {statistics.median(medians):.2f})" if medians else ""
    return (
        f"{cer(rows):.2%}",
        f"{_sum(rows, 'thai_digits_wrong'):.0f} / {_sum(rows, 'thai_digits'):.0f}"
        f" ({digit_error(rows):.2%})",
        f"{_sum(rows, 'numbers_exact'):.0f} / {_sum(rows, 'numbers'):.0f}",
        f"{_sum(rows, 'dates_exact'):.0f} / {_sum(rows, 'dates'):.0f}",
        f"{cpu(rows):.2f}{median}",
        f"{60 * _sum(rows, 'pages') / _sum(rows, 'wall'):.1f}",
        f"{max(row['peak_memory'] for row in rows):.0f}",
    )


def plot(rows: list[Figures], title: str, value: Callable[[list[Figures]], float]) -> str:
    """A bar a reader in a group a condition, as SVG; each bar with its figure beside it."""
    groups = _named(rows, "condition")
    if not groups:
        return ""
    bars = [
        (group, engine, value(own))
        for group, members in groups.items()
        for engine, own in _named(members, "engine").items()
    ]
    most = max(size for *_, size in bars) or 1.0
    form = ".2f" if value is cpu else ".2%"
    drawn, y, last = [], 34, ""
    for group, engine, size in bars:
        if group != last:
            y += 10
            drawn.append(f'<text x="8" y="{y + 13}" font-weight="bold">{escape(group)}</text>')
            last = group
        width = max(1.0, 380 * size / most)
        drawn.append(
            f'<text x="208" y="{y + 13}" text-anchor="end">{escape(engine)}</text>'
            f'<rect x="216" y="{y + 2}" width="{width:.1f}" height="14"'
            f' fill="{_COLOURS.get(engine, "#777")}"/>'
            f'<text x="{222 + width:.1f}" y="{y + 13}">{size:{form}}</text>'
        )
        y += 18
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 {y + 12}" width="680"'
        f' height="{y + 12}" font-family="sans-serif" font-size="12" fill="#222">\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n'
        f'<text x="8" y="22" font-size="15" font-weight="bold">{escape(title)}</text>\n'
        + "\n".join(drawn)
        + "\n</svg>\n"
    )
