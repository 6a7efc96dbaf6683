"""Persons that a file names twice, and not to the letter alike: one of the two was misread.

A signatory signs the letter and what it encloses; who sits in one committee sits in the next. Which
of two spellings is right nobody can tell, so both are doubted, unless one of them stands twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from extractors.doubt.contradictions import less_sure
from extractors.record import Record
from extractors.text.people import without_title

_SHORTEST = 9  # letters of a name that another person's is not like by chance
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
    return tuple(_doubted(record, misread) if misread else record for record in records)


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
