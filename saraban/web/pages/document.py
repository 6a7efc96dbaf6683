"""A document: its facts, its pages as pictures with the text over them, what it cites and what
cites it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from fastapi import APIRouter, Request, Response

from index.copies import copies_of
from index.official import cite
from pipeline.errors import NotFound
from pipeline.page_image import has_pictures
from pipeline.searchable.pdf import make_searchable
from saraban import answers, fields
from saraban.web.overlay import overlay
from saraban.web.render import page
from saraban.web.session import TheArchive, language_of

router = APIRouter(include_in_schema=False)


@router.get("/documents/{id_}")
def document(request: Request, archive: TheArchive, id_: str) -> Response:
    """All fields of a document, its pages as pictures and as read, its citations both ways."""
    language = language_of(request)
    summary = answers.show(archive, id_)
    filed = archive.catalogue.document(summary["id"])
    sha256 = summary["source"]["sha256"]
    traced = answers.trace(archive, summary["id"], language)
    pages = archive.catalogue.pages(sha256, *summary["pages"])
    return page(
        request,
        "document.html",
        {
            "summary": summary,
            "heading": fields.heading(summary["document"], language),
            "rows": list(fields.rows(summary["document"], language)),
            "pages": pages,
            "overlays": {one.number: overlay(one) for one in pages},
            "pictured": has_pictures(summary["source"]["media_type"]),
            "whole": archive.catalogue.opens(sha256),
            "cited": cite(summary),
            "copies": copies_of(archive.catalogue, [filed]).get(filed.id, ()),
            "up": traced["up"],
            "down": traced["down"],
        },
    )


@router.get("/documents/{id_}/searchable.pdf")
def searchable(archive: TheArchive, id_: str) -> Response:
    """The pages of a document as a PDF with the text that was read under them."""
    filed = archive.catalogue.document(id_)
    source = archive.original(filed.sha256)
    if not has_pictures(source.media_type):
        raise NotFound(f"There are no pictures of document {id_}.")
    with tempfile.TemporaryDirectory() as folder:
        pages = archive.catalogue.pages(filed.sha256, *filed.record.pages)
        made = make_searchable(source, pages, Path(folder) / "searchable.pdf")
        content = made.path.read_bytes()
    name = {"Content-Disposition": f'attachment; filename="{filed.id}.pdf"'}
    return Response(content, media_type="application/pdf", headers=name)
