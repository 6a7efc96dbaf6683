from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractors.number import (
    answers_to,
    find_numbers,
    match_number,
    number_key,
    parse_number,
    parse_typed_number,
)
from extractors.number_forms import REGULAR
from pipeline.thai_digits import arabic, thai

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
    ("ที่ ดง.๐๔๑๗/๑๑๘/๒๕๖๘", "ดง.0417/118/2568", False),  # with a year no ministry's
    ("ที่ ๐๐๒๒.๑๑๒/๒๙๐๔", "0022.112/2904", False),  # police: the office says whose it is
    ("ที่ ศธ ๐๔๑๒๓/พิเศษ", "ศธ 04123/พิเศษ", False),
    ("ที่ พิเศษ ๑/๒๕๖๖", "พิเศษ 1/2566", False),
    # counted in an office's own way: as printed
    ("ที่ สภ.๐๑/๐๙/๐๔๔๒", "สภ.01/09/0442", False),
    ("ที่ : ธกส.นม./๐๔๕/๒๕๖๖", "ธกส.นม./045/2566", False),
    ("ที่ วก. ๔๕/๖๖", "วก. 45/66", False),
    ("ที่ กค.๑๒๓/๒๕๖๖", "กค.123/2566", False),
    ("เลขที่ อบต.นค. ๑๘/๒๕๖๗", "อบต.นค. 18/2567", False),
    ("ที่ ชุมชน ๔/๒๕๖๖", "ชุมชน 4/2566", False),
    ("No. 58201/112", "58201/112", False),
    ("Our Ref. MHESI 0612.4/0155", "MHESI 0612.4/0155", False),
    ("ที่ งผ.๑๒๓", "งผ.123", False),
    ("ที่ ๐๐๑๕.(กส)๑๑/๔๐๒", "0015.(กส)11/402", False),
    ("ที่ ๐๐๐๙.๒๓๑/ว ๙๙", "0009.231/ว 99", True),
    ("ที่ ปช ๐๐๒๘ (ลป)/๐๐๙๘", "ปช 0028 (ลป)/0098", False),
    ("ที่ มท ๕๕๗๒๐-๑๔/๒๓๑", "มท 55720-14/231", False),
    ("ที่ อด ๐๐๓๓.๓๑๗/ภ.๐๔๒", "อด 0033.317/ภ.042", False),
    ("ที่ ศย ๐๒๓/ (ส) ๑๘", "ศย 023/(ส) 18", False),
    ("ที่ ว ๔๕ ลงวันที่", "ว 45", True),
    ("ที่ นน ๐๐๓๒.๓๐๑/เวช ๔๕๖", "นน 0032.301/เวช 456", False),
    ("ที่ ศธ ๐๔๐๐๑/เวช/๑๒", "ศธ 04001/เวช/12", False),
    ("เลขที่ ๑๒/รพ.ดอยงาม/๒๕๖๗", "12/รพ.ดอยงาม/2567", False),
    ("เลขที่ รพ.ดอยงาม ๑๒/๒๕๖๗", "รพ.ดอยงาม 12/2567", False),
    ("ที่ ศธ ๐๔๐๐๑/ร. ๑๒", "ศธ 04001/ร. 12", False),
    ("ที่ อว ๐๖๐๕.๑๑ (๒)/ว ๔๕", "อว 0605.11 (2)/ว 45", True),
    ("ที่ ศธ ๐๔๐๐๑/๑๒.๓", "ศธ 04001/12.3", False),
]
# rows of the domain's samples of numbers: as printed → code, unit, circular, running number
SAMPLES = [
    ("ที่ มท ๐๘๙๒.๒/ว ๘๐๓ ลงวันที่ ๑๔ พฤษภาคม ๒๕๕๐", "มท", "0892.2", True, "803"),
    ("กค (กวจ) 0405.2/ว 727 ลงวันที่ 22 กันยายน 2569", "กค", "0405.2", True, "727"),
    ("มท ๐๓๑๙ /ว ๑๘๗๗", "มท", "0319", True, "1877"),
    ("ที่ มท ๐๘๐๕.๒/ว ๓๔๘๒ ลว. ๑๘ สิงหาคม ๒๕๖๖", "มท", "0805.2", True, "3482"),
    ("มท ๐๘๐๘.๒/ว ๕๒๓๒ ... ๒๕ ส.ค. ๖๙", "มท", "0808.2", True, "5232"),
    ("ชร ๐๐๒๓.๑/ว ๔๕๘๙", "ชร", "0023.1", True, "4589"),
    ("ศธ 0527.10", "ศธ", "0527.10", False, None),
    ("ยล ๕๔๒๐๑/", "ยล", "54201", False, None),
    ("ชร ๕๒๐๐๑/ว", "ชร", "52001", True, None),
    ("นร 0505/ว89", "นร", "0505", True, "89"),
    ("ตผ 0042/1155", "ตผ", "0042", False, "1155"),
    ("๒๗๘๔/๒๕๖๙", None, None, False, "2784"),
]
NO_NUMBER = [
    "ที่ /๒๕๖๔",
    "ที่ ...../๒๕๖๔",
    "ที่",
    "ที่ ชื่อหน่วยงาน",
    "ลว. 12 พ.ย. 58",
    "ลง 4 ต.ค. 2549",
    "เลขรับ..... 810",
    "ที่ ๑๓/๐๙/๒๕๖๗",  # a date
    "ที่ตั้ง ๑๒/๓ หมู่ ๔",
    "ที่ ๒๐๐ ถนนหลัก",
    "",
]


@pytest.mark.parametrize(("text", "value", "circular"), PRINTED)
def test_value(text: str, value: str, circular: bool) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.value, number.circular) == (value, circular)


@pytest.mark.parametrize(("text", "code", "unit", "circular", "running"), SAMPLES)
def test_parts(
    text: str, code: str | None, unit: str | None, circular: bool, running: str | None
) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.code, number.unit, number.circular, number.running) == (
        code,
        unit,
        circular,
        running,
    )


def test_what_stands_beside_a_number_is_no_part_of_it() -> None:
    blank = parse_number("ที่ มท ๐๓๐๙/ มกราคม ๒๕๖๗")
    assert blank is not None and blank.value == "มท 0309/"
    for beside in ("กรมการปกครอง", "สพฐ.", "วันที่ ๑ มกราคม ๒๕๖๖", "-", "๑๒ มี.ค. ๖๖"):
        number = parse_number(f"ที่ มท ๐๓๐๙.๒/๑๑ {beside}")
        assert number is not None and number.value == "มท 0309.2/11"


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
    ("เรื่องร้องเรียนที่ ๐๘๙/๒๕๖๗", []),
    ("สัญญาเลขที่ 3/2564", []),
    ("คดีหมายเลขดำที่ บ.๑๘/๒๕๖๖", []),
    ("คดีอาญาที่ ๔๑๗/๒๕๖๖", []),
    ("หนังสือ ตร. ที่ ๐๐๐๗.๓๔/๔๘๗๑", ["๐๐๐๗.๓๔/๔๘๗๑"]),
    ("ปีการศึกษา ๒๕๖๔/๑ ชั้น ม.5 1234/5", []),
    ("โทร. 0 5453 4119/12", []),
    ("หนังสือ ธกส. ที่ ธกส.นม./๔๕/๖๖ ลงวันที่ ๑ มีนาคม ๒๕๖๖", ["ธกส.นม./๔๕/๖๖"]),
    ("หนังสือเวียนที่ ว ๔๕ ลงวันที่ ๑ มีนาคม ๒๕๖๖", ["ว ๔๕"]),
    ("หนังสือ ตร. ที่ ๐๐๐๑(ปป)/๙๘๗ ลง ๒๕ มี.ค. ๖๗", ["๐๐๐๑(ปป)/๙๘๗"]),
    ("ระหว่างวันที่ ๑ - ๓ สิงหาคม ๒๕๖๖ ลงวันที่ ๔", []),
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


@given(st.from_regex(REGULAR, fullmatch=True))
def test_the_key_of_a_regular_number_is_that_of_its_parts(value: str) -> None:
    number = parse_typed_number(value)
    assert number is not None and number_key(value) == number.key


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


codes = st.sampled_from(["มท", "ศธ", "พร", "สตช", "อว", "ม.อ.", "รฟท", "MOI"])
units = st.from_regex(
    r"0[0-9]{3}(\.[0-9]{1,2}){0,3}|[1-9][0-9]{4}|[1-9][0-9](\.[0-9]){1,3}|0[0-9]{3}\([0-9]\)",
    fullmatch=True,
)
parts = st.sampled_from(["", "", "/รพ.2", "/รพ.สต.12"])
marks = st.sampled_from(["", "ว ", "ว(ล) "])
running = st.from_regex(r"[0-9]{1,5}", fullmatch=True)
gaps = st.sampled_from(["", " ", "  "])


@given(codes, units, parts, marks, running, st.booleans(), gaps, gaps)
def test_round_trip(
    code: str, unit: str, part: str, mark: str, run: str, in_thai: bool, before: str, after: str
) -> None:
    value = f"{code} {unit}{part}/{mark}{run}"
    printed = f"{code}{before or ' '}{unit}{part}{before}/{after}{mark}{run}"
    number = parse_number(f"ที่ {thai(printed) if in_thai else printed} ลงวันที่")
    assert number is not None and number.value == value
    assert number_key(value.replace(" ", "")) == number_key(value)
    (found,) = find_numbers(f"ตามหนังสือกรม ที่ {printed} ลงวันที่ ๑ มกราคม ๒๕๖๖")
    assert found.number.value == value


initials = st.text("กขคงจชตทธนบปพมยรลสห", min_size=2, max_size=4)
years = st.integers(2484, 2599)


@given(st.lists(initials, min_size=1, max_size=3), st.integers(1, 999), years, st.booleans(), gaps)
def test_numbers_counted_by_the_year_keep_their_letters(
    letters: list[str], run: int, year: int, in_thai: bool, gap: str
) -> None:
    printed = f"{'.'.join(letters)}. {run}{gap}/{gap}{year}"
    number = parse_number(f"ที่ {thai(printed) if in_thai else printed}")
    assert number is not None
    assert number.value == f"{'.'.join(letters)}. {run}/{year}"


@given(st.integers(1, 99999), years, gaps, st.booleans())
def test_orders(run: int, year: int, gap: str, in_thai: bool) -> None:
    printed = f"{run}{gap}/{gap}{year}"
    number = parse_number(f"ที่ {thai(printed) if in_thai else printed}")
    assert number is not None and number.value == f"{run}/{year}"


@example("0/ข ว0")
@given(st.text("กขพว0123456789๑๒./-() ที่", max_size=30))
def test_a_value_parses_back_to_itself(text: str) -> None:
    number = parse_number(f"ที่ {text}")
    if number is not None:
        again = parse_number(number.value)
        assert again is not None and again.value == number.value


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    for mention in find_numbers(text):
        assert text[mention.start : mention.end] == mention.text
    parse_number(text)
    parse_typed_number(text)
    assert arabic(thai(arabic(text))) == arabic(text)
    assert len(arabic(text)) == len(text)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("ที่ รร.วน ๑๑๔/๒๕๖๘", "รร.วน 114/2568"),
        ("ที่ รพ.ธช ๐๑/๓๓๒", "รพ.ธช 01/332"),
        ("ที่ ม.ท ๐๘๑๐/๑", "มท 0810/1"),  # a code of annex 1 has no dot
    ],
)
def test_dots_within_an_offices_own_code_are_kept(printed: str, value: str) -> None:
    found = match_number(printed, len("ที่ "))
    assert found is not None and found.number.value == value
    assert number_key(value) == number_key(value.replace(".", ""))  # and nothing hangs on them
