"""What happened: the append-only history of sources and documents, and the files refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from index import tables

try:
    PROGRAM = f"saraban {version('saraban')}"
except PackageNotFoundError:  # run from a folder that was never installed
    PROGRAM = "saraban"


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A file that was refused, and why; `number` names it."""

    number: int
    sha256: str | None
    name: str
    code: str
    message: str
    at: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a source or a document, and which program did it."""

    at: str
    what: str
    sha256: str | None
    document_id: str | None
    detail: dict[str, Any]
    version: str = PROGRAM


_COLUMNS = tuple(one.name for one in fields(Event))


def record_event(
    connection: Connection,
    at: str,
    what: str,
    sha256: str | None = None,
    document: str | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    """Add a row of history to a transaction under way."""
    record_events(connection, [Event(at, what, sha256, document, detail or {}, PROGRAM)])


def record_events(connection: Connection, happened: Sequence[Event]) -> None:
    """Add rows of history to a transaction under way."""
    if happened:
        rows = [{name: getattr(one, name) for name in _COLUMNS} for one in happened]
        connection.execute(insert(tables.event), rows)


def events(connection: Connection, sha256: str | None, what: str | None = None) -> list[Event]:
    """Rows of history, oldest first: of one source, of one sort of event, or all."""
    wanted = select(tables.event).order_by(tables.event.c.id)
    if what is not None:
        wanted = wanted.where(tables.event.c.what == what)
    if sha256 is not None:
        wanted = wanted.where(tables.event.c.sha256 == sha256)
    return [
        Event(**{key: value for key, value in row._mapping.items() if key != "id"})
        for row in connection.execute(wanted)
    ]


def record_refusal(
    connection: Connection, at: str, name: str, code: str, message: str, sha256: str | None
) -> None:
    """Note a refused file, once for each reason; anew if the earlier one was dealt with."""
    table = tables.quarantine
    same = select(table.c.id).where(
        table.c.name == name,
        table.c.code == code,
        table.c.sha256.is_not_distinct_from(sha256),
        table.c.settled.is_not(True),
    )
    if connection.execute(same).first() is not None:
        return
    connection.execute(
        insert(table).values(sha256=sha256, name=name, code=code, message=message, at=at)
    )
    record_event(connection, at, "quarantined", sha256, detail={"name": name, "code": code})


def refusals(connection: Connection, most: int | None = None) -> list[Quarantined]:
    """Refused files that nobody has dealt with, oldest first; the latest if so many are named."""
    table = tables.quarantine.c
    columns = (table.id.label("number"), table.sha256, table.name, table.code, table.message)
    wanted = select(*columns, table.at).where(table.settled.is_not(True))
    rows = connection.execute(wanted.order_by(table.id.desc()).limit(most)).all()
    return [Quarantined(**row._mapping) for row in reversed(rows)]


def settle_refusal(connection: Connection, at: str, number: int, by: str) -> bool:
    """Note that a person has dealt with a refused file; whether it waited for that. Its bytes and
    the reason stay in the quarantine."""
    table = tables.quarantine
    waits = (table.c.id == number) & table.c.settled.is_not(True)
    row = connection.execute(select(table).where(waits)).first()
    if row is None:
        return False
    connection.execute(update(table).where(waits).values(settled=True))
    detail = {"name": row.name, "code": row.code, "by": by}
    record_event(connection, at, "settled", row.sha256, detail=detail)
    return True


def latest_event(connection: Connection) -> int:
    """The number of the latest event: it changes with every change of a document."""
    return connection.scalar(_LATEST) or 0


_LATEST = select(func.max(tables.event.c.id))
