"""Which documents a link could lead to, and whose links a new document could change.

Always by key (number, date, packet, title bands), never all against all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, or_, select

from extractors.number import number_key
from index import tables
from index.catalogue import load
from index.filed import Filed

_CHUNK = 300
T = TypeVar("T")


def cited_candidates(connection: Connection, document: Filed) -> list[list[Filed]]:
    """For each citation of a document, in order, the documents it could mean: those that bear the
    number (of an order: from the issuer, or of the day) or whose written number may be read so,
    and those of the day."""
    rows = connection.execute(
        select(tables.citation)
        .where(tables.citation.c.document_id == document.id)
        .order_by(tables.citation.c.ordinal)
    ).all()
    wanted: list[list[str]] = []
    column = tables.document.c
    for row in rows:
        ways: list[ColumnElement[bool]] = []
        if row.number_key:
            ways.append(column.number_key == row.number_key)
            written = select(tables.reading.c.document_id)
            ways.append(column.id.in_(written.where(tables.reading.c.key == row.number_key)))
        if row.date:
            ways.append(column.date_start == row.date)
        found = select(column.id).where(or_(*ways), column.template.is_(False)) if ways else None
        wanted.append([] if found is None else list(connection.scalars(found)))
    known = {one.id: one for one in load(connection, _flat(wanted))}
    return [[known[id_] for id_ in ids] for ids in wanted]


def packet(connection: Connection, sha256: str) -> list[Filed]:
    """All documents of one file, in order."""
    column = tables.document.c
    ids = connection.scalars(
        select(column.id).where(column.sha256 == sha256).order_by(column.ordinal)
    )
    return sorted(load(connection, list(ids)), key=lambda one: one.ordinal)


def asking(connection: Connection, document: Filed) -> list[Filed]:
    """The letters whose clauses this document could answer, by the likeness of titles."""
    return list(load(connection, _by_bands(connection, document.id, "offered", "asked")))


def cited_with(connection: Connection, id_: str) -> frozenset[str]:
    """The documents that one surely cites, or that the letter does which encloses it."""
    link = tables.link.c
    covers = select(link.from_id).where(
        link.to_id == id_, link.relation == "encloses", link.certainty != "rejected"
    )
    citing = [id_, *connection.scalars(covers)]
    found = select(link.to_id).where(
        link.from_id.in_(citing),
        link.relation == "cites",
        link.certainty.in_(("exact", "confirmed")),
    )
    return frozenset(connection.scalars(found))


def forms_of(connection: Connection, letter_ids: Sequence[str]) -> dict[str, list[Filed]]:
    """The forms that letters are known to enclose, by the letter."""
    link = tables.link.c
    rows = connection.execute(
        select(link.from_id, link.to_id)
        .join(tables.document, tables.document.c.id == link.to_id)
        .where(
            link.from_id.in_(letter_ids),
            link.relation == "encloses",
            link.certainty != "rejected",
            tables.document.c.kind.in_(("form", "report")),
        )
    ).all()
    known = {one.id: one for one in load(connection, [row.to_id for row in rows])}
    return {
        letter: [known[row.to_id] for row in rows if row.from_id == letter] for letter in letter_ids
    }


def affected_by(connection: Connection, documents: Sequence[Filed]) -> set[str]:
    """The other documents whose links may change because these are here now: those that cite the
    number or the day, and those that answer or carry out what these ask for."""
    cited = tables.citation.c
    found: set[str] = set()
    ids = [one.id for one in documents]
    numbers = [one.record.number for one in documents if one.record.number]
    said = {value for n in numbers for value in (n.value, *(r.value for r in n.readings))}
    keys = sorted({number_key(value) for value in said})
    days = sorted({one.date for one in documents if one.date})
    for column, values in ((cited.number_key, keys), (cited.date, days)):
        for chunk in _chunks(values):
            found.update(connection.scalars(select(cited.document_id).where(column.in_(chunk))))
    for one in documents:
        found.update(_by_bands(connection, one.id, "asked", "offered"))
    return found - set(ids)


def _by_bands(connection: Connection, id_: str, own: str, other: str) -> list[str]:
    title = tables.title_band.c
    mine = select(title.band).where(title.document_id == id_, title.role == own)
    bands = list(connection.scalars(mine))
    found: set[str] = set()
    for chunk in _chunks(bands):
        theirs = select(title.document_id).where(title.role == other, title.band.in_(chunk))
        found.update(connection.scalars(theirs.distinct()))
    return sorted(found)


def _chunks(ids: Sequence[T]) -> Iterable[Sequence[T]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))


def _flat(lists: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(one for some in lists for one in some))
