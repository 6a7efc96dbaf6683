"""Letters whose date a dater pressed: print erased, narrow type put there."""

from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.models import Page
from pipeline.rasterise import render_pdf_page
from pipeline.scan import read_scan

BUILT = Path(__file__).parents[2] / "corpus" / "built"
PACKET = BUILT / "packet" / "packet-clean.pdf"
FONT = "/usr/share/fonts/truetype/tlwg/Umpush-Bold.ttf"
NARROW = 0.55  # of the type's width
BLUE, BLACK = (70, 50, 150), (25, 25, 30)


@cache
def printed() -> tuple[np.ndarray, Page]:
    picture = render_pdf_page(PACKET, 2)
    return picture, read_scan(picture, 2)


def press(picture: np.ndarray, text: str, left: int, baseline: int, ink) -> None:
    font = ImageFont.truetype(FONT, 52)
    across = int(font.getlength(text)) + 12
    type_ = Image.new("L", (across, 90), 255)
    ImageDraw.Draw(type_).text((6, 66), text, font=font, fill=0, anchor="ls")
    narrow = np.asarray(type_.resize((int(across * NARROW), 90), Image.Resampling.LANCZOS))
    dark = cv2.GaussianBlur(1 - narrow.astype(np.float32) / 255, (0, 0), 1.0)[..., None]
    window = picture[baseline - 66 : baseline + 24, left : left + dark.shape[1]]
    window[:] = window * (1 - dark) + np.float32(ink) * dark


def with_date(text: str, ink) -> Page:
    """The packet's letter with another date, or none, in the place of its own."""
    picture, page = printed()
    picture = picture.copy()
    height, width = picture.shape[:2]
    own = next(line for line in page.lines if line.text.startswith("๑๕ กุมภาพันธ์"))
    left, top, right, bottom = (
        int(side * size) for side, size in zip(own.box.as_tuple(), (width, height) * 2, strict=True)
    )
    picture[top - 15 : bottom + 15, left - 10 : right + 10] = 255
    if text:
        press(picture, text, left, bottom - 10, ink)
    return read_scan(picture, 2)


@pytest.mark.parametrize("ink", [BLUE, BLACK])
def test_a_date_in_narrow_type_stands_in_its_place_with_doubt(ink) -> None:
    page = with_date("๒ ๓  มิ.ย.  ๒๕๖๖", ink)
    (date,) = (line for line in page.lines if line.text == "๒๓ มิ.ย. ๒๕๖๖")
    (writing,) = date.written
    assert writing.candidates[0].text == date.text
    assert writing.reasons
    subject = next(line for line in page.lines if line.text.startswith("เรื่อง"))
    assert page.lines.index(date) < page.lines.index(subject)


def test_a_letter_that_bears_no_date_gets_none() -> None:
    before = {line.text for line in printed()[1].lines}
    assert {line.text for line in with_date("", BLACK).lines} < before
    assert not [line for line in with_date("", BLACK).lines if line.written]


def test_a_letter_with_a_printed_date_is_left_as_it_is() -> None:
    assert not [line for line in printed()[1].lines if line.written]
