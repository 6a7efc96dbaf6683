"""The issuer in the band over news, over or under the title of a list, over the name on a deed."""

from __future__ import annotations

import pytest

from extractors.issuer.read import read_issuer
from extractors.subject import read_subject
from pipeline.models import Document
from tests.extractors.print_shop import pages

BAND = """^สพป.ดอนงาม เขต ๒ นิวส์
ปีที่ ๖ ฉบับที่ ๙๑	๑๘ ก.ค. ๖๗
^ผู้อำนวยการเยี่ยมโรงเรียนบนดอย
      เมื่อวานนี้ ผู้อำนวยการและคณะเดินทางไปเยี่ยมโรงเรียนบ้านดอยสูง เพื่อมอบอุปกรณ์การเรียนแก่นักเรียน"""
DESK = """>>ข่าวที่ ๑๗/๒๕๖๗
^ข่าวสำนักงานอัยการภูมิภาค
^กองประชาสัมพันธ์
^พฤหัสบดีที่ ๒๙ กุมภาพันธ์ ๒๕๖๗
หัวข้อข่าว  อัยการสัญจร ๑๒ อำเภอ
      รองโฆษกแถลงข่าวการจัดโครงการเผยแพร่ความรู้ทางกฎหมายแก่ประชาชน"""
RAID = """ข่าวกองบังคับการปราบปรามทางน้ำ	ข่าวที่ ๑๘ | ๙ ธันวาคม ๒๕๖๘
^ตำรวจน้ำทลายโกดังน้ำมันเถื่อนริมปากน้ำ
      วันนี้ เวลา ๑๐.๓๐ น. พลตำรวจตรี เอก ใจดี ผู้บังคับการ แถลงผลการตรวจค้นโกดังริมคลองปากน้ำ"""
LIST = """@ 14 80
หน่วยงาน : กองบำรุงทางเขตดอนงาม การรถไฟสายตะวันออก	หน้า 1/1
^บัญชีเครื่องกั้นถนนที่ปิดซ่อม ปีงบประมาณ 2568
| ลำดับ | ถนน | วันปิดซ่อม |
| 1 | ถนนเทศบาล 4 | 3 ก.พ. 68 |"""
TIMETABLE = """>>พิมพ์วันที่ 12/02/2567 10:44
^ตารางสอบปลายภาค ภาคการศึกษาที่ 2/2566
^คณะบริหารธุรกิจ สถาบันเทคโนโลยีดอนงาม
| วันสอบ | รายวิชา |
| 4 มี.ค. 67 | การบัญชีขั้นกลาง |"""
DEED = """^แบบ ท.ว.ช. ๒
^หนังสือสำคัญแสดงการจดทะเบียนวิสาหกิจชุมชน
      หนังสือฉบับนี้ให้ไว้เพื่อแสดงว่า กลุ่มแปรรูปปลาส้มบ้านดอน ได้จดทะเบียนแล้ว
      ออกให้ ณ วันที่ ๘ เดือน กุมภาพันธ์ พ.ศ. ๒๕๖๗
      สำนักงานเกษตรอำเภอดอนงาม
~(นางสาวโท ใจดี)
~เกษตรอำเภอดอนงาม"""

STATEMENT = """^แถลงการณ์กรมการแพทย์ดอนงาม
^กระทรวงสุขภาพ
เรื่อง  ข่าวลือเรื่องยาสมุนไพร
      กรมการแพทย์ดอนงามขอแถลงข้อเท็จจริง ดังนี้"""


@pytest.mark.parametrize(
    ("text", "issuer", "subject"),
    [
        (BAND, "สพป.ดอนงาม เขต 2", "ผู้อำนวยการเยี่ยมโรงเรียนบนดอย"),
        (DESK, "สำนักงานอัยการภูมิภาค", "อัยการสัญจร 12 อำเภอ"),
        (RAID, "กองบังคับการปราบปรามทางน้ำ", "ตำรวจน้ำทลายโกดังน้ำมันเถื่อนริมปากน้ำ"),
        (
            LIST,
            "กองบำรุงทางเขตดอนงาม การรถไฟสายตะวันออก",
            "บัญชีเครื่องกั้นถนนที่ปิดซ่อม ปีงบประมาณ 2568",
        ),
        (TIMETABLE, "คณะบริหารธุรกิจ สถาบันเทคโนโลยีดอนงาม", "ตารางสอบปลายภาค ภาคการศึกษาที่ 2/2566"),
        (DEED, "สำนักงานเกษตรอำเภอดอนงาม", None),
        (STATEMENT, "กรมการแพทย์ดอนงาม", "ข่าวลือเรื่องยาสมุนไพร"),
    ],
    ids=[
        "a band of news",
        "over the desk",
        "beside an issue",
        "over a list",
        "under a title",
        "over a name",
        "its ministry below it",
    ],
)
def test_whose_a_paper_is_and_what_about(text: str, issuer: str, subject: str | None) -> None:
    document = Document(tuple(pages(text)))
    whose, about = read_issuer(document), read_subject(document)
    assert whose is not None
    assert whose.value == issuer
    assert (about and about.value) == subject


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("^คำสั่งคณะกรรมการจัดงาน\n^กาชาดดอนงาม\n^จังหวัดน่าน", "คณะกรรมการจัดงานกาชาดดอนงามจังหวัดน่าน"),
        ("^คำสั่งโรงเรียนดอนงามวิทยา\n^แผนกสามัญศึกษา", "โรงเรียนดอนงามวิทยา แผนกสามัญศึกษา"),
        ("^คำสั่งเทศบาลตำบลดอนงาม\n^จังหวัดน่าน", "เทศบาลตำบลดอนงาม"),
        ("DN\tคำสั่งสมาคมเรือพายดอนงาม", "สมาคมเรือพายดอนงาม"),
    ],
    ids=["its province", "a division", "the province of a town", "letters of an emblem beside it"],
)
def test_titles_of_orders_over_several_lines(title: str, issuer: str) -> None:
    order = (
        f"{title}\n^ที่ ๔/๒๕๖๗\n^เรื่อง แต่งตั้งผู้ดูแล\n      เพื่อให้เป็นไปด้วยความเรียบร้อย จึงแต่งตั้งผู้ดูแล"
        "\n^สั่ง ณ วันที่ ๑๑ มกราคม พ.ศ. ๒๕๖๗\n\n~(นายเอก มั่นคง)\n~ประธาน"
    )
    found = read_issuer(Document(tuple(pages(order))))
    assert found is not None
    assert found.value == issuer


@pytest.mark.parametrize("below", ["ในพระอุปถัมภ์", "ในพระบรมราชูปถัมภ์", "ในพระราชูปถัมภ์"])
def test_who_patronises_an_association_belongs_to_its_name(below: str) -> None:
    text = f"""^คำสั่งสมาคมดอนงาม
^{below}
>>ที่ ๑๒/๒๕๖๗
^เรื่อง แต่งตั้งผู้ฝึกสอน
      ให้ทุกฝ่ายถือปฏิบัติตามนี้
^สั่ง ณ วันที่ ๒๖ กรกฎาคม ๒๕๖๗
~(นายเอก มั่นคง)
~นายกสมาคม"""
    found = read_issuer(Document(tuple(pages(text))))
    assert found is not None
    assert found.value == f"สมาคมดอนงาม {below}"
