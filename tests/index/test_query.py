"""What people type is understood, or refused with a code."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.query import Query, parse_query
from pipeline.errors import BadQuery

DAY = ("2021-02-15", "2021-02-15")
MONTH = ("2021-02-01", "2021-02-28")


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("ว 2563", ["ว 2563"]),
        ("ว๒๕๖๓", ["ว2563"]),
        ("มท0810.7/ว2563", ["มท0810.7/ว2563"]),
        ("ที่ มท ๐๘๑๐.๗/ว ๒๕๖๓", ["ที่ มท 0810.7/ว 2563"]),
        ("ที่ 117/2564", ["ที่ 117/2564"]),
        ("๑๑๗/๒๕๖๔", ["117/2564"]),
        ("คณะกรรมการ ว 2563", ["ว 2563"]),
        ("หนังสือ มท 0810.7/ว 2563 ลงวันที่ ๑๕ ก.พ. ๖๔", ["มท 0810.7/ว 2563"]),
        ("กลุ่มงาน", []),
    ],
)
def test_numbers(typed: str, numbers: list[str]) -> None:
    assert list(parse_query(typed).numbers) == numbers


@pytest.mark.parametrize(
    ("typed", "dates"),
    [
        ("๑๕ กุมภาพันธ์ ๒๕๖๔", [DAY]),
        ("15 ก.พ. 64", [DAY]),
        ("ลงวันที่ 15/2/2564", [DAY]),
        ("2021-02-15", [DAY]),
        ("ก.พ. 2564", [MONTH]),
        ("มท 0810.7/ว 2563 ลงวันที่ 15 ก.พ. 64", [DAY]),
        ("ว 2563", []),
    ],
)
def test_dates(typed: str, dates: list[tuple[str, str]]) -> None:
    query = parse_query(typed)
    assert list(query.dates) == dates
    assert not query.words


def test_a_bare_number_may_be_a_year() -> None:
    (bare,) = parse_query("2564").bare
    assert (bare.digits, bare.year) == ("2564", ("2021-01-01", "2021-12-31"))
    (bare,) = parse_query("117").bare
    assert bare.year is None


def test_words_phrases_numbers_and_dates_in_any_mix() -> None:
    query = parse_query('แต่งตั้ง "การจัดบริการสาธารณะ" ก.พ. 2564 ว 12')
    assert query.words == ("แต่งตั้ง",)
    assert query.phrases == ("การจัดบริการสาธารณะ",)
    assert query.dates == (MONTH,)
    assert query.numbers == ("ว 12",)


@pytest.mark.parametrize("quotes", ['"ก ข"', "“ก ข”", "”ก ข“", "«ก ข»"])
def test_quotes_of_all_kinds(quotes: str) -> None:
    assert parse_query(quotes).phrases == ("ก ข",)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "query_empty"),
        ("   ", "query_empty"),
        ("*", "query_empty"),
        ("((((", "query_empty"),
        ('"', "query_empty"),
        ('""', "query_empty"),
        ("\0", "query_empty"),
        ("\u200b\u202e", "query_empty"),
        ("[a-", None),
        ('"หนังสือ', None),
        ("ก\0ข", None),
        ("ว 99999999999999", None),
        ("NOT AND OR", None),
        ("๙" * 300, None),
        ("(" * 40_000, "query_too_long"),
        ("ก" * 40_000, "query_too_long"),
    ],
)
def test_hostile_queries(typed: str, code: str | None) -> None:
    started = time.perf_counter()
    if code is None:
        assert isinstance(parse_query(typed), Query)
    else:
        with pytest.raises(BadQuery) as refused:
            parse_query(typed)
        assert refused.value.code == code
    assert time.perf_counter() - started < 2


@settings(max_examples=300, deadline=2000)
@given(st.text(max_size=400) | st.text('0123456789/. วทกขมท่ี๑๒๓"()', max_size=400))
def test_anything_is_understood_or_refused(typed: str) -> None:
    try:
        query = parse_query(typed)
    except BadQuery as refused:
        assert refused.code in ("query_empty", "query_too_long")
    else:
        assert query.numbers or query.dates or query.bare or query.words or query.phrases
