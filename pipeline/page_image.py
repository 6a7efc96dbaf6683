"""A page of an original as a picture for people to look at."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.images import read_image_page
from pipeline.media_type import OFFICE, PDF
from pipeline.models import Page, SourceFile
from pipeline.rasterise import render_pdf_page

LOOKING_DPI, SHARP_DPI = 110, 220  # as a page is shown, and enlarged
_AROUND = 0.008  # of the page, left around a piece cut out


def has_pictures(media_type: str) -> bool:
    """Whether files of this type show pages of their own; those of an Office file are made up."""
    return media_type not in OFFICE


def page_jpeg(source: SourceFile, page: Page, dpi: int = LOOKING_DPI) -> bytes:
    """The page as JPEG, turned upright as it was read, but not straightened or cleaned.

    Raises ValueError for an Office file, FileRefused if the page cannot be drawn.
    """
    return _jpeg(_upright(source, page, dpi))


def page_cut(
    source: SourceFile, page: Page, box: tuple[float, float, float, float], dpi: int = LOOKING_DPI
) -> bytes:
    """The piece of a page around a box (left, top, right, bottom in 0..1), as `page_jpeg` draws
    it. Raises as that does."""
    upright = _upright(source, page, dpi)
    height, width = upright.shape[:2]
    left, top, right, bottom = box
    rows = slice(_within(top - _AROUND, height), max(1, _within(bottom + _AROUND, height)))
    columns = slice(_within(left - _AROUND, width), max(1, _within(right + _AROUND, width)))
    cut = upright[rows, columns]
    return _jpeg(cut if cut.size else upright)


def _within(share: float, length: int) -> int:
    return round(min(1.0, max(0.0, share)) * length)


def _upright(source: SourceFile, page: Page, dpi: int) -> NDArray[np.uint8]:
    if not has_pictures(source.media_type):
        raise ValueError(f"no pictures in {source.media_type}")
    draw = render_pdf_page if source.media_type == PDF else read_image_page
    return np.rot90(draw(source.path, page.number, dpi=dpi), k=-(page.rotation // 90))


def _jpeg(pixels: NDArray[np.uint8]) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(buffer, "JPEG", quality=80)
    return buffer.getvalue()
