"""A name in ink between printed brackets that were read as marks."""

from __future__ import annotations

from pipeline.models import Page
from pipeline.names.bracketed import with_brackets
from tests.pipeline.pens.test_pressed_lines import line, texts


def test_a_name_filled_in_between_brackets_stands_in_them() -> None:
    name = line("นายเอก มั่นคง", 0.55, 0.46)
    marks = (line("(", 0.53, 0.461), line(")", name.box.right + 0.005, 0.461))
    found = with_brackets(Page(1, (name,), marks=marks))
    assert texts(found) == ["(นายเอก มั่นคง)"] and not found.marks


def test_one_bracket_alone_says_nothing() -> None:
    page = Page(1, (line("ลาป่วย", 0.5, 0.3),), marks=(line("(", 0.48, 0.3),))
    assert with_brackets(page) == page
