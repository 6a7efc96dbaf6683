"""A document's own number where the ink of it was read unsurely, or in pieces."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.letterhead import read_number
from pipeline.models import Box, Document, Line, Page
from pipeline.plain_text import page_from_text
from tests.extractors.print_shop import pages


def _number(text: str) -> str | None:
    found = read_number(Document(tuple(pages(text))))
    return found and found.value


def test_a_number_that_was_read_too_unsurely_for_print_is_told_and_doubted() -> None:
    page = page_from_text("เรื่อง ขอเชิญประชุม\nเรียน คณบดี\nด้วยคณะกำหนดจัดประชุม")
    mark = Line("ที่ อว 7106/1437", 1, Box(0.13, 0.13, 0.25, 0.15), 0.3)
    number = read_number(Document((replace(page, marks=(mark,)),)))
    assert number and (number.value, number.confidence) == ("อว 7106/1437", 0.3) and number.note


def test_a_number_that_was_read_in_pieces_is_one_and_doubted() -> None:
    lines = (
        Line("ที่ อว ๘๑๑๕.๑/๐", 1, Box(0.2, 0.13, 0.323, 0.144), 0.93),
        Line("๑๗๔", 1, Box(0.325, 0.13, 0.355, 0.144), 0.92),
        Line("เรื่อง ขอเชิญประชุม", 1, Box(0.2, 0.2, 0.5, 0.214), 0.93),
        Line("เรียน คณบดี", 1, Box(0.2, 0.25, 0.5, 0.264), 0.93),
    )
    number = read_number(Document((Page(1, lines),)))
    assert number and number.value == "อว 8115.1/0174" and number.note


def test_a_number_of_any_form_behind_the_word_for_an_order() -> None:
    order = "สมาคมตัวอย่าง\nคำสั่งที่ 05.2/2567\nเรื่อง แต่งตั้งคณะทำงาน\nตามมติที่ประชุม จึงแต่งตั้งคณะทำงาน ดังนี้"
    number = read_number(Document((page_from_text(order),)))
    assert number and number.value == "05.2/2567"


def test_a_number_of_whose_word_one_letter_was_read() -> None:
    memo = (
        "^บันทึกข้อความ\nส่วนราชการ โรงเรียนดอนงาม\nท วก ๑๑๘/๒๕๖๘\tวันที่ ๒๗ สิงหาคม ๒๕๖๘\n"
        "เรื่อง การจัดทำข้อสอบ\nเรียน ครูทุกท่าน\n      ด้วยมีเรื่องแจ้ง"
    )
    assert _number(memo) == "วก 118/2568"


def test_a_diploma_bears_its_number_behind_its_own_name() -> None:
    diploma = (
        "^สำนักงานสาธารณสุขอำเภอดอนงาม\n^เกียรติบัตรเลขที่ ๒๑/๒๕๖๘\n"
        "^มอบเกียรติบัตรฉบับนี้ให้ไว้เพื่อแสดงว่า\n^นายเอก มั่นคง\n^ให้ไว้ ณ วันที่ ๒๐ มีนาคม ๒๕๖๘"
    )
    assert _number(diploma) == "21/2568"


def test_the_number_of_a_house_in_a_letterhead_is_not_the_letters() -> None:
    letter = (
        "^บริษัท แสงทองโซลาร์ จำกัด\n^เลขที่ 55/12 ถนนมิตรภาพ ตำบลดอนงาม จังหวัดตาก 63000\n"
        "ที่ สท. 068/2569\nวันที่ 6 พ.ค. 2569\nเรื่อง การส่งมอบโคมไฟ\nเรียน ผู้อำนวยการโรงพยาบาลตาก\n"
    )
    assert _number(letter) == "สท. 068/2569"


def test_an_enterprise_puts_its_region_and_section_before_what_it_counts_by_the_year() -> None:
    letter = "ที่ กฟท.ข ๗ (สบ) ๒๐๗๓/๒๕๖๙\n>๔ กุมภาพันธ์ ๒๕๖๙\nเรื่อง ขอความร่วมมือ\nเรียน นายอำเภอ\n"
    assert _number(letter) == "กฟท.ข 7 (สบ) 2073/2569"


@pytest.mark.parametrize("word", ["ที่ ", "ที-", "ที่- ", "ที่–"])
def test_a_stroke_between_the_word_and_the_number_is_a_fleck(word: str) -> None:
    memo = (
        f"^บันทึกข้อความ\nส่วนราชการ  ฝ่ายอำนวยการ\n{word}๐๐๒๑(มร).๑๓/๔๔๘๑\nเรื่อง  ตัวอย่าง\nเรียน  ผู้กำกับการ"
    )
    found = read_number(Document(tuple(pages(memo + "\n      ด้วยมีเรื่องแจ้ง"))))
    assert found is not None and found.value == "0021(มร).13/4481"
