"""A number or a word alone on its line is read in company, where both readings agree on it."""

import numpy as np
import pytest

from pipeline.lone_words import Company, lone_words, told_in_company
from pipeline.tesseract import ReadLine, ReadWord

BLANK = np.full((80, 120), 255, np.uint8)
LINE = np.full((78, 1600), 255, np.uint8)


def reading(*words: tuple[str, int], confidence: float = 0.92) -> ReadLine:
    """Words with the pixel at which each begins."""
    read = tuple(ReadWord(text, (left, 10, left + 30, 60), confidence) for text, left in words)
    return ReadLine(" ".join(text for text, _ in words), read)


SURE = reading(("ขอแสดงความนับถือ", 100))


def test_only_short_strips_that_were_not_surely_read_are_lone() -> None:
    pictures = [LINE, BLANK, BLANK, LINE]
    doubtful = reading(("--", 10), confidence=0.1)
    sure_number, empty = reading(("๔.", 10)), ReadLine("", ())
    assert list(lone_words(pictures, [SURE, doubtful, sure_number, doubtful])) == [1]
    assert not lone_words(pictures, [SURE, empty, sure_number, doubtful])


def test_without_a_line_surely_read_there_is_no_company() -> None:
    doubtful = reading(("--", 10), confidence=0.1)
    assert not lone_words([LINE, BLANK], [doubtful, doubtful])


@pytest.mark.parametrize(
    ("behind", "before", "told"),
    [
        ("๔.", "๔.", "๔."),
        ("๔.", "๕.", None),  # two readings, two numbers
        ("ปี", "ปี", "ปี"),
        ("ชป", "ชป", None),  # neither a number nor a word
        ("ก", "ก", None),  # a letter alone may be a speck
    ],
)
def test_what_both_readings_say_is_told(behind: str, before: str, told: str | None) -> None:
    company = Company(np.zeros((80, 660), np.uint8), np.zeros((80, 660), np.uint8), 120)
    followed = reading((behind, 20), ("ขอแสดง", 200))
    led = reading(("นับถือ", 100), (before, 570))
    found = told_in_company(company, followed, led)
    assert (found and found.text) == told
    if found:
        assert found.confidence == 0.85 and found.words[0].box[0] == 20


def test_a_reading_that_is_itself_in_doubt_tells_nothing() -> None:
    company = Company(np.zeros((80, 660), np.uint8), np.zeros((80, 660), np.uint8), 120)
    followed = reading(("๔.", 20), confidence=0.6)
    assert told_in_company(company, followed, reading(("๔.", 570))) is None
