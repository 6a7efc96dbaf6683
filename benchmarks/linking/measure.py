"""Fills a synthetic archive, and measures how it is linked."""

from __future__ import annotations

import pickle
import random
import resource
import statistics
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.linking.archive import documents, fill
from benchmarks.linking.quality import Truth, quality
from index.catalogue import Catalogue
from index.filed import document_id
from index.links.glance import Remembered
from index.links.linker import link_documents, named_links, relink
from index.links.rows import replace
from index.load import load

ARRIVALS = 50
_BATCH = 20_000
_AT_ONCE = 500  # as index.links.linker


def _link(catalogue: Catalogue, ids: Sequence[str]) -> None:
    """Link some documents as `relink` links all."""
    with catalogue.writing() as connection:
        directory = Remembered.read(connection)
    for start in range(0, len(ids), _AT_ONCE):
        with catalogue.writing() as connection:
            chunk = list(load(connection, ids[start : start + _AT_ONCE]))
            made = named_links(connection, chunk, directory)
            replace(connection, chunk, ("cites", "encloses"), made, catalogue.moment)


def make(size: int, seed: int, folder: Path) -> None:
    """Fill an archive, and keep the truth and the documents that arrive later beside it."""
    truth = Truth()
    made = documents(size + ARRIVALS, seed)
    with Catalogue.open(str(folder / "catalogue.db")) as catalogue:
        while catalogue.count() < size:
            batch = list(islice(made, min(_BATCH, size - catalogue.count())))
            fill(catalogue, batch)
            truth.add(batch)
    later = list(made)
    truth.add(later)
    (folder / "later").write_bytes(pickle.dumps((later, truth)))


def measure(size: int, folder: Path, sample: int | None = None) -> dict[str, Any]:
    """Figures of one size. CPU in seconds, memory in MiB. With `sample`, only so many documents of
    the archive, drawn at random, are linked before others arrive."""
    later, truth = pickle.loads((folder / "later").read_bytes())
    with Catalogue.open(str(folder / "catalogue.db")) as catalogue:
        link_documents(catalogue, [])  # dictionaries and tables are loaded before the clock starts
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        begun, cpu = time.perf_counter(), time.process_time()
        some = None if sample is None else random.Random(size).sample(catalogue.ids(), sample)
        if some is None:
            relink(catalogue)
        else:
            _link(catalogue, some)
        wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        arrivals, waits = [], []
        for one in later:
            fill(catalogue, [one])
            start, waiting = time.process_time(), time.perf_counter()
            link_documents(catalogue, [document_id(one[0], 1)])
            arrivals.append(1000 * (time.process_time() - start))
            waits.append(1000 * (time.perf_counter() - waiting))
        linked = [*(some or ()), *(document_id(one[0], 1) for one in later)]
        figures = quality(catalogue, truth, linked if sample else None)
    arrivals.sort()
    return {
        "documents": size,
        "linked": sample or size,
        "citations": len(truth.targets),
        "seconds": round(wall, 1),
        "cpu_seconds": round(cpu * size / (sample or size), 1),
        "linked_a_second": round((sample or size) / cpu),
        "arrival_ms_p50": round(statistics.median(arrivals), 1),
        "arrival_ms_p95": round(arrivals[int(0.95 * len(arrivals))], 1),
        "arrival_wall_ms_p50": round(statistics.median(waits), 1),
        "before_mib": before // 1024,
        "peak_mib": peak // 1024,
        **figures,
    }
