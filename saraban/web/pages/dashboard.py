"""The office at a glance: what has come by month and kind, what waits, what is due this month."""

from __future__ import annotations

from collections import Counter
from typing import Any

from fastapi import APIRouter, Request, Response

from index.filed import Summary
from index.overview import Overview, overview
from index.review import queue
from saraban import answers
from saraban.messages import Language, message
from saraban.web import plots
from saraban.web.render import page
from saraban.web.session import TheArchive, language_of
from saraban.words import day

router = APIRouter(include_in_schema=False)

_SERIES = 5  # kinds that have a colour of their own; the others share one
_STATUSES = ("received", "late", "missing", "not_yet_due")
_WAITING = 5  # documents of the review queue that are named
_OF_A_MONTH = 3  # periods, the last ones, among which are all that fall due in one month
_ASKING = 10  # letters that ask for reports this month, by how many are missing


@router.get("/dashboard")
def dashboard(request: Request, archive: TheArchive, as_of: str = "") -> Response:
    """The figures of today; `as_of` is another day whose month's reports are looked at."""
    language = language_of(request)
    figures = overview(archive.catalogue)
    as_of = answers.day_of(as_of).isoformat()
    month = as_of[:7]
    items = answers.due_items(archive, as_of, latest=_OF_A_MONTH)
    due: Counter[str] = Counter()
    asking: dict[str, tuple[Summary, Counter[str]]] = {}
    for one in items:
        if one.due[:7] == month:
            due[one.status] += 1
            asking.setdefault(one.directive.id, (one.directive, Counter()))[1][one.status] += 1
    most_missing = sorted(asking.values(), key=lambda pair: -pair[1]["missing"])
    return page(
        request,
        "dashboard.html",
        {
            "figures": figures,
            "clear": plots.share(figures.clear, figures.total),
            "waiting": queue(archive.catalogue, _WAITING),
            "plot": _by_month(figures, language),
            "due": [(status, due[status]) for status in _STATUSES],
            "due_total": due.total(),
            "asking": most_missing[:_ASKING],
            "asking_more": max(0, len(asking) - _ASKING),
            "month": day(month, language),
            "as_of": as_of,
        },
    )


def _by_month(figures: Overview, language: Language) -> dict[str, Any]:
    """The columns of the months, their names, and the table that says the same in figures."""
    named = list(figures.kinds)[:_SERIES]
    others = [kind for kind in figures.kinds if kind not in named]
    series = [message(f"kind.{kind}", language) for kind in named]
    if others:
        series.append(message("dashboard.others", language))
    months = sorted({month for month, _ in figures.months})
    values: Counter[tuple[int, int]] = Counter()
    for (month, kind), count in figures.months.items():
        place = named.index(kind) if kind in named else len(named)
        values[months.index(month), place] += count
    names = [day(month, language) for month in months]
    return {
        "columns": plots.stacked_columns(names, series, values),
        "series": series,
        "rows": [
            (name, [values[column, place] for place in range(len(series))])
            for column, name in enumerate(names)
        ],
    }
