"""The issuer's name with the marks that large print lost: the paper tells it elsewhere with more of
them. มูลนิธิเด็กดอย, ลุ่มนำ → ลุ่มน้ำ"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from extractors.record import Field
from extractors.text.offices import PREFIXES, starts_office
from extractors.text.segment import falls_apart
from pipeline.models import Box, Document
from pipeline.thai_digits import arabic

_MARKS = "[ัิ-ฺ็-๎]"
_NO_LETTER = re.compile(rf"(?:\s|{_MARKS})+")
_LONG_WORD = 4  # letters of a word that no other is without its marks
_SHORTEST = 8  # letters of a name that no other has without its marks


def with_its_marks(found: Field, document: Document) -> Field:
    """The issuer as the rest of the paper spells it, where that has all its letters and more marks,
    and nowhere spells it as the head does."""
    if found.box is None:
        return found
    own = Box(*found.box)
    told = arabic(
        " ".join(
            line.text
            for page in document.pages
            for line in page.lines
            if not (page.number == found.page and own.top <= line.box.middle <= own.bottom)
        )
    )
    whole = _spelt(found.value, told)
    parts = whole or " ".join(_spelt(part, told) or part for part in found.value.split(" "))
    return found if parts == found.value else found.model_copy(update={"value": parts})


def with_its_first_word(found: Field) -> Field:
    """The issuer with the marks that its word for an office lost: มลนิธิ… → มูลนิธิ…"""
    if starts_office(found.value) and not found.value.startswith("สานัก"):
        return found
    bare = _bare(found.value)
    words = (word for word in PREFIXES if len(_bare(word)) >= _LONG_WORD and "." not in word)
    for word in sorted(words, key=len, reverse=True):
        if not bare.startswith(_bare(word)) or found.value.startswith(word):
            continue
        loose = _loosely(_bare(word))
        rest = loose.match(found.value) or loose.match(found.value.replace("ำ", "า"))
        if rest:
            return found.model_copy(update={"value": word + found.value[rest.end() :]})
    return found


def _bare(text: str) -> str:
    return "".join(s for s in text.replace("ำ", "า") if unicodedata.category(s) != "Mn")


def _loosely(signs: Iterable[str], between: str = "") -> re.Pattern[str]:
    """These signs, each with any marks behind it."""
    return re.compile(between.join(rf"{re.escape(sign)}{_MARKS}*" for sign in signs))


def _spelt(name: str, told: str) -> str | None:
    """How a text spells a name; None if it does not tell it, or not with more marks."""
    bare = [sign for sign in name if unicodedata.category(sign) != "Mn" and not sign.isspace()]
    if len(bare) < _SHORTEST or _NO_LETTER.sub("", name) not in _NO_LETTER.sub("", told):
        return None  # the second saves making a pattern of it, which takes longer
    spelt = {re.sub(r"\s", "", one.group()) for one in _loosely(bare, r"\s*").finditer(told)}
    head = re.sub(r"\s", "", name)
    better = max(spelt, key=len, default=head)
    if head in spelt or len(better) <= len(head) or not _is_within(head, better):
        return None
    if falls_apart(better) > falls_apart(head):
        return None  # a fleck over the other's last letter
    return _spaced(better, name)


def _is_within(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(sign in rest for sign in part)


def _spaced(better: str, name: str) -> str:
    """The better spelling with the spaces of the name."""
    signs, out = iter(better), ""
    ahead = next(signs, "")
    for sign in name:
        if sign.isspace():
            while ahead and unicodedata.category(ahead) == "Mn":
                out, ahead = out + ahead, next(signs, "")
            out += sign
            continue
        while ahead and ahead != sign:
            out, ahead = out + ahead, next(signs, "")
        out, ahead = out + ahead, next(signs, "")
    return out + ahead + "".join(signs)
