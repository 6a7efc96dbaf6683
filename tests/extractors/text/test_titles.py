"""The words by which a title tells its kind."""

from __future__ import annotations

import pytest

from extractors.text.titles import title_kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("บันทึกรายงานการประชุมประจำเดือน", "minutes"),
        ("(ร่าง) รายงานการประชุมคณะกรรมการ", "minutes"),
        ("สพป.ดอนงาม เขต ๒ นิวส์", "news"),
        ("ใบสำคัญรับรองการตรวจเรือ", "certificate"),
        ("ใบสำคัญรับเงิน", "form"),
        ("อนุโมทนาบัตร", "certificate"),
        ("เกียรติบัตรฉบับนี้ให้ไว้เพื่อแสดงว่า", None),
        ("คำแถลงข่าวธนาคารดอนงาม", "statement"),
        ("สถิติอุบัติเหตุทางถนนรายเดือน ปี ๒๕๖๘", "report"),
        ("ระเบียบวาระการประชุม", None),
        ("“ข่าวเร็ว ข่าวลึก”", None),  # under the name of a newspaper
    ],
)
def test_a_title_tells_its_kind(title: str, kind: str | None) -> None:
    assert title_kind(title) == kind
