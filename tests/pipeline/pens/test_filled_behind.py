"""A line of print with what a pen filled in behind its label."""

from __future__ import annotations

from pipeline.models import Box, Candidate, Change, Line, Page, Word, Writing
from pipeline.pens.filled_behind import filled_behind, in_place_of

LABEL = Word("ที่", Box(0.1, 0.1, 0.13, 0.12), 0.9)
DOTS = Word(".....", Box(0.14, 0.1, 0.3, 0.12), 0.4)
SAID = Writing(
    Box(0.15, 0.095, 0.25, 0.121),
    (Candidate("๔๗/๒๕๖๘", 0.5), Candidate("๔๙/๒๕๖๘", 0.2)),
    ("not read surely",),
    ".....",
)


def test_what_was_written_takes_the_place_of_the_dots_and_keeps_its_readings() -> None:
    line = Line("ที่ .....", 1, LABEL.box.union(DOTS.box), 0.65, (LABEL, DOTS))

    filled = filled_behind(line, len("ที่ "), SAID)

    assert filled.text == "ที่ ๔๗/๒๕๖๘"
    assert [(word.text, word.confidence) for word in filled.words] == [
        ("ที่", 0.9),
        ("๔๗/๒๕๖๘", 0.5),
    ]
    assert filled.confidence == 0.62  # by the letters of its words
    assert filled.box == Box(0.1, 0.095, 0.3, 0.121)
    assert filled.written == (SAID,)


def test_what_was_repaired_in_the_label_is_still_told() -> None:
    repaired = Change(0, "ที", "ที่", "a lost mark", encoding=False, box=LABEL.box)
    behind = Change(4, "o", "๐", "a figure", encoding=False, box=DOTS.box)
    line = Line("ที่ ๐", 1, LABEL.box.union(DOTS.box), 0.65, (LABEL, DOTS), (repaired, behind))

    filled = filled_behind(line, len("ที่ "), SAID)

    assert filled.changes == (repaired,)
    assert filled.recognised == "ที ๔๗/๒๕๖๘"


def test_the_pieces_that_were_read_of_the_row_before_go() -> None:
    line = Line("ที่", 1, LABEL.box, 0.9, (LABEL,))
    piece, mark = Line("๔", 1, SAID.box, 0.3), Line("|", 1, SAID.box, 0.2)
    page = Page(1, lines=(line, piece), marks=(mark,))

    told = in_place_of(page, line, filled_behind(line, len(line.text), SAID), (piece, mark))

    assert [one.text for one in told.lines] == ["ที่ ๔๗/๒๕๖๘"]
    assert told.marks == ()
