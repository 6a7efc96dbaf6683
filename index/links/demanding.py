"""Which letters an order may carry out or a report may answer: by what is cited, and by the bands
of their titles; for many documents in one question."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select

from index import tables
from index.database import in_chunks
from index.filed import Filed
from index.links.model import SURE
from index.load import load

_ASKING = ("appoint", "report")


def packets(connection: Connection, documents: Sequence[Filed]) -> dict[str, list[Filed]]:
    """All documents of the files that these came in, in order, by SHA-256."""
    column = tables.document.c
    files = {one.sha256 for one in documents}
    ids = [row.id for row in in_chunks(connection, select(column.id), column.sha256, files)]
    found: dict[str, list[Filed]] = {sha256: [] for sha256 in files}
    for one in sorted(load(connection, ids), key=lambda one: one.ordinal):
        found[one.sha256].append(one)
    return found


def letters_for(
    connection: Connection, documents: Sequence[Filed]
) -> dict[str, tuple[list[Filed], frozenset[str]]]:
    """For each document the letters whose clauses it could answer or carry out, and the ids of
    what it surely cites, itself or through the letter that encloses it."""
    ids = [one.id for one in documents]
    alike = _by_bands(connection, ids, "offered", "asked")
    cited = _cited_with(connection, ids)
    asked = tables.obligation.c
    asking = select(asked.document_id).where(asked.action.in_(_ASKING)).distinct()
    wanted = {id_ for some in (*alike.values(), *cited.values()) for id_ in some}
    asking_ids = {row[0] for row in in_chunks(connection, asking, asked.document_id, wanted)}
    known = {one.id: one for one in load(connection, sorted(asking_ids))}
    return {
        id_: ([one for key, one in known.items() if key in alike[id_] | cited[id_]], cited[id_])
        for id_ in ids
    }


def answering(connection: Connection, ids: Collection[str]) -> set[str]:
    """The documents that could answer or carry out what these ask for."""
    return {id_ for some in _by_bands(connection, ids, "asked", "offered").values() for id_ in some}


def enclosed_by(connection: Connection, ids: Collection[str]) -> set[str]:
    """What these letters are known to enclose: it answers what its letter cites."""
    link = tables.link.c
    enclosed = select(link.to_id).where(
        link.relation == "encloses", link.certainty != "rejected", link.to_id.is_not(None)
    )
    return {row.to_id for row in in_chunks(connection, enclosed, link.from_id, ids)}


def forms_of(connection: Connection, letter_ids: Collection[str]) -> dict[str, list[Filed]]:
    """The forms that letters are known to enclose, by the letter."""
    link = tables.link.c
    enclosed = (
        select(link.from_id, link.to_id)
        .join(tables.document, tables.document.c.id == link.to_id)
        .where(
            link.relation == "encloses",
            link.certainty != "rejected",
            tables.document.c.kind.in_(("form", "report")),
        )
    )
    rows = list(in_chunks(connection, enclosed, link.from_id, letter_ids))
    known = {one.id: one for one in load(connection, [row.to_id for row in rows])}
    found: dict[str, list[Filed]] = {letter: [] for letter in letter_ids}
    for row in rows:
        found[row.from_id].append(known[row.to_id])
    return found


def _cited_with(connection: Connection, ids: Collection[str]) -> dict[str, frozenset[str]]:
    """What each document surely cites, or the letter does which encloses it."""
    link = tables.link.c
    covering = select(link.from_id, link.to_id).where(
        link.relation == "encloses", link.certainty != "rejected"
    )
    speaking: dict[str, set[str]] = {id_: {id_} for id_ in ids}  # who cites → for which documents
    for row in in_chunks(connection, covering, link.to_id, ids):
        speaking.setdefault(row.from_id, set()).add(row.to_id)
    citing = select(link.from_id, link.to_id).where(
        link.relation == "cites", link.certainty.in_(SURE)
    )
    found: dict[str, set[str]] = {id_: set() for id_ in ids}
    for row in in_chunks(connection, citing, link.from_id, speaking):
        for id_ in speaking[row.from_id]:
            found[id_].add(row.to_id)
    return {id_: frozenset(some) for id_, some in found.items()}


def _by_bands(
    connection: Connection, ids: Collection[str], own: str, other: str
) -> dict[str, set[str]]:
    """For each document those whose titles in the role `other` share a band with its in `own`."""
    title = tables.title_band.c
    rows = select(title.document_id, title.band)
    mine: dict[int, set[str]] = {}
    for row in in_chunks(connection, rows.where(title.role == own), title.document_id, ids):
        mine.setdefault(row.band, set()).add(row.document_id)
    found: dict[str, set[str]] = {id_: set() for id_ in ids}
    for row in in_chunks(connection, rows.where(title.role == other), title.band, mine):
        for id_ in mine[row.band] - {row.document_id}:
            found[id_].add(row.document_id)
    return found
