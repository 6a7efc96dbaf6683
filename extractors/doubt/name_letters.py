"""Letters of a name that were not surely read, or not at all.

In running text a word misread is no word; a surname that no list knows may be any. So more is asked
of the letters of a word that no list of names vouches for, and of its tone marks most: they are the
smallest signs (แซ่ลิ่ม for แซ่ลิ้ม).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from statistics import median
from typing import Any

from extractors.doubt.ink import words_of
from extractors.text.people import without_title
from extractors.text.segment import personal_names, unknown_letters
from pipeline.models import Line, Page, Word

Json = dict[str, Any]

# Confidence of a letter, and of a mark, under which the word is doubted. Of 2,900 names of eight
# halves and batches that were thought sure, 36 have such a sign, and 15 of these were misread
_UNSURE, _UNSURE_MARK = 0.7, 0.85
_SURE = 0.8  # confidence of each letter of a name that is believed as print is
# Of a sign's height (shares of the page's): the widest space within a name read right was 1.9
_HOLE, _OF_ONE_SIGN = 2.1, 2
_MARKS = frozenset("็่้๊๋์ัํ")
_NASAL_FIRST = re.compile("ํ([่-๋])")  # น + ํ + ้ + า: either order is read for one sign


def has_unsure_letters(value: Json, pages: Mapping[int, Page]) -> bool:
    """Whether a word of a person's name is in no list, and a sign of it was not surely read."""
    if is_plain_name(value) and is_read_anew(value, pages):
        return False  # one confidence for all letters tells of none
    name = without_title(str(value.get("name") or ""))
    strange = [word for word in name.split() if word not in personal_names()]
    signs = _signs(value, pages) if strange else []
    return any(map(_is_unsure, (sign for word in strange for sign in _within(signs, word))))


def is_surely_named(value: Json, pages: Mapping[int, Page]) -> bool:
    """Whether each letter of a person's name was read without a doubt.

    Of 69 names pressed by stamps that were read so, with a post below, all were right; of 108
    others, 93 (eight halves and batches).
    """
    name = _within(_signs(value, pages), str(value.get("name") or ""))
    return bool(name) and all(one.confidence >= _SURE for _, one in name)


def least_sure(value: Json, pages: Mapping[int, Page]) -> float:
    """The confidence of the least sure letter of a person's name; 1 where it stands otherwise."""
    name = _within(_signs(value, pages), str(value.get("name") or ""))
    return min((one.confidence for _, one in name), default=1.0)


def is_plain_name(value: Json) -> bool:
    """Whether the given name is in the lists of names, and the surname is or is made of words.

    >>> is_plain_name({"name": "นายบรรพต ทองดี"}), is_plain_name({"name": "นายบรรพต ทองดฺว"})
    (True, False)
    """
    given, *rest = without_title(str(value.get("name") or "")).split() or [""]
    known = given in personal_names() and bool(rest)
    return known and all(one in personal_names() or not unknown_letters(one) for one in rest)


def is_read_anew(value: Json, pages: Mapping[int, Page]) -> bool:
    """Whether all letters of a name are told with one confidence: it was read again, at another
    width or under a signature, and chosen by the lists of names."""
    name = _within(_signs(value, pages), str(value.get("name") or ""))
    return bool(name) and len({round(one.confidence, 3) for _, one in name}) == 1


def has_a_hole(value: Json, pages: Mapping[int, Page]) -> bool:
    """Whether two signs of a person's name stand so far apart that letters were lost between them.

    Of 1,887 names read right none has such a hole; of four misread the one that lost two letters.
    """
    name = [one for _, one in _within(_signs(value, pages), str(value.get("name") or ""))]
    if any(len(one.text) > _OF_ONE_SIGN for one in name):
        return False  # words as a whole: the spaces between them are not known to be read through
    height = median([one.box.height for one in name] or [0.0])
    reach = name[0].box.right if name else 0.0
    for one in name:
        if one.box.left - reach > _HOLE * height:
            return True
        reach = max(reach, one.box.right)
    return False


def _is_unsure(read: tuple[str, Word | Line]) -> bool:
    sign, one = read
    return one.confidence < (_UNSURE_MARK if sign in _MARKS else _UNSURE)


def _signs(value: Json, pages: Mapping[int, Page]) -> list[tuple[str, Word | Line]]:
    """The signs of the value's ink, each with what it was read in: a word of its own, as a rule."""
    words = words_of(value, pages)
    bearers = [word for word in words for _ in _plain(word.text)]
    return list(zip(_plain("".join(word.text for word in words)), bearers, strict=True))


def _within(signs: list[tuple[str, Word | Line]], text: str) -> list[tuple[str, Word | Line]]:
    """Of the signs those that read so, in a row; none where the text stands otherwise."""
    sought = _plain(text)
    at = "".join(sign for sign, _ in signs).find(sought)
    return signs[at : at + len(sought)] if at >= 0 else []


def _plain(text: str) -> str:
    """A text without spaces, ำ in two signs, as the recogniser gives it."""
    return _NASAL_FIRST.sub(r"\1ํ", "".join(text.split()).replace("ำ", "ํา"))
