"""Large print loses marks; where the paper tells the name again with them, they are taken."""

from __future__ import annotations

import pytest

from extractors.issuer.spelt_elsewhere import with_its_first_word, with_its_marks
from extractors.record import Field
from pipeline.models import Box, Document, Line, Page


@pytest.mark.parametrize(
    ("head", "text", "name"),
    [
        ("มูลนิธิลุ่มนำดอนงาม", "ด้วยมูลนิธิลุ่มน้ำดอนงามได้จัด", "มูลนิธิลุ่มน้ำดอนงาม"),
        ("บริษัท เครืองกลงาม จำกัด", "บริษัท เครื่องกลงาม จำกัด ขอ", "บริษัท เครื่องกลงาม จำกัด"),
        ("มหาวิทยาลัยลุ่มนำ คณะเกษตร", "ของมหาวิทยาลัยลุ่มน้ำ นั้น", "มหาวิทยาลัยลุ่มน้ำ คณะเกษตร"),
        ("มูลนิธิลุ่มน้ำดอนงาม", "มูลนิธิลุ่มนำดอนงาม", "มูลนิธิลุ่มน้ำดอนงาม"),
        ("จังหวัดน่าน", "กรมป่าไม้", "จังหวัดน่าน"),
    ],
    ids=["a mark", "with spaces", "a part of it", "fewer marks elsewhere", "not told elsewhere"],
)
def test_marks_that_the_head_lost(head: str, text: str, name: str) -> None:
    boxes = Box(0.2, 0.05, 0.6, 0.08), Box(0.2, 0.3, 0.8, 0.32)
    lines = tuple(Line(one, 1, box, 0.9) for one, box in zip((head, text), boxes, strict=True))
    found = Field(page=1, box=(0.2, 0.05, 0.6, 0.08), confidence=0.9, text=head, value=head)
    assert with_its_marks(found, Document((Page(1, lines),))).value == name


@pytest.mark.parametrize(
    ("head", "name"),
    [("มลนิธิดอนงาม", "มูลนิธิดอนงาม"), ("สานักงานดอนงาม", "สำนักงานดอนงาม"), ("ดอนงาม", "ดอนงาม")],
)
def test_the_word_for_an_office_takes_its_marks(head: str, name: str) -> None:
    found = Field(page=1, box=(0.2, 0.05, 0.6, 0.08), confidence=0.9, text=head, value=head)
    assert with_its_first_word(found).value == name
