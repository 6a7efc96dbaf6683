"""A name in a letterhead that may be a part of a longer one is looked at by a person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.describe import describe
from extractors.doubt.doubts import is_doubtful
from extractors.issuer.neighbours import with_neighbours
from extractors.issuer.read import read_issuer
from extractors.record import Field
from pipeline.models import Box, Document, Line, Page
from tests.extractors.print_shop import pages

NAME = "ท่าอากาศยานหาดใหญ่"
BOX = Box(0.7, 0.06, 0.9, 0.07)


def letter(*lines: tuple[float, str]) -> Document:
    """Lines of print by their top; the name of the office stands at 0.06."""
    printed = [Line(NAME, 1, BOX)]
    printed += [Line(text, 1, Box(0.6, top, 0.9, top + 0.01)) for top, text in lines]
    return Document((Page(1, tuple(printed)),))


def told(document: Document, value: str = NAME, labelled: bool = False) -> Field:
    found = Field(page=1, box=BOX.as_tuple(), confidence=0.97, text=value, value=value)
    return with_neighbours(found, document, labelled)


@pytest.mark.parametrize(
    ("place", "where"), [(0.078, "below"), (0.042, "above")], ids=["below", "above"]
)
def test_an_office_on_the_next_line_may_belong_to_the_name(place: float, where: str) -> None:
    found = told(letter((place, "บริษัท ท่าอากาศยานไทย จำกัด (มหาชน)")))
    assert is_doubtful(found)
    assert found.note == (
        f"an office stands right {where} it in the letterhead: บริษัท ท่าอากาศยานไทย จำกัด (มหาชน)"
    )


def test_what_stands_below_in_brackets_belongs_to_it() -> None:
    assert is_doubtful(told(letter((0.078, "(องค์การมหาชน)"))))
    assert is_doubtful(told(letter((0.078, "(องค์การมหาชน]"))))
    assert not is_doubtful(told(letter((0.078, "(๑๓ กุมภาพันธ์ ๒๕๖๙)"))))


@pytest.mark.parametrize(
    "line",
    [
        (0.078, "๙๙ หมู่ ๓ ตำบลคลองหลา อำเภอคลองหอยโข่ง จังหวัดสงขลา ๙๐๑๑๕"),
        (0.078, "ศูนย์ราชการเฉลิมพระเกียรติ ๘๐ พรรษาฯ"),
        (0.078, "อำเภอเมือง จังหวัดสงขลา"),
        (0.078, "๑๓ กุมภาพันธ์ ๒๕๖๙"),
        (0.2, "บริษัท ท่าอากาศยานไทย จำกัด (มหาชน)"),  # further down: somebody else's
    ],
)
def test_an_address_or_a_date_does_not(line: tuple[float, str]) -> None:
    assert not is_doubtful(told(letter(line)))


def test_what_stands_over_the_line_of_a_memo_is_another_thing() -> None:
    assert not is_doubtful(told(letter((0.042, "มหาวิทยาลัยทักษิณ")), labelled=True))


def test_a_name_that_the_text_never_ends_there_was_cut_off() -> None:
    cut = "การประปาส่วนภูมิภาคสาขาบ้าน"
    text = (0.3, "ตามที่การประปาส่วนภูมิภาคสาขาบ้านนาสารได้ส่งใบแจ้งค่าน้ำประปา")
    found = told(letter(text), cut)
    assert is_doubtful(found) and "สาขาบ้านนาสาร" in (found.note or "")
    assert not is_doubtful(told(letter(text), cut + "นาสาร"))
    again = (0.4, "การประปาส่วนภูมิภาคสาขาบ้าน ขอแจ้งว่า")
    assert not is_doubtful(told(letter(text, again), cut))


def test_a_short_name_begins_many_others() -> None:
    text = (0.3, "ตามที่กรมป่าไม้แห่งประเทศลาวเสนอ")
    assert not is_doubtful(told(letter(text), "กรมป่า"))


def test_the_doubt_reaches_the_record(scanned: Callable[..., Document]) -> None:
    document = scanned(
        [
            [(0.6, NAME)],
            [(0.6, "บริษัท ท่าอากาศยานไทย จำกัด (มหาชน)")],
            [],
            [(0.12, "ที่ ทอท. ๑๕๘/๒๕๖๙"), (0.7, "๑๓ กุมภาพันธ์ ๒๕๖๙")],
            [(0.12, "เรื่อง ขอความร่วมมืองดเล่นว่าว")],
            [(0.12, "เรียน นายกเทศมนตรีเมืองบ้านพรุ")],
            [(0.2, "ด้วยท่าอากาศยานหาดใหญ่ขอความร่วมมือ")],
        ]
    )
    issuer = describe(document).issuer
    assert issuer is not None
    assert issuer.value != NAME or is_doubtful(issuer)


def test_a_name_cut_off_is_told_whole_by_the_post_and_the_text() -> None:
    letter = """
ที่ ดง ๐๓๒๔/๒๗\tโครงการส่งน้ำลำ
\tตำบลดอนงาม อำเภอลอง จังหวัดแพร่ ๕๔๑๕๐
\t๒๖ พฤศจิกายน ๒๕๖๗
เรื่อง  แจ้งกำหนดหยุดส่งน้ำ
เรียน  นายอำเภอลอง
      โครงการส่งน้ำลำแม่ดอนงามได้ตรวจสอบคลองแล้ว พบว่าชำรุด
~ขอแสดงความนับถือ
~(นายเอก มั่นคง)
~ผู้อำนวยการโครงการส่งน้ำลำแม่ดอนงาม
"""
    found = read_issuer(Document(tuple(pages(letter))))
    assert found is not None and found.value == "โครงการส่งน้ำลำแม่ดอนงาม"
    assert is_doubtful(found)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("ด้วยท่าอากาศยานหาดใหญ่ สาขาดอนงาม มีความประสงค์", True),
        ("ด้วยท่าอากาศยานหาดใหญ่ วิทยาเขตดอนงาม มีความประสงค์", True),
        ("ด้วยท่าอากาศยานหาดใหญ่ มีสาขาใหม่", False),
        ("ท่าอากาศยานหาดใหญ่ สาขาดอนงาม ขอเรียนว่า ท่าอากาศยานหาดใหญ่ ได้รับหนังสือแล้ว", False),
    ],
    ids=["a branch", "a campus", "it has one", "named without, too"],
)
def test_a_branch_that_the_text_tells_behind_the_name_may_be_lost(text: str, doubted: bool) -> None:
    assert is_doubtful(told(letter((0.3, text)))) == doubted
