"""The month of a stamped or written date, as the abbreviation nearest to what was read of it.

The recogniser of print never saw a dater's narrow letters nor a pen's, and makes other signs of
them, mostly the same ones; such a sign counts little against the letter it is made of.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from pipeline.thai_months import SHORT_MONTHS

_LETTERS = tuple(month.replace(".", "") for month in SHORT_MONTHS)
# Signs made of each letter, on synthetic stamps: narrow type widened, worn type, pens.
_MADE_OF = {
    "ก": "ภถฎฤกnhfAnR",
    "ค": "ดศฅaคคoAต",
    "ต": "ดคaฅศ",
    "ย": "ขชซบยgUuvVyฃEป",
    "พ": "ฟฬผฝwWN",
    "ม": "นaMฆ๙",
    "เ": "lILแไใ1!",
    "ส": "ลaสศ",
    "ธ": "รโ5ฐs",
    "ี": "ิ็ืึ",
    "ิ": "ีื็ึ",
}
_ALIKE, _FOREIGN, _OTHER = 0.3, 0.8, 1.0  # cost of a sign for a letter; other letters of months
_MISSED = {"ี": 0.5, "ิ": 0.5}  # cost of a letter that was not read, if less than one
_DIGIT = 1.6  # cost of a digit, which is the day's or the year's
_SHARPNESS, _NONE = 4.0, 1.6  # by which costs tell months apart; cost of what is no month
_USED = frozenset("".join(_LETTERS))


def months_of(texts: Sequence[str]) -> dict[int, float]:
    """How likely each month (0 to 11) is by what was read of it, once or at several widths.

    The rest is the chance that it is none.
    """
    bare = [_bare(text) for text in texts]
    if not any(bare):
        return {}
    costs = [
        sum(min(2.0, _cost(text, letters)) for text in bare) / len(bare) for letters in _LETTERS
    ]
    weights = [math.exp(-_SHARPNESS * cost) for cost in costs]
    total = sum(weights) + math.exp(-_SHARPNESS * _NONE)
    return {month: weight / total for month, weight in enumerate(weights)}


def _bare(text: str) -> str:
    return "".join(sign for sign in text if sign not in " .,-_…:;'\"|/")


@lru_cache(maxsize=4096)
def _cost(text: str, letters: str) -> float:
    """What it costs to make the letters of the text, sign by sign."""
    row = [0.0]
    for letter in letters:
        row.append(row[-1] + _MISSED.get(letter, 1.0))
    for sign in text:
        too_many = _DIGIT if sign.isdecimal() else _MISSED.get(sign, 1.0)
        last, row = row, [row[0] + too_many]
        for place, letter in enumerate(letters):
            row.append(
                min(
                    last[place] + _instead(sign, letter),
                    last[place + 1] + too_many,
                    row[place] + _MISSED.get(letter, 1.0),
                )
            )
    return row[-1]


def _instead(sign: str, letter: str) -> float:
    if sign == letter:
        return 0.0
    if sign in _MADE_OF.get(letter, ""):
        return _ALIKE
    if sign.isdecimal():
        return _DIGIT
    return _OTHER if sign in _USED else _FOREIGN


def as_told(day: date) -> str:
    """A day as stamps are told: 5 ก.พ. 2568."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year + 543}"
