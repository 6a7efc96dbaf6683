"""Tables of members whose headings tell what stands in a column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractors.committee.read import read_committees
from pipeline.models import Document

Ruled = Callable[[Sequence[Sequence[str]], str], Document]

_BEFORE = "จึงแต่งตั้งคณะกรรมการบริหารชมรม ดังนี้"


def test_names_without_a_title(ruled: Ruled) -> None:
    rows = [
        ("ลำดับ", "ชื่อ - สกุล", "ตำแหน่ง"),
        ("๑", "บุญมี ใจดี", "ประธานชมรม"),
        ("๒", "คำดี ศรีสุข", "กรรมการ"),
    ]
    (found,) = read_committees(ruled(rows, _BEFORE))
    assert [(one.name, one.position) for one in found.members] == [
        ("บุญมี ใจดี", None),
        ("คำดี ศรีสุข", None),
    ]


def test_a_post_right_of_the_duty_and_a_remark_that_is_none(ruled: Ruled) -> None:
    rows = [
        ("ลำดับ", "ชื่อ - สกุล", "หน้าที่", "ตำแหน่ง", "หมายเหตุ"),
        ("๑", "นายเอก มั่นคง", "ประธานกรรมการ", "ปลัดอำเภอ", "ผู้ใหญ่บ้าน"),
        ("๒", "นางโท แสนดี", "กรรมการ", "พยาบาลวิชาชีพ", "เวรเช้า"),
    ]
    (found,) = read_committees(ruled(rows, _BEFORE))
    assert [one.position for one in found.members] == ["ปลัดอำเภอ", "พยาบาลวิชาชีพ"]
