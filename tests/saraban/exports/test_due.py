"""What is due leaves the archive as a spreadsheet and as a calendar."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import openpyxl
import pytest

from saraban.exports.due import COLUMNS, export_due


def line(unit: str, status: str, due: str, **more: Any) -> dict[str, Any]:
    directive = {"id": "aa-1", "number": "กค 0402/ว 9", "date": "2021-02-15", "subject": "=1+1"}
    period = {"fiscal_year": 2564, "quarter": 2, "start": "2021-01-01", "end": "2021-03-31"}
    plain = {"clause": "3", "period": period, "report": None, "received_on": None}
    plain |= {"received_by": None, "doubtful": False}
    return {"directive": directive, "unit": unit, "status": status, "due": due, **plain, **more}


LINES = [
    line(
        "จังหวัดเลย",
        "late",
        "2021-04-25",
        report={"id": "bb-1"},
        received_on="2021-04-28",
        received_by="as_of",
    ),
    line("จังหวัดตาก", "not_yet_due", "2021-07-25"),
    line("จังหวัดเลย", "not_yet_due", "2021-07-25", doubtful=True),
]


def events(path: Path) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(path.read_bytes()).events


def test_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "due.xlsx"
    assert export_due(path, LINES) == 3
    rows = list(openpyxl.load_workbook(path).active.iter_rows())
    assert [cell.value for cell in rows[0]] == list(COLUMNS)
    told = dict(zip(COLUMNS, (cell.value for cell in rows[1]), strict=True))
    assert told["สถานะ"] == "ส่งล่าช้า"
    assert told["งวด"] == "ไตรมาส 2/2564"
    assert told["ตรงกับวันหยุด"] == "วันอาทิตย์"
    assert told["ได้รับเมื่อ"].date().isoformat() == "2021-04-28"
    assert told["วันที่ได้รับนับจาก"] == "วันที่ของข้อมูล (ไม่มีตรารับ)"
    assert told["เรื่อง"] == "=1+1"
    assert [row[-1].value is None for row in rows[1:]] == [True, True, False]
    assert {cell.data_type for row in rows for cell in row} <= {"s", "d", "n"}  # no formula


def test_a_table_for_any_program(tmp_path: Path) -> None:
    path = tmp_path / "due.csv"
    export_due(path, LINES)
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = next(csv.DictReader(file))
    assert (first["กำหนดส่ง"], first["หน่วยงาน"], first["เรื่อง"]) == (
        "2021-04-25",
        "จังหวัดเลย",
        "'=1+1",
    )


def test_a_calendar_of_what_is_to_come(tmp_path: Path) -> None:
    path = tmp_path / "due.ics"
    assert export_due(path, LINES) == 1
    (event,) = events(path)
    assert event.start == date(2021, 7, 25)
    assert "กค 0402/ว 9 ข้อ 3" in str(event["SUMMARY"])
    assert "จังหวัดตาก, จังหวัดเลย" in str(event["DESCRIPTION"])
    assert "ตรงกับวันอาทิตย์" in str(event["DESCRIPTION"])
    again = tmp_path / "again.ics"
    export_due(again, LINES[:2])
    (same,) = events(again)
    assert same["UID"] == event["UID"]


@pytest.mark.parametrize("name", ["due.xlsx", "due.csv", "due.ics"])
def test_nothing_due(tmp_path: Path, name: str) -> None:
    assert export_due(tmp_path / name, []) == 0
