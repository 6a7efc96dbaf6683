"""How one document names another under อ้างถึง."""

from __future__ import annotations

from typing import Any

import pytest

from index.official import cite, full_date


def named(**fields: Any) -> str:
    empty = dict.fromkeys(("kind", "issuer", "number", "date", "subject"))
    return cite({**empty, **fields})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"kind": "memo", "issuer": "กองคลัง", "number": "มท 0302/9", "date": "2021-02-15"},
            "บันทึกข้อความกองคลัง ที่ มท ๐๓๐๒/๙ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๔",
        ),
        (
            {"kind": "bylaw", "issuer": "จังหวัดเลย", "subject": "วันหยุด", "date": "2021-02"},
            "ข้อบังคับจังหวัดเลย เรื่อง วันหยุด ลงวันที่ กุมภาพันธ์ ๒๕๖๔",
        ),
        ({"kind": "order", "issuer": "จังหวัดเลย", "number": "9/2564"}, "คำสั่งจังหวัดเลย ที่ ๙/๒๕๖๔"),
        ({"kind": "other", "subject": "ใบปลิว"}, "เรื่อง ใบปลิว"),
    ],
)  # fmt: skip
def test_citations(fields: dict[str, Any], expected: str) -> None:
    assert named(**fields) == expected


@pytest.mark.parametrize(
    ("iso", "expected"), [("2024-02-29", "๒๙ กุมภาพันธ์ ๒๕๖๗"), ("2024-02", "กุมภาพันธ์ ๒๕๖๗")]
)
def test_dates_in_full(iso: str, expected: str) -> None:
    assert full_date(iso) == expected
