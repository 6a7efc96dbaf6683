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
        ("ธนาคารดอนงาม\n\tภาค ๙", "ธนาคารดอนงาม ภาค 9"),
        ("สถาบันวิจัยและพัฒนา\n\tมหาวิทยาลัยดอนงาม", "สถาบันวิจัยและพัฒนา มหาวิทยาลัยดอนงาม"),
        (
            "สำนักงานป้องกันและบรรเทาสาธารณภัย\n\tจังหวัดน่าน ศาลากลางจังหวัด",
            "สำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัดน่าน",
        ),
        ("โรงเรียนบ้านดอนงาม\n\tสำนักงานเขตพื้นที่การศึกษาน่าน เขต ๑", "โรงเรียนบ้านดอนงาม"),
    ],
    ids=[
        "a branch",
        "a part under the whole",
        "its ministry",
        "the head office",
        "its region",
        "a part over the whole",
        "its province before the building",
        "the area of a school",
    ],
)
def test_what_stands_under_the_name(head: str, issuer: str) -> None:
    letter = (
        f"ที่ กข ๐๑๙๙/๑๒\t{head}\n\t๙ ถนนดอนงาม ๑๐๙๙๙\n\t๓ มีนาคม ๒๕๖๗\nเรื่อง  ขอทราบข้อมูล\n"
        "เรียน  ผู้ว่าราชการจังหวัดน่าน\n      ด้วยมีความประสงค์จะขอทราบข้อมูลของจังหวัด จึงเรียนมาเพื่อโปรดพิจารณา"
    )
    found = read_issuer(Document(tuple(pages(letter))))
    assert found is not None
    assert found.value == issuer


_BODY = """
เรื่อง  ขอทราบข้อมูล
เรียน  ผู้ว่าราชการจังหวัดน่าน
      ด้วยมีความประสงค์จะขอทราบข้อมูลของจังหวัด จึงเรียนมาเพื่อโปรดพิจารณา"""


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (
            "^มหาวิทยาลัยดอนงาม\nที่ กข ๐๑๙๙.๐๙/๑๒\tคณะเกษตรศาสตร์\n\t๙ ถนนดอนงาม ๑๐๙๙๙",
            "มหาวิทยาลัยดอนงาม คณะเกษตรศาสตร์",
        ),
        (
            "^มหาวิทยาลัยดอนงาม\nที่ กข ๐๑๙๙.๐๙/๑๒\tมหาวิทยาลัยดอนงาม\n\t๙ ถนนดอนงาม ๑๐๙๙๙",
            "มหาวิทยาลัยดอนงาม",
        ),
        (
            "ธนาคารดอนงาม จำกัด (มหาชน)\tสำนักงานใหญ่ ๘๘ ถนนดอนงาม\nที่ กข ๑๙๙/๑๒",
            "ธนาคารดอนงาม จำกัด (มหาชน)",
        ),
    ],
    ids=["a part right of the crest", "the whole in both places", "the address of a firm"],
)
def test_a_name_under_a_crest_and_beside_it(head: str, issuer: str) -> None:
    letter = f"{head}\n\t๓ มีนาคม ๒๕๖๗{_BODY}"
    found = read_issuer(Document(tuple(pages(letter))))
    assert found is not None
    assert found.value == issuer
