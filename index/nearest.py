"""Numbers in the register that are nearly the one typed: a digit misread or mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rapidfuzz.distance import OSA
from sqlalchemy import select

from extractors.letter_number import LetterNumber
from extractors.number import number_key, parse_typed_number
from index import tables
from index.catalogue import Catalogue
from index.names import name_key
from index.rows import office_code
from pipeline.thai_digits import arabic

# 117/0564: the year of an order may be misread too
_ORDER = re.compile(r"(?:(?:เลข)?ที่\s*)?(?P<running>\d{1,5})\s*/\s*(?P<year>\d{4})")
_DOCUMENT = tables.document.c
_FARTHEST = 2  # edits of the whole number; one in the running number
_MOST_ROWS = 2000
_DIGITS = "0123456789"


def nearest_numbers(catalogue: Catalogue, typed: str, most: int = 5, said: str = "") -> list[str]:
    """The numbers of documents nearest to one typed in full or in part, the nearest first; not the
    number itself. Those come first whose issuer is named in `said`, the rest of what was typed.
    Only running numbers one edit away are looked at, by the catalogue's index."""
    order = _ORDER.fullmatch(arabic(typed).strip())
    wanted = (
        LetterNumber(running=order["running"], year=order["year"])
        if order
        else parse_typed_number(typed)
    )
    if wanted is None or not wanted.running or not wanted.running.isdecimal():
        return []
    running, words = wanted.running.lstrip("0") or "0", name_key(said)
    own, found = number_key(typed), dict[str, tuple[bool, int, bool, str]]()
    for row in _near(catalogue, typed, wanted, running):
        borne = parse_typed_number(row.number)
        if borne is None or row.number_key == own:
            continue
        distance = _distance(wanted, borne)
        if 0 < distance <= _FARTHEST:
            named = bool(row.issuer_key) and row.issuer_key in words
            longer = len(borne.running or "") != len(wanted.running)
            worth = not named, distance, longer, row.number  # a digit is rather wrong than missing
            found[row.number] = min(worth, found.get(row.number, worth))
    return sorted(found, key=lambda number: found[number])[:most]


def _near(catalogue: Catalogue, typed: str, wanted: LetterNumber, running: str) -> Iterator[Any]:
    """Rows with a number near by: of the office or the year that was typed with any running number
    one edit away, and of all others with the very running number."""
    asked = select(_DOCUMENT.number, _DOCUMENT.number_key, _DOCUMENT.issuer_key).distinct()
    around = asked.where(_DOCUMENT.running.in_(sorted(_one_edit_away(running))), catalogue.visible)
    if wanted.year is not None:
        around = around.where(_DOCUMENT.number.endswith(f"/{wanted.year}", autoescape=True))
    elif (unit := office_code(typed)) is not None:
        around = around.where(_DOCUMENT.unit == unit)
    same = asked.where(_DOCUMENT.running == running, catalogue.visible)
    with catalogue.reading() as connection:
        for question in (around, same):
            yield from connection.execute(question.limit(_MOST_ROWS)).all()


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
