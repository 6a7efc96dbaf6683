"""Brings the documents of one file to what the machine read and persons said of it.

The machine's documents, arranged as persons arranged them; of each the machine's record, with what
witnesses say of its handwriting, then what persons say. What does not change is not touched, so
doing it twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, insert, null, select, update

from extractors.describe import describe_all
from extractors.record import Kind, Record, Secrecy
from index import correction_tables, document_rows, tables
from index.corrections import events, hearing, machine
from index.corrections.arrange import Arrangement, Group, arranged
from index.corrections.fold import folded
from index.corrections.model import Correction, standing
from index.filed import Filed, document_id
from index.history import record_event
from index.links import anchors
from index.links.candidates import citing
from index.load import load
from index.page_json import page_from_json
from pipeline.models import Document, Page
from pipeline.split import split


@dataclass(frozen=True, slots=True)
class FileState:
    """The documents of a file as they stand, and what they are to be made of."""

    sha256: str
    documents: Mapping[str, Filed]
    grouping: tuple[tuple[int, ...], ...]
    held: tuple[Correction, ...]
    names: Mapping[int, int]  # the page a document began with → its ordinal

    @property
    def arrangement(self) -> Arrangement:
        return arranged(self.grouping, self.held)

    def id_of(self, group: Group) -> str:
        return document_id(self.sha256, self.names[group.begin])

    def holder(self, id_: str) -> str | None:
        """The document that now holds what began as that one; None if it is of another file, or
        all of its pages were excluded."""
        ordinals = {document_id(self.sha256, n): page for page, n in self.names.items()}
        group = self.arrangement.holder(ordinals[id_]) if id_ in ordinals else None
        return self.id_of(group) if group else None


def state_of(connection: Connection, sha256: str) -> FileState:
    """How a file stands. Nothing is written."""
    ids = select(tables.document.c.id).where(tables.document.c.sha256 == sha256)
    found = sorted(load(connection, list(connection.scalars(ids))), key=lambda one: one.ordinal)
    source, name = tables.source.c, correction_tables.document_name.c
    kept = connection.scalar(select(source.grouping).where(source.sha256 == sha256))
    grouping = kept or _as_filed(connection, sha256, found)
    held = tuple(standing(events.of_file(connection, sha256)))
    rows = connection.execute(select(name.page, name.ordinal).where(name.sha256 == sha256))
    names = {row.page: row.ordinal for row in rows}
    if not names:  # never arranged: the documents are those of the machine, in its order
        names = {pages[0]: one.ordinal for pages, one in zip(grouping, found, strict=True)}
    begun = [group.begin for group in arranged(grouping, held).groups]
    for begin in sorted(set(begun) - set(names)):
        names[begin] = max(names.values(), default=0) + 1
    documents = {one.id: one for one in found}
    return FileState(sha256, documents, tuple(map(tuple, grouping)), held, names)


def remake(connection: Connection, sha256: str, at: str) -> list[str]:
    """Bring the file's documents up to date in a transaction under way; the ids of those that
    changed, came or went. What changed waits to be indexed and linked, as do all documents whose
    links it can touch."""
    state = state_of(connection, sha256)
    records: dict[str, tuple[int, Record]] = {}
    used: dict[str, int | None] = {}
    anew = cache(lambda: _described(connection, state))  # of all groups at once, if of any
    for group in state.arrangement.groups:
        id_ = state.id_of(group)
        of_pages = [one for one in state.held if one.page in group.pages]
        base, kept = _machine_of(connection, state, group, at, anew)
        ordinal = state.names[group.begin]
        heard = hearing.as_heard(connection, _filed(state, id_, ordinal, base))
        record = folded(heard, of_pages).record
        if record.kind != base.kind:  # a person said so: an order has a committee, a letter none
            base, kept = _described_as(connection, state, group, at, base, record.kind)
            heard = hearing.as_heard(connection, _filed(state, id_, ordinal, base))
            record = folded(heard, of_pages).record
        if kept is None and record.persons:
            kept = machine.lay_aside(connection, at, id_, sha256, group.pages, base).id
        records[id_], used[id_] = (ordinal, record), kept
    gone = set(state.documents) - set(records)
    changed = {
        id_
        for id_, (_, record) in records.items()
        if id_ not in state.documents or state.documents[id_].record != record
    }
    for id_ in gone:
        keep_as_read(connection, state, id_, at)
        machine.make_current(connection, id_, None)
    for id_, kept in used.items():
        machine.make_current(connection, id_, kept)
    if changed or gone:
        _write(connection, state, records, changed, gone, at)
        detail = {"documents": sorted(changed), "gone": sorted(gone)}
        record_event(connection, at, "corrected", sha256, detail=detail)
    note_arrangement(connection, state)
    return sorted(changed | gone)


def _as_filed(connection: Connection, sha256: str, found: list[Filed]) -> list[list[int]]:
    """The machine's documents as pages in reading order. How pages were ordered is not kept when
    a file is filed: it is told by splitting again, if that gives the documents that are filed."""
    parts = [[page.number for page in one.pages] for one in split(pages_of(connection, sha256))]
    spans = [one.record.pages for one in found]
    if [(min(part), max(part)) for part in parts] == spans:
        return parts
    return [list(range(first, last + 1)) for first, last in spans]


def pages_of(connection: Connection, sha256: str, only: Iterable[int] | None = None) -> list[Page]:
    page = tables.page.c
    wanted = select(tables.page).where(page.sha256 == sha256).order_by(page.number)
    if only is not None:
        wanted = wanted.where(page.number.in_(list(only)))
    return [
        page_from_json(row.content, row.number, row.origin, row.rotation, row.skew, row.notes)
        for row in connection.execute(wanted)
    ]


def _machine_of(
    connection: Connection,
    state: FileState,
    group: Group,
    at: str,
    anew: Callable[[], Mapping[Group, Record]],
) -> tuple[Record, int | None]:
    """The machine's record of a group of pages, and the row that keeps it, if it is kept apart.
    `anew` tells those of all groups, for one that has none yet."""
    id_ = state.id_of(group)
    laid = machine.of_file(connection, state.sha256)
    for one in reversed(laid):
        if (one.document_id, one.pages, one.described_as) == (id_, group.pages, None):
            return one.record, one.id
    filed = state.documents.get(id_)
    if filed is not None and not machine.is_kept(connection, id_):
        if group.pages in state.grouping:
            return filed.record, None
        keep_as_read(connection, state, id_, at)  # it is about to change
    record = anew()[group]
    if record.secrecy is None:  # the sheet that bears the stamp may lie in another part
        record = record.model_copy(update={"secrecy": _secrecy(state, group)})
    kept = machine.lay_aside(connection, at, id_, state.sha256, group.pages, record)
    return record, kept.id


def _described_as(
    connection: Connection, state: FileState, group: Group, at: str, base: Record, kind: Kind
) -> tuple[Record, int]:
    """What the machine reads of a group of pages that a person said to be of this kind, and the row
    that keeps it. Its `kind` is what the machine took it for, which is told beside the person's."""
    id_ = state.id_of(group)
    if not machine.is_kept(connection, id_):
        machine.lay_aside(connection, at, id_, state.sha256, group.pages, base)
    for one in reversed(machine.of_file(connection, state.sha256)):
        if (one.document_id, one.pages, one.described_as) == (id_, group.pages, kind):
            return one.record, one.id
    again = _described(connection, state, {group: kind})[group]
    record = again.model_copy(update={"kind": base.kind, "secrecy": again.secrecy or base.secrecy})
    kept = machine.lay_aside(connection, at, id_, state.sha256, group.pages, record, kind)
    return record, kept.id


def _described(
    connection: Connection, state: FileState, kinds: Mapping[Group, Kind] | None = None
) -> Mapping[Group, Record]:
    """What the machine reads of the file's groups of pages, which bear each other witness; `kinds`
    of those of which a person said what they are."""
    read = pages_of(connection, state.sha256)
    page = {one.number: one for one in read}
    parts = {tuple(one.number for one in part.pages): part for part in split(read)}
    groups, said = state.arrangement.groups, kinds or {}
    documents = [
        parts.get(one.pages) or Document(tuple(page[number] for number in one.pages))
        for one in groups
    ]
    places = {place: said[one] for place, one in enumerate(groups) if one in said}
    return dict(zip(groups, describe_all(documents, places), strict=True))


def _secrecy(state: FileState, group: Group) -> Secrecy | None:
    """The secrecy of the documents whose pages these were."""
    for one in state.documents.values():
        first, last = one.record.pages
        if one.record.secrecy and any(first <= page <= last for page in group.pages):
            return one.record.secrecy
    return None


def keep_as_read(connection: Connection, state: FileState, id_: str, at: str) -> None:
    """Lay aside what the machine read of a document that ends, or changes its pages or words."""
    if machine.is_kept(connection, id_):
        return
    begin = {ordinal: page for page, ordinal in state.names.items()}[state.documents[id_].ordinal]
    pages = next((pages for pages in state.grouping if pages[0] == begin), None)
    if pages is not None:
        record = state.documents[id_].record
        machine.lay_aside(connection, at, id_, state.sha256, pages, record)


def _filed(state: FileState, id_: str, ordinal: int, record: Record) -> Filed:
    any_one = next(iter(state.documents.values()), None)
    name = any_one.source_name if any_one else ""
    since = any_one.accessioned_at if any_one else ""
    return Filed(id_, state.sha256, ordinal, name, since, record)


def _write(
    connection: Connection,
    state: FileState,
    records: Mapping[str, tuple[int, Record]],
    changed: set[str],
    gone: set[str],
    at: str,
) -> None:
    touched = sorted((changed | gone) & set(state.documents))
    judgements = anchors.judged(connection, state.documents)
    waiting = set(hearing.spoken_of(connection, touched)) | _leading_to(connection, touched)
    waiting |= citing(connection, [state.documents[id_] for id_ in touched])  # by what they bore
    anchors.take_out_of(connection, gone)
    for id_ in sorted(changed):
        ordinal, record = records[id_]
        put = document_rows.put_right if id_ in state.documents else document_rows.put_in
        put(connection, record, state.sha256, ordinal)
    after = {id_: _filed(state, id_, *records[id_]) for id_ in records}
    moves = anchors.lay(connection, judgements, after, state.holder)
    if moves:
        record_event(connection, at, "judgements_moved", state.sha256, detail={"moves": moves})
    for id_ in gone:
        document_rows.take_out(connection, state.sha256, state.documents[id_].ordinal)
    waits = tables.index_state
    linked = waits.c.document_id.in_((waiting | set(records)) - gone)
    connection.execute(update(waits).where(linked).values(linked=False, registered=False))


def _leading_to(connection: Connection, ids: list[str]) -> set[str]:
    """The documents whose links lead to these."""
    link = tables.link.c
    return set(connection.scalars(select(link.from_id).where(link.to_id.in_(ids))))


def note_arrangement(connection: Connection, state: FileState) -> None:
    source, page, name = tables.source, tables.page, correction_tables.document_name
    known = connection.scalar(select(source.c.grouping).where(source.c.sha256 == state.sha256))
    if known is None:
        kept = {"grouping": [list(pages) for pages in state.grouping] or null()}
        connection.execute(update(source).where(source.c.sha256 == state.sha256).values(**kept))
    named = set(connection.scalars(select(name.c.page).where(name.c.sha256 == state.sha256)))
    new = [
        {"sha256": state.sha256, "page": begin, "ordinal": ordinal}
        for begin, ordinal in state.names.items()
        if begin not in named
    ]
    if new:
        connection.execute(insert(name), new)
    left_out = state.arrangement.excluded
    of_file = update(page).where(page.c.sha256 == state.sha256)
    connection.execute(of_file.where(page.c.excluded).values(excluded=False))
    if left_out:
        connection.execute(of_file.where(page.c.number.in_(left_out)).values(excluded=True))
