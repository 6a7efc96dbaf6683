"""Rows of letters and digits, drawn in a hand that the reader never learnt from."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.pens import row_forms
from pipeline.pens.letters import SIGNS, decode, read_row
from pipeline.pens.row_grammar import Grammar, in_turn, one_of, words
from pipeline.thai_digits import THAI

PEN = ImageFont.truetype("/usr/share/fonts/truetype/tlwg/Purisa.ttf", 60)


def drawn(text: str) -> np.ndarray:
    image = Image.new("L", (1100, 200), 250)
    ImageDraw.Draw(image).text((20, 140), text, font=PEN, fill=40, anchor="ls")
    return np.asarray(image)


@pytest.mark.parametrize("text", ["๒๔ พฤษภาคม ๒๕๖๘", "๗ ธันวาคม ๒๕๖๙", "๑๒ มี.ค. ๖๙"])
def test_a_day_with_its_month(text: str) -> None:
    read = read_row(drawn(text), [row_forms.day(THAI)], row_forms.spaced_day)
    assert read and read.candidates[0].text == text


@pytest.mark.parametrize("text", ["วก ๑๑๘", "นม ๗๓๐๑/๔๕"])
def test_a_number_with_the_letters_of_its_office(text: str) -> None:
    read = read_row(drawn(text), [row_forms.number(THAI)], row_forms.spaced_number)
    assert read and text in [one.text for one in read.candidates[:3]]


def test_other_words_fit_badly() -> None:
    day = read_row(drawn("๒๔ พฤษภาคม ๒๕๖๘"), [row_forms.day(THAI)])
    words_ = read_row(drawn("กองคลังจังหวัด"), [row_forms.day(THAI)])
    assert day and words_ and words_.fit < day.fit - 1


def test_blank_paper_says_nothing() -> None:
    assert read_row(drawn(""), [row_forms.day(THAI)]) is None


def test_the_grammar_overrules_what_looks_likelier() -> None:
    """ท seems likelier than ธ, but there is no month ท.ค."""
    grammar = Grammar.of(in_turn(words(["ธ.ค.", "ม.ค."]), one_of("๖")))
    steps = np.full((9, len(SIGNS) + 1), 1e-6)
    for step, sign in enumerate(["ท", ".", None, "ค", None, ".", "๖", None, None]):
        steps[step, SIGNS.index(sign) + 1 if sign else 0] = 0.9
    steps[0, SIGNS.index("ธ") + 1] = 0.09
    told = decode(steps / steps.sum(axis=1, keepdims=True), grammar)
    assert max(told, key=told.__getitem__) == "ธ.ค.๖"
