"""What the place of a row says: of which column it is, of which member, or of none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.committee.read import read_committees
from pipeline.models import Document

Make = Callable[..., Document]

_BEFORE = [(0.2, "จึงแต่งตั้งคณะกรรมการตลาดสะอาด ดังนี้")]


def _told(document: Document) -> list[tuple[str | None, str | None, str]]:
    return [
        (one.name, one.position, one.role)
        for found in read_committees(document)
        for one in found.members
    ]


def test_a_post_of_three_lines_in_its_own_column(scanned: Make) -> None:
    document = scanned(
        [
            _BEFORE,
            [(0.14, "๑. นายเอก มั่นคง"), (0.5, "ผู้ช่วยอธิการบดี"), (0.78, "ประธานกรรมการ")],
            [(0.5, "ฝ่ายแผนและงบประมาณ")],
            [(0.5, "วิทยาเขตริมน้ำ")],
            [(0.14, "๒. นางโท แสนดี"), (0.5, "คณบดี"), (0.78, "กรรมการ")],
        ]
    )
    assert _told(document)[0][1] == "ผู้ช่วยอธิการบดี ฝ่ายแผนและงบประมาณวิทยาเขตริมน้ำ"


@pytest.mark.parametrize(
    "heading", ["จุดตรวจหน้าตลาด", "(ข) คณะทำงานด้านยา", "สนามสอบที่ ๒ โรงเรียนธารทอง"]
)
def test_a_row_over_a_list_that_counts_anew(scanned: Make, heading: str) -> None:
    document = scanned(
        [
            _BEFORE,
            [(0.14, "๑. นายเอก มั่นคง"), (0.5, "ครู"), (0.78, "ประธานกรรมการ")],
            [(0.14, "๒. นางโท แสนดี"), (0.5, "ครู"), (0.78, "กรรมการ")],
            [(0.18, heading)],
            [(0.14, "๑. นายตรี ใจเย็น"), (0.5, "ครู"), (0.78, "ประธานกรรมการ")],
            [(0.14, "๒. นางจัตวา พูนผล"), (0.5, "ครู"), (0.78, "กรรมการ")],
        ]
    )
    assert [len(found.members) for found in read_committees(document)] == [2, 2]
    assert _told(document)[1] == ("นางโท แสนดี", "ครู", "member")


def test_sides_that_are_named_between_the_members_and_posts_below_each(scanned: Make) -> None:
    sides = [
        _BEFORE,
        [(0.18, "๑. สวัสดิการจังหวัด"), (0.7, "ประธานกรรมการ")],
        [(0.18, "ผู้แทนฝ่ายนายจ้าง")],
        [(0.18, "๒. นายเอก มั่นคง"), (0.7, "กรรมการ")],
        [(0.18, "๓. นางโท แสนดี"), (0.7, "กรรมการ")],
    ]
    assert _told(scanned(sides))[0] == (None, "สวัสดิการจังหวัด", "chair")
    posts = [*sides[:4], [(0.18, "ผู้แทนฝ่ายลูกจ้าง")], sides[4]]
    assert _told(scanned(posts))[1] == ("นายเอก มั่นคง", "ผู้แทนฝ่ายลูกจ้าง", "member")


def test_duties_over_members_that_are_counted_through(scanned: Make) -> None:
    document = scanned(
        [
            _BEFORE,
            [(0.14, "ที่ปรึกษา")],
            [(0.14, "๑. นายเอก มั่นคง"), (0.5, "นายอำเภอ")],
            [(0.14, "๒. นางโท แสนดี"), (0.5, "ผู้ทรงคุณวุฒิ")],
            [(0.14, "ประธานกรรมการ")],
            [(0.14, "๓. นายตรี ใจเย็น"), (0.5, "ปลัดอำเภอ")],
        ]
    )
    assert _told(document) == [
        ("นายเอก มั่นคง", "นายอำเภอ", "adviser"),
        ("นางโท แสนดี", "ผู้ทรงคุณวุฒิ", "adviser"),
        ("นายตรี ใจเย็น", "ปลัดอำเภอ", "chair"),
    ]


def test_offices_right_of_their_duties(scanned: Make) -> None:
    document = scanned(
        [
            _BEFORE,
            [(0.2, "ประธานกรรมการ"), (0.48, "ผู้อำนวยการโรงพยาบาล")],
            [(0.2, "กรรมการ"), (0.48, "งานซักฟอก")],
            [(0.2, "เลขานุการ"), (0.48, "หัวหน้างานห้องคลอด")],
        ]
    )
    assert [(post, role) for _, post, role in _told(document)] == [
        ("ผู้อำนวยการโรงพยาบาล", "chair"),
        ("งานซักฟอก", "member"),
        ("หัวหน้างานห้องคลอด", "secretary"),
    ]


def test_two_who_sign_side_by_side_are_no_members(scanned: Make) -> None:
    document = scanned(
        [
            [(0.2, "ประกาศโรงเรียนธารทอง")],
            [(0.2, "(นายเอก มั่นคง)"), (0.6, "(นางโท แสนดี)")],
            [(0.2, "ประธานกรรมการสถานศึกษา"), (0.6, "ผู้อำนวยการโรงเรียน")],
        ]
    )
    assert read_committees(document) == ()


def test_two_persons_without_numbers_on_a_row(scanned: Make) -> None:
    document = scanned(
        [
            _BEFORE,
            [(0.18, "นายเอก มั่นคง"), (0.4, "กรรมการ"), (0.54, "นางโท แสนดี"), (0.76, "กรรมการ")],
            [(0.18, "นายตรี ใจเย็น"), (0.4, "กรรมการ"), (0.54, "นางจัตวา พูนผล"), (0.76, "กรรมการ")],
        ]
    )
    assert [name for name, _, _ in _told(document)] == [
        "นายเอก มั่นคง",
        "นางโท แสนดี",
        "นายตรี ใจเย็น",
        "นางจัตวา พูนผล",
    ]


def test_a_sentence_behind_the_last_member_is_no_post(scanned: Make) -> None:
    document = scanned(
        [
            _BEFORE,
            [(0.18, "๑. นายเอก มั่นคง"), (0.66, "ประธานกรรมการ")],
            [(0.18, "๒. นางโท แสนดี"), (0.66, "เลขานุการ")],
            [(0.22, "คณะกรรมการมีวาระสองปี นับแต่วันแต่งตั้ง")],
        ]
    )
    assert _told(document)[1] == ("นางโท แสนดี", None, "secretary")


def test_a_name_broken_within_a_word_beside_the_post(scanned: Make) -> None:
    document = scanned(
        [
            _BEFORE,
            [(0.14, "๑. รองศาสตราจารย์ ดร.กิตติ"), (0.4, "หัวหน้าภาควิชา"), (0.8, "ประธานกรรมการ")],
            [(0.14, "พงษ์ ผ่องใส")],
            [(0.14, "๒. นางโท แสนดี"), (0.4, "ครู"), (0.8, "กรรมการ")],
        ]
    )
    assert _told(document)[0][:2] == ("รองศาสตราจารย์ ดร.กิตติพงษ์ ผ่องใส", "หัวหน้าภาควิชา")


@pytest.mark.parametrize(
    ("first", "second"),
    [("อนุ", "กรรมการและเลขานุการ"), ("กรรมการและผู้ช่วย", "เลขานุการ"), ("คณะ", "ทำงานและเลขานุการ")],
)
def test_a_duty_broken_anywhere(scanned: Make, first: str, second: str) -> None:
    document = scanned(
        [
            _BEFORE,
            [(0.14, "๑. นายเอก มั่นคง"), (0.8, "ประธานกรรมการ")],
            [(0.14, "๒. นักวิชาการพัสดุ"), (0.8, first)],
            [(0.8, second)],
        ]
    )
    assert _told(document)[1][1] == "นักวิชาการพัสดุ"
    assert _told(document)[1][2] in ("secretary", "assistant_secretary")


def test_a_duty_that_wrapped_to_the_margin(scanned: Make) -> None:
    post = "รองผู้อำนวยการฝ่ายบริหารงานบุคคลและงบประมาณ"
    document = scanned(
        [
            _BEFORE,
            [(0.26, f"๑. รองศาสตราจารย์ ดร.เอก มั่นคงสุข {post}")],
            [(0.14, "ประธานกรรมการ")],
            [(0.26, f"๒. รองศาสตราจารย์ ดร.โท แสนดีจริง {post}")],
            [(0.14, "กรรมการและเลขานุการ")],
        ]
    )
    assert _told(document) == [
        ("รองศาสตราจารย์ ดร.เอก มั่นคงสุข", post, "chair"),
        ("รองศาสตราจารย์ ดร.โท แสนดีจริง", post, "secretary"),
    ]


def test_a_list_without_numbers_that_begins_with_who_leads(scanned: Make) -> None:
    document = scanned(
        [
            _BEFORE,
            [(0.16, "- นายเอก มั่นคง"), (0.44, "ครู"), (0.74, "หัวหน้า")],
            [(0.16, "- นางโท แสนดี"), (0.44, "ครู"), (0.74, "เจ้าหน้าที่")],
            [(0.44, "คณะกรรมการฝ่ายสถานที่")],
            [(0.16, "- นายตรี ใจเย็น"), (0.44, "ครู"), (0.74, "หัวหน้า")],
            [(0.16, "- นางจัตวา พูนผล"), (0.44, "ครู"), (0.74, "เจ้าหน้าที่")],
        ]
    )
    first, second = read_committees(document)
    assert (len(first.members), second.name) == (2, "คณะกรรมการฝ่ายสถานที่")


def test_a_heading_right_below_the_sentence_that_announces_it(scanned: Make) -> None:
    document = scanned(
        [
            [(0.26, "จึงแต่งตั้งคณะกรรมการจัดงานประจำปีของวิทยาลัย ดังต่อไปนี้")],
            [(0.26, "ฝ่ายพิธีการ")],
            [(0.26, "๑. นายเอก มั่นคง"), (0.5, "หัวหน้าฝ่าย")],
            [(0.26, "๒. นางโท แสนดี"), (0.5, "รองหัวหน้าฝ่าย")],
        ]
    )
    (found,) = read_committees(document)
    assert found.name == "ฝ่ายพิธีการ"
