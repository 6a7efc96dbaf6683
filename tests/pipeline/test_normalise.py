from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise import STEPS, clean, normalise

CASES = [
    ("คําสั่ง", "คำสั่ง", "sara am composed"),
    ("นํ้า", "น้ำ", "sara am composed"),
    ("น้ํา", "น้ำ", "sara am composed"),
    ("นำ้", "น้ำ", "sara am composed"),
    ("เเพร่", "แพร่", "sara ae composed"),
    ("ท่ี", "ที่", "marks put in order"),
    ("ที่่", "ที่", "doubled marks made single"),
    ("สิ่งทีส่ งมาด้วย", "สิ่งทีส่ งมาด้วย", None),  # a tone on the wrong letter is not encoding
    ("ท ี่", "ที่", "syllables closed"),
    ("เ รื่อง", "เรื่อง", "syllables closed"),
    ("จั ดการ", "จัดการ", "syllables closed"),
    ("มท\u00a0๐๘๑๐.๗", "มท ๐๘๑๐.๗", "spaces made plain"),
    ("หนังสือ\u200bราช\u00adการ", "หนังสือราชการ", "invisible characters dropped"),
    ("ที่ มท ๐๘๑๐.๗/ว ๒๕๖๓", "ที่ มท ๐๘๑๐.๗/ว ๒๕๖๓", None),
]


@pytest.mark.parametrize(("text", "expected", "step"), CASES)
def test_one_fault_one_step(text: str, expected: str, step: str | None) -> None:
    cleaned = clean(text)
    assert cleaned.text == expected
    assert cleaned.steps == ((step,) if step else ())


def test_what_changed_is_told() -> None:
    assert clean("คําสั่ง ท ี่").steps == ("syllables closed", "sara am composed")


THAI = st.text(alphabet=st.characters(codec="utf-8", min_codepoint=0x0E01, max_codepoint=0x0E5B))
ANY = st.one_of(THAI, st.text(), st.text(alphabet="กท่้ีัํำาเ แ ๑2\u200b\u00a0"))


@given(ANY)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(ANY)
def test_digits_are_never_touched(text: str) -> None:
    digits = re.compile(r"[0-9๐-๙]")
    assert digits.findall(normalise(text)) == digits.findall(text)


@given(ANY)
def test_consonants_are_never_touched(text: str) -> None:
    consonants = re.compile(r"[ก-ฮ]")
    assert consonants.findall(normalise(text)) == consonants.findall(text)


def test_every_step_has_a_name_and_leaves_plain_text_alone() -> None:
    for name, step in STEPS.items():
        assert name
        assert step("เรื่อง การส่งหนังสือ 12/2564") == "เรื่อง การส่งหนังสือ 12/2564"
