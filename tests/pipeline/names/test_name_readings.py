"""Of several readings of a signatory's name the one is taken that Thais may bear."""

import pytest

from pipeline.names.name_readings import (
    NameReading,
    best_of,
    is_less_of,
    name_reading,
    with_marks_restored,
)


def read(*texts: str, confidence: float = 0.9) -> list[NameReading]:
    return [name_reading(text, confidence) for text in texts]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("(นายสมชาย ใจดี)", "นายสมชาย ใจดี"),
        ("เนายสมชาย ใจดี)", "นายสมชาย ใจดี"),  # the bracket was read as a letter
        ("L/ (ฉายสมชาย ใจดี)", "นายสมชาย ใจดี"),
        ("(นายิสมชาย ใจดี)", "นายสมชาย ใจดี"),  # no name begins with a mark
        ("งสาวสมศรี ใจดี)", "นางสาวสมศรี ใจดี"),
        ("(นางสารสมศรี ใจดี)", "นางสาวสมศรี ใจดี"),
        ("(ผวยสมชาย ใจดี)", "นายสมชาย ใจดี"),  # thick print: only its last letter is left
        ("(นายกผล ใจดี)", "นายกผล ใจดี"),  # ผล is a name too, but no title is misread
        ("(เรอเอก สมชาย ใจดี)", "เรือเอก สมชาย ใจดี"),  # its mark was lost
        ("(พันตำรวจเอกหญิง สมศรี ใจดี)", "พันตำรวจเอกหญิง สมศรี ใจดี"),
        ("(พ.ต.อ. สมชาย ใจดี)", "พ.ต.อ. สมชาย ใจดี"),
        ("(ศาสตราจารย์ ดร.สมชาย ใจดี)", "ศาสตราจารย์ ดร.สมชาย ใจดี"),
        ("ผู้อำนวยการกองคลัง", "ผู้อำนวยการกองคลัง"),
    ],
)
def test_a_name_is_read_without_its_brackets_and_what_a_pen_left(text: str, name: str) -> None:
    assert name_reading(text, 0.9).name == name


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("(นายสมชาย ใจดี)", True),
        ("(นายสมชาย ณ อยุธยา)", True),
        ("ชาย ใจดี)", False),
        ("(นายสมชาย", False),
        ("(นายสมชาย ใจดี) ผู้ตรวจ", False),  # more than a name stands there
    ],
)
def test_a_name_is_whole_with_title_given_name_and_surname(text: str, whole: bool) -> None:
    assert name_reading(text, 0.9).is_whole is whole


def test_the_known_name_is_taken_however_often_another_was_read() -> None:
    first, *others = read("(นายอรุฌ มีสุข)", "(นายอรุฌ มีสุข)", "(นายอรุณ มีสุข)")
    assert best_of(first, others).name == "นายอรุณ มีสุข"


def test_of_names_known_alike_the_surest_is_taken_and_of_those_the_first() -> None:
    first, sure = name_reading("(นายอรุณ มีสุข)", 0.8), name_reading("(นายวิมล มีสุข)", 0.9)
    assert best_of(first, [sure]) is sure
    assert best_of(first, [first]) is first


def test_a_rank_is_none_with_a_letter_wrong() -> None:
    right, wrong = read("(ว่าที่พันตำรวจโท สมชาย ใจดี)", "(ว่าที่พันตำรัวจโท สมชาย ใจดี)")
    assert right.is_whole and not wrong.is_whole
    assert best_of(wrong, [right]) is right


def test_marks_that_a_flourish_hid_are_restored_only_where_one_known_name_has_them() -> None:
    (hidden, rare) = read("(นางสาวศริลักษณ์ ใจดี)", "(นายวีรยุทธ ใจดี)")
    assert with_marks_restored(hidden).name == "นางสาวศิริลักษณ์ ใจดี"
    assert with_marks_restored(rare) == rare  # วรยุทธ is known, but a mark that was read stays


def test_a_reading_that_lost_letters_with_a_stroke_is_told() -> None:
    whole, less, other = read("(นายสมชาย แสงจันทร์)", "(นายสมชาย จันทร์)", "(นายสมชาย แสงจัยทร์)")
    assert is_less_of(less, [whole])
    assert not is_less_of(whole, [less]) and not is_less_of(other, [whole])


def test_a_word_behind_a_surname_that_strokes_made_is_not_lacked() -> None:
    plain = name_reading("(นายสมชาย แสงจันทร์)", 0.9)
    assert not is_less_of(plain, [name_reading("(นายสมชาย แสงจันทร์. ชัม)", 0.5)])
    assert is_less_of(plain, [name_reading("(นายสมชาย แสงจันทร์ ณ ลำพูน)", 0.9)])
    assert is_less_of(name_reading("(นายสมชาย จัน)", 0.9), [plain])
