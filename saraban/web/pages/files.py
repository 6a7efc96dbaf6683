"""Originals to save, and their pages as pictures."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Response
from fastapi.responses import FileResponse

from flows.archive import Archive
from pipeline.errors import NotFound
from pipeline.models import SourceFile
from pipeline.page_image import has_pictures, page_jpeg
from saraban.web.session import TheArchive

router = APIRouter(include_in_schema=False)

_FOR_A_DAY = {"Cache-Control": "private, max-age=86400"}


@router.get("/files/{sha256}")
def original(archive: TheArchive, sha256: str) -> Response:
    """The original, byte for byte, to save; never opened inside these pages. A file in which one
    document may not be seen is not given."""
    source = _source(archive, sha256)
    if not archive.catalogue.opens(sha256):
        raise NotFound(f"No file with SHA-256 {sha256} is in the archive.")
    return FileResponse(source.path, media_type=source.media_type, filename=source.name)


@router.get("/files/{sha256}/pages/{number}.jpg")
def page_picture(
    archive: TheArchive, sha256: str, number: Annotated[int, Path(ge=1, le=1_000_000)]
) -> Response:
    """A page of the original as a picture, upright as it was read."""
    source = _source(archive, sha256)
    pages = archive.catalogue.pages(sha256, number, number)
    if not pages or not has_pictures(source.media_type):
        raise NotFound(f"There is no picture of page {number}.")
    return Response(page_jpeg(source, pages[0]), media_type="image/jpeg", headers=_FOR_A_DAY)


def _source(archive: Archive, sha256: str) -> SourceFile:
    """The original of a file in the catalogue. Raises NotFound."""
    filed = archive.catalogue.source(sha256)
    path = archive.store.path(filed.sha256)
    if not path.is_file():
        raise NotFound("The original is missing from the archive; run: saraban verify")
    return SourceFile(path, filed.name, filed.sha256, filed.media_type, filed.size)
