"""By which day something is due, and on which day one is to come."""

from __future__ import annotations

import pytest

from extractors.due_days import day_after, find_first_due
from extractors.held_days import find_day_of_work, find_meeting_day
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


def test_days_of_work() -> None:
    assert find_day_of_work("ให้บริการวัคซีนระหว่างวันที่ ๑๕ กรกฎาคม - ๑๖ สิงหาคม ๒๕๖๗") == "2024-08-16"
    assert find_day_of_work("ตามหนังสือ ลงวันที่ ๑๖ สิงหาคม ๒๕๖๗") is None


def test_the_day_after_a_quarter() -> None:
    assert day_after(fiscal_quarter(2567, 1), 15) == "2024-01-15"
    assert day_after(fiscal_quarter(2567, 4), 31) == "2024-10-31"
    assert day_after(fiscal_quarter(2567, 3), 31) == "2024-07-31"
