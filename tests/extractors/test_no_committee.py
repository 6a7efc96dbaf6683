"""Numbered tables in which nobody serves are no committees; those of the police are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.committee.read import read_committees
from extractors.obligations.rules import read_obligations
from pipeline.models import Document

_ABOVE = [[(0.4, "ประกาศเทศบาลตัวอย่าง")], [(0.3, "เรื่อง รายการจัดซื้อ")], []]


@pytest.mark.parametrize(
    "rows",
    [
        [
            [(0.2, "๑."), (0.26, "วัสดุสำนักงาน"), (0.6, "๙๐,๐๐๐"), (0.75, "เฉพาะเจาะจง")],
            [(0.2, "๒."), (0.26, "น้ำมันเชื้อเพลิง"), (0.6, "๗๐,๐๐๐"), (0.75, "เฉพาะเจาะจง")],
        ],
        [
            [(0.2, "๑."), (0.26, "นายเอก หนึ่งดี"), (0.6, "๖๖๐๐๐๓"), (0.75, "๘๗.๒๕")],
            [(0.2, "๒."), (0.26, "นางสาวโท สองดี"), (0.6, "๖๖๐๐๒๗"), (0.75, "๘๕.๐๐")],
        ],
    ],
)
def test_tables_of_goods_and_marks(
    scanned: Callable[..., Document], rows: list[list[tuple[float, str]]]
) -> None:
    assert read_committees(scanned([*_ABOVE, *rows])) == ()


def test_investigators_are_a_committee(scanned: Callable[..., Document]) -> None:
    rows = [
        [(0.4, "คำสั่งสถานีตำรวจตัวอย่าง")],
        [(0.4, "ที่ ๕/๒๕๖๗")],
        [(0.3, "เรื่อง แต่งตั้งคณะพนักงานสืบสวนสอบสวน")],
        [],
        [(0.2, "จึงแต่งตั้งคณะพนักงานสืบสวนสอบสวน ดังนี้")],
        [(0.2, "๑. พ.ต.อ.เอก หนึ่งดี"), (0.7, "หัวหน้าพนักงานสืบสวนสอบสวน")],
        [(0.2, "๒. พ.ต.ท.หญิง โท สองดี"), (0.7, "พนักงานสืบสวนสอบสวน")],
        [(0.4, "สั่ง ณ วันที่ ๑ มีนาคม พ.ศ. ๒๕๖๗")],
    ]
    (committee,) = read_committees(scanned(rows))
    assert committee.name == "คณะพนักงานสืบสวนสอบสวน"
    assert [member.role for member in committee.members] == ["chair", "member"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("จึงขอให้จัดส่งข้อมูลอัตรากำลังให้กองตัวอย่าง ภายในวันที่ ๓๐ พฤศจิกายน ๒๕๖๖", [("reply", "once")]),
        ("จึงขอให้จัดส่งข้อมูลน้ำฝนให้กองตัวอย่างทุกเดือน", [("report", "monthly")]),
        ("กรมขอแจ้งให้ทราบว่า จะปิดถนนในวันที่ ๓๐ พฤศจิกายน ๒๕๖๖", []),
        ("กรุณาส่งแบบตอบรับไปยังกองตัวอย่าง ภายในวันที่ ๓๐ พฤศจิกายน ๒๕๖๖", [("reply", "once")]),
    ],
)
def test_what_is_sent_and_what_is_only_told(
    typed: Callable[..., Document], body: str, expected: list[tuple[str, str]]
) -> None:
    letter = typed(
        "ที่ กข ๐๑๐๑/ว ๑\nเรื่อง ตัวอย่าง\nเรียน อธิบดีกรมตัวอย่าง\nด้วยกรมมีภารกิจ\n"
        f"{body}\nจึงเรียนมาเพื่อโปรดทราบ\nขอแสดงความนับถือ\n(นายเอก มั่นคง)"
    )
    found = read_obligations(letter, "external_letter", "2023-11-01")
    assert [(one.action, one.frequency) for one in found] == expected
