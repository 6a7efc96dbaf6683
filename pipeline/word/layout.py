"""Blocks of a Word file laid out as the lines and tables of a page.

The boxes are made up, but from the file's own measures: margins, indents, tab stops, column
widths. They carry order, columns and alignment; heights are those of rows, not of ink.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.layout import join_wrapped
from pipeline.models import Box, Cell, Line, Table
from pipeline.word.anchors import Anchor
from pipeline.word.blocks import (
    Block,
    Break,
    ColumnsBlock,
    FloatingBlock,
    NoteBlock,
    TableBlock,
    TextBlock,
)
from pipeline.word.broken_words import breaks_word
from pipeline.word.floating import in_order

_ROW_HEIGHT = 1 / 60  # of a page, while its rows are no more than 60
_INK_SHARE = 0.8
_DEFAULT_TAB = 720  # twips
_CHARACTER = 0.4  # mean width of a Thai letter in TH Sarabun, in ems
_GAP = re.compile(r"(\t+| {8,})")  # typists use spaces for tabs
_SMALL_GAP = 2.5  # ems; a tab to a usual stop no wider than this is a space: เรื่อง<tab>ขอ…
_FULL = 0.75  # of the room: a row as long as that was ended by the paper, not by its writer
_OWN_ROW = re.compile(r"\t| {3,}|[-–•(]?[\d๐-๙]{1,2}[.)]|$")  # what begins a row nonetheless
_BESIDE = re.compile(r"[ัิ-ฺ็-๎]")  # marks take no room of their own


@dataclass(frozen=True, slots=True)
class Paper:
    """A page's width and margins, in twips."""

    width: int = 11_906  # A4
    left: int = 1_701
    right: int = 1_134
    top: int = 1_134


_Entry = tuple[int, float, float, str]  # row, sides, text


@dataclass(slots=True)
class _Placed:
    """Lines with rows counted from 0 and sides as fractions, before rows become heights."""

    lines: list[_Entry] = field(default_factory=list)
    tables: list[tuple[list[list[_PlacedCell]], int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _PlacedCell:
    left: float
    right: float
    top: int
    bottom: int
    lines: list[_Entry]


def lay_out(
    blocks: Sequence[Block], number: int, paper: Paper
) -> tuple[tuple[Line, ...], tuple[Table, ...]]:
    """Lines in reading order and tables of one page; page breaks must be taken out before."""
    placed = _Placed()
    margins = (paper.left / paper.width, 1 - paper.right / paper.width)
    ordered_blocks = in_order(blocks, paper.width - paper.left - paper.right, paper.top)
    used = _place(ordered_blocks, placed, 0, margins, paper.width)
    height = min(_ROW_HEIGHT, 1 / max(1, used))

    def line(entry: _Entry) -> Line:
        row, left, right, text = entry
        box = Box(left, row * height, right, (row + _INK_SHARE) * height)
        return Line(unicodedata.normalize("NFC", text), number, box)

    def cell(entry: _PlacedCell) -> Cell:
        box = Box(entry.left, entry.top * height, entry.right, entry.bottom * height)
        return Cell(box, tuple(line(each) for each in entry.lines))

    tables = []
    for rows, top, bottom in placed.tables:
        cells = tuple(tuple(cell(each) for each in row) for row in rows)
        left = min(each.left for row in rows for each in row)
        right = max(each.right for row in rows for each in row)
        tables.append(Table(number, Box(left, top * height, right, bottom * height), cells))
    ordered = sorted(placed.lines, key=lambda entry: (entry[0], entry[1]))
    return tuple(line(entry) for entry in ordered), tuple(tables)


def _place(
    blocks: Iterable[Block], placed: _Placed, row: int, sides: tuple[float, float], width: int
) -> int:
    """Put blocks one under the other between two sides, from `row` on; the row after them."""
    for block in blocks:
        if isinstance(block, TextBlock):
            row = _place_text(block, placed, row, sides, width)
        elif isinstance(block, TableBlock):
            row = _place_table(block, placed, row, sides, width)
        elif isinstance(block, FloatingBlock):
            left, right = _sides(block.anchor, sides, width)
            row = _place(block.blocks, placed, row, (left, right), width)
        elif isinstance(block, NoteBlock):
            row = _place(block.blocks, placed, row, sides, width)
        elif isinstance(block, ColumnsBlock):
            row = _place_columns(block, placed, row, sides, width)
        elif not isinstance(block, Break):
            raise TypeError(block)
    return row


def _sides(anchor: Anchor, margins: tuple[float, float], width: int) -> tuple[float, float]:
    """Left and right edge of a text box."""
    wide = anchor.width / width
    left = anchor.left / width + (0.0 if anchor.of_page else margins[0])
    if anchor.align == "right":
        left = margins[1] - wide
    elif anchor.align == "centre":
        left = (margins[0] + margins[1] - wide) / 2
    left = min(max(0.0, left), 0.95)
    return left, max(min(1.0, left + wide) if wide else margins[1], left + 0.05)


def _place_columns(
    block: ColumnsBlock, placed: _Placed, row: int, sides: tuple[float, float], width: int
) -> int:
    """Columns of equal width, from the same row on; the row after the longest."""
    share = (sides[1] - sides[0]) / len(block.columns)
    ends = [row]
    for place, blocks in enumerate(block.columns):
        left = sides[0] + place * share
        ends.append(_place(blocks, placed, row, (left, left + share), width))
    return max(ends)


def _place_text(
    block: TextBlock, placed: _Placed, row: int, sides: tuple[float, float], width: int
) -> int:
    room = (sides[1] - sides[0]) * width
    for position, text in enumerate(_rows(block, room)):
        indent = block.indent + (0 if position else block.first_indent)
        columns = _columns(text, indent, block, width)
        if len(columns) == 1 and block.align != "left":
            (_, length, words) = columns[0]
            room = sides[1] - sides[0]
            length = min(length, room)
            shift = (room - length) / (2 if block.align == "centre" else 1)
            columns = [(shift, length, words)]
        for place, (start, length, words) in enumerate(columns):
            left = min(sides[0] + max(0.0, start), sides[1] - 0.01)
            end = sides[0] + columns[place + 1][0] if place + 1 < len(columns) else sides[1]
            right = min(left + length, max(left + 0.01, end - 0.005), 1.0)
            placed.lines.append((row, max(0.0, left), right, words))
        row += 1
    return row


def _rows(block: TextBlock, room: float) -> list[str]:
    """The rows of a paragraph, but for those that its writer ended where the paper ended."""
    full = _FULL * room / (_CHARACTER * block.size * 20)
    broken = block.text.split("\n")
    rows = broken[:1]
    for above, text in pairwise(broken):
        wrapped = block.align == "left" and len(_BESIDE.sub("", above)) > full
        if breaks_word(above, text) or (wrapped and not _OWN_ROW.match(text)):
            rows[-1] = join_wrapped([rows[-1], text])
        else:
            rows.append(text)
    return rows


def _columns(
    text: str, indent: int, block: TextBlock, width: int
) -> list[tuple[float, float, str]]:
    """Start (from the left side), length and words of each column, as fractions of the page."""
    letter = _CHARACTER * block.size * 20
    at = float(indent)
    column = False  # whether the next words stand in a column of their own
    found: list[tuple[float, float, str]] = []  # in twips
    for piece in _GAP.split(text):
        before = at
        if piece.startswith("\t"):
            for _ in piece:
                at = _next_stop(at, block.tab_stops)
            column = at in block.tab_stops or at - before > _SMALL_GAP * block.size * 20
        elif words := piece.strip():
            at += letter * (len(piece) - len(piece.lstrip()))
            start, written = at, words
            if found and not column:
                start, written = found[-1][0], f"{found[-1][2]} {words}"
                found.pop()
            at += letter * len(_BESIDE.sub("", words))
            found.append((start, at - start, written))
        else:
            at += letter * len(piece)
            column = column or bool(piece)
    return [(start / width, length / width, words) for start, length, words in found]


def _next_stop(at: float, stops: tuple[int, ...]) -> float:
    for stop in stops:
        if stop > at:
            return float(stop)
    return (at // _DEFAULT_TAB + 1) * _DEFAULT_TAB


def _place_table(
    block: TableBlock, placed: _Placed, row: int, sides: tuple[float, float], width: int
) -> int:
    edges = _edges(block, sides, width)
    top = row
    rows: list[list[_PlacedCell]] = []
    for cells in block.rows:
        line_of_cells = []
        bottom = row + 1
        for cell in cells:
            left, right = edges[cell.first], edges[min(cell.last + 1, len(edges) - 1)]
            inside = _Placed()
            end = _place(cell.blocks, inside, row, (left, right), width)
            if cell.rows == 1:
                bottom = max(bottom, end)
            placed.tables += inside.tables
            line_of_cells.append(_PlacedCell(left, right, row, row, inside.lines))
        for placed_cell in line_of_cells:
            placed_cell.bottom = bottom
        rows.append(line_of_cells)
        row = bottom
    for at, cells in enumerate(block.rows):
        for place, cell in enumerate(cells):
            if cell.rows > 1:  # merged
                rows[at][place].bottom = rows[at + cell.rows - 1][0].bottom
    for line_of_cells in rows:
        placed.lines += [line for cell in line_of_cells for line in cell.lines]
    if rows:
        placed.tables.append((rows, top, row))
    return row


def _edges(block: TableBlock, sides: tuple[float, float], width: int) -> list[float]:
    """Left edges of the grid's columns and the right edge of the last, within the sides."""
    widths = [column / width for column in block.columns]
    if not all(widths):
        widths = [(sides[1] - sides[0]) / max(1, len(widths))] * len(widths)
    shrink = min(1.0, (sides[1] - sides[0]) / sum(widths)) if widths else 1.0
    edges = [sides[0]]
    for column in widths:
        edges.append(edges[-1] + column * shrink)
    return edges
