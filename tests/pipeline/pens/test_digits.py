"""Rows written by people on whose hands the reader was not trained."""

import csv
from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.pens.digits import SIGNS, Candidate, decode, prepare, read_digits
from pipeline.thai_digits import ARABIC, THAI

ROWS = Path(__file__).parents[1] / "data" / "handwriting"


def _rows():
    with (ROWS / "rows.tsv").open(encoding="utf-8") as table:
        return [(ROWS / name, text) for name, text in csv.reader(table, delimiter="\t")]


def _grey(path):
    return np.asarray(cv2.imread(str(path), cv2.IMREAD_GRAYSCALE), np.uint8)


def test_most_rows_are_read_and_nearly_all_are_among_the_first_three():
    first = three = 0
    for path, text in _rows():
        thai = not any(sign in ARABIC for sign in text)
        read = [candidate.text for candidate in read_digits(_grey(path), thai=thai)]
        first += read[:1] == [text]
        three += text in read[:3]
    assert first >= 9
    assert three >= 11


def test_chances_are_ordered_and_add_up_to_one_at_most():
    for path, _ in _rows():
        chances = [candidate.chance for candidate in read_digits(_grey(path))]
        assert chances == sorted(chances, reverse=True)
        assert 0 < sum(chances) <= 1.0001


def test_digits_of_the_kind_of_the_print_beside_them_are_likelier():
    picture = _grey(ROWS / "01.png")
    as_thai, as_arabic = (read_digits(picture, thai=kind, most=50) for kind in (True, False))

    def chance_of_thai(read):
        return sum(c.chance for c in read if set(c.text) <= set(THAI))

    assert chance_of_thai(as_thai) > chance_of_thai(as_arabic)
    assert as_thai[0].text == "๓๘"


def test_signs_that_cannot_stand_there_are_not_read():
    picture = _grey(ROWS / "07.png")
    assert "ว" in read_digits(picture, thai=True)[0].text
    assert all("ว" not in c.text for c in read_digits(picture, thai=True, leave_out="ว/.-"))


@pytest.mark.parametrize("value", [255, 128, 0])
def test_paper_without_ink_reads_as_nothing(value):
    assert read_digits(np.full((60, 120), value, np.uint8)) == ()


def test_ink_is_brought_to_one_height_whatever_the_scan():
    picture = _grey(ROWS / "03.png")
    twice = cv2.resize(picture, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    one, other = prepare(picture), prepare(np.asarray(twice, np.uint8))
    assert one is not None
    assert other is not None
    assert one.shape[0] == other.shape[0] == 48
    assert abs(one.shape[1] - other.shape[1]) <= 4


def test_a_tail_far_above_the_digits_is_cut_short_so_that_they_are_read_larger():
    picture = _grey(ROWS / "03.png")
    assert prepare(picture, whole=False) is None
    tall = np.full((picture.shape[0] * 4, picture.shape[1]), picture.max(), np.uint8)
    tall[-picture.shape[0] :] = picture
    tall[6 : -picture.shape[0] // 2, picture.shape[1] // 3 :][:, :4] = picture.min()
    whole, short = prepare(tall), prepare(tall, whole=False)
    assert whole is not None
    assert short is not None
    assert short.shape[0] == whole.shape[0]
    assert short.shape[1] > 1.5 * whole.shape[1]


def test_decoding_adds_up_all_ways_to_read_the_same_text():
    """Two steps, each ๑ or nothing by halves: "๑" can be had in three ways of the four."""
    chances = np.zeros((2, len(SIGNS) + 1))
    chances[:, 0] = chances[:, SIGNS.index("๑") + 1] = 0.5
    assert decode(chances) == [Candidate("๑", 0.75)]


def test_a_repeated_digit_needs_paper_between():
    one = np.eye(len(SIGNS) + 1)[SIGNS.index("๗") + 1]
    paper = np.eye(len(SIGNS) + 1)[0]
    assert decode(np.array([one, one]))[0].text == "๗"
    assert decode(np.array([one, paper, one]))[0].text == "๗๗"
