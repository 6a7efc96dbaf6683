"""Pages that lie behind a paper: a part of it, or a paper of their own."""

from __future__ import annotations

import pytest

from pipeline.packet.enclosed_pages import is_no_record
from pipeline.packet.page_rows import row_texts
from tests.extractors.print_shop import pages

_LETTER = """
ที่ ศธ ๐๔๐๐๑/๑๒\t> โรงเรียนบ้านนา
> ๕ มกราคม ๒๕๖๗
เรื่อง  ขอเชิญเป็นวิทยากร
เรียน  ผู้กำกับ
"""


@pytest.mark.parametrize(
    ("office", "part"),
    [
        ("โรงเรียนบ้านนา  ปีการศึกษา ๒๕๖๗", True),  # the letter's own, and a year behind its name
        ("โรงเรียนบ้านไร่ไกลกังวล", False),
    ],
)
def test_a_programme_that_names_another_issuer_is_a_paper_of_its_own(
    office: str, part: bool
) -> None:
    letter, programme = pages(
        f"{_LETTER}<<PAGE>>\n^กำหนดการอยู่ค่ายพักแรม\n^{office}\n๐๘.๐๐ น.  ลงทะเบียน\n๐๙.๐๐ น.  พิธีเปิด"
    )
    assert is_no_record([letter], programme, row_texts(programme)) is part


@pytest.mark.parametrize(
    ("foot", "part"),
    [
        (">พันตำรวจโท จิรายุ ผาแดง\n>สารวัตรงานจราจร ผู้รายงาน", False),
        (">หมายเหตุ รวมถนนสายรอง", True),
    ],
)
def test_a_table_that_somebody_reports_is_a_paper_of_its_own(foot: str, part: bool) -> None:
    letter, table = pages(
        f"{_LETTER}<<PAGE>>\n^สถิติอุบัติเหตุรายเดือน ปี ๒๕๖๘\n| เดือน | ครั้ง |\n| มกราคม | ๘๔ |\n{foot}"
    )
    assert is_no_record([letter], table, row_texts(table)) is part
