"""The words of a received stamp told by the dotted lines behind them (`blanks`).

A pen crosses words and runs into them, so that they are not read in their line; cut out before
their dots most of them are. Of those that are not, the order tells: number, date, time, receiver.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from pipeline.lines import PixelBox, Strip
from pipeline.stamps.blanks import Blank
from pipeline.stamps.labels import Label, Part, words_of_stamps
from pipeline.tesseract import ReadLine, read_strips

Grey = npt.NDArray[np.uint8]

_ORDER: tuple[Part, ...] = ("number", "date", "time", "end")
_LINE = (34, 56)  # pixels at 300 dpi: heights of a line of a stamp's words
_USUAL = 44
_LEGIBLE, _WORD = 0.6, 3  # of a line by whose height others are told: its confidence and letters
_OF_STEP = 0.68  # height of a line in steps from row to row
_BELOW = 0.2  # of the height, below the dots; where a word was read it tells more
_SAME = (0.75, 1.35)  # heights that a word's line has if nothing but the word is in it
_ROOM = 0.35  # of the height around a word that is cut out
_ROW = 0.5  # of the height by which dots of one row may differ
_GAP = 0.6  # heights between dots where a word may stand
_LONGEST, _SHORTEST = 5.5, 2.0  # heights of a word
_INKED = 128
_NEXT = 2.4  # heights from a row to the next of one stamp


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the stamp's words: its height, and how far it reaches below its dots."""

    high: int
    below: int


@dataclass(frozen=True, slots=True)
class _Cell:
    """The room of a word before its dots: `left` to `right`; and how far down they are."""

    left: int
    right: int
    down: int
    first: bool  # in its row

    def box(self, line: _Line) -> PixelBox:
        bottom = self.down + line.below
        return (self.left, bottom - line.high, self.right, bottom)


def line_height(
    strips: Sequence[Strip], readings: Sequence[ReadLine], blanks: Sequence[Blank]
) -> int:
    """How high a line of the stamp's words is, in pixels."""
    heights = [
        strip.box[3] - strip.box[1]
        for strip, reading in zip(strips, readings, strict=True)
        if reading.confidence >= _LEGIBLE and len(reading.text) >= _WORD
    ]
    heights = [high for high in heights if _LINE[0] - 4 <= high <= _LINE[1] + 4]
    if heights:
        return int(np.median(heights))
    downs = sorted({blank.down for blank in blanks})
    steps = [low - high for high, low in pairwise(downs) if low - high > _USUAL]
    return int(np.clip(_OF_STEP * min(steps), *_LINE)) if steps else _USUAL


def with_cells(
    picture: Grey, labels: Sequence[Label], blanks: Sequence[Blank], high: int, framed: bool
) -> list[Label]:
    """The words known, and those that stand before dots; `framed`: of one stamp alone.

    `labels` are all words that were read in the lines of the picture, whosever they are.
    """
    cells = _cells(blanks, high)
    known = {cell: _known(cell, labels, high) for cell in cells}
    line = _Line(high, _below(known, high))
    told = {
        cell: label and _placed(label.part, label.box[0], label.box[2], cell, line)
        for cell, label in known.items()
    }
    unread = [cell for cell in cells if told[cell] is None]
    read = _read(picture, unread, line)
    told |= dict(zip(unread, read, strict=True))
    own = {
        cell: label
        for cell, label in told.items()
        if label is not None and (cell not in unread or not any(_overlap(label, o) for o in labels))
    }
    found = list(own.values()) + _by_order(cells, own, line, framed)
    others = [label for label in labels if not any(_overlap(label, one) for one in found)]
    return sorted([*found, *others], key=lambda label: (label.box[1], label.box[0]))


def _cells(blanks: Sequence[Blank], high: int) -> list[_Cell]:
    """Where words may stand before dots, row by row from the top."""
    rows: list[list[Blank]] = []
    for blank in sorted(blanks, key=lambda blank: blank.down):
        if rows and blank.down - rows[-1][0].down < _ROW * high:
            rows[-1].append(blank)
        else:
            rows.append([blank])
    cells = []
    for row in rows:
        before = 0
        for place, blank in enumerate(sorted(row, key=lambda blank: blank.left)):
            if not place or blank.left - before > _GAP * high:
                right = max(blank.left, before + round(_SHORTEST * high) if not place else 0)
                left = max(before, blank.left - round(_LONGEST * high))
                cells.append(_Cell(left, right, blank.down, not place))
            before = max(before, blank.right)
    return cells


def _known(cell: _Cell, labels: Sequence[Label], high: int) -> Label | None:
    """The word that was read there."""
    for label in labels:
        middle = (label.box[1] + label.box[3]) / 2
        level = cell.down - 0.9 * high < middle < cell.down + 0.4 * high
        if level and cell.left - high / 2 <= label.box[0] < cell.right:
            return label
    return None


def _below(known: dict[_Cell, Label | None], high: int) -> int:
    """How far lines of words reach below their dots."""
    told = [
        label.box[3] - cell.down
        for cell, label in known.items()
        if label and _SAME[0] * high <= label.height <= _SAME[1] * high
    ]
    return round(float(np.median(told))) if told else round(_BELOW * high)


def _placed(part: Part, left: int, right: int, cell: _Cell, line: _Line) -> Label:
    _, top, _, bottom = cell.box(line)
    return Label(part, (left, top, right, bottom))


def _read(picture: Grey, cells: Sequence[_Cell], line: _Line) -> list[Label | None]:
    """The words that stand before dots, cut out and read alone."""
    high, (down, _) = line.high, picture.shape
    room = round(_ROOM * high)
    strips, owners = [], []
    for place, cell in enumerate(cells):
        left, top, right, bottom = cell.box(line)
        above, below = max(0, top - room), min(down, bottom + room // 2)
        cut = picture[above:below, left : right + room // 2]
        if min(cut.shape) >= high // 2 and int(cut.min()) < _INKED:
            box = (left, top, right, bottom)
            strips.append(Strip(box, (left, above), np.ascontiguousarray(cut)))
            owners.append(place)
    readings = read_strips([strip.picture for strip in strips])
    found: list[Label | None] = [None] * len(cells)
    for place, strip, reading in zip(owners, strips, readings, strict=True):
        words = words_of_stamps([strip], [reading])
        if words:
            last = max(words, key=lambda word: word.box[0])  # that stands next to the dots
            found[place] = _placed(last.part, last.box[0], last.box[2], cells[place], line)
    return found


def _by_order(
    cells: Sequence[_Cell], own: dict[_Cell, Label], line: _Line, framed: bool
) -> list[Label]:
    """The words at the beginnings of rows that were not read, beside rows whose word was."""
    high = line.high
    rows = [cell for cell in cells if cell.first]
    parts: list[Part | None] = [own[row].part if row in own else None for row in rows]
    if framed and not any(parts) and len(rows) == len(_ORDER) - 1:
        parts = list(_ORDER[:3])
    for place in range(1, len(rows)):
        if parts[place] is None and _near(rows[place - 1], rows[place], high):
            last = [
                own[cell].part
                for cell in cells
                if cell in own and cell.down == rows[place - 1].down
            ]
            before = max([*last, parts[place - 1]], key=_place)
            parts[place] = _beside(before, 1)
    for place in range(len(rows) - 2, -1, -1):
        if parts[place] is None and _near(rows[place], rows[place + 1], high):
            parts[place] = _beside(parts[place + 1], -1)
    taken = [label.part for label in own.values()] if framed else []
    found = []
    for row, part in zip(rows, parts, strict=True):
        if part is not None and row not in own and part not in taken:
            label = _placed(part, row.left, row.right, row, line)
            found.append(replace(label, guessed=not own))
    return found


def _near(one: _Cell, other: _Cell, high: int) -> bool:
    return other.down - one.down < _NEXT * high and abs(other.left - one.left) < 3 * high


def _place(part: Part | None) -> int:
    return -1 if part is None else _ORDER.index(part)


def _beside(part: Part | None, way: int) -> Part | None:
    """The word in the row before (-1) or behind (1)."""
    if part is None:
        return None
    place = _ORDER.index(part) + way
    return _ORDER[place] if 0 <= place < len(_ORDER) else None


def _overlap(one: Label, other: Label) -> bool:
    across = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    down = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return across > 0 and down > 0
