"""Names in brackets, which signatories' stamps press under their signatures, read at other widths.

A stamp's letters are small, bold and filled with ink; drawn out they come apart (กผล, กมล). Of the
readings of one name that are alike, that is taken whose words PyThaiNLP's dictionaries and lists of
given names know best; where it is not the first reading, its words stay in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein

from pipeline.normalise import normalise
from pipeline.pens.header_lines import SURE
from pipeline.tesseract import ReadLine
from pipeline.thai_words import given_names, known

Grey = npt.NDArray[np.uint8]

# Of the width that goes with the network's height. Of 300 names drawn as stamps press them 163 were
# read right at first, 202 with these; six that had been right were not.
_WIDTHS, _BLURRED = (1.4, 1.6), (1.0, 1.2)
_BLUR = 1.0  # pixels at 300 dpi, that broken strokes run together
WIDTHS = (*_WIDTHS, *_BLURRED)

# (นายเอก มั่นคง): one of the brackets may be lost
_NAME = re.compile(r"(?=.*[(){}\[\]|])\W{0,4}(?P<name>[ก-๎][ก-๎.\s]{6,60})\W{0,4}")
_TITLE = re.compile(r"(?:นางสาว|นาง|นาย|ดร\.|[ก-๎.]*(?:ตรี|โท|เอก|จารย์|หญิง|แพทย์))?")
_UNSURE = 0.8  # confidence of a word that is read again
_PLAIN = 0.925  # confidence of a line of clear print, in which rare names are believed
_FARTHEST = 4  # letters by which readings of one name differ
_SURELY = 10  # unknown letters that outweigh all of a reading's confidence


def is_doubtful_name(reading: ReadLine) -> bool:
    """Whether a line is a name in brackets that was not surely read: a little, if no word of it is
    a known given name.

    A given name follows its title without a space, or its rank with one.
    """
    name = _name(reading)
    if not name:
        return False
    unsure = any(word.confidence < _UNSURE for word in reading.words)
    return unsure or (reading.confidence < _PLAIN and not _has_given_name(name))


def drawn_out(picture: Grey) -> tuple[Grey, ...]:
    """What is read at each of `WIDTHS`."""
    blurred = np.asarray(cv2.GaussianBlur(picture, (0, 0), _BLUR), np.uint8)
    return (*[picture] * len(_WIDTHS), *[blurred] * len(_BLURRED))


def best_known(first: ReadLine, others: Sequence[ReadLine]) -> ReadLine:
    """Of the readings that have a known given name that whose words are known best and read most
    surely; the first, if none has."""
    readings = (first, *others)
    told = [_name(reading) for reading in readings]
    near = [
        (_unknown(name) - _SURELY * reading.confidence, place)
        for place, (name, reading) in enumerate(zip(told, readings, strict=True))
        if _has_given_name(name) and Levenshtein.distance(name, told[0]) <= _FARTHEST
    ]
    chosen = readings[min(near)[1]] if near else first
    if chosen is first:
        return first
    return chosen.no_surer_than(SURE)


def _name(reading: ReadLine) -> str:
    match = _NAME.fullmatch(normalise(reading.text).strip())
    return match["name"].strip() if match else ""


def _has_given_name(name: str) -> bool:
    return any(_TITLE.sub("", word, count=1) in given_names() for word in name.split())


def _unknown(name: str) -> int:
    """Letters in no dictionary, and words: the fewer, the better a name is known."""
    told = known(name)
    return told.words + 2 * told.letters_unknown
