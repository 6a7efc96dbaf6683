"""The catalogue: the register of sources, pages and documents, and the source of truth.

Search index and links can be made anew from it. One file is one transaction: all of its rows are
there or none, and putting the same bytes in twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, Self

from sqlalchemy import ColumnElement, Connection, Engine, Row, exists, func, insert, select, true

from extractors.record import Extraction
from index import document_rows, history, tables
from index.database import in_chunks, is_read_only, open_database, reading, writing
from index.filed import Filed, FiledSource, document_id
from index.history import Event, Quarantined, record_event
from index.load import load
from index.page_json import page_from_json, page_row
from pipeline.errors import NotFound
from pipeline.models import Page, SourceFile


def _now() -> datetime:
    return datetime.now(UTC)


OnSecret = Callable[[Sequence[str]], None]


class Catalogue:
    """An open catalogue. Safe to share among threads; close it, or use it as a context.

    To who is not `cleared`, secret documents (stamped ลับ or above) are not there: `seen_by`.
    """

    def __init__(
        self,
        engine: Engine,
        now: Callable[[], datetime] = _now,
        cleared: bool = True,
        on_secret: OnSecret | None = None,
    ) -> None:
        self._engine = engine
        self._now = now
        self.cleared = cleared
        self._on_secret = on_secret

    @classmethod
    def open(cls, url: str, now: Callable[[], datetime] = _now) -> Self:
        """Open or create: a path or URL of SQLite, or `postgresql://…`. Errors: open_database."""
        return cls(open_database(url), now)

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def seen_by(self, cleared: bool, on_secret: OnSecret | None = None) -> Catalogue:
        """The same catalogue as somebody sees it; every question takes it in place of this one.

        `on_secret` is told the ids of secret documents before they, their pages or the file they
        came in are handed out; a question that shows them by SQL of its own calls `notice`.
        """
        return Catalogue(self._engine, self._now, cleared, on_secret)

    def notice(self, ids: Sequence[str]) -> None:
        """Say that secret documents are about to be shown."""
        if ids and self._on_secret is not None:
            self._on_secret(ids)

    def notice_secret(self, ids: Iterable[str]) -> None:
        """Say that these documents, as far as they are secret, are about to be shown."""
        if self._on_secret is None:
            return
        document = tables.document.c
        with self.reading() as connection:
            wanted = select(document.id).where(document.secret)
            rows = in_chunks(connection, wanted, document.id, sorted(set(ids)))
            self.notice([row.id for row in rows])

    @property
    def visible(self) -> ColumnElement[bool]:
        """What must hold of a row of `document` that is shown or counted: every question that
        selects documents by SQL of its own names it in its `where`."""
        return true() if self.cleared else tables.document.c.secret.is_(False)

    @property
    def engine(self) -> Engine:
        """The database, which all views of one catalogue share."""
        return self._engine

    @property
    def read_only(self) -> bool:
        """Whether it was opened to be read only, as it may not be written to."""
        return is_read_only(self._engine)

    def reading(self) -> AbstractContextManager[Connection]:
        """A read transaction, for the modules of this floor that ask questions of their own."""
        return reading(self._engine)

    def writing(self) -> AbstractContextManager[Connection]:
        """A write transaction, for the modules of this floor that keep rows of their own."""
        return writing(self._engine)

    @property
    def moment(self) -> str:
        """Now, as the catalogue writes it."""
        return self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def add(self, source: SourceFile, pages: Sequence[Page], extraction: Extraction) -> list[str]:
        """File one source with its pages and documents; the ids of its documents.

        All or nothing. A source that is already filed is left as it is.
        """
        sha256 = source.sha256
        with self.writing() as connection:
            if self._has(connection, sha256):
                return self._ids(connection, sha256, true())
            at = self.moment
            connection.execute(
                insert(tables.source).values(
                    sha256=sha256,
                    name=source.name,
                    media_type=source.media_type,
                    size=source.size,
                    page_count=extraction.source.page_count,
                    accessioned_at=at,
                    notes=list(source.notes),
                )
            )
            if pages:
                connection.execute(insert(tables.page), [page_row(sha256, page) for page in pages])
            for ordinal, record in enumerate(extraction.documents, start=1):
                document_rows.put_in(connection, record, sha256, ordinal)
            ids = [document_id(sha256, n) for n in range(1, len(extraction.documents) + 1)]
            record_event(
                connection, at, "archived", sha256, detail={"name": source.name, "documents": ids}
            )
            return ids

    def has(self, sha256: str) -> bool:
        """Whether a source with these bytes is filed."""
        with self.reading() as connection:
            return self._has(connection, sha256)

    @staticmethod
    def _has(connection: Connection, sha256: str) -> bool:
        found = select(tables.source.c.sha256).where(tables.source.c.sha256 == sha256)
        return connection.execute(found).first() is not None

    def ids_of(self, sha256: str) -> list[str]:
        """The documents of a source, in its order."""
        with self.reading() as connection:
            return self._ids(connection, sha256, self.visible)

    @staticmethod
    def _ids(connection: Connection, sha256: str, visible: ColumnElement[bool]) -> list[str]:
        document = tables.document.c
        found = select(document.id).where(document.sha256 == sha256, visible)
        return list(connection.scalars(found.order_by(document.first_page, document.ordinal)))

    def opens(self, sha256: str) -> bool:
        """Whether the whole file may be seen: all of its documents may."""
        with self.reading() as connection:
            known, secret = self._has(connection, sha256), self._secret(connection, sha256)
        if self.cleared:
            self.notice(secret)
        return known and (self.cleared or not secret)

    @staticmethod
    def _secret(
        connection: Connection, sha256: str, first: int = 1, last: int | None = None
    ) -> list[str]:
        """The secret documents of a source that have a page from `first` to `last`."""
        document = tables.document.c
        found = select(document.id).where(
            document.sha256 == sha256, document.secret, document.last_page >= first
        )
        if last is not None:
            found = found.where(document.first_page <= last)
        return list(connection.scalars(found))

    def sources(self) -> list[FiledSource]:
        """All sources, oldest first."""
        order = (tables.source.c.accessioned_at, tables.source.c.sha256)
        with self.reading() as connection:
            rows = connection.execute(select(tables.source).order_by(*order)).all()
        return [_source(row) for row in rows]

    def source(self, sha256: str) -> FiledSource:
        """One source; where one of its documents may not be seen, neither may the whole file, but
        what the catalogue says of it. Raises NotFound, also if none of its documents may."""
        with self.reading() as connection:
            row = connection.execute(
                select(tables.source).where(tables.source.c.sha256 == sha256)
            ).first()
            hidden = not self.cleared and bool(self._secret(connection, sha256))
        if row is None or (hidden and not self.ids_of(sha256)):
            raise NotFound(f"No file with SHA-256 {sha256} is in the archive.")
        return _source(row)

    def pages(
        self, sha256: str, first: int = 1, last: int | None = None, excluded: bool = False
    ) -> tuple[Page, ...]:
        """Pages of a source as they were read, from `first` to `last`, both included; those that a
        person took out of their document only with `excluded`, and to who is cleared."""
        page = tables.page.c
        wanted = select(tables.page).where(page.sha256 == sha256, page.number >= first)
        if not (excluded and self.cleared):
            wanted = wanted.where(page.excluded.is_(False))
        if not self.cleared:
            document = tables.document.c
            wanted = wanted.where(
                ~exists().where(
                    document.sha256 == page.sha256,
                    document.secret,
                    document.first_page <= page.number,
                    document.last_page >= page.number,
                )
            )
        if last is not None:
            wanted = wanted.where(page.number <= last)
        with self.reading() as connection:
            rows = connection.execute(wanted.order_by(page.number)).all()
            secret = self._secret(connection, sha256, first, last) if self._on_secret else []
        self.notice(secret if self.cleared else ())
        return tuple(
            page_from_json(row.content, row.number, row.origin, row.rotation, row.skew, row.notes)
            for row in rows
        )

    def count(self) -> int:
        """How many documents are filed."""
        with self.reading() as connection:
            counted = select(func.count()).select_from(tables.document).where(self.visible)
            return connection.scalar(counted) or 0

    def ids(self) -> list[str]:
        """The ids of all documents."""
        with self.reading() as connection:
            return list(connection.scalars(select(tables.document.c.id).where(self.visible)))

    def document(self, id_: str) -> Filed:
        """One document. Raises NotFound."""
        found = self.documents([id_])
        if not found:
            raise NotFound(f"No document {id_} is in the archive.")
        return found[0]

    def documents(self, ids: Iterable[str]) -> list[Filed]:
        """The documents with these ids, in the order asked; ids that are not there are left out."""
        wanted = list(dict.fromkeys(ids))
        with self.reading() as connection:
            found = {one.id: one for one in load(connection, wanted, self.visible)}
        self.notice([id_ for id_, one in found.items() if one.record.secrecy])
        return [found[id_] for id_ in wanted if id_ in found]

    def quarantine(self, name: str, code: str, message: str, sha256: str | None = None) -> None:
        """Note a refused file; the same file refused again for the same reason is noted once."""
        with self.writing() as connection:
            history.record_refusal(connection, self.moment, name, code, message, sha256)

    def quarantined(self, most: int | None = None) -> list[Quarantined]:
        """Refused files that nobody has dealt with, oldest first; the latest if so many."""
        with self.reading() as connection:
            return history.refusals(connection, most)

    def settle(self, number: int, by: str) -> bool:
        """Note that a person has dealt with a refused file (`Quarantined.number`)."""
        with self.writing() as connection:
            return history.settle_refusal(connection, self.moment, number, by)

    def note_event(self, what: str, sha256: str | None = None, **detail: Any) -> None:
        """Add to the history of a source."""
        with self.writing() as connection:
            record_event(connection, self.moment, what, sha256, detail=detail)

    def events(self, sha256: str | None = None, what: str | None = None) -> list[Event]:
        """What happened, oldest first: to one source, of one sort, or all."""
        with self.reading() as connection:
            return history.events(connection, sha256, what)


def _source(row: Row[Any]) -> FiledSource:
    told = {field.name: getattr(row, field.name) for field in fields(FiledSource)}
    return FiledSource(**{**told, "notes": tuple(row.notes)})
