"""How the pages of a file make documents: the machine's split, then what persons said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from index.corrections.model import OF_PAGES, Correction


@dataclass(frozen=True, slots=True)
class Group:
    """The pages of one document in reading order. `begin` names it: the page it began with before
    any was excluded."""

    begin: int
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The documents of a file as pages; the pages a person left out; what no longer fits."""

    groups: tuple[Group, ...]
    excluded: frozenset[int]
    unfit: tuple[Correction, ...]

    def holder(self, page: int) -> Group | None:
        """The document that holds a page, or that began with it."""
        held = (one for one in self.groups if page in one.pages)
        return next(held, None) or next((one for one in self.groups if one.begin == page), None)


def arranged(machine: Sequence[Sequence[int]], held: Iterable[Correction]) -> Arrangement:
    """The machine's documents (their pages in reading order) with what persons did, oldest first.

    A split where a document begins already, and a join where none begins, are fulfilled. What
    concerns a page that is in no document does not fit and changes nothing.
    """
    groups = [Group(pages[0], tuple(pages)) for pages in machine if pages]
    excluded: set[int] = set()
    unfit: list[Correction] = []
    for one in held:
        if one.action not in OF_PAGES:
            continue
        place = next((i for i, group in enumerate(groups) if one.page in group.pages), None)
        if place is None:
            unfit.append(one)
            continue
        group = groups[place]
        at = group.pages.index(one.page)
        if one.action == "split" and at:
            groups[place : place + 1] = [
                replace(group, pages=group.pages[:at]),
                Group(one.page, group.pages[at:]),
            ]
        elif one.action == "join" and at == 0:
            if place == 0:
                unfit.append(one)
                continue
            before = groups[place - 1]
            groups[place - 1 : place + 1] = [replace(before, pages=before.pages + group.pages)]
        elif one.action == "exclude":
            excluded.add(one.page)
            left = group.pages[:at] + group.pages[at + 1 :]
            groups[place : place + 1] = [replace(group, pages=left)] if left else []
    return Arrangement(tuple(groups), frozenset(excluded), tuple(unfit))
