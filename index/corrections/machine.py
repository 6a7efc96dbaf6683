"""What the machine read of a document, kept once a person has touched it.

The record of a document that nobody touched is the machine's own. When a person changes it, or the
pages it is made of, what the machine had read is laid aside here and never written over; it is
what corrections are folded into, and what a document is again when they are taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from extractors.record import KEPT, Kind, Record
from index import correction_tables
from index.history import PROGRAM

_TABLE = correction_tables.machine_record


@dataclass(frozen=True, slots=True)
class Machine:
    """The machine's record of a document on these pages, given in reading order. `described_as` is
    the kind that a person gave: what the machine reads of such a document, its own kind kept."""

    id: int
    document_id: str
    pages: tuple[int, ...]
    record: Record
    described_as: str | None = None


def current(connection: Connection, document_id: str) -> Machine | None:
    """What the document's shown record is made of; None if that is the shown record itself."""
    wanted = select(_TABLE).where(_TABLE.c.document_id == document_id, _TABLE.c.current)
    row = connection.execute(wanted).first()
    return None if row is None else _machine(row)


def is_kept(connection: Connection, document_id: str) -> bool:
    """Whether anything was ever laid aside of the document."""
    wanted = select(_TABLE.c.id).where(_TABLE.c.document_id == document_id)
    return connection.execute(wanted).first() is not None


def of_file(connection: Connection, sha256: str) -> list[Machine]:
    """All that was laid aside of a file and is of its present reading, oldest first."""
    wanted = select(_TABLE).where(_TABLE.c.sha256 == sha256, _TABLE.c.superseded.is_(False))
    return [_machine(row) for row in connection.execute(wanted.order_by(_TABLE.c.id))]


def lay_aside(
    connection: Connection,
    at: str,
    document_id: str,
    sha256: str,
    pages: Sequence[int],
    record: Record,
    described_as: Kind | None = None,
) -> Machine:
    """Keep what the machine read of a document on these pages."""
    added = (
        insert(_TABLE)
        .values(
            document_id=document_id,
            sha256=sha256,
            pages=list(pages),
            record=record.model_dump(mode="json", context=KEPT),
            at=at,
            version=PROGRAM,
            current=False,
            superseded=False,
            described_as=described_as,
        )
        .returning(_TABLE.c.id)
    )
    id_ = int(connection.execute(added).scalar_one())
    return Machine(id_, document_id, tuple(pages), record, described_as)


def make_current(connection: Connection, document_id: str, id_: int | None) -> None:
    """Note which one the document's shown record is made of; None for a document that is gone."""
    of_document = update(_TABLE).where(_TABLE.c.document_id == document_id)
    connection.execute(of_document.where(_TABLE.c.current).values(current=False))
    if id_ is not None:
        connection.execute(of_document.where(_TABLE.c.id == id_).values(current=True))


def supersede(connection: Connection, sha256: str, pages: Iterable[int]) -> None:
    """Note that these pages were read anew: what was read of them before is kept as history."""
    again = set(pages)
    old = [one.id for one in of_file(connection, sha256) if again & set(one.pages)]
    if old:
        connection.execute(update(_TABLE).where(_TABLE.c.id.in_(old)).values(superseded=True))


def _machine(row: Row[Any]) -> Machine:
    record = Record.model_validate(row.record)
    return Machine(row.id, row.document_id, tuple(row.pages), record, row.described_as)
