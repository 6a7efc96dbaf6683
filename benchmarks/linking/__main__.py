"""Linking at scale: `python -m benchmarks.linking --sizes 10000,100000`.

For each size a new SQLite archive is filled, all its links are made, then single documents arrive
one by one. Writes benchmarks/linking/results.json and results.svg.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from sqlalchemy import select

from benchmarks.linking.archive import documents, fill
from extractors.number import number_key
from index import tables
from index.catalogue import Catalogue
from index.filed import document_id
from index.links.linker import link_documents, relink

HERE = Path(__file__).parent
ARRIVALS = 50


def measure(size: int, seed: int, folder: Path) -> dict[str, Any]:
    """Figures of one size. CPU in seconds, memory in MiB."""
    made = list(documents(size + ARRIVALS, seed))
    with Catalogue.open(str(folder / f"{size}.db")) as catalogue:
        fill(catalogue, made[:size])
        begun, cpu = time.perf_counter(), time.process_time()
        relink(catalogue)
        wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
        arrivals = []
        for one in made[size:]:
            fill(catalogue, [one])
            start = time.process_time()
            link_documents(catalogue, [document_id(one[0], 1)])
            arrivals.append(1000 * (time.process_time() - start))
        figures = _quality(catalogue, made)
    arrivals.sort()
    return {
        "documents": size,
        "citations": sum(len(meant) for _, _, meant in made),
        "seconds": round(wall, 1),
        "cpu_seconds": round(cpu, 1),
        "linked_a_second": round(size / cpu),
        "arrival_ms_p50": round(statistics.median(arrivals), 1),
        "arrival_ms_p95": round(arrivals[int(0.95 * len(arrivals))], 1),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        **figures,
    }


def _quality(catalogue: Catalogue, made: list[Any]) -> dict[str, Any]:
    """Precision by certainty; recall of true and of mistyped citations."""
    ids = [document_id(sha256, 1) for sha256, _, _ in made]
    place_of = {id_: place for place, id_ in enumerate(ids)}
    link = tables.link.c
    right: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    found: dict[tuple[int, int], int] = {}
    with catalogue.reading() as connection:
        rows = connection.execute(
            select(link.from_id, link.slot, link.to_id, link.certainty).where(
                link.to_id.is_not(None)
            )
        )
        for row in rows:
            place, number = place_of[row.from_id], int(row.slot.split("/")[1])
            found[place, number] = place_of[row.to_id]
            all_[row.certainty] += 1
            right[row.certainty] += made[place][2][number] == place_of[row.to_id]
    recall: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for place, (_, record, meant) in enumerate(made):
        for number, (target, citation) in enumerate(zip(meant, record.citations, strict=True)):
            if target is None:
                continue
            cited = made[target][1]
            true = number_key(citation.number or "") == number_key(cited.number.value)
            kind = "true" if true and citation.date == cited.date.value else "mistyped"
            total[kind] += 1
            recall[kind] += found.get((place, number)) == target
    figures: dict[str, Any] = {
        f"precision_{name}": round(right[name] / all_[name], 6) for name in sorted(all_)
    }
    figures |= {f"links_{name}": all_[name] for name in sorted(all_)}
    figures |= {f"recall_{name}": round(recall[name] / total[name], 4) for name in sorted(total)}
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,30000,100000", help="documents, with commas")
    parser.add_argument("--seed", type=int, default=2564)
    arguments = parser.parse_args()
    results = []
    for size in map(int, arguments.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            results.append(measure(size, arguments.seed, Path(folder)))
        print(json.dumps(results[-1]), flush=True)
    (HERE / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
