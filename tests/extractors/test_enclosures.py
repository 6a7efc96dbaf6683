from __future__ import annotations

import pytest

from extractors.enclosures import read_enclosures
from pipeline.models import Document
from pipeline.plain_text import page_from_text

HEAD = "ที่ ยธ ๐๗๐๑/๕๕\n๒ กุมภาพันธ์ ๒๕๖๖\nเรื่อง ส่งแผน\nเรียน ผู้ว่าราชการจังหวัดตาก\n"
CASES = [
    ("สิ่งที่ส่งมาด้วย แผนการตรวจ จำนวน ๑ ชุด", [("แผนการตรวจ", "1 ชุด")]),
    ("สิ่งที่ส่งมาด้วย แผนการตรวจ\tจำนวน ๑ ชุด", [("แผนการตรวจ", "1 ชุด")]),
    ("สิ่งที่ส่งมาด้วย แผนการตรวจ ๒ แผ่น", [("แผนการตรวจ", "2 แผ่น")]),
    ("สิ่งที่ส่งมาด้วย แผนการตรวจ ปี ๒๕๖๖", [("แผนการตรวจ ปี ๒๕๖๖", None)]),
    (
        "สิ่งที่ส่งมาด้วย\n๑. แผน จำนวน ๑ ชุด\n๒) รายชื่อ (แบบ ๒.๑) จำนวน ๑๐ ฉบับ\n๓.ปฏิทิน",
        [("แผน", "1 ชุด"), ("รายชื่อ (แบบ ๒.๑)", "10 ฉบับ"), ("ปฏิทิน", None)],
    ),
    (
        "สิ่งที่ส่งมาด้วย ๑. แบบสำรวจการใช้งาน\tจำนวน ๑ ชุด\nเครื่องคอมพิวเตอร์\n๒. รายชื่อ\tจำนวน ๒ ชุด",
        [("แบบสำรวจการใช้งานเครื่องคอมพิวเตอร์", "1 ชุด"), ("รายชื่อ", "2 ชุด")],
    ),
    (
        "สิ่งที่ส่งมาด้วย แผน จำนวน ๑ ชุด\nรายชื่อ จำนวน ๒ ชุด",
        [("แผน", "1 ชุด"), ("รายชื่อ", "2 ชุด")],
    ),
    ("สิ่งทีส่งมาดวย แผน จำนวน ๑ ชุด", [("แผน", "1 ชุด")]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_enclosures(text: str, expected: list[tuple[str, str | None]]) -> None:
    document = Document((page_from_text(f"{HEAD}{text}\nด้วยกรมกำหนดแผน จำนวน ๙ ชุด"),))
    assert [(e.title, e.quantity) for e in read_enclosures(document)] == expected
