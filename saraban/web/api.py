"""The HTTP API: each address answers with the JSON that the command of its name prints."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from saraban import answers
from saraban.answers import Json
from saraban.web.session import TheArchive

router = APIRouter()


Document = Annotated[str, Query(description="an id, or a number as a person would type it")]


@router.get("/search")
def search(
    archive: TheArchive,
    query: str = "",
    kind: str | None = None,
    date_from: Annotated[str | None, Query(alias="from")] = None,
    date_to: Annotated[str | None, Query(alias="to")] = None,
    issuer: str | None = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 20,
    sort: str = "relevance",
) -> Json:
    """As `saraban search --json`."""
    return answers.search(archive, query, kind, date_from, date_to, issuer, limit, sort)


@router.get("/show")
def show(archive: TheArchive, document: Document) -> Json:
    """As `saraban show --json`."""
    return answers.show(archive, document)


@router.get("/trace")
def trace(archive: TheArchive, document: Document) -> Json:
    """As `saraban trace --json`."""
    return answers.trace(archive, document)


@router.get("/due")
def due(
    archive: TheArchive,
    as_of: str | None = None,
    directive: str | None = None,
    unit: str | None = None,
) -> list[dict[str, Any]]:
    """As `saraban due --json`, as one list."""
    return answers.due(archive, as_of, directive, unit)
