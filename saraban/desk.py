"""The fields of a document as the review desk shows them: each to be accepted, put right or taken
away, the doubtful ones first."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from extractors.doubt.doubts import evident_values, is_doubtful, missing
from extractors.record import BoxTuple, Reading, Record, Said
from index.corrections.parts import (
    AS_PRINTED,
    CHOICES,
    COMMITTEE,
    LISTED,
    PARTS,
    PLAIN,
    parts_of,
    values_of,
)
from index.official import thai_date

_ORDER = (
    *("number", "date", "issuer", "recipients", "subject", "kind", "signatory"),
    *("citations", "enclosures", "receipts", "obligations", "members", "report"),
    *("urgency", "secrecy", "circular", "template"),
)
_ALWAYS = ("number", "date", "issuer", "subject", "signatory")  # can be given where nothing is read


@dataclass(frozen=True, slots=True)
class Part:
    """One input: a part of a value, and what may be chosen for it (empty: any text)."""

    name: str
    value: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One value of the document. `path` names it ('citations.0'), `field` its field; `number`
    counts it among several, from 1. `readings` are other ways to read what a pen wrote."""

    path: str
    field: str
    number: int | None
    parts: tuple[Part, ...]
    text: str
    doubtful: bool
    confidence: float | None
    note: str
    page: int | None
    box: BoxTuple | None
    readings: tuple[Reading, ...]
    said: Said | None
    removable: bool

    @property
    def state(self) -> str:
        """What the row shows and who spoke last of it, in a few letters: a form brings it back, so
        that what another has said meanwhile is not overwritten unseen."""
        shown = (self.path, [part.value for part in self.parts], self.text)
        last = self.said.correction if self.said else None
        return hashlib.sha256(repr((shown, last)).encode()).hexdigest()[:16]


def state_of_page(record: Record, rotation: int) -> str:
    """The same for what is done to a page: which pages its document has, and how it stands."""
    return f"{record.pages[0]}-{record.pages[1]}/{rotation}"


def desk_rows(record: Record) -> list[DeskRow]:
    """The rows of a record, those first that a person should compare with the paper."""
    evident = dict(evident_values(record))
    lacking = missing(record)
    said = {one.field: one for one in record.persons}
    rows = [
        _row(record, path, field, place, evident.get(path), said.get(path), path in lacking)
        for field in _ORDER
        for path, place in _paths(record, field, field in lacking)
    ]
    return sorted(rows, key=lambda row: not row.doubtful)


def blank_rows(record: Record) -> list[DeskRow]:
    """What may be added to a document: a value of each list that a person may lengthen; a member to
    one of several committees."""
    several = tuple(str(n + 1) for n in range(len(record.committees)))
    which = (Part(COMMITTEE, "", several),) if len(several) > 1 else ()
    return [_blank(field, which if field == "members" else ()) for field in LISTED]


def _blank(field: str, more: tuple[Part, ...]) -> DeskRow:
    parts = (*more, *_parts(field, {}))
    return DeskRow(field, field, None, parts, "", False, None, "", None, None, (), None, False)


def _paths(record: Record, field: str, lacking: bool) -> list[tuple[str, int | None]]:
    if field in LISTED:
        count = len(values_of(record, field))
        places: list[tuple[str, int | None]] = [(f"{field}.{n}", n) for n in range(count)]
        return [*places, (field, None)] if lacking else places
    known = field in PLAIN or field in _ALWAYS or getattr(record, field) is not None
    return [(field, None)] if known else []


def _row(
    record: Record,
    path: str,
    field: str,
    place: int | None,
    value: Any,
    said: Said | None,
    lacking: bool,
) -> DeskRow:
    known = None if field in LISTED and place is None else parts_of(record, field, place)
    return DeskRow(
        path=path,
        field=field,
        number=None if place is None else place + 1,
        parts=tuple(one for one in _parts(field, known or {}) if one.name != AS_PRINTED),
        text=getattr(value, "text", "") or "",
        doubtful=lacking or (value is not None and is_doubtful(value)),
        confidence=getattr(value, "confidence", None),
        note=getattr(value, "note", None) or "",
        page=getattr(value, "page", None),
        box=getattr(value, "box", None),
        readings=tuple(getattr(value, "readings", ())),
        said=said,
        removable=field not in ("kind", "circular", "template") and known is not None,
    )


def _parts(field: str, values: dict[str, Any]) -> tuple[Part, ...]:
    return tuple(
        Part(name, _typed(field, name, values.get(name)), CHOICES.get((field, name), ()))
        for name in PARTS[field]
    )


def _typed(field: str, name: str, value: Any) -> str:
    """A part as it stands in an input; days as offices write them."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    is_day = name in ("date", "as_of", "first_due") or field == "date"
    if is_day and value and len(value) == len("2021-02-15"):
        return thai_date(value)
    return "" if value is None else str(value)
