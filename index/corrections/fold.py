"""The record that is shown: the machine's record and what persons said of it, folded. Pure.

The machine's record is never changed. What a person gave has confidence 1 and a note that says who
and when, with the machine's reading beside it; `Record.persons` tells it for every field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from extractors.number import parse_number
from extractors.record import (
    BY_A_PERSON,
    KEPT,
    Citation,
    Committee,
    Enclosure,
    Evident,
    Field,
    Member,
    Obligation,
    Receipt,
    Record,
    Report,
    Said,
    Signatory,
)
from index.corrections.model import OF_VALUES, Correction, Json
from index.corrections.parts import (
    AS_PRINTED,
    COMMITTEE,
    LISTED,
    PARTS,
    PLAIN,
    SINGLE,
    parts_of,
    values_of,
)
from index.value_anchors import find, text_of

Target = tuple[str, int | None, int | None]  # field, place in the machine's list, event that added


@dataclass(frozen=True, slots=True)
class Folded:
    """A record as it is shown, and the corrections that no longer fit it: shown, never dropped."""

    record: Record
    unfit: tuple[Correction, ...]


def folded(machine: Record, held: Iterable[Correction]) -> Folded:
    """The record with the corrections of its pages (`standing`), oldest first."""
    meant: dict[Target, list[Correction]] = defaultdict(list)
    unfit: list[Correction] = []
    for one in held:
        if one.action not in OF_VALUES:
            continue
        target = _target(machine, one, meant)
        if target is None:
            unfit.append(one)
        else:
            meant[target].append(one)
    for target, said in meant.items():
        of_its_page, others = _of_one_page(machine, target, said)
        meant[target] = of_its_page
        unfit += others
    if not meant:
        return Folded(machine, tuple(unfit))
    record = machine
    persons: list[Said] = []
    for field in PARTS:
        targets = [target for target in meant if target[0] == field]
        if not targets:
            continue
        if field in LISTED:
            record, told = _listed(record, field, {target: meant[target] for target in targets})
            persons += told
        else:
            said = meant[(field, None, None)]
            new = _value(field, parts_of(record, field), _current(record, field), said)
            persons.append(_said(field, said, _current(record, field)))
            record = record.model_copy(update={field: new})
    if ("number", None, None) in meant and ("circular", None, None) not in meant:
        parsed = parse_number(record.number.value) if record.number else None
        record = record.model_copy(update={"circular": parsed is not None and parsed.circular})
    record = record.model_copy(update={"persons": tuple(persons)})
    whole = Record.model_validate(record.model_dump(mode="json", context=KEPT))
    return Folded(whole, tuple(sorted(unfit, key=lambda one: one.id)))


def _target(
    machine: Record, one: Correction, meant: dict[Target, list[Correction]]
) -> Target | None:
    if one.field not in PARTS:
        return None
    if one.field not in LISTED:
        return (one.field, None, None)
    if one.anchor is None:
        return (one.field, None, one.id)
    if "added" in one.anchor:
        added = (one.field, None, one.anchor["added"])
        return added if added in meant else None
    place = find(values_of(machine, one.field), one.anchor, one.page)
    return None if place is None else (one.field, place, None)


def _of_one_page(
    machine: Record, target: Target, said: list[Correction]
) -> tuple[list[Correction], list[Correction]]:
    """Joined documents may both have had a number put right: the one on the page of the machine's
    value is meant, else the first; the others do not fit."""
    pages = {one.page for one in said}
    if target[0] in LISTED or len(pages) == 1:
        return said, []
    own = getattr(_current(machine, target[0]), "page", None)
    page = own if own in pages else min(pages)
    return [one for one in said if one.page == page], [one for one in said if one.page != page]


def _current(record: Record, field: str) -> Any:
    return getattr(record, field)


def _listed(
    record: Record, field: str, meant: dict[Target, list[Correction]]
) -> tuple[Record, list[Said]]:
    """The record with one of its lists as persons left it; members stand in several lists, one a
    committee."""
    seats = field == "members"
    lists = [one.members for one in record.committees] if seats else [getattr(record, field)]
    place = count()
    spoken = [[(value, meant.get((field, next(place), None))) for value in one] for one in lists]
    for (_, _, added), said in meant.items():
        if added is not None:
            spoken = spoken or [[]]  # no committee was read
            spoken[_which(said, len(spoken))].append((None, said))
    persons: list[Said] = []
    kept: list[list[Any]] = []
    for one in spoken:
        kept.append([])
        for value, said_of in one:
            new = value
            if said_of is not None:
                new = _value(field, _parts_read(field, value), value, said_of)
                path = f"{field}.{sum(map(len, kept))}" if new else field
                persons.append(_said(path, said_of, value))
            if new is not None:
                kept[-1].append(new)
    if not seats:
        return record.model_copy(update={field: tuple(kept[0])}), persons
    read = record.committees or (Committee(name=None, members=()),)
    committees = [
        one.model_copy(update={"members": tuple(seated)})
        for one, seated in zip(read, kept, strict=bool(record.committees))
        if record.committees or seated
    ]
    return record.model_copy(update={"committees": tuple(committees)}), persons


def _which(said: Sequence[Correction], lists: int) -> int:
    """To which of the lists a value was added: the one that was named, as far as it is read."""
    return min((said[0].after or {}).get(COMMITTEE) or lists, lists) - 1


def _parts_read(field: str, value: Any) -> Json | None:
    return None if value is None else {part: getattr(value, part) for part in PARTS[field]}


def _value(field: str, parts: Json | None, value: Any, said: Sequence[Correction]) -> Any:
    """The value as the last who spoke of each of its parts left it; None if there is none."""
    sure = False
    for one in said:
        if one.after is None:
            parts, sure = None, False
            continue
        told = {part: one.after[part] for part in PARTS[field] if part in one.after}
        sure = sure or set(PARTS[field]) - {AS_PRINTED} <= set(told)
        parts = {**dict.fromkeys(PARTS[field]), **(parts or {}), **told}
    last = said[-1]
    if parts is None:
        return None
    if field in PLAIN:
        return parts["value"]
    if field in SINGLE or field == "recipients":
        return None if parts["value"] is None else _field(value, parts["value"], last)
    if value is not None:
        update = dict(parts)
        if sure and isinstance(value, Evident):
            update["confidence"] = 1.0
        if sure and isinstance(value, Obligation):
            update["note"] = None  # why it was doubted: it no longer is
        return value.model_copy(update=update)
    return _new(field, parts, last)


def _field(value: Field | None, said: Any, last: Correction) -> Field:
    read = value.text if value else ""
    text = (last.after or {}).get("text") or read or str(said)
    note = (
        f"{last.by} compared this with the paper on {last.at[:10]}."
        if last.action == "accept"
        else f"{last.by} wrote this on {last.at[:10]}; "
        + (f"it was read as “{read}”." if read else "nothing was read.")
    )
    made = {"text": text, "value": said, "confidence": 1.0, "note": BY_A_PERSON + note}
    if value is None:
        return Field(page=last.page, **made)
    return value.model_copy(update={**made, "readings": ()})


def _new(field: str, parts: Json, last: Correction) -> Any:
    """A value that the machine had not read."""
    where: Json = {"page": last.page, "confidence": 1.0}
    said = " ".join(str(part) for part in parts.values() if part)
    if field == "citations":
        return Citation(role="reference", text=said, **parts, **where)
    if field == "enclosures":
        return Enclosure(**parts) if parts["title"] else None
    if field == "obligations":
        known = {"action": parts["action"] or "other", "text": parts[AS_PRINTED] or said}
        return Obligation(**{**parts, **known}, **where)
    if field == "members":
        return Member(order=None, **parts, **where)
    if field == "receipts":
        return Receipt(**parts, **where)
    if field == "signatory":
        return Signatory(**parts, **where)
    return Report(**parts, period=None) if field == "report" else None


def _said(path: str, said: Sequence[Correction], value: Any) -> Said:
    last = said[-1]
    known: str | None
    if isinstance(value, bool):
        known = "yes" if value else "no"
    elif value is None or isinstance(value, str):  # a kind
        known = value
    else:
        known = str(getattr(value, "value", None) or text_of(value) or value)
    return Said(
        field=path,
        by=last.by,
        at=last.at,
        accepted=last.action == "accept",
        machine=known,
        correction=last.id,
    )
