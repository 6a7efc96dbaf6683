"""The tables of units: what the law names, and what the office listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.units import Group, districts, in_group, province_in, provinces, read_groups
from pipeline.errors import UnitsRefused


def test_the_country() -> None:
    assert len(provinces()) == 76
    assert set(districts()) == set(provinces())
    assert sum(map(len, districts().values())) == 878


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("จังหวัดน่าน", "น่าน"),
        ("สำนักงานสาธารณสุขจังหวัดนครศรีธรรมราช", "นครศรีธรรมราช"),
        ("ที่ว่าการอำเภอเมือง จังหวัด เลย", "เลย"),
        ("กรมการปกครอง", None),
        (None, None),
    ],
)
def test_the_province_of_an_office(office: str | None, expected: str | None) -> None:
    assert province_in(office) == expected


def test_the_table_of_an_office(tmp_path: Path) -> None:
    table = tmp_path / "units.tsv"
    table.write_text(
        "# ของสำนักงาน\naddressee\tissuer\tunit\n"
        "หัวหน้าส่วนราชการ ทุกแห่ง\tจังหวัดเลย\tสำนักงานจังหวัดเลย\n"
        "หัวหน้าส่วนราชการ ทุกแห่ง\t\tสำนักงานคลังจังหวัด\n",
        encoding="utf-8-sig",
    )
    groups = read_groups(table)
    assert groups[0] == Group("หัวหน้าส่วนราชการ ทุกแห่ง", "จังหวัดเลย", "สำนักงานจังหวัดเลย")
    assert in_group(groups, "หัวหน้าส่วนราชการทุกแห่ง", "จังหวัดตาก") == ("สำนักงานคลังจังหวัด",)
    assert read_groups(tmp_path / "none.tsv") == ()


@pytest.mark.parametrize(
    "text", ["addressee\tissuer\tunit\nหัวหน้า\t\t\n", "addressee,issuer,unit\nก,ข,ค\n"]
)
def test_a_table_that_lacks_something_is_refused(tmp_path: Path, text: str) -> None:
    table = tmp_path / "units.tsv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(UnitsRefused, match="Row 2"):
        read_groups(table)
