"""The stroke between code and running number is looked for where too many figures adjoin."""

import pytest

from pipeline.lost_strokes import WIDTHS, lacks_stroke, with_stroke
from pipeline.tesseract import ReadLine, ReadWord


def reading(text: str) -> ReadLine:
    return ReadLine(text, tuple(ReadWord(word, (0, 0, 9, 9), 0.93) for word in text.split()))


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("ที่ นว ๐๙๐๙๒๑๕", True),
        ("ที่ นว ๐๙๐๙/๒๑๕", False),
        ("ที่ นว ๐๙๐๙", False),  # a pen fills in the rest
        ("ที่ ศธ ๐๔๐๙๑.๐๗๘", False),
        ("โทร. ๐๕๖๒๙๕๐๗๗", False),
    ],
)
def test_a_number_lacks_its_stroke_if_no_code_is_as_long(text: str, lacks: bool) -> None:
    assert lacks_stroke(reading(text)) is lacks


def test_two_readings_that_see_the_stroke_are_believed_and_stay_in_doubt() -> None:
    first, parted = reading("ที่ นว ๐๙๐๙๒๑๕"), reading("ที่ นว ๐๙๐๙/๒๑๕")
    found = with_stroke(first, [first, parted, parted, first])
    assert found.text == parted.text
    assert {word.confidence for word in found.words} == {0.85}


def test_one_reading_or_other_figures_are_not() -> None:
    first, parted = reading("ที่ นว ๐๙๐๙๒๑๕"), reading("ที่ นว ๐๙๐๙/๒๑๕")
    assert with_stroke(first, [parted, *[first] * (len(WIDTHS) - 1)]) is first
    assert with_stroke(first, [reading("ที่ นว ๐๙๐๙/๒๑๖")] * len(WIDTHS)) is first
    assert with_stroke(first, [reading("ที่ นว ๐๙/๐๙๒๑๕")] * len(WIDTHS)) is first
