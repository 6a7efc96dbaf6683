"""A page of an original as a picture for people to look at."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from pipeline.images import read_image_page
from pipeline.media_type import OFFICE, PDF
from pipeline.models import Page, SourceFile
from pipeline.rasterise import render_pdf_page

LOOKING_DPI = 110


def has_pictures(media_type: str) -> bool:
    """Whether files of this type show pages of their own; those of an Office file are made up."""
    return media_type not in OFFICE


def page_jpeg(source: SourceFile, page: Page, dpi: int = LOOKING_DPI) -> bytes:
    """The page as JPEG, turned upright as it was read, but not straightened or cleaned.

    Raises ValueError for an Office file, FileRefused if the page cannot be drawn.
    """
    if not has_pictures(source.media_type):
        raise ValueError(f"no pictures in {source.media_type}")
    draw = render_pdf_page if source.media_type == PDF else read_image_page
    upright = np.rot90(draw(source.path, page.number, dpi=dpi), k=-(page.rotation // 90))
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(upright)).save(buffer, "JPEG", quality=80)
    return buffer.getvalue()
