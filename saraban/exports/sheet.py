"""Tables for a spreadsheet: .xlsx, or CSV that Excel opens as UTF-8."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

Value = str | int | date | None

_FORMULA = re.compile(r"[=+\-@\t\r]")  # what a spreadsheet would calculate
_WIDEST = 60  # characters of a column
_FONT = "TH Sarabun New"  # offices have it; a spreadsheet takes another where it is missing


def write_xlsx(
    path: Path, title: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]
) -> int:
    """Write one sheet with a heading row that stays in sight and filters; how many rows.

    What was read off paper is written as text, never as a formula. Raises OSError.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = re.sub(r"[\[\]:*?/\\]", " ", title)[:31]
    widths = [len(column) for column in columns]
    for number, row in enumerate([columns, *rows], 1):
        for place, value in enumerate(row, 1):
            cell = sheet.cell(number, place)
            if isinstance(value, str):
                value = ILLEGAL_CHARACTERS_RE.sub("", value)
                cell.data_type = "s"
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
            if isinstance(value, date):
                cell.number_format = "[$-107041E]d mmm yyyy"  # Thai months, Buddhist years
            cell.font = Font(name=_FONT, size=14, bold=number == 1)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            widths[place - 1] = max(widths[place - 1], min(_WIDEST, len(str(value or ""))))
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width + 2
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    book.save(path)
    return int(sheet.max_row) - 1


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
    """Write a table with dates in ISO 8601; how many rows. A text that a spreadsheet would take for
    a formula is led by an apostrophe. Raises OSError."""
    plain = [[_plain(value) for value in row] for row in rows]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([columns, *plain])
    return len(plain)


def _plain(value: Value) -> str:
    if isinstance(value, str) and _FORMULA.match(value):
        return f"'{value}"
    return value.isoformat() if isinstance(value, date) else str(value if value is not None else "")
