"""A page as JSON and back, nothing lost, every line written once.

Lines become compact arrays: `[text, box, confidence, words]`, a box `[left, top, right, bottom]`;
what few lines have follows by name: `{"written": [[box, candidates, reasons, as_print], …],
"changes": [[start, read, became, reason, encoding, box], …]}`.
The lines of a table's cell are also lines of the page; the cell then holds their places in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.models import (
    Box,
    Candidate,
    Cell,
    Change,
    Code,
    Line,
    Page,
    Stamp,
    Table,
    Word,
    Writing,
)

Json = dict[str, Any]


def page_to_json(page: Page) -> Json:
    """What the columns of the page table do not hold."""
    places = {line: place for place, line in enumerate(page.lines)}
    return {
        "aspect": page.aspect,
        "lines": [_line(line) for line in page.lines],
        "tables": [
            {
                "box": _box(table.box),
                "rows": [
                    [
                        [_box(cell.box), [places.get(line, _line(line)) for line in cell.lines]]
                        for cell in row
                    ]
                    for row in table.rows
                ],
            }
            for table in page.tables
        ],
        "stamps": [
            [_box(stamp.box), [_line(line) for line in stamp.lines]] for stamp in page.stamps
        ],
        "codes": [[code.text, _box(code.box)] for code in page.codes],
        "marks": [_line(line) for line in page.marks],
    }


def page_from_json(
    content: Json, number: int, origin: str, rotation: int, skew: float, notes: Sequence[str]
) -> Page:
    """The page as it was read."""
    lines = tuple(_read_line(line, number) for line in content["lines"])

    def cell_line(entry: int | list[Any]) -> Line:
        return lines[entry] if isinstance(entry, int) else _read_line(entry, number)

    return Page(
        number=number,
        lines=lines,
        tables=tuple(
            Table(
                number,
                Box(*table["box"]),
                tuple(
                    tuple(Cell(Box(*box), tuple(map(cell_line, held))) for box, held in row)
                    for row in table["rows"]
                ),
            )
            for table in content["tables"]
        ),
        stamps=tuple(
            Stamp(number, Box(*box), tuple(_read_line(line, number) for line in held))
            for box, held in content["stamps"]
        ),
        codes=tuple(Code(number, text, Box(*box)) for text, box in content["codes"]),
        marks=tuple(_read_line(line, number) for line in content["marks"]),
        origin=origin,
        rotation=rotation,
        skew=skew,
        aspect=content["aspect"],
        notes=tuple(notes),
    )


def _box(box: Box) -> list[float]:
    return list(box.as_tuple())


def _line(line: Line) -> list[Any]:
    words = [[word.text, _box(word.box), word.confidence] for word in line.words]
    rare: Json = {}
    if line.written:
        rare["written"] = [_writing(piece) for piece in line.written]
    if line.changes:
        rare["changes"] = [_change(change) for change in line.changes]
    return [line.text, _box(line.box), line.confidence, words, *([rare] if rare else [])]


def _change(change: Change) -> list[Any]:
    said = [change.start, change.read, change.became, change.reason, change.encoding]
    return [*said, _box(change.box)]


def _writing(piece: Writing) -> list[Any]:
    candidates = [[candidate.text, candidate.chance] for candidate in piece.candidates]
    return [_box(piece.box), candidates, list(piece.reasons), piece.as_print]


def _read_line(entry: list[Any], page: int) -> Line:
    text, box, confidence, words = entry[:4]
    rare = entry[4] if len(entry) > 4 else {}
    return Line(
        text,
        page,
        Box(*box),
        confidence,
        tuple(Word(word, Box(*inner), sure) for word, inner, sure in words),
        changes=tuple(_read_change(*said) for said in rare.get("changes", ())),
        written=tuple(_read_writing(*piece) for piece in rare.get("written", ())),
    )


def _read_change(
    start: int, read: str, became: str, reason: str, encoding: bool, box: list[float]
) -> Change:
    return Change(start, read, became, reason, encoding, Box(box[0], box[1], box[2], box[3]))


def _read_writing(
    box: list[float], candidates: list[list[Any]], reasons: list[str], as_print: str
) -> Writing:
    return Writing(
        Box(box[0], box[1], box[2], box[3]),
        tuple(Candidate(text, chance) for text, chance in candidates),
        tuple(reasons),
        as_print,
    )


def page_row(sha256: str, page: Page) -> dict[str, Any]:
    """A page as a row of the catalogue."""
    return {
        "sha256": sha256,
        "number": page.number,
        "origin": page.origin,
        "rotation": page.rotation,
        "skew": page.skew,
        "notes": list(page.notes),
        "content": page_to_json(page),
    }
