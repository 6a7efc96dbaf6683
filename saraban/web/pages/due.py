"""Who has reported, who is late, who is missing: a matrix of units and periods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from index.days_off import day_off
from index.directives import newest_directives
from index.due import DueItem, Status
from index.find import find_document
from saraban import answers
from saraban.web.render import page
from saraban.web.session import TheArchive

router = APIRouter(include_in_schema=False)

_OFFERED = 100  # directives to choose from
_LATEST = 8  # periods of a demand that are shown unless all are asked for: two years of quarters


@dataclass(frozen=True, slots=True)
class Column:
    """A term of a demand: its period, the day it is due, and why that day is off, if it is."""

    period: dict[str, Any] | None  # as in the contract
    due: str
    closed: str | None


@dataclass(slots=True)
class Matrix:
    """What one clause asks for: of each unit (row) for each term (column) what has come."""

    clause: str | None
    columns: list[Column] = field(default_factory=list)
    rows: dict[str, list[DueItem]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    by_rule: bool = False  # whether a day of receipt is known by a rule only
    doubtful: bool = False  # whether the demand should be compared with the paper


@router.get("/due")
def due(
    request: Request,
    archive: TheArchive,
    as_of: str = "",
    directive: str = "",
    unit: str = "",
    periods: Literal["latest", "all"] = "latest",
    status: Status | None = None,
) -> Response:
    """What one directive (the newest if none is named) asks for by a day, of all units or one: of
    the latest periods, or of all; with a `status` only of units that have it in one of them."""
    offered = [one.summary for one in newest_directives(archive.catalogue, _OFFERED)]
    as_of = answers.day_of(as_of).isoformat()
    chosen = find_document(archive.catalogue, directive) if directive else None
    if chosen is None and offered:
        chosen = offered[0].id
    latest = _LATEST if periods == "latest" else None
    items = answers.due_items(archive, as_of, chosen, unit or None, latest) if chosen else []
    shown = archive.catalogue.document(chosen).summary if chosen else None
    if shown is not None and shown.id not in {one.id for one in offered}:
        offered.insert(0, shown)
    asked = {"as_of": as_of, "directive": chosen or "", "unit": unit}
    found = matrices(items)
    if status:
        for matrix in found:
            matrix.rows = {
                name: row
                for name, row in matrix.rows.items()
                if any(one.status == status for one in row)
            }
    return page(
        request,
        "due.html",
        {
            "asked": asked,
            "query": urlencode({name: value for name, value in asked.items() if value}),
            "offered": offered,
            "directive": shown,
            "matrices": found,
            "periods": periods,
            "chosen_status": status,
            "latest": _LATEST,
            "many": any(len(one.columns) >= _LATEST for one in found),
        },
    )


def matrices(items: Iterable[DueItem]) -> Sequence[Matrix]:
    """Lines of `due` of one directive, by clause."""
    found: dict[str | None, Matrix] = {}
    seen: dict[str | None, set[str]] = {}
    for item in items:
        matrix = found.setdefault(item.clause, Matrix(item.clause))
        known = seen.setdefault(item.clause, set())
        if item.due not in known:
            known.add(item.due)
            closed = day_off(date.fromisoformat(item.due))
            period = item.period.model_dump() if item.period else None
            matrix.columns.append(Column(period, item.due, closed))
        matrix.rows.setdefault(item.unit, []).append(item)
        matrix.counts[item.status] += 1
        matrix.by_rule |= item.received_by not in (None, "stamp")
        matrix.doubtful |= item.doubtful
    return list(found.values())
