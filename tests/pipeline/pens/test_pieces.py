"""What stands in print right before a pen's figures stays there."""

import numpy as np
import pytest

from pipeline.models import Box, Candidate, Line, Page, Word
from pipeline.pens.header_lines import header_line
from pipeline.pens.pieces import Piece, code_end, letters_before
from pipeline.pens.readings import Written
from pipeline.straight_cut import StraightCut


def line(text: str, confidence: float = 0.93) -> Line:
    """A line of which every sign is a word."""
    words = tuple(
        Word(sign, Box(0.1 + at / 200, 0.1, 0.105 + at / 200, 0.12), confidence)
        for at, sign in enumerate(text)
        if sign != " "
    )
    return Line(text, 1, Box(0.1, 0.1, 0.4, 0.12), confidence, words)


@pytest.mark.parametrize(
    ("text", "pen", "before"),
    [
        ("ที่ กษ ๑๐๐๕/ว", "", "ว"),
        ("ที่ กษ ๑๐๐๕/", "", ""),
        ("ที่ ศย ๓๑๖.๐๐๒/(อ)", "", "(อ) "),  # a court's letter, and a pen's number in blue behind it
        ("ที่ ศย ๓๐๒.๐๑๘/ง ๒๗๑", "๒๗๑", "ง "),
        ("ที่ ศย ๓๐๒.๐๑๘/ง ๒๗๑", "ง๒๗๑", ""),  # the pen wrote the letter too
        ("ที่ วก ๑๑๘/๒๕๖๘", "๑๑๘", "วก "),
        ("ที่ ๑๑๘/๒๕๖๘", "๑๑๘", ""),
    ],
)
def test_printed_letters_before_a_number_by_hand(text: str, pen: str, before: str) -> None:
    place = header_line(line(text))
    assert place is not None
    words = place.line.words
    at = "".join(word.text for word in words).find(pen) if pen else len(words)
    found = Written((0, 0, 9, 9), ("in another ink",), (), (Candidate("271", 0.9),))
    assert letters_before(place, [Piece(found, words[at : at + len(pen)])]) == before


def test_letters_that_were_not_surely_read_may_be_the_pens() -> None:
    place = header_line(line("ที่ ศย ๓๐๒.๐๑๘/ง", 0.6))
    assert place is not None
    found = Written((0, 0, 9, 9), ("in another ink",), (), (Candidate("271", 0.9),))
    assert letters_before(place, [Piece(found, ())]) == ""


@pytest.mark.parametrize(
    ("in_ink", "read", "end"),
    [
        ("(๔)/๓๗", "/๕๓/๓๗", "(๕)/"),  # print knows the brackets, the pen's reader the figure
        ("(๔)/๓๗", "๓๗", "(๔)/"),
        ("๔/๓๗", "/๓๗", ""),
    ],
)
def test_a_bracket_by_hand_ends_the_code(in_ink: str, read: str, end: str) -> None:
    """ที่ ตช ๐๐๑๘(นม).๔๘ in print, and (๕)/๓๗ behind it by hand."""
    place = header_line(line("ที่ ตช ๐๐๑๘(นม).๔๘"))
    assert place is not None
    page = Page(1, (place.line,), aspect=0.7)
    seen = StraightCut.around(place.line.box, page, np.full((1000, 700, 3), 255, np.uint8))
    found = Written((280, 100, 320, 120), ("in another ink",), (), (Candidate(read, 0.5),))
    assert code_end(place, [Piece(found, ())], seen, in_ink) == end
