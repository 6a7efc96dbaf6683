"""What a pen may have filled in stands between print; of a day, before its month."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from pipeline.models import Box, Line, Page, Word
from pipeline.pens.header_lines import HeaderLine, header_line
from pipeline.pens.room import as_read, day_apart, filled_in_between, room_for, room_of
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


@pytest.mark.parametrize(("apart", "found"), [("๒๙", True), ("ครุฑ", False), ("", False)])
def test_a_day_may_have_been_read_as_a_line_of_its_own(apart: str, found: bool) -> None:
    month, _, _ = dated("")
    day = Line(apart, 1, Box(0.36, 0.2, 0.39, 0.22), 0.93)
    far = replace(day, box=Box(0.1, 0.2, 0.13, 0.22))
    assert (day_apart(month, [far, day]) is day) is found
    assert day_apart(month, [far]) is None
    assert day_apart(dated("๗")[0], [day]) is None  # the month has its day


def test_something_was_filled_in_before_a_month_without_a_day() -> None:
    month, seen, _ = dated("|")
    at = seen.pixels(month.line.box)
    left, right = filled_in_between(month, (-math.inf, 500), at) or (0, 0)
    assert right == 500 and 0 < right - left < 5 * (at[3] - at[1])
    assert filled_in_between(dated("๗")[0], (-math.inf, 500), at) is None


def letter(*words: tuple[str, float, float]) -> tuple[HeaderLine, StraightCut]:
    """The line of a letter's number: words with where they begin and end."""
    own = tuple(Word(text, Box(left, 0.2, right, 0.22), 0.8) for text, left, right in words)
    text = "".join(word.text for word in own).replace("ที่", "ที่ ").replace("ศธ", "ศธ ")
    line = Line(text, 1, Box(0.1, 0.2, 0.6, 0.22), 0.8, own)
    place = header_line(line)
    assert place is not None
    page = Page(1, (line,), aspect=1.0)
    return place, StraightCut.around(line.box, page, np.full((SIZE, SIZE, 3), 255, np.uint8))


def test_between_the_stroke_and_the_figures_a_circulars_mark_may_be_lost() -> None:
    code = (("ที่", 0.1, 0.14), ("ศธ", 0.16, 0.2), ("๐๔๐๙๑", 0.22, 0.3), ("/", 0.3, 0.31))
    for start, begins in ((0.312, 310), (0.35, 312)):
        place, seen = letter(*code, ("๓๐", start, 0.4))
        left, _ = room_of(place, [place.line.words[-1]], seen)
        assert left == pytest.approx(begins, abs=1)


def test_a_figure_may_begin_before_its_box_but_not_in_what_stands_before_it() -> None:
    code = (("ที่", 0.1, 0.14), ("ศธ", 0.16, 0.2), ("๐๔๐๙๑", 0.22, 0.3), ("/ว", 0.3, 0.33))
    for start, begins in ((0.35, 348), (0.334, 332)):
        place, seen = letter(*code, ("๓๐", start, 0.4))
        left, _ = room_of(place, [place.line.words[-1]], seen)
        assert left == pytest.approx(begins, abs=1)


def test_the_word_of_a_memos_day_is_print_to_its_end() -> None:
    """วันที่ before the day, though a letter of it was read less surely; its tone mark is boxed as
    wide as the room that the pen's figures fill."""
    place, seen, _ = dated("'", 0.5)
    words = (
        Word("ว", Box(0.2, 0.2, 0.22, 0.22), 0.8),
        Word("นที", Box(0.22, 0.2, 0.28, 0.22), 0.93),
        Word("่", Box(0.28, 0.2, 0.33, 0.22), 0.93),
    )
    word = Line("วันที่", 1, Box(0.2, 0.2, 0.33, 0.22), 0.9, words)
    left, _ = room_for(place, (word,), seen)
    assert left == seen.pixels(words[1].box)[2]


def test_a_tone_mark_beside_a_day_is_no_misread_figure() -> None:
    """That of วันที่ is boxed far into the room, where the pen's first figure stands."""
    place, seen, _ = dated("", 0.5)
    tone, sign = (Word(text, Box(0.44, 0.2, 0.46, 0.21), 0.9) for text in ("่", "ศ"))
    room = (seen.pixels(Box(0.4, 0.2, 0.4, 0.22))[0], seen.pixels(Box(0.5, 0.2, 0.5, 0.22))[0])
    assert as_read(tone, place, room, seen).confidence == 0.9
    assert as_read(sign, place, room, seen).confidence == 0.0
