"""By which day something is due, and on which day one is to come."""

from __future__ import annotations

import pytest

from extractors.obligations.times.due_after import is_due_after_event
from extractors.obligations.times.due_days import day_after, find_bare_day, find_first_due
from extractors.obligations.times.held_days import find_day_of_work, find_meeting_day
from extractors.periods import fiscal_quarter


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ภายในเดือนธันวาคม ๒๕๖๗", "2024-12-31"),
        ("ตั้งแต่บัดนี้จนถึงวันที่ ๖ ธันวาคม ๒๕๖๗", "2024-12-06"),
        ("ภายในวันที่ ๕ มีนาคม นี้", "2024-03-05"),
        ("ภายในวันที่ ๕ มกราคม นี้", "2025-01-05"),  # written in February
        ("ภายในวันที่ ๓๐ พฤศจิกายน โดยเริ่มตั้งแต่ปี ๒๕๖๗", "2024-11-30"),
        ("ภายในวันที่ ๓๑ มกราคมของทุกปี", "2025-01-31"),
        ("เริ่มรายงานครั้งแรกวันที่ ๕ สิงหาคม ๒๕๖๗", "2024-08-05"),
        ("ก่อนสิ้นเดือนธันวาคม ๒๕๖๘", "2025-12-31"),
        ("ก่อนสิ้นเดือนกรกฎาคม โดยตอบกลับอีเมลฉบับนี้", "2024-07-31"),
        ("โปรดแจ้งชื่อภายในเดือนนี้", "2024-02-29"),
        ("ให้มีผลบังคับภายในปี ๒๕๖๗", "2024-12-31"),
        ("ก่อนสิ้นปี ๒๕๖๖", "2023-12-31"),
        ("รายงานในวันนี้ก่อนเชิญธงลง", "2024-02-10"),
        ("ทุกหกเดือน คือภายในวันที่ ๑๐ กรกฎาคม และวันที่ ๑๐ มกราคม", "2024-07-10"),
        ("ทุกวันที่ ๑๐ มกราคม ๑๐ เมษายน ๑๐ กรกฎาคม และ ๑๐ ตุลาคม", "2024-04-10"),
    ],
)
def test_first_due(text: str, day: str | None) -> None:
    assert find_first_due(text, "2024-02-10") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ระหว่างวันที่ ๓๐ พฤษภาคม - ๒ มิถุนายน ๒๕๖๗", "2024-05-30"),
        ("ระหว่างวันที่ ๓๐ ธันวาคม - ๒ มกราคม ๒๕๖๗", "2023-12-30"),
        ("ในวันที่ ๕ และ ๖ มีนาคม ๒๕๖๗", "2024-03-05"),
        ("คำสั่ง ลงวันที่ ๑ มีนาคม ๒๕๖๗ ภายในวันที่ ๒ มีนาคม ๒๕๖๗", None),
    ],
)
def test_meeting_day(text: str, day: str | None) -> None:
    assert find_meeting_day(text) == day


@pytest.mark.parametrize(
    ("text", "told", "day"),
    [
        ("จัดเก้าอี้ให้เรียบร้อยในเย็นวันที่ ๒๓", "พิธีในวันที่ ๒๔ มีนาคม ๒๕๖๙", "2026-03-23"),
        ("ก่อนเวลา ๐๖.๐๐ น. ของวันที่ ๗ และงดจอดจนถึงวันที่ ๘ กุมภาพันธ์ ๒๕๖๙", "", "2026-02-07"),
        ("ในวันที่ ๕ และ ๖ มีนาคม ๒๕๖๗", "", None),  # of a span
        ("ในคืนวันที่ ๑๔", "หนังสือ ลงวันที่ ๒ มกราคม ๒๕๖๗", None),  # over when it was written
        ("ภายในวันที่ ๑๕ ของทุกเดือน", "วันที่ ๒ มีนาคม ๒๕๖๗", None),
    ],
)
def test_a_day_without_its_month(text: str, told: str, day: str | None) -> None:
    assert find_bare_day(text, told, "2024-02-10") == day


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("เปลี่ยนถังทั้งหมดก่อนถึงเทศกาลตรุษจีน", True),
        ("วัดตัวภายในสัปดาห์นี้", True),
        ("เยี่ยมแปลงให้ครบในสองเดือน", True),
        ("นำใบรับรองแพทย์ซึ่งออกให้ไม่เกินหนึ่งเดือนมาด้วย", False),
    ],
)
def test_bound_to_an_event(text: str, bound: bool) -> None:
    assert is_due_after_event(text) == bound


def test_days_of_work() -> None:
    assert find_day_of_work("ให้บริการวัคซีนระหว่างวันที่ ๑๕ กรกฎาคม - ๑๖ สิงหาคม ๒๕๖๗") == "2024-08-16"
    assert find_day_of_work("ตามหนังสือ ลงวันที่ ๑๖ สิงหาคม ๒๕๖๗") is None


def test_the_day_after_a_quarter() -> None:
    assert day_after(fiscal_quarter(2567, 1), 15) == "2024-01-15"
    assert day_after(fiscal_quarter(2567, 4), 31) == "2024-10-31"
    assert day_after(fiscal_quarter(2567, 3), 31) == "2024-07-31"


@pytest.mark.parametrize(
    ("text", "first_due"),
    [
        ("ภายในเวลา ๑๖.๓๐ น. ของวันที่ ๓๑ มีนาคม ๒๕๖๖", "2023-03-31"),
        ("ภายในวันศุกร์ที่ ๗ เม.ย. ๖๖", "2023-04-07"),
        ("ประชุมเมื่อวันที่ ๓๑ มีนาคม ๒๕๖๖", None),
    ],
)
def test_first_due_told_alone(text: str, first_due: str | None) -> None:
    assert find_first_due(text) == first_due
