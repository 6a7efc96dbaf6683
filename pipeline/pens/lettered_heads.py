"""Numbers and days of heads that a pen wrote whole, letters and all: ที่ วก ๑๑๘, ๒๔ พฤษภาคม ๒๕๖๘.

Print's recogniser may make nothing of such a row, and the reader of written digits knows no letter.
What the reader of letters tells is a guess, as every pen's reading is.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from pipeline.models import Box, Page, Writing
from pipeline.pens import row_forms
from pipeline.pens.filled_behind import filled_behind, in_place_of
from pipeline.pens.header_lines import SURE
from pipeline.pens.ink import without_seals
from pipeline.pens.lettered_places import LetteredPlace, lettered_places
from pipeline.pens.letters import Read, read_row
from pipeline.pens.read_apart import read_apart, without
from pipeline.pens.row_ink import row_ink
from pipeline.straight_cut import StraightCut

Grey = npt.NDArray[np.uint8]
Rgb = npt.NDArray[np.uint8]

_EDGE = 3  # pixels behind what is print
_LIKELY = 0.35  # chance of the likeliest reading under which none is told
# The least fit of a row, see `letters`; of a day's month one letter may look like none of it
_DAY_FITS, _NUMBER_FITS = -2.0, -1.0
_PRINTED = 0.7  # of the width of a row
_WHY = ("not read surely", "written in letters")


def with_lettered_heads(page: Page, picture: Rgb) -> Page:
    """The page with such numbers and days in the lines of their labels, as written.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened.
    """
    for place in lettered_places(page):
        page = _with_row(page, place, picture)
    return page


def ink_of(page: Page, place: LetteredPlace, picture: Rgb) -> tuple[Grey, Box] | None:
    """The ink of a row, seals left out, and where it is; None if there is none."""
    seen = StraightCut.around(place.line.box, page, picture)
    left, _, right, _ = seen.pixels(replace(place.line.box, left=place.left, right=place.right))
    bare = without_seals(seen.picture)
    at, rows = seen.pixels(place.line.box), _rows(page, place, seen)
    found = row_ink(seen.picture if bare is None else bare, at, left + _EDGE, right, rows)
    return (found.picture, seen.box(found.box)) if found else None


def _with_row(page: Page, place: LetteredPlace, picture: Rgb) -> Page:
    found = ink_of(page, place, picture)
    if found is None or _is_printed(page, found[1]):
        return page
    read = _read(found[0], place)
    if read is None or read.fit < (_DAY_FITS if place.is_day else _NUMBER_FITS):
        return page
    doubted = () if place.is_day else place.line.written
    former = max((each.candidates[0].chance for each in doubted), default=0.0)
    if read.candidates[0].chance < max(_LIKELY, former):
        return page
    return _told(page, place, read, found[1])


def _is_printed(page: Page, box: Box) -> bool:
    """Whether nearly all of a row was surely read as print: /๒๕๖๘ behind a place left blank."""
    sure = (
        word
        for line in page.lines
        if not line.written and box.top < line.box.middle < box.bottom
        for word in line.words
        if word.confidence >= SURE
    )
    within = (min(one.box.right, box.right) - max(one.box.left, box.left) for one in sure)
    return sum(max(0.0, wide) for wide in within) > _PRINTED * (box.right - box.left)


def _rows(page: Page, place: LetteredPlace, seen: StraightCut) -> tuple[float, float]:
    """Where the print above the row ends and that below it begins, in pixels of the strip."""
    over, under = -math.inf, math.inf
    for one in page.lines:
        beside = one.box.right > place.left and one.box.left < place.right
        if one is place.line or not beside or one.confidence < SURE:
            continue
        if one.box.bottom < place.line.box.middle:
            over = max(over, one.box.bottom)
        elif one.box.top > place.line.box.middle:
            under = min(under, one.box.top)
    return over * seen.height - seen.top, under * seen.height - seen.top


def _read(picture: Grey, place: LetteredPlace) -> Read | None:
    if place.is_day:
        return read_row(picture, [row_forms.day(d) for d in row_forms.KINDS], row_forms.spaced_day)
    grammars = [row_forms.number(digits).behind(place.prefix) for digits in row_forms.KINDS]
    return read_row(
        picture,
        [one for one in grammars if one is not None],
        lambda text: row_forms.spaced_number(place.prefix + text),
    )


def _told(page: Page, place: LetteredPlace, read: Read, box: Box) -> Page:
    """The page with the reading behind its label, or as a line of its own, without what was made of
    the row before."""
    line = place.line
    if place.prefix:
        box = replace(box, left=min(box.left, place.left))
    covered = [one for one in read_apart(page) if one is not line and box.holds_middle_of(one.box)]
    printed = " ".join([line.text[place.kept :], *(one.text for one in covered)]).strip()
    told = filled_behind(line, place.kept, Writing(box, read.candidates, _WHY, printed))
    if line.text:
        return in_place_of(page, line, told, covered)
    above = sum(one.box.middle < told.box.middle for one in page.lines)
    lines = (*page.lines[:above], told, *page.lines[above:])
    return without(replace(page, lines=lines), covered)
