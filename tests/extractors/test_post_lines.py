"""What stands under a name at the foot of a paper, and which of it is the post."""

from __future__ import annotations

import pytest

from extractors.describe import read_record
from extractors.post_lines import post_lines
from pipeline.models import Box, Document, Line
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

OFFICIALS = """^คำขอใช้สนามกีฬา
>วันที่ ๒๒ พฤษภาคม ๒๕๖๗
      ข้าพเจ้า นายเอก มั่นคง ขอใช้สนาม
>ลงชื่อ.............................ผู้ขอ
>(นายเอก มั่นคง)
@ 8 36 56
%s"""
NO_BRACKETS = """^คำขอใช้สนามกีฬา
>วันที่ ๒๒ พฤษภาคม ๒๕๖๗
      ข้าพเจ้า นายเอก มั่นคง ขอใช้สนาม
>ลงชื่อ.............................
>นายเอก มั่นคง
%s"""
WRITTEN_IN = """^รายงานผลการสำรวจแหล่งน้ำ
      พบคลองตื้นเขินสองแห่ง
~นายเอก มั่นคง
~ตำแหน่ง หัวหน้าฝ่ายจัดสรรน้ำ
~ผู้รายงาน"""
SPECK = """^คำสั่งสถานีดอนงาม
^ที่ ๑๒/๒๕๖๗
เรื่อง  แต่งตั้งเวร
      ให้ทุกฝ่ายถือปฏิบัติ
>สั่ง ณ วันที่ ๒๒ ธันวาคม ๒๕๖๖
~. พันตำรวจเอก
~(เอก มั่นคง)
~ผู้กำกับการ"""


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        (OFFICIALS % "สำหรับเจ้าหน้าที่\tตรวจแล้ว\tใช้ได้", "นายเอก มั่นคง", None),
        (OFFICIALS % "ส่วนที่ ๒ เฉพาะหน่วยงาน\tตรวจแล้ว\tว่าง", "นายเอก มั่นคง", None),
        (OFFICIALS % "ของเจ้าพนักงาน\t☐ ว่าง\tเจ้าหน้าที่", "นายเอก มั่นคง", None),
        (NO_BRACKETS % "", "นายเอก มั่นคง", None),
        (NO_BRACKETS % ">ตำแหน่ง ปลัดอำเภอ", "นายเอก มั่นคง", "ปลัดอำเภอ"),
        (WRITTEN_IN.replace("นายเอก มั่นคง", "('นายเอก มั่นคง)"), "นายเอก มั่นคง", "หัวหน้าฝ่ายจัดสรรน้ำ"),
        (WRITTEN_IN, "นายเอก มั่นคง", "หัวหน้าฝ่ายจัดสรรน้ำ"),
        (SPECK, "พันตำรวจเอก เอก มั่นคง", "ผู้กำกับการ"),
        (SPECK.replace(". พัน", "’ พัน"), "พันตำรวจเอก เอก มั่นคง", "ผู้กำกับการ"),
        (SPECK.replace(". พัน", "พ้น"), "พันตำรวจเอก เอก มั่นคง", "ผู้กำกับการ"),
        (SPECK.replace(". พันตำรวจเอก", "นาว่าอากาศเอก"), "นาวาอากาศเอก เอก มั่นคง", "ผู้กำกับการ"),
        (STAFF, "นายเอก มั่นคง", None),
        (NUMBERED, "นายเอก มั่นคง", "ประธานกรรมการ"),
        (RANKS, "พันเอก เอก มั่นคง", "ผู้อำนวยการ"),
        (MAKER, "ร.ต.อ.เอก มั่นคง", "สารวัตร"),
        (PARTY, "เอก มั่นคง", None),
    ],
    ids=[
        "officials below",
        "their part by number",
        "their boxes",
        "no brackets",
        "nor over a post",
        "a fleck in the bracket",
        "written into a form",
        "a speck before the rank",
        "a pen's end",
        "another mark in the rank",
        "one more mark",
        "over others",
        "a number below",
        "ranks in a row",
        "the maker",
        "written alone",
    ],
)
def test_the_name_and_the_post(text: str, name: str, post: str | None) -> None:
    signed = read_record(Document(tuple(pages(text)))).signatory
    assert signed is not None
    assert (signed.name, signed.position) == (name, post)


def test_what_stands_on_the_row_of_anothers_opinion_is_no_more_of_the_post() -> None:
    def at(text: str, left: float, top: float) -> Line:
        return Line(text, 1, Box(left, top, left + 0.012 * len(text), top + 0.013), 0.9)

    name = at("(นายเอก มั่นคง)", 0.56, 0.43)
    opinion = at("ความเห็นหัวหน้างานพัสดุ ใช้ห้องหมายเลข", 0.1, 0.5)
    lines = (at("ผู้ขอใช้ห้อง", 0.6, 0.46), opinion, at("พนักงานดูแลห้อง", 0.58, 0.5))
    assert [one.text for one in post_lines(lines, name, measured=True)] == ["ผู้ขอใช้ห้อง"]
