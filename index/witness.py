"""What other documents say of a number or date that is partly written by hand.

A letter that cites another states its number, date and issuer in print. Where the printed part and
one of the readings of a pen agree with that, the citation is a witness: it picks that reading and
says so. Pure functions; `index/corrections/hearing.py` gathers the mentions and writes down what
comes of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.number import number_key
from extractors.record import Field, Record
from extractors.written import UNWITNESSED, handwriting_note, witnessed
from index.comparing import compare_issuers, is_order_number

CLEARLY = 3.0  # times likelier than another document, for a mention to mean this one


@dataclass(frozen=True, slots=True)
class Mention:
    """What a document (`by`, as a clerk knows it) says of one that it cites.

    `confirmed`: a person has said that this very document is meant.
    """

    by: str
    number: str | None
    date: str | None
    issuer: str | None
    confirmed: bool = False


def chance_of(record: Record, mention: Mention) -> float:
    """The chance that a document bears what the mention states; 0 if it cannot be the one meant.

    Number and date must both be stated; of an order, whose number holds the year, the number and
    the issuer do. Where a person has confirmed what is meant, one of the two is enough.
    """
    number = _number_chance(record.number, mention.number)
    date = _date_chance(record.date, mention.date)
    issuer = compare_issuers(mention.issuer, record.issuer.value if record.issuer else None)
    if mention.confirmed:
        return max(number or 0.0, date or 0.0)
    if mention.number is None or not number or issuer == "other":
        return 0.0
    if is_order_number(mention.number) and issuer != "unknown":
        return number * (1.0 if date is None else date)
    return number * (date or 0.0)


def heard(record: Record, mentions: Sequence[Mention]) -> Record:
    """The record with its written number and date as the mentions leave them.

    Without a mention, or if mentions contradict each other, a written value is the likeliest
    reading, unsure; with one it is the reading stated, and its note says by whom.
    """
    told = [mention for mention in mentions if chance_of(record, mention)]
    changed: dict[str, Field] = {}
    for name, field in (("number", record.number), ("date", record.date)):
        if field is not None and field.readings:
            changed[name] = _settled(name, field, told)
    return record.model_copy(update=changed)


def _settled(name: str, field: Field, mentions: Iterable[Mention]) -> Field:
    first = field.readings[0]
    alone = field.model_copy(
        update={
            "text": first.text,
            "value": first.value,
            "confidence": min(UNWITNESSED, first.chance),
            "note": handwriting_note(field),
        }
    )
    stated: dict[str, list[Mention]] = {}
    for mention in mentions:
        value = _stated(name, field, mention)
        if value is not None:
            stated.setdefault(value, []).append(mention)
    if not stated:
        return alone
    if len(stated) > 1:
        named = "; ".join(f"{said[0].by} states {value}" for value, said in sorted(stated.items()))
        return alone.model_copy(update={"note": f"{alone.note} Witnesses disagree: {named}."})
    ((value, said),) = stated.items()
    return witnessed(alone, value, _reason(name, said))


def _reason(name: str, mentions: Sequence[Mention]) -> str:
    by = " and ".join(sorted({mention.by for mention in mentions}))
    cite = "cites" if len({mention.by for mention in mentions}) == 1 else "cite"
    if any(mention.confirmed for mention in mentions):
        return f"{by} {cite} this {name}, and a person has confirmed that this document is meant"
    return f"{by} {cite} this {name}; what is printed here agrees with the citation"


def _stated(name: str, field: Field, mention: Mention) -> str | None:
    """The value among the readings that the mention states."""
    if name == "number" and mention.number:
        key = number_key(mention.number)
        return next((one.value for one in field.readings if number_key(one.value) == key), None)
    if name == "date" and mention.date:
        return next((one.value for one in field.readings if one.value == mention.date), None)
    return None


def _number_chance(field: Field | None, cited: str | None) -> float | None:
    if field is None or cited is None:
        return None
    key = number_key(cited)
    known = {number_key(one.value): one.chance for one in field.readings}
    return known.get(key, 0.0) if known else float(number_key(field.value) == key)


def _date_chance(field: Field | None, cited: str | None) -> float | None:
    if field is None or cited is None:
        return None
    known = {one.value: one.chance for one in field.readings}
    return known.get(cited, 0.0) if known else float(field.value == cited)
