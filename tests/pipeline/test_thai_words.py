"""How well the words of a text are known: what a misread letter costs."""

from pipeline.thai_words import known


def test_words_of_the_dictionary_are_counted_and_cost_nothing() -> None:
    told = known("ผู้อำนวยการ โรงพยาบาล")
    assert (told.letters_unknown, told.pieces_unknown) == (0, 0)
    assert told.words == 2


def test_a_lost_letter_leaves_letters_that_nobody_knows() -> None:
    whole, torn = known("โรงพยาบาล"), known("รงพยาบาฉ")
    assert torn.letters_unknown > whole.letters_unknown == 0
    assert torn.pieces_unknown >= 1


def test_white_space_is_no_letter() -> None:
    assert known("  นาย   สมชาย ") == known("นาย สมชาย")
