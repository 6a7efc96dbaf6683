"""Duties in committees, in the ways orders print them."""

from __future__ import annotations

import pytest

from extractors.committee.roles import is_unfinished, likely_role, read_role, split_role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("ประธานกรรมการ", "chair"),
        ("ประธานคณะกรรมการ", "chair"),
        ("ประธานคณะทำงาน", "chair"),
        ("ประธาน", "chair"),
        ("หัวหน้าคณะทำงาน", "chair"),
        ("รองประธานกรรมการ", "vice_chair"),
        ("รองประธานกรรมการ คนที่ ๑", "vice_chair"),
        ("กรรมการ", "member"),
        ("อนุกรรมการ", "member"),
        ("คณะทำงาน", "member"),
        ("กรรมการผู้ทรงคุณวุฒิ", "member"),
        ("กรรมการและเลขานุการ", "secretary"),
        ("กรรมการ และ เลขานุการ", "secretary"),
        ("เลขานุการและคณะทำงาน", "secretary"),
        ("กรรมการ/เลขานุการ", "secretary"),
        ("อนุกรรมการและผู้ช่วยเลขานุการ", "assistant_secretary"),
        ("ผู้ช่วยเลขานุการและคณะทำงาน", "assistant_secretary"),
        ("ที่ปรึกษา", "adviser"),
        ("ประธานที่ปรึกษา", "adviser"),
        ("กรรมการและเหรัญญิก", "member"),
        ("วิทยากร", "other"),
        ("เจ้าหน้าที่", "other"),
        ("(กรรมการ)", "member"),
        ("- กรรมการ", "member"),
        ("กรรมการ เลขานุการ", "secretary"),
        ("ทำหน้าที่กรรมการและเลขานุการ", "secretary"),
        ("ทีมงานและเลขานุการ", "secretary"),
        ("รองประธานกรรมการหมู่บ้าน", "vice_chair"),
        ("เลขานุการคณะกรรมการกองทุนหมู่บ้าน", "secretary"),
        ("กรรมการสถานศึกษา", "member"),
        ("ประธานกรรมการตรวจรับพัสดุ", "chair"),
        ("กรรมการเงินกู้", "member"),
        ("หัวหน้าชุดตรวจ", "chair"),
        ("รองหัวหน้าทีมกู้ชีพ", "vice_chair"),
        ("เจ้าหน้าที่ชุดตรวจ", "other"),
    ],
)
def test_role(text: str, role: str) -> None:
    read = read_role(text)
    assert read is not None
    assert (read.role, read.surely) == (role, True)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("กรรมกาว", "member"),
        ("ประธานกรรมกาธ", "chair"),
        ("คณะกรรมการและเลขานุกาว", "secretary"),
        ("กรรมการและผู้ชวยเลขานุการ", "assistant_secretary"),
    ],
)
def test_a_letter_amiss_is_forgiven_and_said(text: str, role: str) -> None:
    read = read_role(text)
    assert read is not None
    assert (read.role, read.surely) == (role, False)


@pytest.mark.parametrize("text", ["", "ปลัดอำเภอ", "ครูชำนาญการ", "กรรมการผู้จัดการใหญ่บริษัท", "และ"])
def test_no_role(text: str) -> None:
    assert read_role(text) is None


def test_unfinished() -> None:
    assert is_unfinished("คณะกรรมการและ")
    assert not is_unfinished("คณะกรรมการ")
    assert not is_unfinished("ระเบียบ และ")


@pytest.mark.parametrize(
    ("text", "left", "role"),
    [
        ("นายสมชาย ใจดี ประธานกรรมการ", "นายสมชาย ใจดี", "ประธานกรรมการ"),
        ("ผู้อำนวยการสำนักงานเขต ๓ ประธานกรรมการ", "ผู้อำนวยการสำนักงานเขต ๓", "ประธานกรรมการ"),
        ("ปลัดอำเภอ ทุกคน กรรมการ และเลขานุการ", "ปลัดอำเภอ ทุกคน", "กรรมการ และเลขานุการ"),
    ],
)
def test_split_role(text: str, left: str, role: str) -> None:
    assert split_role(text) == (left, role)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("อาจารย์ที่ปรึกษาหลัก", "adviser"),
        ("ผู้อำนวยการศูนย์", "chair"),
        ("รองผู้อำนวยการศูนย์", "vice_chair"),
        ("ช่างภาพ", "other"),
    ],
)
def test_a_duty_that_no_table_knows(text: str, role: str) -> None:
    assert likely_role(text) == role


def test_a_short_post_before_a_duty_is_no_letter_amiss() -> None:
    assert split_role("นายเอก มั่นคง ครู รองประธานกรรมการ") == ("นายเอก มั่นคง ครู", "รองประธานกรรมการ")


def test_where_one_serves_behind_a_duty_is_no_part_of_it() -> None:
    read = [read_role(text) for text in ("กรรมการคุมสอบ ห้องที่ ๑", "กรรมการ ประจำสนามสอบที่ ๒")]
    assert [role and role.role for role in read] == ["member", "member"]
    assert read_role("ห้องที่ ๑") is None
