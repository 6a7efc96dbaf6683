"""Checks every original, row and index entry against each other. Changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, and_, select

from extractors.record import Model, Record
from index import tables
from index.catalogue import Catalogue
from index.corrections.check import check
from index.links.check import check as check_links
from index.page_json import page_from_json
from index.received import check_numbers
from index.rows import Rows, rows_of
from index.text import digest, searched_text
from index.whoosh_index import IndexDamaged, open_existing
from pipeline.intake.store import Store

_PARTS = (
    "citation",
    "reading",
    "enclosure",
    "obligation",
    "report",
    "title_band",
)  # tables of Rows

_ROWS_BAD = ("row_orphan", "record_invalid", "row_differs")

OnOriginal = Callable[[int, int], None]
"""Called after each original with how many are checked, and of how many."""


class Problem(Model):
    """Something that is not as it should be. `code` is stable; `subject` names the thing."""

    code: str
    subject: str
    message: str


class VerifyReport(Model):
    """How many originals, rows and index entries were checked, and what is wrong with them."""

    checked: int
    problems: tuple[Problem, ...]


def verify(
    catalogue: Catalogue, store: Store, index_folder: Path, on_original: OnOriginal | None = None
) -> VerifyReport:
    """Check the whole archive. Problems by code:

    `original_bad`, `original_extra`, `file_extra`; `row_orphan`, `page_missing`, `page_damaged`,
    `pages_wrong`, `record_invalid`, `row_differs`; `correction_odd`, `correction_lost`,
    `received_odd`; `link_differs`, `judgement_lost`; `index_missing`, `index_damaged`,
    `not_indexed`, `index_stale`, `indexed_extra`.
    """
    problems: list[Problem] = []
    checked = 0
    for found in (
        _originals(catalogue, store, on_original),
        _rows(catalogue),
        _told(catalogue),
        _index(catalogue, index_folder),
    ):
        for one in found:
            checked += 1
            if one is not None:
                problems.append(one)
    if not any(one.code in _ROWS_BAD for one in problems):  # links are read off the rows
        for found_link in _links(catalogue):
            checked += 1
            problems += [found_link] if found_link else []
    return VerifyReport(checked=checked, problems=tuple(problems))


Checked = Iterator[Problem | None]


def _originals(catalogue: Catalogue, store: Store, on_original: OnOriginal | None) -> Checked:
    """Yields once for each original; None where all is well."""
    sources = {source.sha256: source for source in catalogue.sources()}
    for done, (sha256, source) in enumerate(sources.items(), start=1):
        wrong = store.check(sha256)
        if wrong is None and store.path(sha256).stat().st_size != source.size:
            wrong = f"The catalogue says that it has {source.size} bytes, which it has not."
        yield (
            Problem(code="original_bad", subject=f"{sha256} ({source.name})", message=wrong)
            if wrong
            else None
        )
        if on_original is not None:
            on_original(done, len(sources))
    # some are refused only when their pages are read, and were kept before
    refused = {one.sha256 for one in catalogue.quarantined()}
    for sha256 in store:
        if sha256 not in sources and sha256 not in refused:
            yield Problem(
                code="original_extra",
                subject=sha256,
                message="An original is kept that the catalogue does not know; ingest it again.",
            )
    for path in store.strangers():
        yield Problem(
            code="file_extra",
            subject=str(path),
            message="A file lies among the originals that no accession put there.",
        )


def _rows(catalogue: Catalogue) -> Checked:
    with catalogue.reading() as connection:
        yield from _orphans(connection)
        pages: dict[str, set[int]] = {}
        for row in connection.execute(select(tables.page)):
            pages.setdefault(row.sha256, set()).add(row.number)
            yield _page_problem(row)
        for row in connection.execute(select(tables.source)):
            missing = set(range(1, row.page_count + 1)) - pages.get(row.sha256, set())
            yield (
                Problem(
                    code="page_missing",
                    subject=f"{row.sha256} ({row.name})",
                    message=f"Pages are missing: {', '.join(map(str, sorted(missing)))}.",
                )
                if missing
                else None
            )
        for row in connection.execute(select(tables.document)):
            yield _document_problem(connection, row, pages.get(row.sha256, set()))


def _told(catalogue: Catalogue) -> Checked:
    """What other rooms say of their own rows."""
    with catalogue.reading() as connection:
        yield from map(_problem, chain(check(connection), check_numbers(connection)))


def _links(catalogue: Catalogue) -> Checked:
    with catalogue.reading() as connection:
        yield from map(_problem, check_links(connection))


def _problem(told: tuple[str, str, str] | None) -> Problem | None:
    if told is None:
        return None
    code, subject, message = told
    return Problem(code=code, subject=subject, message=message)


def _orphans(connection: Connection) -> Checked:
    """Rows that refer to what is not there, by every foreign key of the tables."""
    for table in tables.metadata.sorted_tables:
        for key in table.foreign_keys:
            target = key.column.table.alias("target")
            held = target.c[key.column.name]
            lost = (
                select(key.parent)
                .select_from(table.outerjoin(target, key.parent == held))
                .where(and_(key.parent.is_not(None), held.is_(None)))
                .distinct()
            )
            for value in connection.scalars(lost):
                yield Problem(
                    code="row_orphan",
                    subject=str(value),
                    message=f"{table.name}.{key.parent.name} refers to it, but it is not there.",
                )


def _page_problem(row: Any) -> Problem | None:
    try:
        page_from_json(row.content, row.number, row.origin, row.rotation, row.skew, row.notes)
    except (KeyError, TypeError, ValueError, IndexError) as error:
        return Problem(
            code="page_damaged",
            subject=f"{row.sha256} page {row.number}",
            message=f"The text of the page cannot be read: {error}.",
        )
    return None


def _document_problem(connection: Connection, row: Any, pages: set[int]) -> Problem | None:
    try:
        record = Record.model_validate(row.record)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        return Problem(
            code="record_invalid", subject=row.id, message=f"The record: {where}: {first['msg']}."
        )
    if not set(range(record.pages[0], record.pages[1] + 1)) <= pages:
        return Problem(
            code="pages_wrong",
            subject=row.id,
            message=f"Its pages {record.pages[0]} to {record.pages[1]} are not all in the file.",
        )
    expected = rows_of(record, row.sha256, row.ordinal)
    differing = [
        name
        for name, value in expected.document.items()
        if name != "record" and row._mapping[name] != value
    ]
    differing += _parts_that_differ(connection, row.id, expected)
    if differing:
        return Problem(
            code="row_differs",
            subject=row.id,
            message=f"The row does not say what the record says: {', '.join(differing)}.",
        )
    return None


def _parts_that_differ(connection: Connection, id_: str, expected: Rows) -> list[str]:
    """The tables in which the rows of a document are not those that its record gives."""
    differing = []
    for name in _PARTS:
        table = tables.metadata.tables[name]
        rows = connection.execute(select(table).where(table.c.document_id == id_))
        held = {frozenset(row._mapping.items()) for row in rows}
        if held != {frozenset(row.items()) for row in getattr(expected, name)}:
            differing.append(name)
    state = tables.index_state.c.document_id
    if connection.execute(select(state).where(state == id_)).first() is None:
        differing.append(tables.index_state.name)
    return differing


def _index(catalogue: Catalogue, folder: Path) -> Checked:
    documents = set(catalogue.ids())
    index = open_existing(folder)
    if index is None:
        if documents:
            yield Problem(
                code="index_missing",
                subject=str(folder),
                message="There is no search index that can be used; the next search makes it anew.",
            )
        return
    with index:
        try:
            index.check_sums(thorough=True)
            indexed = index.entries()
        except IndexDamaged as error:
            yield Problem(code=error.code, subject=str(folder), message=error.message)
            return
    for id_ in sorted(documents | set(indexed)):
        if id_ not in indexed:
            message = "The document is not in the search index; the next search puts it there."
            yield Problem(code="not_indexed", subject=id_, message=message)
        elif id_ not in documents:
            message = "The search index holds a document that the catalogue does not know."
            yield Problem(code="indexed_extra", subject=id_, message=message)
        elif _indexed_as(catalogue, id_) not in (None, indexed[id_]):
            message = "What is indexed of the document is not what the catalogue holds."
            yield Problem(code="index_stale", subject=id_, message=message)
        else:
            yield None


def _indexed_as(catalogue: Catalogue, id_: str) -> str | None:
    """The mark that the document's entry must bear; None if its rows are damaged, which is told
    of the rows."""
    try:
        document = catalogue.document(id_)
        pages = catalogue.pages(document.sha256, *document.record.pages)
    except (KeyError, TypeError, ValueError, IndexError):
        return None
    return digest(document, searched_text(document, pages))
