"""Of two readings of a row the better known stays; what differs is in doubt."""

from dataclasses import replace

from pipeline.models import Box, Line
from pipeline.rows_anew import with_rows_anew


def line(text: str, top: float = 0.5, sure: float = 0.9, left: float = 0.4) -> Line:
    return Line(text=text, page=1, box=Box(left, top, left + 0.3, top + 0.013), confidence=sure)


ABOVE, BELOW = line("ขอแสดงความนับถือ", 0.4), line("ผู้อำนวยการกองช่าง", 0.52)


def test_a_row_that_was_not_there_is_taken_in_its_place_and_doubted() -> None:
    lines, _ = with_rows_anew([ABOVE, BELOW], [], [line("(นายเอก มั่นคง)")])
    assert [one.text for one in lines] == [ABOVE.text, "(นายเอก มั่นคง)", BELOW.text]
    assert lines[1].confidence <= 0.6


def test_loops_of_a_signature_that_read_as_letters_are_not() -> None:
    assert with_rows_anew([ABOVE], [], [line("ห ๓", sure=0.9)])[0] == [ABOVE]
    assert with_rows_anew([ABOVE], [], [line("ขรชับ ม่ะม", sure=0.5)])[0] == [ABOVE]


def test_the_better_known_reading_stays_and_tells_the_other() -> None:
    crossed = line("ผู้อำนว/กา)กองช่าง", sure=0.8)
    (kept,), _ = with_rows_anew([crossed], [], [line("ผู้อำนวยการกองช่าง", sure=0.9)])
    assert kept.text == "ผู้อำนวยการกองช่าง"
    assert kept.confidence <= 0.6
    assert [change.read for change in kept.changes] == ["ผู้อำนว/กา)กองช่าง"]


def test_a_first_reading_stays_if_it_is_better_and_is_doubted_unless_it_was_sure() -> None:
    worse = line("ผู้อำ วยกา กองช่าง", sure=0.8)
    first = line("ผู้อำนวยการกองช่าง", sure=0.85)
    assert with_rows_anew([first], [], [worse])[0] == [replace(first, confidence=0.6)]
    sure = line("ผู้อำนวยการกองช่าง", sure=0.93)
    assert with_rows_anew([sure], [], [worse])[0] == [sure]


def test_a_piece_of_a_row_takes_no_rows_place() -> None:
    long = replace(line("ผู้อำนวยการกองช่าง"), box=Box(0.1, 0.5, 0.9, 0.513))
    assert with_rows_anew([long], [], [line("ผู้อำนวยการ")])[0] == [long]


def test_marks_of_its_ink_go() -> None:
    mark = line("W", sure=0.3)
    assert with_rows_anew([], [mark], [line("(นายเอก มั่นคง)")])[1] == []


def test_signs_left_of_strokes_within_a_name_are_no_part_of_it() -> None:
    lines, _ = with_rows_anew([], [], [line("(นายชาญ- ชัย ดวงแก้ว)")])
    assert lines[0].text == "(นายชาญชัย ดวงแก้ว)"
