"""Checks what persons said against what is shown, for `index/verify.py`. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, select

from index import correction_tables, tables
from index.corrections import events, hearing, machine
from index.corrections.fold import folded
from index.corrections.model import Correction
from index.corrections.remake import FileState, state_of

Told = tuple[str, str, str]  # code, subject, message of a problem


def check(connection: Connection) -> Iterator[Told | None]:
    """Once for each correction and each document of a corrected file; None where all is well.

    `correction_odd`: an event that no desk can have written. `correction_lost`: documents are not
    what the machine's records and the corrections make of them.
    """
    files = select(correction_tables.correction.c.sha256).union(
        select(correction_tables.machine_record.c.sha256)
    )
    for sha256 in sorted(connection.scalars(files)):
        history = events.of_file(connection, sha256)
        wanted = select(tables.page.c.number).where(tables.page.c.sha256 == sha256)
        pages = set(connection.scalars(wanted))
        for one in history:
            yield _odd(one, history, pages)
        yield from _shown(connection, state_of(connection, sha256))


def _odd(one: Correction, history: list[Correction], pages: set[int]) -> Told | None:
    wrong = None
    if one.page not in pages:
        wrong = f"It is of page {one.page}, which the file does not have."
    elif one.action == "undo" and not any(e.id == one.undoes and e.id < one.id for e in history):
        wrong = "It takes back what is no earlier correction of the file."
    return ("correction_odd", f"correction {one.id}", wrong) if wrong else None


def _shown(connection: Connection, state: FileState) -> Iterator[Told | None]:
    groups = {state.id_of(group): group for group in state.arrangement.groups}
    for id_ in sorted(set(groups) ^ set(state.documents)):
        here = "is not there" if id_ in groups else "is there still"
        yield "correction_lost", id_, f"By the corrections of its file the document {here}."
    for id_ in sorted(set(groups) & set(state.documents)):
        shown, group = state.documents[id_], groups[id_]
        kept = machine.current(connection, id_)
        if kept is None:
            yield None if not shown.record.persons else _lost(id_)
            continue
        heard = hearing.as_heard(connection, replace(shown, record=kept.record))
        held = [one for one in state.held if one.page in group.pages]
        right = kept.pages == group.pages and folded(heard, held).record == shown.record
        yield None if right else _lost(id_)


def _lost(id_: str) -> Told:
    said = "The document does not show what the machine read and persons corrected of it."
    return "correction_lost", id_, said
