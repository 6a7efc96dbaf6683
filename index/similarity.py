"""How near two titles are, and the bands under which similar titles find each other.

An enclosure or a form is named in a letter by one title and bears another; the two are rarely the
same to the letter. What differs decides: a particle or a space is no difference, a word is one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from extractors.text.segment import segment
from index.names import name_key

Level = Literal["same", "near", "different"]

# การ and ความ only turn a verb into a noun
_PARTICLES = re.compile("การ|ความ")
# a template's place for a unit's name: the kind of unit, its name blank or dotted
_BLANK_UNIT = re.compile(r"(?:จังหวัด|อำเภอ|เทศบาล|โรงเรียน|สำนักงาน|องค์การบริหารส่วนตำบล)[\s.…_]*$")
_NEAR = 0.85  # least similarity of two titles that a person would take for one
_VARIANT = 0.6  # least similarity of two spellings of one word: อุดหนุน / อุดหนุณ have 0.86
_SLIGHT = 4  # letters that one title may have more, as ผล in ติดตามผล
# Of 19 letters and what they cite, 14 share as much of their subjects; of 5,356 pairs that have
# nothing to do with each other 0.4 % do (real and sample letters, November 2026).
_ONE_MATTER = 0.5
_LEAST_PREFIX = 16  # letters that a shortened title must have to stand for the whole


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two titles agree. `score` is 0..1; `differences` holds the words that differ in pairs,
    the first title's before the second's; none are told of titles that are far from alike."""

    level: Level
    score: float
    differences: tuple[tuple[str, str], ...] = ()

    @property
    def in_words(self) -> str:
        """'อุดหนุน / อุดหนุณ', empty if nothing differs."""
        return ", ".join(f"{one or '–'} / {other or '–'}" for one, other in self.differences[:3])


def compare(one: str, other: str, units: Iterable[str] = ()) -> Agreement:
    """How near two titles are; names in `units` (who reports, who orders) count for nothing at
    their ends, nor does a blank left for such a name."""
    keys = tuple(name_key(unit) for unit in units)
    return _compare(_without_unit(one, keys), _without_unit(other, keys))


@lru_cache(maxsize=4096)
def _compare(one: str, other: str) -> Agreement:
    first, second = _essence(one), _essence(other)
    if not first or not second:
        return Agreement("different", 0.0)
    if first == second:
        return Agreement("same", 1.0, _differences(one, other))
    score = fuzz.ratio(first, second) / 100
    if score < _NEAR:  # most pairs: not worth cutting into words
        return Agreement("different", score)
    differences = _differences(one, other)
    if all(_variants(*pair) for pair in differences):
        return Agreement("near", score, differences)
    return Agreement("different", score, differences)


def _variants(one: str, other: str) -> bool:
    """Whether two pieces that differ can be one word written in two ways, or hardly matter.

    In long titles full of set phrases, one other word makes another matter; so each difference
    must bear looking at. A number filled into a blank is none; another number is another matter.
    """
    first, second = _essence(one), _essence(other)
    if first == second:
        return True
    digits, other_digits = re.findall(r"\d+", first), re.findall(r"\d+", second)
    if digits and other_digits:
        return digits == other_digits
    first, second = re.sub(r"\d", "", first), re.sub(r"\d", "", second)
    if not first or not second:
        return len(first) + len(second) <= _SLIGHT
    return fuzz.ratio(first, second) >= 100 * _VARIANT


def on_one_matter(one: str, other: str) -> bool:
    """Whether two subjects speak of one matter though their titles differ: the shorter shares
    enough of its runs of four letters with the other.

    >>> on_one_matter("รายงานผลการคัดแยกขยะในวัด", "ขอความร่วมมือคัดแยกขยะในวัด")
    True
    >>> on_one_matter("รายงานผลการคัดแยกขยะในวัด", "รายงานผลการซ่อมถนน")
    False
    """
    first, second = _grams(_essence(one)), _grams(_essence(other))
    return len(first & second) >= _ONE_MATTER * min(len(first), len(second))


def begins_alike(short: str, whole: str) -> bool:
    """Whether a title cut short (คณะกรรมการติดตาม …) can stand for the whole."""
    start = _essence(short)
    return len(start) >= _LEAST_PREFIX and _essence(whole).startswith(start)


@lru_cache(maxsize=4096)  # a letter's subject is compared with those of all it may cite
def _essence(title: str) -> str:
    return _PARTICLES.sub("", name_key(title))


def _without_unit(title: str, keys: tuple[str, ...]) -> str:
    bare = title.strip(" .…")
    for key in keys:
        if key and name_key(bare).endswith(key) and len(name_key(bare)) > len(key):
            pattern = r"[\s.]*".join(map(re.escape, key)) + r"[\s.]*$"
            bare = re.sub(pattern, "", bare).strip()
    return _BLANK_UNIT.sub("", bare).strip()


def _differences(one: str, other: str) -> tuple[tuple[str, str], ...]:
    first = [word for word in segment(one) if word.strip()]
    second = [word for word in segment(other) if word.strip()]
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    found: dict[tuple[str, str], None] = {}
    for kind, from_, to, other_from, other_to in matcher.get_opcodes():
        if kind != "equal":
            found["".join(first[from_:to]), "".join(second[other_from:other_to])] = None
    return tuple(found)


# --- bands: a handful of numbers that similar titles are likely to share -------------------------

_GRAM = 4
_BANDS = 12
_PRIME = (1 << 31) - 1
_FACTORS = tuple(
    (zlib.crc32(b"factor %d" % place) % _PRIME, zlib.crc32(b"shift %d" % place) % _PRIME)
    for place in range(2 * _BANDS)
)


def bands(title: str) -> frozenset[int]:
    """MinHash bands of two rows over runs of four letters, 31-bit.

    Two titles that share half of their runs share a band with 97 % likelihood, two that share a
    tenth with 11 %: an index on bands finds candidates without comparing all with all.
    """
    key = _essence(title)
    grams = {zlib.crc32(gram.encode()) for gram in _grams(key)}
    least = [min((factor * g + shift) % _PRIME for g in grams) for factor, shift in _FACTORS]
    return frozenset(
        zlib.crc32(b"%d %d %d" % (band, least[2 * band], least[2 * band + 1])) & _PRIME
        for band in range(_BANDS)
    )


@lru_cache(maxsize=4096)
def _grams(key: str) -> frozenset[str]:
    return frozenset(key[i : i + _GRAM] for i in range(max(1, len(key) - _GRAM + 1)))
