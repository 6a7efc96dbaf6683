"""Letters that were lost before a number are told from the row's picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pipeline.models import Box, Candidate, Line, Page, Word, Writing
from pipeline.pens.lost_letters import with_lost_letters

WIDTH, HEIGHT = 2480, 3508
PRINT = ImageFont.truetype("/usr/share/fonts/truetype/tlwg/Garuda.ttf", 44)
PEN = ImageFont.truetype("/usr/share/fonts/truetype/tlwg/Purisa.ttf", 58)
NUMBER = "๐๔๒๕๗/๓๒"


def numbered(written: str, confidence: float = 0.9) -> tuple[Page, np.ndarray]:
    """A page on whose row only the figures were read, as a pen's, and its picture."""
    image = Image.new("RGB", (WIDTH, HEIGHT), (252, 252, 250))
    draw = ImageDraw.Draw(image)
    draw.text((300, 500), "ที่", font=PRINT, fill=(25, 25, 25))
    draw.text((380, 486), written, font=PEN, fill=(35, 60, 170))
    end = 380 + round(draw.textlength(written, font=PEN))
    label = Box(300 / WIDTH, 514 / HEIGHT, 335 / WIDTH, 566 / HEIGHT)
    whole = replace(label, right=end / WIDTH)
    box = replace(label, left=(end - 330) / WIDTH, right=end / WIDTH)
    words = (Word("ที่", label, 0.93), Word(NUMBER, box, 0.9))
    readings = (Candidate(NUMBER, 0.8), Candidate("๐๕๒๕๗/๓๒", 0.1))
    written_ = (Writing(box, readings, ("in another ink",)),)
    line = Line(f"ที่ {NUMBER}", 1, whole, confidence, words, written=written_)
    return Page(1, (line,), aspect=WIDTH / HEIGHT), np.asarray(image)


def test_letters_lead_the_readings_of_the_figures() -> None:
    (line,) = with_lost_letters(*numbered(f"นม {NUMBER}")).lines
    assert line.text == f"ที่ นม {NUMBER}"
    assert f"นม {NUMBER}" == line.written[0].candidates[0].text
    assert "นม ๐๕๒๕๗/๓๒" in [one.text for one in line.written[0].candidates]


def test_a_number_without_letters_stays_as_it_was() -> None:
    page, picture = numbered(NUMBER)
    assert with_lost_letters(page, picture) == page


def test_print_that_was_surely_read_is_not_looked_at() -> None:
    page, picture = numbered(f"นม {NUMBER}", confidence=0.93)
    sure = replace(page, lines=(replace(page.lines[0], written=()),))
    assert with_lost_letters(sure, picture) == sure
