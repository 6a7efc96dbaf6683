"""The day of a received stamp, weighed by the letter's own."""

from datetime import date

from extractors.received_day import by_letter_day
from pipeline.models import Box, Candidate, Line, Word, Writing

BOX = Box(0.6, 0.1, 0.9, 0.13)
LETTER = date(2022, 9, 6)


def stamped(*readings: tuple[str, float]) -> Line:
    candidates = tuple(Candidate(text, chance) for text, chance in readings)
    text = f"วันที่ {candidates[0].text}"
    words = (Word(text, BOX, candidates[0].chance),)
    return Line(text, 1, BOX, 0.5, words, written=(Writing(BOX, candidates, ()),))


def test_a_day_before_the_letter_gives_way_to_one_after_it() -> None:
    line = by_letter_day(stamped(("9 ก.พ. 2565", 0.5), ("9 ก.ย. 2565", 0.4)), LETTER)
    assert line.text == "วันที่ 9 ก.ย. 2565"
    assert line.written[0].candidates[0].chance > 0.8


def test_a_reading_that_is_hardly_likely_stays_so() -> None:
    line = by_letter_day(stamped(("9 ก.ย. 2565", 0.1)), LETTER)
    assert line.written[0].candidates[0].chance < 0.5


def test_without_the_letters_day_nothing_changes() -> None:
    line = stamped(("9 ก.พ. 2565", 0.5), ("9 ก.ย. 2565", 0.4))
    assert by_letter_day(line, None) is line
