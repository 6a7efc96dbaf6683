"""One analyzer for what is indexed and what is asked.

Thai has no spaces; a compound such as กระทรวงการท่องเที่ยวและกีฬา is a word, and so are its parts.
A text becomes a row of the smallest words, each at its place, so that phrases can be found; whole
compounds and words inside of words stand at the place where they begin. Digits are Arabic.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

from extractors.digits import arabic
from extractors.segment import dictionary_version, segment
from index.compounds import inside, leaves

NAME = f"words-and-parts-1 pythainlp-{version('pythainlp')} {dictionary_version()}"
"""Kept in the index: an index made by another analyzer, or with other words, is made anew."""

# Thai | words in Latin letters | numbers with their dots, strokes and hyphens
_RUN = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]+|[a-z]+|\d+(?:[./-]\d+)*", re.IGNORECASE)
_NUMBER_PART = re.compile(r"\d+")
_REPEATED = "ๆฯ"


@dataclass(frozen=True, slots=True)
class Token:
    """A word at its place. `smallest` is False for what stands there besides the smallest word."""

    text: str
    position: int
    smallest: bool = True


def fold(text: str) -> str:
    """Ways of writing the same: NFC, digits Arabic, small letters, ำ in one piece."""
    composed = unicodedata.normalize("NFC", text).replace("\u0e4d\u0e32", "\u0e33")
    return arabic(composed).lower()


def tokens(text: str) -> Iterator[Token]:
    """The words of a text for the index.

    >>> [token.text for token in tokens("ที่ ๑๒/๒๕๖๖")]
    ['ที่', '12/2566', '12', '2566']
    """
    position = 0
    for match in _RUN.finditer(fold(text)):
        run = match.group()
        if run[0].isdigit():
            yield Token(run, position)
            parts = _NUMBER_PART.findall(run)
            if len(parts) > 1:
                yield from (Token(part, position, smallest=False) for part in parts)
            position += 1
        elif run[0].isascii():
            yield Token(run, position)
            position += 1
        else:
            for word in _cut(run):
                if word.strip(_REPEATED):
                    yield from _thai(word, position)
                    position += len(leaves(word))


def _thai(word: str, position: int) -> Iterator[Token]:
    """A word with the words in it: the smallest at places of their own, others where they begin."""
    small = leaves(word)
    if len(small) > 1:
        yield Token(word, position, smallest=False)
    at = 0
    inner = [one for one in inside(word) if one[1] not in small]
    for place, leaf in enumerate(small):
        yield Token(leaf, position + place)
        for start, text in inner:
            if at <= start < at + len(leaf):
                yield Token(text, position + place, smallest=False)
        at += len(leaf)


def _cut(run: str) -> list[str]:
    """The words of a run of Thai letters. Two letters are one word (ที่, มท, ว), which spares who
    looks for a number the loading of the dictionary."""
    return [run] if len(run) <= 2 else segment(run)


def smallest_words(text: str) -> list[str]:
    """A phrase as it is looked for: its smallest words in order."""
    return [token.text for token in tokens(text) if token.smallest]


def words(text: str) -> list[str]:
    """Words as they are looked for one by one, compounds whole."""
    found: list[str] = []
    for match in _RUN.finditer(fold(text)):
        run = match.group()
        thai = "\u0e00" < run[0] < "\u0e7f"
        found += [word for word in _cut(run) if word.strip(_REPEATED)] if thai else [run]
    return found
