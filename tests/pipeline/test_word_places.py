"""Words know their places in the text, also where a mark came out of order or was repaired."""

from pipeline.models import Box, Line, Word
from pipeline.word_places import word_places

BOX = Box(0.1, 0.1, 0.2, 0.12)


def places(text: str, *words: str) -> list[str]:
    line = Line(text, 1, BOX, 0.9, tuple(Word(word, BOX, 0.9) for word in words))
    return [text[start:end] for start, end, _ in word_places(line)]


def test_words_stand_where_they_are_read() -> None:
    assert places("ที่ กค ๐๔๐๖", "ที่", "กค", "๐๔", "๐๖") == ["ที่", "กค", "๐๔", "๐๖"]


def test_a_mark_out_of_order_moves_no_other_word() -> None:
    found = places("เลขที่ ๒๓/๒๕๖๗", "เ", "ล", "่", "ข", "ท", "ี", "่", "๒๓", "/", "๒", "๕", "๖๗")
    assert found[-5:] == ["๒๓", "/", "๒", "๕", "๖๗"]


def test_a_repaired_word_has_the_place_of_what_it_became() -> None:
    assert places("เรื่อง ขอเชิญ", "เรือง", "ขอเชิญ") == ["เรื่อง", "ขอเชิญ"]
    assert places("กรม", "กร", "ม", "") == ["กร", "ม"]
