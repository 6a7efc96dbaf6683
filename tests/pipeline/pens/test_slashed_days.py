"""Days in figures that a pen wrote behind a label, drawn and read by the pen's reader."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.models import Box, Line, Page, Stamp, Word
from pipeline.pens.slashed_days import with_slashed_days

WIDTH, HEIGHT = 2480, 3508
PRINT = ImageFont.truetype("/usr/share/fonts/truetype/tlwg/Garuda.ttf", 44)
PEN = ImageFont.truetype("/usr/share/fonts/truetype/tlwg/Purisa.ttf", 58)
LEFT, TOP = 1400, 500


def labelled(written: str, label: str = "วันที่", rise: int = 0) -> tuple[Page, np.ndarray]:
    """A page whose label was read, and its picture with what a pen wrote behind it, `rise` pixels
    above the row."""
    image = Image.new("RGB", (WIDTH, HEIGHT), (252, 252, 250))
    draw = ImageDraw.Draw(image)
    draw.text((LEFT, TOP), label, font=PRINT, fill=(25, 25, 25))
    across = round(draw.textlength(label, font=PRINT))
    draw.text((LEFT + across + 30, TOP - 14 - rise), written, font=PEN, fill=(35, 60, 170))
    box = Box(LEFT / WIDTH, (TOP + 14) / HEIGHT, (LEFT + across) / WIDTH, (TOP + 66) / HEIGHT)
    line = Line(label, 1, box, 0.93, (Word(label, box, 0.93),))
    return Page(1, (line,), aspect=WIDTH / HEIGHT), np.asarray(image)


@pytest.mark.parametrize("day", ["27/11/68", "23/12/2568"])
def test_a_day_in_figures_is_told_as_written(day: str) -> None:
    found = with_slashed_days(*labelled(day)).lines[0]
    assert found.text == f"วันที่ {day}"
    assert found.written[0].candidates[0].text == day


def test_what_stands_half_above_its_dots_is_looked_at_on_its_own_row() -> None:
    """In another ink it was read apart, wrongly, which tells where its row is."""
    page, picture = labelled("27/11/68", rise=40)
    assert with_slashed_days(page, picture) == page
    label = page.lines[0].box
    up = 40 / HEIGHT
    box = Box(label.right + 0.02, label.top - up, label.right + 0.12, label.bottom - up)
    read = replace(page, stamps=(Stamp(1, box, (Line("29/11/6๑", 1, box, 0.5),)),))
    assert with_slashed_days(read, picture).lines[0].text == "วันที่ 27/11/68"


def test_figures_that_are_no_day_are_left() -> None:
    page, picture = labelled("45/68")
    assert with_slashed_days(page, picture) == page


def test_a_head_that_tells_its_day_is_left() -> None:
    page, picture = labelled("27/11/68")
    other = replace(page.lines[0], text="๓ มกราคม ๒๕๖๘", box=Box(0.5, 0.2, 0.7, 0.214), words=())
    page = replace(page, lines=(*page.lines, other))
    assert with_slashed_days(page, picture) == page


def test_the_day_of_a_received_stamp_is_the_stamps() -> None:
    page, picture = labelled("27/11/68")
    above = page.lines[0].box
    stamped = Box(above.left, above.top - 0.02, above.right, above.bottom - 0.02)
    page = replace(page, lines=(replace(page.lines[0], text="เลขรับ", box=stamped), *page.lines))
    assert with_slashed_days(page, picture) == page
