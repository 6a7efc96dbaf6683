"""Numbers and dates that are half print, half handwriting: one field, its other readings kept.

A pen's reading is a guess among several. The field takes the likeliest that can be, says so in its
note, and stays under the threshold of review until a witness (another letter that cites it, a date
stamp) says the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial

from extractors.dates import find_dates
from extractors.letter_number import NumberMention
from extractors.number import bare_number, match_number
from extractors.number_doubts import known_codes
from extractors.record import Field, Reading
from extractors.text.passage import Passage
from pipeline.models import Writing

UNWITNESSED = 0.5  # the confidence that a pen's reading has at most on its own
WITNESSED = "Witnessed: "  # a note that begins so tells why a pen's reading is believed
# How often a witness agrees with a reading that is wrong: it means a neighbouring letter of the
# same office and day whose number is among the readings. A careful guess; nothing measures it yet.
_COINCIDENCE = 0.05

_UNLISTED = 0.2  # how likely a code is that no list has, beside one that a list has
_CODE = re.compile(r"(?P<code>[ก-ฮ]{1,2}) \d{3}")

Parsed = tuple[int, int, str]  # where in the text a value stands, and the value


def written_field(
    passage: Passage,
    start: int,
    end: int,
    parse: Callable[[str], Parsed | None],
    share: Callable[[str], float] = lambda _: 1.0,
) -> Field | None:
    """The field at `passage.text[start:end]` if part of it is written by hand, else None.

    `parse` reads a value, with its place, off the passage's text with one of the readings put in;
    readings that give none (the 31st of a month of 30 days) are dropped. None also if all are.
    `share` says how likely a value is beside others, all else being equal.
    """
    found = passage.writing(start, end)
    if found is None:
        return None
    first, last, writing = found
    readings: dict[str, Reading] = {}
    for candidate in writing.candidates:
        text = passage.text[:first] + candidate.text + passage.text[last:]
        parsed = parse(text)
        if parsed is None or not parsed[0] <= first < parsed[1]:
            continue
        known = readings.get(parsed[2])
        chance = candidate.chance + (known.chance if known else 0)
        printed = known.text if known else text[parsed[0] : parsed[1]]
        readings[parsed[2]] = Reading(text=printed, value=parsed[2], chance=round(chance, 4))
    if not readings:
        return None
    shares = {value: one.chance * share(value) for value, one in readings.items()}
    whole = sum(one.chance for one in readings.values()) / (sum(shares.values()) or 1.0)
    weighed = (
        one.model_copy(update={"chance": round(shares[value] * whole, 4)})
        for value, one in readings.items()
    )
    told = tuple(sorted(weighed, key=lambda reading: -reading.chance))
    evidence = passage.cut(min(start, first), max(end, last))
    field = Field.of(evidence, told[0].value)
    return field.model_copy(
        update={
            "text": told[0].text,
            "confidence": min(UNWITNESSED, told[0].chance, evidence.confidence),
            "note": _note(told, writing),
            "readings": told,
        }
    )


def written_number(passage: Passage, mention: NumberMention) -> Field | None:
    """The number at `mention` if its running number is written by hand, else None."""

    def parse(text: str) -> Parsed | None:
        found = match_number(text, mention.start) or bare_number(text, mention.start)
        return (found.start, found.end, found.number.value) if found else None

    found = passage.writing(mention.start, len(passage.text))
    return written_field(passage, mention.start, found[1], parse, _listed) if found else None


def _listed(number: str) -> float:
    """Letters of a code that are in no list were mostly made of others."""
    code = _CODE.match(number)
    return _UNLISTED if code and code["code"] not in known_codes() else 1.0


def written_date(passage: Passage) -> Field | None:
    """The date of a passage whose day is written by hand; None if it has none."""
    found = passage.writing(0, len(passage.text))
    for date in find_dates(passage.text) if found else ():
        if found and date.start <= found[0] < date.end:
            return written_field(passage, date.start, date.end, partial(_day_at, found[0]))
    return None


def _day_at(place: int, text: str) -> Parsed | None:
    for date in find_dates(text):
        if date.value and date.precision == "day" and date.start <= place < date.end:
            return date.start, date.end, date.value
    return None


def _note(readings: Iterable[Reading], writing: Writing) -> str:
    first, *others = readings
    why = ", ".join(writing.reasons)
    note = f"Part of it is written by hand or stamped, not printed ({why})"
    if any(sign.isalnum() for sign in writing.as_print):
        note += f"; read as print, the part was “{writing.as_print}”"
    note += f". The likeliest reading is {first.value} ({first.chance:.0%})"
    if others:
        listed = ", ".join(f"{other.value} ({_percent(other.chance)})" for other in others)
        note += f"; others: {listed}"
    return note + "."


def _percent(chance: float) -> str:
    return "under 1%" if chance < 0.01 else f"{chance:.0%}"


def witnessed(field: Field, value: str, reason: str) -> Field:
    """The field with the reading that a witness states; `reason` says who, and how it agrees.

    Raises KeyError if the value is not among the readings.
    """
    reading = {one.value: one for one in field.readings}[value]
    odds = reading.chance + (1 - reading.chance) * _COINCIDENCE
    return field.model_copy(
        update={
            "text": reading.text,
            "value": value,
            "confidence": round(reading.chance / odds, 4),
            "note": f"{WITNESSED}{reason}. {handwriting_note(field)}",
        }
    )


def no_later_than(field: Field, day: str, why: str) -> Field:
    """A written date without the readings after `day` (ISO); as it was if all are later."""
    kept = tuple(one for one in field.readings if one.value <= day)
    if not kept or len(kept) == len(field.readings):
        return field
    return field.model_copy(
        update={
            "text": kept[0].text,
            "value": kept[0].value,
            "confidence": min(field.confidence or 0.0, kept[0].chance),
            "note": f"{field.note} Readings after {day} are left out: {why}.",
            "readings": kept,
        }
    )


def handwriting_note(field: Field) -> str:
    """The note without what a witness added to it."""
    note = field.note or ""
    return note.partition(". ")[2] if note.startswith(WITNESSED) else note


def is_witnessed(field: Field) -> bool:
    return (field.note or "").startswith(WITNESSED)
