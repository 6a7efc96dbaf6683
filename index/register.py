"""The register: documents by number, date, kind and issuer, by the catalogue's own indexes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select

from extractors.number import answers_to, number_key
from index import tables
from index.catalogue import Catalogue
from index.names import name_key
from index.query import Bare
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
    dates: Iterable[tuple[str, str]],
    kind: str | None = None,
    date_from: str | None = None,
    date_to: str | None = None,
    issuer: str | None = None,
) -> list[ColumnElement[bool]]:
    """What must hold of a document's row. A date that lacks its day is taken for every day of its
    month; `issuer` is a part of the name, however it is spaced."""
    wanted = [
        and_(_DOCUMENT.date_start <= end, _DOCUMENT.date_end >= start) for start, end in dates
    ]
    if kind is not None:
        wanted.append(_DOCUMENT.kind == kind)
    if date_from is not None:
        wanted.append(_DOCUMENT.date_end >= date_from)
    if date_to is not None:
        wanted.append(_DOCUMENT.date_start <= date_to)
    if issuer is not None:
        key = name_key(issuer)
        named = _DOCUMENT.issuer_key.contains(key, autoescape=True) if key else false()
        wanted.append(named)
    return wanted


def meeting(catalogue: Catalogue, wanted: list[ColumnElement[bool]]) -> list[str]:
    """The documents that meet all of this, the latest first."""
    with catalogue.reading() as connection:
        found = _in_order(select(_DOCUMENT.id), *wanted, catalogue.visible)
        return list(connection.scalars(found))


def of_bare(catalogue: Catalogue, bare: Bare) -> list[str]:
    """Documents whose running number is this, and those of the year."""
    ways: list[ColumnElement[bool]] = [_DOCUMENT.running == (bare.digits.lstrip("0") or "0")]
    if bare.year is not None:
        ways.append(and_(_DOCUMENT.date_start <= bare.year[1], _DOCUMENT.date_end >= bare.year[0]))
    return meeting(catalogue, [or_(*ways)])


def latest_first(catalogue: Catalogue, ids: Collection[str]) -> list[str]:
    """These documents, the latest first, undated ones last."""
    if len(ids) > 10 * _CHUNK:
        known = set(ids)
        return [id_ for id_ in meeting(catalogue, []) if id_ in known]
    order: dict[str, tuple[bool, str, str]] = {}
    some = list(ids)
    with catalogue.reading() as connection:
        for start in range(0, len(some), _CHUNK):
            chunk = some[start : start + _CHUNK]
            for row in connection.execute(
                select(_DOCUMENT.id, _DOCUMENT.date_start).where(_DOCUMENT.id.in_(chunk))
            ):
                order[row.id] = (row.date_start is not None, row.date_start or "", row.id)
    return sorted(order, key=lambda id_: order[id_], reverse=True)


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
    latest = (_DOCUMENT.date_start.is_(None), _DOCUMENT.date_start.desc(), _DOCUMENT.id.desc())
    return asked.where(*wanted).order_by(*latest)
