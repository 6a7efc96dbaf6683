"""Weekends and holidays are shown beside a due day."""

from __future__ import annotations

from datetime import date

import pytest

from index.days_off import day_off


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2021, 4, 24), "วันเสาร์"),
        (date(2021, 4, 25), "วันอาทิตย์"),
        (date(2024, 4, 16), "ชดเชยวันสงกรานต์"),
        (date(2024, 10, 23), "วันปิยมหาราช"),
        (date(2021, 4, 26), None),
    ],
)
def test_days_off(day: date, expected: str | None) -> None:
    assert day_off(day) == expected
