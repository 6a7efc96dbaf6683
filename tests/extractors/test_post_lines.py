"""What stands under a name at the foot of a paper, and which of it is the post."""

from __future__ import annotations

import pytest

from extractors.describe import read_record
from pipeline.models import Document
from tests.extractors.print_shop import pages

STAFF = """^ใบสมัครเข้ารับการคัดเลือก
>วันที่ ๒๒ พฤษภาคม ๒๕๖๗
      ข้าพเจ้า นายเอก มั่นคง ขอสมัครเป็นพนักงานเปล
>ลงชื่อ เอก มั่นคง ผู้สมัคร
>(นายเอก มั่นคง)
@ 16 56
เจ้าหน้าที่รับสมัคร	เจ้าหน้าที่ตรวจคุณสมบัติ
(นางโท ใจดี)	(นางสาวตรี ใจงาม)"""
NUMBERED = """^วิทยาลัยดอนงาม
^ขอมอบเกียรติบัตรฉบับนี้ให้ไว้เพื่อแสดงว่า
^นายตรี ใจงาม
^ให้ไว้ ณ วันที่ ๒๒ ธันวาคม ๒๕๖๖
@ 14 56
(นายเอก มั่นคง)	(นางโท ใจดี)
ประธานกรรมการ	ผู้อำนวยการวิทยาลัยดอนงาม
เลขที่ ๐๙๙/๒๕๖๖"""
RANKS = """^วิทยาลัยดอนงาม
^ขอมอบเกียรติบัตรฉบับนี้ให้ไว้เพื่อแสดงว่า
^นายตรี ใจงาม
^ให้ไว้ ณ วันที่ ๒๒ ธันวาคม ๒๕๖๖
@ 14 56
พันเอก	พันโท
(เอก มั่นคง)	(โท ใจดี)
ผู้อำนวยการ	รองผู้อำนวยการ"""
MAKER = """^รายชื่อนักเรียนทุน ประจำปี ๒๕๖๗
๑. เด็กชายตรี ใจงาม
~ร.ต.อ.เอก มั่นคง
~(เอก มั่นคง)
~สารวัตร
~ผู้จัดทำบัญชี"""
PARTY = """^คำร้อง
>วันที่ ๑๘ เดือน เมษายน พุทธศักราช ๒๕๖๗
      ข้าพเจ้า นายเอก มั่นคง จำเลย ขอยื่นคำร้องขอเลื่อนคดี
~ลงชื่อ เอก มั่นคง จำเลย"""


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        (STAFF, "นายเอก มั่นคง", None),
        (NUMBERED, "นายเอก มั่นคง", "ประธานกรรมการ"),
        (RANKS, "พันเอก เอก มั่นคง", "ผู้อำนวยการ"),
        (MAKER, "ร.ต.อ.เอก มั่นคง", "สารวัตร"),
        (PARTY, "เอก มั่นคง", None),
    ],
    ids=["over others", "a number below", "ranks in a row", "the maker", "written alone"],
)
def test_the_name_and_the_post(text: str, name: str, post: str | None) -> None:
    signed = read_record(Document(tuple(pages(text)))).signatory
    assert signed is not None
    assert (signed.name, signed.position) == (name, post)
