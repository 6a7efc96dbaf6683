"""Words are cut as PyThaiNLP's newmm cuts them, to the letter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pythainlp.tokenize import word_tokenize
from pythainlp.util import dict_trie

from extractors.text.newmm import Lexicon, cut

WORDS = [
    "ก",
    "มา",
    "มาก",
    "มากมาย",
    "กา",
    "กาก",
    "ยาก",
    "นา",
    "นาน",
    "าน",
    "ๆ",
    "มา ๆ",
    "ก.พ.",
    "เมีย",
]
PIECES = [
    *WORDS,
    "ม",
    "ย",
    "เ",
    "แ",
    "่",
    "้",
    "์",
    "ะ",
    " ",
    "  ",
    "\n",
    "1,234",
    "๑",
    "AB-c",
    "/",
    ".",
]


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_text_is_cut_as_newmm_cuts_it(text: str) -> None:
    theirs = word_tokenize(text, custom_dict=dict_trie(WORDS), join_broken_num=False)
    assert cut(text, Lexicon.of(WORDS)) == theirs


def test_many_ways_to_cut_are_given_up_where_newmm_gives_them_up() -> None:
    words = ["ก" * length for length in range(1, 12)]
    theirs = word_tokenize("ก" * 70 + "ข", custom_dict=dict_trie(words), join_broken_num=False)
    assert cut("ก" * 70 + "ข", Lexicon.of(words)) == theirs


def test_a_word_ends_where_no_mark_is_torn_from_its_letter() -> None:
    assert cut("กาก่า", Lexicon.of(["กา", "กาก"])) == ["กา", "ก่า"]
