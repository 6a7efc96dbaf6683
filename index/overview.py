"""The archive in figures: documents by month and kind, and how many were read without doubt.

A document belongs to the month of its own date; one without a date to none.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
from sqlalchemy import func, select

from index import tables
from index.catalogue import Catalogue
from index.columns import columns_of
from index.facets import Limits, narrowed

_DOCUMENT = tables.document.c
_MONTHS = 1_000_000  # more than any month, as a whole number such as 202102


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
    rows = _counted(catalogue)
    doubted = select(func.count(), func.coalesce(func.sum(_DOCUMENT.doubts), 0)).where(
        _DOCUMENT.doubts > 0, catalogue.visible
    )
    with catalogue.reading() as connection:
        doubtful, values = connection.execute(doubted).one()
    kinds: Counter[str] = Counter()
    for kind, _, count in rows:
        kinds[kind] += count
    latest = sorted({month for _, month, _ in rows if month})[-months:]
    return Overview(
        total=kinds.total(),
        undated=sum(count for _, month, count in rows if not month),
        clear=kinds.total() - doubtful,
        doubtful_values=values,
        kinds=dict(sorted(kinds.items(), key=lambda one: (-one[1], one[0]))),
        months={(month, kind): count for kind, month, count in rows if month in latest},
    )


def _counted(catalogue: Catalogue) -> list[tuple[str, str, int]]:
    """How many documents there are of each kind in each month; the month is empty where there is
    no date."""
    columns = columns_of(catalogue)
    with columns.lock:
        places = np.flatnonzero(narrowed(catalogue, columns, Limits()))
        kind = columns.facets["kind"][places].astype(np.int64)
        pairs = kind * _MONTHS + columns.start[places] // 100
        names = columns.codes["kind"].texts
    counted = []
    for pair, count in zip(*np.unique(pairs, return_counts=True), strict=True):
        code, month = divmod(int(pair), _MONTHS)
        named = f"{month // 100:04}-{month % 100:02}" if month else ""
        counted.append((names[code], named, int(count)))
    return counted
