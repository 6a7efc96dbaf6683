"""A paper's date is looked at where all other days that it tells are far later."""

from __future__ import annotations

import pytest

from extractors.doubt.date_neighbours import with_other_days
from extractors.doubt.doubts import is_doubtful
from extractors.record import Field, Reading
from pipeline.models import Box, Document, Line, Page

BOX = Box(0.1, 0.1, 0.9, 0.12)
CITED = "อ้างถึง หนังสือกรมบังคับคดี ที่ ยธ ๐๕๑๐/๑๒ ลงวันที่ ๒๐ พฤศจิกายน ๒๕๖๗"
ASKED = "จึงขอให้ส่งรายงานภายในวันที่ ๑๖ ธันวาคม ๒๕๖๗"


def date(value: str) -> Field:
    return Field(page=1, box=BOX.as_tuple(), confidence=0.97, text=value, value=value)


def told(value: str, *lines: str) -> Field:
    document = Document((Page(1, tuple(Line(text, 1, BOX) for text in lines)),))
    found = with_other_days(date(value), document)
    assert found is not None
    return found


def test_a_misread_year_is_doubted_and_it_is_said_why() -> None:
    found = told("2020-12-02", CITED, ASKED)
    assert is_doubtful(found)
    assert found.note == (
        "all other days in the paper are much later, the first 2024-11-20; its year may be misread"
    )


def test_a_month_whose_day_ends_the_line_before_is_a_day_too() -> None:
    assert is_doubtful(told("1986-03-01", "เมื่อวันที่", "๒๕", "กุมภาพันธ์ ๒๕๖๙ นั้น"))


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("2024-12-02", (CITED, ASKED)),
        ("2025-03-01", (CITED,)),  # what it cites is older
        ("2024-03-01", ("ลงวันที่ ๑ มกราคม ๒๕๖๗", "สิ้นสุดวันที่ ๓๑ ธันวาคม ๒๕๗๐")),  # one is near
        ("2020-12-02", ("ปีงบประมาณ ๒๕๖๘",)),  # no day
        ("2020-12", (CITED, ASKED)),
    ],
)
def test_other_days_are_as_they_should_be(value: str, lines: tuple[str, ...]) -> None:
    assert not is_doubtful(told(value, *lines))


def test_a_pens_readings_and_no_date_are_left_alone() -> None:
    document = Document((Page(1, (Line(ASKED, 1, BOX),)),))
    pen = date("2020-12-02").model_copy(
        update={"readings": (Reading(text="๒", value="2020-12-02", chance=0.5),)}
    )
    assert with_other_days(pen, document) == pen
    assert with_other_days(None, document) is None
