"""What the rows of a framed stamp are where its words were not read: told by their place.

Rubber wears, and its small words go first; what a dater pressed or a pen wrote into the frame
stands tall and dark. Number, date and time stand below each other in this order, so that a row of
which one is known tells the others. What is told so is a guess, and said to be one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.cleanup import rules
from pipeline.lines import Strip, find_strips
from pipeline.pens.ink import alone
from pipeline.shapes import find_shapes
from pipeline.stamps.areas import Area
from pipeline.stamps.date import read_date
from pipeline.stamps.labels import Label, Part
from pipeline.tesseract import ReadLine, read_strips

Grey = npt.NDArray[np.uint8]

_TALLEST = 92  # percentile of the heights of shapes about which what was filled in stands
_LOW = 0.38  # of that height; dots, and what a worn word leaves, are lower
_FEWEST, _MOST = 2, 7  # rows of a stamp
_ROW = 0.6  # heights of a line by which the middles of one row differ
_STEP = (0.8, 2.6)  # heights of a line from row to row
_LONG = 2.2  # heights of a line, than which a date is longer
_LIKELY = 0.5  # chance from which a reading is believed
_DATES = 3  # rows tried as dates
_WORDY = 14  # letters of a line of print; a stamp has no more than its office's
_LEGIBLE = 0.8


@dataclass(frozen=True, slots=True)
class Row:
    """The line in a row that was filled in, or the last of them."""

    strip: Strip
    reading: ReadLine

    @property
    def middle(self) -> float:
        return (self.strip.box[1] + self.strip.box[3]) / 2

    @property
    def wide(self) -> int:
        return self.strip.box[2] - self.strip.box[0]

    @property
    def height(self) -> int:
        return self.strip.box[3] - self.strip.box[1]


def guessed(area: Area, labels: Sequence[Label]) -> tuple[list[Label], list[Row]]:
    """Labels for the rows whose words are not among `labels`, and the rows of what is filled in.

    Nothing if no row is known: by its word, or as a date in a frame.
    """
    rows = _rows(area)
    if not _FEWEST <= len(rows) <= _MOST:
        return [], []
    parts = {label.part: label for label in labels}
    date = _middle(parts.get("date")) or _date_row(rows)
    if date is None and "number" in parts:
        date = _next(rows, _middle(parts["number"]), 1)
    if date is None and "time" in parts:
        date = _next(rows, _middle(parts["time"]), -1)
    places: dict[Part, float | None] = {
        "number": _next(rows, date, -1),
        "date": date,
        "time": _next(rows, date, 1),
    }
    high = int(np.median([row.height for row in rows]))
    found = [
        _label(part, row, high)
        for part, place in places.items()
        if part not in parts and (row := _at(rows, place)) is not None
    ]
    if "number" not in {label.part for label in (*found, *labels)}:
        return [], []
    return found, rows


def _rows(area: Area) -> list[Row]:
    """What stands tall in the frame, row by row from the top."""
    marks = np.asarray(cv2.threshold(area.picture, 200, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)
    ruled = rules.find_rules(marks)
    marks = rules.erase(marks, rules.Rules((), ruled.vertical))  # digits stand on the others
    _, labels, stats, _ = cv2.connectedComponentsWithStats(marks, connectivity=8)
    heights = stats[1:, 3][stats[1:, 3] >= 8]
    if len(heights) < 6:
        return []
    tall = _LOW * float(np.percentile(heights, _TALLEST))
    low = stats[:, 3] < tall
    low[0] = True
    kept = np.where(low[labels], 0, marks).astype(np.uint8)
    strips = find_strips(alone(area.picture, kept > 0), find_shapes(kept), ruled.vertical)
    readings = read_strips([strip.picture for strip in strips])
    if _wordy(readings) > 2:
        return []
    rows: list[list[Row]] = []
    for strip, reading in zip(strips, readings, strict=True):
        row = Row(strip, reading)
        if rows and abs(row.middle - rows[-1][0].middle) < _ROW * row.height:
            rows[-1].append(row)
        else:
            rows.append([row])
    return [_filled(row) for row in rows]


def _wordy(readings: Sequence[ReadLine]) -> int:
    return sum(
        reading.confidence >= _LEGIBLE and sum(sign.isalpha() for sign in reading.text) >= _WORDY
        for reading in readings
    )


def _filled(row: Sequence[Row]) -> Row:
    """The line of a row that has digits, the widest of them; else the last."""
    with_digits = [each for each in row if _digits(each.reading.text)]
    if not with_digits:
        return row[-1]
    return max(with_digits, key=lambda each: _digits(each.reading.text))


def _digits(text: str) -> int:
    return sum(sign.isdigit() for sign in text)


def _middle(label: Label | None) -> float | None:
    return (label.box[1] + label.box[3]) / 2 if label else None


def _at(rows: Sequence[Row], middle: float | None) -> Row | None:
    if middle is None:
        return None
    near = [row for row in rows if abs(row.middle - middle) < _ROW * row.height]
    return min(near, key=lambda row: abs(row.middle - middle), default=None)


def _next(rows: Sequence[Row], middle: float | None, way: int) -> float | None:
    """Where the row above (-1) or below (1) a place is, if one stands as far away as rows do."""
    if middle is None:
        return None
    away = [
        way * (row.middle - middle)
        for row in rows
        if _STEP[0] * row.height <= way * (row.middle - middle) <= _STEP[1] * row.height
    ]
    return middle + way * min(away) if away else None


def _date_row(rows: Sequence[Row]) -> float | None:
    """Where a row below another reads as a date, likelier than not."""
    likely = [
        index
        for index, row in enumerate(rows)
        if index and _digits(row.reading.text) and row.wide > _LONG * row.height
    ]
    likely.sort(key=lambda index: -_digits(rows[index].reading.text))
    for index in likely[:_DATES]:
        read = read_date(rows[index].strip.picture)
        if read and read[0].chance >= _LIKELY:
            return rows[index].middle
    return None


def _label(part: Part, row: Row, high: int) -> Label:
    """The word before a row, as high as the date: tails of pens make other rows seem higher."""
    left, top = row.strip.box[0], round(row.middle - high / 2)
    return Label(part, (max(0, left - high), top, max(1, left - 4), top + high), guessed=True)


def of_stamp(labels: Sequence[Label]) -> list[Label]:
    """The labels of the one stamp in a frame, from the top."""
    ordered = sorted(labels, key=lambda label: (label.box[1], label.box[0]))
    return [replace(label, stamp=0) for label in ordered]
