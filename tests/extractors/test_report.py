"""Report forms of made-up offices: unit, date of the data, period, table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import Report
from extractors.report import read_report
from pipeline.models import Document

Make = Callable[..., Document]

_TABLE = "ที่\tกิจกรรม\tผลการดำเนินงาน\n๑\tอบรมบุคลากร\tดำเนินการแล้ว ๓ รุ่น\n๒\tสำรวจข้อมูล\t๑,๒๕๐"


def read(document: Document) -> Report:
    report = read_report(document, "report")
    assert report is not None
    return report


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("จังหวัดตัวอย่าง", "จังหวัดตัวอย่าง"),
        ("จังหวัด.....ตัวอย่าง.....", "จังหวัดตัวอย่าง"),
        ("จังหวัด.................", None),
        ("หน่วยงาน : โรงพยาบาลตัวอย่าง", "โรงพยาบาลตัวอย่าง"),
        ("โรงเรียน..............................", None),
        ("เทศบาลตำบลตัวอย่าง", "เทศบาลตำบลตัวอย่าง"),
        ("ชื่อหน่วยงาน .......สำนักงานตัวอย่าง.......", "สำนักงานตัวอย่าง"),
        ("อำเภอ................จังหวัด................", None),
        ("อำเภอ................จังหวัดตัวอย่าง", None),
        ("เทศบาลตำบล...........\nอำเภอตัวอย่าง จังหวัดตัวอย่าง", None),
        ("อำเภอ....กลางเขา....จังหวัด....ตัวอย่าง....", "อำเภอกลางเขา จังหวัดตัวอย่าง"),
        ("โรงเรียนบ้านสวน สังกัด สพป.ตัวอย่าง เขต ๑", "โรงเรียนบ้านสวน"),
        ("หน่วยงาน สำนักงานตัวอย่าง เขต ๒", "สำนักงานตัวอย่าง เขต 2"),
    ],
)
def test_reporting_unit(typed: Make, line: str, unit: str | None) -> None:
    document = typed(f"แบบรายงานผลการดำเนินงาน\n{line}\nข้อมูล ณ วันที่ ๕ มกราคม ๒๕๖๗\n{_TABLE}")
    assert read(document).reporting_unit == unit


@pytest.mark.parametrize(
    ("line", "as_of", "period"),
    [
        ("ข้อมูล ณ วันที่ ๒๕ เมษายน ๒๕๖๔", "2021-04-25", ("2021-01-01", "2021-03-31")),
        ("ข้อมูล ณ วันที่ ๓๑ มีนาคม ๒๕๖๔", "2021-03-31", ("2021-01-01", "2021-03-31")),
        ("ข้อมูล ณ วันที่ ๒๕ เดือน ... พ.ศ. ...", None, None),
        ("ประจำเดือน มกราคม ๒๕๖๗", None, ("2024-01-01", "2024-01-31")),
        ("ไตรมาสที่ ๓ ปีงบประมาณ พ.ศ. ๒๕๖๖", None, ("2023-04-01", "2023-06-30")),
        ("รอบ ๖ เดือนแรก ปีงบประมาณ พ.ศ. ๒๕๖๖", None, ("2022-10-01", "2023-03-31")),
        ("ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", None, ("2022-10-01", "2023-09-30")),
        (
            "ประจำเดือนตุลาคม ๒๕๖๖ ข้อมูล ณ วันที่ ๓๑ ตุลาคม ๒๕๖๖",
            "2023-10-31",
            ("2023-10-01", "2023-10-31"),
        ),
        (
            "ครึ่งปีแรก ปีงบประมาณ ๒๕๖๖ ข้อมูล ณ วันที่ ๕ เมษายน ๒๕๖๖",
            "2023-04-05",
            ("2022-10-01", "2023-03-31"),
        ),
        ("ไตรมาสที่ ๒ ข้อมูล ณ วันที่ ๑๕ มีนาคม ๒๕๖๖", "2023-03-15", ("2023-01-01", "2023-03-31")),
        ("ไตรมาสที่ ๑ (มกราคม - มีนาคม) ข้อมูล ณ วันที่ ๕ เมษายน ๒๕๖๖", "2023-04-05", None),
    ],
)
def test_as_of_and_period(
    typed: Make, line: str, as_of: str | None, period: tuple[str, str] | None
) -> None:
    report = read(typed(f"แบบรายงานผลการดำเนินงาน\nจังหวัดตัวอย่าง\n{line}\n{_TABLE}"))
    assert report.as_of == as_of
    assert (report.period and (report.period.start, report.period.end)) == period


def test_table_by_its_columns(typed: Make) -> None:
    report = read(typed(f"แบบรายงานผลการดำเนินงาน\nจังหวัดตัวอย่าง\n{_TABLE}\nหมายเหตุ ส่งทุกเดือน"))
    assert report.rows == (
        ("ที่", "กิจกรรม", "ผลการดำเนินงาน"),
        ("1", "อบรมบุคลากร", "ดำเนินการแล้ว ๓ รุ่น"),
        ("2", "สำรวจข้อมูล", "1,250"),
    )


def test_a_total_and_rows_without_numbers_stand_alone(typed: Make) -> None:
    table = "ตำบล\tจำนวน\tหมายเหตุ\nบ้านสวน\t๔\t-\nบ้านนา\t๓\t-\nรวม\t๗"
    report = read(typed(f"แบบรายงานผลการดำเนินงาน\nจังหวัดตัวอย่าง\n{table}"))
    assert [row[:2] for row in report.rows] == [
        ("ตำบล", "จำนวน"),
        ("บ้านสวน", "4"),
        ("บ้านนา", "3"),
        ("รวม", "7"),
    ]
    numbered = read(typed(f"แบบรายงานผลการดำเนินงาน\nจังหวัดตัวอย่าง\n{_TABLE}\nรวม\t\t๑,๒๕๓"))
    assert numbered.rows[-2:] == (("2", "สำรวจข้อมูล", "1,250"), ("รวม", "", "1,253"))


def test_ruled_table_joins_what_wraps(ruled: Make) -> None:
    report = read(
        ruled(
            [
                ["ที่", "ปัญหา/อุปสรรค", "ข้อเสนอแนะ."],
                ["๑", "ขาดบุคลากร", "ควรจัด/อบรม"],
                ["๒", "", ""],
            ],
            "แบบรายงานปัญหา",
        )
    )
    assert report.rows == (
        ("ที่", "ปัญหาอุปสรรค", "ข้อเสนอแนะ"),
        ("1", "ขาดบุคลากร", "ควรจัดอบรม"),
        ("2", "", ""),
    )


def test_a_sheet_to_write_down_what_was_found_is_a_report_one_to_apply_with_is_none(
    ruled: Make,
) -> None:
    table = [["ที่", "รายการตรวจ", "ผ่าน"], ["๑", "ราวกันตก", ""], ["๒", "ไฟส่องสว่าง", ""]]
    found = read_report(ruled(table, "แบบตรวจสภาพสะพานแขวน"), "form")
    assert found is not None and len(found.rows) == 3
    assert read_report(ruled(table, "แบบคำขอใช้อาคาร"), "form") is None


def test_no_report_of_other_kinds(typed: Make) -> None:
    assert read_report(typed("คำสั่งกรมตัวอย่าง"), "order") is None


def test_months_in_a_heading_keep_their_last_dot(typed: Make) -> None:
    table = "ที่\tรายการ.\tเม.ย.\tพ.ค.\tปี พ.ศ.\n๑\tผู้ใช้บริการ (คน)\t๓,๔๐๕\t๒,๑๘๘\t๑๒"
    heading = read(typed(f"แบบรายงานสถิติ\n{table}")).rows[0]
    assert heading == ("ที่", "รายการ", "เม.ย.", "พ.ค.", "ปี พ.ศ.")
