"""What describing a document costs beside OCR: CPU milliseconds a page, in all and of each room.

    OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 python -m benchmarks.describe [--every 10] [--warm]

Of the true text of the letters that rules may be written on, and of the papers that the judge of
clauses learns from. Loading (modules, tables, networks, dictionary: told by a few papers of the
tests) is told apart. Caches of what was read before are emptied ahead of each file, unless --warm.
CPU time, since other programs may run beside.
"""

from __future__ import annotations

import argparse
import functools
import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.score.cases import cases, true_pages
from extractors import describe as rooms
from extractors.obligations.judge import judged
from pipeline.models import Page
from pipeline.split import split
from tests.extractors import print_shop

Seconds = defaultdict[str, float]

_LETTERS = Path("corpus/built/letters/rules")
_PAPERS = Path("corpus/training/asking/papers")
_FIRST = Path("tests/extractors/papers")
_EVERY_FIRST = 20  # of the first papers: enough to load every table
_FLOORS = ("extractors.", "pipeline.")
_ROOMS = ("read_", "is_", "with_")
_NO_ROOMS = ("read_record", "read_duties")  # they ask rooms


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.describe", description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="only every so many files")
    parser.add_argument("--warm", action="store_true", help="caches keep what earlier files left")
    told = parser.parse_args()
    spent = room_by_room()
    for _ in measured(islice(_papers(_FIRST), 0, None, _EVERY_FIRST), spent, warm=True):
        pass
    print(f"loading {time.process_time():.2f} CPU s")
    for name, files in (("letters", _letters()), ("papers", _papers(_PAPERS))):
        spent.clear()
        pages = sum(measured(islice(files, 0, None, told.every), spent, told.warm))
        print(f"{name}: {pages} pages, {1000 * spent.pop('') / pages:.1f} ms a page")
        for room, seconds in sorted(spent.items(), key=lambda one: -one[1]):
            print(f"    {room:24}{1000 * seconds / pages:6.2f}")


def measured(files: Iterable[list[Page]], spent: Seconds, warm: bool) -> Iterator[int]:
    """Describes files; gives the number of pages of each, and adds its CPU seconds to `spent`."""
    for pages in files:
        documents = split(pages)
        if not warm:
            forget()
        start = time.process_time()
        rooms.describe_all(documents)
        spent[""] += time.process_time() - start
        yield len(pages)


def room_by_room() -> Seconds:
    """CPU seconds by room from now on. What rooms share is paid by the one that first asks."""
    spent: Seconds = defaultdict(float)
    for name, room in list(vars(rooms).items()):
        if name.startswith(_ROOMS) and name not in _NO_ROOMS:
            setattr(rooms, name, _timed(name, room, spent))
    for name, told in (
        ("read_obligations", "obligations: rules"),
        ("judged", "obligations: judge"),
    ):
        setattr(judged, name, _timed(told, getattr(judged, name), spent))
    return spent


def _timed(name: str, room: Callable[..., Any], spent: Seconds) -> Callable[..., Any]:
    @functools.wraps(room)
    def asked(*args: Any, **kwargs: Any) -> Any:
        start = time.process_time()
        found = room(*args, **kwargs)
        spent[name] += time.process_time() - start
        return found

    return asked


def forget() -> None:
    """Empties the caches that hold a part of what was asked. Those that hold one thing, or whatever
    is asked, hold tables."""
    named = [module for name, module in sys.modules.items() if name.startswith(_FLOORS)]
    for one in {one for module in named for one in vars(module).values() if _is_cache(one)}:
        if (one.cache_parameters()["maxsize"] or 1) > 1:
            one.cache_clear()


def _is_cache(one: object) -> bool:
    return isinstance(one, functools._lru_cache_wrapper)


def _letters() -> Iterator[list[Page]]:
    for case in cases(_LETTERS):
        if case.text_path.exists():
            yield list(true_pages(case))


def _papers(folder: Path) -> Iterator[list[Page]]:
    for file in sorted(folder.glob("*.toml")):
        for paper in tomllib.loads(file.read_text("utf-8"))["paper"]:
            yield print_shop.pages(paper["text"])


if __name__ == "__main__":
    main()
