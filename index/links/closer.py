"""The documents that a citation could mean, and of them what more than a glance can tell.

Most citations are told at a glance: where one document alone bears number and day, or nothing but
these speaks for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from extractors.record import Citation, Record
from index import tables
from index.comparing import compare_issuers
from index.database import in_chunks
from index.filed import Filed, is_of_file
from index.links.glance import Directory, Glance
from index.links.model import Absent, Target
from index.links.verdicts import subjects_agree

_DOCUMENT = tables.document.c
_CAME = select(_DOCUMENT.id, tables.source.c.accessioned_at).join_from(
    tables.document, tables.source
)

Rows = Mapping[str, Row[Any]]
Subjects = Mapping[str, str | None]  # by the id of a document


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of a document, and the key of its number."""

    citing: Filed
    citation: Citation
    number_key: str | None

    @property
    def number(self) -> str | None:
        return self.citation.number

    @property
    def date(self) -> str | None:
        return self.citation.date

    @property
    def issuer(self) -> str | None:
        return self.citation.issuer


Possible = tuple[Cited, Sequence[Glance]]  # a citation and what it could mean


def targets(
    connection: Connection,
    directory: Directory,
    possible: Sequence[Possible],
    absent: Sequence[Absent],
) -> list[list[Target]]:
    """For each citation what it could mean, in order. `absent`: how likely each means a letter that
    never came."""
    ids = {one.id for _, some in possible for one in some}
    written = _written(connection, directory.written(ids))
    telling = {one.id for each in possible for one in _telling(each)}
    telling |= _cited_beside(possible) | written.keys()
    subjects = directory.subjects(telling)
    more = {one.id for each in possible if _may_be_another(each, subjects) for one in each[1]}
    told = {**_of(subjects, telling), **_of(directory.subjects(more - telling), more - telling)}
    copies = {one.id for _, some in possible if len(some) > 1 for one in _copies(some)}
    came = {row.id: row for row in in_chunks(connection, _CAME, _DOCUMENT.id, copies)}
    return [
        [_target(one, told, written, came, never) for one in some]
        for (_, some), never in zip(possible, absent, strict=True)
    ]


def _of(subjects: Subjects, ids: Collection[str]) -> dict[str, str | None]:
    return {id_: subjects[id_] for id_ in ids}


def _copies(some: Sequence[Glance]) -> list[Glance]:
    """Those that are one letter with another of them: the first that came stands for it."""
    named = [(one.number, one.date, one.issuer) for one in some]
    if len(set(named)) == len(named):
        return []
    return [one for one, name in zip(some, named, strict=True) if named.count(name) > 1]


def _named(possible: Possible) -> list[Glance]:
    """Those of the very number and day."""
    cited, some = possible
    key, day = cited.number_key, cited.date
    return [one for one in some if day and one.date == day and one.number_key == key]


def _cited_beside(possible: Sequence[Possible]) -> set[str]:
    """The ids of what letters name to the letter, beside a citation that does not lead anywhere so:
    what they are about may tell what that one means."""
    unsure = {each[0].citing.id for each in possible if each[1] and not _named(each)}
    return {one.id for each in possible if each[0].citing.id in unsure for one in _named(each)}


def _telling(possible: Possible) -> Iterable[Glance]:
    """Those whose rows say more: all, if none bears number and day; else these, if others could be
    meant as well."""
    named = _named(possible)
    return () if named and len(possible[1]) == 1 else named or possible[1]


def _may_be_another(possible: Possible, subjects: Subjects) -> bool:
    """Whether the rows of the others count too: something speaks for what bears number and day, and
    may speak for another as well, or something against it."""
    if len(possible[1]) == 1:
        return False
    cited = possible[0]
    return any(
        compare_issuers(cited.issuer, one.issuer) != "same"
        or one.date == cited.citing.date  # it may be the letter itself
        or is_of_file(one.id, cited.citing.sha256)
        or subjects_agree(cited.citing, cited.citation, subjects[one.id])
        for one in _named(possible)
    )


def _written(connection: Connection, ids: Collection[str]) -> dict[str, Record]:
    records = select(_DOCUMENT.id, _DOCUMENT.record)
    return {
        row.id: Record.model_validate(row.record)
        for row in in_chunks(connection, records, _DOCUMENT.id, ids)
    }


def _target(
    one: Glance,
    subjects: Subjects,
    written: Mapping[str, Record],
    came: Rows,
    absent: Absent,
) -> Target:
    arrival = came.get(one.id)
    return Target(
        id=one.id,
        kind=one.kind,
        number=one.number,
        number_key=one.number_key,
        date=one.date,
        issuer=one.issuer,
        secret=one.secret,
        accessioned_at=arrival.accessioned_at if arrival else None,
        subject=subjects.get(one.id),
        written=written.get(one.id),
        absent=absent,
    )
