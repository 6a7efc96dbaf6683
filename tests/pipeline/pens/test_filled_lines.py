"""Pieces of lines between which a pen filled something in."""

from __future__ import annotations

import pytest

from pipeline.models import Box, Line, Page, Word
from pipeline.pens.filled_lines import with_years_alone, words_cut


@pytest.mark.parametrize(
    ("signs", "told"),
    [
        ([")", "/", "๒๕๖๕"], "/ ๒๕๖๕"),  # the end of the last figure before the stroke
        (["/", "๒๕๖๕"], "/ ๒๕๖๕"),
        (["๔", "/", "๒๕๖๕"], "๔ / ๒๕๖๕"),
    ],
)
def test_a_year_behind_a_number_stands_alone(signs: list[str], told: str) -> None:
    words = tuple(
        Word(sign, Box(0.5 + 0.03 * place, 0.2, 0.52 + 0.03 * place, 0.22), 0.9)
        for place, sign in enumerate(signs)
    )
    box = Box.around([word.box for word in words])
    (line,) = with_years_alone(Page(1, (Line(" ".join(signs), 1, box, 0.9, words),))).lines
    assert line.text == told
    assert line.box.left == line.words[0].box.left


def test_a_word_around_number_and_year_is_cut_between_them() -> None:
    word = Word("๑๑๘/๒๕๖๘", Box(0.2, 0.1, 0.36, 0.12), 0.9)
    line = Line("ที่ ๑๑๘/๒๕๖๘", 1, Box(0.1, 0.1, 0.36, 0.12), 0.9, (word,))
    (_, _, number), (_, _, year) = words_cut(line, (4, 7))
    assert (number.text, year.text) == ("๑๑๘", "/๒๕๖๘")
    assert number.box.right == year.box.left == pytest.approx(0.26)
