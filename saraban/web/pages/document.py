"""A document: all its fields, its pages as pictures and as read."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from pipeline.page_image import has_pictures
from saraban import answers, fields
from saraban.web.render import page
from saraban.web.session import TheArchive

router = APIRouter(include_in_schema=False)


@router.get("/documents/{id_}")
def document(request: Request, archive: TheArchive, id_: str) -> Response:
    """All fields of a document, its pages as pictures and as read."""
    summary = answers.show(archive, id_)
    sha256 = summary["source"]["sha256"]
    return page(
        request,
        "document.html",
        {
            "summary": summary,
            "heading": fields.heading(summary["document"]),
            "rows": list(fields.rows(summary["document"])),
            "pages": archive.catalogue.pages(sha256, *summary["pages"]),
            "pictured": has_pictures(summary["source"]["media_type"]),
            "whole": archive.catalogue.opens(sha256),
        },
    )
