"""The body of a Word file as blocks in document order: paragraphs, tables, page breaks.

Works on WordprocessingML elements (ECMA-376 part 1, clause 17) as lxml gives them. Text that the
page does not show is left out: deletions of tracked changes, hidden text, unfilled placeholders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pipeline.symbol_fonts import symbol
from pipeline.word.anchors import Anchor, text_boxes
from pipeline.word.styles import Styles, on, tag, value, w


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph. Tabs part columns, newlines part rows. Measures in twips (1/1440 inch)."""

    text: str
    align: str = "left"  # left, centre, right
    indent: int = 0
    first_indent: int = 0  # of the first row, beside `indent`
    tab_stops: tuple[int, ...] = ()
    size: float = 16.0  # points


@dataclass(frozen=True, slots=True)
class CellBlock:
    """A cell that covers columns `first` to `last` (both included) of its table's grid, and as many
    `rows`; the cells that continue it below are there, empty."""

    first: int
    last: int
    blocks: tuple[Block, ...]
    rows: int = 1


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: widths of its grid's columns in twips, and its rows."""

    columns: tuple[int, ...]
    rows: tuple[tuple[CellBlock, ...], ...]


@dataclass(frozen=True, slots=True)
class FloatingBlock:
    """A text box."""

    anchor: Anchor
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """A footnote or endnote that the text before it calls."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ColumnsBlock:
    """Columns of text side by side, as a section has them."""

    columns: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class ColumnBreak:
    """What follows stands at the head of the next column."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows stands on a new page."""


@dataclass(frozen=True, slots=True)
class SectionBreak:
    """A section ends; whether what follows stands on a new page is said by the next one."""


Break = ColumnBreak | PageBreak | SectionBreak
Block = TextBlock | TableBlock | FloatingBlock | NoteBlock | ColumnsBlock | Break

# Elements that only wrap others: content controls, links, insertions, fields with a kept result.
_WRAPPERS = frozenset(
    w(name)
    for name in ("sdt", "sdtContent", "hyperlink", "smartTag", "ins", "moveTo", "customXml", "dir")
)
# Characters that stand for themselves, ECMA-376 17.3.3.
_SIGNS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
# Room that typists make with no-break spaces, and signs that show nothing.
_AS_SEEN = str.maketrans({"\u00a0": " ", **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")})
_PAGE, _COLUMN = "\f", "\v"
_BREAKS = {"page": _PAGE, "column": _COLUMN}
_UNKNOWN_PAGE = ("PAGE", "NUMPAGES", "SECTIONPAGES")  # fields whose kept result may be stale


class BlockReader:
    """Reads blocks; counts automatic numbers as it goes, so the body must be read in order."""

    def __init__(self, styles: Styles, notes: Mapping[tuple[str, str], Any] | None = None) -> None:
        """`notes` are the footnotes and endnotes by the tag that calls them and their ids."""
        self._styles = styles
        self._notes = notes or {}

    def blocks(self, parent: Any) -> Iterator[Block]:
        """The blocks of a body, cell, header or text box."""
        for child in parent:
            if child.tag == w("p"):
                yield from self._paragraph(child)
            elif child.tag == w("tbl"):
                yield self._table(child)
            elif child.tag == w("sdt") and _is_placeholder(child):
                continue
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Any) -> Iterator[Block]:
        style = self._styles.of_paragraph(paragraph)
        if style.page_break_before:
            yield PageBreak()
        for box, anchor in text_boxes(paragraph):
            yield FloatingBlock(anchor, tuple(self.blocks(box)))
        for art in paragraph.iter(tag("v", "textpath")):
            if words := art.get("string", "").strip():
                yield TextBlock(words)
        text = style.number + "".join(_Runs(self._styles, paragraph).pieces(paragraph))
        parts = re.split(f"([{_PAGE}{_COLUMN}])", text)
        for position, part in enumerate(parts):
            if part in (_PAGE, _COLUMN):
                yield PageBreak() if part == _PAGE else ColumnBreak()
            elif part.strip() or not position:
                yield TextBlock(
                    part,
                    style.align,
                    style.indent,
                    style.first_indent,
                    style.tab_stops,
                    style.size,
                )
        for called in paragraph.iter(w("footnoteReference"), w("endnoteReference")):
            note = self._notes.get((called.tag, value(called, "id") or ""))
            if note is not None:
                yield NoteBlock(tuple(self.blocks(note)))
        if style.ends_section:
            yield SectionBreak()

    def _table(self, table: Any) -> TableBlock:
        grid = table.find(w("tblGrid"))
        columns = [int(value(column, "w") or 0) for column in (grid if grid is not None else ())]
        rows = []
        for row in _through_wrappers(table, "tr"):
            if row.find(f"{w('trPr')}/{w('del')}") is not None:
                continue
            cells, at = [], _before(row)
            for cell in _through_wrappers(row, "tc"):
                span = int(value(cell.find(f"{w('tcPr')}/{w('gridSpan')}")) or 1)
                merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
                continued = merge is not None and value(merge) != "restart"
                blocks = () if continued else tuple(self.blocks(cell))
                cells.append(CellBlock(at, at + span - 1, blocks, rows=0 if continued else 1))
                at += span
            columns += [0] * (at - len(columns))
            if cells:
                rows.append(tuple(cells))
        return TableBlock(tuple(columns), _with_heights(rows))


class _Runs:
    """The text of one paragraph as its page shows it."""

    def __init__(self, styles: Styles, paragraph: Any) -> None:
        self._styles = styles
        self._paragraph = paragraph
        self._fields: list[str] = []  # instructions of the open fields, outermost first
        self._in_result: list[bool] = []

    def pieces(self, parent: Any) -> Iterator[str]:
        for child in parent:
            if child.tag == w("r"):
                yield from self._run(child)
            elif child.tag == w("sdt") and _is_placeholder(child):
                continue
            elif child.tag == w("fldSimple"):
                if not _is_stale(value(child, "instr") or ""):
                    yield from self.pieces(child)
            elif child.tag in _WRAPPERS:
                yield from self.pieces(child)

    def _run(self, run: Any) -> Iterator[str]:
        look = self._styles.of_run(run, self._paragraph)
        for child in run:
            if child.tag == w("fldChar"):
                self._field(value(child, "fldCharType") or "")
            elif child.tag == w("instrText") and self._fields and not self._in_result[-1]:
                self._fields[-1] += child.text or ""
            elif look.hidden or not self._shown():
                continue
            elif child.tag == w("t"):
                yield look.as_drawn(child.text or "").translate(_AS_SEEN)
            elif child.tag == w("br"):
                yield _BREAKS.get(value(child, "type") or "", "\n")
            elif child.tag == w("sym"):
                code = int(value(child, "char") or "0", 16)
                yield symbol(value(child, "font") or "", code) or ""
            elif child.tag in _SIGNS:
                yield _SIGNS[child.tag]

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("")
            self._in_result.append(False)
        elif kind == "separate" and self._fields:
            self._in_result[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()
            self._in_result.pop()

    def _shown(self) -> bool:
        return all(self._in_result) and not any(_is_stale(field) for field in self._fields)


def _with_heights(rows: list[tuple[CellBlock, ...]]) -> tuple[tuple[CellBlock, ...], ...]:
    """Rows whose merged cells know over how many they reach; those that continue them count 0."""
    counted: list[tuple[CellBlock, ...]] = []
    below: dict[int, int] = {}  # by first column: rows that continue the cell above
    for row in reversed(rows):
        counted.append(
            tuple(replace(cell, rows=cell.rows and 1 + below.get(cell.first, 0)) for cell in row)
        )
        below = {cell.first: 1 + below.get(cell.first, 0) for cell in row if not cell.rows}
    return tuple(reversed(counted))


def _is_stale(instruction: str) -> bool:
    return instruction.strip().upper().startswith(_UNKNOWN_PAGE)


def _is_placeholder(control: Any) -> bool:
    """An unfilled content control: what it shows is a prompt, not text."""
    shown = control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}")
    return shown is not None and on(shown)


def _through_wrappers(parent: Any, name: str) -> Iterator[Any]:
    for child in parent:
        if child.tag == w(name):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _through_wrappers(child, name)


def _before(row: Any) -> int:
    """Grid columns left free before the first cell."""
    return int(value(row.find(f"{w('trPr')}/{w('gridBefore')}")) or 0)
