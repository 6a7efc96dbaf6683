"""The words of which a word is made: กระทรวงการท่องเที่ยว holds การท่องเที่ยว, and that ท่องเที่ยว."""

from __future__ import annotations

from functools import lru_cache

from extractors.text.segment import ordinary_words

_LEAST = 3  # letters of a part: shorter ones are found in words that have nothing to do with them
_LONGEST = 80  # letters of a word that is taken apart; no dictionary has longer ones


@lru_cache(maxsize=50_000)
def leaves(word: str) -> tuple[str, ...]:
    """The word in its smallest parts, each a word of the general dictionary; whole if it has none.

    >>> leaves("การปกครองส่วนภูมิภาค")
    ('การ', 'ปกครอง', 'ส่วน', 'ภูมิ', 'ภาค')
    """
    parts = _split(word)
    return (word,) if parts is None else tuple(leaf for part in parts for leaf in leaves(part))


@lru_cache(maxsize=50_000)
def inside(word: str) -> tuple[tuple[int, str], ...]:
    """The words within a word and where they begin, such that what is left on either side is made
    of words too.

    >>> inside("การปกครอง")
    ((0, 'การ'), (3, 'ปกครอง'))
    """
    length = len(word)
    if not 2 * _LEAST <= length <= _LONGEST:
        return ()
    begins = [True] + [False] * length  # word[:i] is made of words
    for end in range(1, length + 1):
        begins[end] = any(begins[start] and _is_part(word[start:end]) for start in range(end))
    ends = [False] * length + [True]  # word[i:] is made of words
    for start in range(length - 1, -1, -1):
        ends[start] = any(
            ends[end] and _is_part(word[start:end]) for end in range(start + 1, length + 1)
        )
    return tuple(
        (start, word[start:end])
        for start in range(length)
        for end in range(length, start, -1)
        if begins[start] and ends[end] and end - start < length and _is_part(word[start:end])
    )


def _split(word: str) -> tuple[str, ...] | None:
    """The word in the fewest parts, longer ones first; None if it is not made of words."""
    if not 2 * _LEAST <= len(word) <= _LONGEST:
        return None
    best: list[tuple[str, ...] | None] = [None] * len(word) + [()]
    for start in range(len(word) - 1, -1, -1):
        for end in range(len(word), start, -1):
            after = best[end]
            part = word[start:end]
            if after is None or part == word or not _is_part(part):
                continue
            here = best[start]
            if here is None or len(after) + 1 < len(here):
                best[start] = (part, *after)
    return best[0]


def _is_part(text: str) -> bool:
    return len(text) >= _LEAST and text in ordinary_words()
