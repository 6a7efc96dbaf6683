"""Sums of the index's files, so that damage is told: in a damaged list of words Whoosh finds
nothing and says no more.

A segment is written once and never changed; its sum is noted after the commit that made it. A file
that still has its size and time is believed, unless all are to be read.
"""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path

SUMS = "sums.json"
_BLOCK = 1 << 20  # bytes

Sums = dict[str, tuple[int, int, int]]  # name → size, time in nanoseconds, CRC-32


def note_sums(folder: Path) -> None:
    """Note the segments that are new in an index's folder, and forget those that are gone."""
    known = _noted(folder)
    now: Sums = {}
    for path in folder.glob("*.seg"):
        try:
            stat = path.stat()
            if path.name in known:
                now[path.name] = known[path.name]
            else:
                now[path.name] = (stat.st_size, stat.st_mtime_ns, _sum(path))
        except FileNotFoundError:
            continue  # merged away by another writer meanwhile
    fresh = folder / f"{SUMS}.{os.getpid()}"
    fresh.write_text(json.dumps(now), encoding="utf-8")
    fresh.replace(folder / SUMS)


def damaged(folder: Path, thorough: bool = False) -> str | None:
    """A segment that is not what was written, None if all are. `thorough`: every one is read."""
    for name, (size, time, noted) in _noted(folder).items():
        path = folder / name
        try:
            stat = path.stat()
            same = stat.st_size == size and stat.st_mtime_ns == time
            if stat.st_size != size or ((thorough or not same) and _sum(path) != noted):
                return name
        except FileNotFoundError:
            continue  # merged away; one that is missed is told by whoever opens the index
    return None


def _noted(folder: Path) -> Sums:
    try:
        found = json.loads((folder / SUMS).read_text(encoding="utf-8"))
        return {str(name): (int(a), int(b), int(c)) for name, (a, b, c) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}  # nothing is known then, and nothing can be told


def _sum(path: Path) -> int:
    found = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            found = zlib.crc32(block, found)
    return found
