"""Received stamps (ตรารับหนังสือ) read for themselves, and put into their page.

A stamp in black is one with a frame or with its printed words; one in colour is looked at again
where it has those words. What stands in a frame is laid out flat first, and where its words wore
away its rows are told by their place (`rows`), with a chance of a half at most. What is filled in
behind the words is read by `fields`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
import numpy.typing as npt

from pipeline.layout import rows as rows_of
from pipeline.lines import PixelBox, Strip
from pipeline.models import Box, Candidate, Line, Page, Stamp, Word, Writing
from pipeline.normalise import normalise
from pipeline.stamps.areas import (
    Area,
    black_boxes,
    flattened,
    frames,
    inside,
    straightened,
    top_of_page,
)
from pipeline.stamps.dated_above import dated_above
from pipeline.stamps.fields import Filled, fill
from pipeline.stamps.forms_numbers import tells_a_forms_number
from pipeline.stamps.frames import Frame
from pipeline.stamps.labels import (
    SHOWN,
    Label,
    find_labels,
    names_part,
    parts_named,
    words_of_stamps,
)
from pipeline.stamps.rows import guessed, of_stamp
from pipeline.tesseract import ReadLine, ReadWord, read_strips

Rgb = npt.NDArray[np.uint8]

_LEGIBLE = 0.6  # confidence from which a line of a stamp names its office
_OFFICE_ABOVE = 3.2  # heights of a line by which the office may stand above the number
_SAME = 0.5  # share of its area by which an impression is the stamp that was read anew
_COLUMNS = 3  # of a table; a stamp ruled like one has fewer
_LIKELY = 0.5  # chance from which what stands in the place of an unread word is believed
# The edge of a frame, read beside the name
_DIRT = re.compile(r"^[^ก-๎A-Za-z\d]+|[^ก-๎A-Za-z\d.)]+$")
_WHY = ("in a received stamp",)


@dataclass(frozen=True, slots=True)
class Places:
    """Where stamps may lie on a page: impressions in colour that have a stamp's words, frames that
    no table is ruled by, and ink that hangs together; in pixels of the straightened page."""

    coloured: tuple[PixelBox, ...]
    framed: tuple[Frame, ...]
    black: tuple[PixelBox, ...]


def find_places(page: Page, picture: Rgb) -> Places:
    """`picture` is the page in colour (height × width × 3), upright, not yet straightened."""
    top = top_of_page(page, picture)
    tables = [
        pixels(table.box, picture)
        for table in page.tables
        if max(len(row) for row in table.rows) >= _COLUMNS
    ]
    framed = (
        frame
        for frame in frames(page, top, (picture.shape[1], picture.shape[0]))
        if not any(meet(frame.box, other) for other in tables)
    )
    return Places(_coloured(page, picture), tuple(framed), black_boxes(page, top, picture))


def with_received(page: Page, picture: Rgb, places: Places | None = None) -> Page:
    """The page with its received stamps read; as it was if it has none.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened. What was
    read of a stamp among the print goes to the marks. `places`, if they were found before.
    """
    places = places or find_places(page, picture)
    taken = [*places.coloured]
    for frame in places.framed:
        if not any(meet(frame.box, other) for other in places.coloured):
            stamps = _read(flattened(page, picture, frame), page.number)
            if stamps:
                page, taken = _with(page, stamps), [*taken, frame.box]
    for box in places.coloured:
        area = straightened(page, picture, box)
        if area.strips:
            page = _with(page, _read(area, page.number))
    for box in places.black:
        if not any(meet(box, other) for other in taken):
            area = straightened(page, picture, box)
            if area.strips and (area.framed or has_words(page, area)):
                page = _with(page, _read(area, page.number))
    return page


def _with(page: Page, stamps: Sequence[Stamp]) -> Page:
    """The page with these stamps, unless as much was told apart there before."""
    if any(tells_a_forms_number(page, stamp.box) for stamp in stamps):
        return page
    former = {id(other): other for stamp in stamps for other in _at(page, stamp)}
    if stamps and _numbers(stamps) >= _numbers(tuple(former.values())):
        page, above = reduce(put_in, stamps, page), dated_above(former.values(), stamps)
        both = sorted((*page.stamps, *above), key=lambda one: one.box.top)
        return replace(page, stamps=tuple(both))
    return page


def _coloured(page: Page, picture: Rgb) -> tuple[PixelBox, ...]:
    """Boxes in colour that hold words of a stamp."""
    return tuple(
        pixels(stamp.box, picture)
        for stamp in page.stamps
        if any(names_part(line.text) for line in stamp.lines)
    )


def pixels(box: Box, picture: Rgb) -> PixelBox:
    height, width = picture.shape[:2]
    return (
        int(box.left * width),
        int(box.top * height),
        int(box.right * width),
        int(box.bottom * height),
    )


def meet(one: PixelBox, other: PixelBox) -> bool:
    across = min(one[2], other[2]) > max(one[0], other[0])
    return across and min(one[3], other[3]) > max(one[1], other[1])


def has_words(page: Page, area: Area) -> bool:
    down, across = area.picture.shape
    whole = area.box((0, 0, across, down))
    return any(names_part(line.text) and inside(line, whole) for line in (*page.lines, *page.marks))


def _read(area: Area, page: int) -> tuple[Stamp, ...]:
    """The stamps in an area; none if its words do not say that it is one."""
    readings = read_strips([strip.picture for strip in area.strips])
    labels = find_labels(area.strips, readings)
    words = words_in(area.strips, readings)
    most = 1.0
    if area.frame is not None and not _complete(labels):
        own = labels or words_of_stamps(area.strips, readings)
        found, rows = guessed(area, own)
        if found:
            most = 1.0 if labels else _LIKELY
            labels = of_stamp((*own, *found))
            words += words_in([row.strip for row in rows], [row.reading for row in rows])
    stamps = []
    for count in sorted({label.stamp for label in labels}):
        own = [label for label in labels if label.stamp == count]
        filled = [
            (label, fill(area.picture, label, labels, words))
            for label in own
            if label.part != "end"
        ]
        if most < 1.0 and not tells_enough(filled):
            continue  # a frame like others
        lines = [as_line(area, label, value, page, most) for label, value in filled]
        lines += offices(area, readings, labels, count, page)
        lines.sort(key=lambda line: line.box.middle)
        ordered = tuple(line for row in rows_of(lines) for line in row.lines)
        stamps.append(Stamp(page, Box.around([line.box for line in ordered]), ordered))
    return tuple(stamps)


def _complete(labels: Sequence[Label]) -> bool:
    return {"number", "date"} <= {label.part for label in labels}


def tells_enough(filled: Sequence[tuple[Label, Filled | None]]) -> bool:
    """Whether a frame without the number's word is a stamp: it has a number, and either a date or
    the words for date and time below each other, likelier right than wrong."""
    told = {label.part: value.candidates[0].chance for label, value in filled if value}
    read = {label.part: label for label, _ in filled if not label.guessed}
    below = "date" in read and "time" in read and read["time"].box[1] > read["date"].box[3]
    sure = told.get("number" if below else "date", 0.0) >= _LIKELY
    return "number" in told and sure


def words_in(strips: Sequence[Strip], readings: Sequence[ReadLine]) -> list[ReadWord]:
    return [
        ReadWord(word.text, _in_row(word.box, strip), word.confidence)
        for strip, reading in zip(strips, readings, strict=True)
        for word in reading.words
    ]


def _in_row(box: PixelBox, strip: Strip) -> PixelBox:
    """A word's box, as high as its line: marks are boxed as high as the recogniser likes."""
    return (box[0] + strip.origin[0], strip.box[1], box[2] + strip.origin[0], strip.box[3])


def as_line(area: Area, label: Label, filled: Filled | None, page: int, most: float) -> Line:
    """What stands behind a label, with a chance of no more than `most`."""
    shown = SHOWN[label.part]
    told = filled.candidates[0] if filled else None
    if label.guessed and (told is None or told.chance < _LIKELY):  # something stands there
        own = Word(shown, area.box(label.box), _LIKELY)
        return Line(shown, page, own.box, _LIKELY, (own,))
    own = Word(shown, area.box(label.box), 1.0)
    if filled is None:
        return Line(shown, page, own.box, 1.0, (own,))
    candidates = tuple(Candidate(one.text, min(most, one.chance)) for one in filled.candidates)
    first = candidates[0]
    box = area.box(filled.box)
    written = () if filled.printed and most == 1.0 else (Writing(box, candidates, _WHY),)
    words = (own, Word(first.text, box, first.chance))
    level = Box(own.box.left, own.box.top, box.right, own.box.bottom)
    return Line(f"{shown} {first.text}", page, level, first.chance, words, written=written)


def offices(
    area: Area, readings: Sequence[ReadLine], labels: Sequence[Label], count: int, page: int
) -> list[Line]:
    """The lines right above the number, legible and without a word of the stamp: its office."""
    numbers = [label for label in labels if label.part == "number"]
    own = [label for label in labels if label.stamp == count]
    found = []
    for strip, reading in zip(area.strips, readings, strict=True):
        above = [
            number
            for number in numbers
            if 0 < number.box[1] - strip.box[1] < _OFFICE_ABOVE * number.height
            and strip.box[2] > number.box[0] - number.height
        ]
        nearest = min(above, key=lambda number: _away(number, strip), default=None)
        same_row = any(abs(label.box[1] - strip.box[1]) < 0.5 * label.height for label in own)
        text, box = _DIRT.sub("", normalise(reading.text)), area.box(strip.box)
        named = len(text) > 3 and any(
            sign.isalpha() for sign in text
        )  # no number that a pen lifted
        legible = reading.confidence >= _LEGIBLE and named
        if nearest is not None and nearest.stamp == count and legible and not same_row:
            sure = round(reading.confidence, 4)
            found.append(Line(text, page, box, sure, (Word(text, box, sure),)))
    return found


def _away(number: Label, strip: Strip) -> int:
    return abs(number.box[0] - strip.box[0]) + abs(number.box[1] - strip.box[1])


def put_in(page: Page, stamp: Stamp) -> Page:
    """The page with the stamp in place of what was read there before."""
    gone = [line for line in page.lines if inside(line, stamp.box)]
    former = _at(page, stamp)
    stamps = [other for other in page.stamps if other not in former]
    beside = tuple(line for other in former for line in other.lines if _is_below(line, stamp))
    if beside:  # ด่วนมาก, pressed so near that both were one impression
        stamps.append(Stamp(stamp.page, Box.around([one.box for one in beside]), beside))
    return replace(
        page,
        lines=tuple(line for line in page.lines if line not in gone),
        marks=(*page.marks, *gone),
        stamps=tuple(sorted((*stamps, stamp), key=lambda one: one.box.top)),
    )


def _is_below(line: Line, stamp: Stamp) -> bool:
    legible = line.confidence >= _LEGIBLE and not names_part(line.text)
    return legible and line.box.top > stamp.box.bottom


def _at(page: Page, stamp: Stamp) -> list[Stamp]:
    """What was read before of the same impression."""
    return [other for other in page.stamps if share(other.box, stamp.box) > _SAME]


def _numbers(stamps: Sequence[Stamp]) -> int:
    """How many stamps were told apart there: each has one number."""
    return sum("number" in parts_named(line.text) for stamp in stamps for line in stamp.lines)


def share(one: Box, other: Box) -> float:
    """The part of the smaller box that lies in the other."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    smaller = min(one.width * one.height, other.width * other.height)
    return max(0.0, across) * max(0.0, down) / max(smaller, 1e-9)
