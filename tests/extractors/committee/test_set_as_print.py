"""Lists with their places on the page: what stands right of, below or between the members."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.committee.read import read_committees
from extractors.record import Committee
from pipeline.models import Box, Document, Line
from pipeline.split import split
from tests.extractors.print_shop import pages

_HEAD = """
^คำสั่งอำเภอธารทอง
^ที่ ๑๒/๒๕๖๗
^เรื่อง แต่งตั้งคณะกรรมการจัดงานวันแม่
      เพื่อให้การจัดงานเป็นไปด้วยความเรียบร้อย จึงแต่งตั้งคณะกรรมการ ดังนี้
"""
_FOOT = """
@ 14 56
      สั่ง ณ วันที่ ๑ สิงหาคม พ.ศ. ๒๕๖๗
~(นายเอก มั่นคง)
~นายอำเภอธารทอง
"""


def _read(body: str) -> tuple[Committee, ...]:
    (document,) = split(pages(_HEAD + body.strip("\n") + _FOOT))
    return read_committees(document)


def _told(committee: Committee) -> list[str]:
    return [f"{m.order}|{m.name}|{m.position}|{m.role}" for m in committee.members]


def test_offices_without_numbers_stand_right_of_their_numbered_heading() -> None:
    advisers, works = _read(
        "๑. คณะกรรมการที่ปรึกษา\n@ 18 74\nนายอำเภอธารทอง\tที่ปรึกษา\nประธานหอการค้าอำเภอ\tที่ปรึกษา\n"
        "๒. คณะกรรมการฝ่ายสถานที่\nนายโท แสนดี\tประธานกรรมการ\nนางตรี ใจเย็น\tกรรมการ"
    )
    assert (advisers.name, works.name) == ("คณะกรรมการที่ปรึกษา", "คณะกรรมการฝ่ายสถานที่")
    assert _told(advisers) == [
        "None|None|นายอำเภอธารทอง|adviser",
        "None|None|ประธานหอการค้าอำเภอ|adviser",
    ]


def test_a_body_under_whose_name_the_numbers_run_on_is_another() -> None:
    one, other = _read(
        "@ 18 68\nก. คณะอนุกรรมการด้านความมั่นคง\n"
        "๑. นายอำเภอ\tประธานอนุกรรมการ\n๒. สารวัตรใหญ่\tอนุกรรมการ\n"
        "ข. คณะอนุกรรมการด้านการค้า\n๓. พาณิชย์อำเภอ\tประธานอนุกรรมการ\n๔. ด่านตรวจพืช\tอนุกรรมการ"
    )
    assert [committee.name for committee in (one, other)] == [
        "คณะอนุกรรมการด้านความมั่นคง",
        "คณะอนุกรรมการด้านการค้า",
    ]
    assert [member.order for member in other.members] == [3, 4]


def test_persons_only_counted_are_members_of_the_body_over_them() -> None:
    _, supervisors = _read(
        "๑. คณะกรรมการอำนวยการ\n@ 18 62\n๑. นายเอก มั่นคง\tประธานกรรมการ\n๒. นางโท แสนดี\tกรรมการ\n"
        "๒. คณะกรรมการคุมสอบ\n@ 18 56\n"
        "๑. นายตรี ใจเย็น\t๓. นายเบญจ สุขใส\n๒. นางจัตวา ยิ้มแย้ม\t๔. นางฉอ ชื่นบาน"
    )
    assert [(m.order, m.role, m.role_text) for m in supervisors.members] == [
        (place, "member", "กรรมการ") for place in (1, 2, 3, 4)
    ]


def test_a_list_named_by_a_seat_of_its_own() -> None:
    rooms = _read(
        "@ 20 66\nห้องสอบที่ ๑ จุดตรวจหน้าที่ทำการ\n"
        "๑. นายเอก มั่นคง\tประธานกรรมการ\n๒. นางโท แสนดี\tกรรมการ\n"
        "กรรมการกลาง\n๑. นายตรี ใจเย็น\tกรรมการ\n๒. นางจัตวา ยิ้มแย้ม\tกรรมการ"
    )
    assert [room.name for room in rooms] == ["ห้องสอบที่ ๑ จุดตรวจหน้าที่ทำการ", "กรรมการกลาง"]


def test_what_stands_below_the_last_member_is_no_part_of_a_post() -> None:
    for sentence in (
        "มีอำนาจอนุมัติสินเชื่อรายละไม่เกินยี่สิบล้านบาท",
        "ปฏิบัติงานระหว่างวันที่ ๔ - ๒๙ มีนาคม ๒๕๖๗",
        "เริ่มเวลา ๐๘.๓๐ น.",
        "การตัดสินของคณะกรรมการถือเป็นที่สุด",
    ):
        (found,) = _read(
            "@ 20 48 76\n๑. นายเอก มั่นคง\tปลัดอำเภอ\tประธานกรรมการ\n๒. นางโท แสนดี\tนักบัญชี\tกรรมการ\n"
            f"@ 14 56\n      {sentence}"
        )
        assert [member.position for member in found.members] == ["ปลัดอำเภอ", "นักบัญชี"]


def test_a_post_goes_on_behind_an_open_word_or_before_a_name() -> None:
    (found,) = _read(
        "@ 16 50 76\n๑. นายอำเภอธารทอง\t\tประธานกรรมการ\n"
        "๒. อัครราชทูต (ฝ่ายการพาณิชย์) หรือผู้แทน\t\tกรรมการ\n"
        "๓. ปราชญ์ชาวบ้าน นางโท แสนดี\t\tกรรมการ\n๔. พาณิชย์อำเภอ\t\tกรรมการ"
    )
    assert _told(found)[1:3] == [
        "2|None|อัครราชทูต (ฝ่ายการพาณิชย์) หรือผู้แทน|member",
        "3|นางโท แสนดี|ปราชญ์ชาวบ้าน|member",
    ]


def test_posts_alone_make_no_committee() -> None:
    (document,) = split(
        pages(
            "^คำสั่งโรงเรียนธารทอง\n^เรื่อง การรับผิดชอบงานในโรงเรียน\n"
            "      จึงให้ครูปฏิบัติหน้าที่ดังนี้\n@ 16 50\n๑. นายเอก มั่นคง\tหัวหน้างานพัสดุ\n"
            "๒. นางโท แสนดี\tหัวหน้าฝ่ายปกครอง" + _FOOT
        )
    )
    assert read_committees(document) == ()


def test_the_name_of_a_body_over_the_heads_of_a_tables_columns_is_no_member() -> None:
    leaders, cooks = _read(
        "๑. คณะกรรมการอำนวยการ\n| ที่ | ชื่อ - สกุล | ตำแหน่ง | หน้าที่ |\n"
        "| ๑ | นายเอก มั่นคง | ผู้อำนวยการโรงเรียน | ประธานกรรมการ |\n"
        "| ๒ | นางโท แสนดี | ครู | กรรมการและเลขานุการ |\n"
        "๒. คณะกรรมการฝ่ายอาหาร\n| ที่ | ชื่อ - สกุล | ตำแหน่ง | หน้าที่ |\n"
        "| ๑ | นายตรี ใจเย็น | ครู | ประธานกรรมการ |\n| ๒ | นางจัตวา ยิ้มแย้ม | ครู | กรรมการ |"
    )
    assert (leaders.name, cooks.name) == ("คณะกรรมการอำนวยการ", "คณะกรรมการฝ่ายอาหาร")
    assert [len(one.members) for one in (leaders, cooks)] == [2, 2]


def test_what_was_read_of_a_blank_behind_a_post_is_no_part_of_it() -> None:
    (farmers,) = _read(
        "@ 14 62\n๑. นายอำเภอ\tประธานกรรมการ\n๒. กำนันตำบล ..\tรองประธานกรรมการ\n"
        "๓. ปลัด อบต.\tกรรมการ\n๔. กำนันตำบล ... หรือผู้แทน\tกรรมการ"
    )
    assert [m.position for m in farmers.members] == [
        "นายอำเภอ",
        "กำนันตำบล",
        "ปลัด อบต.",
        "กำนันตำบล หรือผู้แทน",
    ]


@pytest.mark.parametrize(
    "told",
    [
        " โดยมีวาระการดำรงตำแหน่งสองปีนับแต่วันประกาศ",
        " และให้มีวาระอยู่ในตำแหน่งคราวละสี่ปี",
        " ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป",
        " โดยให้มีผลตั้งแต่วันที่ ๑ สิงหาคม ๒๕๖๗",
        "",
    ],
)
def test_what_a_sentence_settles_behind_a_duty_is_none(told: str) -> None:
    (board,) = _read(
        "@ 14 62\n๑. นายเอก มั่นคง\tประธานกรรมการ\n๒. นางโท แสนดี\tกรรมการ\n"
        f"      ให้คณะกรรมการมีหน้าที่ดูแลอาหารกลางวัน{told}"
    )
    assert board.duties == ("ดูแลอาหารกลางวัน",)


def test_a_line_less_indented_below_a_duty_that_had_room_is_none() -> None:
    (document,) = split(
        pages(
            _HEAD.replace(
                "เพื่อ",
                "ด้วยอำเภอธารทองกำหนดจัดกิจกรรมเฉลิมพระเกียรติและกิจกรรมจิตอาสาร่วมกับโรงเรียน วัด และ"
                "ชุมชนในเขตอำเภอ รวมทั้งการประกวดร้องเพลงและการออกร้านของกลุ่มแม่บ้านทุกตำบล เพื่อ",
            )
            + "@ 14 62\n๑. นายเอก มั่นคง\tประธานกรรมการ\n๒. นางโท แสนดี\tกรรมการ\n<<PAGE>>\n"
            "          มีหน้าที่ ดูแลความปลอดภัย จัดการจราจร และปฐมพยาบาลเบื้องต้น\n"
            "      ให้ผู้ที่ได้รับแต่งตั้งปฏิบัติหน้าที่ด้วยความรับผิดชอบ" + _FOOT
        )
    )
    first, last = document.pages
    fleck = Line("4,", 2, Box(0.01, 0.8, 0.03, 0.81), 0.6)  # at the edge of the paper
    specked = Document((first, replace(last, lines=(*last.lines, fleck))))
    for each in (document, specked):
        (board,) = read_committees(each)
        assert board.duties == ("ดูแลความปลอดภัย จัดการจราจร และปฐมพยาบาลเบื้องต้น",)
