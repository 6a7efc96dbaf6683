"""Lists that set several members on a row: ๑. นาย ก ประธาน │ ๒. นาง ข กรรมการ, or by commas."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from extractors.committee.columns import CellRow
from extractors.committee.member_cells import in_two
from extractors.committee.roles import is_unfinished, read_role, split_leading_role
from extractors.text.clauses import read_marker
from extractors.text.people import is_given_name_only, is_person, is_post, split_person
from pipeline.layout import join_wrapped

_COMMA = re.compile(r"\s*[,;]\s*(?:และ)?|\s+และ\s?(?=นาย|นาง|น\.ส\.|ดร\.|ว่าที่)")
_LEVEL = 0.015  # of the page's width: how level the rows of a column begin
_EDGE = 0.005  # of the page's width
_NUMBERED = re.compile(r"\(?[\d๐-๙]{1,3}[.)]\s*[ก-ฮเ-ไ]")


def one_member_a_row(rows: Iterable[CellRow]) -> list[CellRow]:
    """The rows, those with several persons without numbers parted in turn, those with two numbered
    members parted: left and right in turn if their numbers run on along the row, else the left
    column first."""
    found: list[CellRow] = []
    lefts: list[CellRow] = []
    rights: list[CellRow] = []
    single = (each for one in rows for each in _one_person_each(one))
    every = [each for one in single for each in _unnumbered(one)]
    for place, row in enumerate(every):
        parts = _parted(row)
        if parts is None and rights and (side := _wrapped(row, every[place + 1 :], lefts, rights)):
            side[-1:] = _joined(side[-1], row)
            continue
        if parts is None and rights and _goes_on_left(lefts[-1], row):
            lefts.append(row)
            continue
        if parts is None:
            found += [*lefts, *rights, row]
            lefts, rights = [], []
            continue
        left, right = parts
        if _order(right) == _order(left) + 1 and not rights:
            found += [left, right]
        else:
            lefts.append(left)
            rights.append(right)
    return [*found, *lefts, *rights]


def _one_person_each(row: CellRow) -> list[CellRow]:
    """กรรมการ : นาย ก, นาง ข และนาย ค: a row for each of them, with the duty that they share."""
    last = row.cells[-1]
    led = split_leading_role(last.text) if len(row.cells) == 1 else None
    duty, names = led if led else (row.cells[0].text if len(row.cells) == 2 else "", last.text)
    pieces = [piece.strip() for piece in _COMMA.split(names)]
    whole = [split_person(piece) for piece in pieces]
    if len(pieces) < 2 or not all(one and not one.rest for one in whole):
        return [row]
    if not led and duty and read_role(duty) is None:
        return [row]
    cells = in_two(last, *led) if led else list(row.cells)
    persons = [replace(cells[-1], text=piece) for piece in pieces]
    return [CellRow((*cells[:-1], one), row.lines, row.whole) for one in persons]


def _unnumbered(row: CellRow) -> list[CellRow]:
    """นาย ก │ กรรมการ │ นาง ข │ กรรมการ: a row for each person that is named in full."""
    starts = [i for i, cell in enumerate(row.cells) if _is_named_in_full(cell.text)]
    if row.whole or len(starts) < 2 or starts[0] != 0:
        return [row]
    ends = [*starts[1:], len(row.cells)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        left = row.cells[start].box.left - _EDGE
        right = row.cells[end].box.left - _EDGE if end < len(row.cells) else 1.0
        lines = tuple(line for line in row.lines if left <= line.box.left < right)
        found.append(CellRow(row.cells[start:end], lines or row.lines))
    return found


def _is_named_in_full(text: str) -> bool:
    person = split_person(text)
    return person is not None and not person.rest and not is_given_name_only(person.name)


def _parted(row: CellRow) -> tuple[CellRow, CellRow] | None:
    if row.whole or not _begins_member(row.cells[0].text):
        return None
    for place, cell in enumerate(row.cells[1:], 1):
        if _begins_member(cell.text):
            left, right = row.cells[:place], row.cells[place:]
            edge = right[0].box.left - _EDGE
            lines = [
                tuple(line for line in row.lines if (line.box.left >= edge) is side)
                for side in (False, True)
            ]
            return CellRow(left, lines[0] or row.lines), CellRow(right, lines[1] or row.lines)
    return None


def _wrapped(
    row: CellRow, below: list[CellRow], lefts: list[CellRow], rights: list[CellRow]
) -> list[CellRow] | None:
    """The column whose last member a row goes on with: the right one if it begins where that does,
    the left one if the next row of two members counts on from it."""
    cell = row.cells[0]
    near = row.page == rights[-1].page and row.top - rights[-1].bottom < cell.box.height
    if len(row.cells) > 1 or row.whole or not near or _begins_member(cell.text):
        return None
    if abs(cell.box.left - rights[-1].cells[0].box.left) < _LEVEL:
        return rights
    parts = _parted(below[0]) if below else None
    last = next((one for one in reversed(lefts) if _begins_member(one.cells[0].text)), None)
    counts_on = parts and last and _order(parts[0]) == _order(last) + 1
    return lefts if counts_on and cell.box.right < rights[-1].cells[0].box.left else None


def _joined(last: CellRow, row: CellRow) -> list[CellRow]:
    """The last member of a column with the rest of its line, where he stands in one cell."""
    if len(last.cells) > 1:
        return [last, row]
    first, rest = last.cells[0], row.cells[0]
    apart = read_role(rest.text) is not None and not is_unfinished(first.text.split()[-1])
    text = f"{first.text} {rest.text}" if apart else join_wrapped([first.text, rest.text])
    whole = replace(first, text=text, box=first.box.union(rest.box))
    return [CellRow((whole,), (*last.lines, *row.lines))]


def _goes_on_left(last: CellRow, row: CellRow) -> bool:
    """Whether a row with one member is the next of the left column, longer than the right."""
    return _begins_member(row.cells[0].text) and _order(row) == _order(last) + 1


def _begins_member(text: str) -> bool:
    marker = read_marker(text) if _NUMBERED.match(text) else None
    rest = text[marker[1] :] if marker else ""
    return is_person(rest) or is_post(rest)


def _order(row: CellRow) -> int:
    marker = read_marker(row.cells[0].text)
    return int(marker[0].split(".")[-1]) if marker else 0
