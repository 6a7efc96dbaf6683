"""The HTTP API: each address answers with the JSON that the command of its name prints.

`/api/v1/openapi.json` describes it. It only reads. Where accounts are demanded, a program sends a
name and a password along by HTTP's basic authentication; what its account may not see is not there.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import JSONResponse, Response

from extractors.record import Kind
from index.due import DueItem
from index.filed import Summary
from index.search import SearchResult, Sort
from index.trace import Trace
from saraban import answers
from saraban.web.api_models import ErrorAnswer, PageAnswer, Registered, Shown, page_answer
from saraban.web.session import TheArchive

_WRONG: dict[int | str, dict[str, Any]] = {
    300: {"model": ErrorAnswer, "description": "Several documents bear the number."},
    400: {"model": ErrorAnswer, "description": "It cannot be understood."},
    401: {"model": ErrorAnswer, "description": "Accounts are demanded here: send yours along."},
    404: {"model": ErrorAnswer, "description": "There is no such document."},
    422: {"model": ErrorAnswer, "description": "A value is not of its kind."},
    429: {"model": ErrorAnswer, "description": "Too many logins failed; wait."},
    503: {"model": ErrorAnswer, "description": "The archive is busy or cannot be used; try again."},
}

router = APIRouter(responses=_WRONG)

Document = Annotated[
    str, Query(max_length=200, description="an id, or a number as a person would type it")
]
Id = Annotated[str, Path(max_length=32, description="the id of a document")]
Day = Annotated[
    str | None, Query(max_length=60, description="2021-02-15, or as a person would type it")
]
Limit = Annotated[int, Query(ge=1, le=1000)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]


def _answers_with(model: Any) -> dict[int | str, dict[str, Any]]:
    return {200: {"model": model}}


@router.get("/openapi.json", include_in_schema=False)
def described(request: Request) -> Response:
    """This API as OpenAPI; to those only who may ask it."""
    return JSONResponse(request.app.openapi())


@router.get("/search", response_model=None, responses=_answers_with(SearchResult))
def search(
    archive: TheArchive,
    query: Annotated[str, Query(description="as in the search box; empty: all documents")] = "",
    kind: Kind | None = None,
    date_from: Annotated[Day, Query(alias="from")] = None,
    date_to: Annotated[Day, Query(alias="to")] = None,
    issuer: Annotated[str | None, Query(max_length=200, description="a part of its name")] = None,
    limit: Limit = 20,
    sort: Sort = "relevance",
) -> Response:
    """As `saraban search --json`."""
    return JSONResponse(
        answers.search(archive, query, kind, date_from, date_to, issuer, limit, sort)
    )


@router.get("/show", response_model=None, responses=_answers_with(Shown))
def show(archive: TheArchive, document: Document) -> Response:
    """As `saraban show --json`."""
    return JSONResponse(answers.show(archive, document))


@router.get("/trace", response_model=None, responses=_answers_with(Trace))
def trace(archive: TheArchive, document: Document) -> Response:
    """As `saraban trace --json`."""
    return JSONResponse(answers.trace(archive, document))


@router.get("/due", response_model=None, responses=_answers_with(list[DueItem]))
def due(
    archive: TheArchive,
    as_of: Day = None,
    directive: Annotated[str | None, Query(max_length=200)] = None,
    unit: Annotated[str | None, Query(max_length=200)] = None,
) -> Response:
    """As `saraban due --json`, as one list."""
    return JSONResponse(answers.due(archive, as_of or None, directive or None, unit or None))


@router.get("/register", response_model=None, responses=_answers_with(list[Registered]))
def register(archive: TheArchive, limit: Limit = 1000, offset: Offset = 0) -> Response:
    """As `saraban register --json`, a part of it as one list."""
    return JSONResponse(answers.register(archive)[offset : offset + limit])


@router.get("/documents", response_model=None, responses=_answers_with(list[Summary]))
def documents(archive: TheArchive, limit: Limit = 100, offset: Offset = 0) -> Response:
    """The documents, in the order of their ids."""
    ids = sorted(archive.catalogue.ids())[offset : offset + limit]
    found = archive.catalogue.documents(ids)
    return JSONResponse([one.summary.model_dump(mode="json") for one in found])


@router.get("/documents/{document}", response_model=None, responses=_answers_with(Shown))
def document(archive: TheArchive, document: Id) -> Response:
    """One document, by its id."""
    return JSONResponse(answers.show(archive, archive.catalogue.document(document).id))


@router.get(
    "/documents/{document}/pages", response_model=None, responses=_answers_with(list[PageAnswer])
)
def pages(archive: TheArchive, document: Id) -> Response:
    """The pages of a document as they were read."""
    found = archive.catalogue.document(document)
    read = archive.catalogue.pages(found.sha256, *found.record.pages)
    return JSONResponse([page_answer(page).model_dump(mode="json") for page in read])
