"""What the search page was asked, as its address says; and addresses with a part changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Query

from flows.archive import Archive
from index.columns import Facet
from index.search import SearchResult
from saraban import answers

HITS = 25  # on a page
_NAMES = {"date_from": "from", "date_to": "to"}  # as they stand in the address
_CHOSEN: Mapping[str, Facet] = {
    "kind": "kind",
    "office": "issuer",
    "year": "year",
    "unit": "unit",
    "urgency": "urgency",
}


@dataclass(frozen=True)
class Asked:
    """The search form. `office`, `year`, `unit` and `urgency` are values of facets, `year` of the
    Common Era; `issuer` is a part of a name; `page` counts from 1."""

    q: str = ""
    kind: str = ""
    date_from: str = ""
    date_to: str = ""
    issuer: str = ""
    office: str = ""
    year: str = ""
    unit: str = ""
    urgency: str = ""
    sort: str = "relevance"
    page: int = 1

    def find(
        self, archive: Archive, limit: int = HITS, count: bool = False, passages: bool = True
    ) -> SearchResult:
        """What is found; raises what `answers.find` raises."""
        exactly = {facet: getattr(self, name) for name, facet in _CHOSEN.items() if name != "kind"}
        return answers.find(
            archive,
            self.q,
            self.date_from or None,
            self.date_to or None,
            kind=self.kind or None,
            issuer=self.issuer or None,
            exactly={facet: value for facet, value in exactly.items() if value},
            limit=limit,
            offset=(self.page - 1) * HITS,
            sort="date" if self.sort == "date" else "relevance",
            count=count,
            passages=passages,
        )

    @property
    def address(self) -> str:
        """q=…&kind=…: only what is not as it always is."""
        usual = asdict(Asked())
        changed = {key: value for key, value in asdict(self).items() if value != usual[key]}
        return urlencode({_NAMES.get(key, key): value for key, value in changed.items()})

    def but(self, **changes: Any) -> str:
        """The address of the search with something changed, from its first page on."""
        return f"/?{replace(self, **{'page': 1, **changes}).address}"

    def facet(self, facet: Facet, value: str) -> str:
        """The address of the search narrowed to a value of a facet."""
        name = next(name for name, of in _CHOSEN.items() if of == facet)
        return self.but(**{name: value})

    def limits(self) -> Iterator[tuple[str, str, str]]:
        """(name, value, address without it) of what narrows the search besides the query."""
        for name in ("kind", "office", "year", "unit", "urgency", "issuer", "date_from", "date_to"):
            if value := getattr(self, name):
                yield name, value, self.but(**{name: ""})


Text = Annotated[str, Query(max_length=4000)]


def asked(
    q: Text = "",
    kind: Text = "",
    date_from: Annotated[str, Query(alias="from", max_length=100)] = "",
    date_to: Annotated[str, Query(alias="to", max_length=100)] = "",
    issuer: Text = "",
    office: Text = "",
    year: Annotated[str, Query(pattern=r"^(\d{4})?$")] = "",
    unit: Text = "",
    urgency: Text = "",
    sort: Annotated[str, Query(pattern="^(relevance|date)?$")] = "relevance",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Asked:
    """The search that an address asks for."""
    limits = (kind, date_from, date_to, issuer, office, year, unit, urgency)
    return Asked(q, *limits, sort=sort or "relevance", page=page)


TheAsked = Annotated[Asked, Depends(asked)]
