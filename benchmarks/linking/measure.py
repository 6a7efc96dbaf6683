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

from benchmarks.linking import archive, complete, lifelike
from benchmarks.linking.archive import fill
from benchmarks.linking.quality import Truth, quality
from index.catalogue import Catalogue
from index.filed import document_id
from index.garbage import rarely_looking_for_garbage
from index.links.coverage import note_coverage
from index.links.glance import Remembered
from index.links.linker import link_documents, named_links, relink
from index.links.rows import replace
from index.load import load

ARRIVALS = 50
ARCHIVES = {
    "dense": archive.documents,
    "complete": complete.documents,
    "lifelike": lifelike.documents,
}
_BATCH = 20_000
_AT_ONCE = 500  # as index.links.linker


def _link(catalogue: Catalogue, ids: Sequence[str]) -> float:
    """Link some documents as `relink` links all; the CPU seconds of reading what it does once,
    however many are linked."""
    begun = time.process_time()
    with catalogue.writing() as connection:
        directory = Remembered.read(connection)
        note_coverage(connection, directory, catalogue.moment)
    reading = time.process_time() - begun
    with rarely_looking_for_garbage():
        for start in range(0, len(ids), _AT_ONCE):
            with catalogue.writing() as connection:
                chunk = list(load(connection, ids[start : start + _AT_ONCE]))
                made = named_links(connection, chunk, directory)
                replace(connection, chunk, ("cites", "encloses"), made, catalogue.moment)
    return reading


def make(name: str, size: int, seed: int, folder: Path, first: int | None = None) -> None:
    """Fill an archive of that name, and keep the truth and the documents that arrive later beside
    it. Of one that will hold `size` documents, the `first` that came: as dense as the whole."""
    truth = Truth()
    made = ARCHIVES[name](size + ARRIVALS, seed)
    with Catalogue.open(str(folder / "catalogue.db")) as catalogue:
        for start in range(0, first or size, _BATCH):
            batch = list(islice(made, min(_BATCH, (first or size) - start)))
            fill(catalogue, [document for document, _ in batch])
            truth.add(batch)
    later = list(islice(made, ARRIVALS))
    truth.add(later)
    (folder / "later").write_bytes(pickle.dumps((later, truth)))


def measure(folder: Path, sample: int | None = None) -> dict[str, Any]:
    """Figures of one archive. CPU in seconds, memory in MiB. With `sample`, only so many documents
    of it, drawn at random, are linked before others arrive; their cost is reckoned up to all."""
    later, truth = pickle.loads((folder / "later").read_bytes())
    with Catalogue.open(str(folder / "catalogue.db")) as catalogue:
        size = catalogue.count()
        link_documents(catalogue, [])  # dictionaries and tables are loaded before the clock starts
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        some = None if sample is None else random.Random(size).sample(catalogue.ids(), sample)
        begun, cpu = time.perf_counter(), time.process_time()
        if some is None:
            relink(catalogue)
            cost = time.process_time() - cpu
        else:
            reading = _link(catalogue, some)
            cost = reading + (time.process_time() - cpu - reading) * size / len(some)
        wall = time.perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        arrivals, waits = [], []
        for document, _ in later:
            fill(catalogue, [document])
            start, waiting = time.process_time(), time.perf_counter()
            link_documents(catalogue, [document_id(document[0], 1)])
            arrivals.append(1000 * (time.process_time() - start))
            waits.append(1000 * (time.perf_counter() - waiting))
        linked = [*(some or ()), *(document_id(document[0], 1) for document, _ in later)]
        figures = quality(catalogue, truth, linked if sample else None)
    arrivals.sort()
    return {
        "documents": size,
        "linked": sample or size,
        "citations": len(truth.targets),
        "seconds": round(wall, 1),
        "cpu_seconds": round(cost, 1),
        "linked_a_second": round(size / cost),
        "arrival_ms_p50": round(statistics.median(arrivals), 1),
        "arrival_ms_p95": round(arrivals[int(0.95 * len(arrivals))], 1),
        "arrival_wall_ms_p50": round(statistics.median(waits), 1),
        "before_mib": before // 1024,
        "peak_mib": peak // 1024,
        **figures,
    }
