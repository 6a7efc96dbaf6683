"""What a pen may have filled in stands between print; of a day, before its month."""

from __future__ import annotations

import math

import numpy as np

from pipeline.models import Box, Line, Page, Word
from pipeline.pens.header_lines import HeaderLine, header_line
from pipeline.pens.room import room_for, room_of
from pipeline.straight_cut import StraightCut

SIZE = 1000  # pixels of the page's sides


def dated(day: str, month_at: float = 0.5) -> tuple[HeaderLine, StraightCut, Word]:
    """A line that begins with a day at 0.4 of the page, as a page of one line."""
    words = (
        Word(day, Box(0.4, 0.2, 0.4 + 0.02 * len(day), 0.22), 0.6),
        Word("มีนาคม", Box(month_at, 0.2, 0.6, 0.22), 0.93),
        Word("๒๕๖๙", Box(0.62, 0.2, 0.7, 0.22), 0.93),
    )
    line = Line(f"{day} มีนาคม ๒๕๖๙", 1, Box(0.4, 0.2, 0.7, 0.22), 0.9, words)
    place = header_line(line)
    assert place is not None
    page = Page(1, (line,), aspect=1.0)
    cut = StraightCut.around(line.box, page, np.full((SIZE, SIZE, 3), 255, np.uint8))
    return place, cut, words[0]


def test_before_a_day_of_two_figures_stands_no_other() -> None:
    place, seen, _ = dated("๒๗")
    left, right = room_for(place, (), seen)
    start = seen.pixels(place.line.box)[0]
    assert start - 10 < left <= start and right == seen.pixels(place.line.words[1].box)[0]


def test_before_a_day_of_one_figure_another_may_have_been_lost() -> None:
    one, seen, _ = dated("๗")
    height = seen.pixels(one.line.box)[3] - seen.pixels(one.line.box)[1]
    assert seen.pixels(one.line.box)[0] - room_for(one, (), seen)[0] == height


def test_a_month_alone_leaves_all_room_before_it() -> None:
    place, seen, _ = dated("|")
    assert room_for(place, (), seen)[0] == -math.inf


def test_a_day_that_was_read_as_print_is_looked_at_up_to_its_month() -> None:
    place, seen, day = dated("๑")
    left, right = room_of(place, [day], seen)
    assert left < seen.pixels(day.box)[0]
    assert seen.pixels(day.box)[2] < right <= seen.pixels(place.line.words[1].box)[0]
