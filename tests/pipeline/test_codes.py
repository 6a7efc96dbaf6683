"""QR codes are decoded from the picture of a page."""

import io

import cv2
import numpy as np
import pytest
import segno

from pipeline.codes import find_codes


def page_with(text: str, scale: int, at: tuple[int, int]) -> np.ndarray:
    """A white page of 300 dpi with one code of `scale` pixels a module at (left, top)."""
    buffer = io.BytesIO()
    segno.make(text, error="m").save(buffer, kind="png", scale=scale, border=4)
    code = cv2.imdecode(np.frombuffer(buffer.getvalue(), np.uint8), cv2.IMREAD_GRAYSCALE)
    page = np.full((3508, 2480), 255, np.uint8)
    page[at[1] : at[1] + code.shape[0], at[0] : at[0] + code.shape[1]] = code
    return page


@pytest.mark.parametrize("scale", [4, 7, 14])
def test_a_code_is_read_wherever_it_stands(scale: int) -> None:
    page = page_with("https://www.example.go.th/ว๑๒๓?ref=7", scale, (400, 2600))
    (code,) = find_codes(page)
    assert code.text == "https://www.example.go.th/ว๑๒๓?ref=7"
    left, top, right, bottom = code.box
    assert abs(left - 400 - 4 * scale) < 12 and abs(top - 2600 - 4 * scale) < 12
    assert right > left and bottom > top


def test_a_code_under_worn_toner_is_read() -> None:
    page = page_with("https://www.example.go.th/w7", 6, (400, 2600))
    rng = np.random.default_rng(7)
    worn = np.where(rng.random(page.shape) < 0.06, 255 - page, page).astype(np.uint8)
    (code,) = find_codes(cv2.GaussianBlur(worn, (0, 0), 1.5).astype(np.uint8))
    assert code.text == "https://www.example.go.th/w7"


def test_a_page_without_a_code_has_none() -> None:
    blank = np.full((3508, 2480), 255, np.uint8)
    assert find_codes(blank) == ()
