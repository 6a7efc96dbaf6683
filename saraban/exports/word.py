"""Word files as Thai offices set them: A4, TH Sarabun New of 16 points, 3 cm left and 2 cm right.

Source: the regulation on correspondence B.E. 2526, annex on forms, and the Prime Minister's Office
handbook on typing official letters.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from pipeline.thai_digits import thai

_FONT = "TH Sarabun New"
_SIZE = 16
_MIDDLE = Cm(8)  # from the left margin: where the date and the closing of a letter begin


def new_page() -> WordDocument:
    """An empty A4 document with the margins of an official letter."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    return document


def line(
    document: WordDocument,
    text: str = "",
    *,
    bold: bool = False,
    centred: bool = False,
    from_middle: bool = False,
    indent: float = 0.0,
    hanging: float = 0.0,
) -> Paragraph:
    """Add a paragraph, its digits Thai; indents in centimetres."""
    paragraph = document.add_paragraph()
    shape = paragraph.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if from_middle:
        shape.left_indent = _MIDDLE
    if indent:
        shape.first_line_indent = Cm(indent)
    if hanging:
        shape.left_indent, shape.first_line_indent = Cm(hanging), -Cm(hanging)
        shape.tab_stops.add_tab_stop(Cm(hanging))
    _run(paragraph, thai(text), bold)
    return paragraph


def new_sheet(document: WordDocument) -> None:
    """Go on on a new page."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def ruled(document: WordDocument, rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
    """Add a ruled table with a heading row that repeats on each page; widths in centimetres."""
    table = document.add_table(rows=len(rows), cols=len(widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for number, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Cm(width)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            if number == 0:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            _run(paragraph, thai(text), bold=number == 0)
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)


def _run(paragraph: Paragraph, text: str, bold: bool) -> None:
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.font.bold = _FONT, Pt(_SIZE), bold
    properties = run._element.get_or_add_rPr()
    for attribute in ("w:cs", "w:eastAsia"):
        properties.get_or_add_rFonts().set(qn(attribute), _FONT)
    for tag, value in (("w:szCs", str(2 * _SIZE)), *((("w:bCs", "1"),) if bold else ())):
        complex_script = OxmlElement(tag)  # Thai takes its size and weight from these
        complex_script.set(qn("w:val"), value)
        properties.append(complex_script)
