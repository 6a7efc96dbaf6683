"""Persons that a file names twice, and not to the letter alike: one of the two was misread.

A signatory signs the letter and what it encloses; who sits in one committee sits in the next. Which
of two spellings is right nobody can tell, so both are doubted, unless one of them stands twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from extractors.doubt.contradictions import less_sure
from extractors.record import Record
from extractors.text.people import without_title

_SHORTEST = 9  # letters of a name that another person's is not like by chance
_TITLE = 6  # letters of a title
_LONG = 14  # letters from which two may differ


def with_names_compared(records: Sequence[Record]) -> tuple[Record, ...]:
    """The records of one file, each name doubted that another is like but for a letter or two."""
    told = Counter(name for record in records for name in _names(record))
    alone = sorted(name for name in told if len(name) >= _SHORTEST)
    misread = {
        name
        for place, one in enumerate(alone)
        for other in alone[place + 1 :]
        if _are_alike(one, other)
        for name in (one, other)
        if told[name] == 1
    }
    misread |= _of_one_post(records)
    return tuple(_doubted(record, misread) if misread else record for record in records)


def _of_one_post(records: Sequence[Record]) -> set[str]:
    """Names of those who sign in one post, of which one ends nearly as the other: its title was
    misread (ฉายวิมล and นายวิมล), and so it was not left off."""
    signed = [one.signatory for one in records if one.signatory and one.signatory.name]
    names = {(one.position, _letters(one.name or "")) for one in signed if one.position}
    return {
        name
        for (post, one), (same, other) in combinations(sorted(names), 2)
        for name in (one, other)
        if post == same and _ends_alike(*sorted((one, other), key=len))
    }


def _ends_alike(short: str, long: str) -> bool:
    extra = len(long) - len(short)
    return len(short) >= _SHORTEST and extra <= _TITLE and _are_alike(short, long[extra:])


def _names(record: Record) -> Iterator[str]:
    if record.signatory is not None and record.signatory.name:
        yield _letters(record.signatory.name)
    members = (member for committee in record.committees for member in committee.members)
    yield from (_letters(member.name) for member in members if member.name)


def _letters(name: str) -> str:
    return "".join(without_title(name).split())


def _are_alike(one: str, other: str) -> bool:
    most = 2 if min(len(one), len(other)) >= _LONG else 1
    return Levenshtein.distance(one, other, score_cutoff=most) <= most


def _doubted(record: Record, misread: set[str]) -> Record:
    signed = record.signatory
    if signed is not None and signed.name and _letters(signed.name) in misread:
        signed = less_sure(signed)
    committees = tuple(
        committee.model_copy(
            update={
                "members": tuple(
                    less_sure(one) if one.name and _letters(one.name) in misread else one
                    for one in committee.members
                )
            }
        )
        for committee in record.committees
    )
    return record.model_copy(update={"signatory": signed, "committees": committees})
