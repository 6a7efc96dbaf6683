"""Tables for a spreadsheet."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from openpyxl import load_workbook

from saraban.exports.sheet import write_csv, write_xlsx

COLUMNS = ("ที่", "วันที่", "เรื่อง", "หน้า")
ROWS = [
    ("มท 0810.7/ว 2563", date(2021, 2, 15), "การติดตาม\x0bการดำเนินงาน", 2),
    (None, None, '=HYPERLINK("x")', None),
]


def test_a_table_reads_as_it_was_written(tmp_path: Path) -> None:
    """Days are days, shown in the Buddhist Era; what looks like a formula is a text."""
    assert write_xlsx(tmp_path / "a.xlsx", "ผล: การค้นหา/1", COLUMNS, iter(ROWS)) == 2
    sheet = load_workbook(tmp_path / "a.xlsx").active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == COLUMNS
    assert rows[1] == ("มท 0810.7/ว 2563", datetime(2021, 2, 15), "การติดตามการดำเนินงาน", 2)
    assert rows[2] == (None, None, '=HYPERLINK("x")', None)
    assert sheet["C3"].data_type == "s"
    assert sheet["B2"].number_format == "[$-107041E]d mmm yyyy"


def test_a_sheet_keeps_its_heading_in_sight_filters_and_prints_across(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", "ผล", COLUMNS, [(*ROWS[0][:2], "ก" * 500, 2)])
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:D2")
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$1:$1", "landscape")
    assert sheet["A1"].font.bold and not sheet["A2"].font.bold and sheet["A2"].alignment.wrap_text
    assert sheet.column_dimensions["C"].width == 62
    assert sheet.column_dimensions["D"].width == 6


def test_an_empty_list_is_a_heading(tmp_path: Path) -> None:
    assert write_xlsx(tmp_path / "a.xlsx", "ผล", COLUMNS, []) == 0
    assert load_workbook(tmp_path / "a.xlsx").active.dimensions == "A1:D1"


def test_a_csv_calculates_nothing(tmp_path: Path) -> None:
    assert write_csv(tmp_path / "a.csv", COLUMNS, ROWS) == 2
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "ที่,วันที่,เรื่อง,หน้า"
    assert lines[1].startswith("มท 0810.7/ว 2563,2021-02-15,")
    assert lines[-1] == """,,"'=HYPERLINK(""x"")",""" ""
