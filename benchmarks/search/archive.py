"""Letters filed straight into a catalogue, as if they had been read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import insert

from benchmarks.search.letters import Letter
from index import tables
from index.catalogue import Catalogue
from index.page_json import page_to_json
from index.rows import rows_of
from pipeline.plain_text import page_from_text

_BATCH = 2_000


def fill(catalogue: Catalogue, letters: Iterable[Letter]) -> None:
    """File letters of one page each, as linked and not yet indexed."""
    for some in _batches(letters):
        rows: dict[Any, list[dict[str, Any]]] = {}
        at = catalogue.moment
        for letter in some:
            source = {"sha256": letter.sha256, "name": f"{letter.place:07}.pdf"}
            source |= {"media_type": "application/pdf", "size": 1, "page_count": 1}
            source |= {"accessioned_at": at, "notes": []}
            page = page_from_text(letter.read, 1)
            sheet = {"sha256": letter.sha256, "number": 1, "origin": page.origin, "rotation": 0}
            sheet |= {"skew": 0.0, "notes": [], "content": page_to_json(page)}
            parts = rows_of(letter.record, letter.sha256, 1)
            state = {"document_id": parts.document["id"], "linked": True, "index_version": None}
            for table, row in (
                (tables.source, source),
                (tables.page, sheet),
                (tables.document, parts.document),
                (tables.index_state, state),
            ):
                rows.setdefault(table, []).append(row)
        with catalogue.writing() as connection:
            for table, values in rows.items():
                connection.execute(insert(table), values)


def _batches(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    left = iter(letters)
    while some := list(islice(left, _BATCH)):
        yield some
