"""How lists of documents are gathered, written and read: Whoosh's own form, in bulk.

Whoosh sorts single postings on disk and writes and reads them one by one, which takes most of the
time of making an index, and of the first search for a word. Here they are gathered by word, in the
order in which documents come, and go to and from the files of Whoosh in blocks.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import (
    LENGTHS_COLUMN,
    W3Codec,
    W3FieldWriter,
    W3TermInfo,
    _lenfield,
)
from whoosh.fields import TEXT
from whoosh.formats import Existence
from whoosh.matching import ListMatcher
from whoosh.util.numeric import byte_to_length
from whoosh.writing import SegmentWriter

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
Item = tuple[str, bytes, int, float, object]

_BLOCK = 8192  # documents
_LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], np.float32)
_INLINE = 4  # documents that stand beside the word itself, without a block


class CountedWords(TEXT):  # type: ignore[misc]
    """A field of words and how often each stands in a document, nothing else. It takes a text, or
    words already cut."""

    def __init__(self, cut: Callable[[str], Iterable[str]]) -> None:
        super().__init__(phrase=False)
        self.cut = cut
        self.format = Existence()

    def index(
        self, value: str | tuple[str, ...], **_: Any
    ) -> Iterator[tuple[bytes, Any, Any, Any]]:
        """(word, times, weight, nothing) of each word."""
        counted = Counter(self.cut(value) if isinstance(value, str) else value)
        for word, times in counted.items():
            yield word.encode(), times, times, None


class _Gathered:
    """Postings by field and word, in the order of documents; takes the place of Whoosh's pool."""

    def __init__(self) -> None:
        self._lists: dict[str, dict[bytes, tuple[array[int], array[float]]]] = {}

    def add(self, item: Item) -> None:
        field, word, place, weight, _ = item
        words = self._lists.get(field)
        if words is None:
            words = self._lists[field] = {}
        known = words.get(word)
        if known is None:
            words[word] = array("I", (place,)), array("f", (weight,))
        else:
            known[0].append(place)
            known[1].append(weight)

    def iter_postings(self) -> Iterator[tuple[str, bytes, array[int], array[float]]]:
        for field in sorted(self._lists):
            words = self._lists.pop(field)
            for word in sorted(words):
                yield field, word, *words[word]

    def cleanup(self) -> None:
        self._lists = {}


class _ListWriter(W3FieldWriter):  # type: ignore[misc]
    """Writes what `_Gathered` yields."""

    def add_postings(self, schema: Any, _: object, lists: Iterable[Any]) -> None:
        now = None
        for field, word, places, weights in lists:
            if field != now:
                if now is not None:
                    self.finish_field()
                self.start_field(field, schema[field])
                now = field
            self.start_term(word)
            writer = self._postwriter
            if len(places) <= _INLINE:
                self._fill(writer, places, weights)
                info: W3TermInfo = writer._terminfo
                info.add_block(writer)
                info.set_inlined(places, weights, (None,) * len(places))
                writer._terminfo = None
                self._tindex.add(self._fieldid.to_bytes(2, "big") + word, info.to_bytes())
                continue
            for start in range(0, len(places), _BLOCK):
                if start:
                    writer._write_block()
                self._fill(writer, places[start : start + _BLOCK], weights[start : start + _BLOCK])
            self.finish_term()
        if now is not None:
            self.finish_field()

    @staticmethod
    def _fill(writer: Any, places: array[int], weights: array[float]) -> None:
        writer._ids, writer._weights, writer._maxweight = places, weights, max(weights)


class ListCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's files, written a list at a time. Lengths of documents are not noted beside words:
    they are for Whoosh's own ranking, which is not used."""

    length_stats = False

    def field_writer(self, storage: Any, segment: Any) -> _ListWriter:
        return _ListWriter(self, storage, segment)


class ListsWriter(SegmentWriter):  # type: ignore[misc]
    """A writer that keeps the postings of one commit in memory: 8 bytes each, 4 KB a letter.
    Raises whoosh's LockError."""

    def __init__(self, index: Any) -> None:
        super().__init__(index, codec=ListCodec())
        self.pool = _Gathered()


def read_list(leaf: Any, field: str, word: str) -> tuple[Ints, Floats]:
    """Places of the documents of a segment that hold a word, and how often they do; those that
    were taken out since are among them."""
    places: list[Ints] = []
    weights: list[Floats] = []
    if (field, word) in leaf:
        matcher = leaf._terms.matcher(field, word.encode(), leaf.schema[field].format)
        if isinstance(matcher, ListMatcher):
            return np.array(matcher._ids, np.int32), np.array(matcher._weights, np.float32)
        while matcher.is_active():
            matcher._read_data()
            steps, often, _ = matcher._data
            places.append(np.cumsum(np.array(steps, np.int32), dtype=np.int32))
            once = 1.0 if often is None else often  # one number for a block where all are the same
            weights.append(np.broadcast_to(np.array(once, np.float32), len(steps)))
            matcher._next_block()
    if not places:
        return np.empty(0, np.int32), np.empty(0, np.float32)
    return np.concatenate(places), np.concatenate(weights)


def read_lengths(leaf: Any, field: str) -> Floats:
    """How many words each document of a segment has in a field, nearly: Whoosh keeps a byte."""
    lengths = np.zeros(leaf.doc_count_all(), np.float32)
    column = leaf._perdoc._cached_reader(_lenfield(field), LENGTHS_COLUMN)
    if column is not None:
        coded = np.frombuffer(column._dbfile.get(column._basepos, column._count), np.uint8)
        lengths[: len(coded)] = _LENGTHS[coded]
    return lengths
