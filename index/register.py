"""The register: documents by number, date, kind and issuer, by the catalogue's own indexes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select

from extractors.number import answers_to, number_key
from index import tables
from index.catalogue import Catalogue
from index.columns import Facet
from index.names import name_key
from index.query_model import EARLIEST, Span
from index.rows import running_number

_DOCUMENT = tables.document.c
_CHUNK = 500


def bearing(catalogue: Catalogue, typed: str) -> list[str]:
    """Documents that bear a number typed in full or in part; those in full alone, if any do."""
    key, running = number_key(typed), running_number(typed)
    with catalogue.reading() as connection:
        exact = list(
            connection.scalars(
                _in_order(select(_DOCUMENT.id), _DOCUMENT.number_key == key, catalogue.visible)
            )
        )
        if exact or running is None:
            return exact
        rows = connection.execute(
            _in_order(
                select(_DOCUMENT.id, _DOCUMENT.number),
                _DOCUMENT.running == running,
                catalogue.visible,
            )
        ).all()
    return [row.id for row in rows if answers_to(row.number, typed)]


def citing(catalogue: Catalogue, typed: str) -> list[str]:
    """Documents that cite a number, typed in full."""
    cited = tables.citation.c
    with catalogue.reading() as connection:
        found = (
            select(cited.document_id)
            .join(tables.document, cited.document_id == _DOCUMENT.id)
            .where(cited.number_key == number_key(typed), catalogue.visible)
            .distinct()
        )
        return list(connection.scalars(found))


def narrowing(
    dates: Iterable[Sequence[Span]] = (),
    issuer: str | None = None,
    exactly: Mapping[Facet, str] | None = None,
) -> list[ColumnElement[bool]]:
    """What must hold of a document's row: one span of each of `dates`. A date that lacks its day is
    taken for every day of its month; `issuer` is a part of the name, however it is spaced."""
    wanted: list[ColumnElement[bool]] = [or_(*map(_within, spans)) for spans in dates]
    if issuer is not None:
        key = name_key(issuer)
        named = _DOCUMENT.issuer_key.contains(key, autoescape=True) if key else false()
        wanted.append(named)
    for facet, value in (exactly or {}).items():
        if facet == "year":
            wanted.append(_DOCUMENT.date_start.between(f"{value}-01-01", f"{value}-12-31"))
        else:
            wanted.append(_DOCUMENT["issuer_key" if facet == "issuer" else facet] == value)
    return wanted


def _within(span: Span) -> ColumnElement[bool]:
    """A date in a span of days. What begins before the span and still reaches into it lacks its
    day (date_span), and so begins with the month: the index need not be read from its start."""
    first, last = span
    reached = and_(_DOCUMENT.date_start <= last, _DOCUMENT.date_end >= first)
    return (
        reached if first == EARLIEST else and_(_DOCUMENT.date_start >= f"{first[:7]}-01", reached)
    )


def meeting(
    catalogue: Catalogue,
    wanted: Sequence[ColumnElement[bool]],
    limit: int | None = None,
    offset: int = 0,
) -> list[str]:
    """The documents that meet all of this, the latest first."""
    found = _in_order(select(_DOCUMENT.id), *wanted, catalogue.visible)
    with catalogue.reading() as connection:
        return list(connection.scalars(found.limit(limit).offset(offset)))


def count(catalogue: Catalogue, wanted: Sequence[ColumnElement[bool]]) -> int:
    """How many documents meet all of this."""
    counted = select(func.count(_DOCUMENT.id)).where(*wanted, catalogue.visible)
    with catalogue.reading() as connection:
        return connection.scalar(counted) or 0


def issuers_named(catalogue: Catalogue, part: str) -> set[str]:
    """The keys of issuers in whose name a part occurs, however it is spaced."""
    key = name_key(part)
    if not key:
        return set()
    named = select(_DOCUMENT.issuer_key).distinct()
    with catalogue.reading() as connection:
        holding = named.where(_DOCUMENT.issuer_key.contains(key, autoescape=True))
        return set(connection.scalars(holding))


def issuer_names(catalogue: Catalogue, keys: Sequence[str]) -> dict[str, str]:
    """For each key of an issuer the way in which its name is written first."""
    named = (
        select(_DOCUMENT.issuer).where(catalogue.visible).order_by(_DOCUMENT.date_start).limit(1)
    )
    found: dict[str, str] = {}
    with catalogue.reading() as connection:
        for key in keys:
            name = connection.scalar(named.where(_DOCUMENT.issuer_key == key))
            if name is not None:
                found[key] = name
    return found


def register_rows(catalogue: Catalogue, ids: Sequence[str]) -> dict[str, Any]:
    """Of these documents what the search index holds of their rows: unit, running, days."""
    columns = ("id", "unit", "running", "date_start", "date_end")
    found: dict[str, Any] = {}
    with catalogue.reading() as connection:
        for start in range(0, len(ids), _CHUNK):
            chunk = list(ids[start : start + _CHUNK])
            asked = select(*(_DOCUMENT[name] for name in columns)).where(_DOCUMENT.id.in_(chunk))
            found |= {row.id: row._mapping for row in connection.execute(asked)}
    return found


def counts(catalogue: Catalogue, column: str) -> dict[str, int]:
    """How many documents there are of each kind (`kind`) or issuer (`issuer`), most first."""
    chosen = {"kind": _DOCUMENT.kind, "issuer": _DOCUMENT.issuer}[column]
    wanted = (
        select(chosen, func.count())
        .where(chosen.is_not(None), catalogue.visible)
        .group_by(chosen)
        .order_by(func.count().desc(), chosen)
    )
    with catalogue.reading() as connection:
        return {row[0]: row[1] for row in connection.execute(wanted)}


def _in_order(asked: Select[Any], *wanted: ColumnElement[bool]) -> Select[Any]:
    latest = (_DOCUMENT.date_start.desc().nulls_last(), _DOCUMENT.id.desc())
    return asked.where(*wanted).order_by(*latest)
