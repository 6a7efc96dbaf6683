"""The name over a list, behind a duty of the committee above that reaches the margin."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.committee.read import read_committees
from pipeline.models import Document

_ABOVE = [
    [(0.4, "คำสั่งเทศบาลตัวอย่าง")],
    [(0.4, "ที่ ๗/๒๕๖๗")],
    [(0.3, "เรื่อง แต่งตั้งคณะกรรมการจัดงาน")],
    [],
    [(0.2, "เพื่อให้การจัดงานประจำปีของเทศบาลตัวอย่างเป็นไปด้วยความเรียบร้อย จึงแต่งตั้งคณะกรรมการ ดังนี้")],
    [(0.2, "คณะกรรมการอำนวยการ ประกอบด้วย")],
    [(0.2, "๑. นายเอก มั่นคง"), (0.72, "ประธานกรรมการ")],
    [(0.2, "๒. นางโท แสนดี"), (0.72, "กรรมการ")],
]
_SECOND = [
    [(0.2, "๑. นายตรี ใจเย็น"), (0.72, "{}")],
    [(0.2, "๒. นางสาวแก้ว ใจดี"), (0.72, "{}")],
    [(0.4, "สั่ง ณ วันที่ ๑ มีนาคม พ.ศ. ๒๕๖๗")],
]


@pytest.mark.parametrize(
    ("duty", "heading", "roles", "name"),
    [
        (
            "(๒) ประสานหน่วยงานที่เกี่ยวข้องและแก้ไขปัญหาต่าง ๆ ที่เกิดขึ้นให้การจัดงานเป็นไปตามแผน",
            "คณะทำงานปฏิบัติการ ประกอบด้วย",
            ("หัวหน้าคณะทำงาน", "คณะทำงาน"),
            "คณะทำงานปฏิบัติการ",
        ),
        (
            "อำนาจและหน้าที่ ตรวจรับงานจ้างก่อสร้างให้เป็นไปตามแบบรูปรายการและสัญญาที่ทำไว้กับผู้รับจ้าง",
            "ผู้ควบคุมงาน",
            ("ผู้ควบคุมงาน", "ผู้ควบคุมงาน"),
            "ผู้ควบคุมงาน",
        ),
    ],
)
def test_the_name_begins_a_paragraph(
    scanned: Callable[..., Document], duty: str, heading: str, roles: tuple[str, str], name: str
) -> None:
    second = [
        [(left, text.format(role)) for left, text in row]
        for row, role in zip(_SECOND, (*roles, ""), strict=True)
    ]
    document = scanned([*_ABOVE, [(0.2, duty)], [(0.2, heading)], *second])
    first, other = read_committees(document)
    assert other.name == name
    assert all(heading not in one for one in first.duties)
