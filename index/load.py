"""Rows of the catalogue → documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select, true

from extractors.record import Record
from index import tables
from index.filed import Filed

_CHUNK = 500  # ids in one question, below SQLite's limit of variables
_FILED = (
    select(tables.document, tables.source.c.name, tables.source.c.accessioned_at)
    .join_from(tables.document, tables.source)
    .order_by(tables.source.c.accessioned_at, tables.document.c.sha256, tables.document.c.ordinal)
)


def load(
    connection: Connection, ids: Sequence[str], visible: ColumnElement[bool] | None = None
) -> Iterator[Filed]:
    """Documents by id, in order of accession; those only that are `visible` (Catalogue.visible)."""
    shown = true() if visible is None else visible
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        for row in connection.execute(_FILED.where(tables.document.c.id.in_(chunk), shown)):
            yield filed(row)


def filed(row: Row[Any]) -> Filed:
    """A row of `document` joined with its source."""
    return Filed(
        id=row.id,
        sha256=row.sha256,
        ordinal=row.ordinal,
        source_name=row.name,
        accessioned_at=row.accessioned_at,
        record=Record.model_validate(row.record),
    )
