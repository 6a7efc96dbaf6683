"""What persons did to a file, for who looks at one of its documents."""

from __future__ import annotations

from dataclasses import dataclass

from index.catalogue import Catalogue
from index.corrections import events, machine
from index.corrections.fold import folded
from index.corrections.model import OF_VALUES, Correction, taken_back
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
