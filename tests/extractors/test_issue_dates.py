"""Where papers that are no letters tell the day on which they were given out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.issuer.read import read_issuer
from extractors.kind import read_kind
from extractors.letterhead import read_date
from extractors.subject import read_subject
from pipeline.models import Box, Document, Line, Stamp
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


def test_a_day_in_a_piece_of_a_row_of_text_is_not_the_day_of_news(
    scanned: Callable[..., Document],
) -> None:
    news = scanned(
        [
            [(0.36, "ข่าวสำนักงานวัฒนธรรมจังหวัดน่าน")],
            [(0.45, "ข่าวที่ ๑๗/๒๕๖๘")],
            [(0.3, "เรื่อง เปิดพิพิธภัณฑ์ยามค่ำ")],
            [(0.26, "สำนักงานวัฒนธรรมจังหวัดน่านร่วมกับเทศบาลเมืองน่าน จัดกิจกรรมพิพิธภัณฑ์ยามค่ำริมน้ำน่าน")],
            [
                (0.14, "ระหว่างวันที่ ๑๙ -"),
                (0.28, "๒๑ ธันวาคม ๒๕๖๘ เวลา ๑๗.๐๐"),
                (0.5, "- ๒๑.๐๐ น. ณ จวนผู้ว่าราชการจังหวัดหลังเก่า และหอนาฬิกา"),
            ],
            [],
            [(0.6, "สำนักงานวัฒนธรรมจังหวัดน่าน")],
            [(0.65, "๘ ธันวาคม ๒๕๖๘")],
        ]
    )
    date, issuer = read_date(news), read_issuer(news)
    assert date is not None and issuer is not None
    assert (date.value, issuer.value) == ("2025-12-08", "สำนักงานวัฒนธรรมจังหวัดน่าน")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "^แถลงการณ์หอการค้าจังหวัดน่าน\n^เรื่อง ราคาลำไย\n      หอการค้าขอแถลงให้ทราบว่าราคาไม่เป็นธรรม\n"
            "^น่าน ๑๙ กุมภาพันธ์ ๒๕๖๗\n>(นายเอก มั่นคง)\n>ประธานหอการค้าจังหวัดน่าน",
            "2024-02-19",
        ),
        (
            "^จดหมายข่าวโรงเรียนบ้านดอนงาม\n^ปีที่ ๙ ฉบับที่ ๓ ประจำวันที่ ๑ สิงหาคม ๒๕๖๗\n^ปลูกต้นไม้วันแม่\n"
            "      นักเรียนพร้อมผู้ปกครองร่วมปลูกต้นไม้ในสวนหลังอาคารเรียน",
            "2024-08-01",
        ),
    ],
    ids=["place and day over the name", "the year of a newsletter"],
)
def test_the_day_of_a_statement_and_of_a_newsletter(text: str, day: str) -> None:
    date = read_date(Document(tuple(pages(text))))
    assert date is not None
    assert date.value == day


def test_the_year_of_an_order_that_a_signature_crosses_is_told_by_its_other_days(
    scanned: Callable[..., Document],
) -> None:
    order = scanned(
        [
            [(0.36, "คำสั่งจังหวัดน่าน")],
            [(0.45, "ที่ ๘๔/๒๕๖๗")],
            [(0.3, "เรื่อง แต่งตั้งคณะทำงาน")],
            [(0.26, "จึงแต่งตั้งคณะทำงาน ทั้งนี้ ตั้งแต่วันที่ ๑ พฤศจิกายน ๒๕๖๗")],
            [(0.32, "สั่ง ณ วันที่ ๒๑ ตุลาคม พ.ศ. ๒๕๖")],
            [(0.5, "(นายตรี ใจงาม)")],
            [(0.48, "ผู้ว่าราชการจังหวัดน่าน")],
        ]
    )
    date = read_date(order)
    assert date is not None
    assert date.value == "2024-10-21"
    assert date.note is not None


def test_a_day_above_the_number_of_a_letter_is_that_of_its_receipt(
    scanned: Callable[..., Document],
) -> None:
    letter = scanned(
        [
            [(0.77, "21 ก.พ. 2567")],
            [(0.14, "ที่ นน ๐๐๒๑/ว ๔๒๗"), (0.64, "ศาลากลางจังหวัดน่าน")],
            [(0.53, "๑๙ กุมภาพันธ์ ๒๕๖๗")],
            [(0.14, "เรื่อง การช่วยเหลือประชาชน")],
            [(0.14, "เรียน นายอำเภอ ทุกอำเภอ")],
            [(0.26, "จังหวัดขอแจ้งแผนมาพร้อมหนังสือนี้")],
        ]
    )
    date = read_date(letter)
    assert date is not None
    assert date.value == "2024-02-19"


@pytest.mark.parametrize(
    ("row", "stamped", "date"),
    [
        ("สั่ง ณ วันที่ 2.", "21 มี.ค. 2568", "2025-03-21"),
        ("ประกาศ ณ วันที่", "๓ เมษายน ๒๕๖๘", "2025-04-03"),
        ("สั่ง ณ วันที่        มีนาคม ๒๕๖๘", "21 มี.ค. 2568", "2025-03-21"),
        ("สั่ง ณ วันที่ ๕ มีนาคม ๒๕๖๘", "21 มี.ค. 2568", "2025-03-05"),
    ],
    ids=["its stroke read as print", "alone", "over a printed month", "a printed day stands"],
)
def test_a_day_stamped_behind_its_words_at_the_end(row: str, stamped: str, date: str) -> None:
    head = "^คำสั่งโรงพยาบาลดอนงาม\n^ที่ ๑๒/๒๕๖๘\n^เรื่อง ย้ายเวร\n      ให้ทุกฝ่ายถือปฏิบัติ"
    page = pages(f"{head}\n>{row}\n~(นายเอก มั่นคง)")[0]
    at = next(line.box for line in page.lines if line.text.startswith(row[:10]))
    box = Box(at.right + 0.01, at.top - 0.003, at.right + 0.12, at.bottom)
    stamp = Stamp(1, box, (Line(stamped, 1, box, 0.9),))
    found = read_date(Document((replace(page, stamps=(stamp,)),)))
    assert found is not None
    assert found.value == date
