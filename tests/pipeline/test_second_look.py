"""Numbers that were not surely read are read again, and two of three readings decide."""

import numpy as np

from pipeline.second_look import most_agreed, with_second_look
from pipeline.tesseract import ReadLine, ReadWord


def reading(text: str, confidence: float = 0.93) -> ReadLine:
    words = text.split()
    return ReadLine(text, tuple(ReadWord(word, (0, 0, 9, 9), confidence) for word in words))


def test_two_of_three_decide_and_what_they_changed_stays_in_doubt() -> None:
    right = reading("ที่ กค ๐๒๑๗/๖๐")
    chosen = most_agreed(reading("ที่ กด ๐๒๑๗/๖๐"), right, right)
    assert chosen.text == right.text
    assert {word.confidence for word in chosen.words} == {0.85}


def test_the_first_reading_stays_where_one_other_agrees_or_all_differ() -> None:
    first = reading("ลงวันที่ ๑๑ มีนาคม ๒๕๖๔")
    other, third = reading("ลงวันที่ ๑๗ มีนาคม ๒๕๖๔"), reading("ลงวันที่ ๑ มีนาคม ๒๕๖๔")
    assert most_agreed(first, other, first) is first
    assert most_agreed(first, other, third) is first


def test_words_without_numbers_do_not_vote() -> None:
    first = reading("เรือง การรายงาน ครั้งที่ ๒")
    assert most_agreed(first, *[reading("เรื่อง การรายงาน ครั้งที่ ๒")] * 2) is first


def test_only_lines_with_doubtful_numbers_are_read_again() -> None:
    blank = np.full((70, 400), 255, np.uint8)
    sure, words = reading("ที่ มท ๐๘๑๐/๑"), reading("เรียน อธิบดี", 0.3)
    assert with_second_look([blank, blank], [sure, words], 2) == [sure, words]
    doubtful = reading("ที่ มท ๐๘๑๐/๑", 0.5)
    assert with_second_look([blank], [doubtful], 1) == [doubtful]  # nothing else to be read there
