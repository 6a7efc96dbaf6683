"""Linking at scale: `python -m benchmarks.linking --first 10000,100000,1000000`.

Of an archive that grows to `--of` letters the first that came fill a new SQLite archive, all its
links are made, then single documents arrive one by one. Each size is measured in a process of its
own, which has not seen the documents made. Writes results.json, results.md and results.svg beside
this file; sizes not asked for stay in them.
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
    parser.add_argument("--archive", choices=sorted(ARCHIVES), default="lifelike")
    parser.add_argument("--of", type=int, default=1_000_000, help="documents that will have come")
    parser.add_argument("--first", default="10000,100000", help="of them that came, with commas")
    parser.add_argument("--sample", type=int, help="link only so many documents, drawn at random")
    parser.add_argument("--seed", type=int, default=2564)
    parser.add_argument("--folder", type=Path, help="where the archives are made for the while")
    arguments = parser.parse_args()
    kept = HERE / "results.json"
    results = {place_in_table(one): one for one in json.loads(kept.read_text(encoding="utf-8"))}
    processes = multiprocessing.get_context("spawn")
    name, of = arguments.archive, arguments.of
    for first in map(int, arguments.first.split(",")):
        with tempfile.TemporaryDirectory(dir=arguments.folder) as folder_name:
            folder = Path(folder_name)
            with ProcessPoolExecutor(1, processes) as pool:
                pool.submit(make, name, of, arguments.seed, folder, first).result()
            with ProcessPoolExecutor(1, processes) as pool:
                figures = pool.submit(measure, folder, arguments.sample).result()
        figures = {"archive": name, "of": of, "program": commit(), **figures}
        results[place_in_table(figures)] = figures
        print(json.dumps(figures), flush=True)
        ordered = [results[place] for place in sorted(results)]
        kept.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8")
        write_report(HERE, ordered)


if __name__ == "__main__":
    main()
