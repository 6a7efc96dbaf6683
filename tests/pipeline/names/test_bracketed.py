"""A name in ink between printed brackets that were read as marks."""

from __future__ import annotations

from dataclasses import replace

from pipeline.models import Page, Stamp
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


def test_a_name_read_as_an_impression_of_its_own_stands_in_its_brackets() -> None:
    name, post = line("นายเอก มั่นคง", 0.55, 0.46), line("ครู", 0.58, 0.5)
    marks = (line("(", 0.53, 0.461), line(")", name.box.right + 0.005, 0.461))
    page = Page(1, (post,), marks=marks, stamps=(Stamp(1, name.box, (name,)),))
    found = with_brackets(page)
    assert texts(found) == ["(นายเอก มั่นคง)", "ครู"] and not found.stamps


def test_one_bracket_of_a_name_with_its_title_may_be_misread() -> None:
    name = line("นางสาวสอง ตั้งใจ", 0.55, 0.46)
    bracket, sign = line("(", 0.53, 0.461), line("ป", name.box.right + 0.005, 0.461)
    found = with_brackets(Page(1, (name,), marks=(bracket, sign)))
    assert texts(found) == ["(นางสาวสอง ตั้งใจ)"] and not found.marks
    untitled = Page(1, (line("ลาป่วย", 0.55, 0.46),), marks=(bracket, sign))
    assert with_brackets(untitled) == untitled


def test_a_wide_mark_beside_a_name_is_no_bracket() -> None:
    name = line("นายเอก มั่นคง", 0.55, 0.46)
    wide = line("ป", name.box.right + 0.005, 0.461)
    wide = replace(wide, box=replace(wide.box, right=wide.box.left + 0.1))
    page = Page(1, (name,), marks=(line("(", 0.53, 0.461), wide))
    assert with_brackets(page) == page
