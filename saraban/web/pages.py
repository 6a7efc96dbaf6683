"""The web pages: register with search, document, trace, what is due. Everything is escaped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi import Path as InPath
from fastapi.responses import FileResponse
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline.errors import Ambiguous, NotFound, SarabanError
from pipeline.models import SourceFile
from pipeline.page_image import has_pictures, page_jpeg
from saraban import answers, fields, words
from saraban.web.api import TheArchive

router = APIRouter(include_in_schema=False)

_HITS = 100
_FOR_A_DAY = {"Cache-Control": "private, max-age=86400"}


def _templates() -> Jinja2Templates:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    environment.filters["thai_date"] = words.thai_date
    environment.filters["thai_period"] = words.thai_period
    environment.globals.update(
        kinds=words.KINDS,
        certainties=words.CERTAINTIES,
        statuses=words.DUE,
        up_words=words.RELATIONS_UP,
        down_words=words.RELATIONS_DOWN,
    )
    return Jinja2Templates(env=environment)


templates = _templates()


@dataclass(frozen=True)
class Asked:
    """What the search form was filled with."""

    q: str
    kind: str
    date_from: str
    date_to: str
    issuer: str


@router.get("/")
def register(
    request: Request,
    archive: TheArchive,
    q: str = "",
    kind: str = "",
    date_from: Annotated[str, Query(alias="from")] = "",
    date_to: Annotated[str, Query(alias="to")] = "",
    issuer: str = "",
) -> Response:
    """The register, the latest first; what a search finds, best first."""
    limits = (kind or None, date_from or None, date_to or None, issuer or None)
    found = answers.search(archive, q, *limits, limit=_HITS)
    asked = Asked(q, kind, date_from, date_to, issuer)
    return templates.TemplateResponse(request, "register.html", {"found": found, "asked": asked})


@router.get("/documents/{id_}")
def document(request: Request, archive: TheArchive, id_: str) -> Response:
    """All fields of a document, its pages as pictures and as read."""
    summary = answers.show(archive, id_)
    sha256 = summary["source"]["sha256"]
    return templates.TemplateResponse(
        request,
        "document.html",
        {
            "summary": summary,
            "heading": fields.heading(summary["document"]),
            "rows": list(fields.rows(summary["document"])),
            "pages": archive.catalogue.pages(sha256, *summary["pages"]),
            "pictured": has_pictures(summary["source"]["media_type"]),
        },
    )


@router.get("/documents/{id_}/trace")
def trace(request: Request, archive: TheArchive, id_: str) -> Response:
    """What the document answers, and what answers it."""
    traced = answers.trace(archive, id_, "th")
    return templates.TemplateResponse(request, "trace.html", {"trace": traced})


@router.get("/due")
def due(request: Request, archive: TheArchive, as_of: str = "", unit: str = "") -> Response:
    """Who has reported, who is late, who is missing."""
    as_of = as_of or date.today().isoformat()
    lines = answers.due(archive, as_of, None, unit or None)
    return templates.TemplateResponse(
        request, "due.html", {"lines": lines, "as_of": as_of, "unit": unit}
    )


@router.get("/files/{sha256}")
def original(archive: TheArchive, sha256: str) -> Response:
    """The original, byte for byte, to save; never opened inside these pages."""
    source = _source(archive, sha256)
    return FileResponse(source.path, media_type=source.media_type, filename=source.name)


@router.get("/files/{sha256}/pages/{number}.jpg")
def page_picture(
    archive: TheArchive, sha256: str, number: Annotated[int, InPath(le=1_000_000)]
) -> Response:
    """A page of the original as a picture, upright as it was read."""
    source = _source(archive, sha256)
    pages = archive.catalogue.pages(sha256, number, number)
    if not pages or not has_pictures(source.media_type):
        raise NotFound(f"There is no picture of page {number}.")
    return Response(page_jpeg(source, pages[0]), media_type="image/jpeg", headers=_FOR_A_DAY)


def _source(archive: TheArchive, sha256: str) -> SourceFile:
    """The original of a file in the catalogue. Raises NotFound."""
    filed = archive.catalogue.source(sha256)
    path = archive.store.path(filed.sha256)
    if not path.is_file():
        raise NotFound("The original is missing from the archive; run: saraban verify")
    return SourceFile(path, filed.name, filed.sha256, filed.media_type, filed.size)


def error_page(request: Request, error: SarabanError, status: int) -> Response:
    """An error in words, with the documents to choose from where several were meant."""
    candidates = error.candidates if isinstance(error, Ambiguous) else ()
    return templates.TemplateResponse(
        request,
        "error.html",
        {"status": status, "message": error.message, "candidates": candidates},
        status_code=status,
    )
