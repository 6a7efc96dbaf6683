"""What the benchmark of readers counts."""

from __future__ import annotations

import pytest

from benchmarks.ocr.page_texts import write_pages
from benchmarks.ocr.score import Tally, Truth, stands_in

LETTER = Truth("ที่ กค ๐๔๐๕.๒/ว ๗๘\nลงวันที่ ๙ มีนาคม ๒๕๖๔", ("กค ๐๔๐๕.๒/ว ๗๘",), ("๙ มีนาคม ๒๕๖๔",))


@pytest.mark.parametrize(
    ("found", "errors", "digits_wrong", "numbers", "dates"),
    [
        ("ที่กค๐๔๐๕.๒/ว๗๘ ลงวันที่ ๙ มีนาคม\n๒๕๖๔", 0, 0, 1, 1),
        ("ที่ กค ๐๔๐๕.๒/ว ๗๘......... ลงวันที่ ๙ มีนาคม ๒๕๖๔", 0, 0, 1, 1),
        ("ที่ กค ๐๔๐๕๒/ว ๗๘\nลงวันที่ ๙ มีนาคม ๒๕๖๔", 1, 0, 0, 1),
        ("ที่ กค ๐๔๐๕.๒/ว ๗๘\nลงวันที่ ๑๙ มีนาคม ๒๕๖๔", 1, 0, 1, 0),
        ("ที กค ๐๔๐๕.๒/ว ๗๕\nลงวันที่ ๙ มีนาคม ๒๕๖๔", 2, 1, 0, 1),
    ],
)
def test_a_reading_is_counted(
    found: str, errors: int, digits_wrong: int, numbers: int, dates: int
) -> None:
    tally = Tally()
    tally.add(LETTER, found)
    assert tally.characters == 34
    assert (tally.errors, tally.thai_digits_wrong) == (errors, digits_wrong)
    assert (tally.numbers_exact, tally.dates_exact) == (numbers, dates)


def test_what_stands_instead_of_a_value_is_shown() -> None:
    tally = Tally()
    tally.add(LETTER, "ที กค ๐๔๐๕.๒/ว ๗๕ ลงวันที่ ๙ มีนาคม ๒๕๖๔")
    (miss,) = (miss for miss in tally.misses[0] if miss.kind == "number")
    assert (miss.expected, miss.found) == ("กค๐๔๐๕.๒/ว๗๘", "กค๐๔๐๕.๒/ว๗๕")


def test_pages_are_the_same_for_a_seed_and_hold_their_values() -> None:
    pages = write_pages(1, "font")
    assert pages == write_pages(1, "font")
    assert pages != write_pages(2, "font")
    for page in pages:
        assert all(stands_in(value, page.text) for value in (*page.numbers, *page.dates))
    digits = sum(letter in "๐๑๒๓๔๕๖๗๘๙" for page in pages for letter in page.text)
    assert digits > 800
    assert sum(len(page.numbers) for page in pages) >= 50
