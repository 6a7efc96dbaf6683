"""Days that a paper spells out."""

from __future__ import annotations

import pytest

from extractors.dates import parse_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ให้ไว้ ณ วันที่ ยี่สิบสาม เดือน มกราคม พุทธศักราช สองพันห้าร้อยหกสิบเจ็ด", "2024-01-23"),
        ("วันที่ ๘ เดือน มีนาคม พุทธศักราช สองพันห้าร้อยหกสิบเอ็ด", "2018-03-08"),
        ("วันที่ สามสิบเอ็ด เดือน เมษายน พุทธศักราช สองพันห้าร้อยหกสิบ", None),
        ("ให้ไว้ ณ วันที่ยี่สิบสอง เดือนธันวาคม พุทธศักราช ๒๕๖๖", "2023-12-22"),
        ("วันที่สิบห้า ธันวาคม ๒๕๖๖", "2023-12-15"),
    ],
    ids=["all of it", "the year alone", "no such day", "the day alone", "without its era"],
)
def test_a_day_in_words(text: str, day: str | None) -> None:
    assert parse_date(text) == day
