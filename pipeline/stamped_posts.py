"""Posts that signatories' stamps press below the name, read at other widths where words are broken.

A stamp's letters are small and filled with ink, and vowels run into the letters below them:
ผู้จัดการการไฟฟ้า is read as ผูั้ดการการไฟป๊า. Drawn out they come apart. Of readings of one line that
are alike that is taken which has fewest letters in no word; its words stay in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from pipeline.normalise import normalise
from pipeline.pens.header_lines import SURE
from pipeline.tesseract import ReadLine
from pipeline.thai_words import known

WIDTHS = (1.1, 1.2, 1.3)  # of the width that goes with the network's height
_UNSURE = 0.8  # confidence of a word that is read again
_FARTHEST = 0.2  # share of its letters by which readings of one line differ

_POST = re.compile(r"[ก-๎][ก-๎ .]{11,80}")  # ผู้อำนวยการโรงเรียน…, in one or in pieces


def is_broken_post(reading: ReadLine) -> bool:
    """Whether a line of Thai words was not surely read, and has letters that are in no word."""
    if _POST.fullmatch(_text(reading)) is None:
        return False
    return any(word.confidence < _UNSURE for word in reading.words) and _unknown(reading) > 0


def in_most_words(first: ReadLine, others: Sequence[ReadLine]) -> ReadLine:
    """The reading with fewest letters in no word, of these the surest; the first, if none has
    fewer than it."""
    text = _text(first)
    near = [
        (_unknown(other), -other.confidence, place)
        for place, other in enumerate(others)
        if _POST.fullmatch(_text(other))
        and Levenshtein.distance(_text(other), text) <= _FARTHEST * len(text)
    ]
    if not near or min(near)[0] >= _unknown(first):
        return first
    chosen = others[min(near)[2]]
    return chosen.no_surer_than(SURE)


def _text(reading: ReadLine) -> str:
    return normalise(reading.text).strip()


def _unknown(reading: ReadLine) -> int:
    return known(_text(reading)).letters_unknown
