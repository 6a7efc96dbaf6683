"""A correction: what a person says of what the machine read, as an event that is only ever added.

A correction is of a file, a page and a field, not of a row: it outlives splitting, joining and
reading again. What it was and what it became are both in it. Taking it back is another event.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Action = Literal["value", "accept", "split", "join", "rotate", "exclude", "undo"]
Json = dict[str, Any]

OF_VALUES: frozenset[Action] = frozenset({"value", "accept"})
OF_PAGES: frozenset[Action] = frozenset({"split", "join", "exclude"})


@dataclass(frozen=True, slots=True)
class Correction:
    """One event.

    `field` names a value of the record without its place in a list: 'number', 'citations'; empty
    for what is done to pages. `anchor` tells which one of a list is meant: `{"text", "box"}` as
    the machine read it, or `{"added": ID}` of the event that added it; None for what stands alone
    and for what is added. `before` and `after` hold the parts of a value (`{"value": …}`,
    `{"number": …, "date": …}`); `after` None says that there is no such value on the paper.
    `after` of a rotation is `{"degrees": 90}`, clockwise, as the scan must be turned to stand
    upright. `page` is where a split begins a document, where a join ends one.
    """

    id: int
    at: str
    by: str
    sha256: str
    page: int
    action: Action
    field: str = ""
    anchor: Json | None = None
    before: Json | None = None
    after: Json | None = None
    undoes: int | None = None


def standing(corrections: Iterable[Correction]) -> list[Correction]:
    """Those that hold, oldest first: not taken back, or taken back by what was itself taken back.

    >>> one = Correction(1, "", "a", "0", 1, "split")
    >>> two = Correction(2, "", "a", "0", 1, "undo", undoes=1)
    >>> three = Correction(3, "", "a", "0", 1, "undo", undoes=2)
    >>> [c.id for c in standing([one, two])], [c.id for c in standing([one, two, three])]
    ([], [1])
    """
    events = list(corrections)
    gone = taken_back(events)
    held = (one for one in events if one.action != "undo" and one.id not in gone)
    return sorted(held, key=lambda one: one.id)


def taken_back(corrections: Iterable[Correction]) -> frozenset[int]:
    """The ids of those that were taken back by what holds itself."""
    gone: set[int] = set()
    for one in sorted(corrections, key=lambda one: one.id, reverse=True):
        if one.action == "undo" and one.id not in gone and one.undoes is not None:
            gone.add(one.undoes)
    return frozenset(gone)


def rotations(held: Iterable[Correction]) -> dict[int, int]:
    """How far a person says each page must be turned clockwise; pages that nobody turned are
    left out."""
    return {one.page: one.after["degrees"] for one in held if one.action == "rotate" and one.after}
