"""What was read off the pages of a file, kept between runs: reading costs seconds, scoring none.

A reading is kept under the file's SHA-256 and the version of the reader: a digest of every module
that `pipeline.digitise` leads to and of the data beside them. A change to an extractor keeps the
readings good; a change to the page recipe or the model makes new ones.
"""

from __future__ import annotations

import ast
import gzip
import hashlib
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from flows.reading import read_pages
from pipeline.models import Page, SourceFile

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build" / "score" / "cache"
_DATA = (".onnx", ".traineddata", ".tsv", ".txt", ".npz", ".json")


@dataclass(frozen=True)
class Reading:
    """The pages of a file, the CPU seconds that reading took, and the reader that read them."""

    pages: tuple[Page, ...]
    cpu_seconds: float
    version: str


_KEPT_FORM = TypeAdapter(Reading)


def reading(source: SourceFile, workers: int = 1, stale: bool = False) -> Reading:
    """The pages of a file, read now or kept from before.

    `stale`: any kept reading will do, the newest first, even one of an older reader.
    """
    version = reader_version()
    kept = KEPT / f"{source.sha256[:24]}-{version}.json.gz"
    if stale and not kept.exists():
        older = sorted(KEPT.glob(f"{source.sha256[:24]}-*.json.gz"), key=_age)
        kept = older[-1] if older else kept
    if kept.exists():
        return _KEPT_FORM.validate_json(gzip.decompress(kept.read_bytes()))
    before = _cpu_seconds()
    pages = read_pages(source, workers)
    made = Reading(pages, round(_cpu_seconds() - before, 3), version)
    KEPT.mkdir(parents=True, exist_ok=True)
    unfinished = kept.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(gzip.compress(_KEPT_FORM.dump_json(made), 5))
    unfinished.replace(kept)
    return made


@cache
def reader_version() -> str:
    """A digest of all that decides what is read off a page."""
    digest = hashlib.sha256()
    for path in sorted(_behind("pipeline.digitise")):
        digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _behind(start: str) -> set[Path]:
    """The sources of a module and of all it imports within the project, and the data beside."""
    found: set[Path] = set()
    waiting = [start]
    while waiting:
        path = _source(waiting.pop())
        if path is None or path in found:
            continue
        found.add(path)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                waiting += [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                waiting += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    data = (file for file in (ROOT / "pipeline").rglob("*") if file.suffix in _DATA)
    return found | set(data)


def _source(module: str) -> Path | None:
    if module.split(".")[0] not in ("pipeline", "extractors"):
        return None
    path = ROOT.joinpath(*module.split("."))
    return next((p for p in (path.with_suffix(".py"), path / "__init__.py") if p.is_file()), None)


def _age(path: Path) -> float:
    return path.stat().st_mtime


def _cpu_seconds() -> float:
    """Of this process and of the programs it started and saw end."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
