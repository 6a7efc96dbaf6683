"""One search index on disk: writing to it, and opening it for reading. Knows Whoosh."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import tee
from pathlib import Path
from typing import Any, TypeVar

from whoosh.index import FileIndex, LockError, open_dir

from index import analysis
from index.catalogue import Catalogue
from index.cutters import analyses
from index.filed import Filed
from index.index_state import count_indexed_in, not_indexed_in, note_indexed
from index.register import register_rows
from index.text import searched_text
from index.whoosh_fields import FIELDS_VERSION, entry
from index.whoosh_lists import ListsWriter
from index.whoosh_sums import SUMS, damaged, note_sums
from index.whoosh_view import IndexView
from pipeline.errors import ArchiveBusy, SarabanError

T = TypeVar("T")
Files = tuple[tuple[str, int, int], ...]

VERSION = f"{FIELDS_VERSION} {analysis.NAME}"
_BATCH = 500  # documents a commit while catching up
_MANY = 50_000  # documents a commit while the index is made anew
_WAIT = 30.0  # seconds for another writer to finish


def _with_texts(catalogue: Catalogue, ids: Sequence[str]) -> list[tuple[Filed, str]]:
    return [
        (one, searched_text(one, catalogue.pages(one.sha256, *one.record.pages)))
        for one in catalogue.documents(ids)
    ]


class IndexDamaged(SarabanError):
    """The index cannot be read. It can be made anew from the catalogue."""

    code = "index_damaged"


class SearchIndex:
    """An index of one generation; `index/whoosh_index.py` opens and makes it.

    Writers queue; who reads goes on in the state that it opened.
    """

    def __init__(
        self,
        folder: Path,
        generation: str,
        whoosh: FileIndex | None = None,
        view: IndexView | None = None,
    ) -> None:
        self.folder = folder
        self.generation = generation
        self._opened = whoosh
        self._view = view.share() if view else None

    def close(self) -> None:
        if self._view is not None:
            self._view.close()
            self._view = None
        if self._opened is not None:
            self._opened.close()

    @property
    def _whoosh(self) -> FileIndex:
        """Whoosh's own; who only looks into a state that is open already needs it not."""
        if self._opened is None:
            self._opened = open_dir(str(self.folder / self.generation))
        return self._opened

    def __enter__(self) -> SearchIndex:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def state(self) -> Files:
        """The files of the index with their sizes and times: another after every commit, and after
        what is no commit."""
        found = ((path.name, path.stat()) for path in (self.folder / self.generation).iterdir())
        return tuple(
            sorted(
                (name, stat.st_size, stat.st_mtime_ns)
                for name, stat in found
                if not name.startswith(SUMS)
            )
        )

    @contextmanager
    def reading(self) -> Iterator[IndexView]:
        """The index as it stood when it was opened. What cannot be read raises IndexDamaged."""
        with self._in_words():
            if self._view is None:
                self._view = self.open_view()
            yield self._view

    def open_view(self, older: IndexView | None = None) -> IndexView:
        """The index as it stands now; what is the same in an older view is not read again."""
        self.check_sums()
        with self._in_words():
            return IndexView(self._whoosh.reader(), older)

    def fill(self, catalogue: Catalogue) -> None:
        """Index all documents into a new index; few and large segments are left."""
        everything = catalogue.seen_by(cleared=True)
        while waiting := not_indexed_in(everything, self.generation, _MANY):
            self.add(everything, waiting, merge=False)

    def catch_up(self, catalogue: Catalogue) -> int:
        """Index every document that is not in this generation yet, and take out what is no longer
        filed; how many were indexed. Raises ArchiveBusy if another process keeps the index
        locked."""
        everything = catalogue.seen_by(cleared=True)
        done = 0
        while waiting := not_indexed_in(everything, self.generation, _BATCH):
            self.add(everything, waiting)
            done += len(waiting)
        if int(self._whoosh.doc_count()) > count_indexed_in(everything, self.generation):
            self._drop(self.ids() - set(everything.ids()))
        return done

    def add(self, catalogue: Catalogue, ids: Sequence[str], merge: bool = True) -> None:
        """Index these documents, or again; small segments are merged, unless told otherwise. The
        catalogue notes it after the index is on disk: a run stopped in between indexes them once
        more, to the same end."""
        batches = [ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH)]
        with self._writing(merge=merge) as writer:
            read, cut = tee(_with_texts(catalogue, batch) for batch in batches)
            said = analyses(([text for _, text in some] for some in cut), len(ids))
            for batch, some, found in zip(batches, read, said, strict=True):
                rows = register_rows(catalogue, batch)
                for (document, text), one in zip(some, found, strict=True):
                    writer.update_document(**entry(document, rows[document.id], text, one))
        note_indexed(catalogue, ids, self.generation)

    def merge(self) -> None:
        """Make one segment of all: searching many small ones is slow. Readers are not disturbed."""
        with self._writing(optimize=True):
            pass

    def _drop(self, ids: set[str]) -> None:
        with self._writing() as writer:
            for id_ in ids:
                writer.delete_by_term("id", id_)

    @contextmanager
    def _writing(self, **commit: bool) -> Iterator[Any]:
        writer = self._writer()
        try:
            yield writer
        except BaseException:
            writer.cancel()
            raise
        writer.commit(**commit)
        note_sums(self.folder / self.generation)

    def _writer(self) -> Any:
        until = time.monotonic() + _WAIT
        while True:
            try:
                return ListsWriter(self._whoosh)
            except LockError as error:
                if time.monotonic() > until:
                    raise ArchiveBusy(
                        "Another process is writing to the search index; try again later."
                    ) from error
                time.sleep(0.1)

    def entries(self) -> dict[str, str]:
        """The documents that the index holds, each with the digest of what was indexed of it.
        Raises IndexDamaged."""

        def read(searcher: Any) -> dict[str, str]:
            stored = searcher.reader().all_stored_fields()
            return {fields["id"]: fields["digest"] for fields in stored}

        return self._read(read)

    def ids(self) -> set[str]:
        """The documents that the index holds. Raises IndexDamaged."""
        return set(self.entries())

    def lacks_some(self, catalogue: Catalogue) -> bool:
        """Whether documents that the catalogue notes as standing here do not: an older state of
        the index was put back. Counts only, which is quick; the catalogue notes after the index
        has them, so it is asked first."""
        noted = count_indexed_in(catalogue, self.generation)
        return int(self._whoosh.doc_count()) < noted

    def check_sums(self, thorough: bool = False) -> None:
        """Whether the files are what was written; `thorough`: each is read whole. Raises
        IndexDamaged."""
        bad = damaged(self.folder / self.generation, thorough)
        if bad is not None:
            raise IndexDamaged(
                f"{bad} of the search index is damaged; it will be made anew from the catalogue."
            )

    def check(self) -> None:
        """Open the files of every segment. Raises IndexDamaged."""

        def look(searcher: Any) -> None:
            for leaf, _ in searcher.reader().leaf_readers():
                next(iter(leaf.all_doc_ids()), None)
                next(leaf.all_terms(), None)

        self._read(look)

    def _read(self, question: Callable[[Any], T]) -> T:
        with self._in_words(), self._whoosh.searcher() as searcher:
            return question(searcher)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except (MemoryError, RecursionError, SarabanError):
            raise
        except Exception as error:  # what reading damaged files raises is anything at all
            raise IndexDamaged(
                f"The search index cannot be read ({type(error).__name__}: {error}); "
                "it will be made anew from the catalogue."
            ) from error
