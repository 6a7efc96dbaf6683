"""Words that are verbs where they stand, and those that are not."""

from __future__ import annotations

import pytest

from extractors.obligations.verbs import find_verbs, read_action


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("การรายงานผลของผู้เข้ารับการอบรมตามแบบที่ส่งมาด้วย", []),
        ("สำนักงานประชาสัมพันธ์จังหวัดแจ้งรายชื่อ", ["แจ้งรายชื่อ"]),
        ("ส่วนราชการรายงานผล", ["รายงาน"]),  # not ส่วน│ราช│การรายงาน
        ("โรงพยาบาลส่งเสริมสุขภาพตำบลยื่นข้อเสนอ", ["ยื่น"]),
    ],
)
def test_verbs_of_a_text(text: str, verbs: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_verbs(text)] == verbs


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("แจ้งผู้มีรายชื่อเข้ารับการฝึกอบรม", "attend"),
        ("มอบหมายเจ้าหน้าที่เป็นผู้ประสานงาน", "appoint"),
        ("มอบหมายปลัดอำเภอเป็นประธานในพิธี", "appoint"),
        ("กำชับบุคลากรมิให้บันทึกภาพหรือเผยแพร่ข้อมูล", "other"),
        ("รวบรวมเอกสารส่งให้กองคลัง", "reply"),
        ("จัดกระบวนการเรียนรู้ และติดตามผล", "other"),
    ],
)
def test_the_verb_that_a_request_turns_on(text: str, action: str) -> None:
    assert read_action(text) == action
