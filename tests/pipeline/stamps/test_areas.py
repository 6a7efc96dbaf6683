"""A stamp on bare paper is read from all of its ink, however pale its colour."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.models import Box, Line, Page
from pipeline.stamps.areas import straightened
from pipeline.tesseract import read_strips

FONT = "/usr/share/fonts/truetype/tlwg/Loma.ttf"
OFFICE = "ที่ว่าการอำเภอดอนงาม"
FRAME, PALE = (120, 70, 170), (176, 158, 194)  # a violet, and one that is hardly told from grey
BOX = (200, 100, 900, 400)


def stamp() -> np.ndarray:
    """A frame with its office in pale ink: height × width × 3."""
    page = Image.new("RGB", (1200, 700), "white")
    draw = ImageDraw.Draw(page)
    draw.rectangle(BOX, outline=FRAME, width=6)
    font = ImageFont.truetype(FONT, 44)
    for row, text in enumerate((OFFICE, "รับที่ ๑๒๓", "วันที่")):
        draw.text((260, 140 + 80 * row), text, font=font, fill=PALE)
    return np.asarray(page)


@pytest.mark.parametrize("printed", [False, True])
def test_pale_words_are_read_where_no_print_lies_under_them(printed: bool) -> None:
    under = (Line("สำนักงาน", 1, Box(0.3, 0.3, 0.6, 0.4), 0.93),) if printed else ()
    area = straightened(Page(1, under, aspect=1200 / 700), stamp(), BOX)
    read = [one.text for one in read_strips([strip.picture for strip in area.strips])]
    assert any("ดอนงาม" in text for text in read) is not printed
