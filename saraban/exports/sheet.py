"""Tables for a spreadsheet: .xlsx, or CSV that Excel opens as UTF-8."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, NamedStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | date | None

_FORMULA = re.compile(r"[=+\-@\t\r]")  # what a spreadsheet would calculate
_WIDEST = 60  # characters of a column
_HEADING, _TEXT, _DAY = "หัวตาราง", "ข้อความ", "วันที่"  # the names of styles
_FONT = "TH Sarabun New"  # offices have it; a spreadsheet takes another where it is missing


def write_xlsx(
    path: Path, title: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]
) -> int:
    """Write one sheet with a heading row that stays in sight and filters; how many rows.

    What was read off paper is written as text, never as a formula. Raises OSError.
    """
    book = Workbook(write_only=True)  # row by row: a sheet held whole takes four times as long
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31])
    for style in _styles():
        book.add_named_style(style)
    table = [columns, *rows]
    for place in range(len(columns)):
        widest = max(len(str(row[place] or "")) for row in table)
        width = max(len(columns[place]), min(_WIDEST, widest)) + 2
        sheet.column_dimensions[get_column_letter(place + 1)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(table)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    for number, row in enumerate(table):
        sheet.append([_cell(sheet, value, heads=number == 0) for value in row])
    book.save(path)
    return len(table) - 1


def _styles() -> Iterator[NamedStyle]:
    """How headings, days and all else look; by name, so that each is made once and not by cell."""
    places = Alignment(vertical="top", wrap_text=True)
    yield NamedStyle(_HEADING, font=Font(name=_FONT, size=14, bold=True), alignment=places)
    for name, form in ((_TEXT, "General"), (_DAY, "[$-107041E]d mmm yyyy")):  # Thai, Buddhist years
        font = Font(name=_FONT, size=14)
        yield NamedStyle(name, font=font, alignment=places, number_format=form)


def _cell(sheet: object, value: Value, heads: bool) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet)
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"  # whatever it begins with
    else:
        cell.value = value
    cell.style = _HEADING if heads else _DAY if isinstance(value, date) else _TEXT
    return cell


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
