"""The time of a received stamp as a pen writes it: 10:08, 15.30, 1530, ๑๓.๔๕.

The point or colon between hour and minute is small and often read as a digit, so that the row is
also read in its two halves, parted where small ink or the widest gap is.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.models import Candidate
from pipeline.pens.digits import read_digits
from pipeline.stamps.strokes_as_ones import CLOCK, times
from pipeline.thai_digits import arabic

Grey = npt.NDArray[np.uint8]

_POINT = 0.42  # height of a point, in that of the digits
_PLACES = 3  # where the row may be parted
_POINTED = 1.0  # chance of a place where small ink stands; of a gap alone
_GAP = 0.4
_ROUND = 1.5  # how much likelier minutes are that are told in fives


def read_clock(ink: Grey, *, most: int = 16) -> tuple[Candidate, ...]:
    """Read a time, dark on light, alone; as HH.MM, likeliest first, none if it reads as none."""
    chances: dict[str, float] = defaultdict(float)
    for one in times(read_digits(ink, thai=False, leave_out="ว", most=24)):
        chances[one.text] += one.chance / 2
    for text, chance in _in_halves(ink).items():
        same = next((told for told in chances if told.zfill(5) == text.zfill(5)), text)
        chances[same] += chance / 2
    best = sorted(chances.items(), key=lambda item: -item[1])[:most]
    return tuple(Candidate(text, chance) for text, chance in best)


def _in_halves(ink: Grey) -> dict[str, float]:
    """The times that the halves make, by their chance."""
    found: dict[str, float] = defaultdict(float)
    for left, right, likely in _places(ink):
        hours = read_digits(ink[:, :left], thai=False, leave_out="ว/.-", most=8)
        minutes = read_digits(ink[:, right:], thai=False, leave_out="ว/.-", most=8)
        for hour in hours:
            for minute in minutes:
                text = arabic(f"{hour.text}.{minute.text}")
                if CLOCK.fullmatch(text):
                    fives = _ROUND if text[-1] in "05" else 1.0
                    chance = likely * hour.chance * minute.chance * fives
                    found[text] = max(found[text], chance)
    total = sum(found.values())
    share = min(1.0, total**0.5) / total if total else 0.0
    return {text: chance * share for text, chance in found.items()}


def _places(ink: Grey) -> list[tuple[int, int, float]]:
    """Where the row may be parted: the end of the hour, the start of the minutes, how likely."""
    dark = np.asarray(ink < (int(ink.min()) + 255) // 2, np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    shapes = [tuple(int(value) for value in row[:4]) for row in stats[1:]]
    if len(shapes) < 2:
        return []
    tall = max(shape[3] for shape in shapes)
    large = sorted((s[0], s[0] + s[2]) for s in shapes if s[3] >= _POINT * tall)
    small = [s[0] + s[2] / 2 for s in shapes if s[3] < _POINT * tall]
    groups: list[tuple[int, int]] = []
    for left, right in large:
        if groups and left <= groups[-1][1]:
            groups[-1] = (groups[-1][0], max(right, groups[-1][1]))
        else:
            groups.append((left, right))
    found = []
    for (_, end), (start, _) in pairwise(groups):
        pointed = any(end - 0.2 * tall < middle < start + 0.2 * tall for middle in small)
        found.append((end, start, _POINTED if pointed else _GAP, start - end))
    found.sort(key=lambda place: (-place[2], -place[3]))
    return [place[:3] for place in found[:_PLACES]]
