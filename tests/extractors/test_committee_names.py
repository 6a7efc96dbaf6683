"""Where the name of a committee stands: over its table, below the duties of the one before."""

from __future__ import annotations

from collections.abc import Callable

from extractors.committee.read import read_committees
from pipeline.models import Document

Make = Callable[..., Document]


def test_a_team_between_a_clause_and_its_table_names_the_table(typed: Make) -> None:
    document = typed(
        "จึงแต่งตั้งคณะทำงานความปลอดภัย ดังนี้\n๑. นายเอก มั่นคง\tหัวหน้าคณะทำงาน\n๒. นางโท แสนดี\tคณะทำงาน\n"
        "ให้คณะทำงานมีอำนาจหน้าที่\n๑) จัดทำแผน\n๒) รายงานทุกเดือน\nทีมระงับเหตุสารเคมี\n"
        "ลำดับ\tชื่อ - สกุล\tหน้าที่\n๑\tนายตรี ใจเย็น\tหัวหน้าทีม\n๒\tนายจัตวา พูนผล\tทีมงาน"
    )
    first, team = read_committees(document)
    assert first.duties == ("จัดทำแผน", "รายงานทุกเดือน")
    assert team.name == "ทีมระงับเหตุสารเคมี"


def test_a_list_close_under_the_duties_of_the_one_before(scanned: Make) -> None:
    document = scanned(
        [
            [(0.2, "จึงแต่งตั้งคณะกรรมการดังนี้")],
            [(0.12, "คณะกรรมการดำเนินงาน")],
            [(0.12, "นายเอก มั่นคง"), (0.42, "คณบดี"), (0.7, "ประธานกรรมการ")],
            [(0.12, "นางโท แสนดี"), (0.42, "อาจารย์"), (0.7, "กรรมการ")],
            [(0.12, "โดยมีหน้าที่")],
            [(0.24, "(๑) กำหนดหัวข้อหลักของการประชุม")],
            [(0.24, "(๒) เชิญวิทยากรทั้งในและต่างประเทศ")],
            [(0.12, "คณะอนุกรรมการฝ่ายวิชาการ")],
            [(0.12, "นายตรี ใจเย็น"), (0.7, "ประธานอนุกรรมการ")],
            [(0.12, "นางสาวจัตวา งามตา"), (0.7, "อนุกรรมการ")],
        ]
    )
    first, second = read_committees(document)
    assert first.duties == ("กำหนดหัวข้อหลักของการประชุม", "เชิญวิทยากรทั้งในและต่างประเทศ")
    assert second.name == "คณะอนุกรรมการฝ่ายวิชาการ"
    assert [member.name for member in second.members] == ["นายตรี ใจเย็น", "นางสาวจัตวา งามตา"]
