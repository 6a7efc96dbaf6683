"""Which lines, words and hands a value's box touches."""

from __future__ import annotations

from extractors.doubt.ink import is_pressed, lines_of, words_of
from pipeline.models import Box, Line, Page, Stamp, Word

BOX = Box(0.1, 0.1, 0.5, 0.12)
PLAIN = Line("นายสมชาย ใจดี", 1, BOX, 0.9, (Word("นายสมชาย", Box(0.1, 0.1, 0.3, 0.12), 0.9),))
VALUE = {"page": 1, "box": BOX.as_tuple()}


def test_print_and_stamps_are_told_apart() -> None:
    stamp = Stamp(1, BOX, (PLAIN,))
    assert is_pressed(VALUE, {1: Page(1, (), stamps=(stamp,))})
    assert not is_pressed(VALUE, {1: Page(1, (PLAIN,), stamps=(stamp,))})


def test_words_where_a_line_has_them_else_the_line() -> None:
    below = Line("ปลัดอำเภอ", 1, Box(0.1, 0.13, 0.5, 0.15), 0.8)
    pages = {1: Page(1, (PLAIN, below))}
    assert lines_of(VALUE, pages) == [PLAIN]
    both = {"page": 1, "box": (0.1, 0.1, 0.5, 0.15)}
    assert [word.text for word in words_of(both, pages)] == ["นายสมชาย", "ปลัดอำเภอ"]


def test_a_value_without_a_place_has_no_ink() -> None:
    assert lines_of({"page": 1, "box": None}, {1: Page(1, (PLAIN,))}) == []
