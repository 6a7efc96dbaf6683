"""Specks of worn paper in a list of members."""

from __future__ import annotations

from extractors.committee.read import read_committees
from tests.extractors.committee.test_committee import Make, rows


def test_specks_of_worn_paper_are_no_part_of_members(scanned: Make) -> None:
    document = scanned(
        [
            [(0.2, "จึงแต่งตั้งคณะกรรมการตรวจรับพัสดุ ประกอบด้วย")],
            [
                (0.12, "๑."),
                (0.16, "นายเอก"),
                (0.3, "- มั่นคง"),
                (0.5, "ปลัดอำเภอ,"),
                (0.75, "ประธานกรรมการ"),
            ],
            [(0.12, "๒,"), (0.16, "น่างสาวโท.แสนดี"), (0.5, "ครู"), (0.75, "กรรมการ .")],
            [(0.12, ". ๓. นายุตรี ใจเย็น"), (0.5, "ครู"), (0.75, "' กรรมการ")],
            [(0.12, "ต.๔ นางจัตวา งามตา"), (0.5, "ครู"), (0.75, "กรรมการ")],
            [(0.12, "๕;"), (0.16, "กำนันตำบลบางดี"), (0.75, "กรรมการและเลขานุการ")],
            [(0.2, "มีหน้าที่ตรวจรับพัสดุให้เป็นไปตามระเบียบ")],
            [(0.2, '" ให้ผู้ได้รับแต่งตั้งปฏิบัติหน้าที่ด้วยความอดทน')],
        ]
    )
    (committee,) = read_committees(document)
    assert rows(committee) == [
        (1, "นายเอก มั่นคง", "ปลัดอำเภอ", "chair"),
        (2, "นางสาวโท แสนดี", "ครู", "member"),
        (3, "นายตรี ใจเย็น", "ครู", "member"),
        (4, "นางจัตวา งามตา", "ครู", "member"),
        (5, None, "กำนันตำบลบางดี", "secretary"),
    ]
    assert committee.duties == ("ตรวจรับพัสดุให้เป็นไปตามระเบียบ",)
