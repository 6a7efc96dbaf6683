"""Links as rows: the program's are replaced when it thinks again, a person's never."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select

from index import tables
from index.catalogue import Catalogue
from index.database import in_chunks
from index.filed import Filed
from index.history import Event, record_events
from index.links.model import ORPHANED, PROGRAM, Link, Relation
from index.links.reasons import Why, because

_CHUNK = 500


def replace(
    connection: Connection,
    documents: Sequence[Filed],
    relations: Sequence[Relation],
    links: Mapping[str, Sequence[Link]],
    at: str,
) -> None:
    """Let these be the program's links of these documents in these relations. A slot that a person
    has filled is left alone; rows that stay the same are not touched."""
    table = tables.link
    mine = select(table).where(table.c.relation.in_(relations))
    old: dict[str, dict[str, Row[Any]]] = {one.id: {} for one in documents}
    for row in in_chunks(connection, mine, table.c.from_id, old):
        old[row.from_id][row.slot] = row
    gone: list[int] = []
    new: list[dict[str, Any]] = []
    events: list[Event] = []
    for document in documents:
        before = old[document.id]
        kept = {slot for slot, row in before.items() if row.made_by != PROGRAM}
        for link in links.get(document.id, ()):
            if link.slot in kept:
                continue
            kept.add(link.slot)
            if link.slot in before and from_row(before[link.slot]) == link:
                continue
            if link.slot in before:
                gone.append(before[link.slot].id)
            new.append({**to_row(link), "made_at": at})
            detail = {"slot": link.slot, "to": link.to_id, "certainty": link.certainty}
            events.append(Event(at, link.relation, document.sha256, document.id, detail))
        gone += [row.id for slot, row in before.items() if slot not in kept]
    for start in range(0, len(gone), _CHUNK):
        connection.execute(delete(table).where(table.c.id.in_(gone[start : start + _CHUNK])))
    if new:
        connection.execute(insert(table), new)
        record_events(connection, events)


def rejected(
    connection: Connection, ids: Collection[str], relations: Sequence[Relation]
) -> dict[str, frozenset[str]]:
    """By each document those to which a person has said that it does not stand in these
    relations."""
    link = tables.link.c
    wanted = select(link.from_id, link.to_id).where(
        link.relation.in_(relations), link.certainty == "rejected"
    )
    found: dict[str, set[str]] = {id_: set() for id_ in ids}
    for row in in_chunks(connection, wanted, link.from_id, found):
        found[row.from_id].add(row.to_id)
    return {id_: frozenset(some) for id_, some in found.items()}


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
    words stays a citation that leads nowhere, and none says which documents could be meant."""
    ends = {id_ for link in links for id_ in (link.from_id, link.to_id) if id_}
    seen = {one.id for one in catalogue.documents(ends)} if not catalogue.cleared else ends
    for link in links:
        if catalogue.cleared or (link.from_id in seen and link.to_id in seen):
            yield link
        elif link.from_id in seen and (link.to_id is None or link.cited_as):
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
        why=because("orphaned") if row.slot.startswith(ORPHANED) else Why(row.why_en, row.why_th),
        cited_as=row.cited_as,
        clause=row.clause,
        made_by=row.made_by,
        made_at=row.made_at,
    )
