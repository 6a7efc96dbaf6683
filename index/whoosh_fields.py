"""What the search index holds of a document: its fields, and how Whoosh cuts them into words.

All but `passage` is looked for; numbers, days and the rest of the register are kept as words too,
so that they may stand beside words on both sides of OR, and behind a minus.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whoosh.fields import ID, STORED, Schema

from extractors.text.people import without_title
from index import analysis
from index.analysis import Analysis
from index.filed import Filed
from index.text import digest
from index.whoosh_lists import CountedWords

FIELDS_VERSION = "4"


def _words(text: str) -> Iterator[str]:
    return (token.text for token in analysis.tokens(text))


SCHEMA = Schema(
    id=ID(stored=True, unique=True, sortable=True),
    digest=STORED,
    passage=STORED,  # the text, for the passage that a hit shows
    text=CountedWords(_words),  # everything that is printed, and values as they were read from it
    pairs=CountedWords(analysis.pairs),
    unknown=CountedWords(analysis.unknown),
    subject=CountedWords(_words),
    issuer=CountedWords(_words),
    recipients=CountedWords(_words),
    names=CountedWords(_words),
    grams=CountedWords(analysis.grams),  # of subject, issuer and names
    source=CountedWords(_words),  # the name of the file
    kind=ID(),
    unit=ID(),
    running=ID(),
    day=CountedWords(str.split),  # y2021 m2021-02 d2021-02-15
)


def entry(document: Filed, row: dict[str, Any], text: str, said: Analysis) -> dict[str, Any]:
    """The fields of a document; `row` is its row of the register, `text` all that is searched and
    `said` its analysis."""
    names = list(_names(document))
    return {
        "id": document.id,
        "digest": digest(document, text),
        "passage": text,
        "text": said.words,
        "pairs": said.pairs,
        "unknown": said.unknown,
        "subject": document.subject or "",
        "issuer": document.issuer or "",
        "recipients": "\n".join(one.value for one in document.record.recipients),
        "names": "\n".join([*names, *map(without_title, names)]),
        "grams": "\n".join([document.subject or "", document.issuer or "", *names]),
        "source": document.source_name,
        "kind": document.record.kind,
        "unit": row["unit"] or "",
        "running": row["running"] or "",
        "day": " ".join(days(row["date_start"], row["date_end"])),
    }


def days(first: str | None, last: str | None) -> tuple[str, ...]:
    """The year, month and day of a date as they stand in the index; no day where it is blank.

    >>> days("2021-02-15", "2021-02-15"), days("2021-02-01", "2021-02-28")
    (('y2021', 'm2021-02', 'd2021-02-15'), ('y2021', 'm2021-02'))
    """
    if not first:
        return ()
    found = (f"y{first[:4]}", f"m{first[:7]}")
    return (*found, f"d{first}") if first == last else found


def _names(document: Filed) -> Iterator[str]:
    record = document.record
    if record.signatory and record.signatory.name:
        yield record.signatory.name
    if record.contact and record.contact.officer:
        yield record.contact.officer
    for committee in record.committees:
        yield from (member.name for member in committee.members if member.name)
