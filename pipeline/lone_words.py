"""A number or a short word that stands alone on its line, read in the company of print.

The recogniser has learnt lines of words: of a page's "- ๗ -", a list's "๔." or the last word of a
paragraph, ปี, it makes "--", "." or ช, with hardly any confidence. Before a stretch of a line that
was surely read, and behind one, it reads them rightly. Where the two readings agree on a number or
a word of Thai, that is what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.normalise import normalise
from pipeline.pens.header_lines import SURE
from pipeline.tesseract import ReadLine, ReadWord
from pipeline.thai_words import words

Grey = npt.NDArray[np.uint8]

_DOUBTFUL = 0.7  # confidence of a lone strip from which it is left as it was read
_AGREED = 0.8  # least confidence of both readings in company
_SHORT = 2.5  # of its height: the width of a strip that holds so little
_LIKE_PRINT = (0.7, 1.25)  # of the median height of the page's strips; specks and drawings are not
_STRETCH = 500  # pixels of the companion
_GAP = 40  # pixels of white between the two
# - ๗ - | ๔. | (๒) | ๑.๒ | ๑๒/
_NUMBER = re.compile(r"[-–(]? ?[\d๐-๙]{1,4}(?:\.[\d๐-๙]{1,2})?[.)/]? ?[-–]?")


@dataclass(frozen=True, slots=True)
class Company:
    """A lone strip with a companion behind it, and one before it. `width`: the lone one's."""

    followed: Grey
    led: Grey
    width: int


def lone_words(pictures: Sequence[Grey], readings: Sequence[ReadLine]) -> dict[int, Company]:
    """By place, the strips that may bear no more than that and were not surely read."""
    companion = next(
        (
            picture
            for picture, reading in zip(pictures, readings, strict=True)
            if picture.shape[1] > 2 * _STRETCH and reading.confidence > SURE
        ),
        None,
    )
    if companion is None:
        return {}
    usual = median(picture.shape[0] for picture in pictures)
    return {
        place: _in_company(picture, companion)
        for place, (picture, reading) in enumerate(zip(pictures, readings, strict=True))
        if reading.text
        and reading.confidence < _DOUBTFUL
        and picture.shape[1] < _SHORT * picture.shape[0]
        and _LIKE_PRINT[0] < picture.shape[0] / usual < _LIKE_PRINT[1]
    }


def _in_company(picture: Grey, companion: Grey) -> Company:
    height, width = picture.shape
    scale = height / companion.shape[0]
    line = cv2.resize(companion, (round(companion.shape[1] * scale), height))
    gap = np.full((height, _GAP), 255, np.uint8)
    return Company(
        followed=np.hstack([picture, gap, line[:, :_STRETCH]]),
        led=np.hstack([line[:, -_STRETCH:], gap, picture]),
        width=width,
    )


def told_in_company(company: Company, followed: ReadLine, led: ReadLine) -> ReadLine | None:
    """The lone strip's reading, in its own pixels; None unless both readings tell one number or
    one word."""
    start = company.led.shape[1] - company.width
    here = [word for word in followed.words if _middle(word) < company.width + _GAP / 2]
    there = [word for word in led.words if _middle(word) > start - _GAP / 2]
    text = _letters(followed.text, _count(here))
    least = min((word.confidence for word in [*here, *there]), default=0.0)
    if text != _letters(led.text[::-1], _count(there))[::-1] or least < _AGREED:
        return None
    if not (_NUMBER.fullmatch(text) or (len(text) > 1 and normalise(text) in words())):
        return None
    return ReadLine(text, tuple(replace(word, confidence=min(least, SURE)) for word in here))


def _count(read: Sequence[ReadWord]) -> int:
    return sum(len(word.text) for word in read)


def _letters(text: str, count: int) -> str:
    """The first letters of a text, with the spaces between them."""
    found = ""
    for letter in text:
        if sum(not each.isspace() for each in found) == count:
            break
        found += letter
    return found.strip()


def _middle(word: ReadWord) -> float:
    return (word.box[0] + word.box[2]) / 2
