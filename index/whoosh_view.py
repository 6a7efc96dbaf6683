"""One state of the search index, opened for reading: which documents hold a word, and how often.

Whoosh reads the lists of documents from disk; they are kept as arrays, so that what is asked often
is read once. An array per segment: of a newer state of the index only the new segments are read.
Documents are named here by their place, 0 to `count` - 1.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.whoosh_lists import Floats, Ints, read_lengths, read_list

Bools = NDArray[np.bool_]

_KEPT = 400_000_000  # bytes of lists that a segment keeps at most, the latest used


class _Segment:
    """What is kept of one segment, which never changes but for documents that are taken out."""

    def __init__(self) -> None:
        self._lists: OrderedDict[tuple[str, str], tuple[Ints, Floats]] = OrderedDict()
        self._size = 0
        self._lengths: dict[str, Floats] = {}
        self._ids: list[str] | None = None
        self._places: dict[str, int] | None = None

    def postings(self, reader: Any, field: str, word: str) -> tuple[Ints, Floats]:
        """Places in the segment of the documents that hold a word, and how often they do."""
        key = (field, word)
        known = self._lists.get(key)
        if known is None:
            known = read_list(reader, field, word)
            self._lists[key] = known
            self._size += known[0].nbytes + known[1].nbytes
            while self._size > _KEPT and len(self._lists) > 1:
                _, old = self._lists.popitem(last=False)
                self._size -= old[0].nbytes + old[1].nbytes
        else:
            self._lists.move_to_end(key)
        return known

    def lengths(self, reader: Any, field: str) -> Floats:
        if field not in self._lengths:
            self._lengths[field] = read_lengths(reader, field)
        return self._lengths[field]

    def ids(self, reader: Any) -> list[str]:
        if self._ids is None:
            self._ids = list(reader.column_reader("id"))
        return self._ids

    def place(self, reader: Any, id_: str) -> int | None:
        """Where a document stands in the segment; the last place of one that stands there twice."""
        if self._places is None:
            self._places = {one: place for place, one in enumerate(self.ids(reader))}
        return self._places.get(id_)


class IndexView:
    """An open state of the index. Safe to share among threads; each who shares it closes it."""

    def __init__(self, reader: Any, older: IndexView | None = None) -> None:
        self._reader = reader
        self._users = 1
        self._lock = threading.Lock()  # Whoosh's readers move about in their files
        known: dict[str, _Segment] = older._segments if older is not None else {}
        self._leaves = [(leaf, offset) for leaf, offset in reader.leaf_readers() if leaf.segment()]
        self._segments: dict[str, _Segment] = {
            name: known.get(name, _Segment())
            for name in (str(leaf.segment().segment_id()) for leaf, _ in self._leaves)
        }
        self.count = int(reader.doc_count_all())
        self.alive: Bools = np.ones(self.count, np.bool_)
        for leaf, offset in self._leaves:
            self.alive[[place + offset for place in leaf.segment().deleted_docs()]] = False
        self._ids: list[str] | None = None
        self.memo: dict[Hashable, Any] = {}  # what readers of this state keep for later

    def share(self) -> IndexView:
        """The view for one more user."""
        with self._lock:
            self._users += 1
        return self

    def close(self) -> None:
        """The last user closes the files."""
        with self._lock:
            self._users -= 1
            if self._users == 0:
                self._reader.close()

    def postings(self, field: str, word: str) -> tuple[Ints, Floats]:
        """The places of the documents that hold a word in a field, and how often they do."""
        if len(self._leaves) == 1:
            ((leaf, _),) = self._leaves
            with self._lock:
                return self._segment(leaf).postings(leaf, field, word)
        some = []
        for leaf, offset in self._leaves:
            with self._lock:
                places, weights = self._segment(leaf).postings(leaf, field, word)
            if len(places):
                some.append((places + np.int32(offset), weights))
        if not some:
            return np.empty(0, np.int32), np.empty(0, np.float32)
        return np.concatenate([one for one, _ in some]), np.concatenate([one for _, one in some])

    def lengths(self, field: str) -> Floats:
        """How many words each document has in a field, as a share of what is usual."""
        known: Floats | None = self.memo.get(("lengths", field))
        if known is None:
            with self._lock:
                some = [self._segment(leaf).lengths(leaf, field) for leaf, _ in self._leaves]
            known = np.concatenate(some) if some else np.empty(0, np.float32)
            known = known / np.float32(max(1.0, float(known.mean()) if len(known) else 1.0))
            self.memo["lengths", field] = known
        return known

    def ids(self) -> list[str]:
        """The id of the document at each place."""
        with self._lock:
            if self._ids is None:
                parts = (self._segment(leaf).ids(leaf) for leaf, _ in self._leaves)
                self._ids = [id_ for part in parts for id_ in part]
            return self._ids

    def stored(self, place: int) -> dict[str, Any]:
        """What is kept of a document: id, digest, passage."""
        with self._lock:
            fields: dict[str, Any] = self._reader.stored_fields(place)
            return fields

    def place(self, id_: str) -> int | None:
        """Where a document stands, None if it is not in the index."""
        with self._lock:
            for leaf, offset in reversed(self._leaves):
                place = self._segment(leaf).place(leaf, id_)
                if place is not None and self.alive[place + offset]:
                    return place + int(offset)
        return None

    def knows(self, field: str, word: str) -> bool:
        """Whether any document holds the word."""
        with self._lock:
            return (field, word) in self._reader

    def begins(self, field: str, start: str, most: int) -> list[str]:
        """Words of a field that begin so, `most` of them at most."""
        found: list[str] = []
        with self._lock:
            for term in self._reader.expand_prefix(field, start):
                found.append(term.decode() if isinstance(term, bytes) else term)
                if len(found) >= most:
                    break
        return found

    def between(self, field: str, first: str, last: str) -> list[str]:
        """Words of a field from one to another in the order of letters, both included."""
        found: list[str] = []
        with self._lock:
            for term in self._reader.terms_from(field, first):
                name, text = term
                word = text.decode() if isinstance(text, bytes) else text
                if name != field or word > last:
                    break
                found.append(word)
        return found

    def words(self, field: str) -> list[str]:
        """All words of a field."""
        with self._lock:
            return [
                one.decode() if isinstance(one, bytes) else one
                for one in self._reader.lexicon(field)
            ]

    def _segment(self, leaf: Any) -> _Segment:
        return self._segments[str(leaf.segment().segment_id())]
