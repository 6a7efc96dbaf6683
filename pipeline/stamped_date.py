"""The date of a received stamp, pressed by a dater or written: read as print, and widened.

A dater's type is half as wide as print, which the recogniser of print never saw; drawn out, most of
it is read. What was read must be what a calendar has: a month may miss by one letter, no digit may.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import cv2
import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein

from pipeline.models import Candidate
from pipeline.tesseract import read_strips

Grey = npt.NDArray[np.uint8]

_WIDTHS = (1.0, 1.4, 1.8, 2.2)
_FEWEST = 2  # widths that must read a date for it to be believed in full
_PAPER = (14, 24)  # pixels above and beside it
_MONTHS = (
    *("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย."),
    *("ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."),
)
_LETTERS = tuple(month.replace(".", "") for month in _MONTHS)
_TAKEN_FOR = str.maketrans("ดศ", "คค")  # no month has ด or ศ
_NEARLY = 0.6  # chance of a month that misses by one letter
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
# 15ก.ย.2565 | -8ก.ย.65 | ๒๒กพ๒๕๖๔
_DATE = re.compile(r"\W*(?P<day>\d{1,2})(?P<month>[^\d]{2,7})(?P<year>25[3-9]\d|[3-9]\d)\W*")


def as_date(text: str, chance: float) -> Candidate | None:
    """A reading as day, month and year, with spaces between; None if it is no date."""
    match = _DATE.fullmatch(text.translate(_DIGITS).replace(" ", ""))
    if match is None:
        return None
    month = re.sub(r"[^ก-๎A-Za-z]", "", match["month"]).translate(_TAKEN_FOR)
    if month not in _LETTERS:
        near = [each for each in _LETTERS if Levenshtein.distance(each, month) == 1]
        if len(near) != 1:
            return None
        month, chance = near[0], _NEARLY * chance
    number = _LETTERS.index(month)
    year = int(match["year"]) % 100 + 2500
    try:
        date(year - 543, number + 1, int(match["day"]))
    except ValueError:
        return None
    digits = re.findall(r"[\d๐-๙]+", text.replace(" ", ""))
    return Candidate(f"{digits[0]} {_MONTHS[number]} {digits[-1]}", chance)


def read_date(ink: Grey) -> tuple[Candidate, ...]:
    """Read a date, dark on light, alone; likeliest first, none if it reads as none.

    Widths at which it reads as no date say nothing; the others have an equal share.
    """
    dark = ink < (int(ink.min()) + 255) // 2
    rows, columns = np.flatnonzero(dark.any(1)), np.flatnonzero(dark.any(0))
    if not len(rows):
        return ()
    ink = ink[max(0, rows[0] - 3) : rows[-1] + 4, max(0, columns[0] - 6) : columns[-1] + 7]
    wide = [
        cv2.copyMakeBorder(
            cv2.resize(ink, None, fx=width, fy=1, interpolation=cv2.INTER_CUBIC),
            *(_PAPER[0], _PAPER[0], _PAPER[1], _PAPER[1]),
            cv2.BORDER_CONSTANT,
            value=(255.0,),
        )
        for width in _WIDTHS
    ]
    readings = read_strips([np.asarray(each, np.uint8) for each in wide])
    found = [as_date(reading.text, reading.confidence) for reading in readings]
    return _summed([one for one in found if one is not None])


def _summed(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    chances: dict[str, float] = {}
    for one in found:
        same = next(
            (text for text in chances if text.translate(_DIGITS) == one.text.translate(_DIGITS)),
            one.text,
        )
        chances[same] = chances.get(same, 0.0) + one.chance / max(_FEWEST, len(found))
    best = sorted(chances.items(), key=lambda item: -item[1])
    return tuple(Candidate(text, chance) for text, chance in best)
