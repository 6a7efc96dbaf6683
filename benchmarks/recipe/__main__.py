"""What each step of the page recipe gives, and what it costs.

    make bench-recipe                                   # all, into benchmarks/recipe/
    python -m benchmarks.recipe --pages 1 --only "rules left in" --out build/bench/recipe

Each page is read by every variant in turn, so that a machine busy with other work is as slow for
one as for the other. CPU seconds are of reading a page already drawn, Tesseract's included.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.ocr import cases
from benchmarks.ocr.report import cer, plot
from benchmarks.ocr.score import Tally
from benchmarks.recipe.variants import VARIANTS, Variant
from benchmarks.score.cases import LEVELS
from pipeline.rasterise import render_pdf_page
from pipeline.scan import read_scan

FOLDER = Path("benchmarks/recipe")
# The packet's first two pages bear stamps, which its truth leaves out; the others run in columns.
PACKET_PAGES = (3, 5)


@dataclass
class Row:
    """One variant on one level."""

    engine: str
    condition: str
    tally: Tally = field(default_factory=Tally)
    cpu: list[float] = field(default_factory=list)

    def figures(self) -> dict[str, Any]:
        tally = self.tally
        return {
            "engine": self.engine,
            "condition": self.condition,
            "pages": tally.pages,
            "characters": tally.characters,
            "errors": tally.errors,
            "thai_digits": tally.thai_digits,
            "thai_digits_wrong": tally.thai_digits_wrong,
            "values": tally.numbers + tally.dates,
            "values_exact": tally.numbers_exact + tally.dates_exact,
            "cpu_median": round(statistics.median(self.cpu), 3),
            "cpu": round(sum(self.cpu), 3),
        }


def _spent() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def measure(
    variants: Iterable[Variant], files: Iterable[cases.Case], pages: int
) -> list[dict[str, Any]]:
    """Read the first `pages` pages of each file in every variant; a row a variant and level."""
    rows: dict[tuple[str, str], Row] = {}
    for case in files:
        numbers = PACKET_PAGES if case.part == "packet" else range(1, len(case.truths) + 1)
        for number in numbers[:pages]:
            truth = case.truths[number - 1]
            picture = render_pdf_page(case.pdf, number)
            for variant in variants:
                key = (variant.name, case.condition)
                row = rows.setdefault(key, Row(*key))
                with variant.applied():
                    begun = _spent()
                    text = read_scan(picture, number).text
                    row.cpu.append(_spent() - begun)
                row.tally.add(truth, text)
        print(case.name, "read", flush=True)
    return [row.figures() for row in rows.values()]


def write(rows: list[dict[str, Any]], folder: Path) -> None:
    """results.json, results.md and the plot."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(rows, ensure_ascii=False, indent=1)
    (folder / "results.json").write_text(text + "\n", encoding="utf-8")
    conditions = list(dict.fromkeys(row["condition"] for row in rows))
    names = list(dict.fromkeys(row["engine"] for row in rows))
    found = {(row["engine"], row["condition"]): row for row in rows}
    head = " | ".join(conditions)
    pages = ", ".join(f"{found[names[0], level]['pages']} {level}" for level in conditions)
    parts = [
        "# The page recipe, step by step",
        f"Written by `make bench-recipe`. Pages: {pages}.",
        "Each cell: characters wrong (without spaces) · Thai digits wrong · numbers and dates not"
        " exact. Last column: CPU seconds a page, median of all pages, drawing not counted; the"
        " machine was not idle, so only differences within the column mean anything.",
        f"| | {head} | CPU s |\n" + "| --- " * (len(conditions) + 2) + "|",
    ]
    for name in names:
        own = [found[name, level] for level in conditions]
        cells = " | ".join(
            f"{cer([row]):.2%} · {row['thai_digits_wrong']} · {row['values'] - row['values_exact']}"
            for row in own
        )
        spent = statistics.median(row["cpu_median"] for row in own)
        parts[-1] += f"\n| {name} | {cells} | {spent:.2f} |"
    first = found[names[0], conditions[0]]
    parts.append(f"Of {first['thai_digits']} digits and {first['values']} values a level.")
    parts.append("![characters wrong](cer.svg)")
    (folder / "cer.svg").write_text(plot(rows, "Characters wrong, without spaces", cer), "utf-8")
    (folder / "results.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=2, help="pages of each file at most")
    parser.add_argument("--only", action="append", help="only this variant (may be repeated)")
    parser.add_argument("--out", type=Path, default=FOLDER)
    arguments = parser.parse_args()
    chosen = [v for v in VARIANTS if not arguments.only or v.name in arguments.only]
    files = cases.all_cases(("pages", "packet"), ("sarabun", "laksaman"), LEVELS)
    write(measure(chosen, files, arguments.pages), arguments.out)
    print((arguments.out / "results.md").read_text("utf-8"))


if __name__ == "__main__":
    main()
