"""Names of which one sign more or less would make one that many bear."""

from __future__ import annotations

import pytest

from extractors.doubt.name_parts import has_unlikely_part, is_near_a_given_name


@pytest.mark.parametrize(
    ("name", "unlikely"),
    [
        ("นายเพชร ชื้นบุญ", True),  # ชื่น stands in many names, ชื้น in hardly any
        ("นายเพชร ชื่นบุญ", False),
        ("นายเพชร ทองดี", False),  # listed whole
        ("นายเพชร รักนาน", False),  # no part that another is like
        ("ผู้อำนวยการ", False),
        ("", False),
    ],
)
def test_a_part_that_hardly_any_name_has(name: str, unlikely: bool) -> None:
    assert has_unlikely_part(name) is unlikely


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("นายสมบต มีทอง", True),
        ("นายสมบัติ มีทอง", False),
        ("นายฤๅษี มีทอง", False),  # in no list, nor near to one
        ("นายสมมติ มีทอง", False),  # a word of its own
        ("นายบน มีทอง", False),  # too short to tell
        ("", False),
    ],
)
def test_a_given_name_but_for_its_marks(name: str, near: bool) -> None:
    assert is_near_a_given_name(name) is near


def test_in_sharp_print_only_letters_count_that_are_taken_for_each_other_there_too() -> None:
    assert has_unlikely_part("นายมานะ ใจชื่อ", sharp=True)  # ใจซื่อ
    assert has_unlikely_part("นายมานะ หนองหิน") and not has_unlikely_part("นายมานะ หนองหิน", True)
