"""The chain a document stands in: what it answers, and what answers it.

The rule of direction: `up` holds the links that a document makes (it answers, carries out, cites
or encloses), `down` those made to it. So a LINK always reads one way: in `up` the document above
it is its subject, in `down` its object. From a report `up` leads to the clause that asked for it,
then to what that letter itself cites; `down` of a letter are the reports and orders that it
brought about, and the letters that passed it on.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from extractors.record import Model
from index.catalogue import Catalogue
from index.due import with_receipt
from index.filed import Summary
from index.links.model import Certainty, Link, Relation
from index.links.rows import links_of

Language = Literal["en", "th"]

DEEPEST = 60  # links; from the last document of so long a chain another trace leads on
_ORDER: tuple[Relation, ...] = ("answers", "implements", "cites", "encloses")


class TraceLink(Model):
    """LINK of the contract without its branch. `clause`, for pages that people read, is also named
    in `why`."""

    relation: Relation
    certainty: Certainty
    why: str
    cited_as: str | None
    document: Summary | None
    clause: str | None = Field(default=None, exclude=True)


class UpLink(TraceLink):
    """A link that a document makes, and the links that its target makes."""

    up: tuple[UpLink, ...] = ()


class DownLink(TraceLink):
    """A link made to a document, and the links made to the one that makes it."""

    down: tuple[DownLink, ...] = ()


class Trace(Model):
    """TRACE of the contract."""

    document: Summary
    up: tuple[UpLink, ...]
    down: tuple[DownLink, ...]


def trace(catalogue: Catalogue, id_: str, language: Language = "en") -> Trace:
    """All that a document hangs on and that hangs on it, however far, with the reason of each link
    in English or Thai. Raises NotFound.

    A document that stands in several places of the tree shows its own links at the nearest one
    only, so a circle ends and a tangle stays small.
    """
    document = catalogue.document(id_)
    above, below = _Web(catalogue, id_, up=True), _Web(catalogue, id_, up=False)
    known = {one.id: one for one in catalogue.documents({**above.met, **below.met})}

    def said(link: Link, other: str | None) -> dict[str, Any]:
        maker = known.get(link.from_id)
        why = with_receipt(link, maker) if maker else link.why
        return {
            "relation": link.relation,
            "certainty": link.certainty,
            "why": why.en if language == "en" else why.th,
            "cited_as": link.cited_as,
            "document": known[other].summary if other in known else None,
            "clause": link.clause,
        }

    def up(link: Link) -> UpLink:
        return UpLink(**said(link, link.to_id), up=tuple(map(up, above.after(link))))

    def down(link: Link) -> DownLink:
        return DownLink(**said(link, link.from_id), down=tuple(map(down, below.after(link))))

    return Trace(
        document=document.summary,
        up=tuple(map(up, above.links[id_])),
        down=tuple(map(down, below.links[id_])),
    )


class _Web:
    """The links reached from a document in one direction. `links` holds those of each document
    met; `met` says by which link a document was met first, there its own links are shown."""

    def __init__(self, catalogue: Catalogue, root: str, up: bool) -> None:
        self._up = up
        self.links: dict[str, list[Link]] = {}
        self.met: dict[str, Link | None] = {root: None}
        frontier = [root]
        for _ in range(DEEPEST):
            self.links.update({id_: [] for id_ in frontier})
            for link in sorted(links_of(catalogue, frontier), key=_place):
                near = link.from_id if up else link.to_id
                if near in self.links and near in frontier:
                    self.links[near].append(link)
            reached = [link for id_ in frontier for link in self.links[id_]]
            frontier = []
            for link in reached:
                far = self._far(link)
                if far is not None and far not in self.met:
                    self.met[far] = link
                    frontier.append(far)
            if not frontier:
                break

    def after(self, link: Link) -> list[Link]:
        """The links that are shown behind this one."""
        far = self._far(link)
        if far is None or self.met.get(far) is not link:
            return []
        return self.links.get(far, [])

    def _far(self, link: Link) -> str | None:
        return link.to_id if self._up else link.from_id


def _place(link: Link) -> tuple[int, str, str]:
    return (_ORDER.index(link.relation), link.slot, link.from_id)
