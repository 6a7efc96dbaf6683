"""Letters that were written and never came: how likely a number that is not held is one's own.

Offices number their letters one after the other, so the held numbers around one that is not held
tell how many letters an office gives that reach the archive, and on which day a number was given.
Two letters seldom make the same slip: a number that a second one cites so is no slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, select

from index import tables
from index.comparing import is_order_number, running_of
from index.database import in_chunks
from index.links.closer import Cited
from index.links.coverage import UNKNOWN, Coverage
from index.links.glance import Directory, Found, Glance, Name, may_be
from index.links.model import Absent

_AROUND = 16  # numbers before and after: further ones tell next to nothing more
_SAME_SLIP = 0.05  # of slips another letter makes too: whoever copies it. Assumed
_CITATION = tables.citation.c
_CITING = select(
    _CITATION.number_key, _CITATION.date, _CITATION.issuer, _CITATION.document_id
).where(_CITATION.number_key.is_not(None))


def never_came(
    connection: Connection,
    directory: Directory,
    cited: Sequence[Cited],
    coverage: Mapping[str, Coverage],
) -> list[Absent]:
    """For each citation, of a number and day that are not held, how likely a letter that never came
    is meant."""
    around = [around_it(one.number_key or "") for one in cited]
    held = directory.bearing(
        {
            key
            for one, keys in zip(cited, around, strict=True)
            for key in (*keys, one.number_key)
            if key
        }
    )
    others = _citing(connection, cited)
    found = []
    for one, keys in zip(cited, around, strict=True):
        of_year = coverage.get((one.date or "")[:4], UNKNOWN)
        given = _given_that_day(one, keys, held) * of_year.absent
        if _is_cited_by_others(one, others):
            given *= (1 - of_year.alone) / _SAME_SLIP
        else:
            given *= of_year.alone / (1 - _SAME_SLIP)
        found.append(Absent(of_year.absent, given))
    return found


def around_it(number_key: str) -> tuple[str, ...]:
    """The keys of the numbers around one, the nearest before it first, then the nearest after it;
    none if it does not end with its number.

    >>> around_it("117/2564")[0], around_it("117/2564")[16], around_it("มท0810.7/9ก")
    ('116/2564', '118/2564', ())
    >>> around_it("มท0810.7/ว2")[:2]
    ('มท0810.7/ว1', 'มท0810.7/ว3')
    """
    running = running_of(number_key)
    if not running:
        return ()
    own, slash, year = (
        number_key.partition("/") if is_order_number(number_key) else (number_key, "", "")
    )
    start = own.removesuffix(str(running))
    if start == own:
        return ()
    before = range(running - 1, max(0, running - _AROUND - 1), -1)
    after = range(running + 1, running + _AROUND + 1)
    return tuple(f"{start}{number}{slash}{year}" for number in (*before, *after))


def _given_that_day(cited: Cited, keys: Sequence[str], held: Found) -> float:
    """How many letters that reach the archive the office is expected to have given this very number
    on the day cited: none, if it is another's or falls between numbers of other days."""
    day, running = cited.date, running_of(cited.number_key or "")
    if not keys or day is None or len(day) < 10 or not running:
        return 0.0
    if any(_of_its_year(cited, held.get(cited.number_key or "", ()), day)):
        return 0.0
    before, after = None, None
    first = running - 1
    for key in keys:
        number = running_of(key) or 0
        if (before if number <= first else after) is not None:
            continue
        days = list(_of_its_year(cited, held.get(key, ()), day))
        if days and number <= first:
            before = number, max(days)
        elif days:
            after = number, min(days)
    if before is None and after is None:
        return 0.0
    if (before and before[1] > day) or (after and after[1] < day):
        return 0.0
    low = before[0] if before else running - _AROUND - 1
    high = after[0] if after else running + _AROUND + 1
    if before and after:
        days_between = float((date.fromisoformat(after[1]) - date.fromisoformat(before[1])).days)
    else:  # numbers begin with 1 every calendar year
        days_between = _AROUND * date.fromisoformat(day).timetuple().tm_yday / running
    return 1 / (high - low - 1) / (1 + days_between)


def _of_its_year(cited: Cited, some: Sequence[Glance], day: str) -> Iterator[str]:
    """The days of those that may be of the office cited, in the year of a day."""
    issuer = cited.issuer or cited.citing.issuer
    return (
        one.date_start
        for one in some
        if one.date_start and one.date_start[:4] == day[:4] and may_be(issuer, one.issuer)
    )


_Citing = Mapping[
    Name, Sequence[tuple[str, str | None]]
]  # by number key and day: who, which office


def _citing(connection: Connection, cited: Sequence[Cited]) -> _Citing:
    """What documents cite these numbers and days."""
    wanted = _CITING.where(_CITATION.date.in_({one.date for one in cited if one.date}))
    keys = {one.number_key for one in cited if one.number_key}
    found: dict[Name, list[tuple[str, str | None]]] = {}
    for row in in_chunks(connection, wanted, _CITATION.number_key, keys):
        found.setdefault((row.number_key, row.date), []).append((row.document_id, row.issuer))
    return found


def _is_cited_by_others(cited: Cited, citing: _Citing) -> bool:
    name = cited.number_key or "", cited.date or ""
    return any(
        id_ != cited.citing.id and may_be(cited.issuer, issuer)
        for id_, issuer in citing.get(name, ())
    )
