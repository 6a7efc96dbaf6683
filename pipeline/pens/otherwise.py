"""Figures that look like print and that a pen's reader reads otherwise.

On a copy no ink has a colour, and what was filled in is taken for print, surely: of 43 such numbers
4 were misread. They are read once more as a pen's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.models import Line, Word
from pipeline.pens.header_lines import SURE, HeaderLine
from pipeline.pens.pieces import Piece, filled_in
from pipeline.pens.readings import CLOSED, SUREST, read_between, weighed_by_print
from pipeline.pens.room import day_apart, room_of
from pipeline.straight_cut import StraightCut
from pipeline.tesseract import ReadWord
from pipeline.word_places import word_places

_MOST = 20  # readings weighed
_FIGURES_ALONE = re.compile(r"[\d๐-๙]{1,4}")
_CLOSE = 1.2  # heights of the line (of the page), between its end and figures read apart


def is_grazed(place: HeaderLine) -> bool:
    """Whether a figure was read a little less surely than print is: on copies 18 of 60 numbers and
    days that a pen wrote, among them all that were misread, and 5 of 152 in print. Or whether a
    figure may be another however surely it was read, or have been read as a part of the stroke."""
    words = _figures(place)
    closed = any(CLOSED[0] in word.text for word in words)
    return (
        closed or min((one.confidence for one in (*words, *_stroke(place))), default=1.0) < SUREST
    )


def leaves_figures(place: HeaderLine, pieces: Sequence[Piece]) -> bool:
    """Whether pieces in no other ink leave out a figure that was read in the line."""
    if not place.whole or any("in another ink" in piece.found.reasons for piece in pieces):
        return False
    covered = {word for piece in pieces for word in piece.words}
    own = {
        word
        for first, last, word in word_places(place.line)
        if re.search(r"\d", place.line.text[max(first, place.start) : min(last, place.end)])
    }
    return bool(pieces) and not own <= covered


def read_otherwise(place: HeaderLine, beside: Sequence[Line], seen: StraightCut) -> list[Piece]:
    """The figures of a line's number or day as one written piece; none if a pen's reader reads them
    as print's does."""
    apart = None if place.whole else day_apart(place, beside)
    own = list(apart.words) if apart else _figures(place) if place.whole else []
    if not own:
        return []
    more = None if apart else _read_apart(place, beside)
    printed = apart.text if apart else place.line.text[place.start : place.end]
    if more is not None:
        own, printed = [*own, *more.words], printed + more.text
    lost = any(word.confidence < SUREST for word in _stroke(place))
    room = room_of(place, own, seen, lost)
    words = [*place.line.words, *(one for line in (apart, more) if line for one in line.words)]
    line = [ReadWord(one.text, seen.pixels(one.box), one.confidence) for one in words]
    leave_out = "ว/.-" if apart else ""
    at = seen.pixels(place.line.box)
    found = read_between(seen.picture, at, line, room, leave_out=leave_out, most=_MOST)
    print_ = re.sub(r"\D", "", printed)
    said = found.candidates[0].text if found else printed
    read = filled_in(said, place.kind)
    same = read == print_ or _is_read_alike(said, print_, place)
    same = more is None and (same or (read.strip("ว") == print_ and "ว" in printed))
    if found is None or same:
        return []
    figures = [one for one, word in zip(line, words, strict=True) if word in own]
    sure = not lost and (place.sure or (apart is not None and apart.confidence >= SURE))
    weighed = weighed_by_print(found.candidates, figures, print_ if sure else None, lost)
    reasons = ("read otherwise as handwriting",)
    return [Piece(replace(found, candidates=weighed, reasons=reasons), tuple(own))]


def _is_read_alike(said: str, print_: str, place: HeaderLine) -> bool:
    """Whether a pen's reader reads the figures as print's does, those of the code before them too:
    1204/0871/2567, of which only the last would be taken for what was filled in."""
    figures = re.sub(r"\D", "", said)
    whole = re.sub(r"\D", "", place.line.text[: place.end])
    return figures.endswith(print_) and whole.endswith(figures)


def _read_apart(place: HeaderLine, beside: Sequence[Line]) -> Line | None:
    """The last figures of a letter's number, where they were read as a line of their own."""
    if place.kind != "letter" or place.line.text[place.end :].strip():
        return None
    high = place.line.box.height
    near = (
        one
        for one in beside
        if _FIGURES_ALONE.fullmatch(one.text)
        and abs(one.box.left - place.line.box.right) < _CLOSE * high
    )
    return next(near, None)


def _figures(place: HeaderLine) -> list[Word]:
    return [
        word
        for first, last, word in word_places(place.line)
        if first < place.end and last > place.start and re.search(r"\d", word.text)
    ]


def _stroke(place: HeaderLine) -> list[Word]:
    """The stroke behind an order's running number, alone: a figure may have been read with it."""
    behind = [one for first, _, one in word_places(place.line) if first >= place.end]
    return [one for one in behind[:1] if place.kind == "order" and one.text == "/"]
