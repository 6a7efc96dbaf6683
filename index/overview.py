"""The archive in figures: documents by month and kind, and how many were read without doubt.

A document belongs to the month of its own date; one without a date to none.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from index import tables
from index.catalogue import Catalogue

_DOCUMENT = tables.document.c


@dataclass(frozen=True, slots=True)
class Overview:
    """`months` holds (month such as '2021-02', kind) → documents, of the latest months that have
    any; `undated` those without a date; `clear` those in which no value is doubtful."""

    total: int
    undated: int
    clear: int
    doubtful_values: int
    kinds: dict[str, int]  # most first
    months: dict[tuple[str, str], int]


def overview(catalogue: Catalogue, months: int = 12) -> Overview:
    """The figures, as this viewer may see them."""
    month = func.substr(_DOCUMENT.date_start, 1, 7)
    dated = _DOCUMENT.date_start.is_not(None)
    # each question is one that an index of the table answers alone
    counted = select(func.count(), func.count(_DOCUMENT.date_start)).where(catalogue.visible)
    doubted = select(func.count(), func.coalesce(func.sum(_DOCUMENT.doubts), 0)).where(
        _DOCUMENT.doubts > 0, catalogue.visible
    )
    kinds = (
        select(_DOCUMENT.kind, func.count())
        .where(catalogue.visible)
        .group_by(_DOCUMENT.kind)
        .order_by(func.count().desc(), _DOCUMENT.kind)
    )
    latest = (
        select(month.label("month"))
        .where(dated, catalogue.visible)
        .distinct()
        .order_by(month.desc())
        .limit(months)
    )
    with catalogue.reading() as connection:
        total, with_date = connection.execute(counted).one()
        doubtful, values = connection.execute(doubted).one()
        by_kind = {row[0]: row[1] for row in connection.execute(kinds)}
        shown = list(connection.scalars(latest))
        by_month = (
            select(month, _DOCUMENT.kind, func.count())
            .where(dated, catalogue.visible, _DOCUMENT.date_start >= min(shown, default="9999"))
            .group_by(month, _DOCUMENT.kind)
        )
        placed = {(row[0], row[1]): row[2] for row in connection.execute(by_month)}
    return Overview(total, total - with_date, total - doubtful, values, by_kind, placed)
