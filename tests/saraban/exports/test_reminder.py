"""A draft that reminds: its form, whom it names, and the list behind it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

from pipeline.errors import FileRefused
from saraban.exports.reminder import head_of, write_reminder


def owed(unit: str) -> dict[str, Any]:
    directive = {
        "id": "aa-1",
        "kind": "external_letter",
        "issuer": "กรมตัวอย่าง",
        "number": "กค 0402/ว 9",
        "date": "2021-02-15",
        "subject": "การสำรวจบ่อน้ำ",
    }
    period = {"fiscal_year": 2564, "quarter": 2, "start": "2021-01-01", "end": "2021-03-31"}
    return {
        "directive": directive,
        "clause": "3",
        "unit": unit,
        "period": period,
        "due": "2021-04-25",
    }


def text_of(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def test_one_unit_is_written_to_by_its_head(tmp_path: Path) -> None:
    path = tmp_path / "reminder.docx"
    assert write_reminder(path, [owed("จังหวัดเลย")]) == 1
    text = text_of(path)
    assert "เรียน\tผู้ว่าราชการจังหวัดเลย" in text
    assert "อ้างถึง\tหนังสือกรมตัวอย่าง ที่ กค ๐๔๐๒/ว ๙ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๔" in text
    assert "ภายในวันที่ ๒๕ เมษายน ๒๕๖๔ นั้น" in text
    assert "ขอแสดงความนับถือ" in text
    assert "(ส่วนราชการเจ้าของเรื่อง)" in text and "โทร." in text
    assert docx.Document(str(path)).tables == []
    with pytest.raises(FileRefused, match="is not written over"):
        write_reminder(path, [owed("จังหวัดเลย")])


def test_many_units_stand_in_a_list(tmp_path: Path) -> None:
    path = tmp_path / "reminder.docx"
    units = ["จังหวัดเลย", "จังหวัดตาก", "จังหวัดน่าน", "จังหวัดตรัง"]
    assert write_reminder(path, [owed(unit) for unit in units]) == 4
    assert "เรียน\t(ตามบัญชีแนบท้าย)" in text_of(path)
    (table,) = docx.Document(str(path)).tables
    assert [row.cells[1].text for row in table.rows] == ["หน่วยงาน", *units]
    assert table.rows[4].cells[0].text == "๔"


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("อำเภอปัว", "นายอำเภอปัว"),
        ("องค์การบริหารส่วนตำบลนาดี", "นายกองค์การบริหารส่วนตำบลนาดี"),
        ("กรุงเทพมหานคร", "ผู้ว่าราชการกรุงเทพมหานคร"),
        ("โรงเรียนบ้านนา", "โรงเรียนบ้านนา"),
    ],
)
def test_whom_one_writes_to(unit: str, expected: str) -> None:
    assert head_of(unit) == expected
