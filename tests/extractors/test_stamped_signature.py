"""Names that a rubber stamp put under a signature, whole and with brackets that a pen hid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.describe import describe
from extractors.doubt.doubts import is_doubtful
from extractors.signatory import read_signatory
from pipeline.models import Box, Document, Line, Stamp
from tests.extractors.typeset import printed

LETTER = """ที่ นน ๐๐๑๗/๑๒
»๑๔ มิถุนายน ๒๕๖๗
เรื่อง ขอส่งแบบสำรวจ
เรียน อธิบดีกรมตัวอย่าง
    จังหวัดน่านขอส่งแบบสำรวจมาพร้อมหนังสือนี้
»ขอแสดงความนับถือ"""
MEMO = """^บันทึกข้อความ
ส่วนราชการ กองคลัง
ที่ ๑๒/๒๕๖๗ วันที่ ๑๔ มิถุนายน ๒๕๖๗
เรื่อง ขอส่งแบบสำรวจ
เรียน หัวหน้ากอง
    กองคลังขอส่งแบบสำรวจมาพร้อมนี้"""


def with_stamp(typed: str, rows: Sequence[str], sure: float = 0.9) -> Document:
    (page,) = printed(typed).pages
    lines = tuple(
        Line(text, 1, Box(0.5, 0.7 + 0.02 * row, 0.8, 0.714 + 0.02 * row), sure)
        for row, text in enumerate(rows)
    )
    box = Box(0.5, 0.7, 0.8, lines[-1].box.bottom)
    return Document((replace(page, stamps=(Stamp(1, box, lines),)),))


@pytest.mark.parametrize("typed", [LETTER, MEMO])
@pytest.mark.parametrize(
    "name", ["(นายเอก มั่นคง)", "นายเอก มั่นคง)", "(นายเอก มั่นคง),", "ไ (นายเอก มั่นคง)"]
)
def test_a_pressed_name_signs_with_doubt(typed: str, name: str) -> None:
    signed = read_signatory(with_stamp(typed, [name, "ผู้อำนวยการกองคลัง"]))
    assert signed is not None
    assert (signed.name, signed.position) == ("นายเอก มั่นคง", "ผู้อำนวยการกองคลัง")
    assert signed.confidence is not None and signed.confidence <= 0.5


def test_a_name_without_title_needs_a_post_below_it() -> None:
    signed = read_signatory(with_stamp(LETTER, ["เอก มั่นคง", "ผู้กำกับการสถานีตำรวจภูธรปัว"]))
    assert signed is not None and signed.name == "เอก มั่นคง"
    assert read_signatory(with_stamp(LETTER, ["ทราบ ดำเนินการ", "๑๒ มี.ค. ๖๗"])) is None


def test_who_certifies_a_copy_has_not_signed_it() -> None:
    rows = ["สำเนาถูกต้อง", "(นางสาวฟ้า ใสจริง)", "นิติกรชำนาญการ"]
    assert read_signatory(with_stamp(MEMO, rows)) is None


@pytest.mark.parametrize(("sure", "doubted"), [(0.5, True), (0.7, False)])
def test_a_person_looks_at_a_name_that_was_pressed_faintly(sure: float, doubted: bool) -> None:
    rows = ["(นายเอก มั่นคง)", "ผู้อำนวยการกองคลัง"]
    pressed = describe(with_stamp(LETTER, rows, sure)).signatory
    assert pressed is not None and is_doubtful(pressed) is doubted


def test_nobody_need_look_at_a_printed_one() -> None:
    typed = describe(printed(LETTER + "\n»(นายเอก มั่นคง)\n»ผู้อำนวยการกองคลัง"))
    assert typed.signatory is not None and not is_doubtful(typed.signatory)


def pressed(text: str, left: float, top: float) -> Line:
    return Line(text, 1, Box(left, top, left + 0.25, top + 0.014), 0.9)


LEFT = (pressed("(นายเอก มั่นคง)", 0.15, 0.704), pressed("ประธานสภาเทศบาล", 0.15, 0.724))
RIGHT = (pressed("(นายโท ใจดี)", 0.6, 0.7), pressed("นายกเทศมนตรี", 0.6, 0.72))


@pytest.mark.parametrize("apart", [True, False])
def test_of_two_who_pressed_their_names_side_by_side_the_left_one_signs(apart: bool) -> None:
    """However high each stamp was set, and where both were found as one."""
    (page,) = printed(LETTER).pages
    sides = [RIGHT, LEFT] if apart else [(LEFT[0], RIGHT[0], LEFT[1], RIGHT[1])]
    stamps = tuple(Stamp(1, Box.around([one.box for one in side]), side) for side in sides)
    signed = read_signatory(Document((replace(page, stamps=stamps),)))
    assert signed is not None
    assert (signed.name, signed.position) == ("นายเอก มั่นคง", "ประธานสภาเทศบาล")


def test_what_a_pen_left_under_a_pressed_post_is_none_of_it() -> None:
    pressed = with_stamp(LETTER, ["(นายเอก มั่นคง)", "ผู้อำนวยการกองคลัง"])
    (page,) = pressed.pages
    scrawl = Line("ราบ", 1, Box(0.6, 0.736, 0.64, 0.748), 0.6)
    signed = read_signatory(Document((replace(page, lines=(*page.lines, scrawl)),)))
    assert signed is not None
    assert signed.position == "ผู้อำนวยการกองคลัง"


def test_a_name_whose_rank_lost_its_marks_and_its_bracket_is_told_with_doubt() -> None:
    rows = ["วาทรอยเอก เอก มั่นคง)", "รองผู้อำนวยการกองคลัง"]
    signed = read_signatory(with_stamp(MEMO, rows))
    assert signed is not None and signed.name is not None
    assert signed.name.endswith("เอก มั่นคง")
    assert signed.confidence is not None and signed.confidence <= 0.5
