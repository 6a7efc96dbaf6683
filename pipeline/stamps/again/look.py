"""A second look at received stamps, for the parts that the first (`pipeline.stamps.received`) did
not tell, and for stamps that it did not find.

The words are also told by the dotted lines behind them (`cells`), what is filled in is read as
`fill` does. A part that the first look told stays as it is; what the second tells is never surer
than a half, and what is likelier wrong than right is left unsaid, or stands for what the first told
with less chance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import numpy.typing as npt

from pipeline.layout import rows as rows_of
from pipeline.lines import PixelBox
from pipeline.models import Box, Line, Page, Stamp
from pipeline.stamps.again.fill import fill_again
from pipeline.stamps.again.letter_day import LetterDay, letter_day
from pipeline.stamps.again.possible_days import as_possible
from pipeline.stamps.again.words import find_words
from pipeline.stamps.areas import Area, flattened, straightened
from pipeline.stamps.blanks import find_blanks
from pipeline.stamps.forms_numbers import tells_a_forms_number
from pipeline.stamps.frames import Frame
from pipeline.stamps.labels import SHOWN, Label, Part, parts_named
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
from pipeline.tesseract import ReadLine, ReadWord, read_strips

Grey = npt.NDArray[np.uint8]
Rgb = npt.NDArray[np.uint8]

_PARTS: tuple[Part, ...] = ("number", "date", "time")
_MOST = 0.5  # chance of what a second look tells, at most
_LEAST: dict[Part, float] = {"number": 0.5, "date": 0.5, "time": 0.3}  # chance to be told at all
_WIDE = 10  # heights of a line behind a stamp's words, in which they are filled in
_ALONE = 2.0  # heights of a stamp's rows; what is higher may hold two
_SAME = 0.5  # share of its area by which an impression is the stamp that was read before
_DIGIT = r"[\d๐-๙]"
_BARE = re.compile(rf"\W*{_DIGIT}[\d๐-๙A-Za-z/]{{0,7}}\W*")  # a number whose word was not read
# เลขรับ...9.0ร | เลขรับ 4ก5: digits of a dater or a pen that were read as letters among them
_GARBLED = re.compile(rf"{_DIGIT}[ก-ธบ-ฮ]")
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
    near = letter_day(read)
    read = _with_possible_days(read, near)
    found: list[Stamp] = []
    for box, cut in _cuts(page, picture, places):
        wanted = _wanted(box, read, found, picture)
        area = cut() if wanted else None
        if area is None or not area.strips:
            continue
        words = _Words.of(area)
        found += _read(words, wanted, page.number, near)
        for apart in words.apart(picture):
            found += _read(_Words.of(straightened(page, picture, apart)), wanted, page.number, near)
    own = [one for one in found if not tells_a_forms_number(page, one.box)]
    for place in _together(own):
        read = _with(read, place)
    return read


def _with_possible_days(page: Page, near: LetterDay | None) -> Page:
    if near is None:
        return page
    stamps = (
        replace(one, lines=tuple(as_possible(line, near) for line in one.lines))
        for one in page.stamps
    )
    return replace(page, stamps=tuple(stamps))


def _cuts(
    page: Page, picture: Rgb, places: Places
) -> Iterator[tuple[PixelBox, Callable[[], Area | None]]]:
    """Where stamps may lie, and what cuts them out; frames first, which are laid out flat."""

    def flat(frame: Frame) -> Area:
        coloured = any(meet(frame.box, box) for box in places.coloured)
        return flattened(page, picture, frame, by_ink=coloured)

    def worded(box: PixelBox) -> Area | None:
        area = straightened(page, picture, box)
        coloured = any(meet(box, other) for other in places.coloured)
        return area if area.framed or coloured or has_words(page, area) else None

    for frame in places.framed:
        yield frame.box, partial(flat, frame)
    for box in places.coloured:
        yield box, partial(straightened, page, picture, box)
    for box in places.black:
        yield box, partial(worded, box)


def _wanted(box: PixelBox, read: Page, found: Sequence[Stamp], picture: Rgb) -> set[Part]:
    """The parts that stamps there lack, and that were not yet found; of a box that may hold more
    than one stamp all that one of them lacks."""
    there = [one for one in read.stamps if meet(pixels(one.box, picture), box)]
    now = [one for one in found if meet(pixels(one.box, picture), box)]
    tall = (box[3] - box[1]) / picture.shape[0]
    if not there or any(tall > _ALONE * one.box.height for one in now):
        lacking = set(_PARTS)
    else:
        lacking = {part for one in there for part in _missing(one)}
    if len(now) == 1 and len(there) < 2 and tall <= _ALONE * now[0].box.height:
        lacking -= {part for part in _PARTS if any(_tells(line, part) for line in now[0].lines)}
    return lacking


def _missing(stamp: Stamp) -> list[Part]:
    """The parts that are not told: behind their words, or alone where those were not read."""
    return [part for part in _PARTS if not any(_tells(line, part) for line in stamp.lines)]


def _tells(line: Line, part: Part) -> bool:
    if _TOLD[part].search(line.text) is None:
        return False
    if any(one.candidates[0].chance < _MOST for one in line.written) and part != "time":
        return False
    if part == "date":
        return True
    if parts_named(line.text):
        return part in parts_named(line.text) and not (part == "number" and _is_garbled(line))
    return part == "time" or _BARE.fullmatch(line.text) is not None


@dataclass(frozen=True, slots=True)
class _Words:
    """An area with what was read in its lines, and the stamps' words."""

    area: Area
    readings: tuple[ReadLine, ...]
    labels: list[Label]
    words: list[ReadWord]
    pictures: tuple[Grey, ...]  # in which what is filled in may be seen

    @classmethod
    def of(cls, area: Area) -> _Words:
        readings = tuple(read_strips([strip.picture for strip in area.strips]))
        blanks, bare = find_blanks(area.picture)
        labels, rows = find_words(area, readings, blanks)
        words = words_in(area.strips, readings)
        words += words_in([row.strip for row in rows], [row.reading for row in rows])
        whole = () if area.whole is None else (find_blanks(area.whole)[1],)
        return cls(area, readings, labels, words, (area.picture, bare, *whole))

    def own(self, count: int) -> list[Label]:
        """The words of one stamp."""
        return [label for label in self.labels if label.stamp == count]

    def counts(self) -> list[int]:
        return sorted({label.stamp for label in self.labels})

    def apart(self, picture: Rgb) -> Iterator[PixelBox]:
        """Where each of several stamps lies, which lean apart; in pixels of the page."""
        if len(self.counts()) < 2:
            return
        for count in self.counts():
            own = self.own(count)
            high = max(label.height for label in own)
            left, top = min(one.box[0] for one in own), min(one.box[1] for one in own)
            right, bottom = max(one.box[2] for one in own), max(one.box[3] for one in own)
            box = (left - high, top - 3 * high, right + _WIDE * high, bottom + high)
            yield pixels(self.area.box(box), picture)


def _read(words: _Words, wanted: Container[Part], page: int, near: LetterDay | None) -> list[Stamp]:
    """The stamps in an area, of which something that is wanted is told."""
    area, stamps = words.area, []
    for count in words.counts():
        own = words.own(count)
        filled = [
            (label, fill_again(words.pictures, label, words.labels, words.words, near))
            for label in own
            if label.part in wanted
        ]
        lines = [
            as_line(area, label, value, page, _MOST)
            for label, value in filled
            if value is not None
            and label.part in _LEAST
            and not (label.guessed and value.candidates[0].chance < _LEAST[label.part])
        ]
        if lines:
            lines += offices(area, words.readings, words.labels, count, page)
            lines.sort(key=lambda line: line.box.middle)
            ordered = tuple(line for row in rows_of(lines) for line in row.lines)
            around = [area.box(label.box) for label in own]
            stamps.append(Stamp(page, Box.around([*around, *(one.box for one in lines)]), ordered))
    return stamps


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
    known = _known(page, readings)
    if known is None:
        likely = [line for part, line in told.items() if line and line.confidence >= _LEAST[part]]
        return _with_new(page, readings, likely)
    lines = list(known.lines)
    for part in _missing(known):
        line, former = told[part], [one for one in lines if _is_former(one, part)]
        least = min([_LEAST[part], *(one.confidence for one in former)])
        if line is not None and line.confidence >= least:  # the likelier of two looks stays
            gone = [one for one in lines if _is_word_of(one, line, part) or one in former]
            lines = [one for one in lines if one not in gone] + [line]
    stamps = tuple(replace(one, lines=tuple(lines)) if one is known else one for one in page.stamps)
    return replace(page, stamps=stamps)


def _with_new(page: Page, readings: Sequence[Stamp], told: Sequence[Line]) -> Page:
    if not any(_tells(line, "number") or _tells(line, "date") for line in told):
        return page
    base = max(readings, key=lambda one: len(one.lines))
    names = [one for one in base.lines if not any(_tells(one, part) for part in _PARTS)]
    lines = (*names, *told)
    stamp = Stamp(page.number, Box.around([one.box for one in lines]), lines)
    return put_in(page, stamp)


def _known(page: Page, readings: Sequence[Stamp]) -> Stamp | None:
    """The stamp that these are readings of: of several pieces of it that which has its words."""

    def alike(one: Stamp) -> tuple[int, float]:
        named = sum(bool(parts_named(line.text)) for line in one.lines)
        return named, max(share(one.box, reading.box) for reading in readings)

    near = [one for one in page.stamps if alike(one)[1] > _SAME]
    return max(near, key=alike, default=None)


def _best(readings: Sequence[Stamp], part: Part) -> Line | None:
    """The likeliest line of a part."""
    lines = [
        line for stamp in readings for line in stamp.lines if line.text.startswith(SHOWN[part])
    ]
    return max(lines, key=lambda line: line.confidence, default=None)


def _is_former(one: Line, part: Part) -> bool:
    """Whether a line is what the first look made of the part, likelier wrong than right."""
    told = _TOLD[part].search(one.text) is not None and part in parts_named(one.text)
    return told and (bool(one.written) or (part == "number" and _is_garbled(one)))


def _is_garbled(line: Line) -> bool:
    return not line.written and _GARBLED.search(line.text) is not None


def _is_word_of(one: Line, told: Line, part: Part) -> bool:
    """Whether a line is the word, with nothing behind it, of what is told now."""
    alone = one.text.strip(" .…_") == SHOWN[part]
    nothing = not re.search(_DIGIT, one.text) and told.words[0].box.holds_middle_of(one.box)
    return alone or nothing
