"""Two ways to write down a document for a test: as typed text, and as print in its places."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

import pytest

from pipeline.models import Box, Cell, Document, Line, Page, Stamp, Table
from pipeline.plain_text import page_from_text

_PITCH = 0.024
_HEIGHT = 0.018
_LETTER = 0.0082  # width of a letter of 16 points on A4

Print = Sequence[tuple[float, str]]  # the pieces of one row: left edge and text


def _width(text: str) -> float:
    return _LETTER * sum(unicodedata.category(sign) != "Mn" for sign in text)


def _line(left: float, text: str, top: float, page: int) -> Line:
    box = Box(left, top, min(0.96, left + _width(text)), top + _HEIGHT)
    return Line(unicodedata.normalize("NFC", text), page, box, 0.9)


@pytest.fixture(scope="session")
def typed() -> Callable[..., Document]:
    """typed("text of page 1", "text of page 2"): a paragraph a line, columns by tab or bar."""

    def make(*pages: str) -> Document:
        return Document(
            tuple(page_from_text(text.strip("\n"), number) for number, text in enumerate(pages, 1))
        )

    return make


@pytest.fixture(scope="session")
def scanned() -> Callable[..., Document]:
    """scanned([[(left, text), …], …], …): rows of print on pages; an empty row is a gap."""

    def make(*pages: Sequence[Print]) -> Document:
        made = []
        for number, printed in enumerate(pages, 1):
            lines = [
                _line(left, text, 0.1 + row * _PITCH, number)
                for row, pieces in enumerate(printed)
                for left, text in pieces
            ]
            made.append(Page(number, tuple(lines), origin="scan"))
        return Document(tuple(made))

    return make


@pytest.fixture(scope="session")
def ruled() -> Callable[[Sequence[Sequence[str]], str], Document]:
    """ruled(rows, before): a line of text above a ruled table; `/` breaks a cell's line."""

    def make(rows: Sequence[Sequence[str]], before: str = "") -> Document:
        lines: list[Line] = [_line(0.12, before, 0.05, 1)] if before else []
        top, made = 0.12, []
        for row in rows:
            depth = max(cell.count("/") + 1 for cell in row) * _PITCH
            cells = []
            for column, text in enumerate(row):
                left = 0.12 + column * 0.76 / len(row)
                held = tuple(
                    _line(left + 0.01, part, top + place * _PITCH, 1)
                    for place, part in enumerate(text.split("/"))
                    if part
                )
                lines += held
                box = Box(left, top, left + 0.76 / len(row), top + depth)
                cells.append(Cell(box, held))
            made.append(tuple(cells))
            top += depth
        table = Table(1, Box(0.12, 0.12, 0.88, top), tuple(made))
        return Document((Page(1, tuple(lines), tables=(table,)),))

    return make


@pytest.fixture(scope="session")
def stamped() -> Callable[..., Document]:
    """stamped(["line", …], …): a page with stamps in another ink and no print."""

    def make(*stamps: Sequence[str]) -> Document:
        made = []
        for place, texts in enumerate(stamps):
            lines = tuple(
                _line(0.6, text, 0.05 + place * 0.15 + row * _PITCH, 1)
                for row, text in enumerate(texts)
            )
            box = Box(0.55, 0.05 + place * 0.15, 0.95, 0.18 + place * 0.15)
            made.append(Stamp(1, box, lines))
        return Document((Page(1, stamps=tuple(made)),))

    return make
