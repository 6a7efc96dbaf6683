"""Puts what was written by hand into the header lines of a page: running numbers and days.

Looked at is only what the recogniser did not read surely and whole: most pages cost nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import numpy as np
import numpy.typing as npt

from pipeline.lines import PixelBox
from pipeline.models import Box, Candidate, Line, Page, Stamp, Writing
from pipeline.pens.filled_lines import joined, put_in, with_years_alone
from pipeline.pens.header_lines import (
    HEAD,
    SURE,
    HeaderLine,
    Kind,
    header_line,
    open_order,
    year_beside,
)
from pipeline.pens.ink import without_seals
from pipeline.pens.lettered import bracketed_in_ink, told_in_ink, weighed_by_ink, with_letters
from pipeline.pens.otherwise import is_grazed, leaves_figures, read_otherwise
from pipeline.pens.pieces import Piece, as_print, code_end, filled_in, letters_before
from pipeline.pens.readings import Written, read_between, read_written
from pipeline.pens.room import (
    CODE_SURE,
    JOINED,
    as_read,
    filled_in_between,
    mean_sureness,
    room_for,
)
from pipeline.straight_cut import StraightCut

Rgb = npt.NDArray[np.uint8]

_MOST = 5  # candidates kept
_WO_LIKE_ONE = 0.15  # share of numbers that seem to begin with ๑ and begin with ว
_LEADER = re.compile(r"[.…_]{3}")
_BLANK = " /.…_"  # signs of print that no number consists of
_LEAST = 0.001  # chance under which a candidate is not kept

# What can stand in the place: ว ๖๐๙ | (อ) ๒๐๔๑ | ๙๘๒ | ๐๗ ๒๔ ๓๑
_FORMS: dict[Kind, re.Pattern[str]] = {
    "letter": re.compile(r"(?:ว|[ก-ฮ] |\([ก-ฮ]{1,2}\) )?[\d๐-๙]{1,6}"),
    "order": re.compile(r"(?:(?:[ก-ฮ]{1,5}\.? ?){1,3} )?[\d๐-๙]{1,5}"),
    "day": re.compile(r"[0๐]?[1-9๑-๙]|[12๑๒][\d๐-๙]|[3๓][01๐๑]"),
}


def with_writing(page: Page, picture: Rgb) -> Page:
    """The page with the written parts of its numbers and dates read.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened by the
    page's skew. What a line's `written` says stands in its text; what the recogniser of print had
    made of it is kept there, or among the page's marks where it stood apart from the line.
    """
    page = with_years_alone(page)
    in_cells = {
        line
        for table in page.tables
        for cells in table.rows
        for cell in cells
        for line in cell.lines
        if line.box.top >= HEAD  # the head of a memo may be ruled
    }
    for line in page.lines:
        beside = [
            other
            for other in (*page.lines, *page.marks)
            if other is not line and other.box.on_row_of(line.box)
        ]
        place, year = header_line(line), year_beside(line, beside)
        if place is None and year is not None:
            place = open_order(line)
        if place is None or line in in_cells or (place.sure and not is_grazed(place)):
            continue
        if place.kind != "day" and any(_is_whole(one) for one in line.written):
            continue
        seen = StraightCut.around(line.box, page, picture)
        writing = None
        for one in () if place.sure else _views(seen):  # under a seal, first without its ink
            pieces = _pieces(place, beside, one)
            writing = _writing(place, pieces, one, page.stamps) if pieces else None
            if writing is not None:
                break
        else:
            pieces = read_otherwise(place, beside, seen)
            writing = _writing(place, pieces, seen, page.stamps) if pieces else None
        if writing is not None:
            page = put_in(page, place, writing, {w for piece in pieces for w in piece.words})
            page = joined(page, writing, year) if year is not None else page
    return page


def _is_whole(writing: Writing) -> bool:
    """Whether a number was written whole, and read so: ง ๒๗๑, ๐๗๐๗๘.๐๕/๔๘."""
    return re.search("[/ก-ฮ]", writing.candidates[0].text) is not None


def _views(seen: StraightCut) -> list[StraightCut]:
    bare = without_seals(seen.picture)
    return [seen] if bare is None else [replace(seen, picture=bare), seen]


def _pieces(place: HeaderLine, beside: Sequence[Line], seen: StraightCut) -> list[Piece]:
    """What is written where the line's number or day is filled in, left to right."""
    line = place.line
    if place.kind == "letter" and mean_sureness(line, place.code, place.start) < CODE_SURE:
        return []
    words = [word for each in (line, *beside) for word in each.words]
    room = room_for(place, beside, seen)
    read = [as_read(word, place, room, seen) for word in words]
    at = seen.pixels(line.box)
    leave_out = "ว/.-" if place.kind == "day" else ""
    found = read_written(
        seen.picture,
        at,
        read,
        within=room,
        expected=filled_in_between(place, room, at),
        leave_out=leave_out,
        most=2 * _MOST,
    )
    if _touches_print(place, found, room, at):
        touching = read_between(seen.picture, at, read, room, leave_out=leave_out, most=2 * _MOST)
        found = (touching,) if touching else found
    pieces = [Piece(one, tuple(words[index] for index in one.words)) for one in found]
    if leaves_figures(place, pieces):
        return []  # print's reader saw more: what it saw is read once more as a pen's
    # Where print was read surely, only another ink tells that it is none; a stroke is print's own.
    return [
        piece
        for piece in pieces
        if "in another ink" in piece.found.reasons
        or all(word.text.strip(_BLANK) == "" for word in piece.words)
        or any(read[index].confidence < SURE for index in piece.found.words)
    ]


def _touches_print(
    place: HeaderLine, found: Sequence[Written], room: tuple[float, float], at: PixelBox
) -> bool:
    """Whether what is written cannot be told from the print before it by its shapes: they are one,
    or nothing was found where a day should be."""
    before = place.line.text[: place.start].strip()
    if not before or not math.isfinite(sum(room)) or room[1] - room[0] < JOINED * (at[3] - at[1]):
        return False
    if not found:
        return place.kind == "day" and not place.whole
    return len(found) == 1 and found[0].box[0] < room[0] - JOINED * (at[3] - at[1])


def _writing(
    place: HeaderLine, pieces: Sequence[Piece], seen: StraightCut, stamps: Sequence[Stamp]
) -> Writing | None:
    """The pieces as one piece of writing; None if nothing they may say can stand there."""
    part = place.line.text[place.start : place.end]
    stroke = "/" in part or _LEADER.search(part)  # print's stroke is lost before dots
    before = letters_before(place, pieces)
    box = Box.around([seen.box(piece.found.box) for piece in pieces])
    end, printed = code_end(place, pieces, seen, told_in_ink(stamps, box)), as_print(place, pieces)
    if place.kind != "day" and not any(sign.isalnum() for sign in printed):
        printed += told_in_ink(stamps, box)
    chances: dict[str, float] = {}
    inked = [bracketed_in_ink(stamps, seen.box(one.found.box)) for one in pieces[:-1]] + [()]
    said = [told or one.found.candidates for told, one in zip(inked, pieces, strict=True)]
    for combined in product(*said):
        text = "".join(candidate.text for candidate in combined)
        if place.kind == "letter" and not stroke and not re.search("[/ว]", text):
            continue  # ศธ ๐๔๐๐๑ and then figures: the code's own, or those of a running number?
        text = filled_in(text, place.kind)
        if before:
            text = before + text.removeprefix("ว")
        if _FORMS[place.kind].fullmatch(text):
            chance = math.prod(candidate.chance for candidate in combined)
            for reading, share in _beginnings(text, place.kind, printed):
                reading = end + reading
                chances[reading] = chances.get(reading, 0.0) + share * chance
    if chances and place.kind != "day" and not end:
        chances = weighed_by_ink(chances, stamps, box, before)
    best = sorted(chances.items(), key=lambda item: -item[1])[:_MOST]
    kept = tuple(Candidate(text, round(chance, 4)) for text, chance in best if chance >= _LEAST)
    if not kept:
        return None
    reasons = dict.fromkeys(reason for piece in pieces for reason in piece.found.reasons)
    return Writing(box, kept, tuple(reasons), printed)


def _beginnings(text: str, kind: Kind, as_print: str) -> list[tuple[str, float]]:
    """The reading with its share of the chance, and with the letters that may begin it: those that
    print reads there, or the ว of a circular, written like ๑."""
    if kind == "day":
        return [(text, 1.0)]
    lettered = with_letters(text, as_print)
    if lettered != [(text, 1.0)]:
        return lettered
    if kind == "letter" and text.startswith("๑") and len(text) > 1:
        return [(text, 1 - _WO_LIKE_ONE), ("ว" + text[1:], _WO_LIKE_ONE)]
    return [(text, 1.0)]
