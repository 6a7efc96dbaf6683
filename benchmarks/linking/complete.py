"""The dense archive, with letters as offices write them: on working days, and of the matter of what
they cite (`matters.py`). All else is as there: 236 offices, whose every number reaches the archive
but for one in twenty.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.linking.archive import DAYS, FIRST, Made, Named, next_of, offices_of
from benchmarks.linking.matters import letters
from benchmarks.search.letters import Words


def documents(count: int, seed: int) -> Iterator[Made]:
    """As `archive.documents`."""
    rng = random.Random(seed)
    offices = offices_of(rng)
    running: dict[tuple[str, int], int] = {}
    days = [one for n in range(DAYS) if (one := FIRST + timedelta(days=n)).weekday() < 5]

    def named_next(day: date, _moment: float) -> Named:
        return next_of(rng, offices, running, day)

    return letters(count, rng, Words(rng), days, named_next)
