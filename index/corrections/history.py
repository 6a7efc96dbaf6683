"""What persons did to a file, for who looks at one of its documents."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, true

from index import tables
from index.catalogue import Catalogue
from index.correction_tables import correction as correction_table
from index.corrections import events, machine
from index.corrections.fold import folded
from index.corrections.model import OF_VALUES, Correction, standing, taken_back
from index.corrections.remake import state_of
from pipeline.errors import NotFound


@dataclass(frozen=True, slots=True)
class Told:
    """An event; whether it holds, and whether it still fits what the machine now reads."""

    event: Correction
    holds: bool
    fits: bool


def history_of(catalogue: Catalogue, id_: str) -> list[Told]:
    """The events that concern a document, the latest first: of its pages' values, and all that was
    done to the pages of its file. Raises NotFound."""
    document = catalogue.document(id_)
    with catalogue.reading() as connection:
        history = events.of_file(connection, document.sha256)
        if not history:
            return []  # most files: how theirs are parted need not be told anew, page by page
        state = state_of(connection, document.sha256)
        group = next((one for one in state.arrangement.groups if state.id_of(one) == id_), None)
        kept = machine.current(connection, id_)
    pages = group.pages if group else ()
    gone = taken_back(history)
    record = kept.record if kept else document.record
    mine = [one for one in state.held if one.page in pages]
    unfit = {one.id for one in folded(record, mine).unfit}
    unfit |= {one.id for one in state.arrangement.unfit}
    by_id = {one.id: one for one in history}
    return [
        Told(one, one.id not in gone, one.id not in unfit)
        for one in reversed(history)
        if one.page in pages or _of(one, by_id).action not in OF_VALUES
    ]


def taken_out(catalogue: Catalogue, by: str, most: int = 20) -> list[tuple[Correction, str]]:
    """The pages that persons took out of their documents last and that stay out, with the names of
    their files: no document may hold them any more. Who is not cleared is told of those only that
    he took out himself, as nothing says whether such a page is secret."""
    table, source = correction_table.c, tables.source.c
    mine = true() if catalogue.cleared else table.by == by
    wanted = (
        select(table.id, table.sha256, source.name)
        .join(tables.source, source.sha256 == table.sha256)
        .where(table.action == "exclude", mine)
        .order_by(table.id.desc())
        .limit(most)
    )
    with catalogue.reading() as connection:
        rows = connection.execute(wanted).all()
        held = {
            one.id: one
            for sha256 in {row.sha256 for row in rows}
            for one in standing(events.of_file(connection, sha256))
        }
    return [(held[row.id], row.name) for row in rows if row.id in held]


def must_concern(catalogue: Catalogue, id_: str, number: int) -> None:
    """Raise NotFound if a document's history holds no correction of this number."""
    if number not in {one.event.id for one in history_of(catalogue, id_)}:
        raise NotFound(
            f"เอกสารนี้ไม่มีการแก้ไขที่ {number} · There is no correction {number} of this document."
        )


def _of(one: Correction, by_id: dict[int, Correction]) -> Correction:
    """What an event is about: of a taking back, what was taken back."""
    while one.action == "undo" and one.undoes in by_id:
        one = by_id[one.undoes]
    return one
