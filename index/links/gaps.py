"""Gaps in the series of an office's numbers: letters that were written and never came.

Offices number their letters one after the other. Where the archive holds the numbers just before
and after one that it does not hold, and the day cited lies between theirs, that number was given to
a letter of that day. So it is no slip for a number close to it, however much speaks for that one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.comparing import is_order_number, running_of
from index.links.closer import Cited
from index.links.glance import Directory, Found, Glance, may_be


def of_gaps(directory: Directory, cited: Sequence[Cited]) -> list[bool]:
    """Whether each citation, of a number that is not held, names such a gap."""
    beside = [beside_it(one.number_key or "") for one in cited]
    held = directory.bearing({key for keys in beside for key in keys})
    return [_is_a_gap(one, keys, held) for one, keys in zip(cited, beside, strict=True)]


def beside_it(number_key: str) -> tuple[str, ...]:
    """The keys of the numbers before and after one; none if it does not end with its number.

    >>> beside_it("มท0810.7/ว2563"), beside_it("117/2564"), beside_it("มท0810.7/9ก")
    (('มท0810.7/ว2562', 'มท0810.7/ว2564'), ('116/2564', '118/2564'), ())
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
    return f"{start}{running - 1}{slash}{year}", f"{start}{running + 1}{slash}{year}"


def _is_a_gap(cited: Cited, keys: Sequence[str], held: Found) -> bool:
    day = cited.date
    if not keys or day is None or len(day) < 10:
        return False
    before, after = (_days(cited, held.get(key, ()), day) for key in keys)
    return any(one <= day for one in before) and any(one >= day for one in after)


def _days(cited: Cited, some: Sequence[Glance], day: str) -> Iterable[str]:
    """The days of those that may be of the office cited, in the year of a day."""
    issuer = cited.issuer or cited.citing.issuer
    return (
        one.date_start
        for one in some
        if one.date_start and one.date_start[:4] == day[:4] and may_be(issuer, one.issuer)
    )
