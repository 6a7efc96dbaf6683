"""Links documents: what each cites, encloses, carries out and answers.

The links of a document are a function of what the archive holds, so they come out the same
whatever the order in which files arrived, and making them again changes nothing. When a document
arrives, every document that could mean it is looked at again. What a person has judged stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select, update

from index import tables
from index.catalogue import Catalogue
from index.filed import Filed
from index.links import candidates, rows
from index.links.answers import Demand, answered, demands_of
from index.links.citations import resolve
from index.links.enclosures import enclosed
from index.links.implements import implemented
from index.links.model import Link, Relation
from index.load import load

_AT_ONCE = 500
_NAMED: tuple[Relation, ...] = ("cites", "encloses")
_MEANT: tuple[Relation, ...] = ("implements", "answers")


def link_documents(catalogue: Catalogue, ids: Iterable[str]) -> int:
    """Make the links of these documents, and again those of all that could mean them; how many
    documents were looked at. One transaction."""
    with catalogue.writing() as connection:
        new = list(load(connection, list(dict.fromkeys(ids))))
        affected = candidates.affected_by(connection, new)
        touched = {one.id: one for one in (*new, *load(connection, sorted(affected)))}
        # letters first: a report's demand is known by the form that its letter encloses
        for document in touched.values():
            links = _named(connection, document)
            rows.replace(connection, document, _NAMED, links, catalogue.moment)
        for document in touched.values():
            links = _meant(connection, document)
            rows.replace(connection, document, _MEANT, links, catalogue.moment)
        _note_linked(connection, touched)
    return len(touched)


def unlinked(catalogue: Catalogue) -> list[str]:
    """Documents that were filed but not linked: a run was stopped in between."""
    state = tables.index_state.c
    with catalogue.reading() as connection:
        return list(connection.scalars(select(state.document_id).where(state.linked.is_(False))))


def relink(catalogue: Catalogue) -> int:
    """Make all links anew, persons' judgements kept; how many documents. In transactions of a few
    hundred documents, first what documents name themselves, then what hangs on that."""
    ids = catalogue.ids()
    for relations, make in ((_NAMED, _named), (_MEANT, _meant)):
        for start in range(0, len(ids), _AT_ONCE):
            with catalogue.writing() as connection:
                chunk = ids[start : start + _AT_ONCE]
                for document in load(connection, chunk):
                    links = make(connection, document)
                    rows.replace(connection, document, relations, links, catalogue.moment)
                if make is _meant:
                    _note_linked(connection, chunk)
    return len(ids)


def _note_linked(connection: Connection, ids: Iterable[str]) -> None:
    state = tables.index_state
    for id_ in ids:
        connection.execute(update(state).where(state.c.document_id == id_).values(linked=True))


def _named(connection: Connection, document: Filed) -> list[Link]:
    """Links that the document's own words name: its citations and enclosures."""
    links: dict[str, Link] = {}
    found = candidates.cited_candidates(connection, document)
    refused = rows.rejected(connection, document.id, _NAMED)
    seen: set[str] = set()
    for place, (citation, some) in enumerate(zip(document.record.citations, found, strict=True)):
        possible = [one for one in some if one.id not in refused]
        link = resolve(document, place, citation, possible)
        if link is None:
            continue
        same = f"{link.to_id or link.cited_as}"
        if citation.role == "body" and same in seen:
            continue  # the text mentions again what the head has cited
        seen.add(same)
        links[link.slot] = link
    if document.record.enclosures:
        taken = frozenset(one.to_id for one in links.values() if one.to_id)
        others = candidates.packet(connection, document.sha256)
        packet = [one for one in others if one.id not in refused]
        links.update({one.slot: one for one in enclosed(document, packet, taken)})
    return list(links.values())


def _meant(connection: Connection, document: Filed) -> list[Link]:
    """Links that the document makes by what it is: an order carried out, a report given."""
    record = document.record
    if record.template or not (record.kind == "order" or record.report is not None):
        return []
    cited = candidates.cited_with(connection, document.id)
    letters = candidates.asking(connection, document)
    known = {one.id for one in letters}
    letters += load(connection, sorted(cited - known))
    refused = rows.rejected(connection, document.id, _MEANT)
    letters = [one for one in letters if one.id not in refused]
    links: list[Link | None] = []
    if record.kind == "order":
        links.append(implemented(document, letters, cited))
    if record.report is not None:
        links += answered(document, _demands(connection, letters), cited)
    return [link for link in links if link is not None]


def _demands(connection: Connection, letters: Sequence[Filed]) -> list[Demand]:
    forms = candidates.forms_of(connection, [one.id for one in letters])
    return [demand for one in letters for demand in demands_of(one, forms[one.id])]
