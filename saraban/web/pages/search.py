"""The first page: search, and what is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from saraban import answers
from saraban.web.render import page
from saraban.web.session import TheArchive

router = APIRouter(include_in_schema=False)

_HITS = 100


@dataclass(frozen=True)
class Asked:
    """What the search form was filled with."""

    q: str
    kind: str
    date_from: str
    date_to: str
    issuer: str


@router.get("/")
def search(
    request: Request,
    archive: TheArchive,
    q: str = "",
    kind: str = "",
    date_from: Annotated[str, Query(alias="from")] = "",
    date_to: Annotated[str, Query(alias="to")] = "",
    issuer: str = "",
) -> Response:
    """What a search finds, best first; without words all documents, the latest first."""
    limits = (kind or None, date_from or None, date_to or None, issuer or None)
    found = answers.search(archive, q, *limits, limit=_HITS)
    asked = Asked(q, kind, date_from, date_to, issuer)
    return page(request, "search.html", {"found": found, "asked": asked})
