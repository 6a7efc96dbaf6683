"""Dates of stamps that a pen wrote, their months in letters."""

from datetime import date

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pipeline.stamps.again.letter_day import LetterDay
from pipeline.stamps.again.lettered_day import read_lettered

LIKE_A_HAND = "/usr/share/fonts/truetype/tlwg/Purisa.ttf"  # the reader has not learnt from it
LETTER = LetterDay(date(2024, 7, 17), date(2024, 7, 17))


def written(text: str) -> np.ndarray:
    row = Image.new("L", (640, 120), 255)
    font = ImageFont.truetype(LIKE_A_HAND, 54)
    ImageDraw.Draw(row).text((30, 85), text, font=font, fill=30, anchor="ls")
    return np.asarray(row, np.uint8)


def test_a_day_with_its_month_by_hand() -> None:
    read = read_lettered(written("22 ก.ค. 67"), LETTER)
    assert read[0].text == "22 ก.ค. 2567"
    assert read[0].chance > 0.5


def test_a_month_between_strokes() -> None:
    read = read_lettered(written("22/ก.ค./67"), LETTER)
    assert read[0].text == "22 ก.ค. 2567"


def test_a_year_that_no_stamp_of_the_letter_bears_is_not_told() -> None:
    told = read_lettered(written("22 ก.ค. 61"), LETTER)
    assert not [one for one in told if one.chance > 0.1 or not one.text.endswith(("2567", "2568"))]


def test_a_day_before_the_letters_is_not_told() -> None:
    late = LetterDay(date(2024, 8, 1), date(2024, 8, 1))
    assert "22 ก.ค. 2567" not in [one.text for one in read_lettered(written("22 ก.ค. 67"), late)]


def test_what_is_no_day_or_has_no_letter_to_be_near_is_not_told() -> None:
    assert read_lettered(written("22 ก.ค. 67"), None) == ()
    assert read_lettered(np.full((60, 200), 255, np.uint8), LETTER) == ()
