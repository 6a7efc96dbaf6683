"""Links as rows: the program's are replaced when it thinks again, a person's never."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select

from index import tables
from index.catalogue import Catalogue
from index.filed import Filed
from index.history import record_event
from index.links.model import PROGRAM, Link, Relation
from index.links.reasons import Why, because

_CHUNK = 500


def replace(
    connection: Connection,
    document: Filed,
    relations: Sequence[Relation],
    links: Sequence[Link],
    at: str,
) -> None:
    """Let these be the program's links of a document in these relations. A slot that a person has
    filled is left alone; rows that stay the same are not touched."""
    table = tables.link
    mine = (table.c.from_id == document.id, table.c.relation.in_(relations))
    old = {row.slot: row for row in connection.execute(select(table).where(*mine))}
    judged = {slot for slot, row in old.items() if row.made_by != PROGRAM}
    new = {link.slot: link for link in links if link.slot not in judged}
    kept = {slot for slot, link in new.items() if slot in old and from_row(old[slot]) == link}
    gone = [row.id for slot, row in old.items() if slot not in judged | kept]
    if gone:
        connection.execute(delete(table).where(table.c.id.in_(gone)))
    for slot, link in new.items():
        if slot not in kept:
            connection.execute(insert(table).values(**to_row(link), made_at=at))
            detail = {"slot": slot, "to": link.to_id, "certainty": link.certainty}
            record_event(connection, at, link.relation, document.sha256, document.id, detail)


def rejected(connection: Connection, from_id: str, relations: Sequence[Relation]) -> frozenset[str]:
    """The documents to which a person has said that this one does not stand in these relations."""
    link = tables.link.c
    found = select(link.to_id).where(
        link.from_id == from_id, link.relation.in_(relations), link.certainty == "rejected"
    )
    return frozenset(connection.scalars(found))


def links_of(catalogue: Catalogue, ids: Iterable[str]) -> list[Link]:
    """All links that lead from or to these documents, rejected ones left out, in a fixed order."""
    wanted = list(dict.fromkeys(ids))
    link = tables.link.c
    found: dict[int, Link] = {}
    with catalogue.reading() as connection:
        for start in range(0, len(wanted), _CHUNK):
            chunk = wanted[start : start + _CHUNK]
            rows = connection.execute(
                select(tables.link).where(
                    or_(link.from_id.in_(chunk), link.to_id.in_(chunk)),
                    link.certainty != "rejected",
                )
            )
            found.update((row.id, from_row(row)) for row in rows)
    shown = _without_secrets(catalogue, list(found.values()))
    return sorted(shown, key=lambda one: (one.from_id, one.relation, one.slot))


def _without_secrets(catalogue: Catalogue, links: list[Link]) -> Iterator[Link]:
    """The links as if documents that may not be seen were not there: one that a letter cites in
    words stays a citation that leads nowhere."""
    ends = {id_ for link in links for id_ in (link.from_id, link.to_id) if id_}
    seen = {one.id for one in catalogue.documents(ends)} if not catalogue.cleared else ends
    for link in links:
        if link.from_id in seen and (link.to_id is None or link.to_id in seen):
            yield link
        elif link.from_id in seen and link.cited_as:
            why = because("not_here_undated")
            yield dataclasses.replace(
                link, to_id=None, certainty="unresolved", score=None, why=why, made_by=PROGRAM
            )


def to_row(link: Link) -> dict[str, Any]:
    return {
        "from_id": link.from_id,
        "slot": link.slot,
        "relation": link.relation,
        "to_id": link.to_id,
        "certainty": link.certainty,
        "score": link.score,
        "why_en": link.why.en,
        "why_th": link.why.th,
        "cited_as": link.cited_as,
        "clause": link.clause,
        "made_by": link.made_by,
    }


def from_row(row: Row[Any]) -> Link:
    return Link(
        from_id=row.from_id,
        slot=row.slot,
        relation=row.relation,
        to_id=row.to_id,
        certainty=row.certainty,
        score=row.score,
        why=Why(row.why_en, row.why_th),
        cited_as=row.cited_as,
        clause=row.clause,
        made_by=row.made_by,
    )
