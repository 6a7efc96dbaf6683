"""Numbers in the register that are nearly the one typed: a digit misread or mistyped."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA
from sqlalchemy import select

from extractors.digits import arabic
from extractors.letter_number import LetterNumber
from extractors.number import number_key, parse_typed_number
from index import tables
from index.catalogue import Catalogue

# 117/0564: the year of an order may be misread too
_ORDER = re.compile(r"(?:(?:เลข)?ที่\s*)?(?P<running>\d{1,5})\s*/\s*(?P<year>\d{4})")
_DOCUMENT = tables.document.c
_FARTHEST = 2  # edits of the whole number; one in the running number
_MOST_ROWS = 2000
_DIGITS = "0123456789"


def nearest_numbers(catalogue: Catalogue, typed: str, most: int = 5) -> list[str]:
    """The numbers of documents nearest to one typed in full or in part, the nearest first; not the
    number itself. Only running numbers one edit away are looked at, by the catalogue's index."""
    order = _ORDER.fullmatch(arabic(typed).strip())
    wanted = (
        LetterNumber(running=order["running"], year=order["year"])
        if order
        else parse_typed_number(typed)
    )
    if wanted is None or not wanted.running or not wanted.running.isdecimal():
        return []
    running = wanted.running.lstrip("0") or "0"
    asked = (
        select(_DOCUMENT.number, _DOCUMENT.number_key)
        .where(
            _DOCUMENT.running.in_(sorted(_one_edit_away(running) | {running})), catalogue.visible
        )
        .distinct()
        .limit(_MOST_ROWS)
    )
    with catalogue.reading() as connection:
        rows = connection.execute(asked).all()
    found: dict[str, tuple[int, str]] = {}
    for number, key in rows:
        borne = parse_typed_number(number)
        if borne is None or key == number_key(typed):
            continue
        distance = _distance(wanted, borne)
        if 0 < distance <= _FARTHEST:
            found[number] = distance, number
    return sorted(found, key=lambda number: found[number])[:most]


def _distance(wanted: LetterNumber, borne: LetterNumber) -> int:
    """Edits from what was typed to a number, in the parts that were typed."""
    edits = OSA.distance(wanted.running or "", borne.running or "")
    edits += int(wanted.circular and not borne.circular)
    if wanted.year is not None or borne.year is not None:
        return edits + OSA.distance(wanted.year or "", borne.year or "")
    if wanted.unit is not None:
        edits += OSA.distance(wanted.unit, borne.unit or "")
    if wanted.code is not None:
        edits += OSA.distance(wanted.code, borne.code or "")
        edits += int(wanted.circular != borne.circular)
    return edits


def _one_edit_away(running: str) -> set[str]:
    """A digit changed, left out, put in, or changed about with its neighbour."""
    places = range(len(running))
    near = {running[:at] + digit + running[at + 1 :] for at in places for digit in _DIGITS}
    near |= {running[:at] + running[at + 1 :] for at in places}
    near |= {
        running[:at] + digit + running[at:] for at in range(len(running) + 1) for digit in _DIGITS
    }
    near |= {running[:at] + running[at + 1] + running[at] + running[at + 2 :] for at in places[:-1]}
    return {one.lstrip("0") or "0" for one in near if one} - {running}
