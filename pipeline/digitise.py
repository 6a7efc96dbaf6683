"""Any accepted file → its pages, one at a time: the one door into reading.

A page of a Word file or spreadsheet is taken from its text, a page of a PDF from its text layer
where that is sound and else from its picture, a picture as a scan.
"""

from __future__ import annotations

from pipeline.images import image_page_count, read_image_page
from pipeline.media_type import DOCX, OFFICE, PDF, XLSX
from pipeline.models import Page, SourceFile
from pipeline.old_office import as_new
from pipeline.rasterise import pdf_page_count, render_pdf_page
from pipeline.refusals import refused
from pipeline.scan import read_scan
from pipeline.spreadsheet_file import read_sheet_page, sheet_count
from pipeline.text_layer.read import text_layer_page
from pipeline.word.file import read_word_page, word_page_count

READING_DPI = 300


def page_count(source: SourceFile) -> int:
    """How many pages the file has. Raises FileRefused if it cannot be opened."""
    source = as_new(source)
    if source.media_type == PDF:
        return pdf_page_count(source.path)
    if source.media_type == DOCX:
        return word_page_count(source.path)
    if source.media_type == XLSX:
        return sheet_count(source.path)
    return image_page_count(source.path)


def read_page(source: SourceFile, number: int, rotation: int | None = None) -> Page:
    """Read page `number` (from 1). Safe to call from several threads at once.

    `rotation`: a person says how many degrees clockwise its picture must be turned to stand
    upright; it is then read from the picture. Raises FileRefused if the page cannot be drawn or
    has no picture to turn, ToolMissing if Tesseract is not installed.
    """
    source = as_new(source)
    if rotation is not None:
        if source.media_type in OFFICE:
            raise refused("no_page_picture")
        draw = render_pdf_page if source.media_type == PDF else read_image_page
        return read_scan(draw(source.path, number, dpi=READING_DPI), number, rotation)
    if source.media_type == DOCX:
        return read_word_page(source.path, number)
    if source.media_type == XLSX:
        return read_sheet_page(source.path, number)
    if source.media_type == PDF:
        page = text_layer_page(source.path, number)
        if page is not None:
            return page
        return read_scan(render_pdf_page(source.path, number, dpi=READING_DPI), number)
    return read_scan(read_image_page(source.path, number, dpi=READING_DPI), number)
