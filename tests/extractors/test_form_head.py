"""What was written into the head of a form: its day, its number, for whom it is, what about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.describe import read_record
from extractors.filled_form import is_left_blank
from extractors.form_head import form_day, form_number
from extractors.kind import is_template
from pipeline.models import Document
from tests.extractors.print_shop import pages

Make = Callable[..., Document]

REQUEST = """^คำร้องทั่วไป
>เขียนที่ โรงเรียนบ้านดอนงาม
>วันที่ ๓ เดือน พฤศจิกายน พ.ศ. ๒๕๖๖
เรื่อง  ขอให้ซ่อมไฟทาง
เรียน  นายกเทศมนตรีตำบลดอนงาม
      ข้าพเจ้า นายเอก มั่นคง ขอให้ซ่อมไฟทางหน้าโรงเรียน ซึ่งดับมาตั้งแต่วันที่ ๑ พฤศจิกายน ๒๕๖๖
~(นายเอก มั่นคง)     ผู้ยื่นคำร้อง
~(นางโท ใจดี)     ผู้รับเรื่อง
~๖ พ.ย. ๖๖"""


def _document(text: str) -> Document:
    return Document(tuple(pages(text)))


def test_a_filled_form_tells_what_was_written_into_it() -> None:
    record = read_record(_document(REQUEST))
    assert (record.kind, record.template) == ("form", False)
    assert record.date is not None
    assert record.date.value == "2023-11-03"
    assert record.subject is not None
    assert record.subject.value == "ขอให้ซ่อมไฟทาง"
    assert [one.value for one in record.recipients] == ["นายกเทศมนตรีตำบลดอนงาม"]
    assert record.signatory is not None
    assert (record.signatory.name, record.signatory.position) == ("นายเอก มั่นคง", None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("เขียนที่ บ้านเลขที่ ๙๑/๔  วันที่ ๕ มี.ค. ๖๗", "2024-03-05"),
        (">วันที่ยื่นคำขอ ๕ มีนาคม ๒๕๖๗", "2024-03-05"),
        ("^ข้อมูล ณ วันที่ ๕ มีนาคม ๒๕๖๗", None),
        ("วันครบกำหนด ๕ มีนาคม ๒๕๖๗", None),
        ("สัญญาเงินยืมเลขที่ บย.๑๑๒/๖๗  วันที่ ๕ มี.ค. ๖๗", None),
        ("^ประจำเดือน มีนาคม พ.ศ. ๒๕๖๗", None),
        ("@ 14 34 54 74\nเสาธง\tซื้อ\tร้านเอก\t๕ มีนาคม ๒๕๖๗", None),
    ],
    ids=[
        "beside the place",
        "filed on",
        "of its data",
        "due",
        "of a contract",
        "a month",
        "a cell",
    ],
)
def test_the_day_of_a_form_is_the_one_on_which_it_was_written(line: str, day: str | None) -> None:
    found = form_day(_document(f"^แบบรายงานการใช้น้ำ\n{line}\n๑. มิเตอร์ที่หนึ่ง"))
    assert (found and found.value) == day


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("เลขที่ บย. ๑๑/๒๕๖๗", "บย. 11/2567"),
        ("ที่อยู่  เลขที่ ๙๙/๑ หมู่ที่ ๓", None),
        ("เลขที่........../..........", None),
    ],
    ids=["of a contract", "of a house", "to be filled in"],
)
def test_the_number_of_a_form_stands_behind_its_word(line: str, number: str | None) -> None:
    found = form_number(_document(f"^สัญญาการยืมเงิน\n{line}\n      ข้าพเจ้า นายเอก มั่นคง"))
    assert (found and found.value) == number


def test_for_whom_a_blank_form_is_may_be_printed_on_it() -> None:
    blank = """^แบบขอใช้รถ
>วันที่........เดือน....................พ.ศ..........
เรียน  หัวหน้างานยานพาหนะ
      ข้าพเจ้า..................................ตำแหน่ง..............................หน่วย....................
~ลงชื่อ..............................ผู้ขอใช้รถ"""
    record = read_record(_document(blank))
    assert record.template
    assert (record.date, record.issuer, record.signatory) == (None, None, None)
    assert [one.value for one in record.recipients] == ["หัวหน้างานยานพาหนะ"]


def test_a_head_that_is_ruled_in_one_row_is_read_as_any_other() -> None:
    sheet = """| (ตรา) | ใบขออนุญาตใช้รถส่วนกลาง | วันที่ ๑๔ ก.ค. ๖๘ |
เรียน  หัวหน้าฝ่ายบริหารทั่วไป
      ข้าพเจ้า นายเอก มั่นคง ขออนุญาตใช้รถส่วนกลาง
~(นายเอก มั่นคง)"""
    document = _document(sheet)
    found = form_day(document)
    assert document.pages[0].tables
    assert found is not None and found.value == "2025-07-14"


LOAN = """@ 14 60
^สัญญาการยืมเงิน\tเลขที่ ๓๗/๒๕๖๘
ยื่นต่อ  นายกเทศมนตรีตำบลดอนงาม
      ข้าพเจ้า นายเอก มั่นคง มีความประสงค์ขอยืมเงิน ๒๕,๐๐๐ บาท และจะส่งใช้ภายใน ๓๐ วัน
ลายมือชื่อ....................ผู้ยืม
~(นายเอก มั่นคง)
เสนอ  ได้ตรวจสอบแล้ว เห็นควรให้ยืมได้ภายในวันที่ ๕ มีนาคม ๒๕๖๘
ลงชื่อ....................ผู้อนุมัติ"""


def test_a_contract_of_a_loan_is_a_form_and_asks_nobody_who_has_filled_it_in() -> None:
    record = read_record(_document(LOAN))
    assert (record.kind, record.obligations) == ("form", ())
    assert record.number is not None and record.number.value == "37/2568"
    assert [one.value for one in record.recipients] == ["นายกเทศมนตรีตำบลดอนงาม"]
    assert record.signatory is not None
    assert (record.signatory.name, record.signatory.position) == ("นายเอก มั่นคง", None)


def test_what_a_pen_adds_on_the_row_of_a_forms_subject_is_of_it(scanned: Make) -> None:
    leave = [
        [(0.35, "แบบใบลา")],
        [(0.5, "วันที่ ๑๑ กันยายน ๒๕๖๘")],
        [(0.12, "เรื่อง ขอลา"), (0.22, "กิจส่วนตัว")],
        [(0.12, "เรียน"), (0.2, "ผู้อำนวยการโรงเรียน"), (0.75, "ลับ")],
        [(0.24, "ข้าพเจ้า นายเอก มั่นคง ขอลากิจส่วนตัว")],
        [(0.55, "(นายเอก มั่นคง)")],
    ]
    record = read_record(scanned(leave))
    assert record.subject is not None and record.subject.value == "ขอลา กิจส่วนตัว"
    assert [one.value for one in record.recipients] == ["ผู้อำนวยการโรงเรียน"]


def test_words_here_and_there_in_another_ink_fill_a_form_in(scanned: Make, stamped: Make) -> None:
    blank = scanned(
        [
            [(0.35, "ใบขออนุญาตใช้รถ")],
            [(0.12, "เรียน ปลัดเทศบาล")],
            [
                (
                    0.24,
                    "ข้าพเจ้า................................ตำแหน่ง................................",
                )
            ],
            [(0.12, "ขออนุญาตใช้รถไป................................")],
        ]
    )
    pens = stamped(["นายเอก มั่นคง"], ["ครู"], ["ตลาดดอนงาม"]).pages[0].stamps
    filled = Document((replace(blank.pages[0], stamps=pens),))
    assert (is_template(blank), is_template(filled)) == (True, False)


def test_a_day_printed_for_all_fills_no_form() -> None:
    blank = """^แบบยืนยันยอดเงินฝาก
>>เขียนที่ ........................
>>วันที่ ....... เดือน ............ พ.ศ. ........
      ข้าพเจ้า ........................ ตำแหน่ง ..................... ได้
ตรวจสอบยอดเงินฝาก ณ วันที่ ๓๑ ธันวาคม ๒๕๖๗ แล้ว ขอยืนยันว่า
| เลขที่บัญชี | ประเภทบัญชี | ยอดคงเหลือ (บาท) |
| | | |
| | | |
~ลงชื่อ ........................ ผู้ยืนยันยอด"""
    assert is_template(Document(tuple(pages(blank))))


def test_labels_and_dots_of_a_row_that_a_scan_reads_apart_are_blanks(scanned: Make) -> None:
    rows: list[list[tuple[float, str]]] = [
        [(0.4, "แบบยืนยันยอดเงินฝาก")],
        [(0.53, "วันที่ .."), (0.63, ". เดือน .."), (0.79, ".. พ.ศ. .")],
        [(0.12, "เรียน ผู้จัดการธนาคาร")],
        [(0.24, "ตรวจสอบยอดเงินฝาก ณ วันที่ ๓๑ ธันวาคม ๒๕๖๗ แล้ว ขอยืนยันว่าถูกต้อง")],
        [(0.44, "ลงชื่อ .."), (0.72, ".. ผู้ยืนยันยอด")],
    ]
    assert is_left_blank(scanned(rows))
    rows[-1] = [(0.44, "ลงชื่อ .."), (0.55, "นายเอก มั่นคง"), (0.72, ".. ผู้ยืนยันยอด")]
    assert not is_left_blank(scanned(rows))


@pytest.mark.parametrize(
    ("corner", "number"),
    [("เล่มที่ ๗\nเลขที่ ๑๘", "18"), ("เล่มที่ ๗  เลขที่ ๐๑๘", "018"), ("เลขที่ ๑๘", None)],
)
def test_a_sheet_of_a_book_is_numbered_within_it(corner: str, number: str | None) -> None:
    receipt = f"""{corner}
^ใบรับเงินค่าธรรมเนียม
^การประปาเทศบาลดอนงาม
^วันที่ ๑๑ ตุลาคม ๒๕๖๔
      ได้รับเงินจาก นายเอก มั่นคง เป็นค่าย้ายมาตรวัดน้ำ
~(นางโท ใจดี)
~พนักงานการเงิน"""
    found = form_number(_document(receipt))
    assert (found.value if found else None) == number
