"""The month nearest to what was read of a dater's letters."""

import pytest

from pipeline.stamps.month import months_of
from pipeline.thai_months import SHORT_MONTHS


@pytest.mark.parametrize(
    ("texts", "month"),
    [
        (["ก.ย."], "ก.ย."),
        (["กย", "hข", "ก.ย"], "ก.ย."),  # at three widths
        (["Ia ย", "เa ย", "La ย"], "เม.ย."),
        (["มี.ด."], "มี.ค."),
        (["w.ย."], "พ.ย."),
    ],
)
def test_the_nearest_abbreviation(texts: list[str], month: str) -> None:
    chances = months_of(texts)
    best = max(chances, key=lambda each: chances[each])
    assert SHORT_MONTHS[best] == month
    assert chances[best] > 0.5


@pytest.mark.parametrize("texts", [["2565"], ["เวลา"], ["ก."], ["", ""]])
def test_what_may_be_any_month_or_none_is_no_month(texts: list[str]) -> None:
    assert max(months_of(texts).values(), default=0.0) < 0.5


def test_what_was_read_exactly_is_likelier() -> None:
    assert months_of(["ก.ค."])[6] > months_of(["ก.ด."])[6]


def test_chances_leave_room_for_none() -> None:
    assert sum(months_of(["พ.ศ.ก."]).values()) < 1.0
