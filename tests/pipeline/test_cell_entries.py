"""A form filled in with a blue pen is read with its entries; stamps and signatures stay apart."""

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pipeline.cell_entries import entries_apart
from pipeline.scan import read_scan
from pipeline.tables import Grid

FONT = "/usr/share/fonts/truetype/tlwg/Loma.ttf"
XS, YS = (200, 700, 1400, 2100), (600, 720, 840, 960)
GRID = Grid(
    (XS[0], YS[0], XS[-1], YS[-1]),
    tuple(
        tuple((XS[i], YS[j], XS[i + 1], YS[j + 1]) for i in range(3)) for j in range(len(YS) - 1)
    ),
)


def form(entries: tuple[tuple[str, ...], ...]) -> np.ndarray:
    """A page with a black table of three columns; what is below its heading is written in blue."""
    page = Image.new("RGB", (2480, 3508), "white")
    draw, font = ImageDraw.Draw(page), ImageFont.truetype(FONT, 44)
    draw.text((1240, 400), "รายงานผลการสำรวจบ้านเรือน", font=font, fill="black", anchor="mm")
    for x in XS:
        draw.line([(x, YS[0]), (x, YS[-1])], fill="black", width=4)
    for y in YS:
        draw.line([(XS[0], y), (XS[-1], y)], fill="black", width=4)
    for row, texts in enumerate((("หมู่บ้าน", "จำนวนบ้าน", "ร้อยละ"), *entries)):
        for column, text in enumerate(texts):
            ink = "black" if row == 0 or column == 0 else (30, 60, 180)
            draw.text((XS[column] + 60, YS[row] + 80), text, font=font, fill=ink, anchor="ls")
    return np.asarray(page)


def test_a_table_filled_in_with_a_blue_pen_says_what_was_entered() -> None:
    page = read_scan(form((("บ้านเหนือ", "120", "7.50"), ("บ้านใต้", "85", "14.12"))))
    (table,) = page.tables
    said = [["".join(line.text for line in cell.lines) for cell in row[1:]] for row in table.rows]
    assert said[1:] == [["120", "7.50"], ["85", "14.12"]]
    assert not page.stamps


def layer(*marks: tuple[int, int, int, int]) -> np.ndarray:
    """A coloured layer with strokes in these boxes."""
    drawn = np.full((1200, 2480), 255, np.uint8)
    for left, top, right, bottom in marks:
        cv2.rectangle(drawn, (left, top), (right, bottom), 60, 6)
    return drawn


def test_what_lies_whole_in_a_cell_is_an_entry() -> None:
    seen = layer((800, 740, 840, 790))
    entries, rest = entries_apart(seen, [GRID])
    assert (entries == seen).all() and (rest == 255).all()


def test_a_stamp_over_the_rules_and_a_signature_stay_with_the_impressions() -> None:
    for seen in (layer((600, 740, 800, 790)), layer((800, 735, 1100, 832))):
        entries, rest = entries_apart(seen, [GRID])
        assert (entries == 255).all() and (rest == seen).all()


def test_a_frame_of_one_column_is_no_table() -> None:
    frame = Grid(GRID.box, tuple(((200, y, 2100, y + 120),) for y in YS[:-1]))
    seen = layer((800, 740, 840, 790))
    assert (entries_apart(seen, [frame])[0] == 255).all()
