"""Coloured ink is print where it lies level and is read surely; a stamp's words are never print."""

from pathlib import Path

import pytest

from pipeline.coloured_print import among, coloured_print
from pipeline.models import Box, Line
from pipeline.rasterise import render_pdf_page
from pipeline.scan import read_scan

LETTERS = Path(__file__).parents[2] / "corpus" / "built" / "letters" / "rules"


def test_a_companys_name_in_dark_red_is_read_with_its_letter() -> None:
    page = read_scan(render_pdf_page(LETTERS / "parcel-lockers-campus.pdf", 1))
    assert page.lines[0].text == "บริษัท ไปรษณีย์ไทย จำกัด"
    assert not page.stamps


def line(text: str, confidence: float = 0.93, top: float = 0.05) -> Line:
    return Line(text, 1, Box(0.3, top, 0.7, top + 0.013), confidence)


def test_a_letterhead_in_colour_is_print() -> None:
    name, address = line("บริษัท ไปรษณีย์ไทย จำกัด"), line("ถนนแจ้งวัฒนะ กรุงเทพฯ ๑๐๒๑๐", top=0.07)
    assert coloured_print(0.1, [name, address]) == (name, address)


def test_what_leans_was_pressed() -> None:
    assert coloured_print(-1.5, [line("สำนักงานเขตพื้นที่การศึกษา")]) == ()


def test_a_received_stamp_that_lies_level_is_no_print() -> None:
    stamp = [line("ศาลากลางจังหวัดน่าน"), line("เลขรับ ๑๒๓"), line("วันที่ ๙ ต.ค. ๒๕๖๘")]
    assert coloured_print(0.0, stamp) == ()


@pytest.mark.parametrize("name", ["มูลนิธิเด็กห้วยเสลา", "บริษัท รับทำบัญชีดอนงาม จำกัด"])
def test_a_word_of_a_stamp_within_a_name_presses_nothing(name: str) -> None:
    """ห้วยเสลา is no misread เวลา where it was read surely."""
    assert coloured_print(0.0, [line(name)]) == (line(name),)


@pytest.mark.parametrize(
    "pressed", ["ด่วนที่สุด", "ลับมาก", "สำเนาถูกต้อง", "๙ ตุลาคม ๒๕๖๘", "๑๘๘๔๐", "ที่ มท ๐๘๑๐/ว ๒๓"]
)
def test_what_may_be_pressed_or_written_stays_apart(pressed: str) -> None:
    assert coloured_print(0.0, [line(pressed)]) == ()


def test_of_a_letterhead_with_its_emblem_only_the_print_is_taken() -> None:
    name = line("มหาวิทยาลัยราชภัฏอุตรดิตถ์")
    assert coloured_print(0.0, [line("ค๐ล", 0.4), name]) == (name,)


def test_it_stands_in_its_place_among_the_black_lines() -> None:
    lines = [line("เรื่อง ขอเชิญประชุม", top=0.2), line("เรียน นายอำเภอ", top=0.3)]
    name = line("มหาวิทยาลัยราชภัฏอุตรดิตถ์")
    stressed = line("ภายในวันศุกร์นี้เท่านั้น", top=0.25)
    assert among(lines, [name, stressed]) == [name, lines[0], stressed, lines[1]]
