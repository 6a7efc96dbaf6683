"""What a person says of a link. The program never overrules it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from index import tables
from index.catalogue import Catalogue
from index.corrections.hearing import hear_witnesses
from index.document_rows import number_anew
from index.history import record_event
from index.links.anchors import anchor_of_slot
from index.links.linker import link_documents
from index.links.model import ORPHANED, PROGRAM, Link
from index.links.reasons import because
from index.links.rows import from_row
from pipeline.errors import BadOption, NotFound


def confirm(catalogue: Catalogue, from_id: str, slot: str, person: str, to_id: str) -> None:
    """This link is so: it leads to `to_id`, wherever the program saw it lead.

    Raises NotFound if there is no such link or document, BadOption for a link to itself.
    """
    if to_id == from_id:
        raise BadOption("เอกสารอ้างถึงตัวเองไม่ได้ · A document has no link to itself.")
    catalogue.document(to_id)
    document = catalogue.document(from_id)
    table = tables.link
    with catalogue.writing() as connection:
        row = _row(connection, from_id, slot)
        at = catalogue.moment
        said: dict[str, Any] = {
            "to_id": to_id,
            "certainty": "confirmed",
            "made_by": person,
            "made_at": at,
        }
        if row.to_id != to_id:  # the program's reason was for what it saw the link lead to
            why = because("person")
            said |= {"why_en": why.en, "why_th": why.th, "score": None}
        anchor = anchor_of_slot(document, slot, to_id)
        connection.execute(update(table).where(table.c.id == row.id).values(**said, anchor=anchor))
        _note(connection, at, "confirmed", from_id, slot, to_id, person)
    changed = hear_witnesses(catalogue, [to_id])  # a number written by hand may now be vouched for
    link_documents(catalogue, [from_id, *changed])


def reject(catalogue: Catalogue, from_id: str, slot: str, person: str) -> None:
    """This link is not so, and is not to be proposed again; another may be found in its place.

    Raises NotFound if there is no such link, or it leads nowhere.
    """
    document = catalogue.document(from_id)
    table = tables.link
    with catalogue.writing() as connection:
        row = _row(connection, from_id, slot)
        if row.to_id is None:
            raise NotFound("The link leads to no document; there is nothing to reject.")
        at = catalogue.moment
        anchor = anchor_of_slot(document, slot, row.to_id)
        said = {"slot": f"{slot}!{row.to_id}", "certainty": "rejected", "anchor": anchor}
        connection.execute(
            update(table).where(table.c.id == row.id).values(**said, made_by=person, made_at=at)
        )
        _note(connection, at, "rejected", from_id, slot, row.to_id, person)
        number_anew(connection, str(row.to_id))
    link_documents(catalogue, [from_id])


def withdraw(catalogue: Catalogue, from_id: str, slot: str, person: str) -> None:
    """Take back what a person said of a link; the program judges it anew.

    Raises NotFound if there is no such link, or nobody has judged it.
    """
    table = tables.link
    with catalogue.writing() as connection:
        row = _row(connection, from_id, slot)
        if row.made_by == PROGRAM:
            raise NotFound("Nobody has judged this link; there is nothing to take back.")
        connection.execute(delete(table).where(table.c.id == row.id))
        _note(connection, catalogue.moment, "withdrawn", from_id, slot, row.to_id, person)
    changed = hear_witnesses(catalogue, [row.to_id])
    link_documents(catalogue, [from_id, *changed])


def judged(catalogue: Catalogue, from_id: str) -> list[Link]:
    """What persons have said of the links that a document makes, also what they rejected."""
    link = tables.link.c
    wanted = select(tables.link).where(link.from_id == from_id, link.made_by != PROGRAM)
    with catalogue.reading() as connection:
        return [from_row(row) for row in connection.execute(wanted.order_by(link.slot))]


def orphaned(catalogue: Catalogue) -> list[Link]:
    """What persons said of words that are no longer read: to be looked at again."""
    link = tables.link.c
    wanted = select(tables.link).where(link.slot.startswith(ORPHANED), link.made_by != PROGRAM)
    with catalogue.reading() as connection:
        rows = connection.execute(wanted.order_by(link.id)).all()
    seen = {one.id for one in catalogue.documents({row.from_id for row in rows})}
    return [from_row(row) for row in rows if row.from_id in seen]


def _row(connection: Connection, from_id: str, slot: str) -> Row[Any]:
    link = tables.link.c
    found = select(tables.link).where(link.from_id == from_id, link.slot == slot)
    row = connection.execute(found).first()
    if row is None:
        raise NotFound(f"Document {from_id} has no link {slot}.")
    return row


def _note(
    connection: Connection, at: str, what: str, from_id: str, slot: str, to_id: str, person: str
) -> None:
    detail = {"slot": slot, "to": to_id, "by": person}
    record_event(connection, at, what, None, from_id, detail)
