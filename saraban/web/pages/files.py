"""Originals to save, and their pages as pictures."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import FileResponse

from extractors.record import BoxTuple
from pipeline.errors import NotFound
from pipeline.page_image import LOOKING_DPI, SHARP_DPI, has_pictures, page_cut, page_jpeg
from saraban.web.session import TheArchive

router = APIRouter(include_in_schema=False)

_BOX = r"^[01](\.\d{1,20})?(,[01](\.\d{1,20})?){3}$"
_FOR_A_DAY = {"Cache-Control": "private, max-age=86400"}
_NEVER_KEPT = {"Cache-Control": "no-store"}  # else the browser has it for who logs in next


@router.get("/files/{sha256}")
def original(archive: TheArchive, sha256: str) -> Response:
    """The original, byte for byte, to save; never opened inside these pages. A file in which one
    document may not be seen is not given."""
    source = archive.original(sha256)
    if not archive.catalogue.opens(sha256):
        raise NotFound(f"No file with SHA-256 {sha256} is in the archive.")
    return FileResponse(source.path, media_type=source.media_type, filename=source.name)


@router.get("/files/{sha256}/pages/{number}.jpg")
def page_picture(
    archive: TheArchive,
    sha256: str,
    number: Annotated[int, Path(ge=1, le=1_000_000)],
    box: Annotated[str | None, Query(pattern=_BOX)] = None,
    sharp: bool = False,
) -> Response:
    """A page of the original as a picture, upright as it was read; of it only the `box` around a
    value (left, top, right, bottom in 0..1), if one is named; `sharp` to be enlarged."""
    source = archive.original(sha256, checked=False)
    pages = archive.catalogue.pages(sha256, number, number, excluded=True)
    if not pages or not has_pictures(source.media_type):
        raise NotFound(f"There is no picture of page {number}.")
    dpi = SHARP_DPI if sharp else LOOKING_DPI
    if box is None:
        picture = page_jpeg(source, pages[0], dpi)
    else:
        picture = page_cut(source, pages[0], _sides(box), dpi)
    for_all = archive.seen_by(cleared=False).catalogue.pages(sha256, number, number)
    kept = _FOR_A_DAY if for_all else _NEVER_KEPT
    return Response(picture, media_type="image/jpeg", headers=kept)


def _sides(box: str) -> BoxTuple:
    left, top, right, bottom = (min(1.0, float(side)) for side in box.split(","))
    return left, top, right, bottom
