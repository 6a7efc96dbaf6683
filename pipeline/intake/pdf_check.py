"""Whether a PDF can be read at all, before a page of it is drawn."""

from __future__ import annotations

import contextlib
import logging
import os
import zlib
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from pipeline.images import MAX_PIXELS
from pipeline.rasterise import can_draw_all_pages
from pipeline.refusals import refused

MAX_PAGES = 2_000
MAX_CONTENT_BYTES = 200 << 20  # the drawing operators of one page; an honest page has under 5 MB
_FORM_DEPTH = 4
_END_WITHIN = 4096
_STREAM_DAMAGE = "endstream"  # qpdf: a page's drawing or picture is not as long as it says

_REPAIRED = (
    "The PDF was damaged; all its pages could be found and drawn, but compare them with the paper. "
    "The original is kept as it came."
)
_ATTACHMENTS = "The PDF carries attached files; they are kept with it but not read."
_PORTFOLIO = "The PDF is a portfolio: what it holds are attached files, which are not read."
_DYNAMIC_FORM = "The PDF is an Adobe XFA form; only the pages stored in it are read."
_SIGNED = "The PDF bears a digital signature; its validity was not checked."

# qpdf reports what it mends also through logging; we ask for the warnings themselves.
logging.getLogger("pikepdf").setLevel(logging.ERROR)


def check_pdf(path: Path) -> tuple[str, ...]:
    """Notes for a person about a PDF that can be read.

    Raises FileRefused: encrypted_pdf (a password is needed to read; one that only restricts
    printing or copying is no hindrance), damaged_pdf, no_pages, too_many_pages, image_too_large.
    """
    try:
        # opened here: pikepdf cannot open a name that is not UTF-8
        with path.open("rb") as file, pikepdf.open(file, suppress_warnings=True) as pdf:
            warnings = [str(warning) for warning in pdf.get_warnings()]
            if warnings and not _has_end(path):
                raise refused("damaged_pdf", detail="its end is missing")
            _check_pages(pdf, mended=bool(warnings))
            notes = _notes(pdf)
            warnings += [str(warning) for warning in pdf.get_warnings()]
    except pikepdf.PasswordError as error:
        raise refused("encrypted_pdf") from error
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError) as error:
        # pikepdf raises the plain errors where an object is not of the kind it must be
        raise refused("damaged_pdf", detail=_first_line(error)) from error
    if any(_STREAM_DAMAGE in warning for warning in warnings):
        raise refused("damaged_pdf", detail="bytes of a page are missing")
    if warnings:
        if not can_draw_all_pages(path):
            raise refused("damaged_pdf", detail="a page cannot be drawn")
        notes = (_REPAIRED, *notes)
    return notes


def _has_end(path: Path) -> bool:
    """A PDF ends in %%EOF; one that was cut off does not (ISO 32000-1, 7.5.5)."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _END_WITHIN))
        return b"%%EOF" in file.read()


def _check_pages(pdf: pikepdf.Pdf, mended: bool) -> None:
    count = len(pdf.pages)
    if count == 0:
        raise refused("no_pages")
    if count > MAX_PAGES:
        raise refused("too_many_pages", pages=count, limit=MAX_PAGES)
    promised = pdf.Root.Pages.get("/Count")
    if mended and promised is not None and int(promised) != count:
        raise refused("damaged_pdf", detail=f"{count} of {int(promised)} pages are left")
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        _check_contents(page.obj)
        for width, height in _image_sizes(page.obj.get("/Resources"), _FORM_DEPTH, seen):
            if width * height > MAX_PIXELS:
                raise refused("image_too_large", width=width, height=height)


def _check_contents(page: pikepdf.Object) -> None:
    contents = page.get("/Contents")
    if contents is None:
        return  # a blank page
    parts = list(contents.as_list()) if isinstance(contents, pikepdf.Array) else [contents]
    total = 0
    for part in parts:
        if not isinstance(part, pikepdf.Stream):
            raise refused("damaged_pdf", detail="the content of a page is missing")
        total += _unpacked_size(part, MAX_CONTENT_BYTES - total)
        if total >= MAX_CONTENT_BYTES:
            raise refused("zip_bomb", detail="a page's drawing")


def _unpacked_size(stream: pikepdf.Stream, limit: int) -> int:
    """Bytes that a stream unpacks to, counted up to `limit` without keeping them."""
    filters = stream.get("/Filter")
    names = list(filters.as_list()) if isinstance(filters, pikepdf.Array) else [filters]
    if [str(name) for name in names] != ["/FlateDecode"]:
        return int(stream.get("/Length", 0))
    unpack = zlib.decompressobj()
    size, rest = 0, stream.read_raw_bytes()
    with contextlib.suppress(zlib.error):  # damage is judged by whether the page can be drawn
        while rest and size < limit and not unpack.eof:
            size += len(unpack.decompress(rest, 1 << 20))
            rest = unpack.unconsumed_tail
    return size


def _image_sizes(
    resources: pikepdf.Object | None, depth: int, seen: set[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Width and height in pixels, as declared, of each picture not seen before."""
    if depth == 0 or not isinstance(resources, pikepdf.Dictionary):
        return
    pictures = resources.get("/XObject")
    if not isinstance(pictures, pikepdf.Dictionary):
        return
    for name in pictures.keys():  # noqa: SIM118 - a pikepdf dictionary is no iterator of keys
        picture = pictures[name]
        if not isinstance(picture, pikepdf.Stream):
            raise refused("damaged_pdf", detail="a picture on a page is missing")
        if picture.objgen != (0, 0) and picture.objgen in seen:
            continue
        seen.add(picture.objgen)
        if picture.get("/Subtype") == "/Image":
            yield int(picture.get("/Width", 0)), int(picture.get("/Height", 0))
        elif picture.get("/Subtype") == "/Form":
            yield from _image_sizes(picture.get("/Resources"), depth - 1, seen)


def _notes(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    notes = []
    if "/Collection" in pdf.Root:
        notes.append(_PORTFOLIO)
    elif len(pdf.attachments):
        notes.append(_ATTACHMENTS)
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary):
        if "/XFA" in form:
            notes.append(_DYNAMIC_FORM)
        if int(form.get("/SigFlags", 0)) & 1:
            notes.append(_SIGNED)
    return tuple(notes)


def _first_line(error: Exception) -> str:
    """What the library says, without the path that it puts before it."""
    return str(error).splitlines()[0].rpartition(": ")[2][:200] if str(error) else "unknown"
