"""A date read in three pieces: a day, the letters of a month, a year, told apart by their gaps.

Daters stand narrow and spaced, and pens write digits that the recogniser of print never saw: the
digits are read by the reader of written rows (`pipeline.pens.digits`), the month as print, as the
abbreviation nearest to what was read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.models import Candidate
from pipeline.pens.digits import read_digits
from pipeline.stamps.first_ones import tall_shapes, with_first_ones
from pipeline.stamps.month import months_of
from pipeline.stamps.strokes_as_ones import with_ones
from pipeline.tesseract import read_strips
from pipeline.thai_digits import arabic
from pipeline.thai_months import SHORT_MONTHS

Grey = npt.NDArray[np.uint8]
Span = tuple[int, int]  # of columns, from left to right


_MONTH_READ = 0.2  # chance of the likeliest month under which it is none
_GAPS = 6  # the widest gaps are looked at
WIDTHS = (1.0, 1.3, 1.6, 2.0, 2.5)
_PAPER = 0.42  # of its height above, below and beside a row that is read as print
# Heights of the date's digits: how wide a day, a month and a year can be, and what gap parts it
# from what stands beside it.
_DAY, _MONTH, _YEAR, _APART = 2.6, (0.5, 4.5), (0.6, 5.0), 2.4
_ASIDE = 1  # groups at either end that may be none of the date
# Chance of a group at either end, a digit's height away and nearer, to be none of the date.
_STRANGER, _NEIGHBOUR = 0.6, 0.12
_PRINT = 0.4  # how much print's reading of digits is believed beside that of pens
_FEWEST = 3  # shapes of a date: a day, a month and a year
_OFF = 0.85  # height by which the middle of what belongs to the row is off at most
_LOWEST = 0.45  # height of what is no point or dash, in that of the tallest
_LEAST = 0.02


def read_pieces(ink: Grey) -> tuple[Candidate, ...]:
    """Read a date, dark on light, alone; likeliest first, none if it has not three pieces."""
    columns = columns_of(ink)
    if columns is None:
        return ()
    tall, groups = columns
    weighed = {part: whole_share(part, groups, tall) for part in parts_of(groups)}
    parts = [part for part in weighed if has_sizes(part, tall)]
    spans = sorted({part[1] for part in parts})
    read = as_print([ink[:, left:right] for left, right in spans])
    months = {span: months_of(texts) for span, texts in zip(spans, read, strict=True)}
    parts = [part for part in parts if max(months[part[1]].values(), default=0.0) >= _MONTH_READ]
    rows = sorted({part[i] for part in parts for i in (0, 2)})
    read = as_print([ink[:, left:right] for left, right in rows])
    digits = {
        (left, right): _digits(ink[:, left:right], texts)
        for (left, right), texts in zip(rows, read, strict=True)
    }
    chances: dict[str, float] = {}
    for day, month, year in parts:
        share = weighed[day, month, year]
        for text, chance in _dates(digits[day], months[month], digits[year]).items():
            chances[text] = max(share * chance, chances.get(text, 0.0))
    if not chances:
        return ()
    # What is no date cannot stand there, so that its share goes to what is: not all of it, since
    # a piece may have been missed.
    total = max(sum(chances.values()) ** 0.5, sum(chances.values()))
    best = sorted(chances.items(), key=lambda item: -item[1])
    return tuple(Candidate(text, one / total) for text, one in best if one / total >= _LEAST)


def within_row(ink: Grey) -> Grey:
    """The ink without what stands above or below the row of its digits, and without what strokes
    that cross the row, a signature's, have there."""
    dark = np.asarray(ink < (int(ink.min()) + 255) // 2, np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    if len(stats) < _FEWEST + 1:
        return ink
    tall = _tall(stats)
    tops, heights = stats[:, 1], stats[:, 3]
    usual = (heights > 0.75 * tall) & (heights < 1.3 * tall)
    usual[0] = False
    top = float(np.median(tops[usual]))
    bottom = float(np.median((tops + heights)[usual]))
    middles = tops + heights / 2
    gone = abs(middles - (top + bottom) / 2) > _OFF * tall
    crossing = heights > 1.3 * tall
    gone[0] = crossing[0] = False
    away = gone[labels]
    rows = np.arange(ink.shape[0])[:, None]
    outside = (rows < top - 0.12 * tall) | (rows > bottom + 0.12 * tall)
    away |= crossing[labels] & outside
    kept = ink.copy()
    kept[cv2.dilate(away.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0] = 255
    return kept


def without_strays(ink: Grey, apart: float) -> Grey:
    """The ink without what broad gaps part from the widest row of shapes, `apart` of its height."""
    dark = np.asarray(ink < (int(ink.min()) + 255) // 2, np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    if count < 2:
        return ink
    spans = sorted((int(left), int(left + wide)) for left, _, wide, _, _ in stats[1:])
    row = _together(spans, apart * _tall(stats))
    kept = ink.copy()
    kept[:, : max(0, row[0][0] - 2)] = 255
    kept[:, max(right for _, right in row) + 2 :] = 255
    return kept


def _tall(stats: cv2.typing.MatLike) -> int:
    """The height of the digits: that which the most shapes of some height have."""
    heights = stats[1:, 3]
    large = np.sort(heights[heights >= 0.5 * np.percentile(heights, 75)])
    return int(np.median(large))


def columns_of(ink: Grey) -> tuple[int, list[Span]] | None:
    """The height of the digits and the groups of columns that are inked, from the left."""
    dark = np.asarray(ink < (int(ink.min()) + 255) // 2, np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    if count < _FEWEST + 1:
        return None
    tall = _tall(stats)
    spans = sorted(
        (int(left), int(left + wide))
        for left, _, wide, high, _ in stats[1:]
        if high >= _LOWEST * tall or wide >= _LOWEST * tall
    )
    groups: list[Span] = []
    for left, right in spans:
        if groups and left <= groups[-1][1] + 1:
            groups[-1] = (groups[-1][0], max(groups[-1][1], right))
        else:
            groups.append((left, right))
    return tall, _together(groups, _APART * tall)


def _together(groups: list[Span], apart: float) -> list[Span]:
    """The widest row of groups that no broad gap parts."""
    rows: list[list[Span]] = [[]]
    for group in groups:
        if rows[-1] and group[0] - rows[-1][-1][1] > apart:
            rows.append([])
        rows[-1].append(group)
    return max(rows, key=lambda row: row[-1][1] - row[0][0] if row else 0)


def parts_of(groups: Sequence[Span]) -> list[tuple[Span, Span, Span]]:
    """Where day, month and year may stand: parted by two of the widest gaps, and not always all
    that is inked, since frames and signatures come near."""
    gaps = sorted(range(len(groups) - 1), key=lambda i: groups[i][1] - groups[i + 1][0])[:_GAPS]
    found = []
    for i, j in combinations(sorted(gaps), 2):
        for first in range(min(i, _ASIDE) + 1):
            for last in range(len(groups) - 1, max(j, len(groups) - 2 - _ASIDE), -1):
                day = groups[first][0], groups[i][1]
                month = groups[i + 1][0], groups[j][1]
                found.append((day, month, (groups[j + 1][0], groups[last][1])))
    return found


def whole_share(part: tuple[Span, Span, Span], groups: Sequence[Span], tall: int) -> float:
    """How likely what stands before and behind is none of the date: the less, the nearer."""
    start, end = part[0][0], part[2][1]
    gaps = [start - right for _, right in groups if right <= start]
    gaps += [left - end for left, _ in groups if left >= end]
    share = 1.0
    for gap in gaps:
        share *= _STRANGER if gap > tall else _NEIGHBOUR
    return share


def has_sizes(part: tuple[Span, Span, Span], tall: int) -> bool:
    day, month, year = (right - left for left, right in part)
    return (
        day <= _DAY * tall
        and _MONTH[0] * tall <= month <= _MONTH[1] * tall
        and _YEAR[0] * tall <= year <= _YEAR[1] * tall
    )


def as_print(pictures: Sequence[Grey]) -> list[list[str]]:
    """What the recogniser of print makes of each at several widths."""
    texts = [reading.text for reading in read_strips([w for p in pictures for w in widened(p)])]
    return [texts[i : i + len(WIDTHS)] for i in range(0, len(texts), len(WIDTHS))]


def widened(picture: Grey) -> list[Grey]:
    """The ink of a row at several widths, with the paper around it that print has."""
    dark = picture < (int(picture.min()) + 255) // 2
    rows = np.flatnonzero(dark.any(1))
    cut = picture[max(0, rows[0] - 2) : rows[-1] + 3]
    above = round(_PAPER * cut.shape[0])
    return [
        np.asarray(
            cv2.copyMakeBorder(
                cv2.resize(cut, None, fx=width, fy=1, interpolation=cv2.INTER_CUBIC),
                *(above, above, above, above),
                cv2.BORDER_CONSTANT,
                value=(255.0,),
            ),
            np.uint8,
        )
        for width in WIDTHS
    ]


def _digits(picture: Grey, texts: Sequence[str]) -> dict[str, float]:
    """Rows of digits by their chance: pens' readings and those of print, believed alike."""
    found: dict[str, float] = defaultdict(float)
    for one in read_digits(picture, leave_out="ว", most=16):
        for text, share in with_ones(one.text.strip("-. "), within="/"):
            found[text] += (1 - _PRINT) * share * one.chance
    for text in texts:
        if not any(sign.isalpha() for sign in text):
            found[re.sub(r"[^\d]", "", text)] += _PRINT / len(texts)
    return with_first_ones(found, tall_shapes(picture))


def _dates(
    days: dict[str, float], months: dict[int, float], years: dict[str, float]
) -> dict[str, float]:
    """What a calendar has of them, by its chance."""
    chances: dict[str, float] = {}
    for day, one in days.items():
        for month, other in months.items():
            for year, third in years.items():
                if _is_date(arabic(day), month, arabic(year)):
                    chances[f"{day} {SHORT_MONTHS[month]} {year}"] = one * other * third
    return chances


def _is_date(day: str, month: int, year: str) -> bool:
    if not (day.isdigit() and year.isdigit() and len(day) < 3 and len(year) in (2, 4)):
        return False
    full = int(year) if len(year) == 4 else 2500 + int(year)
    if not 2530 <= full <= 2599:
        return False
    try:
        date(full - 543, month + 1, int(day))
    except ValueError:
        return False
    return True
