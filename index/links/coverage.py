"""How much of what is cited the archive holds, by the year cited, and how often that is cited.

Where it holds little, a number that it does not have is rather of a letter that never came than a
slip for another's. Where most letters are cited more than once, a number that one letter alone
cites is rather a slip. Reckoned when all links are made anew, and kept in the history, so that in
between every link is weighed alike; the daily flow makes them anew when the years are others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, func, select

from index import tables
from index.history import record_event
from index.links.glance import Asked, Directory, Name

_KEPT = "coverage"  # what the event is called
_FEW = 200  # citations: fewer of a year say nothing
_MOVED = 0.1  # of a share: less makes no link another
_MISTYPED = 0.05  # of what is cited is found under no name though it is held: as issue D assumes
_LEAST_HELD, _LEAST_ABSENT = 0.1, 0.02  # nearer to none is not known well enough
_AT_ONCE = 10_000
_CITATION = tables.citation.c
_EVENT = tables.event.c
_NAMED: Select[Any] = (
    select(_CITATION.number_key, _CITATION.date, _CITATION.document_id)
    .where(_CITATION.number_key.is_not(None), func.length(_CITATION.date) == 10)
    .order_by(_CITATION.number_key)
)


class Coverage(NamedTuple):
    """Of a year: `held`, the share of what is cited that the archive holds; `alone`, of that the
    share that one document alone cites."""

    held: float
    alone: float

    @property
    def absent(self) -> float:
        """For each citation of what is held, how many there are of what never came."""
        held = max(_LEAST_HELD, self.held)
        return max(_LEAST_ABSENT, (1 - held - _MISTYPED) / held)


UNKNOWN = Coverage(0.9, 0.5)


def note_coverage(connection: Connection, directory: Directory, at: str) -> None:
    """Keep what is so of each year, if it is not what was kept last."""
    now = _reckoned(connection, directory)
    if now != coverage(connection):
        record_event(connection, at, _KEPT, detail={year: list(one) for year, one in now.items()})


def has_changed(connection: Connection) -> bool:
    """Whether a year is no more as it was kept last, so that links may be others."""
    now, kept = _reckoned(connection, Asked(connection)), coverage(connection)
    return now.keys() != kept.keys() or any(
        abs(one - other) > _MOVED
        for year in now
        for one, other in zip(now[year], kept[year], strict=True)
    )


def coverage(connection: Connection) -> Mapping[str, Coverage]:
    """What is known of each year of which enough is cited."""
    kept = select(_EVENT.detail).where(_EVENT.what == _KEPT).order_by(_EVENT.id.desc()).limit(1)
    detail: Mapping[str, Any] = connection.scalar(kept) or {}
    # until 29 November 2026 the years of little were kept alone, without `alone`
    return {year: Coverage(*one) for year, one in detail.items() if isinstance(one, list)}


def _reckoned(connection: Connection, directory: Directory) -> dict[str, Coverage]:
    cited: Counter[str] = Counter()
    held: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    rows = connection.execution_options(yield_per=_AT_ONCE).execute(_NAMED)
    for some in _in_parts(_names(rows)):
        found = directory.named({name for name, _, _ in some})
        for name, citations, documents in some:
            year = name[1][:4]
            cited[year] += citations
            if name in found:
                held[year] += citations
                alone[year] += citations if documents == 1 else 0
    return {
        year: Coverage(round(held[year] / cited[year], 3), _share(alone[year], held[year]))
        for year in sorted(cited)
        if cited[year] >= _FEW
    }


def _share(alone: int, held: int) -> float:
    return round(alone / held, 3) if held >= _FEW else UNKNOWN.alone


def _names(rows: Iterable[Row[Any]]) -> Iterator[tuple[Name, int, int]]:
    """Each number and day that is cited, how often, and by how many documents."""
    for key, of_key in groupby(rows, lambda row: row.number_key):
        by_day: dict[str, list[str]] = {}
        for row in of_key:
            by_day.setdefault(row.date, []).append(row.document_id)
        for day, ids in by_day.items():
            yield (key, day), len(ids), len(set(ids))


def _in_parts(names: Iterator[tuple[Name, int, int]]) -> Iterator[list[tuple[Name, int, int]]]:
    while some := list(islice(names, _AT_ONCE)):
        yield some
