"""A letter whose running number and day a pen filled in: print erased, written rows put there."""

from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.models import Page
from pipeline.rasterise import render_pdf_page
from pipeline.scan import read_scan

HERE = Path(__file__).parent
LETTERS = HERE.parents[2] / "corpus" / "built" / "letters" / "rules"
PACKET = HERE.parents[2] / "corpus" / "built" / "packet"
ROWS = HERE.parent / "data" / "handwriting"
BLUE, BLACK = (45, 60, 150), (25, 25, 30)
NUMBER, DAY = ("07.png", "ว๓๖๐"), ("10.png", "๓")  # rows of people the reader never saw


@cache
def page_as_printed() -> tuple[np.ndarray, Page]:
    picture = render_pdf_page(PACKET / "packet-clean.pdf", 2)
    return picture, read_scan(picture, 2)


def box_of(page: Page, opening: str, first: str, count: int) -> tuple[int, int, int, int]:
    """The pixels of `count` words of a line, from the one that reads `first`."""
    picture, _ = page_as_printed()
    height, width = picture.shape[:2]
    words = next(line for line in page.lines if line.text.startswith(opening)).words
    at = max(place for place, word in enumerate(words) if word.text.startswith(first))
    box = words[at].box
    for word in words[at : at + count]:
        box = box.union(word.box)
    left, top, right, bottom = box.as_tuple()
    return int(left * width), int(top * height), int(right * width), int(bottom * height)


def write(picture: np.ndarray, row: str, left: int, baseline: int, ink, height: int = 80) -> None:
    drawn = cv2.imread(str(ROWS / row), cv2.IMREAD_GRAYSCALE)
    drawn = cv2.resize(drawn, None, fx=height / drawn.shape[0], fy=height / drawn.shape[0])
    paper, pen = np.percentile(drawn, (60, 2))  # the rows are scans: pale, on grey paper
    dark = np.clip((paper - 20 - drawn.astype(np.float32)) / (paper - 20 - pen), 0, 1)[..., None]
    window = picture[baseline - height : baseline, left : left + drawn.shape[1]]
    window[:] = window * (1 - dark) + np.float32(ink) * dark


@cache
def filled_in(ink: tuple[int, int, int]) -> Page:
    printed, page = page_as_printed()
    picture = printed.copy()
    left, top, right, bottom = box_of(page, "ที่ ", "ว", 5)
    picture[top - 15 : bottom + 10, left - 2 : right + 12] = 255
    write(picture, NUMBER[0], left + 8, bottom + 6, ink)
    left, top, right, bottom = box_of(page, "๑๕ กุมภาพันธ์", "๑", 2)
    picture[top - 15 : bottom + 10, left - 6 : right + 12] = 255
    write(picture, DAY[0], left - 30, bottom + 6, ink, 70)
    return read_scan(picture, 2)


@pytest.mark.parametrize("ink", [BLUE, BLACK])
def test_a_written_number_and_day_stand_in_their_lines_with_other_readings(ink):
    page = filled_in(ink)
    number, date = (line for line in page.lines if line.written)
    assert number.text.startswith("ที่ มท ๐๘๑๐.๗/")
    assert date.text.endswith("กุมภาพันธ์ ๒๕๖๔")
    for line, (_, truth) in ((number, NUMBER), (date, DAY)):
        (writing,) = line.written
        assert truth in [candidate.text for candidate in writing.candidates[:3]]
        assert writing.candidates[0].text in line.text
        assert writing.reasons
        assert any(word.box == writing.box for word in line.words)


def test_a_day_is_never_one_that_no_month_has():
    line = next(line for line in filled_in(BLUE).lines if line.text.endswith("กุมภาพันธ์ ๒๕๖๔"))
    thai = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
    assert all(1 <= int(c.text.translate(thai)) <= 31 for c in line.written[0].candidates)


def test_a_day_is_read_under_the_ring_of_a_red_seal():
    page = read_scan(render_pdf_page(LETTERS / "attestation-two.pdf", 1))
    (date,) = (line for line in page.lines if line.text.endswith("กุมภาพันธ์ ๒๕๖๖"))
    (writing,) = date.written
    assert writing.candidates[0].text == "๒"


def test_blank_places_stay_blank():
    printed, page = page_as_printed()
    picture = printed.copy()
    left, top, right, bottom = box_of(page, "ที่ ", "ว", 5)
    picture[top - 15 : bottom + 10, left - 2 : right + 12] = 255
    left, top, right, bottom = box_of(page, "๑๕ กุมภาพันธ์", "๑", 2)
    picture[top - 15 : bottom + 10, left - 6 : right + 12] = 255
    read = read_scan(picture, 2)
    assert not [line for line in read.lines if line.written]
    assert "ที่ มท ๐๘๑๐.๗/" in [line.text.rstrip() for line in read.lines]


@pytest.mark.parametrize("level", ["clean", "200dpi", "photocopy"])
def test_print_is_not_taken_for_writing(level):
    page = read_scan(render_pdf_page(PACKET / f"packet-{level}.pdf", 2), 2)
    assert not [line.text for line in page.lines if line.written]


def test_the_printed_mark_of_a_circular_stays_before_a_written_number() -> None:
    page = read_scan(render_pdf_page(LETTERS / "ministry-circular-survey.pdf", 1))
    number = next(line for line in page.lines if line.text.startswith("ที่ กษ"))
    assert number.text == "ที่ กษ ๑๐๐๕/ว๗๓๘"
    assert number.written[0].candidates[0].text == "ว๗๓๘"


def test_a_number_on_a_copy_that_a_pen_may_have_filled_in_is_read_both_ways() -> None:
    """Its strokes look like print's: ๓๗๕๒ as print, ๓๗๔๒ as handwriting, and so it stands."""
    file = next(LETTERS.parent.rglob("sealed-shelter-blankets-list.pdf"))
    page = read_scan(render_pdf_page(file, 1))
    (number,) = (line for line in page.lines if line.text.startswith("ที่ ลย"))
    (writing,) = number.written
    assert "๓๗๔๒" in number.text
    assert (writing.reasons, writing.as_print) == (("read otherwise as handwriting",), "/ว ๓๗๕๒")


def test_a_printed_number_in_several_parts_stays_whole() -> None:
    file = next(LETTERS.parent.rglob("enterprise-letter-crossing.pdf"))
    page = read_scan(render_pdf_page(file, 1))
    (number,) = (line for line in page.lines if line.text.startswith("ที่ รฟช"))
    assert (number.text, number.written) == ("ที่ รฟช.1204/0871/2567", ())
