"""One analyzer for what is indexed and what is asked.

Thai has no spaces; a compound such as กระทรวงการท่องเที่ยวและกีฬา is a word, and so are its parts.
A text becomes a row of the smallest words, each at its place; whole compounds and words inside of
words stand at the place where they begin, so sub-words overlap. Two common neighbours make a
pair, by which phrases are found. What is no word of any dictionary (a name, or a word misread) is
also kept in one piece with its neighbours, so that it is found by what it resembles. Digits are
Arabic.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from itertools import pairwise

from extractors.text.segment import (
    common_words,
    dictionary_version,
    ordinary_words,
    segment,
    terms,
)
from index.compounds import inside, leaves
from index.names import name_key
from pipeline.thai_digits import arabic

NAME = f"words-and-parts-4 pythainlp-{version('pythainlp')} {dictionary_version()}"
"""Kept in the index: an index made by another analyzer, or with other words, is made anew."""

# Thai | words in Latin letters | numbers with their dots, strokes and hyphens
_RUN = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]+|[a-z]+|\d+(?:[./-]\d+)*", re.IGNORECASE)
_NUMBER_PART = re.compile(r"\d+")
_REPEATED = "ๆฯ"
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
# Marks over and under one letter in the order in which Thai is typed: vowel, then tone or garan.
_VOWELS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e4d"
_MARK = "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_TONES = "\u0e48-\u0e4c\u0e4e"
# Runs of marks in another order. It begins with a mark, not with a look ahead: twice as quick.
_MARKS = re.compile(f"{_MARK}(?:(?<=[{_TONES}]){_MARK}+|[{_VOWELS}]{_MARK}*|[{_TONES}]{_MARK}+)")
_TONED_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32")
# Of what no dictionary knows: letters it has, letters of a word that stands beside or within it
_LEAST, _LONGEST, _NEIGHBOUR, _SHORT = 4, 24, 5, 3
_GRAM = 3
_BETWEEN = 2  # short words between two unknown pieces of one word


@dataclass(frozen=True, slots=True)
class Token:
    """A word at its place. `smallest` is False for what stands there besides the smallest word."""

    text: str
    position: int
    smallest: bool = True


def fold(text: str) -> str:
    """Ways of writing the same: NFC, digits Arabic, small letters, marks in the order of typing,
    ำ in one piece, แ for เเ, nothing invisible.

    >>> fold("นํ้า ที่ ๑๒ เเละ") == fold("น้ํา ท่ี 12 และ")
    True
    """
    composed = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    if "\u0e4d" in composed:  # half of an ำ; hardly ever, and looking for all its forms takes long
        composed = _TONED_AM.sub(lambda m: (m[1] or m[2] or "") + "\u0e33", composed)
    composed = _MARKS.sub(_in_order, composed).replace("เเ", "แ")
    return arabic(composed).lower()


def _in_order(match: re.Match[str]) -> str:
    return "".join(sorted(dict.fromkeys(match.group()), key=lambda mark: mark not in _VOWELS))


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


def _thai(word: str, position: int) -> tuple[Token, ...]:
    return tuple(Token(text, position + at, smallest) for text, at, smallest in _parts(word))


@lru_cache(maxsize=50_000)
def _parts(word: str) -> tuple[tuple[str, int, bool], ...]:
    """A word with the words in it: the smallest at places of their own, others where they begin."""
    small = leaves(word)
    found = [(word, 0, False)] if len(small) > 1 else []
    at = 0
    inner = [one for one in inside(word) if one[1] not in small]
    for place, leaf in enumerate(small):
        found.append((leaf, place, True))
        found += [(text, place, False) for start, text in inner if at <= start < at + len(leaf)]
        at += len(leaf)
    return tuple(found)


@lru_cache(maxsize=10_000)
def _cut(run: str) -> tuple[str, ...]:
    """The words of a run of Thai letters. Two letters are one word (ที่, มท, ว), which spares who
    looks for a number the loading of the dictionary."""
    return (run,) if len(run) <= 2 else tuple(segment(run))


def smallest_words(text: str) -> list[str]:
    """A phrase as it is looked for: its smallest words in order."""
    return [token.text for token in tokens(text) if token.smallest]


def pairs(text: str) -> list[str]:
    """Each two common words that stand side by side, also across spaces: by these, phrases are
    found that consist of words which half of the archive has.

    >>> pairs("เรื่อง การ เบิกจ่าย ที่ ๑๒")
    ['เรื่อง การ', 'การ เบิก', 'เบิก จ่าย', 'จ่าย ที่']
    """
    return _pairs(smallest_words(text))


def _pairs(small: Iterable[str]) -> list[str]:
    common = common_words()
    return [f"{one} {two}" for one, two in pairwise(small) if one in common and two in common]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that a text is found by: its words, pairs of them, and what no dictionary knows."""

    words: tuple[str, ...]
    pairs: tuple[str, ...]
    unknown: tuple[str, ...]


def analyse(text: str) -> Analysis:
    """The same as `tokens`, `pairs` and `unknown`, cut into words once, which takes the time."""
    found = list(tokens(text))
    small = (token.text for token in found if token.smallest)
    return Analysis(
        words=tuple(token.text for token in found),
        pairs=tuple(_pairs(small)),
        unknown=tuple(unknown(text)),
    )


def words(text: str) -> list[str]:
    """Words as they are looked for one by one, compounds whole."""
    found: list[str] = []
    for match in _RUN.finditer(fold(text)):
        run = match.group()
        thai = "\u0e00" < run[0] < "\u0e7f"
        found += [word for word in _cut(run) if word.strip(_REPEATED)] if thai else [run]
    return found


def unknown(text: str) -> list[str]:
    """What no dictionary knows, with and without its short neighbours: names, and words misread.

    >>> unknown("มาตรฐานการจัดบริการ"), unknown("บริกาธสาธารณะ")
    ([], ['บริกาธ'])
    """
    found: dict[str, None] = {}
    for match in _RUN.finditer(fold(text)):
        run = match.group()
        if "\u0e00" < run[0] < "\u0e7f" and len(run) > 2:
            pieces = _cut(run)
            for start, end in _strange(pieces):
                for left in range(start - _near(pieces, start - 1), start + 1):
                    for right in range(end, end + _near(pieces, end) + 1):
                        joined = "".join(pieces[left:right])
                        if _LEAST <= len(joined) <= _LONGEST:
                            found[joined] = None
    return list(found)


def grams(text: str) -> list[str]:
    """Each three letters that stand side by side in a line, spaces and punctuation aside: by these,
    a subject or a name is found that is spelt otherwise than it was typed.

    >>> grams("ที่ ๑๒")
    ['ที่', 'ี่1', '่12']
    """
    keys = (name_key(fold(line)) for line in text.splitlines())
    return [key[at : at + _GRAM] for key in keys for at in range(len(key) - _GRAM + 1)]


def lookups(text: str) -> list[tuple[str, ...]]:
    """The words of a text as they are looked for where not all is spelt as it should be: each with
    the ways to take it, as of what no dictionary knows it is not sure where it begins and ends.

    >>> lookups("มาตรฐนการจัด")
    [('มาตรฐนการ', 'มาตรฐน', 'ฐนการ'), ('จัด',)]
    """
    found: list[tuple[str, ...]] = []
    for match in _RUN.finditer(fold(text)):
        run = match.group()
        if not "\u0e00" < run[0] < "\u0e7f" or len(run) <= 2:
            found.append((run,))
            continue
        pieces = _cut(run)
        at = 0
        for start, end in [*_strange(pieces), (len(pieces), len(pieces))]:
            left = max(at, start - _near(pieces, start - 1)) if start < len(pieces) else start
            found += [(piece,) for piece in pieces[at:left] if piece.strip(_REPEATED)]
            if start < len(pieces):
                right = end + _near(pieces, end)
                ways = [
                    "".join(pieces[first:last])
                    for first in range(left, start + 1)
                    for last in range(right, end - 1, -1)
                ]
                long = tuple(dict.fromkeys(way for way in ways if len(way) >= _LEAST))
                found.append(long or (max(ways, key=len),))
                at = right
    return found


def _near(pieces: Sequence[str], place: int) -> bool:
    """Whether the piece beside an unknown one is short enough to be a piece of it."""
    return 0 <= place < len(pieces) and len(pieces[place]) <= _NEIGHBOUR


def _strange(pieces: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Runs of pieces that are no words, with the few short words between them."""
    strange = [place for place, piece in enumerate(pieces) if not is_word(piece)]
    at = 0
    while at < len(strange):
        start = end = strange[at]
        while at + 1 < len(strange) and strange[at + 1] - end <= _BETWEEN + 1:
            if any(len(piece) > _SHORT for piece in pieces[end + 1 : strange[at + 1]]):
                break
            at += 1
            end = strange[at]
        yield start, end + 1
        at += 1


def is_word(text: str) -> bool:
    """Whether a dictionary knows the word; single letters are none."""
    return len(text) > 1 and (
        text in ordinary_words() or text in terms() or not text.strip(_REPEATED)
    )
