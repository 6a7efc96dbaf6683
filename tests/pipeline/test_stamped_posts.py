"""Posts that a stamp pressed are read again where their words are broken."""

import pytest

from pipeline.stamped_posts import in_most_words, is_broken_post
from pipeline.tesseract import ReadLine, ReadWord


def reading(text: str, confidence: float = 0.93) -> ReadLine:
    words = text.split()
    return ReadLine(text, tuple(ReadWord(word, (0, 0, 9, 9), confidence) for word in words))


BROKEN, WHOLE = "ผู้ัดการการไฟป๊าส่วนภูมิภาค", "ผู้จัดการการไฟฟ้าส่วนภูมิภาค"


@pytest.mark.parametrize(
    ("text", "confidence", "broken"),
    [
        (BROKEN, 0.5, True),
        (BROKEN, 0.93, False),  # a surely read line is left alone
        (WHOLE, 0.5, False),  # all of it is words
        ("เลขรับ ๔๐๕ เวลา ๑๐.๓๐ น.", 0.5, False),
    ],
)
def test_a_post_is_broken_if_letters_of_it_are_in_no_word(text, confidence, broken) -> None:
    assert is_broken_post(reading(text, confidence)) is broken


def test_the_reading_whose_letters_are_in_words_is_taken_and_stays_in_doubt() -> None:
    found = in_most_words(reading(BROKEN, 0.5), [reading(BROKEN), reading(WHOLE)])
    assert found.text == WHOLE
    assert {word.confidence for word in found.words} == {0.85}


def test_what_is_no_better_or_another_line_is_not() -> None:
    first = reading(BROKEN, 0.5)
    assert in_most_words(first, [reading(BROKEN), reading("ผู้อำนวยการโรงเรียนวัดเหนือ")]) is first
