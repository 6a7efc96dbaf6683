"""Lists set as running text: ประกอบด้วย ๑. นาย ก เป็นประธานกรรมการ ๒. นาง ข เป็นกรรมการ และ ๓. …"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from extractors.committee.columns import CellRow
from extractors.committee.roles import read_heading
from extractors.text.clauses import read_marker
from extractors.text.offices import starts_office
from extractors.text.passage import Evidence
from extractors.text.people import is_person, is_post
from pipeline.models import Box, Line
from pipeline.thai_digits import arabic

_COUNTED = re.compile(r"(?:^|(?<=\s))\(?(?P<number>\d{1,2})[.)]\s*(?=[ก-ฮเ-ไ])")
_AND = re.compile(r"\s+(?:และ|กับ)$")  # between one of them and the next
_NAMELY = re.compile(r"\s*(?:ได้แก่|คือ|[:：])\s*(?=[ก-ฮเ-ไ]|$)")
_OPENS = re.compile(r"(?:ประกอบด้วย|ได้แก่|ดัง(?:ต่อไป)?นี้|คือ)[\s:]*$")


def one_counted_a_row(rows: Iterable[CellRow]) -> list[CellRow]:
    """The rows, one that holds several members of its list cut where their numbers stand."""
    return [part for row in rows for part in _cut(row)]


def _cut(row: CellRow) -> list[CellRow]:
    if row.whole or len(row.cells) > 1 or len(row.lines) > 1:
        return [row]
    text = row.cells[0].text
    if charge := _charged(text):
        return [_piece(row, 0, charge, last=False), _piece(row, charge, len(text), last=True)]
    marks = [m for m in _COUNTED.finditer(arabic(text)) if _is_somebody(text[m.end() :])]
    if not marks or (marks[0].start() == 0 and len(marks) == 1):
        return [row]
    in_turn = all(int(b["number"]) == int(a["number"]) + 1 for a, b in pairwise(marks))
    begins = int(marks[0]["number"]) > 1 or _OPENS.search(text[: marks[0].start()]) is not None
    if not in_turn or not (begins or marks[0].start() == 0):
        return [row]
    places = sorted({0, *(mark.start() for mark in marks)})
    pieces = zip(places, [*places[1:], len(text)], strict=True)
    return [_piece(row, start, end, last=end == len(text)) for start, end in pieces]


def _piece(row: CellRow, start: int, end: int, last: bool) -> CellRow:
    cell, line = row.cells[0], row.lines[0]
    text = cell.text[start:end].strip()
    text = text if last else _NAMELY.sub("", _AND.sub("", text))
    step = cell.box.width / max(1, len(cell.text))
    box = Box(
        cell.box.left + start * step, cell.box.top, cell.box.left + end * step, cell.box.bottom
    )
    cut: Line = replace(line, text=text, box=box, words=())
    return CellRow((Evidence(text, cell.page, box, cell.confidence),), (cut,))


def _charged(text: str) -> int | None:
    """Where the person begins who is named behind a charge: ๓. ผู้ควบคุมงาน ได้แก่│ นาย ก ข."""
    namely = _NAMELY.search(text)
    marker = read_marker(text)
    if namely is None or not is_person(text[namely.end() :]):
        return None
    role = read_heading(text[marker[1] if marker else 0 : namely.start()])
    return namely.end() if role is not None and role.surely and role.role == "other" else None


def _is_somebody(text: str) -> bool:
    return is_person(text) or is_post(text) or starts_office(text)
