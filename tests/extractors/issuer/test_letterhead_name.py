"""The name at the head of a letter where a part, a branch or a ministry stands on its next line."""

from __future__ import annotations

import pytest

from extractors.issuer.read import read_issuer
from pipeline.models import Document
from tests.extractors.print_shop import pages


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("ธนาคารดอนงาม\n\tสำนักงานจังหวัดน่าน", "ธนาคารดอนงาม สำนักงานจังหวัดน่าน"),
        ("มหาวิทยาลัยดอนงาม\n\tสำนักทะเบียน", "มหาวิทยาลัยดอนงาม สำนักทะเบียน"),
        ("สำนักคุ้มครองผู้เดินทาง\n\tกระทรวงดอนงาม", "สำนักคุ้มครองผู้เดินทาง"),
        ("ธนาคารดอนงาม\n\tสำนักงานใหญ่", "ธนาคารดอนงาม"),
    ],
    ids=["a branch", "a part under the whole", "its ministry", "the head office"],
)
def test_what_stands_under_the_name(head: str, issuer: str) -> None:
    letter = (
        f"ที่ กข ๐๑๙๙/๑๒\t{head}\n\t๙ ถนนดอนงาม ๑๐๙๙๙\n\t๓ มีนาคม ๒๕๖๗\nเรื่อง  ขอทราบข้อมูล\n"
        "เรียน  ผู้ว่าราชการจังหวัดน่าน\n      ด้วยมีความประสงค์จะขอทราบข้อมูลของจังหวัด จึงเรียนมาเพื่อโปรดพิจารณา"
    )
    found = read_issuer(Document(tuple(pages(letter))))
    assert found is not None
    assert found.value == issuer
