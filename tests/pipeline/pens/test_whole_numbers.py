"""Of a number that a pen wrote whole the pen's reader tells the figures, print's the rest."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.models import Box, Candidate, Line, Page, Word, Writing
from pipeline.pens.whole_numbers import with_figures, with_whole_numbers

ROWS = Path(__file__).parents[1] / "data" / "handwriting"


@pytest.mark.parametrize(
    ("printed", "read", "number"),
    [
        ("๐๗๐๗๙.๐๕/๙๙", "๐๗๐๗๘๑๐๕/๔๘", "๐๗๐๗๘.๐๕/๔๘"),  # its point was read as ๑
        ("อว ๐๖๙๔.๐๓/ ๓๙", "๑๖๐๖๘๔.๐๓ว๓๔", "อว ๐๖๘๔.๐๓/ว ๓๔"),  # before it, the letters
        ("พร ๐๓๓/๓๕๙", "9๗๐๔๓๓/๓๔๘", "พร ๐๔๓๓/๓๔๘"),  # print's reader lost a figure
        ("กห ๔๘๔.๕๓(๒)/๗๘", "๓๗๐๔๘๔๕๓๑๒๑/๗๘", "กห ๐๔๘๔.๕๓(๒)/๗๘"),  # brackets read as ๑
        ("๓๔/๒๕๖๑", "๓๔/๒๕๖๗", "๓๔/๒๕๖๗"),
        ("99 /๒๕๖๘", "๑๓๘/๒๕๖๘", "๑๓๘/๒๕๖๘"),  # an order's, of which print's lost a figure
        ("กษ ๐๙๓๗.๐/๔๘๓", "๐๙๓๗.๐๘/๔๘๓", "กษ ๐๙๓๗.๐๘/๔๘๓"),
        ("กห ๐๔๘๔๕๓/๓๔๕", "๐๔๘๔.๕๓/๓๔๕", "กห ๐๔๘๔.๕๓/๓๔๕"),  # its point
        ("๘๓/๒๕๖๘", "๘๓ว๘", None),  # an order's number ends in its year
        ("กบ.๕๙๗", "๑๖.๕๔๗", "กบ.๕๔๗"),  # a section's, without a stroke
        ("ต ๐๐๒๑.๓๕๓/๙๘", "๓๐๐๒๑๓๕๗๙๘", None),  # no stroke
    ],
)
def test_figures_laid_beside(printed: str, read: str, number: str | None) -> None:
    assert with_figures(printed, read) == number


def test_a_number_in_another_ink_is_read_by_the_pens_reader() -> None:
    """On the page stands ว๓๖๐ by hand, of which print's recogniser made ว ๓๙๐."""
    drawn = cv2.imread(str(ROWS / "07.png"), cv2.IMREAD_GRAYSCALE)
    page = np.full((3508, 2480, 3), 255, np.uint8)
    high, wide = drawn.shape
    code = 300  # the figures of the code, which the row does not hold
    cv2.putText(page, "1005", (code, 600), cv2.FONT_HERSHEY_SIMPLEX, 2.0, (45, 60, 150), 6)
    page[600 - high + 12 : 612, code + 200 : code + 200 + wide][drawn < 128] = (45, 60, 150)
    box = Box(code / 2480, (600 - 60) / 3508, (code + 200 + wide) / 2480, 606 / 3508)
    said = "๑๐๐๕/ว ๓๙๐"
    writing = Writing(box, (Candidate(said, 0.8),), ("in another ink",), said)
    line = Line(f"ที่ {said}", 1, box, 0.8, (Word(said, box, 0.8),), written=(writing,))
    (told,) = with_whole_numbers(Page(1, (line,), aspect=2480 / 3508), page).lines
    assert told.text.endswith("๓๖๐")
    assert told.words[0].text == told.written[0].candidates[0].text
