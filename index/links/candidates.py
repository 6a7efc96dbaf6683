"""Which documents a citation could mean, and whose links a new document could change.

Always by key (number, date), never all against all; and for many documents in one question, so
that each of a million costs no more than one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from extractors.number import number_key
from index import tables
from index.comparing import compare_dates, differs_by_one_digit, is_order_number
from index.database import in_chunks
from index.filed import Filed
from index.links.absence import around_it, never_came
from index.links.closer import Cited, Possible, targets
from index.links.coverage import coverage
from index.links.glance import GLANCE, Directory, Found, Glance, may_be
from index.links.model import Absent, Target
from index.links.verdicts import SLIP
from index.names import date_span

_OPEN = ("unresolved", "rejected")
_UNSURE = ("probable", *_OPEN)
_DOCUMENT = tables.document.c
_OTHER = ("year", "other")  # days, as compare_dates says

Refused = Mapping[str, Collection[str]]
"""By the id of a document those that, as a person said, it does not mean."""


def cited_candidates(
    connection: Connection,
    documents: Sequence[Filed],
    directory: Directory,
    refused: Refused,
    other_days: bool = False,
) -> dict[str, list[list[Target]]]:
    """For each citation of each document, in order, the documents it could mean: those that bear
    the number or whose written number may be read so; if some are of the day, also those of the day
    whose number is one slip away; if none is, those of the day whose issuer or number is near. A
    day of a large archive holds hundreds: only what the indexed columns leave possible is looked at
    closely. Of those that bear the number but are of quite another day, which are other letters,
    the nearest alone, or all with `other_days`."""
    cited = [
        Cited(one, citation, number_key(citation.number) if citation.number else None)
        for one in documents
        for citation in one.record.citations
    ]
    possible = []
    for one, some in zip(cited, _possible(connection, directory, cited), strict=True):
        if refused[one.citing.id]:
            some = [each for each in some if each.id not in refused[one.citing.id]]
        possible.append((one, some if other_days else _without_other_days(one, some)))
    absent = _never_came(connection, directory, possible)
    found: dict[str, list[list[Target]]] = {one.id: [] for one in documents}
    for one, meant in zip(cited, targets(connection, directory, possible, absent), strict=True):
        found[one.citing.id].append(meant)
    return found


def _never_came(
    connection: Connection, directory: Directory, possible: Sequence[Possible]
) -> list[Absent]:
    """For each citation how likely it means a letter that never came; asked of those that may be a
    slip."""
    asked = [
        place
        for place, (one, some) in enumerate(possible)
        if some and not any(_is_it(one, each) for each in some)
    ]
    cited = [possible[place][0] for place in asked]
    told = never_came(connection, directory, cited, coverage(connection))
    found = [Absent(0.0, 0.0)] * len(possible)
    for place, one in zip(asked, told, strict=True):
        found[place] = one
    return found


def _is_it(cited: Cited, document: Glance) -> bool:
    """Whether a document bears the number and day cited."""
    return document.number_key == cited.number_key and document.date == cited.date


def _without_other_days(cited: Cited, some: Sequence[Glance]) -> Sequence[Glance]:
    """But for the nearest of them: first of the year, as numbers begin anew with each."""
    if len(some) < 2:
        return some
    given = cited.date
    others = [
        one
        for one in some
        if one.number_key == cited.number_key and compare_dates(given, one.date) in _OTHER
    ]
    if given is None or len(others) < 2:
        return some
    day = date.fromisoformat(date_span(given)[0])

    def away(one: Glance) -> tuple[bool, int, str]:
        start = one.date_start or given
        return start[:4] != given[:4], abs((date.fromisoformat(start) - day).days), one.id

    gone = {one.id for one in others} - {min(others, key=away).id}
    return [one for one in some if one.id not in gone]


def _possible(
    connection: Connection, directory: Directory, cited: Sequence[Cited]
) -> list[list[Glance]]:
    """For each citation what it could mean."""
    keys = {one.number_key for one in cited if one.number_key}
    written = _read_as(connection, keys)
    names = {(one.number_key, one.date) for one in cited if one.number_key and one.date}
    named = directory.named(names)

    def not_of_others(one: Cited, some: list[Glance]) -> list[Glance]:
        if not some or not is_order_number(one.number):
            return some
        issuer = one.issuer or one.citing.issuer
        return [each for each in some if may_be(issuer, each.issuer)]

    # the same number in other years is another letter; so only where none is of the day
    found: list[list[Glance]] = []
    for one in cited:
        key, day = one.number_key or "", one.date or ""
        read_so = [each for each in written.get(key, ()) if each.date and each.date == day]
        found.append(not_of_others(one, [*named.get((key, day), ()), *read_so]))
    left = [one for one, some in zip(cited, found, strict=True) if not some]
    bearing = directory.bearing({one.number_key for one in left if one.number_key})
    of_days = directory.of_days({one.date for one in left if one.date})
    beside = directory.beside({each for some in found for each in some})
    possible = []
    for one, some in zip(cited, found, strict=True):
        if some:
            some = [*some, *(other for each in some for other in beside[each.id])]
        else:
            key = one.number_key or ""
            near = _near(one, of_days.get(one.date or "", {}), directory)
            some = [*bearing.get(key, ()), *written.get(key, ())]
            some = not_of_others(one, some) + near
        possible.append(list(dict.fromkeys(some)))
    return possible


def _read_as(connection: Connection, keys: Collection[str]) -> Found:
    """Documents whose number, partly written by hand, may be read so: by each such key."""
    reading = tables.reading.c
    joined = GLANCE.add_columns(reading.key)
    joined = joined.join(tables.reading, reading.document_id == _DOCUMENT.id)
    found: dict[str, list[Glance]] = {}
    for row in in_chunks(connection, joined, reading.key, keys):
        found.setdefault(row.key, []).append(Glance._make(row[:-1]))
    return found


def _near(
    citation: Cited, of_day: Mapping[str | None, Sequence[Glance]], directory: Directory
) -> list[Glance]:
    """Of the documents of the day that a citation names those that `_is_near`."""
    if citation.issuer is None:
        return [one for one in chain(*of_day.values()) if _is_near(citation, one)]
    return list(chain(*(of_day[name] for name in directory.like(citation.issuer, of_day))))


def _is_near(citation: Cited | Row[Any], document: Glance) -> bool:
    """Whether a document of the day cited can be meant though the numbers differ: the issuer does
    not contradict, or where none is cited, the numbers differ by a slip."""
    if citation.issuer is not None:
        return may_be(citation.issuer, document.issuer)
    unknown = citation.number_key is None or document.number_key is None
    return unknown or _is_a_slip(citation, document)


def _is_a_slip(citation: Cited | Row[Any], document: Glance) -> bool:
    if citation.number_key is None or document.number_key is None:
        return False
    return differs_by_one_digit(citation.number_key, document.number_key)


def citing(connection: Connection, documents: Sequence[Filed]) -> set[str]:
    """The documents whose citations may mean one of these: those that cite the number, and of those
    that cite the day such as have not surely found what they mean, or cite a number one slip away;
    and those that took a citation for a slip, or left it open, if its number is close to theirs, or
    is what they cite: `index.links.absence` weighs these."""
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
    series: dict[str, list[Filed]] = {}
    for one in documents:
        for key in around_it(number_key(one.number)) if one.number and one.date else ():
            series.setdefault(key, []).append(one)
    years = {one.date[:4] for one in documents if one.date}
    of_years = light.where(func.substr(cited.date, 1, 4).in_(years))
    if_a_slip = [
        row
        for row in in_chunks(connection, of_years, cited.number_key, series)
        if any(_is_of_the_series(row, one) for one in series[row.number_key])
    ]
    if_a_slip += _citing_alike(connection, light, documents)
    found |= _whose_links_are(connection, if_open, _OPEN, found)
    found |= _whose_links_are(connection, if_unsure, _UNSURE, found)
    return found | _whose_links_are(connection, if_a_slip, _UNSURE, found, at_most=SLIP)


def _citing_alike(
    connection: Connection, light: Select[Any], documents: Sequence[Filed]
) -> Iterator[Row[Any]]:
    """The citations that name the number and day that one of these documents cites."""
    names = {
        (number_key(citation.number), citation.date)
        for one in documents
        for citation in one.record.citations
        if citation.number and citation.date
    }
    cited = tables.citation.c
    of_days = light.where(cited.date.in_({day for _, day in names}))
    for row in in_chunks(connection, of_days, cited.number_key, {key for key, _ in names}):
        if (row.number_key, row.date) in names:
            yield row


def _whose_links_are(
    connection: Connection,
    citations: Sequence[Row[Any]],
    certainties: Collection[str],
    known: Collection[str],
    at_most: float = 1.0,
) -> set[str]:
    """Of the documents that make these citations, but for `known` ones, those that have no link
    for one of them, or one of such a certainty and of a score of `at_most` so much."""
    asked = [row for row in citations if row.document_id not in known]
    link = tables.link.c
    wanted = select(link.from_id, link.slot, link.certainty, link.score)
    rows = in_chunks(connection, wanted, link.from_id, {row.document_id for row in asked})
    held = {(row.from_id, row.slot): row for row in rows}

    def may_change(citation: Row[Any]) -> bool:
        made = held.get((citation.document_id, f"citation/{citation.ordinal}"))
        return made is None or (made.certainty in certainties and (made.score or 0.0) <= at_most)

    return {row.document_id for row in asked if may_change(row)}


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


def _is_of_the_series(row: Row[Any], document: Filed) -> bool:
    """Whether a citation of the number before or after a document's can be of its office and year.
    One that names no office may mean the citing one's own."""
    same_year = row.date[:4] == (document.date or "")[:4]
    return same_year and (row.issuer is None or may_be(row.issuer, document.issuer))


def _at_a_glance(document: Filed) -> Glance:
    key = number_key(document.number) if document.number else None
    secret = document.record.secrecy is not None
    told = (document.issuer, document.record.kind, document.number, secret)
    return Glance(document.id, key, document.date, document.date, *told)
