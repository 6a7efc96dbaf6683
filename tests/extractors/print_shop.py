"""Sets a document that was written down in a few signs as print in its places.

    ^ centred     > in the right half     >> to the right margin     ~ where a signature stands
    | a | ruled | row |        ! a mark in another ink        @ 14 40 76  columns of the rows below
    a tab parts the columns of a row, two spaces at the start indent, a blank line leaves a gap
    + below the content of the item above

Paragraphs wrap at the margin; those of a letter's head hang under the word after their keyword.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from extractors.text.segment import segment
from pipeline.models import Box, Cell, Line, Page, Stamp, Table

_PITCH, _HEIGHT, _LETTER = 0.0245, 0.018, 0.0082  # of 16 points on A4
_LEFT, _RIGHT, _HALF, _AXIS = 0.14, 0.905, 0.56, 0.66
_PIECES = re.compile(r"[^ก-๎\s]+|\s+|[ก-๎]+")
_INDENT = 0.04  # of one pair of spaces
_HANGING = re.compile(r"(?:เรื่อง|เรียน|ถึง|อ้างถึง|สิ่งที่ส่งมาด้วย|กราบเรียน|ส่วนราชการ|ผ่าน)\s+")


def pages(text: str) -> list[Page]:
    """The pages of a document; <<PAGE>> begins the next."""
    return [_Setter(number).set(page) for number, page in enumerate(text.split("<<PAGE>>"), 1)]


def _width(text: str) -> float:
    return _LETTER * sum(unicodedata.category(sign) != "Mn" for sign in text)


def _words(piece: str) -> list[str]:
    """The words of Thai; what is not Thai, an address or a number, is not broken."""
    return segment(piece) if "ก" <= piece[0] <= "๎" else [piece]


def _wrapped(text: str, first: float, later: float) -> Iterator[str]:
    """The text in lines no wider than told, broken between words."""
    line, room = "", first
    for word in (word for piece in _PIECES.findall(text) for word in _words(piece)):
        if line.strip() and _width((line + word).rstrip()) > room:
            yield line.strip()
            line, room = "", later
        line += word if line or word.strip() else ""
    yield line.strip()


class _Setter:
    def __init__(self, number: int) -> None:
        self.page = number
        self.top = 0.06
        self.content = _LEFT
        self.columns = [_LEFT, _HALF]
        self.lines: list[Line] = []
        self.tables: list[Table] = []
        self.stamps: list[Stamp] = []
        self.ruled: list[tuple[Cell, ...]] = []

    def set(self, text: str) -> Page:
        for raw in unicodedata.normalize("NFC", text).strip("\n").splitlines():
            if not raw.startswith("|"):
                self._close_table()
            self._paragraph(raw.rstrip())
        self._close_table()
        return Page(self.page, tuple(self.lines), tuple(self.tables), tuple(self.stamps))

    def _paragraph(self, raw: str) -> None:
        body = raw.lstrip("^>~!@|+").strip()
        if not raw:
            self.top += _PITCH / 2
        elif raw[0] == "@":
            self.columns = [int(each) / 100 for each in body.split()]
        elif raw[0] == "|":
            self._ruled([cell.strip() for cell in raw.strip("|").split("|")])
        elif raw[0] == "!":
            line = self._line(0.12, body, 0.03)
            self.stamps.append(Stamp(self.page, line.box, (line,)))
        elif "\t" in raw:
            self._row(raw, raw.startswith("+"))
        elif raw[0] == "^":
            self._about(0.52, body)
        elif raw[0] == "~":
            self._about(_AXIS, body)
        elif raw.startswith(">>"):
            self._add(_RIGHT - _width(body), body)
        elif raw[0] == ">":
            self._flow(_HALF, _HALF, body)
        elif raw[0] == "+":
            self._flow(self.content, self.content, body)
        else:
            hanging = _HANGING.match(body)
            later = _LEFT + _width(hanging.group()) if hanging else _LEFT
            self.content = later if hanging else self.content
            indent = (len(raw) - len(raw.lstrip(" "))) // 2 * _INDENT
            self._flow(_LEFT + indent, later, body)

    def _line(self, left: float, text: str, top: float) -> Line:
        box = Box(left, top, min(0.98, left + _width(text)), top + _HEIGHT)
        return Line(text, self.page, box, 0.95)

    def _add(self, left: float, text: str) -> None:
        self.lines.append(self._line(left, text, self.top))
        self.top += _PITCH

    def _about(self, axis: float, text: str) -> None:
        for line in _wrapped(text, 2 * (_RIGHT - axis), 2 * (_RIGHT - axis)):
            self._add(axis - _width(line) / 2, line)

    def _flow(self, first: float, later: float, text: str) -> None:
        for place, line in enumerate(_wrapped(text, _RIGHT - first, _RIGHT - later)):
            self._add(later if place else first, line)

    def _row(self, raw: str, hangs: bool) -> None:
        pieces = raw.lstrip("+").split("\t")
        if hanging := _HANGING.match(raw):
            self.content = _LEFT + _width(hanging.group())
        edges = [*self.columns, _RIGHT + 0.02]
        if hangs:
            edges[0] = self.content
        cells = [
            list(_wrapped(piece.strip(), room, room)) if piece.strip() else []
            for piece, left, right in zip(pieces, edges, edges[1:], strict=False)
            for room in [right - left - 0.02]
        ]
        for depth in range(max(map(len, cells), default=0)):
            for left, cell in zip(edges, cells, strict=False):
                if depth < len(cell):
                    self.lines.append(self._line(left, cell[depth], self.top))
            self.top += _PITCH

    def _ruled(self, pieces: list[str]) -> None:
        fits = len(self.columns) == len(pieces)
        step = (_RIGHT - _LEFT) / len(pieces)
        edges = self.columns if fits else [_LEFT + step * place for place in range(len(pieces))]
        edges = [*edges, _RIGHT]
        held = [
            list(_wrapped(piece, right - left - 0.02, right - left - 0.02)) if piece else []
            for piece, left, right in zip(pieces, edges, edges[1:], strict=False)
        ]
        depth = max(map(len, held))
        row: list[list[Line]] = [[] for _ in held]
        for place in range(depth):
            for column, texts in enumerate(held):
                if place < len(texts):
                    line = self._line(edges[column] + 0.01, texts[place], self.top)
                    row[column].append(line)
                    self.lines.append(line)
            self.top += _PITCH
        top = self.top - depth * _PITCH
        self.ruled.append(
            tuple(
                Cell(Box(left, top, right, self.top), tuple(lines))
                for left, right, lines in zip(edges, edges[1:], row, strict=False)
            )
        )

    def _close_table(self) -> None:
        if self.ruled:
            box = self.ruled[0][0].box.union(self.ruled[-1][-1].box)
            self.tables.append(Table(self.page, box, tuple(self.ruled)))
            self.ruled = []
