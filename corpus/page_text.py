"""What stands on a drawn page, as lines in reading order: written as NAME.text.json.

A line is one run of print on one row; columns of a row, and cells of a table, are lines of their
own. Boxes are fractions of the upright page (left, top, right, bottom) and hold the bodies of the
letters, not their ink. What stands in received stamps is told apart, and so are notes in pen and
seals; a number or a day that is filled in by pen or dater belongs to its line.
"""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

_APART = 1.5  # ems between two pieces of a row that are columns
_SPACE = 0.18  # ems between two pieces of a line that are words
_BODY = 0.42  # ems from the middle of a line to its top and to its foot


@dataclass(frozen=True)
class TextLine:
    """A line of text; `hand` when some of it was filled in by pen or dater."""

    text: str
    box: tuple[float, float, float, float]
    hand: bool = False


@dataclass(frozen=True)
class PageText:
    """`stamps` and `marks`: lists of lines each; `tables`: rows of cells, each with its lines'
    numbers among `lines`; `turned`: degrees clockwise that the page lies turned in the file."""

    lines: tuple[TextLine, ...] = ()
    stamps: tuple[tuple[TextLine, ...], ...] = ()
    marks: tuple[tuple[TextLine, ...], ...] = ()
    codes: tuple[dict[str, Any], ...] = ()
    tables: tuple[dict[str, Any], ...] = ()
    turned: int = 0

    @property
    def text(self) -> str:
        """All of it: print, then stamps, then marks."""
        groups = (self.lines, *self.stamps, *self.marks)
        return "\n".join(line.text for group in groups for line in group)


@dataclass
class _Piece:
    text: str
    left: float
    right: float
    middle: float
    size: float
    cell: int
    hand: bool


def read(page: dict[str, Any], width: float, height: float) -> PageText:
    """A page as flow.js tells it (boxes in CSS pixels) on paper of `width` x `height` of them."""

    def group(kind: str, number: int) -> list[tuple[TextLine, int]]:
        return _lines([_piece(t) for t in page["texts"] if t[kind] == number], width, height)

    print_lines = _lines(
        [_piece(t) for t in page["texts"] if t["stamp"] < 0 and t["note"] < 0], width, height
    )
    by_cell: dict[int, list[int]] = {}
    for number, (_, cell) in enumerate(print_lines):
        by_cell.setdefault(cell, []).append(number)
    notes = {text["note"] for text in page["texts"]} - {-1}
    return PageText(
        lines=tuple(line for line, _ in print_lines),
        stamps=tuple(
            tuple(line for line, _ in group("stamp", number))
            for number in range(len(page["stamps"]))
        ),
        marks=tuple(tuple(line for line, _ in group("note", number)) for number in sorted(notes)),
        codes=tuple(
            {"text": code["text"], "box": fractions(code["box"], width, height)}
            for code in page["codes"]
        ),
        tables=tuple(
            {
                "box": fractions(table["box"], width, height),
                "rows": [
                    [
                        {
                            "box": fractions(cell["box"], width, height),
                            "lines": by_cell.get(cell["cell"], []),
                        }
                        for cell in row
                    ]
                    for row in table["rows"]
                ],
            }
            for table in page["tables"]
        ),
    )


def write(target: Path, pages: list[PageText], about: dict[str, Any]) -> None:
    """Write the true text of a file: what it is, and its pages by number, one line each."""
    head = json.dumps(about, ensure_ascii=False)[1:-1]
    lines = [
        json.dumps({"page": number, **asdict(page)}, ensure_ascii=False, separators=(",", ":"))
        for number, page in enumerate(pages, start=1)
    ]
    body = ",\n".join(lines)
    target.write_text(f'{{{head}, "pages": [\n{body}\n]}}\n', encoding="utf-8")


def _piece(text: dict[str, Any]) -> _Piece:
    left, top, right, bottom = text["box"]
    return _Piece(
        text["text"], left, right, (top + bottom) / 2, text["size"], text["cell"], text["hand"]
    )


def _lines(pieces: list[_Piece], width: float, height: float) -> list[tuple[TextLine, int]]:
    """The pieces' lines from top to bottom and left to right, each with the cell it stands in."""
    rows: list[list[_Piece]] = []
    for piece in sorted((p for p in pieces if p.text.strip()), key=lambda p: p.middle):
        for row in rows[-4:]:
            if abs(row[0].middle - piece.middle) < 0.35 * min(row[0].size, piece.size):
                row.append(piece)
                break
        else:
            rows.append([piece])
    found = []
    for row in rows:
        line: list[_Piece] = []
        for piece in sorted(row, key=lambda p: p.left):
            if line and (
                piece.left - line[-1].right > _APART * piece.size or piece.cell != line[-1].cell
            ):
                found.append(_line(line, width, height))
                line = []
            line.append(piece)
        found.append(_line(line, width, height))
    return found


def _line(pieces: list[_Piece], width: float, height: float) -> tuple[TextLine, int]:
    text = pieces[0].text
    for before, piece in itertools.pairwise(pieces):
        gap = piece.left - before.right > _SPACE * piece.size
        text += (" " if gap else "") + piece.text
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()
    tallest = max(pieces, key=lambda p: p.size)
    body = _BODY * tallest.size
    box = (pieces[0].left, tallest.middle - body, pieces[-1].right, tallest.middle + body)
    hand = any(piece.hand for piece in pieces)
    return TextLine(text, fractions(box, width, height), hand), pieces[0].cell


def fractions(box: Any, width: float, height: float) -> tuple[float, float, float, float]:
    """A box in fractions of a page of this size, within it."""
    left, top, right, bottom = box
    return (
        round(min(max(left / width, 0), 1), 4),
        round(min(max(top / height, 0), 1), 4),
        round(min(max(right / width, 0), 1), 4),
        round(min(max(bottom / height, 0), 1), 4),
    )
