"""What stands over or beside the lists of an order: groups, counted headings, inline charges."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.committee.read import read_committees
from pipeline.models import Document

Make = Callable[..., Document]

_HEAD = "คำสั่งอำเภอธารทอง\nที่ ๑๒/๒๕๖๗\nเรื่อง แต่งตั้งคณะกรรมการจัดงานประจำปี\n"


def _list(*roles: str) -> str:
    who = ("นายเอก มั่นคง", "นางโท แสนดี", "นายตรี ใจเย็น")
    rows = zip(who, roles, strict=False)
    return "".join(f"{n}. {name}\t{role}\n" for n, (name, role) in enumerate(rows, 1))


def test_groups_of_one_committee_that_is_counted_through_name_none(typed: Make) -> None:
    document = typed(
        f"{_HEAD}เพื่อความเรียบร้อย จึงแต่งตั้งคณะกรรมการ ประกอบด้วย\n"
        "ก. สมาชิกสภาเทศบาล\n๑. นายเอก มั่นคง\tกรรมการ\n๒. นางโท แสนดี\tกรรมการ\n"
        "ข. ผู้แทนประชาคม\n๓. นายตรี ใจเย็น\tประธานกรรมการ"
    )
    (found,) = read_committees(document)
    assert found.name == "คณะกรรมการจัดงานประจำปี"
    assert [member.role for member in found.members] == ["member", "member", "chair"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ผลัดที่ ๑ เวลา ๐๖.๐๐ - ๑๔.๐๐ น.", "ผลัดที่ ๒ เวลา ๑๔.๐๐ - ๒๒.๐๐ น."),
        ("รถคันที่ ๑", "รถคันที่ ๒"),
        ("อาคาร ๑ ชั้น ๒", "อาคาร ๓ ชั้น ๑"),
    ],
)
def test_a_counted_heading_names_its_list(typed: Make, first: str, second: str) -> None:
    lists = _list("หัวหน้าชุด", "ผู้ช่วย")
    document = typed(
        f"{_HEAD}เพื่อความเรียบร้อย จึงแต่งตั้งเจ้าหน้าที่ ดังนี้\n{first}\n{lists}มีหน้าที่ ดูแลความเรียบร้อย\n"
        f"{second}\n{lists}มีหน้าที่ ตรวจตราพื้นที่"
    )
    one, other = read_committees(document)
    assert (one.name, other.name) == (first, second)
    assert (one.duties, other.duties) == (("ดูแลความเรียบร้อย",), ("ตรวจตราพื้นที่",))


def test_advisers_counted_below_their_duty(typed: Make) -> None:
    document = typed(
        f"{_HEAD}เพื่อความเรียบร้อย จึงแต่งตั้งคณะกรรมการ ดังนี้\n๑. ที่ปรึกษา\n๑.๑ นายกเหล่ากาชาดจังหวัด\n"
        "๑.๒ ประธานหอการค้าจังหวัด\n๒. คณะกรรมการฝ่ายขบวนแห่\n"
        "๒.๑ นายอำเภอ\tประธานกรรมการ\n๒.๒ ปลัดอำเภอ\tกรรมการ"
    )
    advisers, parade = read_committees(document)
    assert [member.role for member in advisers.members] == ["adviser", "adviser"]
    assert parade.name == "คณะกรรมการฝ่ายขบวนแห่"


def test_numbers_typed_without_a_dot(typed: Make) -> None:
    document = typed(
        f"{_HEAD}เพื่อความเรียบร้อย จึงแต่งตั้งคณะผู้ตรวจสอบ ดังนี้\n"
        "1 นายเอก มั่นคง\tนิติกร\tหัวหน้าคณะ\n2 นางโท แสนดี\tครู\tผู้ตรวจสอบ"
    )
    (found,) = read_committees(document)
    told = [(member.order, member.name, member.position) for member in found.members]
    assert told == [(1, "นายเอก มั่นคง", "นิติกร"), (2, "นางโท แสนดี", "ครู")]


def test_a_charge_told_in_one_line_with_its_bearer(typed: Make) -> None:
    document = typed(
        f"{_HEAD}เพื่อความเรียบร้อย จึงแต่งตั้งบุคคลดังนี้\n๑. คณะกรรมการพิจารณาผล\n"
        "๑.๑ นายเอก มั่นคง\tประธานกรรมการ\n๑.๒ นางโท แสนดี\tกรรมการ\n"
        "๒. ผู้ควบคุมงาน ได้แก่ นายตรี ใจเย็น นายช่างโยธา"
    )
    board, charge = read_committees(document)
    assert len(board.members) == len(("นายเอก มั่นคง", "นางโท แสนดี"))
    assert (charge.name, charge.members[0].name) == ("ผู้ควบคุมงาน", "นายตรี ใจเย็น")


def test_a_post_that_begins_a_line_below_a_name_stands_apart(typed: Make) -> None:
    document = typed(
        "เพื่อความปลอดภัย จึงแต่งตั้งคณะกรรมการบริหารความเสี่ยง ประกอบด้วย ๑. นายเอก มั่นคง\n"
        "ผู้อำนวยการ เป็นประธานกรรมการ ๒. นางโท แสนดี หัวหน้ากลุ่ม เป็นกรรมการ"
    )
    (found,) = read_committees(document)
    assert (found.members[0].name, found.members[0].position) == ("นายเอก มั่นคง", "ผู้อำนวยการ")


def test_a_unit_bidden_its_duties_below_the_list_is_no_post(typed: Make) -> None:
    rows = _list("หัวหน้าหน่วย", "พลขับ")
    document = typed(f"จึงจัดตั้งหน่วยกู้ชีพ ประกอบด้วย\n{rows}หน่วยกู้ชีพมีหน้าที่\n๑. ออกเหตุ\n๒. รายงานผล")
    (found,) = read_committees(document)
    assert found.members[1].position is None
    assert found.duties == ("ออกเหตุ", "รายงานผล")


def test_the_first_committee_is_headed_above_members_without_numbers(scanned: Make) -> None:
    document = scanned(
        [
            [(0.26, "เพื่อความเรียบร้อย จึงแต่งตั้งคณะกรรมการดำเนินงาน ดังนี้")],
            [(0.14, "๑. คณะกรรมการที่ปรึกษา")],
            [(0.14, "นายกเหล่ากาชาดจังหวัด"), (0.75, "ที่ปรึกษา")],
            [(0.14, "นายเอก มั่นคง"), (0.5, "ข้าราชการบำนาญ"), (0.75, "ที่ปรึกษา")],
        ]
    )
    (found,) = read_committees(document)
    assert found.name == "คณะกรรมการที่ปรึกษา"
    assert found.members[0].position == "นายกเหล่ากาชาดจังหวัด"


def test_the_first_committee_is_headed_above_members_counted_within_it(scanned: Make) -> None:
    document = scanned(
        [
            [(0.26, "เพื่อให้การจัดงานประจำปีเป็นไปด้วยความเรียบร้อย จึงแต่งตั้งคณะ")],
            [(0.14, "กรรมการฝ่ายต่าง ๆ ดังนี้")],
            [(0.14, "๑. คณะกรรมการอำนวยการ")],
            [(0.14, "๑.๑ นายอำเภอธารทอง"), (0.65, "ประธานกรรมการ")],
            [(0.14, "๑.๒ ปลัดอำเภอธารทอง"), (0.65, "กรรมการ")],
        ]
    )
    (found,) = read_committees(document)
    assert found.name == "คณะกรรมการอำนวยการ"
    assert [member.role for member in found.members] == ["chair", "member"]


def test_a_body_that_serves_below_its_first_line_heads_nobody(scanned: Make) -> None:
    document = scanned(
        [
            [(0.26, "จึงแต่งตั้งคณะทำงานดูแลลำธาร ประกอบด้วย")],
            [(0.14, "๑. นายอำเภอธารทอง"), (0.65, "หัวหน้าคณะทำงาน")],
            [(0.14, "๒. คณะกรรมการชุมชน")],
            [(0.17, "บ้านธารทอง"), (0.65, "คณะทำงาน")],
        ]
    )
    (found,) = read_committees(document)
    assert found.members[1].position == "คณะกรรมการชุมชนบ้านธารทอง"


@pytest.mark.parametrize(
    ("duty", "named"),
    [
        ("มีหน้าที่ ตรวจรับสิ่งของที่ประชาชนนำมามอบให้แก่อำเภอทุกวัน จัดแยกเป็นหมวดหมู่ แล้วลงบัญชีให้ครบถ้วน", True),
        ("มีหน้าที่ ตรวจรับสิ่งของที่ประชาชนนำมามอบให้แก่อำเภอทุกวัน จัดแยกเป็นหมวดหมู่ แล้วลงบัญชีเสนอต่อ", False),
    ],
)
def test_a_body_named_over_its_table_below_a_full_line(
    scanned: Make, duty: str, named: bool
) -> None:
    header = [(0.17, "ที่"), (0.3, "ชื่อ - สกุล"), (0.75, "หน้าที่")]
    document = scanned(
        [
            [(0.26, "จึงแต่งตั้งคณะกรรมการ ดังต่อไปนี้")],
            [(0.14, "คณะกรรมการรับของ")],
            header,
            [(0.17, "๑"), (0.21, "นายเอก มั่นคง"), (0.73, "ประธานกรรมการ")],
            [(0.17, "๒"), (0.21, "นางโท แสนดี"), (0.73, "กรรมการ")],
            [(0.26, duty)],
            [(0.14, "คณะกรรมการจ่ายของ")],
            header,
            [(0.17, "๑"), (0.21, "นายตรี ใจเย็น"), (0.73, "หัวหน้า")],
            [(0.17, "๒"), (0.21, "นางสาวจัตวา งามตา"), (0.73, "ผู้ช่วย")],
        ]
    )
    one, other = read_committees(document)
    assert (other.name == "คณะกรรมการจ่ายของ") is named
    assert (one.duties == (duty.removeprefix("มีหน้าที่ "),)) is named


def test_a_charge_over_those_who_bear_it_heads_them(scanned: Make) -> None:
    """It stands level with the duty above it, which might go on."""
    document = scanned(
        [
            [(0.2, "จึงแต่งตั้งผู้มีรายนามต่อไปนี้")],
            [(0.14, "คณะกรรมการขายทอดตลาด")],
            [(0.14, "๑. นายเอก มั่นคง"), (0.45, "วิศวกร"), (0.7, "ประธานกรรมการ")],
            [(0.14, "๒. นางโท แสนดี"), (0.45, "พนักงานบัญชี"), (0.7, "กรรมการ")],
            [(0.26, "มีหน้าที่ ดำเนินการขายทอดตลาดตามระเบียบและเสนอผลต่อผู้อำนวยการฝ่ายช่าง")],
            [(0.14, "ผู้ควบคุมการขนย้าย")],
            [(0.14, "นายตรี ใจเย็น"), (0.45, "ช่างฝีมือ"), (0.7, "ผู้ควบคุมงาน")],
            [(0.14, "นายจัตวา ใจกล้า"), (0.45, "ช่างฝีมือ"), (0.7, "ผู้ช่วยผู้ควบคุมงาน")],
        ]
    )
    found = read_committees(document)
    assert [one.name for one in found] == ["คณะกรรมการขายทอดตลาด", "ผู้ควบคุมการขนย้าย"]
    assert found[0].duties == ("ดำเนินการขายทอดตลาดตามระเบียบและเสนอผลต่อผู้อำนวยการฝ่ายช่าง",)
