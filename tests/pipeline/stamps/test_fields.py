"""What is filled in behind a stamp's words: digits of a pen, beside dots and what was read."""

from pathlib import Path

import cv2
import numpy as np

from pipeline.stamps.fields import fill
from pipeline.stamps.labels import Label
from pipeline.tesseract import ReadWord

ROWS = Path(__file__).parents[1] / "data" / "handwriting"
NUMBER = Label("number", (20, 60, 120, 100))


def stamp() -> np.ndarray:
    """Paper with a dotted line behind the word, and above it a row of people never trained on."""
    picture = np.full((160, 500), 255, np.uint8)
    for x in range(124, 480, 8):
        picture[96:99, x : x + 3] = 40
    row = cv2.imread(str(ROWS / "03.png"), cv2.IMREAD_GRAYSCALE)
    scale = 46 / row.shape[0]
    row = cv2.resize(row, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    picture[44:90, 160 : 160 + row.shape[1]][row[:46] < 128] = 30
    return picture


def test_a_written_number_is_read_without_the_dots() -> None:
    filled = fill(stamp(), NUMBER, [NUMBER], [])
    assert filled is not None
    assert not filled.printed
    assert "451" in [candidate.text for candidate in filled.candidates[:3]]
    assert 150 < filled.box[0] < 170
    assert filled.box[3] < 96


def test_print_that_was_read_surely_stays() -> None:
    words = [ReadWord(".....451", (130, 60, 260, 100), 0.93)]
    filled = fill(stamp(), NUMBER, [NUMBER], words)
    assert filled is not None
    assert filled.printed
    assert filled.candidates[0].text == "451"


def test_where_the_pen_is_likely_another_number_it_comes_first_and_both_are_told() -> None:
    words = [ReadWord("457", (160, 60, 260, 100), 0.93)]  # as print it was read surely
    filled = fill(stamp(), NUMBER, [NUMBER], words)
    assert filled is not None
    assert not filled.printed
    assert [one.text for one in filled.candidates][:2] == ["451", "457"]
    assert filled.candidates[0].chance < 0.9


def test_doubtful_print_is_one_reading_among_those_of_the_pen() -> None:
    words = [ReadWord("457", (160, 60, 260, 100), 0.5)]
    filled = fill(stamp(), NUMBER, [NUMBER], words)
    assert filled is not None
    assert not filled.printed
    assert {"457", "451"} <= {candidate.text for candidate in filled.candidates}


def test_a_blank_stays_blank() -> None:
    picture = np.full((160, 500), 255, np.uint8)
    for x in range(124, 480, 8):
        picture[96:99, x : x + 3] = 40
    assert fill(picture, NUMBER, [NUMBER], []) is None


def test_a_time_is_one_of_the_day() -> None:
    label = Label("time", (20, 60, 120, 100))
    filled = fill(stamp(), label, [label], [])
    assert filled is None or all(
        0 <= int(candidate.text.split(".")[1]) < 60 for candidate in filled.candidates
    )


def test_a_number_is_read_without_the_date_that_was_lifted_into_its_row() -> None:
    picture = np.full((260, 600), 255, np.uint8)
    for digits, foot in (("274", 112), ("18 10 68", 150)):
        for place, sign in enumerate(digits):
            at = (180 + 35 * place, foot - 3 * place)
            cv2.putText(picture, sign, at, cv2.FONT_HERSHEY_DUPLEX, 1.4, 20, 3, cv2.LINE_AA)
    labels = [Label("number", (20, 100, 110, 140)), Label("date", (20, 156, 90, 196))]
    filled = fill(picture, labels[0], labels, [])
    assert filled is not None
    assert filled.candidates[0].text == "274"
