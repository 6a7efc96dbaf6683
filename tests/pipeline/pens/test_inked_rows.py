"""Rows whose label is print and whose rest is blue, drawn and read: of the ink nothing was read."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.models import Box, Line, Page, Stamp, Word
from pipeline.pens.inked_rows import with_inked_numbers, with_inked_rows

WIDTH, HEIGHT = 2480, 3508
FONT = ImageFont.truetype("/usr/share/fonts/truetype/tlwg/Garuda.ttf", 44)
PRINT, BLUE = (25, 25, 25), (35, 60, 170)
LEFT, TOP = 1200, 500


def row(*pieces: tuple[str, tuple[int, int, int]]) -> tuple[Page, np.ndarray]:
    """A page with one row of pieces in their inks, of which the first was read as a line."""
    image = Image.new("RGB", (WIDTH, HEIGHT), (252, 252, 250))
    draw, at = ImageDraw.Draw(image), LEFT
    boxes = []
    for text, ink in pieces:
        draw.text((at, TOP), text, font=FONT, fill=ink)
        across = round(draw.textlength(text, font=FONT))
        boxes.append(
            Box(at / WIDTH, (TOP + 14) / HEIGHT, (at + across) / WIDTH, (TOP + 66) / HEIGHT)
        )
        at += across + 22
    label, box = pieces[0][0], boxes[0]
    line = Line(label, 1, box, 0.93, (Word(label, box, 0.93),))
    return Page(1, (line,), aspect=WIDTH / HEIGHT), np.asarray(image)


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        (
            (("วันที่", PRINT), ("๙", BLUE), ("เดือน", PRINT), ("กุมภาพันธ์", BLUE), ("พ.ศ. ๒๕๖๙", PRINT)),
            "วันที่ ๙ เดือน กุมภาพันธ์ พ.ศ. ๒๕๖๙",
        ),
        ((("วันที่", PRINT), ("๒ ก.ค. ๖๘", BLUE)), "วันที่ ๒ ก.ค. ๖๘"),
        ((("เลขที่ กฟช. บปต.(ปก)", PRINT), ("๐๗๑๙/๒๕๖๗", BLUE)), "เลขที่ กฟช. บปต.(ปก) ๐๗๑๙/๒๕๖๗"),
        ((("ที่", PRINT), ("พิเศษ/๒๕๖๙", BLUE)), "ที่ พิเศษ/๒๕๖๙"),
    ],
    ids=["pieces of a form's day", "a short day", "a number behind its code", "a special number"],
)
def test_a_row_of_two_inks_is_read_as_one(
    pieces: tuple[tuple[str, tuple[int, int, int]], ...], whole: str
) -> None:
    page, picture = row(*pieces)
    (line,) = with_inked_rows(page, picture).lines
    assert line.text == whole
    (said,) = line.written  # never sure on its own
    assert said.reasons == ("in another ink",)
    assert whole.endswith(said.candidates[0].text)


@pytest.mark.parametrize(
    "pieces",
    [
        (("วันที่", PRINT), ("๒ ก.ค. ๖๘", PRINT)),  # of one ink: it was read as well as it can be
        (("วันที่", PRINT), ("ทราบ", BLUE)),
        (("วันที่", PRINT),),
    ],
    ids=["in print", "no day", "left blank"],
)
def test_other_rows_stay_as_they_are(pieces: tuple[tuple[str, tuple[int, int, int]], ...]) -> None:
    page, picture = row(*pieces)
    assert with_inked_rows(page, picture) == page


def test_the_pieces_that_were_read_apart_are_in_the_row_now() -> None:
    page, picture = row(("วันที่", PRINT), ("๒ ก.ค. ๖๘", BLUE))
    right = page.lines[0].box.right
    box = Box(right + 0.01, page.lines[0].box.top, right + 0.04, page.lines[0].box.bottom)
    stamp = Stamp(1, box, (Line("๒ ก.ค", 1, box, 0.93),))
    assert not with_inked_rows(Page(1, page.lines, stamps=(stamp,)), picture).stamps


def test_days_wait_until_received_stamps_are_read() -> None:
    page, picture = row(("วันที่", PRINT), ("๒ ก.ค. ๖๘", BLUE))
    assert with_inked_numbers(page, picture) == page
