"""The date of a received stamp, pressed by a dater or written: read as print, and widened.

A dater's type is half as wide as print, which the recogniser of print never saw; drawn out, most of
it is read; what is not is read in pieces (`date_pieces`). What was read must be what a calendar
has: a month may miss by one letter, no digit may.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from pipeline.models import Candidate
from pipeline.stamps.date_pieces import read_pieces, widened, within_row
from pipeline.stamps.month import months_of
from pipeline.tesseract import read_strips
from pipeline.thai_digits import arabic
from pipeline.thai_months import SHORT_MONTHS

Grey = npt.NDArray[np.uint8]

_FEWEST = 2  # widths that must read a date for it to be believed in full
_READ = 0.5  # chance of its month from which a reading is a date
_SURE = 0.8  # chance from which the pieces of a date are not looked at
# 15ก.ย.2565 | -8ก.ย.65 | ๒๒กพ๒๕๖๔
_DATE = re.compile(r"\W*(?P<day>\d{1,2})(?P<month>[^\d]{2,7})(?P<year>25[3-9]\d|[3-9]\d)\W*")


def as_date(text: str, chance: float) -> Candidate | None:
    """A reading as day, month and year, with spaces between; None if it is no date."""
    match = _DATE.fullmatch(arabic(text).replace(" ", ""))
    if match is None or (match["month"][-1].isascii() and match["month"][-1].isalpha()):
        return None  # a Latin letter there is a digit of the year misread
    months = months_of([match["month"]])
    number = max(months, key=lambda month: months[month], default=0)
    likely = months.get(number, 0.0)
    if likely < _READ:
        return None
    year = int(match["year"]) % 100 + 2500
    try:
        date(year - 543, number + 1, int(match["day"]))
    except ValueError:
        return None
    digits = re.findall(r"[\d๐-๙]+", text.replace(" ", ""))
    return Candidate(f"{digits[0]} {SHORT_MONTHS[number]} {digits[-1]}", likely * chance)


def read_date(ink: Grey) -> tuple[Candidate, ...]:
    """Read a date, dark on light, alone; likeliest first, none if it reads as none.

    Widths at which it reads as no date say nothing; the others have an equal share.
    """
    ink = within_row(ink)
    dark = ink < (int(ink.min()) + 255) // 2
    rows, columns = np.flatnonzero(dark.any(1)), np.flatnonzero(dark.any(0))
    if not len(rows):
        return ()
    ink = ink[max(0, rows[0] - 3) : rows[-1] + 4, max(0, columns[0] - 6) : columns[-1] + 7]
    readings = read_strips(widened(ink))
    found = [as_date(reading.text, reading.confidence) for reading in readings]
    whole = _summed([one for one in found if one is not None])
    if whole and whole[0].chance >= _SURE:
        return whole
    return either(whole, read_pieces(ink))


def either(whole: Sequence[Candidate], pieces: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The readings of two ways, of which one may fail: where both say the same, both count."""
    missed: dict[str, float] = {}
    for one in (*whole, *pieces):
        text = next((each for each in missed if arabic(each) == arabic(one.text)), one.text)
        missed[text] = missed.get(text, 1.0) * (1 - one.chance)
    total = max(1.0, sum(1 - each for each in missed.values()))
    best = sorted(missed.items(), key=lambda item: item[1])
    return tuple(Candidate(text, (1 - each) / total) for text, each in best)


def _summed(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    chances: dict[str, float] = {}
    for one in found:
        same = next((text for text in chances if arabic(text) == arabic(one.text)), one.text)
        chances[same] = chances.get(same, 0.0) + one.chance / max(_FEWEST, len(found))
    best = sorted(chances.items(), key=lambda item: -item[1])
    return tuple(Candidate(text, chance) for text, chance in best)
