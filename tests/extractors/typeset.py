"""Sets papers written as text the way an office prints them: places that are real, lines that wrap.

A line that begins with ^ is centred, with » it begins at the middle of the page, with four spaces
it is a paragraph with an indent; a tab begins the right column. <<PAGE>> begins a page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from extractors.text.segment import segment
from pipeline.models import Box, Document, Line, Page, Stamp
from pipeline.plain_text import Paragraph, lines_from

_LEFT, _RIGHT, _INDENT, _MIDDLE, _HANG = 0.15, 0.95, 0.11, 0.5, 0.14
_LETTER, _HEIGHT, _PITCH = 0.0088, 0.014, 0.023
_ITEM = re.compile(r"(?P<word>เรื่อง|เรียน|อ้างถึง|สิ่งที่ส่งมาด้วย|ถึง)(?P<gap>\s+)")


def width(text: str) -> float:
    return _LETTER * sum(unicodedata.category(sign) != "Mn" for sign in text)


def _wrap(text: str, room: float, first: float) -> list[str]:
    """Lines of a paragraph, broken between words; the first has the room `first`."""
    lines, line = [], ""
    words = re.findall(r"[^ก-๎\s]+|\s+|[ก-๎]+", text)  # an address or a number is not broken
    pieces = [piece for word in words for piece in (segment(word) if word[0] >= "ก" else [word])]
    for word in pieces:
        if line.strip() and width(line + word.rstrip()) > (first if not lines else room):
            lines.append(line.rstrip())
            line = ""
        line += word if line else word.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


class _Sheet:
    def __init__(self, number: int) -> None:
        self.number, self.row, self.lines = number, 0, list[Line]()

    def put(self, *pieces: tuple[float, str]) -> None:
        top = 0.08 + self.row * _PITCH
        for left, text in pieces:
            box = Box(left, top, min(0.97, left + width(text)), top + _HEIGHT)
            self.lines.append(Line(unicodedata.normalize("NFC", text), self.number, box, 1.0))
        self.row += 1

    def paragraph(self, text: str, left: float, first: float) -> None:
        for place, line in enumerate(_wrap(text, _RIGHT - left, _RIGHT - first)):
            self.put((left if place else first, line))


def _set(sheet: _Sheet, raw: str, hang: float) -> float:
    """Put one line of the source; gives how far what belongs to the same item hangs."""
    columns = [column.strip() for column in raw.split("\t")]
    text = raw.strip(" ^»\t")
    if raw.startswith("^"):
        pieces = [column.strip(" ^") for column in columns]
        sheet.put((max(_LEFT, 0.55 - width(" ".join(pieces)) / 2), " ".join(pieces)))
    elif raw.startswith("»"):
        sheet.put((_MIDDLE if width(text) < 0.42 else 0.93 - width(text), text))
    elif len(columns) > 1:
        right = 0.6 if len(columns) == 2 and width(columns[1]) < 0.35 else 0.95 - width(columns[-1])
        left = _LEFT + (hang if raw.startswith("   ") or (hang and columns[0]) else 0)
        left = _LEFT if _ITEM.match(columns[0]) or not hang else left
        sheet.put(
            *((left, columns[0]),) if columns[0] else (),
            (max(right, left + width(columns[0]) + 0.03), columns[-1]),
        )
    elif raw.startswith("    "):
        sheet.paragraph(text, _LEFT, _LEFT + _INDENT)
        return 0.0
    elif item := _ITEM.match(raw):
        hang = width(item["word"]) + width("  ")
        sheet.paragraph(text, _LEFT + hang, _LEFT)
        return hang
    else:
        left = _LEFT + hang
        sheet.paragraph(text, left, left)
    if item := _ITEM.match(raw):
        return width(item["word"]) + width("  ")
    return hang if hang and not raw.startswith(("^", "»")) else 0.0


def printed(text: str, stamps: Sequence[str] = ()) -> Document:
    """The paper as an office prints it; `stamps` in another ink, a line break between lines."""
    pages = []
    for number, page in enumerate(text.strip("\n").split("<<PAGE>>"), 1):
        sheet, hang = _Sheet(number), 0.0
        for raw in page.strip("\n").splitlines():
            hang = _set(sheet, raw, hang)
        marks = tuple(_stamp(one) for one in stamps) if number == 1 else ()
        pages.append(Page(number, tuple(sheet.lines), origin="text_layer", stamps=marks))
    return Document(tuple(pages))


def typed(text: str, stamps: Sequence[str] = ()) -> Document:
    """The paper as plain text, a paragraph a line, as Word files give it."""
    pages = []
    for number, page in enumerate(text.strip("\n").split("<<PAGE>>"), 1):
        rows = []
        for raw in page.strip("\n").splitlines():
            align = {"^": "centre", "»": "right"}.get(raw[:1], "left")
            rows.append(Paragraph(raw.lstrip("^»"), align))
        marks = tuple(_stamp(one) for one in stamps) if number == 1 else ()
        pages.append(Page(number, lines_from(rows, number), origin="plain_text", stamps=marks))
    return Document(tuple(pages))


def _stamp(text: str) -> Stamp:
    lines = tuple(
        Line(line, 1, Box(0.65, 0.02 + n * 0.015, 0.65 + width(line), 0.032 + n * 0.015), 0.9)
        for n, line in enumerate(text.split("\n"))
    )
    box = lines[0].box
    for line in lines:
        box = box.union(line.box)
    return Stamp(1, box, lines)
