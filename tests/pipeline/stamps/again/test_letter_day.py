"""The letter's day as a page prints it, and what it says of the days near it."""

from datetime import date

import pytest

from pipeline.models import Box, Line, Page, Word
from pipeline.stamps.again.letter_day import LetterDay, letter_day


def page(*texts: str, sure: float = 0.93, top: float = 0.1) -> Page:
    lines = []
    for place, text in enumerate(texts):
        box = Box(0.1, top + 0.03 * place, 0.6, top + 0.03 * place + 0.02)
        words = tuple(Word(word, box, sure) for word in text.split())
        lines.append(Line(text, 1, box, sure, words))
    return Page(1, tuple(lines))


@pytest.mark.parametrize(
    "text", ["๒ มีนาคม ๒๕๖๙", "ที่ กข ๑๐๑/๒๓ วันที่ ๒ มีนาคม ๒๕๖๙", "วันที่ ๒ มี.ค. ๒๕๖๙"]
)
def test_the_day_in_the_head(text: str) -> None:
    assert letter_day(page(text)) == LetterDay(date(2026, 3, 2), date(2026, 3, 2))


@pytest.mark.parametrize("text", ["มีนาคม ๒๕๖๙", "9 R มีนาคม ๒๕๖๙"])
def test_a_day_that_a_pen_filled_in_leaves_its_month(text: str) -> None:
    assert letter_day(page(text)) == LetterDay(date(2026, 3, 1), date(2026, 3, 31))


def test_a_day_that_was_not_read_surely_leaves_its_month() -> None:
    told = letter_day(page("๒ มีนาคม ๒๕๖๙", sure=0.5))
    assert told == LetterDay(date(2026, 3, 1), date(2026, 3, 31))


def test_a_day_alone_on_its_line_at_the_foot_is_that_of_a_letter_under_a_seal() -> None:
    assert letter_day(page("๑ ธันวาคม ๒๕๖๘", top=0.8)) == LetterDay(
        date(2025, 12, 1), date(2025, 12, 1)
    )


def test_a_stamps_own_day_behind_dots_is_not_the_letters() -> None:
    told = letter_day(page("วันที่....25 ก.ย. 2566", "๑๘ กันยายน ๒๕๖๖"))
    assert told == LetterDay(date(2023, 9, 18), date(2023, 9, 18))


def test_without_a_day_the_year_that_is_told_most_often() -> None:
    told = letter_day(page("ตามคำสั่ง ลงวันที่ ๑ ตุลาคม ๒๕๖๗ และปี ๒๕๖๘", "ประจำปี ๒๕๖๘"))
    assert told == LetterDay(date(2025, 1, 1), date(2025, 12, 31))
    assert letter_day(page("เรื่อง การประชุม")) is None


def test_stamps_are_pressed_on_the_letters_day_or_soon_after() -> None:
    letter = LetterDay(date(2026, 3, 2), date(2026, 3, 2))
    assert letter.weight(date(2026, 3, 1)) == 0
    assert letter.weight(date(2026, 3, 2)) == 1
    assert letter.weight(date(2026, 3, 4)) > letter.weight(date(2026, 4, 4)) > 0
    assert letter.weight(date(2027, 6, 1)) == 0
