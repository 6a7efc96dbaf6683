"""A second look at numbers and dates that were not surely read.

A line whose digits, or the letters of whose code (กค ๐๔๐๖), the recogniser doubts is read twice
more: stretched, and a little blurred. What two of three readings say of its numbers is taken;
where it was not the first reading that said so, its words stay in doubt. Numbers and short words
alone on their lines are read in company (`lone_words`); at other widths names in brackets that
nobody bears (`stamped_names`), stamped posts whose words are broken (`stamped_posts`) and letters'
numbers without a stroke (`lost_strokes`); all in the same process. Benchmarks: `make bench-recipe`
("no second look").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline import lost_strokes, stamped_posts
from pipeline.lone_words import lone_words, told_in_company
from pipeline.lost_strokes import lacks_stroke, with_stroke
from pipeline.names import stamped_names
from pipeline.names.stamped_names import best_known, drawn_out, is_doubtful_name
from pipeline.normalise import normalise
from pipeline.pens.header_lines import SURE
from pipeline.stamped_posts import in_most_words, is_broken_post
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
    apart = [(i, look) for i, reading in enumerate(readings) for look in _looks(reading, i < lines)]
    widths = [_STRETCHED] * len(again) + [_PLAIN] * (len(blurred) + len(company))
    more = read_strips(
        [
            *again,
            *blurred,
            *company,
            *(view for i, look in apart for view in look.views(pictures[i])),
        ],
        widths=[*widths, *(width for _, look in apart for width in look.widths)],
    )
    for place, i in enumerate(doubtful):
        looked[i] = most_agreed(readings[i], more[place], more[place + len(again)])
    rest = iter(more[2 * len(again) :])
    for i, each in lone.items():
        looked[i] = told_in_company(each, next(rest), next(rest)) or looked[i]
    for i, look in apart:
        looked[i] = look.choose(readings[i], [next(rest) for _ in look.widths])
    return looked


@dataclass(frozen=True, slots=True)
class _Look:
    """How lines of one sort are read again: the widths, the picture at each, and the choice."""

    widths: tuple[float, ...]
    views: Callable[[Grey], tuple[Grey, ...]]
    choose: Callable[[ReadLine, Sequence[ReadLine]], ReadLine]


_NAMES = _Look(stamped_names.WIDTHS, drawn_out, best_known)
_POSTS = _Look(
    stamped_posts.WIDTHS, lambda picture: (picture,) * len(stamped_posts.WIDTHS), in_most_words
)
_NUMBERS = _Look(
    lost_strokes.WIDTHS, lambda picture: (picture,) * len(lost_strokes.WIDTHS), with_stroke
)


def _looks(reading: ReadLine, on_page: bool) -> tuple[_Look, ...]:
    """The look that a line needs besides; none of most. `on_page`: it is no stamp's."""
    if is_doubtful_name(reading):
        return (_NAMES,)
    if on_page:
        return (_NUMBERS,) if lacks_stroke(reading) else ()
    return (_POSTS,) if is_broken_post(reading) else ()


def most_agreed(first: ReadLine, *others: ReadLine) -> ReadLine:
    """The reading whose numbers most readings share; the first where no others have a majority.

    A number is never given up for none.
    """
    told = [_values(reading) for reading in (first, *others)]
    numbers, votes = Counter(told).most_common(1)[0]
    if votes == 1 or not numbers or numbers == told[0]:
        return first
    chosen = others[told.index(numbers) - 1]
    return chosen.no_surer_than(SURE)


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
