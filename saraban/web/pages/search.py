"""The first page: one box, what was understood, facets, what is found; searches that are kept."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request, Response

from index.saved import forget_search, save_search, saved_searches
from index.search import Hit, SearchResult
from pipeline.errors import BadQuery
from saraban.exports.hits import write_hits
from saraban.messages import message
from saraban.web.asked import HITS, Asked, TheAsked
from saraban.web.failures import in_words
from saraban.web.render import page, redirect
from saraban.web.session import TheArchive, TheViewer, language_of
from saraban.words import day

router = APIRouter(include_in_schema=False)

_MOST_ROWS = 5000  # of an exported list
_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@router.get("/")
def search(request: Request, archive: TheArchive, viewer: TheViewer, asked: TheAsked) -> Response:
    """What a search finds, best first; without words all documents, the latest first."""
    problem = ""
    try:
        found = asked.find(archive, count=True)
    except BadQuery as error:  # what was typed stays in the box
        found = SearchResult(query=asked.q, total=0, took_ms=0, hits=())
        problem = in_words(request, error)
    return page(
        request,
        "search.html",
        {
            "asked": asked,
            "found": found,
            "limits": [] if problem else list(_limits(request, asked, found)),
            "pieces": {hit.id: list(_pieces(hit)) for hit in found.hits},
            "pages": -(-found.total // HITS),
            "saved": saved_searches(archive.catalogue, viewer.name),
            "problem": problem,
        },
        400 if problem else 200,
    )


@router.get("/search.{form}")
def export(archive: TheArchive, asked: TheAsked, form: Literal["xlsx", "csv"]) -> Response:
    """The list of what is found as a spreadsheet, `_MOST_ROWS` documents at most."""
    found = asked.find(archive, limit=_MOST_ROWS, passages=False)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"search.{form}"
        write_hits(path, found.hits)
        content = path.read_bytes()
    name = {"Content-Disposition": f'attachment; filename="search.{form}"'}
    return Response(content, media_type=_TYPES[form], headers=name)


@router.post("/searches")
def save(
    request: Request,
    archive: TheArchive,
    viewer: TheViewer,
    name: Annotated[str, Form(max_length=400)],
    address: Annotated[str, Form(max_length=4000)],
) -> Response:
    """Keep a search under a name."""
    save_search(archive.catalogue, viewer.name, name, address)
    said = message("search.saved_as", language_of(request), name=" ".join(name.split()))
    return redirect(request, f"/?{address}", said)


@router.post("/searches/{id_}/forget")
def forget(request: Request, archive: TheArchive, viewer: TheViewer, id_: int) -> Response:
    """Forget a search that was kept."""
    forget_search(archive.catalogue, viewer.name, id_)
    return redirect(request, "/", message("search.forgotten", language_of(request)))


def _pieces(hit: Hit) -> Iterator[tuple[str, bool]]:
    """The passage in pieces, each with whether it is what was looked for."""
    at = 0
    for start, end in hit.marks:
        yield hit.snippet[at:start], False
        yield hit.snippet[start:end], True
        at = end
    yield hit.snippet[at:], False


def _limits(request: Request, asked: Asked, found: SearchResult) -> Iterator[tuple[str, str, str]]:
    """(what narrows the search, its value in words, the address without it)."""
    language = language_of(request)
    issuers = {one.value: one.name for one in found.counts.get("issuer", ())}
    for name, value, without in asked.limits():
        said = value
        if name == "kind":
            said = message(f"kind.{value}", language)
        elif name == "office":
            said = issuers.get(value, value)
        elif name == "year":
            said = day(value, language)
        yield message(f"search.limit.{name}", language), said, without
