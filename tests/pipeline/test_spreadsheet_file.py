"""Spreadsheets as offices send them: merged headings, a table, a note, hidden rows."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from extractors.describe import describe
from pipeline.digitise import page_count, read_page
from pipeline.errors import FileRefused
from pipeline.intake.accept import look_at
from pipeline.media_type import XLSX
from pipeline.models import Page
from pipeline.split import split


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A filled report form."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "แบบรายงานผลการสำรวจบ่อน้ำ"
    sheet.merge_cells("A1:D1")
    sheet["A2"] = "จังหวัดเลย"
    sheet["A3"] = "ข้อมูล ณ วันที่ 20 เมษายน 2564"
    for row in (
        (),
        ("ที่", "อำเภอ", "จำนวนบ่อ", "หมายเหตุ"),
        (1, "เชียงคาน", 1200, "สำรวจครบ"),
        (2, "ด่านซ้าย", 0.5, None),
        (),
        ("หมายเหตุ : ส่งภายในวันที่ 25",),
    ):
        sheet.append(row)
    sheet["C6"].number_format = "#,##0"
    sheet["C7"].number_format = "0%"
    path = tmp_path / "report.xlsx"
    book.save(path)
    return path


def read(path: Path) -> tuple[Page, ...]:
    source = look_at(path)
    assert source.media_type == XLSX
    return tuple(read_page(source, number) for number in range(1, page_count(source) + 1))


def test_headings_are_lines_and_rows_a_table(report: Path) -> None:
    (page,) = read(report)
    texts = [line.text for line in page.lines]
    assert texts[:3] == ["แบบรายงานผลการสำรวจบ่อน้ำ", "จังหวัดเลย", "ข้อมูล ณ วันที่ 20 เมษายน 2564"]
    assert texts[-1] == "หมายเหตุ : ส่งภายในวันที่ 25"
    (table,) = page.tables
    cells = [[" ".join(line.text for line in cell.lines) for cell in row] for row in table.rows]
    assert cells[0] == ["ที่", "อำเภอ", "จำนวนบ่อ", "หมายเหตุ"]
    assert cells[1] == ["1", "เชียงคาน", "1,200", "สำรวจครบ"]
    assert cells[2] == ["2", "ด่านซ้าย", "50%", ""]


def test_a_report_is_read_like_one_in_word(report: Path) -> None:
    (document,) = split(read(report))
    record = describe(document)
    assert record.kind == "report"
    assert record.report is not None
    assert (record.report.reporting_unit, record.report.as_of) == ("จังหวัดเลย", "2021-04-20")
    assert record.report.rows[1] == ("1", "เชียงคาน", "1,200", "สำรวจครบ")


def test_what_is_hidden_is_not_read_and_that_is_said(report: Path) -> None:
    book = openpyxl.load_workbook(report)
    book.active.row_dimensions[7].hidden = True
    book.create_sheet("สำเนา").sheet_state = "hidden"
    book.save(report)
    (page,) = read(report)
    assert "ด่านซ้าย" not in " ".join(line.text for line in page.lines)
    assert any("hidden" in note for note in page.notes)


def test_dates_and_merged_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["อำเภอ", "วันที่", "เวลา"])
    sheet.append(["เมือง", date(2021, 4, 25), datetime(2021, 4, 25, 9, 30)])
    sheet.append([None, date(2021, 4, 26), None])
    sheet.merge_cells("A2:A3")
    path = tmp_path / "dates.xlsx"
    book.save(path)
    (page,) = read(path)
    rows = [
        [cell.lines[0].text if cell.lines else "" for cell in row] for row in page.tables[0].rows
    ]
    assert rows[1] == ["เมือง", "25 เมษายน 2564", "25 เมษายน 2564 09.30 น."]
    assert rows[2][:2] == ["เมือง", "26 เมษายน 2564"]
    assert any("Thai dates" in note for note in page.notes)


def test_each_sheet_is_a_page(report: Path) -> None:
    book = openpyxl.load_workbook(report)
    book.create_sheet("ว่าง")
    book.create_sheet("สอง")["A1"] = "แผ่นที่สอง"
    book.save(report)
    pages = read(report)
    assert [page.number for page in pages] == [1, 2]
    assert pages[1].lines[0].text == "แผ่นที่สอง"


def test_a_broken_one_is_refused(report: Path) -> None:
    report.write_bytes(report.read_bytes()[:-200])
    with pytest.raises(FileRefused):
        look_at(report)


@pytest.mark.parametrize(
    ("part", "written", "instead", "code"),
    [
        # all cells of a sheet as one: seventeen milliards, told in forty bytes
        ("xl/worksheets/sheet1.xml", b"A1:D1", b"A1:XFD1048576", "spreadsheet_too_large"),
        # one part of the file as three hundred sheets: each would be read for itself
        ("xl/workbook.xml", b"<sheet ", b'<sheet name="x"/>' * 300 + b"<sheet ", "too_many_pages"),
    ],
)
def test_one_of_a_few_bytes_that_would_fill_the_memory_is_refused(
    tmp_path: Path, part: str, written: bytes, instead: bytes, code: str
) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "แบบรายงาน"
    book.active.merge_cells("A1:D1")
    path = tmp_path / "grown.xlsx"
    book.save(path)
    with zipfile.ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    assert written in parts[part]
    parts[part] = parts[part].replace(written, instead)
    with zipfile.ZipFile(path, "w") as whole:
        for name, content in parts.items():
            whole.writestr(name, content)
    with pytest.raises(FileRefused) as raised:
        look_at(path)
    assert raised.value.code == code


def test_one_that_is_data_and_no_report_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["XFD1048576"] = "มุมล่างขวา"
    book.save(tmp_path / "far.xlsx")
    with pytest.raises(FileRefused) as raised:
        look_at(tmp_path / "far.xlsx")
    assert raised.value.code == "spreadsheet_too_large"
