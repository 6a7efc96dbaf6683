"""The issuer under a stamped letter, its name over two lines or a remark on its seal below it."""

from __future__ import annotations

import pytest

from extractors.issuer.read import read_issuer
from pipeline.models import Document
from tests.extractors.print_shop import pages

_LETTER = """
ที่ ๐๐๒๔.๑๓๔/ว ๖๗
ถึง  สถานีตำรวจในสังกัด
      แนวที่ห้าบ้านดงส่งสำเนาหนังสือมาเพื่อทราบ และแจ้งข้าราชการตำรวจในสังกัดถือปฏิบัติต่อไป
"""


@pytest.mark.parametrize(
    ("foot", "issuer"),
    [
        (">ฝ่ายอำนวยการ ๓ กองบังคับการอำนวยการ ตำรวจภูธร\n>ภาค ๑๑", "ตำรวจภูธรภาค 11"),
        ("^กองบังคับการอำนวยการ ตำรวจภูธรภาค ๑๑\n^(ตราประทับ)", "ตำรวจภูธรภาค 11"),
        ("^แนวที่ห้าบ้านดง", "แนวที่ห้าบ้านดง"),  # of any name, where the text tells it
    ],
)
def test_who_sends_a_stamped_letter(foot: str, issuer: str) -> None:
    found = read_issuer(Document(tuple(pages(f"{_LETTER}{foot}\n^๑๖ พ.ค. ๒๕๖๗"))))
    assert found is not None
    assert found.value.replace(" ", "").endswith(issuer.replace(" ", ""))


def test_the_ministry_under_who_sends_is_where_it_belongs() -> None:
    foot = ">สำนักงานปลัดกระทรวงดอนงาม\n>กระทรวงดอนงาม\n>๔ พฤศจิกายน ๒๕๖๗"
    letter = "ที่ มท ๐๑๙๙.๑/ว ๙๙๑\nถึง  สำนักงานจังหวัด ทุกจังหวัด\n      พร้อมหนังสือนี้ขอส่งสำเนาประกาศมาเพื่อทราบ"
    found = read_issuer(Document(tuple(pages(f"{letter}\n{foot}"))))
    assert found is not None
    assert found.value == "สำนักงานปลัดกระทรวงดอนงาม"


def test_a_court_stands_below_the_day_and_its_office_at_the_margin() -> None:
    foot = ">๒๙ พฤษภาคม ๒๕๖๗\n>ศาลจังหวัดดอนงาม\nงานหมาย\nโทร. ๐ ๔๔๐๐ ๗๑๓๘"
    letter = "ที่ ศย ๓๒๖.๐๑๓/๒๖๖๐\nถึง  เรือนจำกลางดอนงาม\n      ขอให้แจ้งวันพ้นโทษมายังศาลโดยเร็ว"
    found = read_issuer(Document(tuple(pages(f"{letter}\n{foot}"))))
    assert found is not None
    assert found.value == "ศาลจังหวัดดอนงาม"


def test_a_letterheads_department_stands_before_its_ministry() -> None:
    letter = (
        "ที่ สธ ๐๓๐๗/ว ๓๓๒๐\tกรมสายตา กระทรวงสุขภาวะ\n\tถนนดอนงาม นนท์นคร ๑๑๐๐๐\n\t๑๐ ตุลาคม ๒๕๖๘\n"
        "เรื่อง  การคัดกรอง\nเรียน  ผู้อำนวยการโรงพยาบาลดอนงาม\n      ด้วยมีเรื่องแจ้ง\n"
        "~(นายเอก มั่นคง)\n~อธิบดีกรมสายตา"
    )
    found = read_issuer(Document(tuple(pages(letter))))
    assert found is not None
    assert found.value == "กรมสายตา"
