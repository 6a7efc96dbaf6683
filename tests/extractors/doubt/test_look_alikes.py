"""Letters that print of copies confuses, in names and words that a list knows but for them."""

from __future__ import annotations

import pytest

from extractors.doubt.look_alikes import (
    has_misread_term,
    has_misread_title,
    is_misread_name,
    is_misread_word,
)


@pytest.mark.parametrize(
    ("name", "misread"),
    [
        ("พ.ต.ต. ปิยะ ซูศักดิ์", True),
        ("พ.ต.ต. ปิยะ ชูศักดิ์", False),
        ("นางวิโลวรรณ แสนสุขใจ", True),
        ("นางอุษา ควนกาหสง", True),  # in no list, but its words are: ควน กา หลง
        ("นางอุษา ควนกาหลง", False),
        ("รศ.ดร.ธนา พีชผล", True),
        ("รศ.ดร.ธนา พืชผล", False),
        ("นายสำเริง กิจเจริญผ่ล", True),  # a speck
        ("นายเกษม ปินตาวงค์", False),
        ("นายแดง ไม่มีในบัญชีใด", False),  # in no list, nor near to one
    ],
)
def test_a_name(name: str, misread: bool) -> None:
    assert is_misread_name(name) is misread


@pytest.mark.parametrize(
    ("text", "elsewhere", "misread"),
    [
        ("ครูซำนาญการ", "", True),
        ("ประธานชุมชนทุกซุมชน", "", True),
        ("โรงเรียนปัวพิทยาคม", "", True),
        ("โรงเรียนปัวพิทยาคม", "ด้วยโรงเรียนปัวพิทยาคมจะจัดงาน", False),  # told again
        ("หก.กกพ.มทบ.๔๒๙", "", False),  # abbreviations are in no dictionary
    ],
)
def test_a_word(text: str, elsewhere: str, misread: bool) -> None:
    assert is_misread_word(text, elsewhere) is misread


@pytest.mark.parametrize(
    ("text", "misread"),
    [
        ("การไฟฟ้าส่วนภูมิภาคจงหวดลาพูน", True),  # the marks were too pale
        ("ผู้อานวยการสานักถ่ายการ", True),
        ("นักวิชาการศึกษาช๋ำนาญการ", True),  # a speck
        ("ผู้อำนวยการสำนักหอสมุด จังหวัดลำพูน", False),
        ("หน้าที่ของหัวหน้า", False),  # short words are others without their marks
        ("", False),
    ],
)
def test_a_term_of_office_with_other_marks(text: str, misread: bool) -> None:
    assert has_misread_term(text) is misread


@pytest.mark.parametrize(
    ("name", "misread"),
    [
        ("น่างสาวลำดวน ปักษา", True),
        ("นางสาวลำดวน ปักษา", False),
        ("นายเจษฎา ณ นันทบุรี", False),  # a surname like a province
    ],
)
def test_a_title_with_other_marks(name: str, misread: bool) -> None:
    assert has_misread_title(name) is misread
