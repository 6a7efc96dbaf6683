"""A row below a stamped letter that a seal left nearly a day."""

import pytest

from extractors.foot_date import foot_date
from extractors.record import DOUBT
from extractors.worn_day import worn_issue_day
from pipeline.models import Box, Document, Line, Page


def line(text: str, left: float, top: float, width: float = 0.1) -> Line:
    return Line(text, 1, Box(left, top, left + width, top + 0.02), 0.93)


def letter(*row: str) -> Document:
    told = "จังหวัดตากขอส่งแผนประจำปี พ.ศ. ๒๕๖๕ มาพร้อมนี้ ก่อนวันที่ ๑ ธันวาคม ๒๕๖๕"
    return Document(
        (
            Page(
                1,
                (
                    line("ที่ ตก ๐๐๑๗.๒/ว ๕๓", 0.14, 0.2, 0.3),
                    line("ถึง ส่วนราชการทุกแห่งในจังหวัดตาก", 0.14, 0.23, 0.5),
                    line(told, 0.14, 0.26, 0.7),
                    line("จังหวัดตาก", 0.6, 0.5, 0.2),
                    *(line(text, 0.6 + 0.15 * place, 0.53) for place, text in enumerate(row)),
                ),
            ),
        )
    )


@pytest.mark.parametrize(
    ("row", "day"),
    [
        (("๖ไพฤศจิ", "๒ ๖๕"), "2022-11-06"),
        (("๒๑ กันยายา", "๒๕๖๕"), "2022-09-21"),
        (("๒๑ งหาคม ๒ ๕๖",), "2022-08-21"),
    ],
)
def test_it_is_told_with_doubt(row: tuple[str, ...], day: str) -> None:
    found = foot_date(letter(*row))
    assert found and found.value == day
    assert found.confidence is not None and found.confidence <= DOUBT and found.note


@pytest.mark.parametrize("row", ["๖ คม ๒๕๖๕", "๖ เล่ม ๒๕๖๕", "๒๑ งหาคม ๒๕"])
def test_what_is_like_no_day_is_none(row: str) -> None:
    assert foot_date(letter(row)) is None


@pytest.mark.parametrize(
    ("pieces", "day"),
    [
        (("สั่ง ณ รั", "แที่ ๑๒", "กันยายน", "เศ. ๒๕๖๖"), "2023-09-12"),
        (("ประกาศ ณ วันที่ ๖", "กุมภาพั", "พ.ศ. ๒๕๖๓"), "2020-02-06"),
    ],
)
def test_an_order_whose_day_lost_signs_is_dated_with_doubt(
    pieces: tuple[str, ...], day: str
) -> None:
    row = tuple(line(text, 0.3 + 0.11 * at, 0.4) for at, text in enumerate(pieces))
    found = worn_issue_day(Document((Page(1, row),)))
    assert found and found.value == day
    assert found.confidence is not None and found.confidence <= DOUBT


def test_a_day_within_a_sentence_dates_no_order() -> None:
    row = line("ประกาศ ณ ที่ทำการ เมื่อวันที่ ๖ กุมภาพันธ์ ๒๕๖๓ แล้ว", 0.2, 0.4, 0.6)
    assert worn_issue_day(Document((Page(1, (row,)),))) is None
