"""The rows of a page as texts."""

from __future__ import annotations

from pipeline.packet.page_rows import row_texts
from tests.extractors.print_shop import pages


def test_tone_marks_are_left_out_so_that_a_misread_one_does_no_harm() -> None:
    (page,) = pages("บันทึกข้อความ\nเรื่อง ขอความร่วมมือ")
    assert row_texts(page) == ["บันทึกขอความ", "เรือง ขอความรวมมือ"]


def test_a_label_beside_a_title_is_a_row_of_its_own() -> None:
    (page,) = pages("@ 10 38\nสิ่งที่ส่งมาด้วย ๒\tแบบสำรวจแหล่งน้ำ\nชื่อหมู่บ้าน\tจำนวนบ่อ")
    assert row_texts(page) == ["สิงทีสงมาดวย ๒", "แบบสำรวจแหลงนำ", "ชือหมูบาน\tจำนวนบอ"]
