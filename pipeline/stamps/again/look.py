"""A second look at received stamps, for the parts that the first (`pipeline.stamps.received`) did
not tell, and for stamps that it did not find.

The words are also told by the dotted lines behind them (`cells`), what is filled in is read as
`fill` does. A part that the first look told stays as it is; what the second tells is never surer
than a half, and what is likelier wrong than right is left unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from pipeline.layout import rows as rows_of
from pipeline.models import Box, Line, Page, Stamp
from pipeline.stamps.again.blanks import find_blanks
from pipeline.stamps.again.fill import fill_again
from pipeline.stamps.again.letter_day import LetterDay, letter_day
from pipeline.stamps.again.words import find_words
from pipeline.stamps.areas import Area, flattened, straightened
from pipeline.stamps.labels import (
    SHOWN,
    Part,
    parts_named,
)
from pipeline.stamps.received import (
    Places,
    as_line,
    find_places,
    has_words,
    meet,
    offices,
    pixels,
    put_in,
    share,
    with_received,
    words_in,
)
from pipeline.tesseract import read_strips

Rgb = npt.NDArray[np.uint8]

_PARTS: tuple[Part, ...] = ("number", "date", "time")
_MOST = 0.5  # chance of what a second look tells, at most
_LEAST: dict[Part, float] = {"number": 0.3, "date": 0.5, "time": 0.3}  # chance to be told at all
_SAME = 0.5  # share of its area by which an impression is the stamp that was read before
_DIGIT = r"[\d๐-๙]"
# What tells a part in a line, beside its word
_TOLD: dict[Part, re.Pattern[str]] = {
    "number": re.compile(_DIGIT),
    "date": re.compile(rf"{_DIGIT}{{1,2}}\W*[ก-๎].*{_DIGIT}{{2}}|{_DIGIT}/{_DIGIT}+/{_DIGIT}"),
    "time": re.compile(rf"{_DIGIT}\s?[.:]\s?{_DIGIT}{{2}}"),
}


def with_stamps(page: Page, picture: Rgb) -> Page:
    """The page with its received stamps, looked at twice where need be.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened.
    """
    places = find_places(page, picture)
    read = with_received(page, picture, places)
    near = letter_day(page)
    found: list[Stamp] = []
    for area in _areas(page, read, picture, places):
        found += _read(area, page.number, near)
    for place in _together(found):
        read = _with(read, place)
    return read


def _areas(page: Page, read: Page, picture: Rgb, places: Places) -> Iterator[Area]:
    """Where the first look told no stamp, or not all of it."""
    whole = [pixels(s.box, picture) for s in read.stamps if not _missing(s)]
    for frame in places.framed:
        if not any(meet(frame.box, box) for box in whole):
            coloured = any(meet(frame.box, box) for box in places.coloured)
            yield flattened(page, picture, frame, by_ink=coloured)
    for box in places.coloured:
        if not any(meet(box, other) for other in whole):
            yield straightened(page, picture, box)
    for box in places.black:
        if not any(meet(box, other) for other in whole):
            area = straightened(page, picture, box)
            if area.framed or has_words(page, area) or any(meet(box, c) for c in places.coloured):
                yield area


def _missing(stamp: Stamp) -> list[Part]:
    """The parts that are not told: behind their words, or alone where those were not read."""
    return [part for part in _PARTS if not any(_tells(line, part) for line in stamp.lines)]


def _tells(line: Line, part: Part) -> bool:
    if _TOLD[part].search(line.text) is None:
        return False
    if part == "date":
        return all(one.candidates[0].chance >= _MOST for one in line.written)
    if parts_named(line.text):
        return part in parts_named(line.text)
    return part == "time" or not any(_TOLD[one].search(line.text) for one in ("date", "time"))


def _read(area: Area, page: int, near: LetterDay | None) -> tuple[Stamp, ...]:
    """The stamps in an area, of which something is told; none if its words do not say that it is
    one."""
    if not area.strips:
        return ()
    readings = read_strips([strip.picture for strip in area.strips])
    words = words_in(area.strips, readings)
    blanks, bare = find_blanks(area.picture)
    labels, rows = find_words(area, readings, blanks)
    words += words_in([row.strip for row in rows], [row.reading for row in rows])
    pictures = [area.picture, bare]
    if area.whole is not None:
        pictures.append(find_blanks(area.whole)[1])
    stamps = []
    for count in sorted({label.stamp for label in labels}):
        own = [label for label in labels if label.stamp == count]
        filled = [
            (label, fill_again(pictures, label, labels, words, near))
            for label in own
            if label.part != "end"
        ]
        lines = [
            as_line(area, label, value, page, _MOST)
            for label, value in filled
            if value is not None and value.candidates[0].chance >= _LEAST[label.part]
        ]
        if lines:
            lines += offices(area, readings, labels, count, page)
            lines.sort(key=lambda line: line.box.middle)
            ordered = tuple(line for row in rows_of(lines) for line in row.lines)
            around = [area.box(label.box) for label in own]
            stamps.append(Stamp(page, Box.around([*around, *(one.box for one in lines)]), ordered))
    return tuple(stamps)


def _together(stamps: Sequence[Stamp]) -> list[list[Stamp]]:
    """Readings of one impression together."""
    places: list[list[Stamp]] = []
    for stamp in stamps:
        own = next((p for p in places if any(share(one.box, stamp.box) > _SAME for one in p)), None)
        if own is None:
            places.append([stamp])
        else:
            own.append(stamp)
    return places


def _with(page: Page, readings: Sequence[Stamp]) -> Page:
    """The page with what these readings of one stamp tell that was not told."""
    told = {part: _best(readings, part) for part in _PARTS}
    first = max(readings, key=lambda one: share(one.box, _nearest(page, one)))
    known = next((one for one in page.stamps if one.box == _nearest(page, first)), None)
    if known is None or share(known.box, first.box) <= _SAME:
        return _with_new(page, readings, [line for line in told.values() if line])
    lines = list(known.lines)
    for part in _missing(known):
        line = told[part]
        if line is not None:
            gone = [one for one in lines if _is_word_of(one, line, part)]
            lines = [one for one in lines if one not in gone] + [line]
    stamps = tuple(replace(one, lines=tuple(lines)) if one is known else one for one in page.stamps)
    return replace(page, stamps=stamps)


def _with_new(page: Page, readings: Sequence[Stamp], told: Sequence[Line]) -> Page:
    if not any(_tells(line, "number") or _tells(line, "date") for line in told):
        return page
    base = max(readings, key=lambda one: len(one.lines))
    names = [one for one in base.lines if not any(_tells(one, part) for part in _PARTS)]
    lines = (*names, *told)
    return put_in(page, Stamp(page.number, Box.around([one.box for one in lines]), lines))


def _nearest(page: Page, stamp: Stamp) -> Box:
    boxes = [one.box for one in page.stamps]
    return max(boxes, key=lambda box: share(box, stamp.box), default=Box(0, 0, 0, 0))


def _best(readings: Sequence[Stamp], part: Part) -> Line | None:
    """The likeliest line of a part."""
    lines = [
        line for stamp in readings for line in stamp.lines if line.text.startswith(SHOWN[part])
    ]
    return max(lines, key=lambda line: line.confidence, default=None)


def _is_word_of(one: Line, told: Line, part: Part) -> bool:
    """Whether a line is the word, with nothing behind it, of what is told now."""
    alone = one.text.strip(" .…_") == SHOWN[part]
    nothing = not re.search(_DIGIT, one.text) and told.words[0].box.holds_middle_of(one.box)
    return alone or nothing
