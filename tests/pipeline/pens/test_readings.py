"""The print of a line tells which kind of digits a pen put into it."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.models import Candidate
from pipeline.pens.readings import (
    digits_are_thai,
    read_between,
    read_written,
    weighed_by_print,
)
from pipeline.tesseract import ReadWord

ROWS = Path(__file__).parents[1] / "data" / "handwriting"


@pytest.mark.parametrize(
    ("texts", "thai"),
    [
        (("ที่", "๐๔๐๐"), True),  # as in a letter's number
        (("ที่", "1004"), False),
        (("วันที่",), None),
        (("๒๕", "25"), None),
    ],
)
def test_kind_of_digits(texts, thai):
    words = [ReadWord(text, (0, 0, 10, 10), 0.95) for text in texts]
    assert digits_are_thai(words) is thai


def test_doubtful_words_do_not_tell_the_kind():
    assert digits_are_thai([ReadWord("1004", (0, 0, 10, 10), 0.4)]) is None


@pytest.mark.parametrize(
    ("sure", "likeliest"),
    [
        ((0.93, 0.7, 0.93, 0.93), "๑๔๗๒"),  # ๑ was read surely: a pen's ๖ is none
        ((0.4, 0.7, 0.93, 0.93), "๖๔๗๒"),
    ],
)
def test_what_print_was_surely_read_as_a_pen_hardly_wrote_otherwise(sure, likeliest):
    read = (Candidate("๖๔๗๒", 0.88), Candidate("๖๕๔๗๒", 0.03), Candidate("๑๔๗๒", 0.006))
    print_ = [ReadWord(sign, (0, 0, 9, 9), one) for sign, one in zip("๑๔๗๒", sure, strict=True)]
    weighed = weighed_by_print(read, print_)
    assert weighed[0].text == likeliest
    assert sum(one.chance for one in weighed) == pytest.approx(1)


def test_a_number_surely_read_as_print_stays_the_likeliest():
    print_ = [ReadWord(sign, (0, 0, 9, 9), 0.9) for sign in "๑๔"]
    weighed = weighed_by_print((Candidate("๑๕", 0.99), Candidate("๑๔", 0.005)), print_, "๑๔")
    assert [one.text for one in weighed] == ["๑๔", "๑๕"]
    assert weighed[0].chance == pytest.approx(0.6, abs=0.01)


def test_a_heavy_four_that_print_takes_for_five_is_the_pens_four():
    print_ = [ReadWord(sign, (0, 0, 9, 9), 0.93) for sign in "๒๗๕"]
    told = weighed_by_print((Candidate("๒๗๔", 0.9), Candidate("๒๗๕", 0.06)), print_, "๒๗๕")
    assert (told[0].text, told[1].text) == ("๒๗๔", "๒๗๕")
    unsure = weighed_by_print((Candidate("๒๗๔", 0.5), Candidate("๒๗๕", 0.45)), print_, "๒๗๕")
    assert unsure[0].text == "๒๗๕"


def test_a_heavy_four_tells_nothing_of_a_reading_that_leaves_other_figures_out():
    sure = (0.3, 0.93, 0.86)
    print_ = [ReadWord(sign, (0, 0, 9, 9), one) for sign, one in zip("๑๕๗", sure, strict=True)]
    read = (Candidate("๑๕๔๓", 0.86), Candidate("ว๕๔๓", 0.01))
    assert weighed_by_print(read, print_)[0].text == "๑๕๔๓"


def test_a_figure_that_print_lost_at_the_end_speaks_not_against_a_reading():
    print_ = [ReadWord(sign, (0, 0, 9, 9), 0.93) for sign in "๐๙๓"]
    read = (Candidate("๐๙๓๔", 0.9), Candidate("๑๙๓๔", 0.1))
    assert weighed_by_print(read, print_, lost=True)[0].chance > 0.99


def test_a_written_number_after_print_is_read_with_its_reasons():
    page = np.full((400, 900, 3), 250, np.uint8)
    words = []
    for place in range(6):  # stands for print: the recogniser was sure of ๒ at each place
        x = 100 + place * 40
        cv2.putText(page, "8", (x, 250), cv2.FONT_HERSHEY_SIMPLEX, 1.4, (30, 30, 30), 4)
        words.append(ReadWord("๒", (x, 220, x + 30, 250), 0.97))
    row = cv2.imread(str(ROWS / "03.png"), cv2.IMREAD_GRAYSCALE)
    window = page[255 - row.shape[0] : 255, 380 : 380 + row.shape[1]]
    window[row < 128] = (40, 60, 190)
    (written,) = read_written(page, (100, 210, 340, 260), words)
    assert "in another ink" in written.reasons
    assert written.candidates[0].text == "๔๕๑"
    assert 0.3 < written.candidates[0].chance <= 1


def test_what_is_joined_to_the_print_is_read_between_the_words():
    page = np.full((400, 900, 3), 250, np.uint8)
    cv2.putText(page, "8", (300, 250), cv2.FONT_HERSHEY_SIMPLEX, 1.4, (30, 30, 30), 4)
    row = cv2.imread(str(ROWS / "03.png"), cv2.IMREAD_GRAYSCALE)
    end = 332 + row.shape[1]
    page[258 - row.shape[0] : 258, 332:end][row < 128] = (30, 30, 30)
    words = [ReadWord("๒", (300, 220, 331, 250), 0.97), ReadWord("db", (332, 210, end, 258), 0.1)]
    written = read_between(page, (300, 210, 600, 260), words, (331, end + 4))
    assert written is not None
    assert written.words == (1,)
    assert "๔๕๑" in [candidate.text for candidate in written.candidates[:3]]
