"""What tells at a glance whether a document is worth a closer look: asked of the database for a few
citations, looked up in memory for all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from string import digits
from typing import NamedTuple, Protocol, Self

from sqlalchemy import Connection, func, select

from extractors.record import Kind
from index import tables
from index.comparing import (
    compare_issuers,
    differs_by_one_digit,
    is_order_number,
    offices_like,
    without_digits,
)
from index.database import in_chunks

_DOCUMENT = tables.document.c
# a sample is never meant
GLANCE = select(
    *(_DOCUMENT.id, _DOCUMENT.number_key, _DOCUMENT.date, _DOCUMENT.date_start, _DOCUMENT.issuer),
    *(_DOCUMENT.kind, _DOCUMENT.number, _DOCUMENT.secret),
).where(_DOCUMENT.template.is_(False))

_SUBJECT = select(_DOCUMENT.id, _DOCUMENT.subject)
_WRITTEN = select(tables.reading.c.document_id).distinct()


class Glance(NamedTuple):
    """A document by what two indexes hold of it."""

    id: str
    number_key: str | None
    date: str | None
    date_start: str | None
    issuer: str | None
    kind: Kind
    number: str | None
    secret: bool


Found = Mapping[str, Sequence[Glance]]
Name = tuple[str, str]  # number key and date
Days = Mapping[str, Mapping[str | None, Sequence[Glance]]]
"""Documents by their day, and those of a day by their issuer: offices of a day are fewer."""


class Directory(Protocol):
    """Where documents are looked up. An answer may hold more than was asked for."""

    def named(self, names: Collection[Name], /) -> Mapping[Name, Sequence[Glance]]:
        """Documents by number key and date."""

    def bearing(self, keys: Collection[str], /) -> Found:
        """Documents by number key."""

    def of_days(self, days: Collection[str], /) -> Days:
        """Documents by their day and issuer."""

    def beside(self, some: Collection[Glance], /) -> Found:
        """By the id of each of these, the documents of its day whose number is one slip away; of an
        order, those only that may be of its office."""

    def like(self, issuer: str | None, some: Collection[str | None], /) -> Collection[str | None]:
        """Those of some offices that this one's name may mean."""

    def subjects(self, ids: Collection[str], /) -> Mapping[str, str | None]:
        """The subjects of documents by id."""

    def written(self, ids: Collection[str], /) -> set[str]:
        """Those of these documents whose number or date a pen wrote in part."""


class Asked:
    """The database itself."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def named(self, names: Collection[Name]) -> Mapping[Name, Sequence[Glance]]:
        wanted = GLANCE.where(_DOCUMENT.date.in_({day for _, day in names}))
        rows = in_chunks(self._connection, wanted, _DOCUMENT.number_key, {key for key, _ in names})
        return _by_name(Glance._make(row) for row in rows)

    def bearing(self, keys: Collection[str]) -> Found:
        rows = in_chunks(self._connection, GLANCE, _DOCUMENT.number_key, keys)
        return _by_number(Glance._make(row) for row in rows)

    def of_days(self, days: Collection[str]) -> Days:
        rows = in_chunks(self._connection, GLANCE, _DOCUMENT.date_start, days)
        return _by_day(Glance._make(row) for row in rows)

    def beside(self, some: Collection[Glance]) -> Found:
        # a slip changes digits alone, so the sign of a letter's ministry stays; a day has many
        keys = [one.number_key for one in some if one.number_key]
        firsts = {sign for key in keys for sign in (digits if key[0] in digits else key[0])}
        wanted = GLANCE.where(func.substr(_DOCUMENT.number_key, 1, 1).in_(firsts))
        of_day = {one.date_start for one in some if one.date_start}
        rows = in_chunks(self._connection, wanted, _DOCUMENT.date_start, of_day)
        days = _by_day(Glance._make(row) for row in rows)
        return {
            one.id: _beside(one, chain(*days.get(one.date_start or "", {}).values()))
            for one in some
        }

    def like(self, issuer: str | None, some: Collection[str | None]) -> Collection[str | None]:
        return [other for other in some if may_be(issuer, other)]

    def subjects(self, ids: Collection[str]) -> Mapping[str, str | None]:
        rows = in_chunks(self._connection, _SUBJECT, _DOCUMENT.id, ids)
        return {row.id: row.subject for row in rows}

    def written(self, ids: Collection[str]) -> set[str]:
        rows = in_chunks(self._connection, _WRITTEN, tables.reading.c.document_id, ids)
        return {row.document_id for row in rows}


class Remembered:
    """All documents, about 0.7 kilobytes each: for whoever asks after most of them. In a large
    archive the rows of documents lie far apart, and each that is read costs more than all else."""

    def __init__(
        self, glances: Sequence[Glance], subjects: Mapping[str, str | None], written: set[str]
    ) -> None:
        self._subjects, self._written = subjects, written
        # apart, as many orders bear one number: each looked at costs a way through memory
        self._names, self._numbers = _by_name(glances), _by_number(glances)
        self._days = _by_day(glances)
        self._alike: dict[str, dict[str, list[Glance]]] = {}  # by day and number without digits
        self._issuers = dict.fromkeys(one.issuer for one in glances)
        # offices are few, and asked for often
        self._like: dict[str | None, dict[str | None, None]] = {}

    @classmethod
    def read(cls, connection: Connection) -> Self:
        same: dict[str | None, str | None] = {None: None}  # one string for each day and office
        kinds: dict[Kind, Kind] = {}
        wanted = GLANCE.add_columns(_DOCUMENT.subject)
        rows = connection.execution_options(yield_per=10_000).execute(wanted)
        subjects: dict[str, str | None] = {}
        found = []
        for row in rows:
            one = Glance(
                row.id,
                row.number_key,
                same.setdefault(row.date, row.date),
                same.setdefault(row.date_start, row.date_start),
                same.setdefault(row.issuer, row.issuer),
                kinds.setdefault(row.kind, row.kind),
                row.number,
                row.secret,
            )
            found.append(one)
            subjects[one.id] = row.subject
        return cls(found, subjects, set(connection.scalars(_WRITTEN)))

    def named(self, _names: Collection[Name]) -> Mapping[Name, Sequence[Glance]]:
        return self._names

    def bearing(self, _keys: Collection[str]) -> Found:
        return self._numbers

    def of_days(self, _days: Collection[str]) -> Days:
        return self._days

    def beside(self, some: Collection[Glance]) -> Found:
        return {one.id: _beside(one, self._alike_on_its_day(one)) for one in some}

    def like(self, issuer: str | None, some: Collection[str | None]) -> Collection[str | None]:
        found = self._like.get(issuer)
        if found is None:
            found = dict.fromkeys(self._issuers if not issuer else self._of_name(issuer))
            self._like[issuer] = found
        if len(found) < len(some):  # a day has a hundred offices, and few are like one
            return [other for other in found if other in some]
        return [other for other in some if other in found]

    def subjects(self, _ids: Collection[str]) -> Mapping[str, str | None]:
        return self._subjects

    def written(self, ids: Collection[str]) -> set[str]:
        return self._written.intersection(ids)

    def _of_name(self, issuer: str) -> Iterable[str | None]:
        unnamed = (other for other in self._issuers if not other)
        return chain(unnamed, offices_like(issuer, filter(None, self._issuers)))

    def _alike_on_its_day(self, one: Glance) -> Iterable[Glance]:
        if one.date_start is None or one.number_key is None:
            return ()
        if is_order_number(one.number_key):  # every office has its own
            of_offices = self._days.get(one.date_start, {})
            return chain(*(of_offices[name] for name in self.like(one.issuer, of_offices)))
        of_day = self._alike.get(one.date_start)
        if of_day is None:
            of_day = self._alike[one.date_start] = {}
            for other in chain(*self._days.get(one.date_start, {}).values()):
                if other.number_key is not None:
                    of_day.setdefault(without_digits(other.number_key), []).append(other)
        return of_day.get(without_digits(one.number_key), ())


def may_be(issuer: str | None, other: str | None) -> bool:
    """Whether two names can be of one office."""
    return compare_issuers(issuer, other) != "other"


def _beside(one: Glance, of_its_day: Iterable[Glance]) -> list[Glance]:
    key = one.number_key
    if key is None:
        return []
    order = is_order_number(key)
    return [
        other
        for other in of_its_day
        if other.number_key is not None
        and (not order or may_be(one.issuer, other.issuer))
        and differs_by_one_digit(key, other.number_key)
    ]


def last_event(connection: Connection) -> int | None:
    """What changes whenever anything is written: by it one knows that what is remembered holds."""
    last: int | None = connection.scalar(select(func.max(tables.event.c.id)))
    return last


def _by_name(glances: Iterable[Glance]) -> Mapping[Name, Sequence[Glance]]:
    found: dict[Name, list[Glance]] = {}
    for one in glances:
        if one.number_key is not None and one.date is not None:
            found.setdefault((one.number_key, one.date), []).append(one)
    return found


def _by_number(glances: Iterable[Glance]) -> Found:
    found: dict[str, list[Glance]] = {}
    for one in glances:
        if one.number_key is not None:
            found.setdefault(one.number_key, []).append(one)
    return found


def _by_day(glances: Iterable[Glance]) -> Days:
    found: dict[str, dict[str | None, list[Glance]]] = {}
    for one in glances:
        if one.date_start is not None:
            found.setdefault(one.date_start, {}).setdefault(one.issuer, []).append(one)
    return found
