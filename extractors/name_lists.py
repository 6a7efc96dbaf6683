"""Whether a person's name was probably misread, by the lists of Thai names that PyThaiNLP brings.

A name in no list says nothing: most surnames are borne by one family alone. One that looks like a
name in a list but for two letters that readers of print take for each other does.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from extractors.people import without_title

# Letters that look alike in print that was copied: ซูช่วย for ชูช่วย, วิโลวรรณ for วิไลวรรณ
_ALIKE = ("ชซ", "กภถ", "บป", "ผฝ", "พฟ", "ฎฏ", "โใไ")
_TAKEN_FOR = {one: set(group) - {one} for group in _ALIKE for one in group}


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    from pythainlp.corpus import thai_family_names, thai_female_names, thai_male_names

    return frozenset(thai_family_names() | thai_female_names() | thai_male_names())


def is_misread_name(name: str) -> bool:
    """Whether a word of the name is in no list, and one letter that looks alike would make it so.

    >>> is_misread_name("พ.ต.อ.สมคิด ซูช่วย"), is_misread_name("พ.ต.อ.สมคิด ชูช่วย")
    (True, False)
    """
    words = without_title(name).split()
    return any(
        word not in _names() and any(like in _names() for like in _like(word)) for word in words
    )


def _like(word: str) -> Iterator[str]:
    for place, letter in enumerate(word):
        for other in _TAKEN_FOR.get(letter, ()):
            yield word[:place] + other + word[place + 1 :]
