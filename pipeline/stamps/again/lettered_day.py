"""The date of a received stamp that a pen wrote with its month: 22 ก.ค. 67 or 22/ก.ค./67.

The reader of letters (`pipeline.pens.letters`) knows months as hands write them, which daters' and
print's readers do not; of years it is asked for the letter's and the next alone.
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
_NONE = 0.05  # weight of its being no date, or another than was read


def read_lettered(ink: Grey, near: LetterDay | None) -> tuple[Candidate, ...]:
    """Read a date with its month, dark on light, alone; likeliest first, empty if it is none."""
    if near is None:
        return ()
    years = tuple(str(year + 543) for year in range(near.first.year, near.last.year + 2))
    forms = (row_forms.day, row_forms.day_between_strokes)
    grammars = [form(digits, years) for form in forms for digits in row_forms.KINDS]
    read = read_row(ink, grammars, _spaced)
    if read is None or read.fit < _FITS:
        return ()
    weights: dict[date, float] = defaultdict(float)
    for one in read.candidates:
        day = _day(one.text)
        if day is not None:
            weights[day] += one.chance * near.weight(day)
    total = sum(weights.values()) + _NONE
    best = sorted(weights.items(), key=lambda item: -item[1])
    return tuple(Candidate(as_told(day), weight / total) for day, weight in best if weight)


def _spaced(text: str) -> str:
    """A day whose month stands between strokes as one without them.

    >>> _spaced("22/กค/67")
    '22 ก.ค. 67'
    """
    return row_forms.spaced_day(text.replace("/", ""))


def _day(text: str) -> date | None:
    """The day that a reading says: 22 ก.ค. 67."""
    parts = arabic(text).replace("วันที่", "").replace("เดือน", "").replace("พ.ศ.", "").split()
    if len(parts) != 3:  # in figures, which `slashed` reads
        return None
    own, name, year = parts
    names = MONTHS if name in MONTHS else SHORT_MONTHS
    try:
        return date(1957 + int(year[-2:]), names.index(name) + 1, int(own))
    except ValueError:
        return None
