"""Dates of stamps by what was read of them and by the letter's day."""

from datetime import date

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pipeline.stamps.again.days import darkened, read_day
from pipeline.stamps.again.letter_day import LetterDay

FONT = "/usr/share/fonts/truetype/tlwg/Umpush-Bold.ttf"
LETTER = LetterDay(date(2025, 10, 1), date(2025, 10, 1))


def typed(text: str, *, worn: bool = False) -> np.ndarray:
    """A date as a dater sets it, wide; `worn`: of its month only the feet are left."""
    font = ImageFont.truetype(FONT, 52)
    type_ = Image.new("L", (720, 100), 255)
    draw, at = ImageDraw.Draw(type_), 30.0
    for piece in text.split(" "):
        start = at
        for sign in piece:
            draw.text((at, 70), sign, font=font, fill=20, anchor="ls")
            at += font.getlength(sign) + 6
        if worn and not piece[0].isdigit():
            draw.rectangle((start - 2, 0, at, 48), fill=255)
        at += 32
    return np.asarray(type_, np.uint8)


def test_a_date_near_the_letters() -> None:
    read = read_day(typed("14 ต.ค. 2568"), LETTER)
    assert read[0].text == "14 ต.ค. 2568"
    assert read[0].chance > 0.5


def test_a_day_whose_month_wore_away_is_of_the_month_that_the_letter_leaves() -> None:
    assert read_day(typed("14 ต.ค. 2568", worn=True), LETTER)[0].text == "14 ต.ค. 2568"


def test_no_day_before_the_letters_is_told() -> None:
    later = LetterDay(date(2025, 10, 20), date(2025, 10, 20))
    told = [one.text for one in read_day(typed("14 ต.ค. 2568"), later)]
    assert "14 ต.ค. 2568" not in told


def test_without_the_letters_day_or_ink_there_is_no_date() -> None:
    assert read_day(typed("14 ต.ค. 2568"), None) == ()
    assert read_day(np.full((60, 200), 255, np.uint8), LETTER) == ()


def test_the_pale_bands_of_a_dater_are_ink() -> None:
    shades = darkened(np.array([[0, 190, 255]], np.uint8))
    assert shades[0, 1] < 127 < shades[0, 2]


def test_a_days_first_one_that_leans_is_no_stroke_between_figures() -> None:
    pen = typed("6 ต.ค. 2568")
    first = int(np.flatnonzero((pen < 128).any(0))[0])
    down = np.flatnonzero((pen[:, first : first + 30] < 128).any(1))
    ImageDraw.Draw(leaning := Image.fromarray(pen)).line(
        (first - 22, int(down[-1]), first - 9, int(down[0])), fill=20, width=4
    )
    assert read_day(np.asarray(leaning, np.uint8), LETTER)[0].text == "16 ต.ค. 2568"
