"""What is being read right now, page by page, for whoever looks from another process.

One small file for each file in work, in `progress` of the archive's folder; it is gone when the
work is. That of a program that was killed is known by its process being gone.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
import uuid
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from flows.reading import OnPage
from pipeline.home import Home
from pipeline.intake.file_name import display_name

_FORGOTTEN_AFTER = 7 * 24 * 3600.0  # seconds; a process number is used again some day


@dataclass(frozen=True, slots=True)
class InWork:
    """A file that is being read: `done` of `total` pages, None while they are being counted.
    `since` is seconds since the epoch."""

    name: str
    done: int
    total: int | None
    since: float
    process: int


@contextlib.contextmanager
def told(home: Home, path: Path, also: OnPage | None = None) -> Iterator[OnPage]:
    """Tell of the reading of a file; call what it gives with pages done and their total, which
    `also` is called with as well. Progress that cannot be written down stops no reading."""
    note = home.progress / f"{uuid.uuid4().hex}.json"
    since = time.time()

    def tell(done: int, total: int | None) -> None:
        work = InWork(display_name(path), done, total, since, os.getpid())
        with contextlib.suppress(OSError):
            home.progress.mkdir(exist_ok=True)
            whole = note.with_suffix(".new")
            whole.write_text(json.dumps(asdict(work), ensure_ascii=False), "utf-8")
            whole.replace(note)

    def on_page(done: int, total: int) -> None:
        tell(done, total)
        if also is not None:
            also(done, total)

    tell(0, None)
    try:
        yield on_page
    finally:
        with contextlib.suppress(OSError):
            note.unlink(missing_ok=True)


def in_work(home: Home) -> list[InWork]:
    """What is being read, the longest in work first. What dead processes left is cleared away."""
    found = []
    for note in home.progress.glob("*.json"):
        try:
            work = InWork(**json.loads(note.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            continue  # done in this moment, or not ours
        if _lives(work):
            found.append(work)
        else:
            with contextlib.suppress(OSError):
                note.unlink(missing_ok=True)
    return sorted(found, key=lambda work: work.since)


def _lives(work: InWork) -> bool:
    if time.time() - work.since > _FORGOTTEN_AFTER:
        return False
    try:
        os.kill(work.process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
