"""A surname that no list knows is believed as far as each of its letters was read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.doubt.name_letters import has_a_hole, has_unsure_letters, is_surely_named
from pipeline.models import Box, Line, Page, Word

BOX = Box(0.1, 0.1, 0.5, 0.12)
NAME = "นายสมชาย แซ่ฮ้ำ"


def page(unsure: str = "", confidence: float = 0.93) -> dict[int, Page]:
    """The name as the recogniser gives it: a word for each sign, ำ in two."""
    signs = NAME.replace("ำ", "ํา")
    step = BOX.width / len(signs)
    words = tuple(
        Word(
            sign,
            Box(BOX.left + at * step, BOX.top, BOX.left + (at + 1) * step, BOX.bottom),
            confidence if sign == unsure else 0.93,
        )
        for at, sign in enumerate(signs)
        if sign != " "
    )
    return {1: Page(1, (Line(NAME, 1, BOX, 0.93, words),))}


def value(name: str = NAME) -> dict[str, object]:
    return {"name": name, "page": 1, "box": BOX.as_tuple()}


@pytest.mark.parametrize(
    ("unsure", "confidence", "doubted"),
    [
        ("้", 0.8, True),  # a tone mark
        ("้", 0.9, False),
        ("ฮ", 0.8, False),
        ("ฮ", 0.6, True),
        ("ช", 0.6, False),  # สมชาย is a name that many bear
        ("", 0.0, False),
    ],
)
def test_a_letter_that_was_not_surely_read(unsure: str, confidence: float, doubted: bool) -> None:
    assert has_unsure_letters(value(), page(unsure, confidence)) is doubted


def test_a_name_that_stands_otherwise_on_the_paper_is_not_judged() -> None:
    assert not has_unsure_letters(value("นายสมชาย แซ่ฮ้อ"), page("้", 0.1))


@pytest.mark.parametrize(
    ("unsure", "confidence", "sure"), [("ช", 0.7, False), ("ช", 0.85, True), ("", 0.0, True)]
)
def test_a_name_of_which_every_letter_is_plain(unsure: str, confidence: float, sure: bool) -> None:
    assert is_surely_named(value(), page(unsure, confidence)) is sure


def test_nobody_is_surely_named_where_no_name_was_read() -> None:
    assert not is_surely_named(value(""), page())


@pytest.mark.parametrize(("shift", "lost"), [(0.0, False), (0.02, False), (0.08, True)])
def test_letters_that_were_lost_leave_a_hole(shift: float, lost: bool) -> None:
    (line,) = page()[1].lines
    moved = (  # the surname, eight signs in
        replace(
            word, box=replace(word.box, left=word.box.left + shift, right=word.box.right + shift)
        )
        if at > 8
        else word
        for at, word in enumerate(line.words)
    )
    wide = replace(BOX, right=0.7)
    pages = {1: Page(1, (replace(line, box=wide, words=tuple(moved)),))}
    assert has_a_hole({**value(), "box": wide.as_tuple()}, pages) is lost


def test_a_listed_name_that_was_read_anew_is_not_judged_by_its_letters() -> None:
    anew = {1: Page(1, (Line("นายสมชาย ฟ้าใส", 1, BOX, 0.6),))}
    assert not has_unsure_letters(value("นายสมชาย ฟ้าใส"), anew)
    odd = {1: Page(1, (Line("นายสมชาย ฟฺฺใส", 1, BOX, 0.6),))}
    assert has_unsure_letters(value("นายสมชาย ฟฺฺใส"), odd)
