"""The date of a stamped letter stands below its text, where its seal is pressed over it."""

from __future__ import annotations

import pytest

from extractors.foot_date import foot_date
from pipeline.models import Box, Document, Line, Page, Stamp

HEAD = ("ที่ ตก ๐๐๑๗.๒/ว ๕๓", "ถึง ส่วนราชการทุกแห่งในจังหวัดตาก", "จังหวัดตากขอส่งแผนมาพร้อมนี้")
RECEIVED = ("จังหวัดตาก", "เลขรับ ๘๑", "วันที่ ๒๓ พ.ย. ๒๕๖๕")


def lines(texts: tuple[str, ...], left: float, top: float) -> tuple[Line, ...]:
    return tuple(
        Line(text, 1, Box(left, top + row * 0.03, left + 0.3, top + row * 0.03 + 0.02), 0.93)
        for row, text in enumerate(texts)
    )


def letter(*foot: str, received: bool = True, more: tuple[Line, ...] = ()) -> Document:
    stamps = (Stamp(1, Box(0.6, 0.05, 0.9, 0.15), lines(RECEIVED, 0.6, 0.05)),)
    printed = (*lines(HEAD, 0.14, 0.2), *more, *lines(("จังหวัดตาก", *foot), 0.55, 0.5))
    return Document((Page(1, printed, stamps=stamps if received else ()),))


def test_the_end_of_a_span_of_days_within_a_row_is_no_date() -> None:
    row = (
        Line("ให้สำรวจระหว่างวันที่ ๕", 1, Box(0.14, 0.32, 0.5, 0.34), 0.93),
        Line("- ๒๐ ธันวาคม ๒๕๖๕", 1, Box(0.51, 0.32, 0.7, 0.34), 0.93),
    )
    found = foot_date(letter("๒๑ พฤศจิกายน ๒๕๖๕", received=False, more=row))
    assert found and found.value == "2022-11-21" and not found.note


def test_of_several_dates_the_letters_is_not_after_its_receipt() -> None:
    later = lines(("๓๐ พฤศจิกายน ๒๕๖๕",), 0.2, 0.32)
    found = foot_date(letter("๒๑ พฤศจิกายน ๒๕๖๕", more=later))
    assert found and found.value == "2022-11-21"


@pytest.mark.parametrize("year", ["๒", "๒๕:๕", "๒๕๖ /", "๒๔๖4", "๒๕๖5"])
def test_a_year_under_the_edge_of_a_seal_is_told_by_the_day_of_receipt(year: str) -> None:
    found = foot_date(letter(f"๒๑ พฤศจิกายน {year}"))
    assert found and found.value == "2022-11-21"
    assert found.note and "year" in found.note


def test_such_a_year_is_told_by_a_day_near_by_in_the_text() -> None:
    told = lines(("ตั้งแต่วันที่ ๑ ธันวาคม ๒๕๖๕ เป็นต้นไป",), 0.14, 0.32)
    found = foot_date(letter("๒๑ พฤศจิกายน ๒๕๖5", received=False, more=told))
    assert found and found.value == "2022-11-21" and found.note
    assert foot_date(letter("๒๑ พฤศจิกายน ๒๕", received=False)) is None


def test_a_day_that_a_pen_wrote_before_its_month_is_of_the_date() -> None:
    foot = (
        Line("๒๐", 1, Box(0.55, 0.53, 0.58, 0.55), 0.6),
        Line("สิงหาคม ๒๕๖๘", 1, Box(0.585, 0.53, 0.72, 0.55), 0.93),
    )
    printed = (*lines(HEAD, 0.14, 0.2), *lines(("จังหวัดตาก",), 0.55, 0.5), *foot)
    found = foot_date(Document((Page(1, printed),)))
    assert found and found.value == "2025-08-20"
