"""A memo that appoints a committee itself, and one that only puts names forward."""

from __future__ import annotations

import pytest

from extractors.describe import read_record
from pipeline.models import Document
from tests.extractors.print_shop import pages

_MEMO = """
^บันทึกข้อความ
ส่วนราชการ  สำนักงานเลขานุการ กรมตัวอย่าง
ที่  พน ๐๕๐๑/๙๓	วันที่  ๑๓ มิถุนายน ๒๕๖๖
เรื่อง  คณะทำงานจัดงานวันสถาปนา
เรียน  {recipient}
      ด้วยกรมตัวอย่างกำหนดจัดงานวันสถาปนา {sentence}
@ 16 62
๑. นายเอก ใจดี	ประธานคณะทำงาน
๒. ผู้อำนวยการกองแผนงาน	คณะทำงาน
๓. นางสาวโท ใจงาม	คณะทำงานและเลขานุการ
      จึงเรียนมาเพื่อ{closing}
~(นายตรี ใจกล้า)
~{post}
"""


@pytest.mark.parametrize(
    ("sentence", "closing", "named"),
    [
        ("จึงแต่งตั้งคณะทำงานจัดงานวันสถาปนา ประกอบด้วย", "ทราบ", ["คณะทำงานจัดงานวันสถาปนา"]),
        ("จึงขอเสนอแต่งตั้งคณะทำงานจัดงานวันสถาปนา ดังนี้", "โปรดพิจารณา", []),
        ("จึงขอแต่งตั้งคณะทำงานจัดงานวันสถาปนา ดังนี้", "โปรดพิจารณาลงนาม", []),
        ("กรมขอแต่งตั้งคณะทำงานจัดงานวันสถาปนา ดังนี้", "ทราบ", ["คณะทำงานจัดงานวันสถาปนา"]),
        ("ซึ่งกรมได้มีคำสั่งแต่งตั้งคณะทำงานแล้ว ดังนี้", "ทราบ", []),
    ],
)
def test_a_memo_appoints_only_where_it_says_so(
    sentence: str, closing: str, named: list[str]
) -> None:
    words = {"recipient": "ผู้อำนวยการทุกกอง", "post": "อธิบดีกรมตัวอย่าง"}
    memo = _MEMO.format(sentence=sentence, closing=closing, **words)
    record = read_record(Document(tuple(pages(memo))))
    assert [one.name for one in record.committees] == named


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("จึงให้กำลังพลต่อไปนี้ไปช่วยปฏิบัติราชการ ณ ศูนย์บรรเทาสาธารณภัย", 0),
        ("จึงแต่งตั้งคณะทำงานช่วยปฏิบัติราชการศูนย์บรรเทาสาธารณภัย ดังนี้", 1),
    ],
)
def test_an_order_that_posts_people_names_no_committee(sentence: str, named: int) -> None:
    order = f"""^คำสั่งกองพันทหารช่าง
^ที่ ๓๔/๒๕๖๙
^เรื่อง  ให้กำลังพลช่วยปฏิบัติราชการ
      เพื่อให้การช่วยเหลือประชาชนเป็นไปด้วยความรวดเร็ว {sentence}
| ลำดับ | ชื่อ | หน้าที่ |
| ๑ | ร้อยเอก เอก ใจดี | หัวหน้าชุดเครื่องจักร |
| ๒ | สิบเอก โท ใจงาม | พลขับรถขุด |
      สั่ง ณ วันที่ ๒๙ เมษายน พ.ศ. ๒๕๖๙
~(นายตรี ใจกล้า)"""
    assert len(read_record(Document(tuple(pages(order)))).committees) == named


@pytest.mark.parametrize(
    ("paper", "subject", "sentence", "named"),
    [
        ("คำสั่ง", "ให้ข้าราชการไปปฏิบัติราชการ", "จึงให้ข้าราชการต่อไปนี้ไปปฏิบัติราชการ", 0),
        ("คำสั่ง", "เลื่อนและแต่งตั้งข้าราชการ", "จึงเลื่อนและแต่งตั้งข้าราชการ ดังนี้", 0),
        ("คำสั่ง", "ให้เจ้าหน้าที่ปฏิบัติหน้าที่ประจำด่าน", "จึงให้เจ้าหน้าที่ต่อไปนี้ประจำด่าน", 0),
        ("คำสั่ง", "รักษาราชการแทนและแต่งตั้งคณะทำงาน", "จึงแต่งตั้งคณะทำงานประสานงาน ดังนี้", 1),
        ("ประกาศ", "รายชื่อผู้สมัครรับเลือกตั้ง", "ขอประกาศรายชื่อผู้สมัครเป็นกรรมการ ดังนี้", 0),
        ("ประกาศ", "รายชื่อกรรมการหมู่บ้าน", "ขอประกาศแต่งตั้งกรรมการหมู่บ้าน ดังนี้", 1),
    ],
)
def test_who_is_disposed_of_or_chosen_serves_on_no_committee(
    paper: str, subject: str, sentence: str, named: int
) -> None:
    text = f"""^{paper}อำเภอธารทอง
^เรื่อง  {subject}
      เพื่อประโยชน์ของทางราชการ {sentence}
@ 16 44 70
๑. นายเอก ใจดี	ปลัดอำเภอ	ประธานกรรมการ
๒. นางโท ใจงาม	นิติกร	กรรมการ
@ 14 56
      {paper.removeprefix("คำ")} ณ วันที่ ๕ มกราคม พ.ศ. ๒๕๖๗
~(นายตรี ใจกล้า)
~นายอำเภอธารทอง
"""
    assert len(read_record(Document(tuple(pages(text)))).committees) == named
