"""The original's pages with the read text under them: a PDF that can be searched and copied from.

Pages of a PDF are kept as they are drawn; pictures are put on pages unchanged. The text is that of
`Page.lines`, in reading order, a line at a time: letter-wise placing is what makes other tools'
Thai unsearchable. The copy is PDF/A-2b where its pages allow it, and says so only then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pikepdf
from pikepdf import Name

from pipeline.images import stored_picture
from pipeline.media_type import OFFICE, PDF
from pipeline.models import Page, SourceFile
from pipeline.refusals import refused
from pipeline.searchable import old_text, pdfa
from pipeline.searchable.glyphless_font import GlyphlessFont
from pipeline.searchable.pdfa_obstacles import obstacles
from pipeline.searchable.picture_page import add_picture_page
from pipeline.searchable.underlay import Sheet, underlay

_FONT = "SarabanBlank"
_REPAIRED = "Page {page}: its text has words put right that were misread: {words}."
_OWN_LETTERS = "Page {page} is drawn with letters that do not say what they show; they are kept."


@dataclass(frozen=True, slots=True)
class SearchablePdf:
    """What was made. `notes` say why it is not marked as PDF/A-2b, if it is not, and what of its
    text is not as it was recognised."""

    path: Path
    pages: int
    is_pdfa: bool
    notes: tuple[str, ...]


def make_searchable(source: SourceFile, pages: Sequence[Page], out: Path) -> SearchablePdf:
    """Write the given pages of `source`, in their order, to the new file `out`.

    A page that was read from its own sound text layer stays as it is. The same input gives the
    same bytes. Raises FileRefused: no_page_picture (a Word file), output_exists,
    output_unwritable, damaged_pdf, damaged_image; OSError where the disk is full.
    """
    refuse_unfit(source, out)
    try:
        with source.path.open("rb") as file, _opened(source, file, pages) as pdf:
            made = _lay_under(pdf, source, pages, out)
            _save(pdf, out)
            return made
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError) as error:
        if source.media_type != PDF:
            raise
        # pikepdf raises the plain errors where an object is not of the kind it must be
        raise refused("damaged_pdf", detail=str(error)[:200]) from error


def refuse_unfit(source: SourceFile, out: Path) -> None:
    """Raise what `make_searchable` would, as far as it can be told before pages are read."""
    if source.media_type in OFFICE:
        raise refused("no_page_picture")
    if out.exists():
        raise refused("output_exists", path=out)


def _opened(source: SourceFile, file: BinaryIO, pages: Sequence[Page]) -> pikepdf.Pdf:
    """A PDF of the wanted pages of the original."""
    if source.media_type != PDF:
        pdf = pikepdf.new()
        for page in pages:
            add_picture_page(pdf, stored_picture(source.path, page.number))
        return pdf
    pdf = pikepdf.open(file, suppress_warnings=True)
    pdfa.strip(pdf)
    wanted = {page.number for page in pages}
    for number in range(len(pdf.pages), 0, -1):
        if number not in wanted:
            del pdf.pages[number - 1]
    return pdf


def _lay_under(
    pdf: pikepdf.Pdf, source: SourceFile, pages: Sequence[Page], out: Path
) -> SearchablePdf:
    notes = []
    scans = [
        (sheet, page)
        for sheet, page in zip(pdf.pages, pages, strict=True)
        if page.origin != "text_layer"
    ]
    for sheet, page in scans:
        if page.repairs:
            words = dict.fromkeys(f"{each.became} (read {each.read})" for each in page.repairs)
            notes.append(_REPAIRED.format(page=page.number, words=", ".join(words)))
        if old_text.remove_unseen(pdf, sheet):
            old_text.silence(sheet)
            notes.append(_OWN_LETTERS.format(page=page.number))
    doubts = obstacles(pdf)
    font = GlyphlessFont()
    texts = []
    for sheet, page in scans:
        sheet.rotate(page.rotation, relative=True)
        text = underlay(page, _visible(sheet), font, _FONT)
        if text:
            texts.append((sheet, text))
    made = font.add_to(pdf)
    for sheet, text in texts:
        sheet.add_resource(made, Name.Font, Name("/" + _FONT))
        # before everything else, so that no drawing of the page can displace it
        sheet.contents_add(text, prepend=True)
    pdfa.finish(pdf, source.name, f"urn:sha256:{source.sha256}", claim=not doubts)
    return SearchablePdf(out, len(pages), not doubts, (*notes, *doubts))


def _visible(sheet: pikepdf.Page) -> Sheet:
    """The part of the page that is shown: its crop box, as far as there is paper."""
    crop, paper = (_sorted(box) for box in (sheet.cropbox, sheet.mediabox))
    left, bottom = max(crop[0], paper[0]), max(crop[1], paper[1])
    right, top = min(crop[2], paper[2]), min(crop[3], paper[3])
    return Sheet(left, bottom, right - left, top - bottom, int(sheet.rotation) % 360)


def _sorted(box: pikepdf.Object) -> tuple[float, float, float, float]:
    """Left, bottom, right, top: a rectangle may be given by any two opposite corners."""
    x0, y0, x1, y1 = (float(each) for each in box.as_list())
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _save(pdf: pikepdf.Pdf, out: Path) -> None:
    try:
        file = out.open("xb")
    except FileExistsError as error:
        raise refused("output_exists", path=out) from error
    except OSError as error:
        raise refused("output_unwritable", path=out, detail=error.strerror) from error
    try:
        with file:
            pdf.save(
                file,
                min_version="1.7",
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
                stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
                encryption=False,
            )
    except BaseException:
        out.unlink()
        raise
