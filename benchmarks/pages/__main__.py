"""What is due and the auditor's pages in a large archive: `python -m benchmarks.pages`.

A synthetic archive (that of benchmarks/linking), a circular that asks all 76 provinces for a report
each quarter, and twelve quarters of reports. Each question is put a number of times; CPU and wall
milliseconds. Writes results.json beside this file.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from benchmarks.linking.archive import documents, fill
from benchmarks.pages.reports import directive, reports
from flows.archive import Archive
from index.due import due
from index.filed import document_id
from index.links.linker import link_documents
from saraban.web.app import create_app

HERE = Path(__file__).parent
TIMES = 20
_BATCH = 20_000
_DAY = date(2024, 2, 1)  # all twelve quarters are due by then


def build(archive: Archive, size: int) -> tuple[str, str]:
    """Fill the archive up to `size` documents, then file the circular and its reports; the ids of
    the circular and of one report."""
    catalogue = archive.catalogue
    made = documents(size, 2564)
    if catalogue.count() == 0:
        while batch := list(islice(made, _BATCH)):
            fill(catalogue, batch)
    asked, answered = directive(), list(reports())
    ids = [document_id(sha256, 1) for sha256, _, _ in (asked, *answered)]
    if not catalogue.documents(ids[:1]):
        fill(catalogue, [asked, *answered])
        link_documents(catalogue, ids)
    return ids[0], ids[1]


def timed(ask: Callable[[], Any]) -> dict[str, float]:
    """Milliseconds that a question takes, the first time left out."""
    ask()
    cpu, wall = [], []
    for _ in range(TIMES):
        begun, started = time.process_time(), time.perf_counter()
        ask()
        cpu.append(1000 * (time.process_time() - begun))
        wall.append(1000 * (time.perf_counter() - started))
    told = {}
    for name, times in (("cpu", sorted(cpu)), ("wall", sorted(wall))):
        told[f"{name}_ms_p50"] = round(times[len(times) // 2], 1)
        told[f"{name}_ms_p95"] = round(times[int(0.95 * len(times))], 1)
    return told


def measure(archive: Archive, letter: str, report: str) -> dict[str, Any]:
    """Figures by question."""
    catalogue = archive.catalogue
    items = due(catalogue, _DAY, letter)
    found: dict[str, Any] = {"documents": catalogue.count(), "due_items": len(items)}
    found["due, one circular, 76 x 12"] = timed(lambda: due(catalogue, _DAY, letter))
    with TestClient(create_app(archive), base_url="http://localhost") as client:
        for name, address in (
            ("page: matrix 76 x 12", f"/due?as_of={_DAY}&directive={letter}"),
            ("page: chain of a report", f"/documents/{report}/trace"),
            ("page: chain of the circular", f"/documents/{letter}/trace"),
        ):
            assert client.get(address).status_code == 200
            found[name] = timed(lambda address=address: client.get(address))  # type: ignore[misc]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="an archive to keep and use again")
    arguments = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.open(arguments.folder or Path(folder)) as archive,
    ):
        figures = measure(archive, *build(archive, arguments.documents))
    (HERE / "results.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
