"""Where papers that are no letters tell the day on which they were given out."""

from __future__ import annotations

import pytest

from extractors.kind import read_kind
from extractors.letterhead import read_date
from extractors.subject import read_subject
from pipeline.models import Document
from tests.extractors.print_shop import pages

REPORT = """>>วันที่ ๕ เมษายน ๒๕๖๗
^รายงานผลการปฏิบัติงานประจำเดือนมีนาคม ๒๕๖๗
^ศูนย์พัฒนาเด็กเล็กบ้านดอย
      ๑. จำนวนเด็กทั้งหมด ๔๕ คน
~(นางตรี ใจงาม)
~ครูผู้ดูแลเด็ก"""
NEWS = """^ข่าวแจกสื่อมวลชน
^กรมวิชาการป่าชายเลน
เผยแพร่วันที่ ๓ กันยายน ๒๕๖๗	ครั้งที่ ๕๕/๒๕๖๗
^กรมวิชาการป่าชายเลนชวนปลูกป่า
      อธิบดีกรมวิชาการป่าชายเลนเปิดเผยว่า กรมได้จัดกิจกรรมปลูกป่าขึ้นในพื้นที่ ๒๔ จังหวัดชายฝั่งทะเล"""
STATEMENT = """^แถลงการณ์กระทรวงกิจการทะเล
^เรื่อง น้ำมันรั่วไหลในอ่าวดอยงาม
^๑๙ กุมภาพันธ์ ๒๕๖๗ เวลา ๑๘.๐๐ น.
      ๑. กระทรวงได้วางทุ่นกักน้ำมันแล้ว"""


@pytest.mark.parametrize(
    ("text", "kind", "day", "subject"),
    [
        (REPORT, "report", "2024-04-05", "รายงานผลการปฏิบัติงาน ประจำเดือนมีนาคม 2567"),
        (NEWS, "news", "2024-09-03", "กรมวิชาการป่าชายเลนชวนปลูกป่า"),
        (STATEMENT, "statement", "2024-02-19", "น้ำมันรั่วไหลในอ่าวดอยงาม"),
    ],
    ids=["over the title of a report", "behind เผยแพร่ in the band over news", "with the hour"],
)
def test_the_day_stands(text: str, kind: str, day: str, subject: str) -> None:
    document = Document(tuple(pages(text)))
    date, about = read_date(document), read_subject(document)
    assert read_kind(document) == kind
    assert date is not None
    assert date.value == day
    assert about is not None
    assert about.value == subject
