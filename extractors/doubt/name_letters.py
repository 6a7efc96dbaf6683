"""Letters of a name that were not surely read, where no list of names vouches for the word.

In running text a word misread is no word; a surname that no list knows may be any. So of its
letters more is asked, and of its tone marks most: they are the smallest signs (แซ่ลิ่ม for แซ่ลิ้ม).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from extractors.doubt.ink import words_of
from extractors.text.people import without_title
from extractors.text.segment import personal_names
from pipeline.models import Page

Json = dict[str, Any]

# Confidence of a letter, and of a mark, under which the word is doubted. Of 2,900 names of eight
# halves and batches that were thought sure, 68 have such a sign, and 15 of these were wrong
_UNSURE, _UNSURE_MARK = 0.7, 0.85
_SURE = 0.8  # confidence of each letter of a name that is believed as print is
_MARKS = frozenset("็่้๊๋์ัํ")
_NASAL_FIRST = re.compile("ํ([่-๋])")  # น + ํ + ้ + า: either order is read for one sign


def has_unsure_letters(value: Json, pages: Mapping[int, Page]) -> bool:
    """Whether a word of a person's name is in no list, and a sign of it was not surely read."""
    name = without_title(str(value.get("name") or ""))
    strange = [word for word in name.split() if word not in personal_names()]
    read = _read(value, pages) if strange else []
    text = "".join(sign for sign, _ in read)
    for word in map(_plain, strange):
        at = text.find(word)
        if at >= 0 and any(map(_is_unsure, read[at : at + len(word)])):
            return True
    return False


def is_surely_named(value: Json, pages: Mapping[int, Page]) -> bool:
    """Whether each letter of a person's name was read without a doubt.

    Of 69 names pressed by stamps that were read so, with a post below, all were right; of 108
    others, 93 (eight halves and batches).
    """
    name = _plain(str(value.get("name") or ""))
    read = _read(value, pages)
    at = "".join(sign for sign, _ in read).find(name)
    return bool(name) and at >= 0 and all(sure >= _SURE for _, sure in read[at : at + len(name)])


def _is_unsure(read: tuple[str, float]) -> bool:
    sign, sure = read
    return sure < (_UNSURE_MARK if sign in _MARKS else _UNSURE)


def _read(value: Json, pages: Mapping[int, Page]) -> list[tuple[str, float]]:
    """The signs of the value's ink, each with how surely it was read, 0..1."""
    words = words_of(value, pages)
    sure = [word.confidence for word in words for _ in _plain(word.text)]
    return list(zip(_plain("".join(word.text for word in words)), sure, strict=True))


def _plain(text: str) -> str:
    """A text without spaces, ำ in two signs, as the recogniser gives it."""
    return _NASAL_FIRST.sub(r"\1ํ", "".join(text.split()).replace("ำ", "ํา"))
