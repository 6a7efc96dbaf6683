"""The fields that are scored, as the issue's table of targets groups them.

Each field says how to take its values out of a document of the extraction schema and when two
values are the same. Numbers and dates count only when equal to the letter; words when at least 95 %
similar (Levenshtein). A value carries its evidence (page, box, confidence, note) where it has any.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from pipeline.thai_digits import arabic

Json = dict[str, Any]
Same = Callable[[Json, Json], float]

NEAR = 0.95  # words this similar count as right


@dataclass(frozen=True)
class Field:
    """`items` are its values in a document; `same` is their similarity, right from NEAR.

    `needs` is the schema's key: a truth without that key was not recorded and is not scored.
    """

    name: str
    group: str
    needs: str
    items: Callable[[Json], Iterable[Json]]
    same: Same
    listed: bool = False  # several values: judged by F1; else by the share that is right


def similarity(expected: object, found: object) -> float:
    """0..1 between two texts; 1 if equal, 0 if either is absent."""
    if expected == found:
        return 1.0
    if not isinstance(expected, str) or not isinstance(found, str):
        return 0.0
    one, other = plain(expected), plain(found)
    if "…" in one:
        # The truth shortens long clauses: each part must stand in what was read.
        parts = [part.strip() for part in one.split("…") if part.strip()]
        return min(fuzz.partial_ratio(part, other) for part in parts) / 100
    return fuzz.ratio(one, other) / 100


def plain(text: str) -> str:
    """NFC, single spaces, digits Arabic, as values have them."""
    return " ".join(arabic(unicodedata.normalize("NFC", text)).split())


def _flag(key: str) -> Callable[[Json], Iterator[Json]]:
    def items(document: Json) -> Iterator[Json]:
        yield {"value": document.get(key)}

    return items


def _named(key: str) -> Callable[[Json], Iterator[Json]]:
    """A word that may be absent, as urgency."""

    def items(document: Json) -> Iterator[Json]:
        if document.get(key):
            yield {"value": document[key]}

    return items


def _one(*path: str) -> Callable[[Json], Iterator[Json]]:
    def items(document: Json) -> Iterator[Json]:
        found: Any = document
        for key in path:
            found = (found or {}).get(key)
        if isinstance(found, str) and found:
            yield {"value": found}
        elif isinstance(found, dict):
            yield found

    return items


def _many(*path: str) -> Callable[[Json], Iterator[Json]]:
    def items(document: Json) -> Iterator[Json]:
        found: Any = document
        for key in path:
            found = (found or {}).get(key)
        for item in found or ():
            yield item if isinstance(item, dict) else {"value": item}

    return items


def _of_committees(key: str) -> Callable[[Json], Iterator[Json]]:
    def items(document: Json) -> Iterator[Json]:
        for committee in document.get("committees") or ():
            if key == "name" and committee["name"]:
                yield {"value": committee["name"]}
            elif key != "name":
                for item in committee.get(key) or ():
                    yield item if isinstance(item, dict) else {"value": item}

    return items


def _cells(document: Json) -> Iterator[Json]:
    for row in (document.get("report") or {}).get("rows") or ():
        for cell in row:
            if cell:
                yield {"value": cell}


def _exactly(expected: Json, found: Json) -> float:
    if expected["value"] == found["value"]:
        return 1.0
    return min(0.9, similarity(str(expected["value"]), str(found["value"])))


def _words(expected: Json, found: Json) -> float:
    return similarity(expected["value"], found["value"])


def _all_equal(*keys: str, words: tuple[str, ...] = ()) -> Same:
    """1 if all keys are equal; else, to tell what was meant, how near it comes, below NEAR."""

    def same(expected: Json, found: Json) -> float:
        alike = [_agreeing(expected[k], found.get(k)) for k in keys if k in expected]
        nearly = [similarity(expected[k], found.get(k)) for k in words if k in expected]
        if all(one == 1.0 for one in alike) and all(one >= NEAR for one in nearly):
            return min(nearly, default=1.0)
        return 0.9 * sum(alike + nearly) / len(alike + nearly)

    return same


def _agreeing(expected: object, found: object) -> float:
    """1 if equal to the letter; two texts that differ come near only to be shown together."""
    if expected == found:
        return 1.0
    return 0.9 * similarity(expected, found)


def _citation(expected: Json, found: Json) -> float:
    if not expected["number"] and not expected["date"]:  # cited by its title only
        if found["number"] or found["date"]:
            return 0.0
        return similarity(expected["text"], found["text"])
    return _all_equal("number", "date")(expected, found)


def _signatory(expected: Json, found: Json) -> float:
    return min(similarity(expected[key], found.get(key)) for key in expected if key in _SIGNED)


_SIGNED = ("name", "position", "acting_for")


def _member(expected: Json, found: Json) -> float:
    """A person is known by the name, an office by its position; the role must be right."""
    key = "name" if expected.get("name") else "position"
    near = similarity(expected[key], found.get(key))
    return near if expected["role"] == found["role"] else min(near, 0.9)


def _obligation(expected: Json, found: Json) -> float:
    """Action, frequency and first due date; the text only tells which duty was meant."""
    core = _all_equal("action", "frequency", "first_due")(expected, found)
    return core if core >= NEAR else min(0.9, 0.5 * core + 0.5 * _text(expected, found))


def _text(expected: Json, found: Json) -> float:
    return similarity(expected["text"], found["text"])


KIND = "kind, circular, template"
NUMBER = "number, date"
HEAD = "issuer, subject, recipients, signatory"
CITATIONS = "citations"
MEMBERS = "committee members"
OBLIGATIONS = "obligations"
OTHER = "others"

FIELDS = (
    Field("kind", KIND, "kind", _flag("kind"), _exactly),
    Field("circular", KIND, "circular", _flag("circular"), _exactly),
    Field("template", KIND, "template", _flag("template"), _exactly),
    Field("number", NUMBER, "number", _one("number"), _exactly),
    Field("date", NUMBER, "date", _one("date"), _exactly),
    Field("issuer", HEAD, "issuer", _one("issuer"), _words),
    Field("subject", HEAD, "subject", _one("subject"), _words),
    Field("recipients", HEAD, "recipients", _many("recipients"), _words, listed=True),
    Field("signatory", HEAD, "signatory", _one("signatory"), _signatory),
    Field("citations", CITATIONS, "citations", _many("citations"), _citation, listed=True),
    Field("members", MEMBERS, "committees", _of_committees("members"), _member, listed=True),
    Field(
        "obligations", OBLIGATIONS, "obligations", _many("obligations"), _obligation, listed=True
    ),
    Field("urgency", OTHER, "urgency", _named("urgency"), _exactly),
    Field("secrecy", OTHER, "secrecy", _named("secrecy"), _exactly),
    Field(
        "enclosures",
        OTHER,
        "enclosures",
        _many("enclosures"),
        _all_equal("quantity", words=("title",)),
        listed=True,
    ),
    Field(
        "receipts",
        OTHER,
        "receipts",
        _many("receipts"),
        _all_equal("number", "date", "time"),
        listed=True,
    ),
    Field("links", OTHER, "links", _many("links"), _all_equal("url"), listed=True),
    Field("phones", OTHER, "contact", _many("contact", "phones"), _exactly, listed=True),
    Field("contact office", OTHER, "contact", _one("contact", "office"), _words),
    Field("committees", OTHER, "committees", _of_committees("name"), _words, listed=True),
    Field("duties", OTHER, "committees", _of_committees("duties"), _words, listed=True),
    Field("report as of", OTHER, "report", _one("report", "as_of"), _exactly),
    Field("report cells", OTHER, "report", _cells, _words, listed=True),
)
