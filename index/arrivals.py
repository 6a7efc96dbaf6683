"""What was filed lately: files, and the documents that they held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select

from index import correction_tables, tables
from index.catalogue import Catalogue
from index.filed import Filed
from index.load import load


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file, its documents as the viewer may see them with how many of their values are doubtful,
    and their received numbers where they have one. `first` is when and under what name its bytes
    came before, if they did: then nothing was filed anew."""

    sha256: str
    name: str
    at: str
    first: tuple[str, str] | None
    documents: tuple[tuple[Filed, int, int | None], ...]


class _Came(NamedTuple):
    sha256: str
    name: str
    at: str
    first: tuple[str, str] | None


def arrivals(catalogue: Catalogue, limit: int) -> list[Arrival]:
    """The files that came last, the latest first; none of which nothing may be seen."""
    source, document, given = tables.source.c, tables.document.c, correction_tables.received.c
    event = tables.event.c
    some = (
        select(source.sha256, source.name, source.accessioned_at)
        .where(
            select(document.id).where(document.sha256 == source.sha256, catalogue.visible).exists()
        )
        .order_by(source.accessioned_at.desc(), source.sha256)
        .limit(limit)
    )
    again = (
        some.add_columns(event.at, event.detail["name"].as_string().label("as"))
        .join(tables.event, event.sha256 == source.sha256)
        .where(event.what == "duplicate")
        .order_by(None)
        .order_by(event.id.desc())
    )
    with catalogue.reading() as connection:
        came = [
            _Came(row.sha256, row.name, row.accessioned_at, None)
            for row in connection.execute(some)
        ]
        came += [
            _Came(row.sha256, row[4], row.at, (row.accessioned_at, row.name))
            for row in connection.execute(again)
        ]
        files = sorted(came, key=lambda one: one.at, reverse=True)[:limit]
        asked = (
            select(document.id, document.sha256, document.doubts, given.number)
            .outerjoin(correction_tables.received, given.document_id == document.id)
            .where(document.sha256.in_({one.sha256 for one in files}), catalogue.visible)
            .order_by(document.first_page, document.ordinal)
        )
        rows = connection.execute(asked).all()
        found = {one.id: one for one in load(connection, [row.id for row in rows])}
    return [
        Arrival(
            one.sha256,
            one.name,
            one.at,
            one.first,
            tuple((found[r.id], r.doubts, r.number) for r in rows if r.sha256 == one.sha256),
        )
        for one in files
    ]
