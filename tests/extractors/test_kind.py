"""What a paper is, and whether it still waits for a pen."""

from __future__ import annotations

import pytest

from extractors.kind import is_template, read_kind
from pipeline.models import Document
from tests.extractors.print_shop import pages


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("บันทึกการประชุมคณะกรรมการวัดโพธิ์เอน ครั้งที่ ๓/๒๕๖๘", "minutes"),
        ("สำเนารายงานการประชุมสภาเทศบาลตำบลป่าซาง", "minutes"),
        ("คำแถลงของสมาคมผู้ปลูกทุเรียน", "statement"),
    ],
)
def test_a_title_tells_the_kind(title: str, kind: str) -> None:
    assert read_kind(Document(tuple(pages(f"^{title}")))) == kind


@pytest.mark.parametrize(
    ("bearer", "day", "blank"),
    [
        (
            "........................................",
            "........ เดือน ................ พ.ศ. ........",
            True,
        ),
        ("นายเอก มั่นคง", "๒ มีนาคม พ.ศ. ๒๕๖๘", False),
    ],
)
def test_a_diploma_whose_bearer_is_awaited_on_the_next_line_is_blank(
    bearer: str, day: str, blank: bool
) -> None:
    diploma = f"""^โรงพยาบาลส่งเสริมสุขภาพตำบลท่าช้าง
^มอบเกียรติบัตรฉบับนี้ให้ไว้เพื่อแสดงว่า
^{bearer}
^ได้ผ่านการอบรมอาสาสมัครประจำครอบครัว
^ให้ไว้ ณ วันที่ {day}
^(นางเพ็ญ ยอดคีรี)
^ผู้อำนวยการ"""
    assert is_template(Document(tuple(pages(diploma)))) is blank
