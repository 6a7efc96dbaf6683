"""Where a space was lost at the end of a line, and where words only go on."""

from __future__ import annotations

import pytest

from extractors.text.lost_spaces import lost_space


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ตรวจวัดคุณภาพน้ำแข็งทุกเดือน", "ส่งผลตรวจไม่เกินวันที่ ๘ ของเดือนถัดไป"),
        ("งดซื้อขายโคกระบือตั้งแต่วันที่ ๒๕ มีนาคม ๒๕๖๔ เป็นต้นไป", "ทำลายแมลงดูดเลือด"),
        ("มอบหมายเจ้าหน้าที่หน่วยงานละ ๑ คน", "แจ้งชื่อภายใน ๑๐ พฤษภาคม ๒๕๖๗"),
        ("ตรวจตราบ้านที่เข้าร่วมโครงการวันละ ๒ ครั้ง", "ถ่ายภาพส่งทางแอป"),
        ("จึงขอให้หน่วยงานส่งแบบตอบรับ", "ทั้งนี้ ขอให้ส่งก่อนวันประชุม"),
    ],
)
def test_a_new_thing_begins_on_the_next_line(before: str, after: str) -> None:
    assert lost_space(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("สำนักงานส่งเสริมการปกครองท้องถิ่น", "จังหวัดแพร่"),
        ("ให้หน่วยงานที่ใช้รถบรรทุก", "ส่งบัญชีรถ"),
        ("เป็นประจำทุกเดือน", "ที่ผ่านมา"),
        ("ให้เจ้าหน้าที่ทุกคน", "รายงานตัว"),
    ],
)
def test_words_go_on_over_the_end_of_a_line(before: str, after: str) -> None:
    assert not lost_space(before, after)
