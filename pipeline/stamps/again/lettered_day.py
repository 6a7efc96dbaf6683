"""The date of a received stamp that a pen wrote with its month: 22 ก.ค. 67.

The reader of letters (`pipeline.pens.letters`) knows months as hands write them, which daters' and
print's readers do not. A year that it reads as none near the letter's is taken for misread.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import numpy as np
import numpy.typing as npt

from pipeline.models import Candidate
from pipeline.pens import row_forms
from pipeline.pens.letters import read_row
from pipeline.stamps.again.letter_day import LetterDay
from pipeline.stamps.month import as_told
from pipeline.thai_digits import arabic
from pipeline.thai_months import MONTHS, SHORT_MONTHS

Grey = npt.NDArray[np.uint8]

_FITS = -1.0  # see `letters`; of a row of another form, or of two
_YEAR_UNREAD = 0.05  # weight of its being of another year than was read
_NONE = 0.05  # weight of its being no date, or another than was read


def read_lettered(ink: Grey, near: LetterDay | None) -> tuple[Candidate, ...]:
    """Read a date with its month, dark on light, alone; likeliest first, empty if it is none."""
    read = read_row(
        ink, [row_forms.day(digits) for digits in row_forms.KINDS], row_forms.spaced_day
    )
    if read is None or near is None or read.fit < _FITS:
        return ()
    weights: dict[date, float] = defaultdict(float)
    for one in read.candidates:
        for year in range(near.first.year, near.last.year + 2):
            day = _day(one.text, year)
            if day is not None:
                told = arabic(one.text).endswith(str(year + 543)[2:])
                weights[day] += one.chance * (1.0 if told else _YEAR_UNREAD) * near.weight(day)
    total = sum(weights.values()) + _NONE
    best = sorted(weights.items(), key=lambda item: -item[1])
    return tuple(Candidate(as_told(day), weight / total) for day, weight in best if weight)


def _day(text: str, year: int) -> date | None:
    """The day and month of a reading, in this year (A.D.)."""
    parts = arabic(text).replace("วันที่", "").replace("เดือน", "").split()
    if len(parts) < 2 or not parts[0].isdigit():
        return None
    names = MONTHS if parts[1] in MONTHS else SHORT_MONTHS
    try:
        return date(year, names.index(parts[1]) + 1, int(parts[0]))
    except ValueError:
        return None
