"""Letters of names that print confuses, told by the lists of names: ซลธิชา for ชลธิชา.

Of 1,250 words of names of sample papers that no list knows, one has a listed word that differs by
ซ for ช, ภ for ก or ฏ for ฎ; where one was read off a scan, it is likelier misread. The name stays
in doubt, as `look_alikes` has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from extractors.record import DOUBT, Committee, Member, Record, Signatory
from extractors.text.people import without_title
from extractors.text.segment import personal_names
from pipeline.models import Page

_CONFUSED = {"ช": "ซ", "ซ": "ช", "ก": "ภ", "ภ": "ก", "ฎ": "ฏ", "ฏ": "ฎ"}
_READ_OFF_INK = "scan"  # the origin of a page that was no text before

_Named = TypeVar("_Named", Signatory, Member)


def as_listed(name: str) -> str:
    """A name with each word of no list as the one listed word that differs by such a letter.

    >>> as_listed("นางสาวซลธิชา ใจดี"), as_listed("นางสาวชลธิชา ใจดี")
    ('นางสาวชลธิชา ใจดี', 'นางสาวชลธิชา ใจดี')
    """
    bare = without_title(name)
    words = [_listed(word) for word in bare.split()]
    return name if words == bare.split() else name.removesuffix(bare) + " ".join(words)


def with_listed_names(record: Record, pages: Mapping[int, Page]) -> Record:
    """The record with the names of who signed and of members as lists have them, if off scans."""

    def is_read(one: Signatory | Member) -> bool:
        page = pages.get(one.page) if one.page is not None else None
        return page is not None and page.origin == _READ_OFF_INK

    def mended(one: _Named) -> _Named:
        name = as_listed(one.name) if one.name and is_read(one) else one.name
        if name == one.name:
            return one
        sure = min(DOUBT, one.confidence or 0.0)
        return one.model_copy(update={"name": name, "confidence": sure})

    def within(body: Committee) -> Committee:
        return body.model_copy(update={"members": tuple(mended(one) for one in body.members)})

    signatory = mended(record.signatory) if record.signatory else None
    committees = tuple(within(body) for body in record.committees)
    return record.model_copy(update={"signatory": signatory, "committees": committees})


def _listed(word: str) -> str:
    if word in personal_names():
        return word
    alike = {like for like in _alike(word) if like in personal_names()}
    return alike.pop() if len(alike) == 1 else word


def _alike(word: str) -> Iterator[str]:
    for place, letter in enumerate(word):
        if letter in _CONFUSED:
            yield word[:place] + _CONFUSED[letter] + word[place + 1 :]
