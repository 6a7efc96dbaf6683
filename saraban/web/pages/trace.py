"""The chain a document stands in."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from saraban import answers
from saraban.web.render import page
from saraban.web.session import TheArchive, language_of

router = APIRouter(include_in_schema=False)


@router.get("/documents/{id_}/trace")
def trace(request: Request, archive: TheArchive, id_: str) -> Response:
    """What the document answers, and what answers it."""
    traced = answers.trace(archive, id_, language_of(request))
    return page(request, "trace.html", {"trace": traced})
