"""Which values of a record a person should compare with the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from extractors.doubt.confidence import USUAL
from extractors.record import BY_A_PERSON, Evident, Record
from extractors.written import WITNESSED

# Chance of being right under which a clerk should look at the paper. Of 61 values told with 0.8 to
# 0.9 on six halves that no rule had been written on, 10 were wrong; of the 1,426 above it 41.
DOUBTFUL = 0.9
_HEAD = attrgetter("number", "date", "issuer", "subject", "signatory", "recipients")
_NOTED = ("subject", "number", "date", "issuer")  # that have room for a note
_SETTLED = (WITNESSED, BY_A_PERSON)  # notes that begin so say why a value is believed
# A note that tells more, and doubts nothing: whom it passes; what was put right, since a word is
# where one official term alone is meant (of 48 values with such a note and no other, 48 were right)
_INFORMS = re.compile(r"sent through \(ผ่าน\) [^“]*|(?:Read “[^”]*”, taken for “[^”]*”\.\s?)+")

# Notes that stand with the first field that has room for one, and tell of a list that may hold more
_MAY_HOLD_MORE = {
    "obligations": re.compile(r"Something may be asked that was not made out: “[^”]*”\."),
    "members": re.compile(
        r"Listed on page \d+ but read into no committee: [^;]*\.(?=;|$)|"
        r"Of the list “[^”]*” no number [^;]* was read\.(?=;|$)"
    ),
}


def evident_values(record: Record) -> Iterator[tuple[str, Evident]]:
    """Every value that has its ink, by its path: 'number', 'citations.0', 'members.3'.

    Members are counted through all committees.
    """
    for name in ("number", "date", "issuer", "subject"):
        if getattr(record, name) is not None:
            yield name, getattr(record, name)
    for name in ("recipients", "citations"):
        yield from ((f"{name}.{place}", one) for place, one in enumerate(getattr(record, name)))
    if record.signatory is not None:
        yield "signatory", record.signatory
    yield from ((f"receipts.{place}", one) for place, one in enumerate(record.receipts))
    members = (member for committee in record.committees for member in committee.members)
    yield from ((f"members.{place}", one) for place, one in enumerate(members))
    yield from ((f"obligations.{place}", one) for place, one in enumerate(record.obligations))


def is_doubtful(value: Evident) -> bool:
    """Whether a value was read unsurely, or has something said of it that a clerk should know.

    What was written by hand and another document vouches for, and what a person has seen, is not.
    """
    return goes_to_review(value.confidence, getattr(value, "note", None))


def goes_to_review(confidence: float | None, note: str | None) -> bool:
    """Whether a value with this chance and note should be compared with the paper.

    >>> goes_to_review(0.99, "sent through (ผ่าน) ปลัดอำเภอ")
    False
    >>> goes_to_review(0.99, "named in the seal"), goes_to_review(0.6, None)
    (True, True)
    >>> goes_to_review(0.95, "Read “ผู้ปวย”, taken for “ผู้ป่วย”.")
    False
    """
    unsure = confidence is not None and confidence < DOUBTFUL
    return not (note or "").startswith(_SETTLED) and (unsure or says_doubt(note))


def says_doubt(note: str | None) -> bool:
    """Whether a note tells why a value may be wrong, and not only more about it, or about another.

    >>> says_doubt("Something may be asked that was not made out: “ฝากดูด้วย”.")
    False
    """
    own = note or ""
    for of_another in _MAY_HOLD_MORE.values():
        own = of_another.sub("", own)
    own = own.strip("; ")
    return bool(own) and _INFORMS.fullmatch(own) is None


def missing(record: Record) -> tuple[str, ...]:
    """The fields that a document of its kind usually bears and that were not found, unless a
    person said that they are not there. Nothing is missed in samples and blank forms. Where nothing
    at all was made out, as on a page that is blank or lies on its side, the subject is. An empty
    list is of which a note tells that it may hold something."""
    said = {one.field for one in record.persons}
    usual = () if record.template else USUAL.get(record.kind, ())
    if record.kind == "other" and not any(map(bool, _HEAD(record))):
        usual = ("subject",)
    lacking = tuple(name for name in usual if not getattr(record, name))
    return tuple(name for name in (*lacking, *_perhaps_untold(record)) if name not in said)


def _perhaps_untold(record: Record) -> Iterator[str]:
    """The empty lists of which a note tells that they may hold something; of a list that is not
    empty its values are in doubt themselves."""
    notes = [one.note for name in _NOTED if (one := getattr(record, name)) and one.note]
    for name, told in _MAY_HOLD_MORE.items():
        found = record.obligations if name == "obligations" else record.committees
        if not found and any(told.search(note) for note in notes):
            yield name


def doubtful(record: Record) -> tuple[str, ...]:
    """The paths of values that a clerk should compare with the paper, and of what is missing."""
    unsure = (path for path, value in evident_values(record) if is_doubtful(value))
    return (*unsure, *missing(record))
