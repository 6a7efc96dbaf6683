"""The register in columns, in memory: what hits are filtered, counted and sorted by.

A search index is slow at that, and a database too where half of the archive matches. The columns
are read from the catalogue's index `document_columns` and kept up to date by its history: every
change of a document is an event there.
"""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Engine, func, select

from index import tables
from index.catalogue import Catalogue
from index.history import latest_event

Facet = Literal["kind", "issuer", "year", "unit", "urgency"]
FACETS: tuple[Facet, ...] = get_args(Facet)
Ints = NDArray[np.int32]

_CHUNK = 500
_ROOM = 1024  # places added at once
_DOCUMENT = tables.document.c
_ROWS = select(
    _DOCUMENT.id,
    _DOCUMENT.date_start,
    _DOCUMENT.date_end,
    _DOCUMENT.kind,
    _DOCUMENT.issuer_key,
    _DOCUMENT.unit,
    _DOCUMENT.urgency,
    _DOCUMENT.secret,
)
_OPEN: weakref.WeakKeyDictionary[Engine, Columns] = weakref.WeakKeyDictionary()
_OPENING = threading.Lock()


class Codes:
    """Texts as numbers: 0 is nothing."""

    def __init__(self) -> None:
        self.texts: list[str] = [""]
        self._codes: dict[str, int] = {"": 0}

    def code(self, text: str | None) -> int:
        """The number of a text, a new one if it is new."""
        text = text or ""
        if text not in self._codes:
            self._codes[text] = len(self.texts)
            self.texts.append(text)
        return self._codes[text]

    def find(self, text: str) -> int:
        """The number of a text; -1 if it stands nowhere."""
        return self._codes.get(text, -1)


class Columns:
    """A place for each document, which it keeps; -1 in `kind` where it was taken away.

    Days are whole numbers, 20210215; `start` and `end` are the first and the last that a date can
    mean, 0 where there is none.
    """

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.place: dict[str, int] = {}
        self.of_file: dict[str, list[str]] = {}  # by the part of an id that names its file
        self.codes: dict[Facet, Codes] = {facet: Codes() for facet in FACETS}
        self.start = np.zeros(0, np.int32)
        self.end = np.zeros(0, np.int32)
        self.facets: dict[Facet, Ints] = {facet: np.zeros(0, np.int32) for facet in FACETS}
        self.secret = np.zeros(0, np.bool_)
        self.event = -1  # the latest event when the columns were read
        self.lock = threading.RLock()

    def put(self, rows: Iterable[Any]) -> None:
        """Enter rows of `_ROWS`, new ones or changed."""
        for row in rows:
            place = self.place.get(row.id)
            if place is None:
                place = self.place[row.id] = len(self.ids)
                self.ids.append(row.id)
                self.of_file.setdefault(row.id.partition("-")[0], []).append(row.id)
                if place >= len(self.start):
                    self._grow()
            self.start[place] = _number(row.date_start)
            self.end[place] = _number(row.date_end)
            self.secret[place] = row.secret
            self.facets["kind"][place] = self.codes["kind"].code(row.kind)
            self.facets["issuer"][place] = self.codes["issuer"].code(row.issuer_key)
            year = (row.date_start or "")[:4]
            self.facets["year"][place] = self.codes["year"].code(year)
            self.facets["unit"][place] = self.codes["unit"].code(row.unit)
            self.facets["urgency"][place] = self.codes["urgency"].code(row.urgency)

    def drop(self, ids: Iterable[str]) -> None:
        """Take documents away that are no longer filed."""
        for id_ in ids:
            if (place := self.place.get(id_)) is not None:
                self.facets["kind"][place] = -1
                self.secret[place] = True

    def _grow(self) -> None:
        more = max(_ROOM, len(self.start))
        self.start = np.concatenate([self.start, np.zeros(more, np.int32)])
        self.end = np.concatenate([self.end, np.zeros(more, np.int32)])
        self.secret = np.concatenate([self.secret, np.zeros(more, np.bool_)])
        for facet in FACETS:
            grown = np.concatenate([self.facets[facet], np.zeros(more, np.int32)])
            self.facets[facet] = grown


def columns_of(catalogue: Catalogue) -> Columns:
    """The columns of a catalogue as it stands now. One set serves all of its views: who may not
    see secret documents must leave out those that are `secret`."""
    with _OPENING:
        columns = _OPEN.setdefault(catalogue.engine, Columns())
    with columns.lock, catalogue.reading() as connection:
        now = latest_event(connection)
        if now != columns.event:
            _catch_up(connection, columns)
            if columns.event < 0:
                gc.freeze()  # they stay: looking through them for garbage costs 0.1 s each time
            columns.event = now
    return columns


def _catch_up(connection: Connection, columns: Columns) -> None:
    changed = list(_changed_since(connection, columns.event))
    if columns.event >= 0 and None not in changed:
        named = [one for one in changed if one is not None]
        known = {id_ for one in named for id_ in columns.of_file.get(one[:12], ())}
        files = {one for one in named if len(one) == 64}
        found = list(_rows(connection, _DOCUMENT.sha256, sorted(files)))
        found += _rows(connection, _DOCUMENT.id, sorted({*named, *known} - files))
        columns.put(found)
        columns.drop(known - {row.id for row in found})
        filed = connection.scalar(select(func.count(_DOCUMENT.id)))
        if int((columns.facets["kind"][: len(columns.ids)] >= 0).sum()) == filed:
            return
    rows = connection.execute(_ROWS).all()
    columns.drop(set(columns.ids) - {row.id for row in rows})
    columns.put(rows)


def _changed_since(connection: Connection, latest: int) -> Iterator[str | None]:
    """Of each event since, the document or the file it happened to; None where it tells neither
    and documents may have changed."""
    event = tables.event.c
    asked = select(event.what, event.document_id, event.sha256).where(event.id > latest)
    for row in connection.execute(asked) if latest >= 0 else ():
        if row.what not in _NO_CHANGE:
            yield row.document_id or row.sha256


_NO_CHANGE = ("quarantined", "uploaded", "duplicate", "settled")


def _rows(
    connection: Connection, column: ColumnElement[Any], values: Sequence[str]
) -> Iterator[Any]:
    for start in range(0, len(values), _CHUNK):
        yield from connection.execute(_ROWS.where(column.in_(values[start : start + _CHUNK])))


def _number(iso: str | None) -> int:
    return int(iso.replace("-", "")) if iso else 0
