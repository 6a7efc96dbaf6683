"""Text that never was ink, laid out as a page: paragraphs of Word files, and examples in tests."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.models import Box, Line, Page

_ROW_HEIGHT = 1 / 60
_INK_HEIGHT = 0.8 * _ROW_HEIGHT
_MARGIN = 0.1
_CHARACTER = 0.8 / 90  # a row of 90 characters fills the space between the margins


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. Columns within it are set apart by tabs. `align`: left, centre, right."""

    text: str
    align: str = "left"


def page_from_text(text: str, number: int = 1) -> Page:
    """A page from plain text, one paragraph a line. Markdown table rows count as columns."""
    paragraphs = []
    for raw in text.splitlines():
        stripped = raw.strip()
        if stripped.startswith("|") and stripped.endswith("|"):
            cells = [cell.strip() for cell in stripped.strip("|").split("|")]
            if all(set(cell) <= set("-: ") for cell in cells):
                continue
            raw = "\t".join(cells)
        paragraphs.append(Paragraph(raw))
    return Page(number=number, lines=lines_from(paragraphs, number), origin="plain_text")


def lines_from(paragraphs: Iterable[Paragraph], page: int) -> tuple[Line, ...]:
    """Lines with made-up boxes: a row a paragraph, columns side by side, indents kept.

    The boxes carry order and alignment, not measure.
    """
    lines: list[Line] = []
    for row, paragraph in enumerate(paragraphs):
        columns = [column.strip() for column in paragraph.text.split("\t")]
        top = row * _ROW_HEIGHT
        indent = len(paragraph.text) - len(paragraph.text.lstrip(" "))
        step = 0.8 / max(1, len(columns))
        for position, column in enumerate(columns):
            if not column:
                continue
            inset = min(min(indent, 20) * _CHARACTER, step / 2) if not position else 0.0
            left = _MARGIN + position * step + inset
            width = min(step * 0.98 - inset, len(column) * _CHARACTER)  # clear of the next column
            if paragraph.align == "centre" and len(columns) == 1:
                left = 0.5 - width / 2
            elif paragraph.align == "right" and len(columns) == 1:
                left = 1 - _MARGIN - width
            box = Box(left, top, min(1.0, left + width), top + _INK_HEIGHT)
            lines.append(Line(unicodedata.normalize("NFC", column), page, box))
    return tuple(lines)
