"""The days and numbers that a pen writes whole."""

import pytest

from pipeline.pens import row_forms
from pipeline.pens.row_grammar import Grammar
from pipeline.thai_digits import ARABIC, THAI


def allows(grammar: Grammar, text: str) -> bool:
    return grammar.is_whole(grammar.after_all(text.replace(" ", "")))


@pytest.mark.parametrize(
    "text",
    [
        "๒๔ พฤษภาคม ๒๕๖๘",
        "วันที่ ๗ เดือน กุมภาพันธ์ พ.ศ. ๒๕๖๙",
        "๓๑ ธ.ค. ๖๘",
        "๑ มีค ๖๘",
    ],
)
def test_days(text: str) -> None:
    assert allows(row_forms.day(THAI), text)


@pytest.mark.parametrize(
    ("text", "is_one"), [("7/ส.ค./68", True), ("7/สค/2568", True), ("7 ส.ค. 68", False)]
)
def test_days_with_their_months_between_strokes(text: str, is_one: bool) -> None:
    assert allows(row_forms.day_between_strokes(ARABIC, ("2568",)), text) == is_one


@pytest.mark.parametrize("text", ["๓๒ มกราคม ๒๕๖๘", "๐ มกราคม ๒๕๖๘", "๑ มกราคม ๒๔๖๘", "๑ ภ.ค. ๖๘"])
def test_no_days(text: str) -> None:
    assert not allows(row_forms.day(THAI), text)


@pytest.mark.parametrize(
    "text",
    [
        "ศธ ๐๔๒๕๗.๐๕/๑๒",
        "วก ๑๑๘",
        "ง.(ก) ๘๓๔",
        "สก.ทร. ๓๔/๒๕๖๗",
        "กษ (สกช) ๐๓๓๘.๕/ว ๓๔๘",
        "ตช ๐๐๑๘(นม).๔๘/๓๗๔",
        "อว ๐๖๘๔.๐๓/(อ) ๓๔",
        "ตช พิเศษ/๕๔",
        "๐๖๘๔.๐๓/๓๗",
        "๓๘/๒๕๖๙",
    ],
)
def test_numbers(text: str) -> None:
    assert allows(row_forms.number(THAI), text)


@pytest.mark.parametrize("text", ["๓๘", "ศธ", "๓๘/๓", "ศธ ๐๔๒๕๗.๐๕", "กานต์ ๑๒"])
def test_no_numbers(text: str) -> None:
    assert not allows(row_forms.number(THAI), text)


def test_digits_of_one_kind_make_a_number() -> None:
    assert allows(row_forms.number(ARABIC), "ศธ 04257/12")
    assert not allows(row_forms.number(ARABIC), "ศธ ๐๔๒๕๗/12")
