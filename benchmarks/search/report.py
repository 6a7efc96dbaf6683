"""What was measured, as JSON, a table and a plot."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from benchmarks.score.plot import COLOURS

TARGETS = {  # milliseconds of p95 on 100 thousand records
    "number": 10,
    "date": 10,
    "word": 80,
    "words": 80,
    "phrase": 150,
    "sort": 100,
    "facets": 100,
}
_ROW, _BAR, _LEFT = 15, 420, 150


def write(results: Sequence[dict[str, Any]], folder: Path) -> None:
    """results.json, results.md, latency.svg."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(results, ensure_ascii=False, indent=1)
    (folder / "results.json").write_text(text + "\n", encoding="utf-8")
    (folder / "results.md").write_text(table(results), encoding="utf-8")
    (folder / "latency.svg").write_text(plot(results[-1]), encoding="utf-8")


def table(results: Sequence[dict[str, Any]]) -> str:
    """Milliseconds by type of question and engine, for each size."""
    parts = []
    for one in results:
        engines = one["engines"]
        parts.append(f"## {one['records']:,} records\n")
        parts.append(f"| wall ms p50 · p95 · p99 (CPU p95) | {' | '.join(engines)} | target p95 |")
        parts.append(f"| --- |{' --- |' * (len(engines) + 1)}")
        for type_ in next(iter(engines.values()))["times"]:
            cells = [_cell(engine["times"].get(type_)) for engine in engines.values()]
            parts.append(f"| {type_} | {' | '.join(cells)} | {TARGETS.get(type_, '–')} |")
        built = [engine["built"] for engine in engines.values()]
        rate = [f"{one['records'] / max(each['cpu'], 0.01):,.0f}" for each in built]
        size = [f"{each['bytes'] / 1e6:,.0f}" for each in built]
        parts.append(f"| records indexed a CPU second | {' | '.join(rate)} | – |")
        parts.append(f"| index, MB | {' | '.join(size)} | – |\n")
        parts += _known_items(one["known_items"])
        parts.append(f"A new letter is found {one['findable_after_seconds']} s after filing.\n")
    return "\n".join(parts) + "\n"


def _known_items(known: dict[str, Any]) -> list[str]:
    """The mean reciprocal ranks: of what can be told apart, of what nobody can, and of all."""
    said = {
        "apart": "fit one letter best",
        "alike": "fit several letters equally well",
        "all": "all",
    }
    rows = [
        f"| {said[name]} | {known['count'][name]} | {known['mrr'][name]} | {most} |"
        for name, most in (("apart", 1), ("alike", known["best_possible"]), ("all", "–"))
        if name in known["count"]
    ]
    head = "| known items | how many | MRR | at most, on average |"
    return [head, "| --- | --- | --- | --- |", *rows, ""]


def _cell(times: dict[str, float] | None) -> str:
    if times is None:
        return "–"
    wall = " · ".join(f"{times[f'wall_p{share}']:.1f}" for share in (50, 95, 99))
    return f"{wall} ({times['cpu_p95']:.1f})"


def plot(result: dict[str, Any]) -> str:
    """Bars of p95 wall milliseconds, one group a type of question, on a scale of powers of ten."""
    engines = result["engines"]
    types = list(next(iter(engines.values()))["times"])
    height = 60 + len(types) * (len(engines) * _ROW + 12)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _BAR + 90} {height}" '
        f'width="{_LEFT + _BAR + 90}" height="{height}" font-family="sans-serif" font-size="12">'
        f'<rect width="100%" height="100%" fill="#fff"/><text x="10" y="20" font-size="15">'
        f"p95 of wall time, ms, {result['records']:,} records (scale of powers of ten)</text>"
    ]
    for place, name in enumerate(engines):
        x = 10 + place * 120
        parts.append(f'<rect x="{x}" y="32" width="12" height="8" fill="{COLOURS[place]}"/>')
        parts.append(f'<text x="{x + 16}" y="40">{escape(name)}</text>')
    top = 56
    for type_ in types:
        parts.append(f'<text x="10" y="{top + 11}" font-weight="bold">{escape(type_)}</text>')
        for place, engine in enumerate(engines.values()):
            times = engine["times"].get(type_)
            if times is not None:
                p95 = times["wall_p95"]
                width = max(1.0, _BAR * _scaled(p95))
                parts.append(
                    f'<rect x="{_LEFT}" y="{top}" width="{width:.0f}" height="{_ROW - 3}" '
                    f'fill="{COLOURS[place]}"/>'
                    f'<text x="{_LEFT + width + 5:.0f}" y="{top + 10}">{p95:.1f}</text>'
                )
            top += _ROW
        top += 12
    return "\n".join(parts) + "\n</svg>\n"


def _scaled(milliseconds: float) -> float:
    """0.1 ms is 0, 10 s is 1."""
    from math import log10

    return min(1.0, max(0.0, (log10(max(milliseconds, 0.1)) + 1) / 5))
