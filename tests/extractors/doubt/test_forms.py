"""Values that nobody should believe, however sharp their ink."""

from __future__ import annotations

import pytest

from extractors.doubt.forms import is_odd

SIGNED = {"name": "นายพิสิฐ วรรณกูล", "position": "ปลัดจังหวัด", "acting_for": None}
SEATED = {"name": None, "position": "ปลัดจังหวัด"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("issuer", {"value": "กรมการปกครอง |"}),
        ("recipients", {"value": "ผู้ว่าราชการจังหวัด ทุกจังหวัด…"}),
        ("signatory", {**SIGNED, "acting_for": "ผู้ว่าราชการจังหวัด ”"}),
        ("signatory", {**SIGNED, "name": None}),
        ("signatory", {**SIGNED, "name": "พิสิฐ วรรณกูล"}),  # the rank over it was not read
        ("signatory", {**SIGNED, "name": "น่างสาวลำดวน ปักษา"}),
        ("signatory", {**SIGNED, "acting_for": "ผู้ว่าราชการจงหวดลาพูน"}),
        ("recipients", {"value": "นายกองค์การบริหารส่วนตำบลโคกก่อนายกเทศมนตรีนครขอนแก่น"}),
        ("signatory", {**SIGNED, "position": "ผบก.อก.ภ.๑๐ ปรท ผบช.ภ.๑๐"}),
        ("signatory", {**SIGNED, "name": "พระมหาสุรพล"}),  # ธมฺมทีโป was not read
        ("issuer", {"value": "ช.พัน.22 (ฝอ.3)"}),
        ("issuer", {"value": "สำนักงานเขตพื้นที่"}),  # of which province?
        ("issuer", {"value": "สำนักงานเกษตรอำเภอ"}),
        ("subject", {"value": "งดใช้เมรุชั่วคราว @ @9 @"}),
        ("issuer", {"value": "ฝ่าย/สำนัก ฝ่ายปฏิบัติการเดินรถ"}),
        ("issuer", {"value": "สำนักงานวัฒนธรรมจังหวัดน่าน ศาลากลางจังหวัดน่าน"}),
        ("members", {"name": None, "position": "ปลัดจังหวัด_"}),
        ("members", {"name": None, "position": "ผู้ควบคุมงาน ๒.๑ น.ต.ประภาส คำมูล"}),  # two rows
        ("members", {"name": None, "position": "นักวิชาการ นางเรณู ทองดี"}),
        ("signatory", {**SIGNED, "acting_for": "นายอำเภอ ปฏิบัติราชการแทนผู้ว่าราชการจังหวัด"}),
        ("number", {"value": "อต 52004681"}),  # its stroke was not read
        ("number", {"value": "17/25"}),  # of 2568, cut
        ("number", {"value": "07079.05/99"}),  # of ศธ, whose letters were not read
        ("number", {"value": "กษ 0338.5/9", "text": "กษ ๐๓๓๘.๕/9"}),  # of a ว
    ],
)
def test_is_looked_at(field: str, value: dict[str, str | None]) -> None:
    assert is_odd(field, value)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("issuer", {"value": "สำนักงาน ป.ป.ช. (ส่วนกลาง)"}),
        ("issuer", {"value": "ศาลากลางจังหวัดน่าน"}),  # who sits there is meant
        ("recipients", {"value": "รองผู้อำนวยการ และผู้ช่วยผู้อำนวยการโรงเรียน"}),
        ("recipients", {"value": "กรรมการผู้จัดการบริษัท ไทย จำกัด"}),
        ("recipients", {"value": "ผู้ว่าราชการจังหวัด ทุกจังหวัด (ยกเว้นจังหวัดแพร่)"}),
        ("issuer", {"value": "สถาบันวิจัยดาราศาสตร์แห่งชาติ (องค์การมหาชน)"}),
        ("signatory", SIGNED),
        ("signatory", {**SIGNED, "name": "พระครูวิสุทธิธรรมคุณ"}),  # his rank is his name
        ("signatory", {**SIGNED, "position": "ผู้แทนสหกรณ์"}),
        ("members", SEATED),
        ("members", {"name": "นางอุไรวรรณ ศรีทองคำ", "position": "ครู"}),
        ("members", {"name": None, "position": "สำนักงานจังหวัด"}),
        ("members", {"name": None, "position": None}),  # a blank of a sample order
        ("date", {"value": "2021-02-15"}),
    ],
)
def test_passes(field: str, value: dict[str, str | None]) -> None:
    assert not is_odd(field, value)
