"""Received stamps on the corpus's scans: pressed in colour and in black, two on a page."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.models import Page
from pipeline.rasterise import render_pdf_page
from pipeline.scan import read_scan

BUILT = Path(__file__).parents[3] / "corpus" / "built"
RULES = BUILT / "letters" / "rules"


@cache
def page(path: Path, number: int = 1) -> Page:
    return read_scan(render_pdf_page(path, number), number)


def stamped(read: Page) -> list[list[str]]:
    return [
        [line.text for line in stamp.lines]
        for stamp in read.stamps
        if any(line.text.startswith("เลขรับ") for line in stamp.lines)
    ]


def test_a_stamp_in_black_is_read_apart_from_the_page() -> None:
    read = page(RULES / "police-invitation.pdf")
    (lines,) = stamped(read)
    assert lines == ["เทศบาลเมืองชัยภูมิ", "เลขรับ 5519", "วันที่ 14 ก.ย. 2566", "เวลา 14.05"]
    assert not [line.text for line in read.lines if "5519" in line.text]


def test_a_word_pressed_so_near_that_both_are_one_impression_is_kept() -> None:
    letter = next((BUILT / "letters").rglob("small-cities-half-yearly.pdf"))
    read = page(letter)
    assert len(stamped(read)) == 2
    assert any(line.text == "ด่วนมาก" for stamp in read.stamps for line in stamp.lines)


def test_two_stamps_in_colour() -> None:
    first, second = stamped(page(RULES / "faculty-expert.pdf"))
    assert first[1:3] == ["เลขรับ 0388", "วันที่ 14 ก.ค. 66"]
    assert second[1:] == ["เลขรับ 1459", "วันที่ 12 ก.ค. 2566", "เวลา 13.20"]


def test_what_a_pen_filled_in_keeps_its_readings_and_its_place() -> None:
    read = page(RULES / "faculty-expert.pdf")
    number = next(
        line for stamp in read.stamps for line in stamp.lines if line.text == "เลขรับ 1459"
    )
    (writing,) = number.written
    assert writing.candidates[0].text == "1459"
    assert number.box.left < writing.box.left < writing.box.right <= number.box.right + 1e-6
    assert writing.reasons


@pytest.mark.parametrize("number", [1, 3, 6])
def test_a_page_without_a_stamp_has_none(number: int) -> None:
    assert not stamped(page(BUILT / "packet" / "packet-clean.pdf", number))


def test_a_date_pressed_close_above_a_stamp_is_kept() -> None:
    violet, face = (95, 60, 160), "/usr/share/fonts/truetype/tlwg/Garuda.ttf"
    image = Image.new("RGB", (2480, 3508), (252, 252, 250))
    draw = ImageDraw.Draw(image)
    draw.text((1970, 400), "23 ธ.ค. 2567", font=ImageFont.truetype(face, 44), fill=violet)
    draw.rectangle((1690, 490, 2300, 840), outline=violet, width=6)
    rows = ("อบต.คลองงาม", "เลขรับ 2086", "วันที่ 26 ธ.ค. 2567", "เวลา 14.45")
    for row, text in enumerate(rows):
        place = (1730, 510 + 78 * row)
        draw.text(place, text, font=ImageFont.truetype(face, 38), fill=violet)
    draw.text((350, 400), "ที่ นน ๕๕๗๑๖/๔๐", font=ImageFont.truetype(face, 44), fill=(20, 20, 20))
    page = read_scan(np.asarray(image))
    alone = [*page.lines, *(stamp.lines[0] for stamp in page.stamps if len(stamp.lines) == 1)]
    assert "23 ธ.ค. 2567" in [line.text for line in alone]
    assert any("เลขรับ 2086" in line.text for stamp in page.stamps for line in stamp.lines)
