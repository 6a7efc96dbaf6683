"""An order's number by hand of which print's recogniser made nothing: ที่ ๔๗/๒๕๖๘ in heavy black.

Written larger than its row and across the dots, it is read as a mark, or not at all. Behind a label
that nothing follows the pen's reader looks for figures, a stroke and a year.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from pipeline.models import Candidate, Line, Page, Word, Writing, mean_confidence
from pipeline.pens.header_lines import HEAD, SURE, stands_on_row
from pipeline.pens.readings import read_between
from pipeline.straight_cut import StraightCut

Rgb = npt.NDArray[np.uint8]

_LABEL = re.compile(r"\s*(?:เลข)?ที่[\s.…_]*")
# A long stroke is read as 1 or 7, or lost; between Thai figures these are none
_ORDER = re.compile(
    r"(?P<thai>[๐-๙]{1,4})[/17ว]?(?P<thai_year>๒๕[๕-๗][๐-๙])|(?P<own>[0-9]{1,4})/(?P<year>25[5-7][0-9])"
)
_WIDEST = 0.25  # of the page, in which it stands
_EDGE = 3  # pixels behind the label
_LIKELY = 0.5  # chance of all readings of that form
_MOST = 5
_WHY = ("not read surely",)


def with_unread_numbers(page: Page, picture: Rgb) -> Page:
    """The page with such numbers in the lines of their labels, as written.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened.
    """
    for line in page.lines:
        if line.box.bottom < HEAD and not line.written and _LABEL.fullmatch(line.text):
            page = _read(page, line, picture)
    return page


def _read(page: Page, line: Line, picture: Rgb) -> Page:
    behind = [
        one
        for one in (*page.lines, *page.marks)
        if one is not line
        and stands_on_row(one.box, line.box)
        and line.box.right <= one.box.left < line.box.right + _WIDEST
    ]
    printed = [one.box.left for one in behind if one.confidence >= SURE]
    seen = StraightCut.around(line.box, page, picture)
    at = seen.pixels(line.box)
    end = min(printed, default=line.box.right + _WIDEST)
    right = seen.pixels(replace(line.box, right=end))[2]
    if right - at[2] < 2 * (at[3] - at[1]):
        return page
    found = read_between(seen.picture, at, [], (at[2] + _EDGE, right), most=4 * _MOST)
    read = _orders(found.candidates if found else ())
    if found is None or sum(one.chance for one in read) < _LIKELY:
        return page
    box = seen.box(found.box)
    covered = [one for one in behind if box.holds_middle_of(one.box)]
    said = tuple(read[:_MOST])
    word = Word(read[0].text, box, read[0].chance)
    words = (*line.words, word)
    whole = replace(
        line,
        text=f"{line.text.rstrip(' .…_')} {word.text}",
        box=line.box.union(box),
        words=words,
        confidence=round(mean_confidence(words), 4),
        written=(Writing(box, said, _WHY, " ".join(one.text for one in covered)),),
    )
    return replace(
        page,
        lines=tuple(whole if one is line else one for one in page.lines if one not in covered),
        marks=tuple(one for one in page.marks if one not in covered),
    )


def _orders(read: Sequence[Candidate]) -> list[Candidate]:
    """The readings that are an order's number, likeliest first."""
    chances: dict[str, float] = defaultdict(float)
    for one in read:
        if found := _ORDER.fullmatch(one.text):
            own, year = found["thai"] or found["own"], found["thai_year"] or found["year"]
            chances[f"{own}/{year}"] += one.chance
    best = sorted(chances.items(), key=lambda item: -item[1])
    return [Candidate(text, round(chance, 4)) for text, chance in best]
