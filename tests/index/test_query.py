"""What people type is understood, whatever they type."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.query import parse_query
from index.query_model import EARLIEST, LATEST, Part
from index.query_text import LONGEST

DAY = ("2021-02-15", "2021-02-15")
MONTH = ("2021-02-01", "2021-02-28")
FISCAL = ("2020-10-01", "2021-09-30")
QUARTER = ("2021-01-01", "2021-03-31")


def ways(part: Part) -> list[tuple[str, str]]:
    return [(one.what, one.value) for one in part.readings if one.what != "dates"]


def only(typed: str) -> Part:
    (part,) = parse_query(typed).parts
    return part


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("มท 0810.7/ว 2563", "มท 0810.7/ว 2563"),
        ("มท๐๘๑๐.๗/ว๒๕๖๓", "มท0810.7/ว2563"),
        ("ที่ มท ๐๘๑๐.๗/ว ๒๕๖๓", "ที่ มท 0810.7/ว 2563"),
        ("ว 2563", "ว 2563"),
        ("ว๒๕๖๓", "ว2563"),
        ("ที่ 117/2564", "ที่ 117/2564"),
        ("๑๑๗/๒๕๖๔", "117/2564"),
    ],
)
def test_a_number(typed: str, number: str) -> None:
    assert ways(only(typed))[0] == ("number", number)


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("๑๕ กุมภาพันธ์ ๒๕๖๔", DAY),
        ("15 ก.พ. 64", DAY),
        ("ลงวันที่ 15/2/2564", DAY),
        ("2021-02-15", DAY),
        ("2564-02-15", DAY),
        ("2/15/2021", DAY),
        ("15 February 2021", DAY),
        ("ก.พ. 2564", MONTH),
        ("ก.พ. 64", MONTH),
        ("Feb 2021", MONTH),
        ("ปีงบ 2564", FISCAL),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๔", FISCAL),
        ("FY2564", FISCAL),
        ("ไตรมาส 2/2564", QUARTER),
        ("ม.ค.–มี.ค. 2564", QUARTER),
        ("ม.ค. - มี.ค. 64", QUARTER),
        ("มกราคม ถึง มีนาคม 2564", QUARTER),
        ("1 ม.ค. - 31 มี.ค. 2564", QUARTER),
        ("2021-01-01..2021-03-31", QUARTER),
        ("ต.ค. 2563 ถึง ก.ย. 2564", FISCAL),
        ("ต.ค. – ก.ย. 2564", FISCAL),  # a span that ends the year after it begins
        ("1-28 ก.พ. 2564", MONTH),
        ("2563-2564", ("2020-01-01", "2021-12-31")),
        ("ปี 2564", ("2021-01-01", "2021-12-31")),
        ("ค.ศ. 2021", ("2021-01-01", "2021-12-31")),
        ("ตั้งแต่ ก.พ. 2564", ("2021-02-01", LATEST)),
        ("หลัง 14 ก.พ. 2564", ("2021-02-15", LATEST)),
        ("ก่อน 1 มี.ค. 2564", (EARLIEST, "2021-02-28")),
    ],
)
def test_a_date_or_a_span(typed: str, span: tuple[str, str]) -> None:
    part = only(typed)
    assert [one.span for one in part.readings] == [span]
    assert (part.start, part.end) == (0, len(parse_query(typed).text))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # alone a numeral is rather a number; beside words rather a year
        ("2564", ["running", "dates", "words"]),
        ("มาตรฐาน 2564", ["dates", "running", "words"]),
        ("117", ["running", "words"]),
        ("12/2564", ["number", "dates"]),  # order 12, or December
        ("117/64", ["number", "number"]),  # as written short, or in full
        ("15/2/21", ["dates", "dates"]),  # 2521, or 2021
        ("2/3/2021", ["dates", "dates"]),  # 2 March, or February 3
        ("มท 0810.7", ["number", "unit"]),
        ("คำสั่ง", ["kind", "words"]),
    ],
)
def test_what_can_be_taken_in_several_ways_says_which_first(
    typed: str, expected: list[str]
) -> None:
    assert [one.what for one in parse_query(typed).parts[-1].readings] == expected


def test_a_kind_an_office_and_a_number_in_one() -> None:
    kind, office, number = parse_query("คำสั่งจังหวัดแพร่ 117/2564").parts
    assert ways(kind) == [("kind", "order"), ("words", "คำสั่ง")]
    assert ways(office) == [("words", "จังหวัดแพร่")]
    assert ways(number) == [("number", "117/2564")]


@pytest.mark.parametrize(
    ("typed", "words", "number"),
    [
        ("คำสั่งสำนักงานเขตพื้นที่ 117/2564", "สำนักงานเขตพื้นที่", "117/2564"),
        ("คำสั่งจังหวัดแพร่ที่ 117/2564", "จังหวัดแพร่", "ที่ 117/2564"),
        ("คำสั่งจังหวัดแพร่เลขที่ 117/2564", "จังหวัดแพร่", "เลขที่ 117/2564"),
    ],
)
def test_an_office_whose_name_ends_in_the_letters_of_the_keyword_keeps_them(
    typed: str, words: str, number: str
) -> None:
    query = parse_query(typed)
    assert [query.text[part.start : part.end] for part in query.parts] == ["คำสั่ง", words, number]


def test_a_subject_that_ends_in_until_keeps_it() -> None:
    """การตรวจสอบภายใน is an audit, ภายใน ก.ค. 2567 the time until July."""
    subject, month = parse_query("การตรวจสอบภายใน ก.พ. 2564").parts
    assert ways(subject) == [("words", "การตรวจสอบภายใน")]
    assert month.readings[0].span == MONTH
    assert only("ภายใน ก.พ. 2564").readings[0].span == (EARLIEST, MONTH[1])


@pytest.mark.parametrize(
    "typed", ["นายสมชาย ใจดี", "ดร.สมชาย ใจดี", "ว่าที่ร้อยตรี สมชาย ใจดี", "พ.ต.อ. สมชาย ใจดี"]
)
def test_a_person_with_a_title_is_looked_for_without(typed: str) -> None:
    assert ways(only(typed)) == [("name", "สมชาย ใจดี")]


def test_an_office_that_begins_like_a_title_is_no_person() -> None:
    assert [
        one.what for part in parse_query("นายอำเภอ ทุกอำเภอ").parts for one in part.readings
    ] == [
        "words",
        "words",
    ]


@pytest.mark.parametrize(
    ("typed", "field", "way"),
    [
        ("เรื่อง:มาตรฐาน", "subject", ("words", "มาตรฐาน")),
        ('เรื่อง: "การจัด บริการ"', "subject", ("phrase", "การจัด บริการ")),
        ("จาก:จังหวัดแพร่", "issuer", ("words", "จังหวัดแพร่")),
        ("ถึง:นายอำเภอ", "recipients", ("words", "นายอำเภอ")),
        ("subject:budget", "subject", ("words", "budget")),
        ("From:MOI", "issuer", ("words", "MOI")),
        ("ลงนาม:สมชาย", "names", ("words", "สมชาย")),
        ("ชนิด:คำสั่ง", None, ("kind", "order")),
        ("kind:memo", None, ("kind", "memo")),
        ("แฟ้ม:packet", None, ("file", "packet")),
    ],
)
def test_fields(typed: str, field: str | None, way: tuple[str, str]) -> None:
    part = only(typed)
    assert part.field == field
    assert ways(part) == [way]


@pytest.mark.parametrize("quotes", ['"ก ข"', "“ก ข”", "”ก ข“", "«ก ข»"])
def test_quotes_of_all_kinds(quotes: str) -> None:
    assert ways(only(quotes)) == [("phrase", "ก ข")]


def test_minus_leaves_out_and_or_gives_a_choice() -> None:
    query = parse_query("โรงเรียน OR วิทยาลัย หรือ อบต แพร่ -ยกเลิก -ว 12")
    assert [[ways(part)[0][1] for part in group] for group in query.wanted] == [
        ["โรงเรียน", "วิทยาลัย", "อบต"],
        ["แพร่"],
    ]
    assert [ways(part)[0][1] for part in query.unwanted] == ["ยกเลิก", "ว 12"]


@pytest.mark.parametrize("typed", ["หรือ", "OR", "และ", "ที่"])
def test_a_word_that_joins_others_is_a_word_alone(typed: str) -> None:
    assert ways(only(typed)) == [("words", typed)]


def test_words_phrases_numbers_and_dates_in_any_mix() -> None:
    query = parse_query('แต่งตั้ง "การจัดบริการสาธารณะ" ก.พ. 2564 ว 12')
    assert [part.readings[0].what for part in query.parts] == ["words", "phrase", "dates", "number"]


def test_chips_say_how_each_part_was_taken_and_what_stays_without_it() -> None:
    first, second, third = parse_query("มาตรฐาน OR ๑๒/๒๕๖๔ จาก:จังหวัดแพร่").chips
    assert (first.typed, first.label.th, first.rest) == (
        "มาตรฐาน",
        "คำ “มาตรฐาน”",
        "12/2564 จาก:จังหวัดแพร่",
    )
    assert second.label.en == "number 12/2564 or dated 2021-12"
    assert second.label.th == "เลขที่ 12/2564 หรือ ลงวันที่ ธ.ค. 2564"
    assert second.rest == "มาตรฐาน จาก:จังหวัดแพร่"
    assert third.rest == "มาตรฐาน OR 12/2564"


@pytest.mark.parametrize(
    "typed", ["", "   ", "*", "((((", '"', '""', "\0", "\u200b\u202e", "เรื่อง:"]
)
def test_nothing_to_look_for(typed: str) -> None:
    query = parse_query(typed)
    assert not query or ways(query.parts[0]) == [("words", "เรื่อง")]


@pytest.mark.parametrize(
    "typed", ["[a-", '"หนังสือ', "ก\0ข", "ว 99999999999999", "NOT AND OR", "๙" * 300, "-", "OR OR"]
)
def test_hostile_queries_are_taken_as_words(typed: str) -> None:
    started = time.perf_counter()
    parse_query(typed)
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("typed", ["(" * 40_000, "ก" * 40_000, "ก " * 300])
def test_of_a_long_query_the_beginning_is_read(typed: str) -> None:
    started = time.perf_counter()
    query = parse_query(typed)
    assert query.cut
    assert len(query.text) <= LONGEST
    assert time.perf_counter() - started < 5


PIECES = st.sampled_from(
    [
        *(
            "มท 0810.7/ว 2563",
            "ว 12",
            "117/2564",
            "2564",
            "15 ก.พ. 64",
            "ก.พ.",
            "–",
            "-",
            "..",
            "ถึง",
        ),
        *("นายสมชาย", "ใจดี", "คำสั่ง", "จังหวัดแพร่", "เรื่อง:", "จาก:", '"', "“", "OR", "|", "ปีงบ"),
        *("ไตรมาส 2/", "ที่", "ลงวันที่", "31/2/2564", "0", "ๆ", "\ue000", "ํา", "to:", " ", "  "),
    ]
)


@settings(max_examples=300)
@example('" เรื่อง:0 0"')  # a field named within a quote
@example('เรื่อง:"ก" "จาก:ข"')
@given(st.text(max_size=400) | st.lists(PIECES, max_size=12).map("".join))
def test_anything_is_understood(typed: str) -> None:
    query = parse_query(typed)
    end = 0
    for part in query.parts:
        assert end <= part.start < part.end <= len(query.text), "parts lie side by side"
        assert part.readings
        end = part.end
    for chip in query.chips:
        assert len(chip.rest) < len(query.text) + 4
        assert chip.label.th
        assert chip.label.en
        parse_query(chip.rest)
    assert all(group for group in query.wanted)
