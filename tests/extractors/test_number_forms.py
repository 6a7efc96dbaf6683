from __future__ import annotations

import pytest

from extractors.number import find_numbers, match_number, number_key, parse_number

# as printed → value, circular
OF_ENTERPRISES_AND_COURTS = [
    # a branch and its section before the running number
    ("ที่ มท ๕๓๐๙.๔/นน.(บห) ๓๓๑๔/๒๕๖๖", "มท 5309.4/นน.(บห) 3314/2566", False),
    ("ที่ มท ๕๓๐๑.๒/พย.๓ ๒๐๘๘", "มท 5301.2/พย.3 2088", False),
    ("ที่ กฟภ. ก.๒ (สร.) มต. ๔๕/๖๔", "กฟภ. ก.2 (สร.) มต. 45/64", False),
    ("ที่ กปภ.ข.๙ (ทป.) ๑๐๑/๒๕๖๗", "กปภ.ข.9 (ทป.) 101/2567", False),
    ("ที่ กฟผ. อ-กง. 77/2565", "กฟผ. อ-กง. 77/2565", False),
    ("ที่ ธอ.ภ๓ (สช) ๐๒๐/๒๕๖๕", "ธอ.ภ3 (สช) 020/2565", False),
    ("ที่ สทภ. IT ๐๑๒/๒๕๖๘", "สทภ. IT 012/2568", False),
    ("ที่ ศย ๓๐๒/ว ๒๙(ป)", "ศย 302/ว 29(ป)", True),  # a court's
    ("ที่ ศย ๓๐๒.๑๑/๒๙(ป)", "ศย 302.11/29(ป)", False),
    ("ที่ ยล ๐๐๓๓.๓๐๓/ยศ ว ๑๕", "ยล 0033.303/ยศ ว 15", True),  # a hospital's section
    ("ที่ ๕๒๙๐๑/กค ว ๓", "52901/กค ว 3", True),
    ("ที่ กลุ่ม รร. ๙/๒๕๖๗", "กลุ่ม รร. 9/2567", False),
    ("ที่ สก.ดง. ว.๓๑/๒๕๖๗", "สก.ดง. ว 31/2567", True),  # a co-operative's circular
    ("ที่ อว ๐๖๙๙.๒๑/HR-๒๑๔", "อว 0699.21/HR-214", False),  # a section in Latin letters
    ("ที่ คค ๕๑๐๑.๔/บร-๓๐๒/๒๕๖๗", "คค 5101.4/บร-302/2567", False),  # its section, a hyphen, the year
    ("ที่ นน ๕๒๐๗.๑๑/จน-๑๘", "นน 5207.11/จน-18", False),
    ("ที่ กปภ ๕๕๒๐/ผบค-๐๙/๒๕๖๖", "กปภ 5520/ผบค-09/2566", False),
    ("ที่ รง ๐๐๓๑.นน/ว ๗๒", "รง 0031.นน/ว 72", True),  # the province behind the unit
]


@pytest.mark.parametrize(("text", "value", "circular"), OF_ENTERPRISES_AND_COURTS)
def test_value(text: str, value: str, circular: bool) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.value, number.circular) == (value, circular)
    assert number_key(number.value) == number.key


@pytest.mark.parametrize(("text", "value", "_circular"), OF_ENTERPRISES_AND_COURTS)
def test_found_as_a_citation(text: str, value: str, _circular: bool) -> None:
    found = find_numbers(f"ตามหนังสือ {text} ลงวันที่ ๓ มกราคม ๒๕๖๗")
    assert [mention.number.value for mention in found] == [value]


def test_a_letter_behind_the_number_of_a_court_is_often_left_out() -> None:
    assert number_key("ศย 302/ว 29(ป)") == number_key("ศย 302/ว 29")


@pytest.mark.parametrize(
    ("head", "value"),
    [("ที่ กข ๐๐๐๙,๕/ว ๑๔๘", "กข 0009.5/ว 148"), ("ที่ กข ๐๘๑๐.๗/๑,๒๕๐", "กข 0810.7/1")],
    ids=["a point of the code", "not one of the running number"],
)
def test_a_comma_within_a_code_is_a_point(head: str, value: str) -> None:
    mention = match_number(head)
    assert mention is not None
    assert mention.number.value == value
