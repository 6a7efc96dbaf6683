"""What a value's own words, and what stands beside it, say against it."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.doubt.reasons import reason_against
from pipeline.models import Box, Line, Page

SIGNED = {"name": "นายสมชาย ใจดี", "position": "ปลัดจังหวัด", "acting_for": None}
CITED = {"number": None, "text": "คดีหมายเลขดำที่ ผบ ๑๒/๒๕๖๖"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("subject", {"value": "แบบ ทน. 05"}),
        ("subject", {"value": "ใบขอใช้ห้องประชุม (แบบ 2) -"}),
        ("subject", {"value": "แต่งตั้งคณะกรรมการ เพื่อให้การดำเนินงาน"}),
        ("issuer", {"value": "กรมทดลองตรวจสอบแล้วพบว่าจำนวน"}),
        ("issuer", {"value": "สำนักงานทดลองและ"}),
        ("issuer", {"value": "านทะเบียน"}),
        ("issuer", {"value": "จังหวัดแพร่ ข้อมูล"}),
        ("issuer", {"value": "เทศบาลท่าไม้ข่าว"}),
        ("signatory", {**SIGNED, "position": "หัวหน้าหอผู้ป่วย) ไม่อนุมัติ"}),
        ("signatory", {**SIGNED, "position": "ครู ผู้ตรวจรายงานการประชุม"}),
        ("signatory", {**SIGNED, "name": "พันโท พงศกร มณรตน"}),
        ("number", {"value": "กจ 2032/ว 12"}),
        ("citations", {"number": "มท-0801/ว 12", "text": ""}),
        ("citations", {"number": "0401/ว 12", "text": ""}),
        ("citations", CITED),
        ("signatory", {**SIGNED, "position": "ผู้ว่าราชการจังหวัดสำเนาถูกต้อง"}),
        ("signatory", {**SIGNED, "position": "- หัวหน้าฝ่าย"}),
        ("signatory", {**SIGNED, "name": "นายสมบต มีทอง"}),
        ("members", {"name": "นางแก้ว ทองดีผู้ทรงคุณวุฒิ", "position": None}),
        ("members", {"name": "นายกสมาคมการค้า ทุกแห่ง", "position": None}),
        ("members", {"name": None, "position": "° งสาวฟ้า ใสจริง นักวิชาการ"}),
        ("members", {"name": "นายเพชร ชื้นบุญ", "position": "ครู"}),
        ("members", {"name": "นายสมชาย ละ", "position": "มุน โรงเรียนท่าไม้"}),
    ],
)
def test_speaks_against_it(field: str, value: dict[str, Any]) -> None:
    assert reason_against(field, value, {})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("subject", {"value": "แบบสำรวจร้านค้า"}),
        ("subject", {"value": "รายงานการจัดซื้อ (แบบ ปค. 4)"}),  # of the title
        ("issuer", {"value": "สำนักงานตรวจสอบภายใน"}),
        ("number", {"value": "กจ 0032/ว 12"}),
        ("number", {"value": "กจ 2018/ว 12"}),  # a district's
        ("number", {"value": "กษ 1103/ว 12"}),  # a ministry's
        ("citations", {"number": "มท 0801/ว 12", "text": "ที่ มท ๐๘๐๑/ว ๑๒"}),
        ("citations", {"number": "1204/2567", "text": "คำสั่งจังหวัด ที่ ๑๒๐๔/๒๕๖๗"}),
        ("citations", {"number": None, "text": "ประกาศกรม ลงวันที่ ๓ มีนาคม ๒๕๖๗"}),
        ("signatory", SIGNED),
        ("members", {"name": "นายสมชาย ใจดี", "position": "กำนันทุกตำบล"}),
        ("members", {"name": None, "position": None}),
        ("recipients", {"value": "ผู้ว่าราชการจังหวัด ทุกจังหวัด"}),
    ],
)
def test_says_nothing(field: str, value: dict[str, Any]) -> None:
    assert reason_against(field, value, {}) is None


def line(text: str, left: float, top: float) -> Line:
    return Line(text, 1, Box(left, top, left + 0.2, top + 0.015), 0.93)


def found(value: str, at: Line) -> dict[str, Any]:
    return {"value": value, "text": at.text, "page": 1, "box": at.box.as_tuple()}


@pytest.mark.parametrize(
    ("below", "doubted"),
    [
        (line("มหาวิทยาลัยริมธาร", 0.1, 0.12), True),
        (line("มหาวิทยาลัยริมธาร", 0.1, 0.4), False),  # of the text
        (line("มหาวิทยาลัยริมธาร ๑ ถนนใหญ่", 0.1, 0.12), False),  # an address
        (line("กระทรวงการคลัง", 0.1, 0.12), False),  # whose part it is, no part of the name
    ],
)
def test_a_part_of_a_university(below: Line, doubted: bool) -> None:
    name = line("สถาบันวิจัยน้ำ", 0.1, 0.1)
    pages = {1: Page(1, (name, below))}
    assert (reason_against("issuer", found(name.text, name), pages) is not None) is doubted


@pytest.mark.parametrize(("before", "doubted"), [("ระหว่างวันที่ ๓ -", True), ("ประกาศ ณ วันที่", False)])
def test_a_day_that_ends_a_span(before: str, doubted: bool) -> None:
    day = line("๕ มีนาคม ๒๕๖๗", 0.5, 0.3)
    pages = {1: Page(1, (line(before, 0.2, 0.3), day))}
    assert (reason_against("date", found("2024-03-05", day), pages) is not None) is doubted


@pytest.mark.parametrize(
    ("name", "kind", "in_part"),
    [
        ("คณะพยาบาลศาสตร์", "external_letter", True),
        ("คณะพยาบาลศาสตร์ มหาวิทยาลัยท่าไม้", "external_letter", False),
        ("คณะพยาบาลศาสตร์", "memo", False),  # whose goes without saying
        ("คณะกรรมการการเลือกตั้ง", "external_letter", False),
        ("กองคลัง", "stamped_letter", True),
        ("กองพันทหารม้าที่ 5", "external_letter", False),
        ("สำนักงานใหญ่", "external_letter", True),
    ],
)
def test_a_part_alone_sends_no_letter(name: str, kind: str, in_part: bool) -> None:
    assert (reason_against("issuer", {"value": name}, {}, kind) is not None) is in_part
