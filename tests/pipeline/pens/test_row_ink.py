"""What a pen wrote behind a label is cut out with its marks, without what it was written on."""

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pipeline.pens.row_ink import RowInk, row_ink

PEN = ImageFont.truetype("/usr/share/fonts/truetype/tlwg/Purisa.ttf", 58)
LABEL = (20, 200, 90, 250)  # in the strip
ROWS = (-np.inf, np.inf)


def strip(written: str, *, ruled: bool = False, far: str = "") -> np.ndarray:
    image = Image.new("RGB", (1200, 420), (250, 250, 248))
    draw = ImageDraw.Draw(image)
    draw.text((130, 245), written, font=PEN, fill=(35, 60, 170), anchor="ls")
    draw.text((950, 245), far, font=PEN, fill=(20, 20, 20), anchor="ls")
    if ruled:
        draw.line((100, 262, 1180, 262), fill=(30, 30, 30), width=2)
    return np.asarray(image)


def cut(picture: np.ndarray, rows: tuple[float, float] = ROWS) -> RowInk | None:
    return row_ink(picture, LABEL, 95, 1190, rows)


def inked(found: RowInk) -> np.ndarray:
    return found.picture < 180


def test_marks_above_and_below_belong_to_the_row() -> None:
    bare, marked = cut(strip("กนาคม")), cut(strip("กุนาคม์"))
    assert bare and marked
    assert marked.box[1] < bare.box[1] and marked.box[3] > bare.box[3]


def test_a_rule_to_write_on_does_not() -> None:
    found, ruled = cut(strip("มีนาคม")), cut(strip("มีนาคม", ruled=True))
    assert found and ruled
    assert abs(ruled.box[2] - found.box[2]) < 8 and abs(ruled.box[3] - found.box[3]) < 8


def test_what_stands_far_behind_does_not() -> None:
    found = cut(strip("๗ พ.ค. ๖๘", far="หนังสือ"))
    assert found and found.box[2] < 900


def test_wide_gaps_are_narrowed() -> None:
    close, wide = cut(strip("๗ พ.ค.")), cut(strip("๗    พ.ค."))
    assert close and wide
    assert wide.box[2] - close.box[2] > 40 > wide.picture.shape[1] - close.picture.shape[1]


def test_blank_paper_and_the_print_above_are_nothing() -> None:
    assert cut(strip("")) is None
    assert cut(strip("มกราคม"), rows=(262.0, np.inf)) is None
    assert inked(cut(strip("๗")) or RowInk(LABEL, np.zeros((1, 1), np.uint8))).any()
