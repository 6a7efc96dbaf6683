"""Which line says what a paper is, and how far its title goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.kind import is_template, read_kind
from extractors.letterhead import read_date
from extractors.subject import read_subject
from pipeline.models import Document
from tests.extractors.print_shop import pages

FORM = """ชื่อผู้ขอ ........................ โทรศัพท์ ....................
~ลงชื่อ .................... ผู้ขอ
~(....................)"""


def _sheet(text: str) -> Document:
    return Document(tuple(pages(text)))


@pytest.mark.parametrize(
    ("top", "subject"),
    [
        (">>แบบ กค. ๓\n^ทะเบียนคุมการใช้รถยนต์ส่วนกลาง", "ทะเบียนคุมการใช้รถยนต์ส่วนกลาง"),
        ("(ตราคณะ)\tแบบ วศ.-๐๓\n^แบบขอใช้ห้องประชุม", "แบบขอใช้ห้องประชุม"),
        (">>แบบ ๘๗๐๘ - ท\n^ใบเบิกค่าใช้จ่ายในการเดินทาง", "ใบเบิกค่าใช้จ่ายในการเดินทาง"),
        (">>แบบ สท. ๑๑/๒\n^ใบรับแจ้งเอกสารหาย", "ใบรับแจ้งเอกสารหาย"),
        ("แบบ ทบ. ๔๐๐ - ๐๗\tเลขที่ ..../....\n^ใบเบิกวัสดุสำนักงาน", "ใบเบิกวัสดุสำนักงาน"),
    ],
)
def test_the_code_of_a_form_stands_over_its_title(top: str, subject: str) -> None:
    form = _sheet(f"{top}\n{FORM}")
    found = read_subject(form)
    assert (read_kind(form), is_template(form)) == ("form", True)
    assert found is not None
    assert found.value == subject


def test_the_code_of_a_form_stands_beside_its_title() -> None:
    """In the corner, on the row of the title, which goes on below."""
    sheet = _sheet(
        """@ 10 38
แบบ ตส. ๐๕\tรายงานผลการตรวจเยี่ยมตลาดสด
^ประจำเดือน มีนาคม พ.ศ. ๒๕๖๘
^เทศบาลตำบลดอนแก้ว
@ 12 40
|ลำดับ|ตลาด|
|๑|ตลาดเช้า|"""
    )
    found = read_subject(sheet)
    assert read_kind(sheet) == "report"
    assert found is not None
    assert found.value == "รายงานผลการตรวจเยี่ยมตลาดสด ประจำเดือน มีนาคม พ.ศ. 2568"


@pytest.mark.parametrize("corner", ["หส.ย ๓", "สวล. ๔/๑", "สิ่งที่ส่งมาด้วย ๒"])
def test_a_bare_code_or_a_label_stands_beside_the_title_of_a_form(corner: str) -> None:
    form = _sheet(f"@ 10 38\n{corner}\tแบบคำขอใช้ห้องประชุมของหอสมุด\n{FORM}")
    found = read_subject(form)
    assert read_kind(form) == "form"
    assert found is not None and found.value == "แบบคำขอใช้ห้องประชุมของหอสมุด"


def test_a_title_goes_on_on_the_row_of_a_code() -> None:
    form = _sheet(
        f"@ 10 38\nแบบคำขอใช้สนามกีฬากลางของเทศบาล\nประจำปีงบประมาณ พ.ศ. ๒๕๖๙\tท.ม.ส. 2\n{FORM}"
    )
    found = read_subject(form)
    assert found is not None
    assert found.value == "แบบคำขอใช้สนามกีฬากลางของเทศบาล ประจำปีงบประมาณ พ.ศ. 2569"


def test_a_plan_with_a_code_under_its_title_is_no_form() -> None:
    plan = """^แผนการจัดหาพัสดุ ประจำปีงบประมาณ พ.ศ. ๒๕๖๘
^กองช่าง เทศบาลตำบลดอนแก้ว
>>แบบ ผด. ๑
@ 12 40
|รายการ|กำหนดส่งมอบ|
|เครื่องตัดหญ้า|ม.ค. ๖๘|"""
    found = read_subject(_sheet(plan))
    assert read_kind(_sheet(plan)) == "other"
    assert found is not None
    assert found.value == "แผนการจัดหาพัสดุ ประจำปีงบประมาณ พ.ศ. 2568"


def test_minutes_may_bear_their_title_in_the_head_of_a_table() -> None:
    minutes = _sheet(
        """@ 12 38 76
|การท่าเรือชายฝั่ง|บันทึกการประชุมคณะกรรมการความปลอดภัย ครั้งที่ ๗/๒๕๖๘|FM-๐๑|
|วันที่ประชุม ๑๙ ก.ค. ๖๘|เวลา ๐๙.๐๐ น.|ห้องประชุม ๓|
วาระ ๑  สถิติอุบัติเหตุ ไม่มีอุบัติเหตุถึงขั้นหยุดงาน"""
    )
    subject, day = read_subject(minutes), read_date(minutes)
    assert read_kind(minutes) == "minutes"
    assert subject is not None
    assert subject.value == "บันทึกการประชุมคณะกรรมการความปลอดภัย ครั้งที่ 7/2568"
    assert day is not None
    assert day.value == "2025-07-19"


def test_the_heading_of_the_first_chapter_is_no_part_of_a_title() -> None:
    bylaw = """^ข้อบังคับสมาคมกีฬาเวียงคีรี
^พ.ศ. ๒๕๖๘
^หมวดที่ ๑
^ความทั่วไป
      ข้อ ๑  สมาคมนี้มีชื่อว่า “สมาคมกีฬาเวียงคีรี”"""
    found = read_subject(_sheet(bylaw))
    assert found is not None
    assert found.value == "ข้อบังคับสมาคมกีฬาเวียงคีรี พ.ศ. 2568"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("สัญญาการยืมเงิน", "form"),
        ("หนังสือค้ำประกัน", "form"),
        ("ขออนุญาตใช้รถส่วนกลาง", "form"),
        ("ใบรายงานตัว", "form"),
        ("บันทึกคำให้การ", "external_letter"),  # what somebody testifies is no form
    ],
)
def test_a_paper_in_which_somebody_says_who_he_is_is_a_form(name: str, kind: str) -> None:
    paper = _sheet(f"""^{name}
>วันที่ ๕ มีนาคม ๒๕๖๗
เรียน  ผู้อำนวยการวิทยาลัยดอนงาม
      ข้าพเจ้า นายเอก มั่นคง ตำแหน่ง ครู ขอแจ้งรายละเอียดข้างต้น
~(นายเอก มั่นคง)""")
    assert (read_kind(paper), is_template(paper)) == (kind, False)


def test_a_title_read_in_pieces_is_one(scanned: Callable[..., Document]) -> None:
    page = [
        [(0.25, "แบบแจ้งรายชื่อผู้เข้าค่ายลูกเสือ -"), (0.465, "เนตรนารี")],  # a word's space apart
        [(0.35, "โรงเรียน........................")],
        [(0.14, "ชื่อ - สกุล"), (0.6, "หมายเหตุ")],
    ]
    assert read_kind(scanned(page)) == "form"


def test_the_code_of_a_form_behind_its_title_is_no_part_of_the_subject() -> None:
    found = read_subject(_sheet("^ใบขอใช้รถยนต์ส่วนกลาง (แบบ ๓)\n" + FORM))
    assert found is not None and found.value == "ใบขอใช้รถยนต์ส่วนกลาง"


@pytest.mark.parametrize(
    "top",
    [
        ":5 ข่าวโรงพยาบาลดอนงาม",
        "ข่าวโรงพยาบาลดอนงาม\tประจำเดือนเมษายน",
        "ข่าวโรงพยาบาลดอนงาม\twww.donngam.example",
    ],
)
def test_news_under_the_remains_of_an_emblem_or_beside_its_month_or_address(top: str) -> None:
    sheet = _sheet(
        f"@ 14 60\n{top}\n^เปิดคลินิกใหม่ในตลาด\n      ๔ พฤศจิกายน ๒๕๖๘ - นายแพทย์เอก มั่นคง เปิดคลินิก"
    )
    found = read_date(sheet)
    assert read_kind(sheet) == "news"
    assert found is not None and found.value == "2025-11-04"
