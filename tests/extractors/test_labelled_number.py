"""Numbers of papers of any kind behind their word, as an อ้างถึง tells them."""

from __future__ import annotations

import pytest

from extractors.citations import read_citations
from extractors.labelled_number import labelled_number
from extractors.letterhead import read_number
from pipeline.models import Document
from pipeline.plain_text import page_from_text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("คดีอาญาที่ ๑๑๙/๒๕๖๖ ของสถานีตำรวจภูธรดอนงาม", "119/2566"),
        ("คดีหมายเลขดำที่ อ ๑๙๙/๒๕๖๗", "อ 199/2567"),
        ("หนังสือกู้เงินสามัญ ที่ ส ๖๔๐๐๙๙๑ ลงวันที่ ๓ มีนาคม ๒๕๖๔", "ส 6400991"),
        ("ใบอนุญาตเลขที่ ๑๐๙๙ ลงวันที่ ๓ มีนาคม ๒๕๖๔", "1099"),
        ("สัญญาเลขที่ จ.๑๙/๒๕๖๗", "จ.19/2567"),
        ("คำร้องของผู้พักอาศัยบ้านเลขที่ ๑๒๓ หมู่ ๔", None),
        ("มติที่ประชุมครั้งที่ ๓/๒๕๖๗", None),
    ],
)
def test_the_number_behind_its_word(text: str, number: str | None) -> None:
    found = labelled_number(text, 0, len(text))
    assert (found and found.number.value) == number


def test_a_reference_is_cited_by_a_number_of_any_form() -> None:
    letter = (
        "ที่ พิเศษ/๒๕๖๗\nโรงเรียนบ้านดอนงาม\n๒ กุมภาพันธ์ ๒๕๖๗\nเรื่อง ขอทราบข้อมูล\nเรียน ผู้จัดการธนาคาร\n"
        "อ้างถึง คดีอาญาที่ ๑๑๙/๒๕๖๖\nตามคดีที่อ้างถึง จึงเรียนมาเพื่อทราบ"
    )
    document = Document((page_from_text(letter),))
    own, (cited,) = read_number(document), read_citations(document)
    assert own is not None
    assert (own.value, cited.number) == ("พิเศษ/2567", "119/2566")
