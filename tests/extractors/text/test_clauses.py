"""Lines to paragraphs, and the numbers that paragraphs bear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.text.clauses import body_rows, paragraphs_of, read_marker
from pipeline.models import Document
from pipeline.split import split
from tests.extractors.print_shop import pages


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("๓. รายงานผล", ("3", 3)),
        ("” ๑. มอบหมายเจ้าหน้าที่", ("1", 5)),  # dirt before it
        ("1.) นายเอก", ("1", 4)),
        ("' (๒) ตรวจสภาพ", ("2", 6)),
        ("“ข้อ ๓ ให้จังหวัดรายงาน”", None),  # quoted
        ("๒๕ เมษายน", None),
    ],
)
def test_markers(text: str, marker: tuple[str, int] | None) -> None:
    assert read_marker(text) == marker


def test_the_first_of_a_list_is_one_though_its_dot_was_read_as_a_comma(
    scanned: Callable[..., Document],
) -> None:
    page = [
        [(0.2, "จังหวัดจึงขอให้ท่านดำเนินการ ดังนี้")],
        [(0.2, "” ๑, มอบหมายเจ้าหน้าที่รับผิดชอบ ท่าละ ๒ คน")],
        [(0.2, "๒. ตรวจสภาพโป๊ะทุกแห่ง")],
    ]
    found = paragraphs_of(scanned(page))
    assert [one.marker for one in found] == [None, "1", "2"]
    assert found[1].text.startswith("มอบหมาย")


def test_what_calls_the_next_page_and_a_bare_number_in_the_middle_are_no_text(
    scanned: Callable[..., Document],
) -> None:
    called = [[(0.2, "๔. นางโท แสนดี"), (0.7, "กรรมการ")], [(0.6, "๕. พระครู...")]]
    numbered = [[(0.505, "๒")], [(0.2, "๕. นายเอก มั่นคง"), (0.7, "กรรมการ")], [(0.2, "๓")]]
    first, second = scanned(called, numbered).pages
    assert [row.text for row in body_rows(first)] == ["๔. นางโท แสนดี\tกรรมการ"]
    assert [row.text for row in body_rows(second)] == ["๕. นายเอก มั่นคง\tกรรมการ", "๓"]


def test_a_line_without_width_is_read_like_any_other() -> None:
    body = "ด้วยสำนักงานมีหนังสือราชการที่ครบอายุการเก็บเป็นจำนวนมาก จึงแต่งตั้งคณะกรรมการ " * 6
    (document,) = split(pages(f"      {body}\n^~\n^ทราบ\n^~"))
    assert "ทราบ" in [one.text for one in paragraphs_of(document)]
