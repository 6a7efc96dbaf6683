"""The table of corrections: written to, read from, never changed."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Row, insert, null, select

from index import correction_tables
from index.corrections.model import Correction
from index.history import PROGRAM
from pipeline.errors import NotFound

_TABLE = correction_tables.correction
_NAMES = [field.name for field in fields(Correction)]
_JSON = ("anchor", "before", "after")


def append(connection: Connection, one: Correction) -> Correction:
    """Add an event; it as it stands, with the id it was given (that of `one` is not looked at)."""
    values: dict[str, Any] = {name: getattr(one, name) for name in _NAMES if name != "id"}
    values.update({name: null() for name in _JSON if values[name] is None})
    added = insert(_TABLE).values(**values, version=PROGRAM).returning(_TABLE.c.id)
    return get(connection, int(connection.execute(added).scalar_one()))


def of_file(connection: Connection, sha256: str) -> list[Correction]:
    """All events of a file, oldest first."""
    wanted = select(_TABLE).where(_TABLE.c.sha256 == sha256).order_by(_TABLE.c.id)
    return [_event(row) for row in connection.execute(wanted)]


def get(connection: Connection, id_: int) -> Correction:
    """One event. Raises NotFound."""
    row = connection.execute(select(_TABLE).where(_TABLE.c.id == id_)).first()
    if row is None:
        raise NotFound(f"There is no correction {id_}.")
    return _event(row)


def _event(row: Row[Any]) -> Correction:
    return Correction(**{name: getattr(row, name) for name in _NAMES})
