"""Places in a head: how far its rows stand apart, and which of them stand in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.text.keywords import WEAK_OPENERS, begins_with
from pipeline.layout import Row
from pipeline.models import Line

_SHORT_ROW = 0.6  # of the page's width: a row that no wrapped text fills
_OFF_AXIS = 0.05  # of the page's width: how far from the middle a centred line may stand
_CLEAR, _FAR_RIGHT = 0.03, 0.6  # of the page's width


def usual_pitch(rows: Sequence[Row], height: float) -> float:
    """From the top of a line to the top of the next, where lines follow each other; `height`: that
    of a line. 0 of a single row."""
    tops = [(row.lines[0].page, row.box.top) for row in rows]
    steps = [b - a for (p, a), (q, b) in pairwise(tops) if p == q and b - a > height]
    return median(steps) if steps else 0.0


def is_centred(row: Row, title: Line, margin: float) -> bool:
    """Whether a row stands in the middle under a title; `margin`: the page's on the right."""
    axis = (title.box.left + title.box.right) / 2
    middle = (row.box.left + row.box.right) / 2
    near = _OFF_AXIS / 3 if begins_with(row.text, WEAK_OPENERS, loose=False) else _OFF_AXIS
    exact = abs(middle - axis) < _OFF_AXIS / 10 and row.box.width < _SHORT_ROW
    short = row.box.right < 1 - margin - _OFF_AXIS / 2
    return abs(middle - axis) < near and (short or exact)


def leaves_the_axis(
    row: Row, title: Line, subject: Line, rows: Sequence[Row], margin: float
) -> bool:
    """Whether a row is no more centred, under a title and a subject that are."""
    middles = [(line.box.left + line.box.right) / 2 for line in (title, subject)]
    centred = abs(middles[0] - middles[1]) < _OFF_AXIS / 2 and title.box.left > row.box.left + 0.1
    level = abs(subject.box.left - row.box.left) < _OFF_AXIS / 5  # as far in as a paragraph begins
    margin_left = min(other.box.left for other in rows)
    indented = row.box.left > margin_left + _OFF_AXIS
    off = abs(row.box.left + row.box.right - title.box.left - title.box.right) / 2
    below = next((other for other in rows if other.box.top > row.box.top), None)
    if off < _OFF_AXIS / 5 and below is not None and below.box.left > margin_left + _OFF_AXIS:
        return False  # on the axis, and the row below does not go on at the margin
    beyond = subject.box.left > row.box.left or (level and indented)
    return centred and beyond and not is_centred(row, title, margin)


def is_apart(above: Row, row: Row, pitch: float | None, height: float) -> bool:
    """Whether a blank line stands between two rows; `pitch` and `height`: usual, of the page's."""
    if pitch is not None:
        return row.box.top - above.box.top > 1.6 * pitch
    return row.box.top - above.box.bottom > 0.9 * height


def stands_aside(row: Row, lines: Sequence[Line]) -> bool:
    """Whether a row begins right of where all lines of an item end, as none does that a full line
    has no room for, nearer the margin than a list that was tabbed to the right half: the boxes to
    tick of a stamp beside an addressee."""
    ends = max(line.box.right for line in lines)
    return row.lines[0].box.left > max(ends + _CLEAR, _FAR_RIGHT)
