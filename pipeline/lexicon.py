"""The closed lexicon of official Thai, found by what recognisers keep of a word: its letters.

Marks over and under the letters are what they lose and confuse (เรื่อง read เรือง); the letters
of a word without them are its skeleton.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib.resources import files

from pipeline.thai_words import words

_MARKS = dict.fromkeys([0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)])
_CLUSTER = re.compile(r"[^ัิ-ฺ็-๎][ัิ-ฺ็-๎]*")
_TONES = frozenset("่้๊๋")
_LOOK_ALIKE = ("ัิีึื็", "ุู", "์ํ")  # small signs over the letter; under it; at its upper right
_FAR = 99
# Letters of a skeleton that no other words that make sense share; ขอความร่วมมือ has ten, and is one
# mark from ข้อความร่วมมือ.
_LONG = 12


def skeleton(text: str) -> str:
    """The text without the marks over and under its letters.

    >>> skeleton("เรื่อง") == skeleton("เรือง") == "เรอง"
    True
    """
    return text.translate(_MARKS)


def marks_apart(one: str, other: str) -> int:
    """How many marks must be put, dropped or changed to make one text of the other.

    A sign changed for one that does not look like it counts twice; texts that differ in a letter
    are far apart (99).

    >>> marks_apart("หนังสิอ", "หนังสือ"), marks_apart("เรือง", "เรื่อง"), marks_apart("ที", "มี")
    (1, 1, 99)
    """
    pieces, others = _CLUSTER.findall(one), _CLUSTER.findall(other)
    if [piece[0] for piece in pieces] != [piece[0] for piece in others]:
        return _FAR
    return sum(_cost(piece[1:], wanted[1:]) for piece, wanted in zip(pieces, others, strict=True))


def _cost(marks: str, wanted: str) -> int:
    if marks == wanted:
        return 0
    tones = {mark for mark in marks if mark in _TONES}, {mark for mark in wanted if mark in _TONES}
    signs = sorted(set(marks) - _TONES), sorted(set(wanted) - _TONES)
    cost = int(tones[0] != tones[1])
    if signs[0] == signs[1]:
        return max(1, cost)  # a mark may also stand doubled
    if not signs[0] or not signs[1]:
        return cost + max(len(signs[0]), len(signs[1]))
    alike = any({*signs[0], *signs[1]} <= set(group) for group in _LOOK_ALIKE)
    return cost + (1 if alike else 2)


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """Term → source."""
    text = files("pipeline").joinpath("data", "official_terms.tsv").read_text(encoding="utf-8")
    table = [line for line in text.splitlines() if not line.startswith("#")]
    return {row["term"]: row["source"] for row in csv.DictReader(table, delimiter="\t")}


@lru_cache(maxsize=1)
def terms() -> frozenset[str]:
    """The words and phrases that a misread word may be repaired to."""
    return frozenset(_table())


@lru_cache(maxsize=1)
def phrases() -> dict[str, str]:
    """Skeleton → set phrase or long official term, the longest first: known even where a misreading
    of it happens to be words (สิงที่ส่งมาด้วย, องคกรปกครองส่วนท้องถิ่น)."""
    found = {
        skeleton(term): term
        for term, source in _table().items()
        if source == "set phrase" or (source == "terms" and len(skeleton(term)) >= _LONG)
    }
    return {bones: found[bones] for bones in sorted(found, key=len, reverse=True)}


@lru_cache(maxsize=1)
def _by_skeleton() -> dict[str, tuple[str, ...]]:
    """Terms and all other words of Thai, by their skeletons."""
    found: dict[str, list[str]] = {}
    for word in words() | terms():
        found.setdefault(skeleton(word), []).append(word)
    return {bones: tuple(sorted(same)) for bones, same in found.items()}


def is_word(text: str) -> bool:
    """Whether it is a word of Thai or an official term."""
    return text in words() or text in terms()


def only_term_near(text: str) -> str | None:
    """The one term that the text can be a misreading of; None if there is none, or doubt.

    One mark in four letters may be wrong, three at most. A word that is as near but no official
    term is doubt as well.

    >>> only_term_near("หนังสิอ"), only_term_near("เรียน"), only_term_near("ที")
    ('หนังสือ', None, None)
    """
    bones = skeleton(text)
    same = _by_skeleton().get(bones, ())
    most = min(3, len(bones) // 4)
    near = [word for word in same if marks_apart(text, word) <= most]
    return near[0] if len(near) == 1 and near[0] in terms() and near[0] != text else None
