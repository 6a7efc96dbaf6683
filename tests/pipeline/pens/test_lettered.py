"""Letters before a number that a pen wrote, told by print's reading of the same place."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.models import Box, Candidate, Line, Stamp
from pipeline.pens.lettered import (
    bracketed_in_ink,
    told_in_ink,
    weighed_by_ink,
    with_letter_alone,
    with_letters,
)

FONT = "/usr/share/fonts/truetype/tlwg/Umpush-Bold.ttf"


@pytest.mark.parametrize(
    ("reading", "as_print", "told"),
    [
        ("๑๙๔", "ปลอ.๑๙๔", [("ปลอ.๑๙๔", 1.0)]),
        ("๖๔", "/ป ๖๔", [("ป ๖๔", 1.0)]),
        ("๑๒๑๘", "ช ๒๑๘", [("๑๒๑๘", 0.4), ("ช ๒๑๘", 0.6)]),
        ("๒๑๙", "ช ๒๑๘", [("๒๑๙", 1.0)]),  # print and pen tell other figures
        ("๘๓", "ด๓", [("๘๓", 1.0)]),  # a figure that print took for a letter
        ("ว๒๑๘", "ว ๒๑๘", [("ว๒๑๘", 1.0)]),  # a circular's
        ("๒๑๘", "/-ว ๒๑๘", [("ว ๒๑๘", 1.0)]),  # whose ว the network took for a stroke of its own
        ("๒๑๘", "๒๑๘", [("๒๑๘", 1.0)]),
    ],
)
def test_letters_before_written_figures(
    reading: str, as_print: str, told: list[tuple[str, float]]
) -> None:
    assert with_letters(reading, as_print) == told


def test_an_impression_tells_what_print_reads_where_a_pen_wrote() -> None:
    box = Box(0.2, 0.1, 0.3, 0.12)
    inked = Stamp(1, box, (Line("ส ๓๐๙", 1, box, 0.9),))
    assert told_in_ink([inked], Box(0.23, 0.103, 0.29, 0.118)) == "ส ๓๐๙"
    assert told_in_ink([inked], Box(0.4, 0.103, 0.5, 0.118)) == ""


def test_letters_in_brackets_are_told_by_print() -> None:
    box = Box(0.2, 0.1, 0.3, 0.12)
    told = [
        bracketed_in_ink([Stamp(1, box, (Line(said, 1, box, 0.9),))], box) for said in ("(อ)", "๓๙")
    ]
    assert told == [(Candidate("(อ) ", 1.0),), ()]


@pytest.mark.parametrize(
    ("inked", "sure", "first"),
    [
        ("1805", 0.93, "1805"),  # its 1 touches the printed stroke, and the pen's reader lost it
        ("1805", 0.8, "305"),
        ("/305", 0.93, "305"),
        ("805", 0.93, "305"),  # as many figures: the pen's reader knows them better
    ],
)
def test_figures_surely_read_in_ink_are_believed(inked: str, sure: float, first: str) -> None:
    box = Box(0.2, 0.1, 0.3, 0.12)
    stamps = (Stamp(1, box, (Line(inked, 1, box, sure),)),)
    weighed = weighed_by_ink({"305": 0.94, "505": 0.06}, stamps, box)
    assert max(weighed, key=weighed.__getitem__) == first
    assert sum(weighed.values()) == pytest.approx(1.0)


def test_the_printed_letter_of_a_circular_stays_before_figures_read_in_ink() -> None:
    box = Box(0.2, 0.1, 0.3, 0.12)
    stamps = (Stamp(1, box, (Line("๒๔๑๐", 1, box, 0.93),)),)
    weighed = weighed_by_ink({"ว๒๔๑๐": 0.9, "ว๒๕๑๐": 0.1}, stamps, box, "ว")
    assert max(weighed, key=weighed.__getitem__) == "ว๒๔๑๐"


@pytest.mark.parametrize(
    ("sign", "first"),
    [
        ("ค", "ค "),
        ("๓", "๓"),  # print reads a figure, as the network did
    ],
)
def test_a_sign_alone_before_figures_is_the_letter_that_print_reads(sign: str, first: str) -> None:
    image = Image.new("L", (120, 120), 255)
    ImageDraw.Draw(image).text((36, 20), sign, font=ImageFont.truetype(FONT, 64), fill=20)
    read = with_letter_alone(np.asarray(image, np.uint8), (Candidate("๓", 0.9),))
    assert read[0].text == first
    assert "๓" in [one.text for one in read]
