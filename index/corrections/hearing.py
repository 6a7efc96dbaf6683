"""Gathers what documents say of each other's written numbers and dates, and files what follows.

A value that changes keeps its former self in the history: nothing is overwritten in silence. What
comes out is a function of what the archive holds, whatever the order in which files arrived.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, or_, select

from extractors.number import number_key
from extractors.record import Field, Record
from extractors.written import is_witnessed
from index import tables
from index.catalogue import Catalogue
from index.corrections import events, machine
from index.corrections.fold import folded
from index.corrections.model import standing
from index.document_rows import put_right
from index.filed import Filed
from index.history import record_event
from index.load import load
from index.witness import CLEARLY, Mention, chance_of, heard


def hear_witnesses(catalogue: Catalogue, ids: Iterable[str]) -> list[str]:
    """Let these documents speak of others, and others of them; the documents that changed.

    Those wait to be indexed and linked anew. One transaction.
    """
    with catalogue.writing() as connection:
        changed = []
        for document in load(connection, spoken_of(connection, list(dict.fromkeys(ids)))):
            record = _shown(connection, document)
            if record == document.record:
                continue
            put_right(connection, record, document.sha256, document.ordinal)
            for name in ("number", "date"):
                before, after = getattr(document.record, name), getattr(record, name)
                if before != after:
                    _note(connection, catalogue.moment, document, name, before, after)
            changed.append(document.id)
    return changed


def as_heard(connection: Connection, document: Filed) -> Record:
    """The record of a document with its handwriting as witnesses leave it."""
    fields = (document.record.number, document.record.date)
    if not any(field and field.readings for field in fields):
        return document.record
    return heard(document.record, _mentions(connection, document))


def _shown(connection: Connection, document: Filed) -> Record:
    """What witnesses and then persons make of what the machine read: a person has the last word."""
    kept = machine.current(connection, document.id)
    if kept is None:
        return as_heard(connection, document)
    read = as_heard(connection, replace(document, record=kept.record))
    held = standing(events.of_file(connection, document.sha256))
    return folded(read, [one for one in held if one.page in kept.pages]).record


def _note(
    connection: Connection, at: str, document: Filed, name: str, before: Field, after: Field
) -> None:
    what = "witnessed" if is_witnessed(after) else "unwitnessed"
    detail = {
        "field": name,
        "before": before.model_dump(mode="json", include={"value", "confidence", "note"}),
        "after": after.model_dump(mode="json", include={"value", "confidence", "note"}),
    }
    record_event(connection, at, what, document.sha256, document.id, detail)


def spoken_of(connection: Connection, ids: list[str]) -> list[str]:
    """Documents with other readings, of these and of those that these cite."""
    reading, citation = tables.reading.c, tables.citation.c
    found: set[str] = set()
    for id_ in ids:
        cited = select(citation.number_key).where(
            citation.document_id == id_, citation.number_key.is_not(None)
        )
        bearing = select(tables.document.c.id).where(tables.document.c.number_key.in_(cited))
        found.update(
            connection.scalars(
                select(reading.document_id).where(
                    or_(
                        reading.document_id == id_,
                        reading.key.in_(cited),
                        reading.document_id.in_(bearing),  # its day alone is written
                    )
                )
            )
        )
    return sorted(found)


def _mentions(connection: Connection, document: Filed) -> list[Mention]:
    """The citations that mean the document and no other one as well."""
    citation, link = tables.citation, tables.link.c
    confirmed = {
        (row.from_id, row.slot)
        for row in connection.execute(
            select(link.from_id, link.slot).where(
                link.to_id == document.id, link.certainty == "confirmed"
            )
        )
    }
    ways = [citation.c.number_key.in_(_number_keys(document))]
    if confirmed:
        ways.append(citation.c.document_id.in_({from_id for from_id, _ in confirmed}))
    rows = connection.execute(
        select(citation, tables.document.c.number.label("by_number"))
        .join(tables.document, tables.document.c.id == citation.c.document_id)
        .where(or_(*ways), citation.c.document_id != document.id)
        .order_by(citation.c.document_id, citation.c.ordinal)
    ).all()
    mentions = []
    for row in rows:
        sure = (row.document_id, f"citation/{row.ordinal}") in confirmed
        by = row.by_number or row.document_id
        mention = Mention(by, row.number, row.date, row.issuer, sure)
        own = chance_of(document.record, mention)
        if own and (sure or own >= CLEARLY * _best_rival(connection, document, mention)):
            mentions.append(mention)
    return mentions


def _number_keys(document: Filed) -> list[str]:
    field = document.record.number
    values = [one.value for one in field.readings] or [field.value] if field else []
    return sorted({number_key(value) for value in values})


def _best_rival(connection: Connection, document: Filed, mention: Mention) -> float:
    """The chance of the likeliest other document that the mention could mean; copies are none."""
    if mention.number is None:
        return 0.0
    key = number_key(mention.number)
    other, reading = tables.document.c, tables.reading.c
    ids = set(connection.scalars(select(other.id).where(other.number_key == key)))
    ids.update(connection.scalars(select(reading.document_id).where(reading.key == key)))
    rivals = load(connection, sorted(ids - {document.id}))
    return max(
        (chance_of(one.record, mention) for one in rivals if not _is_copy(one, document)),
        default=0.0,
    )


def _is_copy(one: Filed, other: Filed) -> bool:
    """Whether two documents were read as the same letter before anybody vouched for either."""
    mine, theirs = (
        [field and (field.readings[0].value if field.readings else field.value) for field in fields]
        for fields in ((d.record.number, d.record.date, d.record.issuer) for d in (one, other))
    )
    return mine == theirs
