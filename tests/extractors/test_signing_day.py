"""The day beneath, beside, or under the last of those who sign."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.letterhead import read_date
from extractors.signatory import read_signatory
from extractors.signing_day import signing_day
from pipeline.models import Box, Document, Line, Stamp
from tests.extractors.print_shop import pages

TEXT = "^รายงานผลการสอบข้อเท็จจริง\n      รถยนต์ของทางราชการชนเสาไฟฟ้าเมื่อวันที่ ๑ มีนาคม ๒๕๖๗\n"
BENEATH = "~(นายเอก มั่นคง)\n~นิติกรชำนาญการ\n~วัน/เดือน/ปี  ๕ เม.ย. ๒๕๖๗"
BESIDE = """@ 14 56
ลายมือชื่อ  เอก มั่นคง  ผู้ยืม	วันที่ ๕ เมษายน ๒๕๖๗
(นายเอก มั่นคง)"""
COMMITTEE = """~(ลงชื่อ)                     ประธานกรรมการ
~(นายเอก มั่นคง)
~(ลงชื่อ)                     กรรมการ
~(นางโท ใจดี)
~(ลงชื่อ)                     กรรมการและเลขานุการ
~(นายตรี ใจงาม)
~วันที่ ๕ เมษายน ๒๕๖๗"""
OVER = "~วันที่ ๕ เมษายน ๒๕๖๗\n\n~(นายเอก มั่นคง)\n~นิติกรชำนาญการ"
ANOTHERS = """~(นายเอก มั่นคง)
~นิติกรชำนาญการ
ความเห็นของผู้บังคับบัญชา  เห็นควรดำเนินการ
ทราบ
~(นางโท ใจดี)
~ผู้อำนวยการกองกฎหมาย
~๖ เมษายน ๒๕๖๗"""


@pytest.mark.parametrize(
    ("signed", "day"),
    [
        (BENEATH, "2024-04-05"),
        (BESIDE, "2024-04-05"),
        (COMMITTEE, "2024-04-05"),
        (OVER, "2024-04-05"),
        (ANOTHERS, None),
    ],
    ids=["beneath", "beside", "of a committee", "over it", "of who approves"],
)
def test_the_day_of_the_first_signature(signed: str, day: str | None) -> None:
    found = signing_day(Document(tuple(pages(TEXT + signed))))
    assert (found and found.value) == day


def test_a_day_pressed_under_the_post_of_who_signs_first() -> None:
    page = pages(TEXT + "~(นายเอก มั่นคง)\n~นิติกรชำนาญการ")[0]
    post = page.lines[-1].box
    box = Box(post.left, post.bottom + 0.01, post.right, post.bottom + 0.03)
    day = Stamp(1, box, (Line("๕ เม.ย. ๒๕๖๗", 1, box, 0.93),))
    found = signing_day(Document((replace(page, stamps=(day,)),)))
    assert found is not None and found.value == "2024-04-05"


def test_the_day_under_who_drew_up_a_list_is_its_date() -> None:
    sheet = Document(
        tuple(
            pages(
                """^บัญชีรายชื่อสมาชิกที่ค้างชำระ
^กองช่าง เทศบาลตำบลดอนงาม
@ 14 30 60 75
ลำดับ	ชื่อ	หมู่ที่	เดือน
๑	นายเอก มั่นคง	๑	๓
๒	นางโท ใจดี	๒	๕
@ 56 80
ลงชื่อ	ผู้จัดทำ
~(นายตรี ใจงาม)
~เจ้าพนักงานธุรการ
~วันที่ ๒๐ พฤษภาคม ๒๕๖๗"""
            )
        )
    )
    date, signed = read_date(sheet), read_signatory(sheet)
    assert date is not None and date.value == "2024-05-20"
    assert signed is not None and signed.name == "นายตรี ใจงาม"
