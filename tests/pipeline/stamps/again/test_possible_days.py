"""A stamp's date that would be before its letter's is another of its readings, if one can be."""

from datetime import date

from pipeline.models import Box, Candidate, Line, Word, Writing
from pipeline.stamps.again.letter_day import LetterDay
from pipeline.stamps.again.possible_days import as_possible

LETTER = LetterDay(date(2024, 3, 5), date(2024, 3, 5))
BOX = Box(0.6, 0.1, 0.8, 0.12)


def stamped(*readings: tuple[str, float]) -> Line:
    first, chance = readings[0]
    words = (Word("วันที่", BOX, 1.0), Word(first, BOX, chance))
    written = Writing(BOX, tuple(Candidate(*one) for one in readings), ())
    return Line(f"วันที่ {first}", 1, BOX, chance, words, written=(written,))


def test_the_month_that_lost_its_vowel() -> None:
    read = as_possible(stamped(("6 ม.ค. 2567", 0.84), ("6 มี.ค. 2567", 0.08)), LETTER)
    assert read.text == "วันที่ 6 มี.ค. 2567"
    assert read.confidence <= 0.5  # a person looks at it
    assert read.written[0].candidates[0].text == "6 มี.ค. 2567"


def test_what_can_be_and_what_has_no_other_reading_stays() -> None:
    later = stamped(("7 มี.ค. 2567", 0.6), ("6 มี.ค. 2567", 0.4))
    assert as_possible(later, LETTER) is later
    alone = stamped(("6 ม.ค. 2567", 0.9))
    assert as_possible(alone, LETTER) is alone


def test_the_day_itself_is_no_other() -> None:
    other = stamped(("17 ก.พ. 2567", 0.6), ("7 มี.ค. 2567", 0.4))
    assert as_possible(other, LETTER) is other
