"""Puts the new reading of pages in the place of the old one. What persons said stays."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, update

from index import tables
from index.corrections import machine
from index.corrections.remake import keep_as_read, note_arrangement, pages_of, remake, state_of
from index.page_json import page_row
from pipeline.models import Page
from pipeline.split import split


def put_in_place(connection: Connection, sha256: str, pages: Sequence[Page], at: str) -> list[str]:
    """Replace these pages of a file, split it and describe what changed anew; the documents that
    changed, came or went. The machine's former records are kept as history."""
    table, source = tables.page, tables.source
    numbers = {page.number for page in pages}
    state = state_of(connection, sha256)
    note_arrangement(connection, state)
    for group in state.arrangement.groups:
        if numbers & set(group.pages):
            keep_as_read(connection, state, state.id_of(group), at)
    machine.supersede(connection, sha256, numbers)
    old = delete(table).where(table.c.sha256 == sha256, table.c.number.in_(numbers))
    connection.execute(old)
    connection.execute(insert(table), [page_row(sha256, page) for page in pages])
    grouping = [[page.number for page in one.pages] for one in split(pages_of(connection, sha256))]
    of_file = update(source).where(source.c.sha256 == sha256)
    connection.execute(of_file.values(grouping=grouping))
    return remake(connection, sha256, at)
