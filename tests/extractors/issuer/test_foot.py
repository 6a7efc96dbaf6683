"""The issuer under a stamped letter, its name over two lines or a remark on its seal below it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.issuer.read import read_issuer
from pipeline.models import Box, Document, Line, Stamp
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


@pytest.mark.parametrize("day", ["\n>๔ พฤศจิกายน ๒๕๖๗", ""], ids=["dated", "its day not read"])
def test_the_university_under_an_institute_is_of_its_name(day: str) -> None:
    foot = f">สถาบันภาษาดอนงาม\n>มหาวิทยาลัยริมโขง{day}"
    letter = "ที่ อว ๐๑๙๙.๑/๙๙๑\nถึง  ห้องสมุดประชาชน\n      พร้อมหนังสือนี้ขอส่งพจนานุกรมมาเพื่อให้บริการ"
    found = read_issuer(Document(tuple(pages(f"{letter}\n{foot}"))))
    assert found is not None
    assert found.value == "สถาบันภาษาดอนงาม มหาวิทยาลัยริมโขง"


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


SEALED = """
ที่ ดง ๐๐๒๔.๑/ว ๖๗
ถึง  โรงพยาบาลทุกแห่ง
      ด้วยกรมสายตาและการมองเห็นได้จัดทำคู่มือการคัดกรองเสร็จแล้ว จึงขอส่งมาเพื่อใช้ในราชการต่อไป
"""


@pytest.mark.parametrize(
    "foot",
    [
        ">กุ้มสายตาแลการมองเฬ็น\n>๑๖ พ.ค. ๒๕๖๗",  # pressed by the seal's rim: as the text spells it
        ">กรมสายตและการมองเห็นฎ\n>๑๖ พ.ค. ๒๕๖๗",
        ">กรมสายตาและการมองเห็น\nกองแว่นตา\nโทร. ๐ ๒๐๐๐ ๗๑๓๘\nโทรสาร ๐ ๒๐๐๐ ๗๑๓๙",  # no day read
        "~๑๖ พ.ค. ๒๕๖๗\n~กรมสายตาและการมองเห็น\n~เขต ๓\nกองแว่นตา\nโทร. ๐ ๒๐๐๐ ๗๑๓๘",
        ">กรมสายตาและการมองเห็น\n>เขต ๓\nกองแว่นตา\nโทร. ๐ ๒๐๐๐ ๗๑๓๘",
        ">กรมสายตาและการมองเห็น ไ\nกองแว่นตา\nโทร. ๐ ๒๐๐๐ ๗๑๓๘",  # a piece of the rim
        # who deals with it on the row of the day
        ">กรมสายตาและการมองเห็น\nกองแว่นตา\t๑๖ พ.ค. ๒๕๖๗\nโทร. ๐ ๒๐๐๐ ๗๑๓๘",
    ],
)
def test_a_seal_over_the_name_or_the_day_hides_nobody(foot: str) -> None:
    found = read_issuer(Document(tuple(pages(f"{SEALED}{foot}"))))
    assert found is not None
    assert found.value.removesuffix(" เขต 3") == "กรมสายตาและการมองเห็น"
    assert found.value.endswith("เขต 3") is ("เขต" in foot)


def test_the_office_that_received_a_stamped_letter_did_not_send_it() -> None:
    (page,) = pages(f"{SEALED}>กุ้มสายตาแลการมองเฬ็น\n>๑๖ พ.ค. ๒๕๖๗")
    words = ("โรงพยาบาลดอนงาม", "เลขรับ 12", "วันที่ 20 พ.ค. 2567")
    boxes = [Box(0.7, 0.05 + 0.02 * row, 0.9, 0.065 + 0.02 * row) for row in range(3)]
    lines = tuple(Line(text, 1, box, 0.9) for text, box in zip(words, boxes, strict=True))
    stamp = Stamp(1, Box.around(boxes), lines)
    read_before = replace(lines[0], text="โรงพยาบาลดอนงาม", confidence=0.4)
    found = read_issuer(Document((replace(page, stamps=(stamp,), marks=(read_before,)),)))
    assert found is not None
    assert found.value == "กรมสายตาและการมองเห็น"


@pytest.mark.parametrize(
    ("foot", "issuer"),
    [
        ("~โรงพยาบาลดอนงาม\n~สำนักงานสาธารณสุขจังหวัดน่าน", "โรงพยาบาลดอนงาม"),
        ("~องค์การส่งเสริมปลาดอนงาม\n~สำนักงานภาคใต้", "องค์การส่งเสริมปลาดอนงาม สำนักงานภาคใต้"),
        ("~กองคลัง\n~มหาวิทยาลัยดอนงาม", "กองคลัง มหาวิทยาลัยดอนงาม"),
        (
            "~สำนักงานเลขานุการ คณะเกษตร\n~มหาวิทยาลัยดอนงาม",
            "สำนักงานเลขานุการ คณะเกษตร มหาวิทยาลัยดอนงาม",
        ),
    ],
    ids=["its superior", "a branch of the whole", "the whole of a part", "of a part within a line"],
)
def test_two_offices_under_a_stamped_letter(foot: str, issuer: str) -> None:
    letter = "ที่ กข ๐๑๙๙.๑/ว ๙๙๑\nถึง  หน่วยงานในสังกัด\n      พร้อมหนังสือนี้ขอส่งสำเนาประกาศมาเพื่อทราบ"
    found = read_issuer(Document(tuple(pages(f"{letter}\n{foot}\n~๔ พฤศจิกายน ๒๕๖๗"))))
    assert found is not None
    assert found.value == issuer
