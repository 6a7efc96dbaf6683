"""Which documents a link could lead to, and whose links a new document could change.

Always by key (number, date, packet, title bands), never all against all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, String, cast, literal, or_, select

from extractors.number import number_key
from index import tables
from index.filed import Filed
from index.links.citations import compare_issuers, differs_by_one_digit, is_order_number
from index.load import load

_CHUNK = 300
_UNSURE = ("probable", "unresolved", "rejected")
T = TypeVar("T")


def cited_candidates(connection: Connection, document: Filed) -> list[list[Filed]]:
    """For each citation of a document, in order, the documents it could mean: those that bear the
    number or whose written number may be read so; where none of them is of the day, also those of
    the day whose issuer or number is near. A day of a large archive holds hundreds: only what the
    indexed columns leave possible is loaded."""
    rows = connection.execute(
        select(tables.citation)
        .where(tables.citation.c.document_id == document.id)
        .order_by(tables.citation.c.ordinal)
    ).all()
    wanted = [_possible(connection, row, document.issuer) for row in rows]
    known = {one.id: one for one in load(connection, _flat(wanted))}
    return [[known[id_] for id_ in ids] for ids in wanted]


def _possible(connection: Connection, citation: Any, citing: str | None) -> list[str]:
    column = tables.document.c
    light = select(column.id, column.number, column.date, column.issuer).where(
        column.template.is_(False)
    )
    found: list[Any] = []
    if citation.number_key:
        read_so = select(tables.reading.c.document_id).where(
            tables.reading.c.key == citation.number_key
        )
        ways = or_(column.number_key == citation.number_key, column.id.in_(read_so))
        issuer = citation.issuer or citing if is_order_number(citation.number) else None
        found = [
            row
            for row in connection.execute(light.where(ways))
            if issuer is None or compare_issuers(issuer, row.issuer) != "other"
        ]
    of_its_day = [row for row in found if row.date and row.date == citation.date]
    if of_its_day:
        found = of_its_day  # the same number in other years is another letter
    elif citation.date:
        of_the_day = connection.execute(light.where(column.date_start == citation.date))
        found += [row for row in of_the_day if _is_near(citation, row.number, row.issuer)]
    return list(dict.fromkeys(row.id for row in found))


def _is_near(citation: Any, number: str | None, issuer: str | None) -> bool:
    """Whether a document of the day that a citation names can be meant though the numbers differ:
    its issuer does not contradict, or the numbers differ by a slip."""
    if citation.issuer is not None and compare_issuers(citation.issuer, issuer) != "other":
        return True
    if citation.number_key is None or number is None:
        return citation.issuer is None
    return differs_by_one_digit(citation.number_key, number_key(number))


def packet(connection: Connection, sha256: str) -> list[Filed]:
    """All documents of one file, in order."""
    column = tables.document.c
    ids = connection.scalars(
        select(column.id).where(column.sha256 == sha256).order_by(column.ordinal)
    )
    return sorted(load(connection, list(ids)), key=lambda one: one.ordinal)


def asking(connection: Connection, document: Filed) -> list[Filed]:
    """The letters whose clauses this document could answer, by the likeness of titles."""
    return list(load(connection, _by_bands(connection, document.id, "offered", "asked")))


def cited_with(connection: Connection, id_: str) -> frozenset[str]:
    """The documents that one surely cites, or that the letter does which encloses it."""
    link = tables.link.c
    covers = select(link.from_id).where(
        link.to_id == id_, link.relation == "encloses", link.certainty != "rejected"
    )
    citing = [id_, *connection.scalars(covers)]
    found = select(link.to_id).where(
        link.from_id.in_(citing),
        link.relation == "cites",
        link.certainty.in_(("exact", "confirmed")),
    )
    return frozenset(connection.scalars(found))


def forms_of(connection: Connection, letter_ids: Sequence[str]) -> dict[str, list[Filed]]:
    """The forms that letters are known to enclose, by the letter."""
    link = tables.link.c
    rows = connection.execute(
        select(link.from_id, link.to_id)
        .join(tables.document, tables.document.c.id == link.to_id)
        .where(
            link.from_id.in_(letter_ids),
            link.relation == "encloses",
            link.certainty != "rejected",
            tables.document.c.kind.in_(("form", "report")),
        )
    ).all()
    known = {one.id: one for one in load(connection, [row.to_id for row in rows])}
    return {
        letter: [known[row.to_id] for row in rows if row.from_id == letter] for letter in letter_ids
    }


def affected_by(connection: Connection, documents: Sequence[Filed]) -> set[str]:
    """The other documents whose links may change because these are here now: those that cite the
    number, those that cite the day and have not surely found what they mean, and those that answer
    or carry out what these ask for."""
    found: set[str] = set()
    for one in documents:
        found.update(_citing(connection, one))
        found.update(_by_bands(connection, one.id, "asked", "offered"))
    return found - {one.id for one in documents}


def _citing(connection: Connection, document: Filed) -> set[str]:
    cited, link = tables.citation.c, tables.link.c
    slot = literal("citation/") + cast(cited.ordinal, String)
    light = select(
        *(cited.document_id, cited.number, cited.number_key, cited.issuer, cited.date),
        or_(link.certainty.is_(None), link.certainty.in_(_UNSURE)).label("unsure"),
    ).outerjoin(tables.link, (link.from_id == cited.document_id) & (link.slot == slot))
    found: set[str] = set()
    field = document.record.number
    values = [document.number, *(one.value for one in (field.readings if field else ()))]
    keys = {number_key(value) for value in values if value}
    if keys:
        order = is_order_number(document.number)
        rows = connection.execute(light.where(cited.number_key.in_(keys)))
        found.update(
            row.document_id
            for row in rows
            if (row.unsure or not _of_other_years(row.date, document.date))
            and not (order and compare_issuers(row.issuer, document.issuer) == "other")
        )
    if document.date:
        for row in connection.execute(light.where(cited.date == document.date)):
            if row.unsure and _is_near(row, document.number, document.issuer):
                found.add(row.document_id)
    return found


def _of_other_years(one: str | None, other: str | None) -> bool:
    return bool(one and other) and (one or "")[:4] != (other or "")[:4]


def _by_bands(connection: Connection, id_: str, own: str, other: str) -> list[str]:
    title = tables.title_band.c
    mine = select(title.band).where(title.document_id == id_, title.role == own)
    bands = list(connection.scalars(mine))
    found: set[str] = set()
    for chunk in _chunks(bands):
        theirs = select(title.document_id).where(title.role == other, title.band.in_(chunk))
        found.update(connection.scalars(theirs.distinct()))
    return sorted(found)


def _chunks(ids: Sequence[T]) -> Iterable[Sequence[T]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))


def _flat(lists: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(one for some in lists for one in some))
