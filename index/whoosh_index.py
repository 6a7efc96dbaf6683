"""The search index: words, phrases and ranking. The only file that knows Whoosh.

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
import time
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from whoosh import query as q
from whoosh.analysis import Analyzer
from whoosh.analysis import Token as WhooshToken
from whoosh.fields import ID, STORED, TEXT, Schema
from whoosh.index import FileIndex, LockError, create_in, open_dir

from index import analysis
from index.catalogue import Catalogue
from index.index_state import count_indexed_in, not_indexed_in, note_indexed
from index.text import digest, searched_text
from pipeline.errors import ArchiveBusy, SarabanError

T = TypeVar("T")

VERSION = f"2 {analysis.NAME}"
_CURRENT = "current.json"
_LOCK = "making.lock"  # held by the process that makes the index anew
_BATCH = 200  # documents a commit while catching up
_MEMORY = 128  # MB that a writer may fill before it sorts to disk
_WAIT = 30.0  # seconds for another writer to finish
_FEW = 2000  # ids that are looked up one by one rather than by reading the whole column
_SUBJECT_WEIGHT = 3.0


class IndexDamaged(SarabanError):
    """The index cannot be read. It can be made anew from the catalogue."""

    code = "index_damaged"


@dataclass(frozen=True, slots=True)
class Found:
    """How many documents match, and the best of them with their scores."""

    total: int
    best: tuple[tuple[str, float], ...]


class WordAnalyzer(Analyzer):  # type: ignore[misc]
    """index/analysis.py in the form that Whoosh asks for."""

    def __call__(self, value: str, positions: bool = False, **_: Any) -> Iterator[WhooshToken]:
        token = WhooshToken(positions=positions)
        for word in analysis.tokens(value):
            token.text = word.text
            token.boost = 1.0
            token.stopped = False
            if positions:
                token.pos = word.position
            yield token


_SCHEMA = Schema(
    id=ID(stored=True, unique=True, sortable=True),
    digest=STORED,
    subject=TEXT(analyzer=WordAnalyzer(), phrase=True),
    text=TEXT(analyzer=WordAnalyzer(), phrase=True),
)


class SearchIndex:
    """An open index. `open_index` makes one."""

    def __init__(self, folder: Path, generation: str, whoosh: FileIndex) -> None:
        self._folder = folder
        self.generation = generation
        self._whoosh = whoosh

    def close(self) -> None:
        self._whoosh.close()

    def __enter__(self) -> SearchIndex:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def catch_up(self, catalogue: Catalogue) -> int:
        """Index every document that is not in this generation yet; how many. Raises ArchiveBusy
        if another process keeps the index locked."""
        done = 0
        while waiting := not_indexed_in(catalogue, self.generation, _BATCH):
            self.add(catalogue, waiting)
            done += len(waiting)
        return done

    def add(self, catalogue: Catalogue, ids: Sequence[str]) -> None:
        """Index these documents, or again. The catalogue notes it after the index is on disk: a
        run stopped in between indexes them once more, to the same end."""
        writer = self._writer()
        try:
            for document in catalogue.documents(ids):
                pages = catalogue.pages(document.sha256, *document.record.pages)
                text = searched_text(document, pages)
                writer.update_document(
                    id=document.id,
                    digest=digest(document, text),
                    subject=document.subject or "",
                    text=text,
                )
        except BaseException:
            writer.cancel()
            raise
        writer.commit()
        note_indexed(catalogue, ids, self.generation)

    def _writer(self) -> Any:
        until = time.monotonic() + _WAIT
        while True:
            try:
                return self._whoosh.writer(limitmb=_MEMORY)
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

    def find(
        self,
        words: Sequence[str],
        phrases: Sequence[str] = (),
        within: Collection[str] | None = None,
        limit: int | None = 20,
    ) -> Found:
        """Documents that hold all the words and phrases, best first; of `within`, if given.

        `limit` None gives all of them. A word that the index does not know is taken for the
        beginning of one. Raises IndexDamaged.
        """
        if within is not None and not within:
            return Found(0, ())

        def read(searcher: Any) -> Found:
            asked = _query(searcher.reader(), words, phrases)
            only = None if within is None else _places(searcher, within)
            hits = searcher.search(asked, limit=limit, filter=only)
            best = tuple((hit["id"], round(float(hit.score), 4)) for hit in hits)
            return Found(len(best) if limit is None else len(hits), best)

        return self._read(read)

    def check(self) -> None:
        """Open the files of every segment. Raises IndexDamaged."""
        self._read(lambda s: (("text", "ก") in s.reader(), s.search(q.Every(), limit=1)))

    def _read(self, question: Callable[[Any], T]) -> T:
        try:
            with self._whoosh.searcher() as searcher:
                return question(searcher)
        except (MemoryError, RecursionError):
            raise
        except Exception as error:  # what reading damaged files raises is anything at all
            raise IndexDamaged(
                f"The search index cannot be read ({type(error).__name__}: {error}); "
                "it will be made anew from the catalogue."
            ) from error


def open_index(folder: Path, catalogue: Catalogue) -> SearchIndex:
    """The index of an archive, complete: made anew if it is missing, damaged, older than the
    catalogue knows it or of another version, and brought up to date with the catalogue. Of
    several processes one makes it, the others wait. Raises ArchiveBusy."""
    index = _up_to_date(folder, catalogue)
    if index is None:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / _LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            index = _up_to_date(folder, catalogue) or rebuild(folder, catalogue)
    return index


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


def discard(folder: Path) -> None:
    """Let the index be made anew when it is next opened: what reading it raised is no accident."""
    (folder / _CURRENT).unlink(missing_ok=True)


def rebuild(folder: Path, catalogue: Catalogue) -> SearchIndex:
    """Make the index anew from the catalogue alone; the old one serves until this one is whole."""
    generation = uuid.uuid4().hex
    place = folder / generation
    place.mkdir(parents=True)
    index = SearchIndex(folder, generation, create_in(str(place), _SCHEMA))
    index.catch_up(catalogue)
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
        current = json.loads((folder / _CURRENT).read_text("utf-8"))
        generation = str(current["generation"])
        if current["version"] != VERSION or Path(generation).name != generation:
            return None
        index = SearchIndex(folder, generation, open_dir(str(folder / generation)))
        index.check()
    except Exception:  # whatever is wrong with an index, the cure is to make it anew
        return None
    return index


def _query(reader: Any, words: Iterable[str], phrases: Iterable[str]) -> Any:
    needed: list[Any] = [_word(reader, word) for word in dict.fromkeys(words)]
    for phrase in dict.fromkeys(phrases):
        needed += _phrase(reader, phrase)
    liked = [q.Term("subject", word, boost=_SUBJECT_WEIGHT) for word in dict.fromkeys(words)]
    asked = q.And(needed) if len(needed) > 1 else needed[0]
    return q.AndMaybe(asked, q.Or(liked)) if liked else asked


def _word(reader: Any, word: str) -> Any:
    """A word; one that the index does not know as such, by its parts, else as a beginning."""
    if ("text", word) in reader:
        return q.Term("text", word)
    if len(analysis.smallest_words(word)) > 1:
        return q.And(_phrase(reader, word))
    return q.Prefix("text", word) if len(word) > 1 else q.NullQuery


def _phrase(reader: Any, text: str) -> list[Any]:
    """Words in their order. What is one word needs no order; and documents that lack one of the
    words need not be searched for the order, which is what takes time."""
    known = [word for word in analysis.words(text) if ("text", word) in reader]
    terms: list[Any] = [q.Term("text", word) for word in dict.fromkeys(known)]
    if len(known) == 1 and analysis.words(text) == known:
        return terms
    pieces = analysis.smallest_words(text)
    return [*terms, q.Phrase("text", pieces) if len(pieces) > 1 else q.Term("text", pieces[0])]


def _places(searcher: Any, ids: Collection[str]) -> set[int]:
    """Whoosh's own numbers of documents. Never empty: Whoosh takes an empty filter for none."""
    if len(ids) <= _FEW:
        found = {searcher.document_number(id=id_) for id_ in ids}
    else:
        column = searcher.reader().column_reader("id")
        found = {place for place, id_ in enumerate(column) if id_ in ids}
    return {place for place in found if place is not None} or {-1}
