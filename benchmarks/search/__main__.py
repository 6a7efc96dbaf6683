"""Search at scale: `python -m benchmarks.search --sizes 1000,10000,100000`.

For each size an archive of letters is filed and indexed, then asked; SQLite FTS5, tantivy and
PostgreSQL get the same records and questions in the same run. CPU of PostgreSQL is that of its
client only, as its server is a process of its own: compare wall times. Writes results.json,
results.md and latency.svg into --out.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.search import ours, report
from benchmarks.search.foreign import with_postgresql
from benchmarks.search.letters import Letter, letters
from benchmarks.search.queries import KEPT, TYPES, Question, known_items, questions
from index.analysis import smallest_words

HERE = Path(__file__).parent
THEIR_PYTHON = Path("build/bench-search/bin/python")
FOREIGN = ("fts5", "tantivy", "postgresql")


def measure(size: int, options: argparse.Namespace, folder: Path, passing: Path) -> dict[str, Any]:
    """All figures of one size; the archive is in `folder`, what others need in `passing`."""
    made = list(letters(size + 1))
    filed, new = made[:size], made[size]
    asked = questions(filed, options.each)
    gc.freeze()  # no archive holds its letters in memory: looking for garbage among them takes long
    built = _built(filed, folder)
    engines: dict[str, Any] = {
        "saraban": {"built": built, "times": _percentiles(ours.ask(folder, asked))}
    }
    items = known_items(filed, options.items, options.seed)
    gc.freeze()
    found = ours.find(folder, items, shown=options.seed != KEPT)
    arrival = ours.arrive(folder, new)
    if THEIR_PYTHON.is_file() and not options.ours:
        records, put = passing / "records.jsonl", passing / "questions.jsonl"
        _write(records, put, filed, asked)
        del made, filed, items  # a million letters are 10 GB, which the others need
        for engine in FOREIGN:
            answer = _foreign(engine, records, put, passing)
            engines[engine] = {**answer, "times": _percentiles(answer["times"])}
    return {
        "records": size,
        "engines": engines,
        "known_items": found,
        "findable_after_seconds": round(arrival, 2),
    }


def _built(filed: Sequence[Letter], folder: Path) -> dict[str, Any]:
    """Seconds and bytes of the archive in a folder, made now or kept from an earlier run."""
    told = folder / "built.json"
    if told.is_file():
        return dict(json.loads(told.read_text("utf-8")))
    built = ours.build(filed, folder)
    told.write_text(json.dumps(built), "utf-8")
    return built


def _write(records: Path, put: Path, filed: Sequence[Letter], asked: Sequence[Question]) -> None:
    with records.open("w", encoding="utf-8") as file:
        for one in filed:
            record = one.record
            assert record.number and record.date and record.issuer
            row = {
                "id": one.id,
                "number": record.number.value,
                "date": record.date.value,
                "issuer": record.issuer.value,
                "text": " ".join(word for word in smallest_words(one.read)),
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    lines = (json.dumps([one.type, one.plain], ensure_ascii=False) for one in asked)
    put.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _foreign(engine: str, records: Path, put: Path, folder: Path) -> dict[str, Any]:
    program = str(HERE / "foreign.py")
    command = [str(THEIR_PYTHON.absolute()), program, engine, str(records), str(put), str(folder)]
    if engine == "postgresql":
        return dict(json.loads(with_postgresql(command)))
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def _percentiles(times: Sequence[Sequence[Any]]) -> dict[str, dict[str, float]]:
    """p50, p95 and p99 of wall and CPU milliseconds by type."""
    found: dict[str, dict[str, float]] = {}
    for type_ in TYPES:
        for name, place in (("wall", 1), ("cpu", 2)):
            some = sorted(one[place] for one in times if one[0] == type_)
            for share in (50, 95, 99) if some else ():
                value = some[min(len(some) - 1, len(some) * share // 100)]
                found.setdefault(type_, {})[f"{name}_p{share}"] = round(value, 2)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000,100000", help="records, with commas")
    parser.add_argument("--each", type=int, default=100, help="questions of each type")
    parser.add_argument("--items", type=int, default=400, help="known items")
    parser.add_argument(
        "--seed",
        type=int,
        default=KEPT,
        help="of the known items; of another than usual the misses stand in results.json",
    )
    parser.add_argument("--folder", type=Path, help="archives to keep and use again")
    parser.add_argument("--ours", action="store_true", help="leave the other engines out")
    parser.add_argument("--out", type=Path, default=HERE)
    options = parser.parse_args()
    results = []
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as passing:
            folder = (options.folder or Path(passing)) / str(size)
            folder.mkdir(parents=True, exist_ok=True)
            results.append(measure(size, options, folder, Path(passing)))
        report.write(results, options.out)
        print(report.table(results[-1:]), file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
