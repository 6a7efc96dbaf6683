"""A scanned page is read whole: straightened, its table kept, its stamp and code read apart."""

from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pytest
from PIL import Image

from pipeline.digitise import read_page
from pipeline.intake.accept import look_at
from pipeline.models import Page
from pipeline.rasterise import render_pdf_page
from pipeline.scan import read_scan
from pipeline.tesseract import read_strips

LETTERS = Path("corpus/built/letters/rules")
PACKET = Path(__file__).parents[2] / "corpus" / "built" / "packet"


def read(level: str, page: int) -> Page:
    return read_scan(render_pdf_page(PACKET / f"packet-{level}.pdf", page), page)


@pytest.mark.parametrize("level", ["clean", "ordinary", "200dpi", "photocopy"])
def test_number_and_date_are_read_to_the_letter_at_every_level(level: str) -> None:
    page = read(level, 2)
    assert "ที่ มท ๐๘๑๐.๗/ว ๒๕๖๓" in page.text
    assert "๑๕ กุมภาพันธ์ ๒๕๖๔" in page.text


def test_a_slanting_stamp_is_read_apart_from_the_print_it_lies_on() -> None:
    page = read("ordinary", 2)
    stamp = page.stamps[0]
    words = " ".join(line.text for line in stamp.lines)
    assert "เลขรับ" in words and "๒๒ ก.พ. ๒๕๖๔" in words
    assert "เลขรับ" not in page.text
    assert "กรมส่งเสริมการปกครองท้องถิ่น" in page.text  # the stamp crosses this line
    assert 0.5 < stamp.box.left < stamp.box.right <= 1.0 and stamp.box.bottom < 0.2


def test_a_code_is_read_and_leaves_no_letters_behind() -> None:
    page = read("clean", 3)
    assert [code.text for code in page.codes] == ["https://example.org/monitoring-points"]
    code = page.codes[0].box
    assert not [
        line.text
        for line in page.lines
        if code.top < line.box.middle < code.bottom and code.left < line.box.left < code.right
    ]


def test_a_ruled_form_keeps_its_table() -> None:
    (table,) = read("ordinary", 6).tables
    assert [len(row) for row in table.rows] == [5, 5, 5, 5]
    assert [row[0].lines[0].text for row in table.rows] == ["ที่", "๑", "๒", "๓"]


def test_a_number_that_is_doubtful_alone_is_sure_in_company() -> None:
    number = cv2.imread(str(Path(__file__).parent / "data" / "lone_number.png"))
    assert number is not None
    assert read_strips([number[:, :, 0]])[0].confidence < 0.5
    page = render_pdf_page(PACKET / "packet-clean.pdf", 2).copy()
    height, width = number.shape[:2]
    page[3300 : 3300 + height, 1200 : 1200 + width] = number
    (line,) = (line for line in read_scan(page).lines if line.text == "๔.")
    assert line.confidence >= 0.8


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_on_its_side_or_head_is_stood_upright_and_that_is_said(degrees: int) -> None:
    upright = render_pdf_page(PACKET / "packet-clean.pdf", 5)
    page = read_scan(np.ascontiguousarray(np.rot90(upright, degrees // 90)))
    assert page.rotation == degrees
    assert "ผู้ว่าราชการจังหวัด" in page.text
    assert page.notes == (f"turned {degrees} degrees clockwise to stand upright",)


def test_boxes_of_a_leaning_scan_lie_where_the_ink_lies_on_the_scan() -> None:
    """Straightening must not move the evidence: most of each box's row of ink is inside it."""
    picture = render_pdf_page(PACKET / "packet-ordinary.pdf", 1)
    height, width = picture.shape[:2]
    grey = picture.min(axis=2)
    page = read_scan(picture)
    assert abs(page.skew) > 0.2
    for line in page.lines:
        if line.box.width < 0.3:
            continue
        box = page.on_paper(line.box)
        rows = slice(int(box.top * height), int(box.bottom * height) + 1)
        columns = slice(int(box.left * width), int(box.right * width) + 1)
        assert (grey[rows, columns] < 128).mean() > 0.05, line.text


def test_words_carry_boxes_and_confidences() -> None:
    line = next(line for line in read("clean", 1).lines if line.text.startswith("ที่ พร"))
    assert line.words
    for word in line.words:
        assert line.box.left - 0.02 <= word.box.left < word.box.right <= line.box.right + 0.02
        assert 0 < word.confidence <= 1


def test_an_empty_page_has_no_lines() -> None:
    assert read_scan(np.full((3508, 2480, 3), 255, np.uint8)).lines == ()


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (20_000, 1), (1, 20_000)])
def test_a_picture_in_which_no_print_has_room_is_a_blank_page_and_says_so(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Such pictures lie in the margins of PDFs and mails; they must not end the program."""
    Image.new("L", size).save(tmp_path / "dot.png")
    page = read_page(look_at(tmp_path / "dot.png"), 1)
    assert page.lines == ()
    assert any("too small" in note for note in page.notes)


@pytest.mark.parametrize("sides", [(0.01, 0.01), (14_400_000, 14_400_000), (10, 200_000)])
def test_a_page_of_impossible_paper_is_read_all_the_same(
    tmp_path: Path, sides: tuple[float, float]
) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].MediaBox = pikepdf.Array([0, 0, *sides])
        pdf.save(tmp_path / "paper.pdf")
    assert read_page(look_at(tmp_path / "paper.pdf"), 1).lines == ()


def test_a_drawing_in_the_margin_is_no_letter() -> None:
    page = read_scan(render_pdf_page(LETTERS / "stubble-fires-villages.pdf", 1))
    assert "3" not in [line.text for line in page.lines]
    assert "3" in [mark.text for mark in page.marks]


def test_a_row_of_stars_is_no_word() -> None:
    page = read_scan(render_pdf_page(LETTERS / "school-order-openhouse.pdf", 1))
    assert not any(len(set(line.text)) == 2 and len(line.text) > 9 for line in page.lines)
