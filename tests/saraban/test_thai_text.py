"""Thai lines up in a terminal: cells are counted as they are seen, lines break between words."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from saraban.terminal import row, table
from saraban.thai_text import wrapped
from saraban.words import thai_date, visible


@pytest.mark.parametrize(
    ("text", "cells"),
    [("ที่", 1), ("น้ำ", 2), ("ผู้ว่าราชการ", 9), ("เกี่ยวข้องฯ", 8), ("๑๒/๒๕๖๔", 7)],
)
def test_marks_above_and_below_take_no_room(text: str, cells: int) -> None:
    assert cell_len(text) == cells


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("จังหวัดลำพูน กลุ่มงาน", 12, ["จังหวัดลำพูน", "กลุ่มงาน"]),
        ("ลำพูน", 3, ["ลำพู", "น"]),
        ("กข 0012.3/ว 123", 80, ["กข 0012.3/ว 123"]),
        ("", 5, [""]),
        ("aaaaaaa", 3, ["aaa", "aaa", "a"]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert list(wrapped(text, width)) == lines


@given(st.text(alphabet="กขลำพูนเแที่น้ฯ 1/ว", max_size=60), st.integers(2, 20))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)


def test_the_edges_of_a_table_stand_below_each_other() -> None:
    listing = table("ที่", "เรื่อง")
    row(listing, "๑", "การติดตามการดำเนินงานตามคู่มือมาตรฐานการจัดบริการสาธารณะ")
    row(listing, "12", "แต่งตั้งผู้ช่วยเลขานุการ")
    paper = io.StringIO()
    Console(file=paper, width=40).print(listing)
    assert {cell_len(line) for line in paper.getvalue().splitlines()} == {40}


@pytest.mark.parametrize(
    ("raw", "shown"),
    [("a\x1b[31mb", "a�[31mb"), ("exe.\u202efdp", "exe.�fdp"), ("สอง\nบรรทัด", "สอง บรรทัด")],
)
def test_what_would_steer_a_terminal_is_not_printed(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@pytest.mark.parametrize(
    ("iso", "thai"), [("2021-02-15", "15 ก.พ. 2564"), ("2021-02", "ก.พ. 2564"), (None, "")]
)
def test_dates_as_thai_offices_write_them(iso: str | None, thai: str) -> None:
    assert thai_date(iso) == thai
