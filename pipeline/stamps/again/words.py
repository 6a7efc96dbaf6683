"""The words of a received stamp, looked for a second time: in their lines, before the dots behind
them, and where the other words leave them a place.

Measures are heights of a word's line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.stamps.again.cells import line_height, with_cells
from pipeline.stamps.areas import Area
from pipeline.stamps.blanks import Blank
from pipeline.stamps.labels import (
    Label,
    Part,
    find_labels,
    of_stamps,
    on_one_row,
    words_of_stamps,
)
from pipeline.stamps.rows import Row, guessed, of_stamp
from pipeline.tesseract import ReadLine

# How long a word is at most: of a line as high, what goes on was filled in and read with it
_LONGEST: dict[Part, float] = {"number": 6.0, "date": 2.6, "time": 2.6, "end": 6.0}
_NUMBER_LONG = 2.4  # of a number's word that was not read
_BEFORE = 6.0  # room before the date, on its row, in which a number has place
_BELOW = (0.7, 2.2)  # from the number to the row below it


def find_words(
    area: Area, readings: Sequence[ReadLine], blanks: Sequence[Blank]
) -> tuple[list[Label], list[Row]]:
    """The words of the stamps in an area, and the rows of what is filled in that were read to tell
    them. `readings` are of the area's strips, `blanks` the dotted lines in it."""
    read = words_of_stamps(area.strips, readings)
    labels = _in_lines(area, readings, blanks, read)
    rows: list[Row] = []
    if area.frame is not None:
        if not labels:
            labels = _with_number_before(area, read)
        before = any(label.part == "number" and label.guessed for label in labels)
        if not {"number", "time" if before else "date"} <= {label.part for label in labels}:
            seen = area if area.whole is None else replace(area, picture=area.whole)
            found, rows = guessed(seen, labels or read)
            labels = of_stamp((*(labels or read), *found)) if found else labels
    labels = [_shorter(label) for label in labels]
    return [*labels, *_dates_below(area, labels)], rows


def _in_lines(
    area: Area, readings: Sequence[ReadLine], blanks: Sequence[Blank], read: Sequence[Label]
) -> list[Label]:
    """The stamps' words: read in their lines, or before the dots behind them."""
    if not blanks:
        return find_labels(area.strips, readings)
    high = line_height(area.strips, readings, blanks)
    framed = area.frame is not None
    labels = with_cells(area.picture, read, blanks, high, framed)
    if framed:
        labels = of_stamp(labels)
        return labels if "number" in {label.part for label in labels} else []
    return _with_times(of_stamps(labels, [strip.box for strip in area.strips]), labels)


def _with_times(kept: Sequence[Label], labels: Sequence[Label]) -> list[Label]:
    """The words kept, and those for times beside their dates."""
    beside = [
        replace(label, stamp=one.stamp)
        for label in labels
        for one in kept
        if label.part in ("time", "end") and one.part == "date" and on_one_row(label, one)
        if all(label.box != other.box for other in kept)
    ]
    return sorted([*kept, *beside], key=lambda label: (label.box[1], label.box[0]))


def _with_number_before(area: Area, read: Sequence[Label]) -> list[Label]:
    """The words read in a frame, and the number's on the row of a date that stands far to the
    right; none if there is no such row."""
    dates = [label for label in read if label.part == "date"]
    if len(dates) != 1 or any(label.part == "number" for label in read):
        return []
    (date,) = dates
    left = min(strip.box[0] for strip in area.strips)
    if date.box[0] - left < _BEFORE * date.height:
        return []
    right = left + round(_NUMBER_LONG * date.height)
    own = Label("number", (left, date.box[1], right, date.box[3]), guessed=True)
    return of_stamp((own, *read))


def _shorter(label: Label) -> Label:
    """The word without what was filled in so near that it was read as one with it."""
    left, top, right, bottom = label.box
    most = left + round(_LONGEST[label.part] * label.height)
    return replace(label, box=(left, top, min(right, most), bottom))


def _dates_below(area: Area, labels: Sequence[Label]) -> list[Label]:
    """Words for the rows right below numbers of stamps of which no more was read."""
    found = []
    for number in labels:
        if any(other.stamp == number.stamp and other is not number for other in labels):
            continue
        below = [
            strip.box
            for strip in area.strips
            if _BELOW[0] * number.height < strip.box[1] - number.box[1] < _BELOW[1] * number.height
            and abs(strip.box[0] - number.box[0]) < 3 * number.height
        ]
        if number.part == "number" and below:
            top = min(box[1] for box in below)
            right = number.box[0] + round(_LONGEST["date"] * number.height)
            box = (number.box[0], top, right, top + number.height)
            found.append(Label("date", box, number.stamp, guessed=True))
    return found
