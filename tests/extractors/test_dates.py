from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates import find_dates, is_date_line, parse_date
from pipeline.thai_digits import thai
from pipeline.thai_months import MONTHS

# text → the dates in it: (as printed, ISO)
CASES = [
    ("๑๕ กุมภาพันธ์ ๒๕๖๔", [("๑๕ กุมภาพันธ์ ๒๕๖๔", "2021-02-15")]),
    ("สั่ง ณ วันที่ ๑๑ มีนาคม พ.ศ. ๒๕๖๔", [("๑๑ มีนาคม พ.ศ. ๒๕๖๔", "2021-03-11")]),
    ("สั่ง ณ วันที่ กุมภาพันธ์ พ.ศ. ๒๕๖๔", [("กุมภาพันธ์ พ.ศ. ๒๕๖๔", "2021-02")]),
    ("วันที่ ๒๕ เดือน เมษายน พ.ศ. ๒๕๖๔", [("๒๕ เดือน เมษายน พ.ศ. ๒๕๖๔", "2021-04-25")]),
    ("วันที่..๒๒..เดือน..ก.พ...พ.ศ...๒๕๖๔..", [("๒๒..เดือน..ก.พ...พ.ศ...๒๕๖๔", "2021-02-22")]),
    ("วันที่..... ๒๒ ก.พ. ๒๕๖๔", [("๒๒ ก.พ. ๒๕๖๔", "2021-02-22")]),
    ("ลว. 12 พ.ย. 58", [("12 พ.ย. 58", "2015-11-12")]),
    ("ลง 4 ต.ค. 2549", [("4 ต.ค. 2549", "2006-10-04")]),
    ("๑ มค ๖๔", [("๑ มค ๖๔", "2021-01-01")]),
    ("๑ มี. ค. ๖๔", [("๑ มี. ค. ๖๔", "2021-03-01")]),
    ("-8 ก.ย. 2565", [("8 ก.ย. 2565", "2022-09-08")]),
    ("ระหว่างวันที่ ๒๕-๒๘ ตุลาคม ๒๕๕๙", [("๒๘ ตุลาคม ๒๕๕๙", "2016-10-28")]),
    ("7 เมษายน ๒๕๖9", [("7 เมษายน ๒๕๖9", "2026-04-07")]),
    ("วันที่ 13/09/67", [("13/09/67", "2024-09-13")]),
    ("13/9/2567 และ 13-09-2567", [("13/9/2567", "2024-09-13"), ("13-09-2567", "2024-09-13")]),
    ("วันที่ ๑๒/ม.ค./๒๕๖๗", [("๑๒/ม.ค./๒๕๖๗", "2024-01-12")]),
    ("๕ ก.ค. ’๖๖", [("๕ ก.ค. ’๖๖", "2023-07-05")]),
    ("วันที่ ๕ เดือน ๓ พ.ศ. ๒๕๖๖", [("๕ เดือน ๓ พ.ศ. ๒๕๖๖", "2023-03-05")]),
    ("15 February B.E. 2564 (2021)", [("15 February B.E. 2564", "2021-02-15")]),
    ("Given this 3rd day of May 2023", [("3rd day of May 2023", "2023-05-03")]),
    ("28-Feb-2024", [("28-Feb-2024", "2024-02-28")]),
    ("(ต.ค. - ธ.ค. ๒๕๖๖)", [("ธ.ค. ๒๕๖๖", "2023-12")]),
    ("15 February 2021", [("15 February 2021", "2021-02-15")]),
    ("Feb. 15, 2021", [("Feb. 15, 2021", "2021-02-15")]),
    ("21 พฤศจิกายน ค.ศ. 2023", [("21 พฤศจิกายน ค.ศ. 2023", "2023-11-21")]),
    ("2018-02-06", [("2018-02-06", "2018-02-06")]),
    ("๖ กุมภาพันธ์ พ.ค. ๒๕๖๓", [("๖ กุมภาพันธ์ พ.ค. ๒๕๖๓", "2020-02-06")]),
    ("๒๙ กุมภาพันธ์ ๒๕๖๓", [("๒๙ กุมภาพันธ์ ๒๕๖๓", "2020-02-29")]),
    ("ประจำเดือนกันยายน ๒๕๖๗", [("กันยายน ๒๕๖๗", "2024-09")]),
    ("วันที่ ๒๕ เดือน พ.ศ.", []),
    ("(เดือนมกราคม - มีนาคม)", []),
    ("103/๕๔", []),
    ("โทร. ๐-๕๔๕๓-๔๑๑๙", []),
    ("กุมภาพันธ์ 10 คน", []),
    ("มท ๐๘๑๐.๗/ว ๒๕๖๓", []),
    ("ปีงบประมาณ พ.ศ. ๒๕๖๔", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.text, found.value) for found in find_dates(text)] == expected


@pytest.mark.parametrize(
    "text", ["๓๑ ก.พ. ๖๔", "๒๙ กุมภาพันธ์ ๒๕๖๔", "๓๑ เมษายน ๒๕๖๔", "๐ มกราคม ๒๕๖๔"]
)
def test_impossible_dates_are_doubt(text: str) -> None:
    (found,) = find_dates(text)
    assert (found.value, found.precision) == (None, "none")
    assert found.note
    assert parse_date(text) is None


def test_a_misread_month_is_taken_with_a_note() -> None:
    (found,) = find_dates("๑๕ กุมภาพนธ์ ๒๕๖๔")
    assert found.value == "2021-02-15"
    assert found.note and "กุมภาพันธ์" in found.note


def test_a_day_left_blank_is_told_by_the_precision() -> None:
    assert [found.precision for found in find_dates("๑ มกราคม ๒๕๖๔ ถึง มีนาคม ๒๕๖๔")] == [
        "day",
        "month",
    ]


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("๑๑ มีนาคม ๒๕๖๔", True),
        ("วันที่ ..๑๑.. มีนาคม ๒๕๖๔", True),
        ("วันอังคารที่ ๒ เมษายน ๒๕๖๗", True),
        ("ภายในวันที่ ๑๑ มีนาคม ๒๕๖๔", False),
        ("๑๐๓/๕๔", False),
    ],
)
def test_lines_that_are_nothing_but_a_date(text: str, alone: bool) -> None:
    assert is_date_line(text) is alone


days = st.dates(min_value=date(1941, 1, 1), max_value=date(2100, 12, 31))
SHORT = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)


@given(days, st.booleans(), st.booleans(), st.sampled_from(["", "พ.ศ. ", "พ.ศ."]))
def test_round_trip(day: date, in_thai: bool, short: bool, era: str) -> None:
    month = (SHORT if short else MONTHS)[day.month - 1]
    text = f"{day.day} {month} {era}{day.year + 543}"
    text = thai(text) if in_thai else text
    (found,) = find_dates(f"ลงวันที่ {text} จำนวน")
    assert (found.text, found.value) == (text, day.isoformat())


@given(st.dates(min_value=date(1957, 1, 1), max_value=date(2056, 12, 30)))
def test_round_trip_of_two_digit_years(day: date) -> None:
    be = (day.year + 543) % 100
    text = f"{day.day} {SHORT[day.month - 1]} {be:02}"
    (found,) = find_dates(text)
    assert found.value == day.isoformat()


ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@given(days, st.sampled_from([" ", "-"]), st.sampled_from(["", "B.E. "]), st.booleans())
def test_round_trip_in_english(day: date, gap: str, era: str, capitals: bool) -> None:
    name = ENGLISH[day.month - 1]
    year = day.year + 543 if era else day.year
    text = f"{day.day}{gap}{name.upper() if capitals else name}{gap}{era}{year}"
    (found,) = find_dates(f"Bangkok, {text} (draft)")
    assert found.value == day.isoformat()


separators = st.sampled_from([" ", "  ", ".....", " ... ", "/"])


@given(days, st.booleans(), separators, st.booleans())
def test_round_trip_over_leaders(day: date, short: bool, gap: str, in_thai: bool) -> None:
    month = (SHORT if short else MONTHS)[day.month - 1]
    text = f"{day.day}{gap}{month}{gap}{day.year + 543}"
    (found,) = find_dates(f"วันที่ {thai(text) if in_thai else text} เวลา")
    assert found.value == day.isoformat()


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    for found in find_dates(text):
        assert text[found.start : found.end] == found.text


def test_dates_come_in_order_and_never_overlap() -> None:
    start = date(2021, 1, 30)
    text = " ".join(
        f"{(start + timedelta(n)).day}/{(start + timedelta(n)).month}/2564" for n in range(5)
    )
    found = find_dates(text)
    assert len(found) == 5
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 0 ต.ค. 2568", "2025-10-20"),  # a dater's figures
        ("วันที่ 1 4 ต.ค. 2568", "2025-10-14"),
        ("ครั้งที่ 2 9 มกราคม 2568", "2025-01-09"),
    ],
)
def test_a_daters_figures_stand_apart(text: str, value: str) -> None:
    assert [one.value for one in find_dates(text)] == [value]
