"""Where the name of a committee stands: over its table, below the duties of the one before."""

from __future__ import annotations

from collections.abc import Callable

from extractors.committee import read_committees
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
