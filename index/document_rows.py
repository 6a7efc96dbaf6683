"""The rows of one document in all tables: put in, put right, taken out."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, update

from extractors.record import Record
from index import tables
from index.filed import document_id
from index.rows import Rows, rows_of

_PARTS = (
    tables.citation,
    tables.reading,
    tables.enclosure,
    tables.obligation,
    tables.report,
    tables.title_band,
)


def put_in(connection: Connection, record: Record, sha256: str, ordinal: int) -> None:
    """Enter the `ordinal`-th document of a file; it waits to be indexed and linked."""
    rows = rows_of(record, sha256, ordinal)
    connection.execute(insert(tables.document).values(**rows.document))
    _put_parts(connection, rows)
    state = {"document_id": rows.document["id"], "linked": False, "index_version": None}
    connection.execute(insert(tables.index_state).values(**state))


def put_right(connection: Connection, record: Record, sha256: str, ordinal: int) -> None:
    """Let the document's rows say what the record says; it waits to be indexed and linked."""
    rows = rows_of(record, sha256, ordinal)
    id_ = rows.document["id"]
    table = tables.document
    connection.execute(update(table).where(table.c.id == id_).values(**rows.document))
    _take_parts(connection, id_)
    _put_parts(connection, rows)
    state = tables.index_state
    waits = update(state).where(state.c.document_id == id_)
    connection.execute(waits.values(linked=False, index_version=None, registered=False))


def number_anew(connection: Connection, id_: str) -> None:
    """Let the received register look at a document again: it is enclosed by no letter now."""
    state = tables.index_state
    of_document = update(state).where(state.c.document_id == id_)
    connection.execute(of_document.values(registered=False))


def take_out(connection: Connection, sha256: str, ordinal: int) -> None:
    """Remove the document's rows; nothing may refer to it any more."""
    id_ = document_id(sha256, ordinal)
    _take_parts(connection, id_)
    connection.execute(delete(tables.index_state).where(tables.index_state.c.document_id == id_))
    connection.execute(delete(tables.document).where(tables.document.c.id == id_))


def _put_parts(connection: Connection, rows: Rows) -> None:
    for table in _PARTS:
        values = getattr(rows, table.name)
        if values:
            connection.execute(insert(table), values)


def _take_parts(connection: Connection, id_: str) -> None:
    for table in _PARTS:
        connection.execute(delete(table).where(table.c.document_id == id_))
