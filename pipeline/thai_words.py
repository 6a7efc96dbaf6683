"""The only room of this floor that knows PyThaiNLP: the words of Thai, and text cut into them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pythainlp.corpus import thai_family_names, thai_female_names, thai_male_names, thai_words
from pythainlp.tokenize import word_tokenize


@lru_cache(maxsize=1)
def words() -> frozenset[str]:
    """The general dictionary of PyThaiNLP, 62,000 words."""
    return frozenset(thai_words())


def cut(text: str) -> list[str]:
    """The words of a text in order, white space included: joined they give the text again.

    What is in no dictionary comes as pieces of a letter or more (engine newmm).
    """
    pieces: list[str] = word_tokenize(text, engine="newmm", join_broken_num=False)
    return pieces


class Known(NamedTuple):
    """How well the words of a text are known."""

    letters_unknown: int  # in pieces that the general dictionary has not
    pieces_unknown: int
    words: int  # that it has


def known(text: str) -> Known:
    """What of a text stands in the general dictionary, word by word; white space is none of it.

    >>> known("ผู้อำนวยการโรงพยาบาล").letters_unknown
    0
    >>> known("ผู้อำนวยการ รงพยาบาล").letters_unknown > 0
    True
    """
    pieces = [piece for word in text.split() for piece in cut(word)]
    unknown = [piece for piece in pieces if piece not in words()]
    return Known(sum(map(len, unknown)), len(unknown), len(pieces) - len(unknown))


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names of Thais that are in PyThaiNLP's lists, 11,800."""
    return frozenset(thai_female_names() | thai_male_names())


@lru_cache(maxsize=1)
def family_names() -> frozenset[str]:
    """Surnames of Thais that are in PyThaiNLP's list, 9,800."""
    return frozenset(thai_family_names())
