"""Filled reports as Word files, as a clerk types them; the same bytes each time."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from corpus.reports import FilledForm

_TYPED_ON = dt.datetime(2021, 4, 20, 9, 0)
_WIDTHS = (Cm(1.0), Cm(3.8), Cm(4.6), Cm(3.3), Cm(3.3))


def write(form: FilledForm, font: str, target: Path) -> None:
    """One page: centred headings, the table, the form's note."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2)
    document.core_properties.created = document.core_properties.modified = _TYPED_ON
    document.core_properties.author = document.core_properties.last_modified_by = ""
    for heading in (*form.title, form.unit):
        _text(_centred(document.add_paragraph()), heading, font, bold=True)
    _text(_centred(document.add_paragraph()), form.as_of, font)
    table = document.add_table(rows=len(form.rows), cols=len(form.rows[0]), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for row, texts in zip(table.rows, form.rows, strict=True):
        for position, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell.width = _WIDTHS[position]
            paragraph = cell.paragraphs[0]
            head = texts is form.rows[0]
            _text(_centred(paragraph) if head or not position else paragraph, text, font, bold=head)
    document.add_paragraph()
    _text(document.add_paragraph(), form.note, font)
    _save(document, target)


def _centred(paragraph: Paragraph) -> Paragraph:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _text(paragraph: Paragraph, text: str, font: str, bold: bool = False) -> None:
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.font.bold = font, Pt(16), bold
    properties = run._element.get_or_add_rPr()
    for attribute in ("w:cs", "w:eastAsia"):
        properties.get_or_add_rFonts().set(qn(attribute), font)
    for tag, value in (("w:szCs", "32"), *((("w:bCs", "1"),) if bold else ())):
        complex_script = OxmlElement(tag)
        complex_script.set(qn("w:val"), value)
        properties.append(complex_script)


def _save(document: WordDocument, target: Path) -> None:
    """Save without the time of saving, so that the bytes depend on the words alone."""
    written = io.BytesIO()
    document.save(written)
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(target, "w") as fixed:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, date_time=(2021, 4, 20, 9, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(member, source.read(name))
