"""Whom a letter addresses, and which units that means."""

from __future__ import annotations

import pytest

from index.addressees import addressed, addressees
from index.units import Group


@pytest.mark.parametrize(
    ("recipient", "unit", "expected"),
    [
        ("ผู้ว่าราชการจังหวัด ทุกจังหวัด", "จังหวัดแพร่", "จังหวัดแพร่"),
        ("ผู้ว่าราชการจังหวัด ทุกจังหวัด", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดแพร่", "จังหวัดแพร่"),
        ("ผู้ว่าราชการจังหวัดทุกจังหวัด", "จังหวัด แพร่", "จังหวัดแพร่"),
        ("ผู้ว่าราชการจังหวัด ทุกจังหวัด", "กรุงเทพมหานคร", None),
        ("ผู้ว่าราชการจังหวัด ทุกจังหวัด", "อำเภอสอง", None),
        ("ผู้ว่าราชการจังหวัด ทุกจังหวัด (ยกเว้นจังหวัดแพร่และจังหวัดน่าน)", "จังหวัดน่าน", None),
        ("ผู้ว่าราชการจังหวัดแพร่ น่าน และลำปาง", "จังหวัดลำปาง", "จังหวัดลำปาง"),
        ("ผู้ว่าราชการจังหวัดแพร่ น่าน และลำปาง", "จังหวัดเลย", None),
        ("ผู้ว่าราชการจังหวัดแพร่", "จังหวัดแพร่", "จังหวัดแพร่"),
        ("นายอำเภอ ทุกอำเภอ", "อำเภอสอง", "อำเภอสอง"),
        ("นายอำเภอสอง", "อำเภอสอง", "อำเภอสอง"),
        ("นายกองค์การบริหารส่วนตำบล ทุกแห่ง", "องค์การบริหารส่วนตำบลบ้านกลาง", "องค์การบริหารส่วนตำบลบ้านกลาง"),
        ("อธิบดีกรมการปกครอง", "กรมการปกครอง", "กรมการปกครอง"),
        ("ปลัดกระทรวงมหาดไทย", "กระทรวงมหาดไทย", "กระทรวงมหาดไทย"),
        ("นายกเทศมนตรีเมืองแพร่", "เทศบาลเมืองแพร่", "เทศบาลเมืองแพร่"),
    ],
)  # fmt: skip
def test_units_addressed(recipient: str, unit: str, expected: str | None) -> None:
    assert addressees(recipient).covers(unit) == expected


def test_units_by_name() -> None:
    assert len(addressees("ผู้ว่าราชการจังหวัด ทุกจังหวัด").units()) == 76
    assert len(addressees("ผู้ว่าราชการจังหวัด ทุกจังหวัด ยกเว้นจังหวัดแพร่").units()) == 75
    assert addressees("นายอำเภอ ทุกอำเภอ").units() == ("นายอำเภอ ทุกอำเภอ",)
    assert addressees("ผู้ว่าราชการจังหวัดแพร่ และน่าน").units() == ("จังหวัดแพร่", "จังหวัดน่าน")


def test_every_district_is_of_the_province_that_writes() -> None:
    every = addressees("นายอำเภอ ทุกอำเภอ")
    assert "อำเภอสอง" in every.units("จังหวัดแพร่")
    assert len(every.units("จังหวัดแพร่")) == 8
    assert len(every.units("กรมการปกครอง")) == 878
    assert "อำเภอเฉลิมพระเกียรติ จังหวัดน่าน" in every.units("กรมการปกครอง")


@pytest.mark.parametrize(
    ("unit", "issuer", "expected"),
    [
        ("อำเภอสอง", "จังหวัดแพร่", "อำเภอสอง"),
        ("ที่ทำการปกครองอำเภอสอง", "จังหวัดแพร่", "อำเภอสอง"),
        ("อำเภอปัว", "จังหวัดแพร่", None),  # a district of another province
        ("อำเภอปัว", "กรมการปกครอง", "อำเภอปัว จังหวัดน่าน"),
        ("อำเภอเฉลิมพระเกียรติ", "กรมการปกครอง", None),  # five provinces have one
        ("อำเภอเฉลิมพระเกียรติ จังหวัดน่าน", "กรมการปกครอง", "อำเภอเฉลิมพระเกียรติ จังหวัดน่าน"),
    ],
)
def test_districts_that_report(unit: str, issuer: str, expected: str | None) -> None:
    assert addressed(["นายอำเภอ ทุกอำเภอ"], unit, issuer) == expected


@pytest.mark.parametrize(
    ("recipient", "unit"),
    [
        ("ผู้อำนวยการโรงเรียน ทุกโรงเรียน", "โรงเรียนบ้านทุ่ง"),
        ("ผู้อำนวยการโรงเรียนในสังกัด ทุกโรงเรียน", "โรงเรียนบ้านทุ่ง"),
        ("นายกเทศมนตรีตำบล ทุกแห่ง", "เทศบาลตำบลในเวียง"),
    ],
)
def test_every_unit_of_a_kind(recipient: str, unit: str) -> None:
    assert addressed([recipient], unit) == unit


def test_the_office_lists_its_own_units() -> None:
    schools = [
        Group("ผู้อำนวยการโรงเรียน ทุกโรงเรียน", "", f"โรงเรียนบ้าน{name}") for name in ("ทุ่ง", "ดอย")
    ]
    every = addressees("ผู้อำนวยการโรงเรียน  ทุกโรงเรียน")
    assert every.units("เทศบาลเมืองแพร่", schools) == ("โรงเรียนบ้านทุ่ง", "โรงเรียนบ้านดอย")
