"""Names that no list knows and that one sign would make more like those that Thais bear.

Surnames are put together from words (ชื่น + บุญ). A word that hardly any listed name has
within it, where one letter or tone mark that looks alike makes one that many have, was probably
misread: ชื้นบุญ. A given name is listed more often than not; one that is not, and differs
from a listed one in a mark alone, has lost or won it: สมบต.
"""

from __future__ import annotations

import re
from functools import cache

from extractors.doubt.look_alikes import TAKEN_FOR, without_marks
from extractors.text.people import without_title
from extractors.text.segment import ordinary_words, personal_names, segment, unknown_letters
from pipeline.thai_words import given_names

_SHORTEST = 3  # letters of a word within a name: shorter ones are parts of other words
# Times as many listed names as have the word read (of sharp print), and how many at least
_COMMONER, _COMMONER_SHARP, _FEWEST = 3, 2, 3
_SHORTEST_GIVEN = 4  # letters without marks; shorter names have too many like them
_CONSONANTS = re.compile("[ก-ฮ]{5,}")
_IN_SHARP = {"ช": "ซ", "ซ": "ช"}
_TONES = {sign: frozenset("่้๊๋") - {sign} for sign in "่้๊๋"}


def has_unlikely_part(name: str, sharp: bool = False) -> bool:
    """Whether a word within a name that no list knows has a likelier one that looks like it. In
    `sharp` print only those letters count that are taken for each other there, too (ช ซ): of 12
    names with others (three files: หนองหิน, แม่ริม) all were right at first sight.

    Of 3,025 names read right nine have, of 39 misread nine. Of 1,229 names of the corpus none of
    whose signs was changed ten have one or are near a given name; of those with one tone mark for
    another 70 % are then told for misread (30 % without), with one mark lost 36 % (6 %).

    >>> has_unlikely_part("นายเพชร ชื้นบุญ"), has_unlikely_part("นายเพชร ชื่นบุญ")
    (True, False)
    """
    return any(_is_unlikely(word, sharp) for word in without_title(name).split())


def is_near_a_given_name(name: str) -> bool:
    """Whether the given name is in no list, and a listed one has its letters with other marks; or
    a surname is nothing but the letters of a listed one (มณรตน).

    Of 19 given names in no list whose letters are those of a listed one, seven were misread.

    >>> is_near_a_given_name("นายสมบต มีทอง"), is_near_a_given_name("นายสมบัติ มีทอง")
    (True, False)
    """
    given = without_title(name).partition(" ")[0]
    if any(_has_no_marks_left(word) for word in without_title(name).split()):
        return True
    bare = without_marks(given)
    known = given in personal_names() or given in ordinary_words()
    if known or len(bare) < _SHORTEST_GIVEN:
        return False
    return bare in _bare_given_names()


def _has_no_marks_left(word: str) -> bool:
    bare = _CONSONANTS.fullmatch(word) is not None and word not in personal_names()
    return bare and word in _bare_names()


@cache
def _bare_names() -> frozenset[str]:
    return frozenset(map(without_marks, personal_names()))


@cache
def _is_unlikely(word: str, sharp: bool) -> bool:
    if word in personal_names() or unknown_letters(word):
        return False
    parts = (part for part in segment(word) if len(part) >= _SHORTEST)
    return any(
        _bearers(like) >= max(_FEWEST, (_COMMONER_SHARP if sharp else _COMMONER) * _bearers(part))
        for part in parts
        for like in _like(part, sharp)
    )


def _like(part: str, sharp: bool) -> list[str]:
    """The words that differ from one in a letter or a tone mark that looks alike."""
    return [
        like
        for place, sign in enumerate(part)
        for other in (
            _IN_SHARP.get(sign, ()) if sharp else (*TAKEN_FOR.get(sign, ()), *_TONES.get(sign, ()))
        )
        if (like := part[:place] + other + part[place + 1 :]) in ordinary_words()
    ]


@cache
def _bearers(part: str) -> int:
    """How many listed names have the word within them."""
    return sum(part in name for name in personal_names())


@cache
def _bare_given_names() -> frozenset[str]:
    return frozenset(map(without_marks, given_names()))
