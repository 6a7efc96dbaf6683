"""Spreadsheets (.xlsx) as pages: each sheet that shows something is one page.

What stands alone in its row is a line of text (a heading, a note); rows of several cells are a
table. Formulas count with the value that was last calculated.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

import openpyxl
from defusedxml import sax  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from pipeline.models import Page
from pipeline.refusals import refused
from pipeline.thai_months import MONTHS
from pipeline.word.blocks import Block, CellBlock, TableBlock, TextBlock
from pipeline.word.layout import Paper, lay_out

MOST_CELLS = 30_000  # of a sheet: all districts by thirty columns; more is data, not a report
MOST_SHEETS = 200  # of a file: one for each province, and some
_SIZED = re.compile(r"xl/(?:workbook|worksheets/.*)\.xml")
_TWIPS = 120  # to a character of a column's width
_USUAL_WIDTH = 8.43  # characters, ECMA-376 18.3.1.13
_HIDDEN = "The spreadsheet has hidden sheets, rows or columns; they were not read."
_DATES = "The spreadsheet holds dates as numbers; they are written out as Thai dates."
_BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    AttributeError,
    IndexError,
    KeyError,
    SyntaxError,
    TypeError,
    ValueError,
)


def sheet_count(path: Path) -> int:
    """Number of sheets that show something. Raises FileRefused (damaged_spreadsheet,
    spreadsheet_too_large, too_many_pages)."""
    return len(_pages(path, path.stat().st_mtime_ns))


def read_sheet_page(path: Path, number: int) -> Page:
    """Sheet `number` (from 1, those that show nothing left out). Raises FileRefused as above."""
    pages = _pages(path, path.stat().st_mtime_ns)
    if not 1 <= number <= len(pages):
        raise IndexError(f"sheet {number} of {len(pages)}")
    return pages[number - 1]


@lru_cache(maxsize=4)
def _pages(path: Path, _changed: int) -> tuple[Page, ...]:
    try:
        _check_size(path)
        # opened here: openpyxl asks a name for its ending, and originals have none
        with path.open("rb") as file:
            return tuple(_read(openpyxl.load_workbook(file, data_only=True)))
    except _BROKEN as error:
        detail = str(error)[:200] or type(error).__name__
        raise refused("damaged_spreadsheet", detail=detail) from error


def _check_size(path: Path) -> None:
    """What openpyxl would make of a few bytes as it loads: every cell of a merged range, and a part
    of the file anew for each sheet that names it."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not _SIZED.fullmatch(name):
                continue
            with archive.open(name) as part:
                size = _Size()
                sax.parse(part, size, forbid_dtd=True)
            if size.merged > MOST_CELLS:
                raise refused("spreadsheet_too_large", cells=size.merged)
            if size.sheets > MOST_SHEETS:
                raise refused("too_many_pages", pages=size.sheets, limit=MOST_SHEETS)


class _Size(ContentHandler):
    """Counts sheets and the cells of merged ranges (ECMA-376 18.2.19, 18.3.1.54)."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets = self.merged = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - sax's
        kind = name.rpartition(":")[2]
        if kind == "mergeCell":
            left, top, right, bottom = range_boundaries(attrs["ref"])
            self.merged += (right - left + 1) * (bottom - top + 1)
        self.sheets += kind == "sheet"


def _read(book: Any) -> Iterator[Page]:
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    filled = [(sheet, rows) for sheet in shown if (rows := _rows(sheet))]
    hidden = len(shown) < len(book.worksheets)
    for number, (sheet, rows) in enumerate(filled or [(shown[0], [])], start=1):
        blocks = list(_blocks(rows, _widths(sheet)))
        lines, tables = lay_out(blocks, number, Paper())
        notes = [_HIDDEN] if hidden or _hides(sheet) else []
        dated = any(isinstance(cell.value, date) for row in sheet.iter_rows() for cell in row)
        notes += [_DATES] if dated else []
        yield Page(number, lines, tables, origin="word_file", notes=tuple(notes))


_Row = list[tuple[int, int, str]]  # first and last column, text


def _rows(sheet: Any) -> list[_Row]:
    """The shown rows with their filled cells; merged cells as one. Empty if nothing is filled."""
    if sheet.max_row * sheet.max_column > MOST_CELLS:
        raise refused("spreadsheet_too_large", cells=sheet.max_row * sheet.max_column)
    merged = {(r.min_row, r.min_col): r.max_col for r in sheet.merged_cells.ranges}
    inside = {
        (row, column): (r.min_row, r.min_col)
        for r in sheet.merged_cells.ranges
        for row in range(r.min_row + 1, r.max_row + 1)
        for column in range(r.min_col, r.max_col + 1)
    }
    found = []
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if sheet.row_dimensions[number].hidden:
            continue
        row: _Row = []
        for cell in cells:
            if sheet.column_dimensions[get_column_letter(cell.column)].hidden:
                continue
            place = (number, cell.column)
            above = inside.get(place)  # a cell merged over rows says the same in each
            text = _shown(sheet.cell(*above) if above else cell)
            if text:
                row.append((cell.column, merged.get(place, cell.column), text))
        found.append(row)
    while found and not found[-1]:
        found.pop()
    return found


def _blocks(rows: Sequence[_Row], widths: Sequence[int]) -> Iterator[Block]:
    """Rows of one cell as text, runs of rows of several as tables; a blank row parts tables."""
    for tabular, run in groupby(rows, key=lambda row: len(row) > 1):
        part = list(run)
        if tabular:
            yield _table(part, widths)
            continue
        for row in part:
            for first, last, text in row:
                align = "centre" if last > first else "left"
                yield TextBlock(text, align=align)
            if not row:
                yield TextBlock("")


def _table(rows: Sequence[_Row], widths: Sequence[int]) -> TableBlock:
    left = min(first for row in rows for first, _, _ in row)
    right = max(last for row in rows for _, last, _ in row)
    cells = []
    for row in rows:
        filled = {first: (last, text) for first, last, text in row}
        made, column = [], left
        while column <= right:
            last, text = filled.get(column, (column, ""))
            made.append(CellBlock(column - left, last - left, (TextBlock(text),)))
            column = last + 1
        cells.append(tuple(made))
    return TableBlock(tuple(widths[left - 1 : right]), tuple(cells))


def _widths(sheet: Any) -> list[int]:
    """The widths of all columns in twips."""
    letters = map(get_column_letter, range(1, sheet.max_column + 1))
    sizes = [sheet.column_dimensions[letter].width or _USUAL_WIDTH for letter in letters]
    return [round(size * _TWIPS) for size in sizes]


def _hides(sheet: Any) -> bool:
    kinds = (sheet.row_dimensions, sheet.column_dimensions)
    return any(one.hidden for kind in kinds for one in kind.values())


def _shown(cell: Any) -> str:
    """A cell's value about as the sheet shows it."""
    value = cell.value
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value).upper()
    if isinstance(value, date):
        text = f"{value.day} {MONTHS[value.month - 1]} {value.year + 543}"
        timed = isinstance(value, datetime) and (value.hour or value.minute)
        return f"{text} {value:%H.%M} น." if timed else text
    if isinstance(value, int | float):
        return _number(value, cell.number_format)
    return " ".join(str(value).split())


def _number(value: float, shape: str) -> str:
    percent = "%" in shape
    decimals = len(shape.split(".")[1].rstrip("%_) ")) if "." in shape else None
    number = value * 100 if percent else value
    if decimals is None:
        text = f"{number:,.10g}" if "," in shape else f"{number:.10g}"
    else:
        text = f"{number:,.{decimals}f}" if "," in shape else f"{number:.{decimals}f}"
    return text + "%" * percent
