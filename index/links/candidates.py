"""Which documents a citation could mean, and whose links a new document could change.

Always by key (number, date), never all against all; and for many documents in one question, so
that each of a million costs no more than one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Row, select

from extractors.number import number_key
from extractors.record import Record
from index import tables
from index.database import in_chunks
from index.filed import Filed
from index.links.comparing import differs_by_one_digit, is_order_number
from index.links.glance import GLANCE, Directory, Found, Glance, may_be
from index.links.model import Target

_OPEN = ("unresolved", "rejected")
_UNSURE = ("probable", *_OPEN)
_DOCUMENT = tables.document.c
_TARGET_FIELDS = tuple(one.name for one in fields(Target) if one.name != "written")
_OF_TARGET = tuple(
    tables.source.c[name] if name == "accessioned_at" else _DOCUMENT[name]
    for name in _TARGET_FIELDS
)


def cited_candidates(
    connection: Connection, documents: Sequence[Filed], directory: Directory
) -> dict[str, list[list[Target]]]:
    """For each citation of each document, in order, the documents it could mean: those that bear
    the number or whose written number may be read so; if some are of the day, also those of the day
    whose number is one slip away; if none is, those of the day whose issuer or number is near. A
    day of a large archive holds hundreds: only what the indexed columns leave possible is looked at
    closely."""
    issuers = {one.id: one.issuer for one in documents}
    column = tables.citation.c
    ordered = select(tables.citation).order_by(column.document_id, column.ordinal)
    rows = list(in_chunks(connection, ordered, column.document_id, issuers))
    possible = _possible(connection, directory, rows, issuers)
    known = _targets(connection, {id_ for ids in possible for id_ in ids})
    found: dict[str, list[list[Target]]] = {id_: [] for id_ in issuers}
    for row, ids in zip(rows, possible, strict=True):
        found[row.document_id].append([known[id_] for id_ in ids])
    return found


def _possible(
    connection: Connection,
    directory: Directory,
    citations: Sequence[Row[Any]],
    issuers: Mapping[str, str | None],
) -> list[list[str]]:
    """For each row of `citation` the ids of what it could mean; `issuers` are those of the citing
    documents, by id."""
    written = _read_as(connection, {row.number_key for row in citations if row.number_key})
    names = {(row.number_key, row.date) for row in citations if row.number_key and row.date}
    named = directory.named(names)

    def not_of_others(row: Row[Any], some: list[Glance]) -> list[Glance]:
        if not some or not is_order_number(row.number):
            return some
        issuer = row.issuer or issuers[row.document_id]
        return [one for one in some if may_be(issuer, one.issuer)]

    # the same number in other years is another letter; so only where none is of the day
    found: list[list[Glance]] = []
    for row in citations:
        read_so = [
            one for one in written.get(row.number_key, ()) if one.date and one.date == row.date
        ]
        found.append(not_of_others(row, [*named.get((row.number_key, row.date), ()), *read_so]))
    left = [row for row, some in zip(citations, found, strict=True) if not some]
    bearing = directory.bearing({row.number_key for row in left if row.number_key})
    of_days = directory.of_days({row.date for row in left if row.date})
    beside = directory.beside({one for some in found for one in some})
    ids = []
    for row, some in zip(citations, found, strict=True):
        if some:
            some = [*some, *(other for one in some for other in beside[one.id])]
        else:
            near = _near(row, of_days.get(row.date, {}), directory)
            some = [*bearing.get(row.number_key, ()), *written.get(row.number_key, ())]
            some = not_of_others(row, some) + near
        ids.append(list(dict.fromkeys(one.id for one in some)))
    return ids


def _read_as(connection: Connection, keys: Collection[str]) -> Found:
    """Documents whose number, partly written by hand, may be read so: by each such key."""
    reading = tables.reading.c
    joined = GLANCE.add_columns(reading.key)
    joined = joined.join(tables.reading, reading.document_id == _DOCUMENT.id)
    found: dict[str, list[Glance]] = {}
    for row in in_chunks(connection, joined, reading.key, keys):
        found.setdefault(row.key, []).append(Glance._make(row[:-1]))
    return found


def _targets(connection: Connection, ids: Collection[str]) -> dict[str, Target]:
    wanted = select(*_OF_TARGET).join_from(tables.document, tables.source)
    reading = tables.reading.c.document_id
    by_hand = set(in_chunks(connection, select(reading).distinct(), reading, ids))
    records = select(_DOCUMENT.id, _DOCUMENT.record)
    written = {
        row.id: Record.model_validate(row.record)
        for row in in_chunks(connection, records, _DOCUMENT.id, {row[0] for row in by_hand})
    }
    found = {}
    for row in in_chunks(connection, wanted, _DOCUMENT.id, ids):
        values: dict[str, Any] = dict(zip(_TARGET_FIELDS, row, strict=True))
        found[row.id] = Target(**values, written=written.get(row.id))
    return found


def _near(
    citation: Row[Any], of_day: Mapping[str | None, Sequence[Glance]], directory: Directory
) -> list[Glance]:
    """Of the documents of the day that a citation names those that `_is_near`."""
    if citation.issuer is None:
        return [one for one in chain(*of_day.values()) if _is_near(citation, one)]
    return list(chain(*(of_day[name] for name in directory.like(citation.issuer, of_day))))


def _is_near(citation: Row[Any], document: Glance) -> bool:
    """Whether a document of the day cited can be meant though the numbers differ: the issuer does
    not contradict, or where none is cited, the numbers differ by a slip."""
    if citation.issuer is not None:
        return may_be(citation.issuer, document.issuer)
    unknown = citation.number_key is None or document.number_key is None
    return unknown or _is_a_slip(citation, document)


def _is_a_slip(citation: Row[Any], document: Glance) -> bool:
    if citation.number_key is None or document.number_key is None:
        return False
    return differs_by_one_digit(citation.number_key, document.number_key)


def citing(connection: Connection, documents: Sequence[Filed]) -> set[str]:
    """The documents whose citations may mean one of these: those that cite the number, and of those
    that cite the day such as have not surely found what they mean, or cite a number one slip away.
    """
    cited = tables.citation.c
    named = (cited.number, cited.number_key, cited.issuer, cited.date)
    light = select(cited.document_id, cited.ordinal, *named)
    keys: dict[str, list[Filed]] = {}
    days: dict[str, list[Filed]] = {}
    for one in documents:
        for key in _number_keys(one):
            keys.setdefault(key, []).append(one)
        if one.date:
            days.setdefault(one.date, []).append(one)
    found: set[str] = set()
    if_open: list[Row[Any]] = []  # those that mean a document only if they lead nowhere
    if_unsure: list[Row[Any]] = []
    for row in in_chunks(connection, light, cited.number_key, keys):
        some = [one for one in keys[row.number_key] if _may_cite(row, one)]
        if any(_of_one_year(row, one) for one in some):
            found.add(row.document_id)
        elif some:
            if_open.append(row)
    for row in in_chunks(connection, light, cited.date, days):
        here = [one for one in map(_at_a_glance, days[row.date]) if _is_near(row, one)]
        if any(_is_a_slip(row, one) for one in here):
            found.add(row.document_id)
        elif here:
            if_unsure.append(row)
    found |= _whose_links_are(connection, if_open, _OPEN, found)
    return found | _whose_links_are(connection, if_unsure, _UNSURE, found)


def _whose_links_are(
    connection: Connection,
    citations: Sequence[Row[Any]],
    certainties: Collection[str],
    known: Collection[str],
) -> set[str]:
    """Of the documents that make these citations, but for `known` ones, those that have no link
    for one of them, or one of such a certainty."""
    asked = [row for row in citations if row.document_id not in known]
    link = tables.link.c
    wanted = select(link.from_id, link.slot, link.certainty)
    rows = in_chunks(connection, wanted, link.from_id, {row.document_id for row in asked})
    held = {(row.from_id, row.slot): row.certainty for row in rows}
    return {
        row.document_id
        for row in asked
        if held.get((row.document_id, f"citation/{row.ordinal}"), "unresolved") in certainties
    }


def _number_keys(document: Filed) -> set[str]:
    field = document.record.number
    values = [document.number, *(one.value for one in (field.readings if field else ()))]
    return {number_key(value) for value in values if value}


def _may_cite(row: Row[Any], document: Filed) -> bool:
    """Whether a citation of this number can mean the document: not an order of another office."""
    return not is_order_number(document.number) or may_be(row.issuer, document.issuer)


def _of_one_year(row: Row[Any], document: Filed) -> bool:
    """Whether a document is of the year that is cited; one of another year can only be named where
    a citation leads nowhere."""
    return not (row.date and document.date) or row.date[:4] == document.date[:4]


def _at_a_glance(document: Filed) -> Glance:
    key = number_key(document.number) if document.number else None
    return Glance(document.id, key, document.date, document.date, document.issuer)
