"""What a stamp or a pen put beside the print of a head is part of its number and date."""

from __future__ import annotations

import pytest

from pipeline.models import Box, Line, Page, Stamp, Word
from pipeline.pens.pressed_lines import with_pressed

SUBJECT = "เรื่อง ขอส่งแบบสำรวจ"


def line(text: str, left: float, top: float, confidence: float = 0.93) -> Line:
    box = Box(left, top, left + 0.012 * len(text), top + 0.014)
    return Line(text, 1, box, confidence, (Word(text.replace(" ", ""), box, confidence),))


def stamp(text: str, left: float, top: float) -> Stamp:
    pressed = line(text, left, top, 0.9)
    return Stamp(1, pressed.box, (pressed,))


def texts(page: Page) -> list[str]:
    return [each.text for each in page.lines]


@pytest.mark.parametrize(
    ("printed", "pressed", "whole"),
    [
        ("ที่ พง", "๐๐๑๙/๔๑๒", "ที่ พง ๐๐๑๙/๔๑๒"),
        ("ที่", "ว.๗๑/๒๕๖๘", "ที่ ว.๗๑/๒๕๖๘"),
        ("ที่ .....", "84/2567", "ที่ 84/2567"),
    ],
)
def test_a_number_pressed_behind_its_word(printed: str, pressed: str, whole: str) -> None:
    page = Page(1, (line(printed, 0.15, 0.13),), stamps=(stamp(pressed, 0.26, 0.132),))
    found = with_pressed(page)
    assert texts(found) == [whole] and not found.stamps
    assert found.lines[0].written[0].candidates[0].text == pressed.strip()
    assert found.lines[0].words[-1].box == page.stamps[0].lines[0].box


def test_a_faint_number_is_taken_from_the_marks_with_its_doubt() -> None:
    page = Page(1, (line("ที่", 0.15, 0.13),), marks=(line("152/2567", 0.27, 0.13, 0.4),))
    found = with_pressed(page)
    assert texts(found) == ["ที่ 152/2567"] and not found.marks
    assert found.lines[0].written[0].candidates[0].chance == 0.4


def test_a_date_pressed_where_a_letter_bears_it() -> None:
    lines = (line("ที่ ผผ ๐๖๐๓/๘๗", 0.15, 0.15), line(SUBJECT, 0.15, 0.25))
    found = with_pressed(Page(1, lines, stamps=(stamp("26 ก.พ. 2568", 0.5, 0.2),)))
    assert texts(found) == [lines[0].text, "26 ก.พ. 2568", SUBJECT]
    assert found.lines[1].written and not found.stamps


def test_a_date_pressed_behind_the_day_of_an_order() -> None:
    page = Page(1, (line("สั่ง ณ วันที่", 0.3, 0.7),), stamps=(stamp("๑๔ พ.ย. ๒๕๖๖", 0.46, 0.7),))
    assert texts(with_pressed(page)) == ["สั่ง ณ วันที่ ๑๔ พ.ย. ๒๕๖๖"]


def test_a_date_pressed_behind_the_day_of_a_memo() -> None:
    page = Page(1, (line("วันที่", 0.5, 0.15),), stamps=(stamp("๑๔ พ.ย. ๒๕๖๖", 0.6, 0.15),))
    assert texts(with_pressed(page)) == ["วันที่ ๑๔ พ.ย. ๒๕๖๖"]
    low = Page(1, (line("วันที่", 0.5, 0.6),), stamps=(stamp("๑๔ พ.ย. ๒๕๖๖", 0.6, 0.6),))
    assert texts(with_pressed(low)) == ["วันที่ ๑๔ พ.ย. ๒๕๖๖"]  # under who signs a report


def test_a_date_pressed_below_a_stamped_letter() -> None:
    to, office = line("ถึง สำนักงานจังหวัดทุกจังหวัด", 0.14, 0.2), line("กรมป่าไม้ใหม่", 0.6, 0.5)
    page = Page(1, (to, office), stamps=(stamp("๙ มีนาคม ๒๕๖๙", 0.6, 0.53),))
    found = with_pressed(page)
    assert texts(found) == [to.text, office.text, "๙ มีนาคม ๒๕๖๙"] and not found.stamps
    letter = Page(1, (to, line(SUBJECT, 0.14, 0.22)), stamps=page.stamps)
    assert with_pressed(letter) == letter  # who signed it dated it beside his name


def test_the_code_of_a_memo_is_in_one_line_with_its_word() -> None:
    label, code = line("ที่", 0.14, 0.15), line("ตง ๕๒๐๐๔/ว .", 0.26, 0.152)
    assert texts(with_pressed(Page(1, (label, code)))) == ["ที่ ตง ๕๒๐๐๔/ว ."]
    words = line("ตง ๕๒๐๐๔ คัน", 0.26, 0.152)
    assert texts(with_pressed(Page(1, (label, words)))) == ["ที่", words.text]
    half_read = line("อว ๐๖๘๔.๐๓/๕ฟ", 0.26, 0.152, 0.7)  # a pen's ๗
    assert texts(with_pressed(Page(1, (label, half_read)))) == ["ที่ อว ๐๖๘๔.๐๓/๕ฟ"]


@pytest.mark.parametrize(
    ("label", "pressed", "told"),
    [
        ("ที่", "ง ๒๗๑", "ที่ ง ๒๗๑"),  # a section's, without a stroke
        ("ที่ กษ", "สกช| ๐๓๓๘.๕/๗๔", "ที่ กษ (สกช) ๐๓๓๘.๕/๗๔"),
        ("ที่ สก.ทร.", "๓๔/๒๕๖๗/", "ที่ สก.ทร. ๓๔/๒๕๖๗"),
        ("เลขที่", "ฉ.๓ กบล.(บค.) ๔๗๘/๒๕๖๖", "เลขที่ ฉ.๓ กบล.(บค.) ๔๗๘/๒๕๖๖"),
    ],
)
def test_a_number_that_a_pen_wrote_whole(label: str, pressed: str, told: str) -> None:
    page = Page(1, (line(label, 0.14, 0.15),), stamps=(stamp(pressed, 0.27, 0.15),))
    found = with_pressed(page)
    assert texts(found) == [told] and found.lines[0].written


def test_a_number_cut_at_a_fold_is_whole_again() -> None:
    first = line("ที่ ตก ๐๐๓", 0.13, 0.17)
    rest = line("๓.๐๐๖/ว ๑๐๒๘", first.box.right + 0.003, 0.17)
    found = with_pressed(Page(1, (first, rest), aspect=0.7))
    assert texts(found) == ["ที่ ตก ๐๐๓๓.๐๐๖/ว ๑๐๒๘"] and not found.lines[0].written


@pytest.mark.parametrize(
    "page",
    [
        # a printed date is the letter's own; a dater's beside it tells when it came
        Page(
            1,
            (
                line("ที่ ผผ ๐๖๐๓/๘๗", 0.15, 0.15),
                line("๒๔ กุมภาพันธ์ ๒๕๖๘", 0.5, 0.2),
                line(SUBJECT, 0.15, 0.25),
            ),
            stamps=(stamp("26 ก.พ. 2568", 0.75, 0.2),),
        ),
        Page(1, (line("ที่ พง", 0.15, 0.13),), stamps=(stamp("ด่วนที่สุด", 0.26, 0.13),)),
        Page(1, (line("ที่ พง", 0.15, 0.13),), stamps=(stamp("๐๐๑๙/๔๑๒", 0.26, 0.3),)),
        Page(1, (line("ที่", 0.15, 0.13),), marks=(line("152/2567", 0.27, 0.13, 0.2),)),
        Page(1, (line("ที่ พง", 0.15, 0.6),), stamps=(stamp("๐๐๑๙/๔๑๒", 0.26, 0.6),)),
    ],
)
def test_what_belongs_elsewhere_stays(page: Page) -> None:
    assert with_pressed(page) == page


def test_the_code_of_a_police_memo_may_stand_a_little_below_its_word() -> None:
    label, code = line("ที่", 0.14, 0.15), line("๐๐๑๘(ตก).๖/", 0.26, 0.16)
    assert texts(with_pressed(Page(1, (label, code)))) == ["ที่ ๐๐๑๘(ตก).๖/"]


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("เลขที่", "เลขที่ ๓๑/๒๕๖๖"),
        ("เล่มที่ ๒ เลขที่", "เล่มที่ ๒ เลขที่ ๓๑/๒๕๖๖"),
        ("อยู่บ้านเลขที่", "อยู่บ้านเลขที่"),
    ],
)
def test_a_number_pressed_into_a_certificate(printed: str, whole: str) -> None:
    page = Page(1, (line(printed, 0.15, 0.13),), stamps=(stamp("๓๑/๒๕๖๖", 0.35, 0.132),))
    assert texts(with_pressed(page)) == [whole]


def test_a_date_whose_year_a_dater_pressed_apart_is_one() -> None:
    lines = (line("ที่ ผผ ๐๖๐๓/๘๗", 0.15, 0.15), line(SUBJECT, 0.15, 0.25))
    day, year = line("26 ก.พ.", 0.5, 0.2), line("2568", 0.62, 0.199)
    found = with_pressed(Page(1, lines, stamps=(Stamp(1, day.box.union(year.box), (day, year)),)))
    assert texts(found) == [lines[0].text, "26 ก.พ. 2568", SUBJECT] and not found.stamps


def test_what_a_daters_ink_left_behind_the_word_is_no_part_of_the_day() -> None:
    page = Page(1, (line("สั่ง ณ วันที่ ²", 0.3, 0.7),), stamps=(stamp("๑๔ พ.ย. ๒๕๖๖", 0.48, 0.7),))
    assert texts(with_pressed(page)) == ["สั่ง ณ วันที่ ๑๔ พ.ย. ๒๕๖๖"]


@pytest.mark.parametrize(
    ("printed", "left", "pressed", "whole"),
    [
        ("สั่ง ณ วันที่ -", 0.405, "25 ก.ย 2567", "สั่ง ณ วันที่ 25 ก.ย 2567"),  # a dash of the ink
        ("วันที่", 0.43, "๒๑ ส.ค. ๒๔๖๗", "วันที่ ๒๑ ส.ค. ๒๕๖๗"),  # ๕ as pens write it
    ],
)
def test_a_day_in_ink_of_which_something_was_lost(
    printed: str, left: float, pressed: str, whole: str
) -> None:
    label = Line(printed, 1, Box(0.3, 0.1, 0.42, 0.114), 0.9, spelt(printed, 0.3, 0.1))
    page = Page(1, (label,), stamps=(stamp(pressed, left, 0.1),))
    assert texts(with_pressed(page)) == [whole]


def spelt(text: str, left: float, top: float) -> tuple[Word, ...]:
    """The signs of a line, each with its box, as the recogniser gives them."""
    signs = [sign for sign in text if sign != " "]
    step = 0.12 / len(signs)
    boxes = (
        Box(left + step * i, top, left + step * (i + 1), top + 0.014) for i in range(len(signs))
    )
    return tuple(Word(sign, box, 0.93) for sign, box in zip(signs, boxes, strict=True))


def test_a_pen_writes_the_whole_number_behind_the_label() -> None:
    page = Page(1, (line("ที่", 0.14, 0.14),), stamps=(stamp("ง ๒๗๑", 0.18, 0.14),))
    assert texts(with_pressed(page)) == ["ที่ ง ๒๗๑"]


def test_brackets_and_noughts_of_a_pen_are_read_as_print_takes_them() -> None:
    page = Page(1, (line("ที่ กษ", 0.14, 0.14),), stamps=(stamp("สกช| ๐๓๓๘.๕/๗๔", 0.26, 0.137),))
    assert texts(with_pressed(page)) == ["ที่ กษ (สกช) ๐๓๓๘.๕/๗๔"]
    page = Page(1, (line("ที่", 0.14, 0.14),), stamps=(stamp("พร o๓๓/๓๕๙", 0.2, 0.138),))
    assert texts(with_pressed(page)) == ["ที่ พร ๐๓๓/๓๕๙"]


def test_the_letters_of_an_office_may_be_print_before_a_number_by_pen() -> None:
    page = Page(1, (line("ที่ สก.ทร.", 0.43, 0.18),), stamps=(stamp("๓๔/๒๕๖๗", 0.56, 0.176),))
    assert texts(with_pressed(page)) == ["ที่ สก.ทร. ๓๔/๒๕๖๗"]
