"""Committees of made-up orders, in the layouts that orders really have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from extractors.committee.read import read_committees
from extractors.record import Committee
from pipeline.models import Document

Make = Callable[..., Document]


def rows(committee: Committee) -> list[tuple[Any, ...]]:
    """Order, name, position, role of each member."""
    return [
        (member.order, member.name, member.position, member.role) for member in committee.members
    ]


def test_ministry_three_columns_with_wrapped_positions(scanned: Make) -> None:
    document = scanned(
        [
            [(0.2, "เพื่อให้การพัฒนาระบบเป็นไปด้วยความเรียบร้อย จึงขอแต่งตั้งคณะทำงานพัฒนา")],
            [(0.12, "ระบบสารสนเทศ ประกอบด้วย")],
            [(0.16, "๑. นายเอก มั่นคง"), (0.42, "รองเลขาธิการ"), (0.75, "ประธาน")],
            [(0.42, "คณะกรรมการการศึกษา")],
            [(0.16, "๒. นางโท แสนดี"), (0.42, "ผู้อำนวยการ"), (0.75, "รองประธาน")],
            [(0.42, "สำนักเทคโนโลยี")],
            [(0.16, "๓. นายตรี ใจเย็น"), (0.42, "ครู โรงเรียนตัวอย่าง"), (0.75, "คณะทำงาน")],
            [(0.16, "๔. น.ส.จัตวา งามตา"), (0.42, "นักวิชาการ"), (0.75, "เลขานุการ")],
            [(0.42, "ชำนาญการพิเศษ"), (0.75, "และคณะทำงาน")],
            [],
            [(0.2, "ให้คณะทำงานที่ได้รับแต่งตั้งมีหน้าที่ สำรวจความต้องการ จัดทำข้อเสนอ และดูแลความมั่นคงของ")],
            [(0.12, "ระบบงานต่างๆ ภายในสำนักงาน")],
            [(0.2, "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป")],
        ]
    )
    (committee,) = read_committees(document)
    assert committee.name == "คณะทำงานพัฒนาระบบสารสนเทศ"
    assert rows(committee) == [
        (1, "นายเอก มั่นคง", "รองเลขาธิการคณะกรรมการการศึกษา", "chair"),
        (2, "นางโท แสนดี", "ผู้อำนวยการสำนักเทคโนโลยี", "vice_chair"),
        (3, "นายตรี ใจเย็น", "ครู โรงเรียนตัวอย่าง", "member"),
        (4, "น.ส.จัตวา งามตา", "นักวิชาการชำนาญการพิเศษ", "secretary"),
    ]
    assert committee.members[3].role_text == "เลขานุการและคณะทำงาน"
    assert committee.duties == (
        "สำรวจความต้องการ จัดทำข้อเสนอ และดูแลความมั่นคงของระบบงานต่าง ๆ ภายในสำนักงาน",
    )


def test_list_over_a_page_break_with_its_catchword(scanned: Make) -> None:
    first = [
        [(0.2, "จึงแต่งตั้งคณะกรรมการตรวจสอบพัสดุประจำปี ดังนี้")],
        [(0.16, "๑. นายเอก มั่นคง"), (0.7, "ประธานกรรมการ")],
        [(0.16, "๒. นางโท แสนดี"), (0.7, "กรรมการ")],
        *[[] for _ in range(28)],
        [(0.7, "/๓. นายตรี...")],
    ]
    second = [
        [(0.48, "-๒-")],
        [(0.16, "๓. นายตรี ใจเย็น"), (0.7, "กรรมการและเลขานุการ")],
        [(0.2, "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป")],
    ]
    (committee,) = read_committees(scanned(first, second))
    assert [member.order for member in committee.members] == [1, 2, 3]
    assert [member.page for member in committee.members] == [1, 1, 2]
    assert committee.duties == ()


def test_hospital_ruled_table(ruled: Make) -> None:
    document = ruled(
        [
            ["ลำดับ", "ชื่อ - สกุล", "ตำแหน่ง", "หน้าที่"],
            ["๑", "นายแพทย์ปรีดา/สุขสม", "ผู้อำนวยการโรงพยาบาล", "ประธานกรรมการ"],
            ["๒", "นางสาวมาลี แก้วใส", "หัวหน้ากลุ่มงาน/เภสัชกรรม", "กรรมการ"],
            ["๓", "พญ.อรทัย ทองดี", "นายแพทย์ชำนาญการ", "กรรมการและ/เลขานุการ"],
        ],
        "จึงแต่งตั้งคณะกรรมการเภสัชกรรมและการบำบัด ดังต่อไปนี้",
    )
    (committee,) = read_committees(document)
    assert committee.name == "คณะกรรมการเภสัชกรรมและการบำบัด"
    assert rows(committee) == [
        (1, "นายแพทย์ปรีดา สุขสม", "ผู้อำนวยการโรงพยาบาล", "chair"),
        (2, "นางสาวมาลี แก้วใส", "หัวหน้ากลุ่มงานเภสัชกรรม", "member"),
        (3, "พญ.อรทัย ทองดี", "นายแพทย์ชำนาญการ", "secretary"),
    ]


def test_school_groups_with_duties_before_each_list(typed: Make) -> None:
    document = typed(
        """
คำสั่งโรงเรียนบ้านตัวอย่าง
ที่ ๔๕/๒๕๖๖
เรื่อง แต่งตั้งคณะกรรมการดำเนินงานกีฬาสี
ด้วยโรงเรียนบ้านตัวอย่างจะจัดการแข่งขันกีฬาสี จึงแต่งตั้งคณะกรรมการดำเนินงาน ดังนี้
๑. คณะกรรมการอำนวยการ มีหน้าที่ ให้คำปรึกษาและอำนวยความสะดวก ประกอบด้วย
๑.๑ นายเอก มั่นคง ผู้อำนวยการโรงเรียน ประธานกรรมการ
๑.๒ นางโท แสนดี รองผู้อำนวยการโรงเรียน รองประธานกรรมการ
๑.๓ นางสาวตรี ใจเย็น ครู กรรมการและเลขานุการ
๒. คณะกรรมการฝ่ายสถานที่ มีหน้าที่ จัดเตรียมสนามและอุปกรณ์ ประกอบด้วย
๒.๑ นายจัตวา งามตา ครู ประธานกรรมการ
๒.๒ ว่าที่ร้อยตรีเบญจ กล้าหาญ ครูผู้ช่วย กรรมการ
ให้ผู้ได้รับแต่งตั้งปฏิบัติหน้าที่อย่างเต็มความสามารถ
สั่ง ณ วันที่ ๑ ธันวาคม พ.ศ. ๒๕๖๖
"""
    )
    first, second = read_committees(document)
    assert (first.name, first.duties) == (
        "คณะกรรมการอำนวยการ",
        ("ให้คำปรึกษาและอำนวยความสะดวก",),
    )
    assert rows(first) == [
        (1, "นายเอก มั่นคง", "ผู้อำนวยการโรงเรียน", "chair"),
        (2, "นางโท แสนดี", "รองผู้อำนวยการโรงเรียน", "vice_chair"),
        (3, "นางสาวตรี ใจเย็น", "ครู", "secretary"),
    ]
    assert (second.name, second.duties) == (
        "คณะกรรมการฝ่ายสถานที่",
        ("จัดเตรียมสนามและอุปกรณ์",),
    )
    assert rows(second) == [
        (1, "นายจัตวา งามตา", "ครู", "chair"),
        (2, "ว่าที่ร้อยตรีเบญจ กล้าหาญ", "ครูผู้ช่วย", "member"),
    ]


def test_groups_each_numbered_from_one_with_duties_after(scanned: Make) -> None:
    document = scanned(
        [
            [(0.2, "จึงเห็นสมควรแต่งตั้งคณะทำงานจัดอบรม โดยให้มีองค์ประกอบ ดังนี้")],
            [],
            [(0.16, "๑. คณะที่ปรึกษา")],
            [(0.16, "๑. เลขาธิการสำนักงานตัวอย่าง"), (0.7, "ประธานที่ปรึกษา")],
            [(0.16, "๒. ที่ปรึกษาสำนักงานตัวอย่าง"), (0.7, "ที่ปรึกษา")],
            [(0.2, "มีหน้าที่สนับสนุนการจัดงานและแก้ไขปัญหาที่เกิดขึ้นระหว่างการอบรม")],
            [],
            [(0.16, "๒. คณะวิทยากรประจำการอบรม")],
            [(0.16, "๑. นายเอก มั่นคง"), (0.4, "สำนักงานเขตพื้นที่"), (0.7, "วิทยากร")],
            [(0.16, "๒. นางโท แสนดี"), (0.4, "โรงเรียนตัวอย่าง"), (0.7, "วิทยากร")],
            [(0.2, "มีหน้าที่บรรยายและตอบข้อซักถามของผู้เข้าอบรม")],
            [(0.2, "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป")],
        ]
    )
    first, second = read_committees(document)
    assert first.name == "คณะที่ปรึกษา"
    assert rows(first) == [
        (1, None, "เลขาธิการสำนักงานตัวอย่าง", "adviser"),
        (2, None, "ที่ปรึกษาสำนักงานตัวอย่าง", "adviser"),
    ]
    assert first.duties == ("สนับสนุนการจัดงานและแก้ไขปัญหาที่เกิดขึ้นระหว่างการอบรม",)
    assert second.name == "คณะวิทยากรประจำการอบรม"
    assert rows(second) == [
        (1, "นายเอก มั่นคง", "สำนักงานเขตพื้นที่", "other"),
        (2, "นางโท แสนดี", "โรงเรียนตัวอย่าง", "other"),
    ]
    assert second.duties == ("บรรยายและตอบข้อซักถามของผู้เข้าอบรม",)


def test_name_after_the_verb_and_offices_with_their_deputies(typed: Make) -> None:
    document = typed(
        """
อาศัยอำนาจตามมาตรา ๕๗ จึงแต่งตั้งผู้ดำรงตำแหน่งต่อไปนี้เป็นคณะอนุกรรมการขับเคลื่อนนโยบายที่ดิน ประกอบด้วย
๑. ผู้ว่าราชการจังหวัด\tประธานอนุกรรมการ
๒. ปลัดจังหวัด หรือผู้แทน\tอนุกรรมการ
๓. ผู้แทนสภาเกษตรกรจังหวัด จำนวน ๒ คน\tอนุกรรมการ
๔. เจ้าพนักงานที่ดินจังหวัด\tอนุกรรมการ
และเลขานุการ
ให้คณะอนุกรรมการมีหน้าที่และอำนาจ ดังนี้
(๑) เสนอแนะแนวทาง
(๒) ปฏิบัติงานอื่นๆ ตามที่ได้รับมอบหมาย
สั่ง ณ วันที่ ๕ มกราคม พ.ศ. ๒๕๖๗
"""
    )
    (committee,) = read_committees(document)
    assert committee.name == "คณะอนุกรรมการขับเคลื่อนนโยบายที่ดิน"
    assert [member.position for member in committee.members] == [
        "ผู้ว่าราชการจังหวัด",
        "ปลัดจังหวัด หรือผู้แทน",
        "ผู้แทนสภาเกษตรกรจังหวัด จำนวน ๒ คน",
        "เจ้าพนักงานที่ดินจังหวัด",
    ]
    assert [member.role for member in committee.members] == [
        "chair",
        "member",
        "member",
        "secretary",
    ]
    assert committee.duties == ("เสนอแนะแนวทาง", "ปฏิบัติงานอื่น ๆ ตามที่ได้รับมอบหมาย")


def test_a_member_whose_duty_was_not_read_stays_in_the_list(scanned: Make) -> None:
    document = scanned(
        [
            [(0.2, "จึงแต่งตั้งคณะกรรมการตรวจรับพัสดุ ดังนี้")],
            [(0.16, "๑. นายเอก มั่นคง"), (0.7, "ประธานกรรมการ")],
            [(0.16, "๒. นางโท แสนดี")],
            [(0.16, "๓. นายตรี ใจเย็น"), (0.7, "กรรมกาว")],
        ]
    )
    (committee,) = read_committees(document)
    assert rows(committee) == [
        (1, "นายเอก มั่นคง", None, "chair"),
        (2, "นางโท แสนดี", None, "other"),
        (3, "นายตรี ใจเย็น", None, "member"),
    ]
    assert committee.members[2].role_text == "กรรมกาว"
    assert [member.confidence for member in committee.members] == [0.9, 0.5, 0.5]


def test_wide_names_dotted_leaders_and_ditto_marks(scanned: Make) -> None:
    document = scanned(
        [
            [(0.2, "จึงแต่งตั้งคณะกรรมการคุมสอบ ดังนี้")],
            [(0.16, "๑. นายเอก"), (0.3, "มั่นคง"), (0.45, "ครูชำนาญการ"), (0.7, "ประธานกรรมการ")],
            [(0.16, "๒. นางโท แสนดี"), (0.45, "ครู"), (0.7, "กรรมการ")],
            [(0.16, "๓. นายตรี ใจเย็น"), (0.45, "ครู"), (0.74, '"')],
        ]
    )
    (committee,) = read_committees(document)
    assert rows(committee) == [
        (1, "นายเอก มั่นคง", "ครูชำนาญการ", "chair"),
        (2, "นางโท แสนดี", "ครู", "member"),
        (3, "นายตรี ใจเย็น", "ครู", "member"),
    ]


def test_leaders_between_name_and_duty(typed: Make) -> None:
    document = typed("จึงแต่งตั้งคณะกรรมการกลาง ดังนี้\n๑. นายเอก มั่นคง..........ประธานกรรมการ")
    (committee,) = read_committees(document)
    assert rows(committee) == [(1, "นายเอก มั่นคง", None, "chair")]


def test_no_committee_where_nobody_has_a_duty(typed: Make) -> None:
    document = typed(
        """
คำสั่งกรมตัวอย่าง
เรื่อง มอบอำนาจ
จึงมอบอำนาจ ดังนี้
๑. การอนุมัติลาพักผ่อน
๒. การลงนามในหนังสือถึง คณะกรรมการ
สั่ง ณ วันที่ ๑ ตุลาคม พ.ศ. ๒๕๖๖
"""
    )
    assert read_committees(document) == ()


def test_appointed_in_running_words_with_post_and_duty(typed: Make) -> None:
    document = typed(
        "จึงแต่งตั้งข้าราชการดังมีรายนามต่อไปนี้เป็นคณะกรรมการสอบข้อเท็จจริง คือ\n"
        "๑. นายเอก มั่นคง ตำแหน่ง รองผู้อำนวยการ เป็นประธานกรรมการ\n"
        "๒. นางโท แสนดี ตำแหน่ง ครู วิทยฐานะครูชำนาญการ เป็นกรรมการ\n"
        "๓. นายตรี ใจเย็น ตำแหน่ง ครู เป็นกรรมการและเลขานุการ\n"
        "สั่ง ณ วันที่ ๑ มีนาคม ๒๕๖๖"
    )
    (committee,) = read_committees(document)
    assert committee.name == "คณะกรรมการสอบข้อเท็จจริง"
    assert rows(committee) == [
        (1, "นายเอก มั่นคง", "รองผู้อำนวยการ", "chair"),
        (2, "นางโท แสนดี", "ครู วิทยฐานะครูชำนาญการ", "member"),
        (3, "นายตรี ใจเย็น", "ครู", "secretary"),
    ]
    assert committee.members[0].role_text == "ประธานกรรมการ"


def test_a_seat_left_blank_is_a_seat(typed: Make) -> None:
    document = typed(
        "จึงแต่งตั้งคณะกรรมการพัฒนาตำบล อำเภอ................ ประกอบด้วย\n"
        "๑. นายอำเภอ..................\tประธานกรรมการ\n"
        "๒. ..........................\tกรรมการ\n"
        "๓. พัฒนาการอำเภอ\tกรรมการและเลขานุการ"
    )
    (committee,) = read_committees(document)
    assert committee.name == "คณะกรรมการพัฒนาตำบล อำเภอ"
    assert rows(committee) == [
        (1, None, "นายอำเภอ", "chair"),
        (2, None, None, "member"),
        (3, None, "พัฒนาการอำเภอ", "secretary"),
    ]


def test_a_heading_that_reads_as_a_duty_is_no_seat(typed: Make) -> None:
    document = typed(
        "จึงแต่งตั้ง ดังนี้\n๑. ที่ปรึกษา\n๑. นายเอก มั่นคง\tที่ปรึกษา\n๒. คณะทำงาน\n"
        "๑. นางโท แสนดี\tหัวหน้าคณะทำงาน\n๒. นายตรี ใจเย็น\tคณะทำงานและเลขานุการ"
    )
    assert [len(committee.members) for committee in read_committees(document)] == [1, 2]


def test_who_stands_under_a_duty_is_no_duty(typed: Make) -> None:
    document = typed(
        "จึงแต่งตั้ง\n๑. คณะกรรมการตรวจรับ\n(๑) นายเอก มั่นคง\tประธานกรรมการ\n(๒) นางโท แสนดี\tกรรมการ\n"
        "มีหน้าที่ ตรวจรับพัสดุ\n๒. ผู้ควบคุมงาน\nนายตรี ใจเย็น นายช่างโยธา"
    )
    committee, charged = read_committees(document)
    assert committee.duties == ("ตรวจรับพัสดุ",)
    assert charged.name == "ผู้ควบคุมงาน"
    assert rows(charged) == [(None, "นายตรี ใจเย็น", "นายช่างโยธา", "other")]
