"""The words of received stamps, as they are printed and as they are misread."""

import numpy as np
import pytest

from pipeline.lines import Strip
from pipeline.stamps.labels import find_labels, names_part
from pipeline.tesseract import ReadLine, ReadWord


def line(text: str, left: int, top: int) -> tuple[Strip, ReadLine]:
    """A line 40 pixels high, 10 pixels a sign, read as one word."""
    right = left + 10 * len(text)
    strip = Strip((left, top, right, top + 40), (left, top), np.zeros((40, right - left), np.uint8))
    return strip, ReadLine(text, (ReadWord(text, (0, 0, right - left, 40), 0.9),))


@pytest.mark.parametrize(
    "text", ["เลขรับ", "เลขที่รับ....", "เลขทรบ", "รับที่", "เลขทะเบียนรับ", "วันที่", "โนที่", "เวลา", "เลลา"]
)
def test_words_that_something_is_filled_in_behind(text: str) -> None:
    assert names_part(text)


@pytest.mark.parametrize(
    "text",
    [
        *("ผู้รับ", "คณะวิทยาศาสตร์", "น.", "เรียน", "ที่ว่าการอำเภอ"),
        *("เลขที่ใบสมัคร...", "อยู่บ้านเลขที่ ๘๗/๓"),
    ],
)
def test_other_words(text: str) -> None:
    assert not names_part(text)


def test_the_words_of_a_stamp_are_found_from_the_top() -> None:
    stamp = [line("เลขรับ", 100, 100), line("วันที่", 100, 170), line("เวลา", 100, 240)]
    labels = find_labels(*zip(*stamp, strict=True))
    assert [label.part for label in labels] == ["number", "date", "time"]


def test_a_word_of_the_letter_beside_the_stamp_is_none_of_it() -> None:
    both = [line("เลขรับ", 500, 100), line("วันที่", 20, 170), line("วันที่", 500, 170)]
    labels = find_labels(*zip(*both, strict=True))
    assert [(label.part, label.box[0]) for label in labels] == [("number", 500), ("date", 500)]


def test_the_register_of_secret_letters_belongs_to_the_word() -> None:
    (label,) = find_labels(*zip(line("เลขที่รับ(ลับ)...88", 100, 100), strict=True))
    assert 100 + 10 * 10 < label.box[2] < 100 + 10 * 17


def test_date_and_time_are_looked_for_above_the_receiver() -> None:
    stamp = [line("เลขรับ", 100, 100), line("ผู้รับ", 300, 240)]
    labels = find_labels(*zip(*stamp, strict=True))
    assert [(label.part, label.box[1]) for label in labels if label.box[0] == 100] == [
        ("number", 100),
        ("date", 170),
        ("time", 240),
    ]


def test_the_time_is_looked_for_in_its_row_where_its_word_was_not_read() -> None:
    stamp = [line("เลขรับ", 100, 100), line("วันที่", 100, 170), line("๓...14.20", 104, 243)]
    labels = find_labels(*zip(*stamp, strict=True))
    assert [(label.part, label.box[1], label.guessed) for label in labels[2:]] == [
        ("time", 243, True)
    ]


def test_the_date_is_looked_for_between_number_and_time() -> None:
    stamp = [line("เลขรับ", 100, 100), line("ท..", 98, 172), line("เวลา", 100, 240)]
    labels = find_labels(*zip(*stamp, strict=True))
    assert [label.part for label in labels] == ["number", "date", "time"]


def test_a_row_of_print_far_below_is_no_time() -> None:
    stamp = [line("เลขรับ", 100, 100), line("วันที่", 100, 170), line("เรียน", 100, 330)]
    labels = find_labels(*zip(*stamp, strict=True))
    assert [label.part for label in labels] == ["number", "date"]


def test_each_of_two_stamps_beside_each_other_has_its_own_words() -> None:
    both = [
        *(line("เลขรับ", 100, 100), line("วันที่", 100, 170)),
        *(line("เลขรับ", 600, 120), line("วันที่", 600, 190)),
    ]
    labels = find_labels(*zip(*both, strict=True))
    assert [(label.box[0], label.stamp) for label in labels] == [
        (100, 0),
        (600, 1),
        (100, 0),
        (600, 1),
    ]
