"""The search index of an archive: found, made, repaired and kept up to date.

The index is disposable: it is made from the catalogue, and made anew whenever it is missing,
damaged, or of another version. It lives in a folder of its own for each making (a generation),
and `current.json` names the one in use; the catalogue notes for every document in which
generation it stands, so a run that was stopped in between is made up for by `catch_up`.
Its table of contents is a pickle: only folders that this program wrote are opened.
"""

from __future__ import annotations

import fcntl
import json
import shutil
import threading
import uuid
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from whoosh.index import create_in, open_dir

from index import read_only
from index.catalogue import Catalogue
from index.history import latest_event
from index.index_state import not_indexed_in
from index.whoosh_fields import SCHEMA
from index.whoosh_store import VERSION, Files, IndexDamaged, SearchIndex
from index.whoosh_view import IndexView
from pipeline.errors import SarabanError

__all__ = ["VERSION", "IndexDamaged", "SearchIndex", "discard", "open_existing", "open_index"]

_CURRENT = "current.json"
_LOCK = "making.lock"  # held by the process that makes the index anew
_KEPT = 4  # archives of which the index is kept open


@dataclass(frozen=True)
class _Kept:
    """An index that was found complete: at which state of itself and of the catalogue."""

    generation: str
    state: Files
    event: int
    view: IndexView


_OPEN: OrderedDict[Path, _Kept] = OrderedDict()
_OPENING = threading.Lock()


def open_index(folder: Path, catalogue: Catalogue) -> SearchIndex:
    """The index of an archive, complete: made anew if it is missing, damaged, older than the
    catalogue knows it or of another version, and brought up to date with the catalogue. Of
    several processes one makes it, the others wait. Raises ArchiveBusy.

    Where neither index nor catalogue has changed since, it is the one that was opened before.
    """
    with catalogue.reading() as connection:  # first, so that what comes later is seen later
        event = latest_event(connection)
    kept = _kept(folder, event)
    if kept is not None:
        return kept
    if catalogue.read_only:
        return _keep(_as_it_stands(folder, catalogue), event)
    index = _up_to_date(folder, catalogue)
    if index is None:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / _LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            index = _up_to_date(folder, catalogue) or rebuild(folder, catalogue)
    return _keep(index, event)


def _kept(folder: Path, event: int) -> SearchIndex | None:
    with _OPENING:
        kept = _OPEN.get(folder)
        if kept is None or kept.event != event:
            return None
        try:
            generation = _current(folder)
            index = SearchIndex(folder, generation, view=kept.view)
        except Exception:  # gone or damaged since
            return None
        if (generation, index.state) == (kept.generation, kept.state):
            return index
        index.close()
    return None


def _keep(index: SearchIndex, event: int) -> SearchIndex:
    with _OPENING:
        older = _OPEN.pop(index.folder, None)
        state = index.state
        same = older is not None and older.generation == index.generation
        view = index.open_view(older.view if older is not None and same else None)
        _OPEN[index.folder] = _Kept(index.generation, state, event, view)
        if older is not None:
            older.view.close()
        while len(_OPEN) > _KEPT:
            _OPEN.popitem(last=False)[1].view.close()
        return SearchIndex(index.folder, index.generation, view=view)


def _up_to_date(folder: Path, catalogue: Catalogue) -> SearchIndex | None:
    index = open_existing(folder)
    if index is None or index.lacks_some(catalogue):
        return None
    try:
        index.catch_up(catalogue)
    except (SarabanError, OSError, MemoryError):
        raise
    except Exception:  # adding reads old segments too; what damaged ones raise is anything
        return None
    return index


def _as_it_stands(folder: Path, catalogue: Catalogue) -> SearchIndex:
    """The index of an archive that may only be read. Raises ArchiveUnusable where it is not whole:
    an answer that lacks documents would say nothing of them."""
    index = open_existing(folder)
    if index is None:
        raise read_only.refuse("its search index has to be made")
    if index.lacks_some(catalogue) or not_indexed_in(catalogue, index.generation, 1):
        raise read_only.refuse("not all of its documents are in the search index")
    return index


def discard(folder: Path) -> None:
    """Let the index be made anew when it is next opened: what reading it raised is no accident."""
    (folder / _CURRENT).unlink(missing_ok=True)


def merge(folder: Path, catalogue: Catalogue) -> None:
    """Make one segment of all, which keeps searching fast; meant for the night."""
    with open_index(folder, catalogue) as index:
        index.merge()


def rebuild(folder: Path, catalogue: Catalogue) -> SearchIndex:
    """Make the index anew from the catalogue alone; the old one serves until this one is whole."""
    generation = uuid.uuid4().hex
    place = folder / generation
    place.mkdir(parents=True)
    index = SearchIndex(folder, generation, create_in(str(place), SCHEMA))
    index.fill(catalogue)
    pointer = folder / f"{generation}.json"
    pointer.write_text(json.dumps({"generation": generation, "version": VERSION}), "utf-8")
    pointer.replace(folder / _CURRENT)
    for old in folder.iterdir():
        if old.is_dir() and old.name != generation:
            shutil.rmtree(old, ignore_errors=True)  # a reader may still hold it open
    return index


def open_existing(folder: Path) -> SearchIndex | None:
    """The index as it stands, None if it is missing, damaged or of another version."""
    try:
        generation = _current(folder)
        index = SearchIndex(folder, generation, open_dir(str(folder / generation)))
        index.check()
    except Exception:  # whatever is wrong with an index, the cure is to make it anew
        return None
    return index


def _current(folder: Path) -> str:
    """The generation in use. Raises ValueError if it is of another version."""
    current = json.loads((folder / _CURRENT).read_text("utf-8"))
    generation = str(current["generation"])
    if current["version"] != VERSION or Path(generation).name != generation:
        raise ValueError(f"{folder} holds no index of version {VERSION}")
    return generation
