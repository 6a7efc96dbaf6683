"""The letters that ask for reports; the copies of one letter are one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, select, true

from extractors.number import number_key
from index import tables
from index.catalogue import Catalogue
from index.filed import Filed
from index.load import load
from index.titles import obliges

_COPIES = 3  # copies that the newest letters have, at most, on the whole


def directives(catalogue: Catalogue, only: str | None = None) -> list[list[Filed]]:
    """Letters that ask for reports, the earliest first, each with its copies; `only` the one that
    has this id, or of which it is a copy. Raises NotFound."""
    wanted = _asking(catalogue, true() if only is None else _copies_of(catalogue, only))
    with catalogue.reading() as connection:
        letters = list(load(connection, list(connection.scalars(wanted))))
    groups = [group for group in _grouped(letters) if only is None or _holds(group, only)]
    return sorted(groups, key=lambda group: (group[0].date or "", group[0].id))


def newest_directives(catalogue: Catalogue, count: int) -> list[Filed]:
    """The newest letters that ask for reports, the newest first; one of each with copies."""
    document = tables.document.c
    wanted = _asking(catalogue, true()).order_by(document.date_start.desc(), document.id)
    with catalogue.reading() as connection:
        ids = list(connection.scalars(wanted.limit(count * _COPIES)))
        letters = {one.id: one for one in load(connection, ids)}
    ordered = [letters[id_] for id_ in ids]
    newest = [group[0] for group in _grouped(ordered)][:count]
    catalogue.notice_secret(one.id for one in newest)
    return newest


def _asking(catalogue: Catalogue, which: ColumnElement[bool]) -> Select[Any]:
    asked, document = tables.obligation.c, tables.document.c
    asking = select(asked.document_id).where(asked.action == "report")
    return select(document.id).where(
        document.id.in_(asking),
        document.kind.not_in(("form", "report")),
        document.template.is_(False),
        catalogue.visible,
        which,
    )


def _copies_of(catalogue: Catalogue, id_: str) -> ColumnElement[bool]:
    letter, column = catalogue.document(id_), tables.document.c
    if not letter.number:
        return column.id == id_
    return (column.id == id_) | (column.number_key == number_key(letter.number))


def _grouped(letters: list[Filed]) -> list[list[Filed]]:
    same: dict[tuple[str | None, ...], list[Filed]] = {}
    for letter in letters:
        if obliges(letter.record):
            key = number_key(letter.number) if letter.number else letter.id
            same.setdefault((key, letter.date, letter.issuer), []).append(letter)
    return list(same.values())


def _holds(group: list[Filed], id_: str) -> bool:
    return any(one.id == id_ for one in group)
