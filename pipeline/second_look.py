"""A second look at numbers and dates that were not surely read.

A line whose digits, or the letters of whose code (กค ๐๔๐๖), the recogniser doubts is read twice
more: stretched, and a little blurred. What two of three readings say of its numbers is taken;
where it was not the first reading that said so, its words stay in doubt. Numbers and short words
alone on their lines are read in company (`lone_words`), and names in brackets that nobody bears at
other widths (`stamped_names`), in the same process. Benchmarks: `make bench-recipe` ("no second
look").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.lone_words import lone_words, told_in_company
from pipeline.normalise import normalise
from pipeline.pens.header_lines import SURE
from pipeline.stamped_names import WIDTHS, best_known, drawn_out, is_doubtful_name
from pipeline.tesseract import ReadLine, read_strips

Grey = npt.NDArray[np.uint8]

_STRETCHED, _PLAIN = 1.1, 1.0  # of the width that goes with the network's height
_BLUR = 1.0  # pixels at 300 dpi
# A number with its signs, and the letters that may be its code: กค๐๔๐๖.๓/ว๑๑๙ | ๑๑/๒๕๖๔ | น๑๕
_VALUE = re.compile(r"(?:[ก-ฮ]{1,3}\.?)?[\d๐-๙](?:[\d๐-๙./\-ว]*[\d๐-๙])?")


def with_second_look(
    pictures: Sequence[Grey], readings: Sequence[ReadLine], lines: int
) -> list[ReadLine]:
    """The readings of the pictures, those with doubtful numbers decided by two of three.

    The first `lines` pictures are the page's own lines, the rest of its stamps. Raises ToolMissing
    as `read_strips`.
    """
    looked = list(readings)
    doubtful = [i for i, reading in enumerate(readings) if _in_doubt(reading)]
    again = [pictures[i] for i in doubtful]
    blurred = [np.asarray(cv2.GaussianBlur(each, (0, 0), _BLUR), np.uint8) for each in again]
    lone = lone_words(pictures[:lines], readings[:lines])
    company = [picture for each in lone.values() for picture in (each.followed, each.led)]
    names = [i for i, reading in enumerate(readings) if is_doubtful_name(reading)]
    widths = [_STRETCHED] * len(again) + [_PLAIN] * (len(blurred) + len(company))
    more = read_strips(
        [*again, *blurred, *company, *(view for i in names for view in drawn_out(pictures[i]))],
        widths=[*widths, *WIDTHS * len(names)],
    )
    for place, i in enumerate(doubtful):
        looked[i] = most_agreed(readings[i], more[place], more[place + len(again)])
    rest = iter(more[2 * len(again) :])
    for i, each in lone.items():
        looked[i] = told_in_company(each, next(rest), next(rest)) or looked[i]
    for i in names:
        looked[i] = best_known(readings[i], [next(rest) for _ in WIDTHS])
    return looked


def most_agreed(first: ReadLine, *others: ReadLine) -> ReadLine:
    """The reading whose numbers most readings share; the first where no others have a majority.

    A number is never given up for none.
    """
    told = [_values(reading) for reading in (first, *others)]
    numbers, votes = Counter(told).most_common(1)[0]
    if votes == 1 or not numbers or numbers == told[0]:
        return first
    chosen = others[told.index(numbers) - 1]
    doubted = [replace(word, confidence=min(word.confidence, SURE)) for word in chosen.words]
    return replace(chosen, words=tuple(doubted))


def _values(reading: ReadLine) -> tuple[str, ...]:
    return tuple(_VALUE.findall("".join(normalise(reading.text).split())))


def _in_doubt(reading: ReadLine) -> bool:
    """Whether a word that is part of a number was not surely read."""
    text, ends = "", []
    for word in reading.words:
        text += word.text
        ends.append(len(text))
    for value in _VALUE.finditer(text):
        start = 0
        for end, word in zip(ends, reading.words, strict=True):
            if start < value.end() and end > value.start() and word.confidence < SURE:
                return True
            start = end
    return False
