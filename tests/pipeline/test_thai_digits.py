"""Thai and Arabic digits, character for character."""

from __future__ import annotations

import doctest

from hypothesis import given
from hypothesis import strategies as st

from pipeline import thai_digits
from pipeline.thai_digits import arabic, thai


def test_the_examples_of_the_module_are_true() -> None:
    result = doctest.testmod(thai_digits)
    assert result.attempted and not result.failed


@given(st.text(alphabet="๐๑๒๓๔๕๖๗๘๙0123456789 กขาำ่/.", max_size=40))
def test_one_digit_becomes_one_digit_and_nothing_else_changes(text: str) -> None:
    plain = arabic(text)
    assert len(plain) == len(text)
    assert not set(plain) & set("๐๑๒๓๔๕๖๗๘๙")
    assert arabic(thai(plain)) == plain
    assert [one for one in plain if not one.isdigit()] == [one for one in text if not one.isdigit()]
