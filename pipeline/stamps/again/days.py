"""The date of a received stamp read in pieces, by what the letter's own day leaves likely.

Worn or crossed, of a date often no more than its day and a piece of its month can be made out. A
letter is received on its day or soon after (`letter_day`), so that a day that was read has mostly
one month and year to be of: what was read of those two speaks for it or against it. No day is told
that was not read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from pipeline.models import Candidate
from pipeline.pens.digits import read_digits
from pipeline.stamps.again import dater
from pipeline.stamps.again.letter_day import LetterDay
from pipeline.stamps.date_pieces import (
    Span,
    as_print,
    columns_of,
    has_sizes,
    parts_of,
    whole_share,
    within_row,
)
from pipeline.stamps.first_ones import tall_shapes, with_first_ones
from pipeline.stamps.month import as_told, months_of
from pipeline.stamps.strokes_as_ones import with_ones
from pipeline.thai_digits import arabic

Grey = npt.NDArray[np.uint8]
_Split = tuple[Span, Span, Span]

_PALE = 2.6  # power of the shade: bands of a dater are pale or dark, and what is under 195 is ink
_TRIED = 10  # splits into day, month and year that are read
_DATER, _PRINT = 0.4, 0.4  # how much readings of a dater's type, and of print, are believed
# What a month and a year count that were not read so: chances by themselves.
_MONTH_UNREAD, _YEAR_UNREAD = 0.02, 0.02
_NONE = 0.003  # weight of its being no date, or another than was read
_LEAST = 0.02


def read_day(ink: Grey, near: LetterDay | None) -> tuple[Candidate, ...]:
    """Read a date, dark on light, alone; likeliest first, none if it reads as none."""
    ink = within_row(darkened(ink))
    columns = columns_of(ink)
    if columns is None or near is None:
        return ()
    tall, groups = columns
    shares = {part: whole_share(part, groups, tall) for part in parts_of(groups)}
    splits = [part for part in shares if has_sizes(part, tall)]
    months = _months(ink, splits)
    splits.sort(key=lambda part: -shares[part] * max(months[part[1]].values(), default=0.0))
    splits = splits[:_TRIED]
    digits = _digits(ink, sorted({part[i] for part in splits for i in (0, 2)}))
    weights: dict[date, float] = {}
    for part in splits:
        found = _weighed(digits[part[0]], months[part[1]], digits[part[2]], near)
        for day, weight in found.items():
            weights[day] = max(shares[part] * weight, weights.get(day, 0.0))
    total = sum(weights.values()) + _NONE
    best = sorted(weights.items(), key=lambda item: -item[1])
    return tuple(
        Candidate(as_told(day), weight / total) for day, weight in best if weight / total >= _LEAST
    )


def darkened(ink: Grey) -> Grey:
    """The ink with what is pale as dark as that half the readers' thresholds take it for ink."""
    return np.asarray(255.0 * (ink / 255.0) ** _PALE, np.uint8)


def _months(ink: Grey, splits: Sequence[_Split]) -> dict[Span, Mapping[int, float]]:
    spans = sorted({part[1] for part in splits})
    read = as_print([ink[:, left:right] for left, right in spans])
    found: dict[Span, Mapping[int, float]] = {}
    for (left, right), texts in zip(spans, read, strict=True):
        printed, dated = months_of(texts), dater.read_month(ink[:, left:right])
        both = (printed, dated) if printed and dated else (printed or dated,)
        found[left, right] = {
            month: sum(one.get(month, 0.0) for one in both) / len(both) for month in range(12)
        }
    return found


def _digits(ink: Grey, spans: Sequence[Span]) -> dict[Span, Mapping[str, float]]:
    """Rows of digits by their chance: readings of pens, of print and of daters."""
    read = as_print([ink[:, left:right] for left, right in spans])
    return {
        (left, right): _row(ink[:, left:right], texts)
        for (left, right), texts in zip(spans, read, strict=True)
    }


def _row(picture: Grey, texts: Sequence[str]) -> Mapping[str, float]:
    found: dict[str, float] = defaultdict(float)
    pressed = dater.read_row(picture)
    share = _DATER if pressed else 0.0
    for text, chance in pressed.items():
        found[text] += share * chance
    for one in read_digits(picture, leave_out="ว", most=16):
        for digits, part in with_ones(arabic(one.text.strip("-. ")), within="1"):
            found[digits] += part * (1 - share) * (1 - _PRINT) * one.chance
    for text in texts:
        if not any(sign.isalpha() for sign in text):
            digits = arabic(re.sub(r"[^\d]", "", text))
            found[digits] += (1 - share) * _PRINT / len(texts)
    return with_first_ones(found, tall_shapes(picture))


def _weighed(
    days: Mapping[str, float],
    months: Mapping[int, float],
    years: Mapping[str, float],
    near: LetterDay,
) -> dict[date, float]:
    """How likely each day near the letter's is, by what was read of its three pieces."""
    found: dict[date, float] = defaultdict(float)
    first, last = near.first.year, near.last.year + 1
    no_month = _MONTH_UNREAD * (1 - min(1.0, max(months.values(), default=0.0)))
    read_years = (chance for text, chance in years.items() if len(text) in (2, 4))
    no_year = _YEAR_UNREAD * (1 - min(1.0, sum(read_years)))
    for text, read in days.items():
        if not text.isdigit() or not 1 <= int(text) <= 31 or len(text) > 2:
            continue
        for month, told in months.items():
            for year in range(first, last + 1):
                try:
                    day = date(year, month + 1, int(text))
                except ValueError:
                    continue
                of_year = years.get(str(year + 543), 0.0) + years.get(str(year + 543)[2:], 0.0)
                weight = (told + no_month) * (of_year + no_year) * near.weight(day)
                if weight:
                    found[day] += read * weight
    return found
