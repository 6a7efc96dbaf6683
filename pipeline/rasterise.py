"""PDF pages as pictures. The only file that draws PDF pages.

A page that is one plain scanned picture is that picture, unpacked by pdfium: a tenth of the work,
and every pixel is the scanner's (drawn, even in its own size, rows are lost and doubled). One that
is masked, clipped or otherwise more than its pixels is drawn by pdfium in its own size. A scan at
another resolution than the wished one is then resized, where it is enlarged by cubic splines: as
pdfium and Poppler enlarge, faint stamps and months are lost. Other pages are drawn by Poppler,
through pdf2image, in a process of its own; where it fails pdfium tries.
"""

from __future__ import annotations

import threading
from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray
from pdf2image import convert_from_path
from pdf2image.exceptions import (
    PDFInfoNotInstalledError,
    PDFPageCountError,
    PDFPopplerTimeoutError,
    PDFSyntaxError,
)
from PIL import Image

from pipeline.errors import ToolMissing
from pipeline.refusals import refused
from pipeline.resolution import MAX_DRAWN_PIXELS, drawing_dpi

# pdfium may be entered by one thread only at a time, in the whole process.
PDFIUM = threading.RLock()

_SECONDS = 120
_NEAR = 0.05  # of the wished resolution, by which a scan drawn in its own pixels may miss it
_WHOLE = 0.01  # of a page's sides, by which its picture may miss them
_MORE = ("/SMask", "/Mask", "/Decode")  # keys of a picture that is more than its pixels


def pdf_page_count(path: Path) -> int:
    """Number of pages. Raises FileRefused (damaged_pdf, encrypted_pdf)."""
    with PDFIUM, open_pdfium(path) as pdf:
        return len(pdf)


def render_pdf_page(path: Path, number: int, dpi: int = 300) -> NDArray[np.uint8]:
    """Page `number` (from 1) as RGB, shape (height, width, 3), upright as the PDF says.

    `dpi` holds for pages of the usual paper sizes; a page whose stated size is far off is drawn
    as if it were paper (`pipeline.resolution`), so the picture is never huge.

    Raises FileRefused (damaged_pdf, page_too_slow) and ToolMissing where poppler is not installed.
    """
    with PDFIUM, open_pdfium(path) as pdf:
        if not 1 <= number <= len(pdf):
            raise IndexError(f"page {number} of {len(pdf)}")
        width, height = pdf.get_page_size(number - 1)
        drawn_at = drawing_dpi(width / 72, height / 72, dpi)
        scanned = _one_picture(path, pdf[number - 1], number, drawn_at)
    if scanned is not None:
        return scanned
    try:
        pages = convert_from_path(
            path.absolute(),  # a relative name may start with a dash
            dpi=drawn_at,
            first_page=number,
            last_page=number,
            use_cropbox=True,
            timeout=_SECONDS,
        )
    except PDFInfoNotInstalledError as error:
        raise ToolMissing("poppler is missing: install the package poppler-utils") from error
    except PDFPopplerTimeoutError as error:
        raise refused("page_too_slow", page=number, seconds=_SECONDS) from error
    except (PDFPageCountError, PDFSyntaxError, OSError):
        pages = []  # poppler is stricter than pdfium about a few damages
    if pages:
        return np.asarray(pages[0].convert("RGB"))
    return _render_with_pdfium(path, number, drawn_at)


def can_draw_all_pages(path: Path) -> bool:
    """Whether every page can be opened and drawn, small."""
    with PDFIUM:
        try:
            with open_pdfium(path) as pdf:
                for index in range(len(pdf)):
                    page = pdf[index]
                    page.render(scale=0.1).close()
                    page.close()
        except pypdfium2.PdfiumError:
            return False
    return True


def open_pdfium(path: Path) -> pypdfium2.PdfDocument:
    """The PDF opened by pdfium; the caller holds `PDFIUM`. Raises FileRefused."""
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise refused("encrypted_pdf") from error
        raise refused("damaged_pdf", detail="it cannot be opened") from error


def _one_picture(
    path: Path, page: pypdfium2.PdfPage, number: int, dpi: float
) -> NDArray[np.uint8] | None:
    """A page that holds nothing but an upright picture over all of it, at `dpi`; in the picture's
    own pixels where that is nearly its resolution. None for any other page, and for one that pdfium
    cannot draw."""
    try:
        objects = list(page.get_objects(max_depth=1))
        if len(objects) != 1 or not isinstance(objects[0], pypdfium2.PdfImage):
            return None
        across, down = page.get_size()
        sides = (0.0, 0.0, across, down)
        if page.get_rotation() or any(
            abs(edge - side) > _WHOLE * across
            for edge, side in zip(objects[0].get_bounds(), sides, strict=True)
        ):
            return None
        width, height = objects[0].get_px_size()
        if width * height > MAX_DRAWN_PIXELS:
            return None
        scale = dpi / (72 * width / across)
        unpacked = _unpacked(objects[0]) if not _is_masked(path, number) else None
        if unpacked is not None:
            return _at(unpacked, scale)
        # Drawn sizes are rounded up, hence a hundredth of a pixel less.
        own = min((width - 0.01) / across, (height - 0.01) / down)
        drawn = page.render(scale=own, rev_byteorder=True).to_numpy()
    except pypdfium2.PdfiumError:
        return None
    if drawn.shape[:2] != (height, width) or drawn.ndim != 3:  # pixels that are not square
        return None
    return _at(np.array(drawn[:, :, :3], dtype=np.uint8), scale)


def _unpacked(picture: pypdfium2.PdfImage) -> NDArray[np.uint8] | None:
    """The picture's pixels, RGB, where they are shown as they are; else None."""
    if not _is_plain(picture):
        return None
    held = picture.get_bitmap()
    way = {"BGR": cv2.COLOR_BGR2RGB, "L": cv2.COLOR_GRAY2RGB}.get(held.mode)
    if way is None or (held.width, held.height) != picture.get_px_size():
        return None
    return np.asarray(cv2.cvtColor(held.to_numpy(), way), np.uint8)


def _is_plain(picture: pypdfium2.PdfImage) -> bool:
    """Whether its pixels are shown as they are: neither turned nor clipped nor seen through."""
    right, skewed, leaning, up, _, _ = picture.get_matrix().get()
    clips = pdfium_c.FPDFClipPath_CountPaths(pdfium_c.FPDFPageObj_GetClipPath(picture))
    return (
        right > 0
        and up > 0
        and abs(skewed) + abs(leaning) < _WHOLE
        and clips <= 0
        and not pdfium_c.FPDFPageObj_HasTransparency(picture)
        and picture.get_metadata().bits_per_pixel in (8, 24)
    )


def _is_masked(path: Path, number: int) -> bool:
    """Whether a picture of the page is shown through a mask or in other than its own tones."""
    with pikepdf.open(path) as pdf:
        pictures = pdf.pages[number - 1].get_images().values()
        return any(key in picture for picture in pictures for key in _MORE)


def _at(picture: NDArray[np.uint8], scale: float) -> NDArray[np.uint8]:
    if abs(scale - 1) <= _NEAR:
        return picture
    size = tuple(max(1, round(scale * side)) for side in picture.shape[1::-1])
    way = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
    return np.asarray(cv2.resize(picture, size, interpolation=way), dtype=np.uint8)


def _render_with_pdfium(path: Path, number: int, dpi: int) -> NDArray[np.uint8]:
    with PDFIUM, open_pdfium(path) as pdf:
        try:
            page = pdf[number - 1]
            image: Image.Image = page.render(scale=dpi / 72).to_pil().convert("RGB")
            page.close()
        except pypdfium2.PdfiumError as error:
            raise refused("damaged_pdf", detail=f"page {number} cannot be drawn") from error
    return np.asarray(image)
