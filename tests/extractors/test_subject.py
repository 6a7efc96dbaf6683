"""Subjects and titles: what belongs to them, and what only decorates the sheet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.issuer.read import read_issuer
from extractors.letterhead import read_date
from extractors.subject import read_subject
from extractors.subject_ends import end_of_counted, end_of_title
from pipeline.models import Box, Document, Line, Page
from tests.extractors.print_shop import pages


@pytest.mark.parametrize(
    "row",
    [
        "o o o o o o o",
        "๐๐๐๐๐๐๐",
        "* * * * * *",
        "* * *",
        "***",
        "---",
        "- - - o - - -",
        "๏ ๏ ๏ ๏",
        "๑ ๑ ๑ ๑ ๑ ๑",
        "๐ ๐ ๐",
        "-๏-๏-๏-",
        "× น × × ×",
        "× × ห × ห",
    ],
)
def test_a_row_of_rings_under_a_title_is_no_part_of_it(
    scanned: Callable[..., Document], row: str
) -> None:
    bylaw = [
        [(0.38, "เทศบัญญัติเทศบาลตำบลปากน้ำ")],
        [(0.36, "เรื่อง การระบายน้ำเสียจากแพปลา พ.ศ. ๒๕๖๗")],
        [(0.45, row)],
        [(0.26, "โดยที่เป็นการสมควรกำหนดหลักเกณฑ์การระบายน้ำเสียจากแพปลาลงสู่แม่น้ำ")],
    ]
    found = read_subject(scanned(bylaw))
    assert found is not None
    assert found.value == "เทศบัญญัติเทศบาลตำบลปากน้ำ เรื่อง การระบายน้ำเสียจากแพปลา พ.ศ. 2567"


def test_the_span_of_days_under_the_title_of_a_report_belongs_to_it_and_a_unit_ends_it() -> None:
    report = """^รายงานเหตุสาธารณภัย ประจำสัปดาห์ที่ ๒๘
^(ระหว่างวันที่ ๗ - ๑๓ กรกฎาคม ๒๕๖๘)
^งานป้องกันและบรรเทาสาธารณภัย เทศบาลเมืองคลองยาว
      มีเหตุเพลิงไหม้หญ้า ๑๔ ครั้ง"""
    found = read_subject(Document(tuple(pages(report))))
    assert found is not None
    told = "รายงานเหตุสาธารณภัย ประจำสัปดาห์ที่ 28"
    assert found.value.startswith(told)
    assert found.value.removeprefix(told).strip() == "(ระหว่างวันที่ 7 - 13 กรกฎาคม 2568)"


def test_a_purpose_below_the_rule_under_a_subject_begins_the_text() -> None:
    notice = """^ประกาศวิทยาลัยพยาบาลดอยผา
^เรื่อง  แต่งตั้งคณะกรรมการสอบสัมภาษณ์ผู้สมัครเข้าศึกษา
^_____________________
      เพื่อให้การสอบสัมภาษณ์เป็นไปด้วยความเรียบร้อย วิทยาลัยพยาบาลดอยผาจึงแต่งตั้งคณะกรรมการ ดังนี้"""
    found = read_subject(Document(tuple(pages(notice))))
    assert found is not None
    assert found.value == "แต่งตั้งคณะกรรมการสอบสัมภาษณ์ผู้สมัครเข้าศึกษา"


def test_the_day_of_an_order_below_its_subject_is_no_part_of_it() -> None:
    order = """^คำสั่งวิทยาลัยดอยผา
^ที่ ๑๒๗/๒๕๖๗
^เรื่อง แต่งตั้งคณะกรรมการประเมินผลการสอน
^สังกัดคณะวิทยาศาสตร์
^ลงวันที่ ๓ มกราคม ๒๕๖๗
      ตามข้อบังคับวิทยาลัย จึงแต่งตั้งคณะกรรมการดังกล่าว ประกอบด้วย"""
    found = read_subject(Document(tuple(pages(order))))
    assert found is not None
    assert found.value == "แต่งตั้งคณะกรรมการประเมินผลการสอนสังกัดคณะวิทยาศาสตร์"
    date = read_date(Document(tuple(pages(order))))
    assert date is not None and date.value == "2024-01-03"


@pytest.mark.parametrize(
    ("second", "text"),
    [
        ("วิทยาลัยดอยผา", "เพื่อให้เป็นไปตามมาตรา ๔๗ แห่งพระราชบัญญัติการศึกษา พ.ศ. ๒๕๔๕"),
        ("ในการสอบคัดเลือกบุคคลเข้าศึกษาต่อในหลักสูตรพยาบาล ประจำปีการศึกษา ๒๕๖๗", "ตามที่ประกาศไว้"),
    ],
)
def test_a_second_line_in_the_middle_and_the_text_below_it(second: str, text: str) -> None:
    notice = f"""^ประกาศวิทยาลัยดอยผา
^เรื่อง รายชื่อผู้มีสิทธิเข้ารับการสัมภาษณ์
^{second}
      {text}
@ 20 40
๖๗๐๐๑\tนายเอก มั่นคง
๖๗๐๐๒\tนางโท แสนดี"""
    found = read_subject(Document(tuple(pages(notice))))
    assert found is not None
    assert found.value == f"รายชื่อผู้มีสิทธิเข้ารับการสัมภาษณ์{second}".replace("๒๕๖๗", "2567")


STATED = """^แถลงการณ์สภาทนายความจังหวัดดอยงาม
^คัดค้านการย้ายที่ทำการศาล
      สภาทนายความจังหวัดดอยงามขอคัดค้านการย้ายที่ทำการศาลออกนอกเมือง เพราะประชาชนเดินทางลำบาก
^๙ พฤษภาคม ๒๕๖๗"""
ADVICE = """^คำแนะนำการปฏิบัติตนก่อนผ่าตัด
^งานห้องผ่าตัด โรงพยาบาลดอยงาม
      ๑. งดน้ำและอาหารหลังเที่ยงคืน"""


@pytest.mark.parametrize(
    ("text", "subject", "office"),
    [
        (STATED, "คัดค้านการย้ายที่ทำการศาล", "สภาทนายความจังหวัดดอยงาม"),
        (ADVICE, "คำแนะนำการปฏิบัติตนก่อนผ่าตัด", "งานห้องผ่าตัด โรงพยาบาลดอยงาม"),
    ],
    ids=["a statement without เรื่อง", "a sheet of a unit that leads its office"],
)
def test_the_matter_and_the_office_stand_on_lines_of_their_own(
    text: str, subject: str, office: str
) -> None:
    document = Document(tuple(pages(text)))
    about, whose = read_subject(document), read_issuer(document)
    assert about is not None
    assert about.value == subject
    assert whose is not None
    assert whose.value == office


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        (
            "^รายงานการประชุมคณะทำงาน\n^ครั้งที่ ๔/๒๕๖๖  วันที่ ๒๔ สิงหาคม ๒๕๖๖",
            "รายงานการประชุมคณะทำงาน ครั้งที่ 4/2566",
        ),
        (
            "^ระเบียบวาระการประชุมคณะทำงาน\n^ครั้งที่ ๓/๒๕๖๗\n^วันพุธที่ ๒๗ มีนาคม ๒๕๖๗",
            "ระเบียบวาระการประชุมคณะทำงาน ครั้งที่ 3/2567",
        ),
    ],
    ids=["minutes", "an agenda"],
)
def test_the_number_of_a_meeting_belongs_to_its_title_and_its_day_does_not(
    title: str, subject: str
) -> None:
    text = f"{title}\nระเบียบวาระที่ ๑   เรื่องประธานแจ้งให้ที่ประชุมทราบ\nระเบียบวาระที่ ๒   เรื่องอื่น ๆ"
    found = read_subject(Document(tuple(pages(text))))
    assert found is not None
    assert found.value == subject


def test_the_address_right_in_the_band_over_news_hides_no_headline(
    scanned: Callable[..., Document],
) -> None:
    news = [
        [(0.7, "มหาวิทยาลัยดอนงาม")],
        [(0.15, "ข่าวมหาวิทยาลัย")],
        [(0.7, "ริมคลองใหญ่ อำเภอดอนงาม")],
        [(0.75, "๖ ตุลาคม ๒๕๖๘")],
        [(0.15, "นักเรียนช่างดอนงามคว้าเหรียญทอง")],
        [(0.15, "ประกวดหุ่นยนต์กู้ภัย")],
        [(0.26, "ทีมหุ่นยนต์ของมหาวิทยาลัยดอนงามได้รับรางวัลเหรียญทองจากการประกวดหุ่นยนต์กู้ภัยระดับนักศึกษา")],
        [(0.15, "ซึ่งจัดขึ้นเมื่อวันที่ ๔ ตุลาคม ๒๕๖๘ มีสถาบันเข้าร่วมประกวดทั้งสิ้น ๒๖ สถาบันจากทั่วประเทศ")],
    ]
    found = read_subject(scanned(news))
    assert found is not None
    assert found.value == "นักเรียนช่างดอนงามคว้าเหรียญทอง ประกวดหุ่นยนต์กู้ภัย"


@pytest.mark.parametrize(
    "second",
    ["๒.๔ หมื่นไร่ทั่วลุ่มน้ำดอนงาม", "๑,๒๐๐ ครัวเรือนก่อนถึงฤดูฝน", "๙.๕๐ ล้านบาทฟื้นคลองเก่า"],
)
def test_a_headline_may_go_on_with_a_figure(scanned: Callable[..., Document], second: str) -> None:
    news = [
        [(0.40, "ข่าวประชาสัมพันธ์")],
        [(0.75, "๖ ตุลาคม ๒๕๖๘")],
        [(0.33, "ดอนงามเริ่มส่งน้ำช่วยชาวนาเป็นวงกว้าง")],
        [(0.35, second)],
        [(0.26, "นายเอก มั่นคง เปิดเผยว่าปีนี้น้ำในอ่างมีมากกว่าปีก่อน จึงเริ่มส่งน้ำให้ชาวนาได้ตามกำหนด")],
        [(0.15, "ทั้งนี้ จะส่งน้ำเป็นรอบ รอบละสิบวัน จนกว่าจะเก็บเกี่ยวแล้วเสร็จทั้งหมดในทุกพื้นที่ของโครงการ")],
    ]
    found = read_subject(scanned(news))
    assert found is not None
    assert found.value.startswith("ดอนงามเริ่มส่งน้ำช่วยชาวนาเป็นวงกว้าง ")


def test_the_number_of_a_form_under_its_title_is_no_part_of_it() -> None:
    text = """^ใบสมัครสมาชิกสามัญ
^เลขที่ ๑๐๗/๒๕๖๗
>วันที่ ๓ กรกฎาคม ๒๕๖๗
เรียน  นายกสมาคมดอนงาม
      ข้าพเจ้า นายเอก มั่นคง"""
    found = read_subject(Document(tuple(pages(text))))
    assert found is not None
    assert found.value == "ใบสมัครสมาชิกสามัญ"


def test_a_headline_that_fills_its_row_is_larger_than_the_text_below() -> None:
    """An office begins it, as the name in the band over it does."""
    texts = [
        (0.24, 0.06, 0.021, "ข่าวคณะดนตรีดอนงาม"),
        (0.24, 0.09, 0.016, "มหาวิทยาลัยริมโขง"),
        (0.75, 0.13, 0.016, "๑๕ พฤษภาคม ๒๕๖๘"),
        (0.12, 0.16, 0.022, "คณะดนตรีฯ บรรเลงเพลงพื้นบ้านกลางลำน้ำเป็นครั้งแรกในรอบสิบปี"),
        (0.24, 0.20, 0.016, "วงดนตรีของคณะได้บรรเลงเพลงพื้นบ้านบนแพกลางน้ำให้ประชาชนได้ชม"),
        (0.12, 0.22, 0.016, "โดยไม่เก็บค่าเข้าชมแต่อย่างใด"),
        (0.24, 0.25, 0.016, "ผู้สนใจจองที่นั่งได้ที่คณะในวันและเวลาราชการ"),
    ]
    lines = tuple(
        Line(text, 1, Box(left, top, 0.88 if len(text) > 45 else 0.5, top + high), 1.0)
        for left, top, high, text in texts
    )
    found = read_subject(Document((Page(1, lines, origin="text_layer"),)))
    assert found is not None
    assert found.value == texts[3][3]


@pytest.mark.parametrize("sign", ["๐ ๐ ๐", "๑ ๑ ๑ ๑ ๑", "* * *"])
def test_three_signs_alike_under_a_subject_that_ends_in_a_figure_are_none_of_it(
    scanned: Callable[..., Document], sign: str
) -> None:
    notice = [
        [(0.4, "ประกาศเทศบาลตำบลดอนงาม")],
        [(0.34, "เรื่อง ปิดซอยริมน้ำ แยก ๑๒")],
        [(0.48, sign)],
        [(0.26, "ด้วยเทศบาลตำบลดอนงามจะปรับปรุงท่อระบายน้ำบริเวณซอยริมน้ำ จึงปิดซอย")],
    ]
    found = read_subject(scanned(notice))
    assert found is not None and found.value == "ปิดซอยริมน้ำ แยก 12"


def test_the_code_of_a_form_with_a_fleck_behind_it_is_no_part_of_its_title() -> None:
    assert end_of_title("แบบรับรองรายงาน (แบบ กก. ๐๒) .") == len("แบบรับรองรายงาน")


def test_a_meeting_ends_its_title_though_a_mark_of_its_day_was_not_read() -> None:
    title = "รายงานการประชุมภาควิชา ครั้งที่ 4/2568 เมือวันที่ 22 เมษายน 2568"
    assert title[: end_of_counted(title)].rstrip() == "รายงานการประชุมภาควิชา ครั้งที่ 4/2568"
