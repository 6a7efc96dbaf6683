from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.digits import arabic, thai
from extractors.number import (
    answers_to,
    find_numbers,
    number_key,
    parse_number,
    parse_typed_number,
)

# as printed → value, circular
PRINTED = [
    ("ที่ ชม ๐๐๒๓.๓/ว ๑๑๖๒", "ชม 0023.3/ว 1162", True),
    ("ที่ มท ๐๘๑๐.๗/ว ๒๕๖๓", "มท 0810.7/ว 2563", True),  # a running number that looks like a year
    ("กค (กวจ) 0405.2/ว119", "กค (กวจ) 0405.2/ว 119", True),
    ("กค(กวจ) ๐๔๐๕.๒/ว ๑๑๙", "กค (กวจ) 0405.2/ว 119", True),
    ("กค ๐๕๒๒๒/ว๖๒", "กค 05222/ว 62", True),  # a dot may have been lost: not repaired
    ("มท ๐๓๑๙ /ว ๑๘๗๗", "มท 0319/ว 1877", True),
    ("ที่ มท 0808.2/ ว 4044 ลงวันที่ 10 กรกฎาคม 2563", "มท 0808.2/ว 4044", True),
    ("มท 0808.2/ว 0679", "มท 0808.2/ว 0679", True),
    ("มท. 0810.7 / ว. 2563", "มท 0810.7/ว 2563", True),
    ("มท 0810 . 7/12", "มท 0810.7/12", False),
    ("ศธ ๐๔๐๐๑/ว ๑๑๒๐", "ศธ 04001/ว 1120", True),
    ("ศธ 04056.12", "ศธ 04056.12", False),
    ("ที่ วท 2.1017", "วท 2.1017", False),
    ("กษ ๑๒๐๕/ว ๐๔๑๒", "กษ 1205/ว 0412", True),
    ("ยล ๕๔๒๐๑/", "ยล 54201/", False),
    ("ชร ๕๒๐๐๑/ว", "ชร 52001/ว", True),
    ("มท 5501/301", "มท 5501/301", False),
    ("ตช 0018.21/1420", "ตช 0018.21/1420", False),
    ("ที่ อว ๖๙.๕.๑/๔๕๖", "อว 69.5.1/456", False),
    ("ที่ อว 0602.01(3)/ว 12", "อว 0602.01(3)/ว 12", True),
    ("ที่ อว ๘๑๑๕.๑ /๐๑๗๔", "อว 8115.1/0174", False),
    ("ที่ ภก ๐๐๓๓/รพ.๒/๔๗๗", "ภก 0033/รพ.2/477", False),
    ("ที่ อบ ๐๐๓๓.๐๐๑.๐๙/๓๓๓๒๘", "อบ 0033.001.09/33328", False),
    ("ที่ศธ 04170./2117", "ศธ 04170/2117", False),
    ("นร 0101/ว(ล) 12", "นร 0101/ว(ล) 12", True),
    ("ที่.....ลป ๕๒๓๐๒/๑๙....", "ลป 52302/19", False),
    ("ที่ ๑๑๗/๒๕๖๔", "117/2564", False),
    ("ที่ ๕๔๖/ ๒๕๕๘", "546/2558", False),
    ("No. MOI 0810/12", "MOI 0810/12", False),
    ("ที่ ตช ๐๐๒๒(ชม).๗(๑๑)/๒๓๔", "ตช 0022(ชม).7(11)/234", False),  # a branch in a province
    ("ที่ ตผ ๐๐๕๖ชม/๑๒๓", "ตผ 0056 ชม/123", False),
    ("ที่ มท ๕๓๑๐.๑๑/ชม.๒๓๔๕", "มท 5310.11/ชม.2345", False),
    ("ที่ สน ๐๐๓๓/รพ.สต.๑๒/๒๑๘", "สน 0033/รพ.สต.12/218", False),
    ("ที่ ศป ๐๐๑๒/ล ๔๑", "ศป 0012/ล 41", False),  # a secret letter
    ("ที่ ว ๕๖๗/๒๕๖๖", "ว 567/2566", True),  # a circular counted by the year
    ("ที่ กปอ. ๕๕/๒๕๖๗", "กปอ. 55/2567", False),
    ("ที่ รฟช.๑๒๐๔/๐๘๗๑/๒๕๖๗", "รฟช.1204/0871/2567", False),
    ("ที่ ๐๐๒๒.๑๑๒/๒๙๐๔", "0022.112/2904", False),  # police: the office says whose it is
    ("ที่ ศธ ๐๔๑๒๓/พิเศษ", "ศธ 04123/พิเศษ", False),
    ("ที่ พิเศษ ๑/๒๕๖๖", "พิเศษ 1/2566", False),
]
NO_NUMBER = [
    "ที่ /๒๕๖๔",
    "ที่ ...../๒๕๖๔",
    "ที่",
    "ที่ ชื่อหน่วยงาน",
    "ลว. 12 พ.ย. 58",
    "ลง 4 ต.ค. 2549",
    "เลขรับ..... 810",
    "",
]


@pytest.mark.parametrize(("text", "value", "circular"), PRINTED)
def test_value(text: str, value: str, circular: bool) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.value, number.circular) == (value, circular)


@pytest.mark.parametrize("text", NO_NUMBER)
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(("text", "value", "_circular"), PRINTED)
def test_a_value_is_its_own_printed_form(text: str, value: str, _circular: bool) -> None:
    again = parse_number(value)
    assert again is not None and again.value == value


FOUND = [
    ("ตามหนังสือ ที่ มท ๐๘๙๒.๒/ว ๘๐๓ ลงวันที่ ๑ มกราคม ๒๕๕๐", ["มท ๐๘๙๒.๒/ว ๘๐๓"]),
    ("ที่ ศธ ๐๔๐๑๑/ว๓๔ และ ที่ ศธ ๐๔๐๑๑/ว๓๘", ["ศธ ๐๔๐๑๑/ว๓๔", "ศธ ๐๔๐๑๑/ว๓๘"]),
    ("หนังสือกรมชลประทาน กษ ๐๓๐๑/๑๒", ["กษ ๐๓๐๑/๑๒"]),
    ("คำสั่งจังหวัดตากที่ ๑๒/๒๕๖๔", ["๑๒/๒๕๖๔"]),
    ("ประชุมครั้งที่ ๑/๒๕๖๔", []),
    ("สัญญาเลขที่ 3/2564", []),
    ("คดีหมายเลขดำที่ บ.๑๘/๒๕๖๖", []),
    ("คดีอาญาที่ ๔๑๗/๒๕๖๖", []),
    ("หนังสือ ตร. ที่ ๐๐๐๗.๓๔/๔๘๗๑", ["๐๐๐๗.๓๔/๔๘๗๑"]),
    ("ปีการศึกษา ๒๕๖๔/๑ ชั้น ม.5 1234/5", []),
    ("โทร. 0 5453 4119/12", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_find(text: str, expected: list[str]) -> None:
    found = find_numbers(text)
    assert [mention.text for mention in found] == expected
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


def test_one_key_for_all_ways_of_writing() -> None:
    ways = ["มท ๐๘๑๐.๗/ว ๒๕๖๓", "มท0810.7/ว2563", "มท. 0810.7 / ว. 2563", "ที่ มท 0810.7/ว ๐๒๕๖๓"]
    assert {number_key(way) for way in ways} == {"มท0810.7/ว2563"}
    assert number_key("มท 0810.7/2563") != number_key("มท 0810.7/ว 2563")
    assert number_key("มท 0810.7/ว 2563") != number_key("มท 0810.3/ว 2563")


TYPED = [
    ("มท0810.7/ว2563", True),
    ("ว 2563", True),
    ("ว๒๕๖๓", True),
    ("2563", True),
    ("0810.7/ว 2563", True),
    ("0810.7/2563", True),
    ("ว 256", False),
    ("0810.3/ว 2563", False),
    ("มท 0810.3/ว 2563", False),
    ("2563/2564", False),
    ("กรมการปกครอง", False),
]


@pytest.mark.parametrize(("typed", "found"), TYPED)
def test_typed_in_full_or_in_part(typed: str, found: bool) -> None:
    assert answers_to("มท 0810.7/ว 2563", typed) is found


def test_a_part_has_no_code() -> None:
    number = parse_typed_number("ว 2563")
    assert number is not None
    assert (number.code, number.circular, number.running) == (None, True, "2563")
    assert parse_typed_number("การติดตาม") is None


codes = st.sampled_from(["มท", "ศธ", "พร", "สตช", "อว"])
units = st.from_regex(r"[0-9]{4,5}(\.[0-9]{1,2})?", fullmatch=True)
running = st.from_regex(r"[0-9]{1,5}", fullmatch=True)


@given(codes, units, st.booleans(), running, st.booleans())
def test_round_trip(code: str, unit: str, circular: bool, run: str, in_thai: bool) -> None:
    value = f"{code} {unit}/{'ว ' if circular else ''}{run}"
    number = parse_number(f"ที่ {thai(value) if in_thai else value} ลงวันที่")
    assert number is not None and number.value == value
    assert number_key(value.replace(" ", "")) == number_key(value)


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    for mention in find_numbers(text):
        assert text[mention.start : mention.end] == mention.text
    parse_number(text)
    parse_typed_number(text)
    assert arabic(thai(arabic(text))) == arabic(text)
    assert len(arabic(text)) == len(text)
