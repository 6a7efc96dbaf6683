"""A repaired line still tells what was recognised, to the letter."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models import Box, Line, Word
from pipeline.repair import repair

SURE, DOUBTED = 0.93, 0.80


def read(text: str, doubted: str = "") -> Line:
    """A line as the recogniser gives it: a word for each letter, those of `doubted` not sure."""
    at = text.find(doubted) if doubted else len(text)
    words = []
    for place, letter in enumerate(text):
        if letter != " ":
            sure = DOUBTED if at <= place < at + len(doubted) else SURE
            box = Box(place / 100, 0.1, (place + 1) / 100, 0.2)
            words.append(Word(letter, box, sure))
    return Line(text, 1, Box(0, 0.1, 1, 0.2), SURE, tuple(words))


@pytest.mark.parametrize(
    ("text", "doubted", "expected", "changes"),
    [
        ("หนังสือ", "ห", "หนังสือ", []),
        ("คําสั่ง", "", "คำสั่ง", [("คํา", "คำ", "sara am composed", True)]),
        ("เเพร่", "", "แพร่", [("เเ", "แ", "sara ae composed", True)]),
        ("ท่ี", "", "ที่", [("ท่ี", "ที่", "marks put in order", True)]),
        ("ที่่", "", "ที่", [("ที่่", "ที่", "doubled marks made single", False)]),
        ("ท ี่", "", "ที่", [("ท ี่", "ที่", "syllables closed", False)]),
        (
            "หนังสิอ",
            "สิ",
            "หนังสือ",
            [
                (
                    "หนังสิอ",
                    "หนังสือ",
                    "not a word; of all terms only หนังสือ is like it but for a mark",
                    False,
                )
            ],
        ),
        (
            "มีอ๋ํานาจหน้าที่",
            "อ๋",
            "มีอำนาจหน้าที่",
            [
                (
                    "อ๋ํานาจหน้าที่",
                    "อำนาจหน้าที่",
                    "sara am composed; "
                    "not a word; of all terms only อำนาจหน้าที่ is like it but for a mark",
                    False,
                )
            ],
        ),
    ],
)
def test_what_was_changed_is_kept(
    text: str, doubted: str, expected: str, changes: list[tuple[str, str, str, bool]]
) -> None:
    line = repair(read(text, doubted))
    assert line.text == expected
    assert line.recognised == text
    made = [(each.read, each.became, each.reason, each.encoding) for each in line.changes]
    assert made == changes


def test_a_change_knows_its_ink() -> None:
    line = repair(read("ที่ คําสั่ง", "ที"))
    (change,) = line.changes
    assert line.text[change.start :].startswith(change.became)
    assert change.box == Box(0.04, 0.1, 0.07, 0.2)


def test_a_line_whose_words_do_not_spell_it_is_cleaned_and_no_more() -> None:
    line = repair(Line("หนังสิอ คําสั่ง", 1, Box(0, 0, 1, 1), 0.5, (Word("ห", Box(0, 0, 1, 1), 0.1),)))
    assert line.text == "หนังสิอ คำสั่ง"
    assert line.changes[0].box == line.box


RUINS = st.text(alphabet="กขงจดตถทนบปพมรลวสอหเแใาำํะัิีึืุู่้็์ ๐๑๒12()./\u200b", max_size=40)
SENTENCES = st.lists(
    st.sampled_from(["หนังสิอ", "จัดซือ จัดจ้าง", "คําสั่ง", "สิงที่ส่งมาด้วย", "บริห าร", "ท ี่", "นายก ๑๒"]),
    max_size=6,
).map("".join)


@given(st.one_of(RUINS, SENTENCES))
def test_the_reading_can_be_had_back(text: str) -> None:
    doubted = read(text, text)
    line = repair(doubted)
    assert line.recognised == text
    assert line.words == doubted.words
    digits = re.compile(r"[0-9๐-๙]")
    assert digits.findall(line.text) == digits.findall(text)
    for one, other in zip(line.changes, line.changes[1:], strict=False):
        assert one.start + len(one.became) <= other.start
