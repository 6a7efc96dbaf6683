"""Names that a signature runs through are read anew, from all ink and without its long strokes."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.models import Box, Line, Page, Stamp
from pipeline.names.signed_names import with_signed_names
from pipeline.names.signed_rows import SignedRow, long_strokes
from pipeline.scan import read_scan
from pipeline.tesseract import read_strips

FONT = "/usr/share/fonts/truetype/tlwg/Loma.ttf"
NAME = "(นายวิชัย มั่นคง)"
INK, PEN = (45, 55, 150), (28, 47, 156)
ROW = 700  # pixels from the top


def letter(name: str = NAME, signed: bool = True) -> np.ndarray:
    """A part of a page with a name in blue over a post, and a signature whose flourish crosses its
    marks: height × width × 3."""
    page = Image.new("RGB", (2000, 1000), "white")
    draw = ImageDraw.Draw(page)
    font = ImageFont.truetype(FONT, 46)
    for row in range(3):
        text = "จึงเรียนมาเพื่อโปรดทราบและแจ้งให้เจ้าหน้าที่ในสังกัดถือปฏิบัติต่อไป"
        draw.text((200, 100 + 90 * row), text, font=font, fill=(20, 20, 20))
    draw.text((1200, ROW), name, font=font, fill=INK, anchor="ms")
    draw.text((1200, ROW + 75), "ผู้อำนวยการกองคลัง", font=font, fill=INK, anchor="ms")
    picture = np.asarray(page).copy()
    if signed:
        flourish = [(960, 480), (1010, 420), (1040, 600), (1120, 470), (1200, 590), (1330, 500)]
        flourish += [(1020, ROW - 45), (1460, ROW - 62)]
        points = np.array(flourish, np.int32)
        cv2.polylines(picture, [points], False, PEN, 7, cv2.LINE_AA)
    return picture


def names(page: Page) -> list[str]:
    lines = [*page.lines, *(line for stamp in page.stamps for line in stamp.lines)]
    return [line.text for line in lines if "นาย" in line.text]


def test_a_name_is_read_through_the_flourish_that_crosses_its_marks() -> None:
    assert names(read_scan(letter())) == [NAME]


def test_long_strokes_are_found_and_letters_are_not() -> None:
    ink = np.asarray(letter(signed=False).min(axis=2) < 128, np.uint8)[ROW - 60 : ROW + 20]
    assert not long_strokes(ink, 60).any()
    cv2.line(ink, (900, 20), (1500, 10), 1, 7)
    assert long_strokes(ink, 60).sum() > 3000


@pytest.mark.parametrize("signed", [True, False])
def test_a_row_tells_whether_a_signature_reaches_into_it(signed: bool) -> None:
    picture = letter(signed=signed)
    box = Box(1010 / 2000, (ROW - 45) / 1000, 1390 / 2000, (ROW + 10) / 1000)
    row = SignedRow.around(box, Page(1, (), aspect=2.0), picture)
    assert row.is_crossed is signed
    (read,) = read_strips([row.without_strokes()[0]])
    assert "".join(read.text.split()) == "".join(NAME.split())


def test_what_was_read_anew_is_doubted_and_stands_where_its_pieces_stood() -> None:
    top, bottom = (ROW - 45) / 1000, (ROW + 10) / 1000
    pieces = (
        Line("(นาย", 1, Box(0.505, top, 0.55, bottom), 0.9),
        Line("ชย มนคง)", 1, Box(0.58, top, 0.695, bottom), 0.9),
    )
    stamp = Stamp(1, Box(0.5, 0.4, 0.75, 0.8), pieces)
    page = with_signed_names(Page(1, (), stamps=(stamp,), aspect=2.0), letter())
    ((line,),) = (one.lines for one in page.stamps)
    assert line.text == NAME
    (change,) = line.changes  # what was read at first stays on record
    assert (change.read, change.became) == ("(นาย ชย มนคง)", NAME)
    assert line.confidence <= 0.6
    assert line.box.left < 0.52 and line.box.right > 0.68


def test_a_name_without_title_is_read_anew_where_a_rank_stands_over_it() -> None:
    officer = "(กิตติ มั่นคง)"
    name = Line("(กตต มนคง)", 1, Box(0.52, (ROW - 45) / 1000, 0.68, (ROW + 10) / 1000), 0.93)
    rank = Line("พันเอก", 1, Box(0.57, 0.58, 0.63, 0.62), 0.93)
    picture = letter(officer)
    page = with_signed_names(Page(1, (rank, name), aspect=2.0), picture)
    assert [line.text for line in page.lines] == [rank.text, officer]
    alone = Page(1, (name,), aspect=2.0)
    assert with_signed_names(alone, picture) is alone  # (เมื่อวานซืน), between rows of print


def test_pieces_of_a_name_among_the_print_are_not_told_twice() -> None:
    top, bottom = (ROW - 45) / 1000, (ROW + 10) / 1000
    name = Line("(นายวชย มนคง)", 1, Box(0.505, top, 0.695, bottom), 0.8)
    piece = Line("๙ลั", 1, Box(0.55, top + 0.01, 0.58, bottom), 0.5)
    stamp = Stamp(1, Box(0.5, 0.4, 0.75, 0.8), (name,))
    page = with_signed_names(Page(1, (piece,), stamps=(stamp,), aspect=2.0), letter())
    assert not page.lines and page.stamps[0].lines[0].text == NAME


def test_who_signs_beside_is_another() -> None:
    top, bottom = (ROW - 45) / 1000, (ROW + 10) / 1000
    left = Line("(นายเอก ใจดี)", 1, Box(0.25, top, 0.44, bottom), 0.93)
    right = Line("(นายวชย มนคง)", 1, Box(0.505, top, 0.695, bottom), 0.8)
    page = with_signed_names(Page(1, (left, right), aspect=2.0), letter())
    assert [line.text for line in page.lines] == [left.text, NAME]


def test_a_page_without_signatures_is_left_as_it_was() -> None:
    page = Page(1, (Line("(นายวิชัย มั่นคง)", 1, Box(0.5, 0.655, 0.7, 0.71), 0.93),), aspect=2.0)
    assert with_signed_names(page, letter(signed=False)) is page


@pytest.mark.parametrize("post", ["นายแพทย์เชี่ยวชาญ ปฏิบัติหน้าที่", "นายอำเภอเมืองตาก"])
def test_a_post_that_begins_as_a_title_does_is_no_name(post: str) -> None:
    box = Box(0.505, (ROW - 45) / 1000, 0.695, (ROW + 10) / 1000)
    stamp = Stamp(1, Box(0.5, 0.4, 0.75, 0.8), (Line(post, 1, box, 0.8),))
    page = Page(1, (), stamps=(stamp,), aspect=2.0)
    assert with_signed_names(page, letter()) is page


def test_a_name_that_is_read_as_before_stays_the_line_it_was() -> None:
    box = Box(1010 / 2000, (ROW - 45) / 1000, 1390 / 2000, (ROW + 10) / 1000)
    page = Page(1, (Line(NAME, 1, box, 0.93),), aspect=2.0)
    assert with_signed_names(page, letter()) is page
