from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.segment import dictionary_version, falls_apart, segment, terms

CASES = [
    ("เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด", ["เรียน", "ผู้ว่าราชการจังหวัด", "ทุก", "จังหวัด"]),
    ("กรมการปกครองแจ้งว่า", ["กรมการปกครอง", "แจ้ง", "ว่า"]),
    ("องค์กรปกครองส่วนท้องถิ่น", ["องค์กรปกครองส่วนท้องถิ่น"]),
    ("จังหวัดน่านและจังหวัดลำปาง", ["จังหวัดน่าน", "และ", "จังหวัดลำปาง"]),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_official_terms_stay_whole(text: str, words: list[str]) -> None:
    assert [word for word in segment(text) if word.strip()] == words


def test_a_name_whose_letters_were_misread_falls_apart() -> None:
    assert falls_apart("จงหวดลาพูน") > falls_apart("จังหวัดลำพูน") == 1


@given(st.text(alphabet="กขคงาีเแ่้์ๆฯ ๑2/.abA\n", max_size=60))
def test_nothing_is_lost_or_added(text: str) -> None:
    assert "".join(segment(text)) == text


def test_terms_hold_every_province_and_no_comment() -> None:
    assert {"จังหวัดน่าน", "บึงกาฬ", "กระทรวงมหาดไทย"} <= terms()
    assert not [term for term in terms() if term.startswith("#") or term != term.strip()]


def test_version_is_short_and_stable() -> None:
    assert dictionary_version() == dictionary_version()
    assert len(dictionary_version()) == 12
