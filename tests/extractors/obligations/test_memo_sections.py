"""Memos that lay a matter before a superior under headings ask for nothing there."""

from __future__ import annotations

import pytest

from extractors.describe import read_record
from pipeline.split import split
from tests.extractors.print_shop import pages

HEAD = """^บันทึกข้อความ
ส่วนราชการ กองช่าง โทร. ๐ ๒๕๗๙ ๔๐๑๑
ที่ กช ๒๗/๒๕๖๘	วันที่ ๑๙ มิถุนายน ๒๕๖๘
เรื่อง รื้อถอนอาคารพัสดุ
เรียน อธิบดี
"""
SECTIONS = """      ๑. เรื่องเดิม
      กรมได้รับอนุญาตให้ใช้ที่ราชพัสดุเป็นที่ตั้งอาคารพัสดุ
      ๒. ข้อเท็จจริง
      ๒.๑ คณะกรรมการตรวจสอบรายงานผลการตรวจสอบสภาพอาคารให้กองช่างทราบแล้ว
      ๓. ข้อเสนอ
      เห็นควรเสนอเพื่อโปรดพิจารณา ดังนี้
      (๑) อนุมัติให้รื้อถอนอาคารพัสดุหลังเก่า
      (๒) ลงนามในหนังสือถึงกรมธนารักษ์เพื่อแจ้งการรื้อถอน
"""


@pytest.mark.parametrize(
    ("closing", "asked"),
    [
        ("      จึงเรียนมาเพื่อโปรดพิจารณา\n", []),
        (
            "      ทั้งนี้ ขอให้ฝ่ายพัสดุจัดส่งบัญชีวัสดุให้กองช่าง ภายในวันที่ ๓๐ มิถุนายน ๒๕๖๘\n",
            [("reply", "2025-06-30")],
        ),
    ],
)
def test_only_what_stands_outside_the_sections_is_asked(
    closing: str, asked: list[tuple[str, str]]
) -> None:
    (document,) = split(pages(HEAD + SECTIONS + closing))
    told = [(one.action, one.first_due) for one in read_record(document).obligations]
    assert told == asked
