"""How much of what is cited the archive holds, by the year cited.

Where it holds little, a number that it does not have is rather of a letter that never came than a
slip for another's. Reckoned when all links are made anew, and kept in the history, so that in
between every link is weighed alike; the daily flow makes them anew when the years are others.

Of synthetic letters as in life (`benchmarks.linking`, 100,000), of which a share came, slips for
which no subject speaks were told rightly: 95 % of digits and 86 % of days where nine in ten came,
86 and 70 % where seven, 75 and 56 % where three. Of those for which a subject speaks: 99, 98, 95 %.
"""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection, func, select

from index import tables
from index.history import record_event
from index.links.glance import Asked, Directory

_KEPT = "coverage"  # what the event is called
_FEW = 200  # citations: fewer of a year say nothing
# Of what is cited with number and day three quarters are held where more than eight in ten letters
# came: a citation in twenty is mistyped, and found under no name.
_LITTLE = 0.75
_AT_ONCE = 10_000
_CITATION = tables.citation.c
_EVENT = tables.event.c
_NAMED = select(_CITATION.number_key, _CITATION.date).where(
    _CITATION.number_key.is_not(None), func.length(_CITATION.date) == 10
)


def note_coverage(connection: Connection, directory: Directory, at: str) -> None:
    """Keep the years of whose letters that are cited the archive holds little, if they are not
    those kept last."""
    little = _reckoned(connection, directory)
    if little.keys() != years_of_little(connection):
        record_event(connection, at, _KEPT, detail=little)


def has_changed(connection: Connection) -> bool:
    """Whether these years are no more those kept last."""
    return _reckoned(connection, Asked(connection)).keys() != years_of_little(connection)


def _reckoned(connection: Connection, directory: Directory) -> dict[str, dict[str, int]]:
    """By each such year how many citations name a number and a day, and how many of these the
    archive holds."""
    cited: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for rows in connection.execute(_NAMED).partitions(_AT_ONCE):
        names = [(key, day) for key, day in rows]
        found = directory.named(set(names))
        cited.update(day[:4] for _, day in names)
        held.update(name[1][:4] for name in names if name in found)
    return {
        year: {"cited": cited[year], "held": held[year]}
        for year in sorted(cited)
        if cited[year] >= _FEW and held[year] < _LITTLE * cited[year]
    }


def years_of_little(connection: Connection) -> frozenset[str]:
    """The years of whose letters that are cited the archive is known to hold little."""
    kept = select(_EVENT.detail).where(_EVENT.what == _KEPT).order_by(_EVENT.id.desc()).limit(1)
    return frozenset(connection.scalar(kept) or ())
