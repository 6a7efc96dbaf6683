"""Linking at scale: `python -m benchmarks.linking --archive lifelike --sizes 10000,100000`.

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

from benchmarks.linking.measure import ARCHIVES, make, measure
from benchmarks.linking.report import place_in_table, write_report
from benchmarks.score.history import commit

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", choices=sorted(ARCHIVES), default="dense")
    parser.add_argument("--sizes", default="10000,30000,100000", help="documents, with commas")
    parser.add_argument("--first", type=int, help="of each only the first documents that came")
    parser.add_argument("--sample", type=int, help="link only so many documents, drawn at random")
    parser.add_argument("--seed", type=int, default=2564)
    parser.add_argument("--folder", type=Path, help="where the archives are made for the while")
    arguments = parser.parse_args()
    kept = HERE / "results.json"
    results = {place_in_table(one): one for one in json.loads(kept.read_text(encoding="utf-8"))}
    processes = multiprocessing.get_context("spawn")
    name, first = arguments.archive, arguments.first
    for size in map(int, arguments.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=arguments.folder) as folder_name:
            folder = Path(folder_name)
            with ProcessPoolExecutor(1, processes) as pool:
                pool.submit(make, name, size, arguments.seed, folder, first).result()
            with ProcessPoolExecutor(1, processes) as pool:
                figures = pool.submit(measure, folder, arguments.sample).result()
        figures = {"archive": name, "of": size, "program": commit(), **figures}
        results[place_in_table(figures)] = figures
        print(json.dumps(figures), flush=True)
        ordered = [results[place] for place in sorted(results)]
        kept.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8")
        write_report(HERE, ordered)


if __name__ == "__main__":
    main()
