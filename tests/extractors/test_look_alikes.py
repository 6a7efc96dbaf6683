"""Letters that print of copies confuses, in names and words that a list knows but for them."""

from __future__ import annotations

import pytest

from extractors.look_alikes import is_misread_name, is_misread_word


@pytest.mark.parametrize(
    ("name", "misread"),
    [
        ("พ.ต.ต. ปิยะ ซูศักดิ์", True),
        ("พ.ต.ต. ปิยะ ชูศักดิ์", False),
        ("นางวิโลวรรณ แสนสุขใจ", True),
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
