"""Fills a synthetic archive, and measures how it is linked."""

from __future__ import annotations

import pickle
import resource
import statistics
import time
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.linking.archive import documents, fill
from benchmarks.linking.quality import Truth, quality
from index.catalogue import Catalogue
from index.filed import document_id
from index.links.linker import link_documents, relink

ARRIVALS = 50
_BATCH = 20_000


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


def measure(size: int, folder: Path) -> dict[str, Any]:
    """Figures of one size. CPU in seconds, memory in MiB."""
    later, truth = pickle.loads((folder / "later").read_bytes())
    with Catalogue.open(str(folder / "catalogue.db")) as catalogue:
        link_documents(catalogue, [])  # dictionaries and tables are loaded before the clock starts
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        begun, cpu = time.perf_counter(), time.process_time()
        relink(catalogue)
        wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        arrivals, waits = [], []
        for one in later:
            fill(catalogue, [one])
            start, waiting = time.process_time(), time.perf_counter()
            link_documents(catalogue, [document_id(one[0], 1)])
            arrivals.append(1000 * (time.process_time() - start))
            waits.append(1000 * (time.perf_counter() - waiting))
        figures = quality(catalogue, truth)
    arrivals.sort()
    return {
        "documents": size,
        "citations": len(truth.targets),
        "seconds": round(wall, 1),
        "cpu_seconds": round(cpu, 1),
        "linked_a_second": round(size / cpu),
        "arrival_ms_p50": round(statistics.median(arrivals), 1),
        "arrival_ms_p95": round(arrivals[int(0.95 * len(arrivals))], 1),
        "arrival_wall_ms_p50": round(statistics.median(waits), 1),
        "before_mib": before // 1024,
        "peak_mib": peak // 1024,
        **figures,
    }
