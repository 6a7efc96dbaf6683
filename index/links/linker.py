"""Links documents: what each cites, encloses, carries out and answers.

The links of a document are a function of what the archive holds, and of how much of what is cited
it held when last all were made, so they come out the same whatever the order in which files
arrived, and making them again changes nothing. When a document
arrives, every document that could mean it is looked at again. What a person has judged stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, or_, select, update

from extractors.record import Record
from index import tables
from index.catalogue import Catalogue
from index.filed import Filed
from index.garbage import rarely_looking_for_garbage
from index.links import candidates, demanding, rows
from index.links.answers import Demand, answered, demands_of
from index.links.citations import resolve
from index.links.coverage import has_changed, note_coverage
from index.links.enclosures import enclosed
from index.links.glance import Asked, Directory, Remembered, last_event
from index.links.implements import implemented
from index.links.model import Link, Relation, Target
from index.load import load

_AT_ONCE = 500
_NAMED: tuple[Relation, ...] = ("cites", "encloses")
_MEANT: tuple[Relation, ...] = ("implements", "answers")

Made = dict[str, list[Link]]  # links by the id of the document that makes them


def link_documents(catalogue: Catalogue, ids: Iterable[str]) -> int:
    """Make the links of these documents, and again those of all that could mean them; how many
    documents were looked at. One transaction."""
    with catalogue.writing() as connection:
        new = {one.id: one for one in load(connection, list(dict.fromkeys(ids)))}
        affected = candidates.citing(connection, list(new.values()))
        affected |= demanding.answering(connection, new)
        others = {one.id: one for one in load(connection, sorted(affected - set(new)))}
        touched = list((new | others).values())
        # letters first: a report's demand is known by the form that its letter encloses
        _make_named(connection, touched, catalogue.moment, Asked(connection))
        enclosed_ids = demanding.enclosed_by(connection, [one.id for one in touched])
        known = {one.id for one in touched}
        acting = touched + list(load(connection, sorted(enclosed_ids - known)))
        _make_meant(connection, acting, catalogue.moment)
        _note_linked(connection, [one.id for one in touched])
    return len(touched)


def unlinked(catalogue: Catalogue) -> list[str]:
    """Documents that were filed but not linked: a run was stopped in between."""
    state = tables.index_state.c
    with catalogue.reading() as connection:
        return list(connection.scalars(select(state.document_id).where(state.linked.is_(False))))


def relink(catalogue: Catalogue) -> int:
    """Make all links anew, persons' judgements kept; how many documents. In transactions of a few
    hundred documents, first what documents name themselves, then what hangs on that."""
    document, report = tables.document.c, tables.report.c.document_id
    # in the order of ids, which say nothing, links are added at the end of their index; else each
    # falls in another page of it, which costs three times the writing
    everything = select(document.id).order_by(document.id)
    acting = everything.where(or_(document.kind == "order", document.id.in_(select(report))))
    with catalogue.reading() as connection:
        ids = list(connection.scalars(everything))
        acting_ids = list(connection.scalars(acting))
    with rarely_looking_for_garbage():
        _relink_named(catalogue, ids)
    for start in range(0, len(acting_ids), _AT_ONCE):
        with catalogue.writing() as connection:
            chunk = list(load(connection, acting_ids[start : start + _AT_ONCE]))
            _make_meant(connection, chunk, catalogue.moment)
    with catalogue.writing() as connection:
        _note_linked(connection, ids)
    return len(ids)


def relink_if_coverage_changed(catalogue: Catalogue) -> int:
    """`relink`, if the archive holds little of what is cited of other years than it did when last
    all links were made; how many documents, 0 if not."""
    with catalogue.reading() as connection:
        changed = has_changed(connection)
    return relink(catalogue) if changed else 0


def _relink_named(catalogue: Catalogue, ids: Sequence[str]) -> None:
    directory, known = None, None
    for start in range(0, len(ids), _AT_ONCE):
        with catalogue.writing() as connection:
            if directory is None or last_event(connection) != known:  # others write meanwhile
                directory = Remembered.read(connection)
            if known is None:
                note_coverage(connection, directory, catalogue.moment)
            chunk = list(load(connection, ids[start : start + _AT_ONCE]))
            _make_named(connection, chunk, catalogue.moment, directory)
            known = last_event(connection)


def _note_linked(connection: Connection, ids: Sequence[str]) -> None:
    state = tables.index_state.c
    for start in range(0, len(ids), _AT_ONCE):
        waiting = state.document_id.in_(ids[start : start + _AT_ONCE]) & state.linked.is_(False)
        connection.execute(update(tables.index_state).where(waiting).values(linked=True))


def _make_named(
    connection: Connection, documents: Sequence[Filed], at: str, directory: Directory
) -> None:
    made = named_links(connection, documents, directory)
    rows.replace(connection, documents, _NAMED, made, at)


def named_links(connection: Connection, documents: Sequence[Filed], directory: Directory) -> Made:
    """The links that the documents' own words name: their citations and enclosures."""
    refused = rows.rejected(connection, [one.id for one in documents], _NAMED)
    possible = candidates.cited_candidates(connection, documents, directory, refused)
    packets = demanding.packets(connection, [one for one in documents if one.record.enclosures])
    made: Made = {}
    for document in documents:
        no = refused[document.id]
        links = _citations(document, possible[document.id])
        if document.record.enclosures:
            taken = frozenset(one.to_id for one in links if one.to_id)
            packet = [one for one in packets[document.sha256] if one.id not in no]
            links += enclosed(document, packet, taken)
        made[document.id] = links
    return made


def _citations(document: Filed, possible: Sequence[Sequence[Target]]) -> list[Link]:
    named = list(zip(document.record.citations, possible, strict=True))
    first = [resolve(document, place, *one) for place, one in enumerate(named)]
    surely = {one.to_id for one in first if one is not None and one.certainty == "exact"}
    beside = [one for some in possible for one in some if one.id in surely]
    links: list[Link] = []
    seen: set[str] = set()
    for place, ((citation, some), link) in enumerate(zip(named, first, strict=True)):
        if link is None:
            continue
        if some and beside and _may_change(link, surely):
            link = resolve(document, place, citation, some, beside) or link
        same = f"{link.to_id or link.cited_as}"
        if citation.role == "body" and same in seen:
            continue  # the text mentions again what the head has cited
        seen.add(same)
        links.append(link)
    return links


def _may_change(link: Link, surely: Collection[str | None]) -> bool:
    """Whether what is surely cited beside may tell what a citation means: one that leads nowhere,
    or to one of these, as a letter names each of its references once."""
    return link.to_id is None or (link.certainty == "probable" and link.to_id in surely)


def _make_meant(connection: Connection, documents: Sequence[Filed], at: str) -> None:
    rows.replace(connection, documents, _MEANT, meant_links(connection, documents), at)


def meant_links(connection: Connection, documents: Sequence[Filed]) -> Made:
    """The links that documents make by what they are: orders carried out, reports given."""
    acting = [one for one in documents if _acts(one.record)]
    refused = rows.rejected(connection, [one.id for one in acting], _MEANT)
    letters = demanding.letters_for(connection, acting)
    demands = _demands(connection, {one.id: one for some, _ in letters.values() for one in some})
    made: Made = {}
    for document in acting:
        some, cited = letters[document.id]
        some = [one for one in some if one.id not in refused[document.id]]
        links: list[Link | None] = []
        if document.record.kind == "order":
            links.append(implemented(document, some, cited))
        if document.record.report is not None:
            asked = [demand for one in some for demand in demands[one.id]]
            links += answered(document, asked, cited)
        made[document.id] = [link for link in links if link is not None]
    return made


def _acts(record: Record) -> bool:
    return not record.template and (record.kind == "order" or record.report is not None)


def _demands(connection: Connection, letters: Mapping[str, Filed]) -> dict[str, list[Demand]]:
    forms = demanding.forms_of(connection, letters)
    return {id_: demands_of(letter, forms[id_]) for id_, letter in letters.items()}
