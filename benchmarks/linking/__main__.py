"""Linking at scale: `python -m benchmarks.linking --sizes 10000,100000`.

For each size a new SQLite archive is filled, all its links are made, then single documents arrive
one by one. Each size is measured in a process of its own, which has not seen the documents made.
Writes results.json, results.md and results.svg beside this file; sizes not asked for stay in them.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.linking.measure import make, measure
from benchmarks.linking.report import write_report

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,30000,100000", help="documents, with commas")
    parser.add_argument("--sample", type=int, help="link only so many documents, drawn at random")
    parser.add_argument("--seed", type=int, default=2564)
    parser.add_argument("--folder", type=Path, help="where the archives are made for the while")
    arguments = parser.parse_args()
    kept = HERE / "results.json"
    results = {one["documents"]: one for one in json.loads(kept.read_text(encoding="utf-8"))}
    processes = multiprocessing.get_context("spawn")
    for size in map(int, arguments.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
            folder = Path(name)
            with ProcessPoolExecutor(1, processes) as pool:
                pool.submit(make, size, arguments.seed, folder).result()
            with ProcessPoolExecutor(1, processes) as pool:
                figures = pool.submit(measure, size, folder, arguments.sample).result()
        results[size] = figures
        print(json.dumps(figures), flush=True)
        ordered = [results[size] for size in sorted(results)]
        kept.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8")
        write_report(HERE, ordered)


if __name__ == "__main__":
    main()
