"""In a row that a stroke runs through a word is put right that is nearly one of a post's few."""

import pytest

from pipeline.post_words import with_post_words


@pytest.mark.parametrize(
    ("read", "told"),
    [
        ("ปฏิบัติรา-การแทน", "ปฏิบัติราชการแทน"),
        ("นักวิชาการเกษตรชำน เญการพิเศษ", "นักวิชาการเกษตรชำนาญการพิเศษ"),
        ("นักวิชาการเกษตรชำนาญการ รักษารา.การแทน", "นักวิชาการเกษตรชำนาญการ รักษาราชการแทน"),
    ],
)
def test_a_word_that_a_stroke_cost_a_letter_is_put_right(read: str, told: str) -> None:
    assert with_post_words(read) == told


@pytest.mark.parametrize(
    "text",
    [
        "นักวิชาการเกษตรชำนาญการพิเศษ ปฏิบัติราชการแทน",
        "(นายชำนาญ ปฏิภาณ)",
        "ผู้อำนวยการกองช่าง",
    ],
)
def test_what_is_right_or_might_be_either_stays(text: str) -> None:
    assert with_post_words(text) == text
