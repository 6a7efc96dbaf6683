"""saraban's own search, asked as the pages ask it: the index opened, 20 hits with passages."""

from __future__ import annotations

import resource
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.search.archive import fill
from benchmarks.search.letters import Letter
from benchmarks.search.queries import KnownItem, Question
from index.catalogue import Catalogue
from index.search import search
from index.whoosh_index import open_index


def build(letters: Sequence[Letter], folder: Path) -> dict[str, Any]:
    """File and index the letters; seconds and bytes."""
    with Catalogue.open(str(folder / "catalogue.db")) as catalogue:
        fill(catalogue, letters)
        wall, cpu = time.perf_counter(), _cpu_of_all()
        open_index(folder / "index", catalogue).close()
        wall, cpu = time.perf_counter() - wall, _cpu_of_all() - cpu
    size = sum(path.stat().st_size for path in (folder / "index").rglob("*") if path.is_file())
    return {"seconds": wall, "cpu": cpu, "bytes": size}


def _cpu_of_all() -> float:
    """CPU seconds of this program and of those that it started and that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def ask(folder: Path, asked: Sequence[Question]) -> list[tuple[str, float, float]]:
    """(type, wall, CPU) of each question, in milliseconds; the first of all is not counted."""
    times = []
    with Catalogue.open(str(folder / "catalogue.db")) as catalogue:
        for one in [asked[0], *asked]:
            wall, cpu = time.perf_counter(), time.process_time()
            with open_index(folder / "index", catalogue) as index:
                search(catalogue, index, one.query, **one.options)
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            times.append((one.type, 1000 * wall, 1000 * cpu))
    return times[1:]


def arrive(folder: Path, letter: Letter) -> float:
    """Seconds from filing one more letter until a search finds it, in a program that has searched
    before."""
    with Catalogue.open(str(folder / "catalogue.db")) as catalogue:
        while catalogue.has(letter.sha256):  # an archive that is used again
            letter = replace(letter, place=letter.place + 1)
        with open_index(folder / "index", catalogue) as index:
            search(catalogue, index, letter.record.number.value)  # type: ignore[union-attr]
        begun = time.perf_counter()
        fill(catalogue, [letter])
        catalogue.note_event("archived", letter.sha256)
        with open_index(folder / "index", catalogue) as index:
            found = search(catalogue, index, letter.record.number.value)  # type: ignore[union-attr]
        assert letter.id in [hit.id for hit in found.hits]
        return time.perf_counter() - begun


def find(folder: Path, items: Sequence[KnownItem], shown: bool = False) -> dict[str, Any]:
    """The mean reciprocal rank of the known items: of all, of those that can be told apart, of the
    others, and by what is remembered; with `shown` also which were missed.

    Where no hit is the letter, the first hit of a suggested query counts by the place of the
    suggestion after the hits. `best_possible` is what the items that cannot be told apart could
    get on average at most: if the letters that fit them came first, in any order. Where others bear
    what was typed to the letter, and the one meant does not, it is less.
    """
    ranks: dict[str, list[float]] = {}
    missed = []
    with (
        Catalogue.open(str(folder / "catalogue.db")) as catalogue,
        open_index(folder / "index", catalogue) as index,
    ):
        for item in items:
            result = search(catalogue, index, item.query)
            offered = [hit.id for hit in result.hits]
            for one in result.suggestions:
                offered += [hit.id for hit in search(catalogue, index, one.query).hits[:1]]
            rank = 1 / (offered.index(item.id) + 1) if item.id in offered else 0.0
            half = "apart" if not item.alike else "alike"
            for name in ("all", half, f"{half}: {item.way}"):
                ranks.setdefault(name, []).append(rank)
            if shown and rank < 1 and not item.alike:
                missed.append((item.way, item.query, item.id, round(rank, 2)))
    mrr = {name: round(sum(all_) / len(all_), 4) for name, all_ in sorted(ranks.items())}
    count = {name: len(all_) for name, all_ in sorted(ranks.items())}
    most = [_by_chance(1 + item.alike) for item in items if item.alike]
    best = round(sum(most) / len(most), 4) if most else None
    return {"mrr": mrr, "count": count, "best_possible": best, "missed": missed}


def _by_chance(count: int) -> float:
    """The mean reciprocal rank of one of so many that stand in any order."""
    return sum(1 / place for place in range(1, count + 1)) / count
