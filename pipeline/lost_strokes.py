"""The stroke between code and running number, which the figures beside it may swallow.

A stroke that touches a figure is read as a part of it, surely: ๐๙๐๙/๒๑๕ as ๐๙๐๙๒๑๕. No office has a
code of that many figures without a point; drawn out the line shows its stroke. One is lost more
easily than invented, so two readings that agree on it are believed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.normalise import normalise
from pipeline.pens.header_lines import SURE
from pipeline.tesseract import ReadLine

WIDTHS = (1.05, 1.1, 1.2, 1.25)  # of the width that goes with the network's height
_ENOUGH = 2  # readings

# ที่ นว ๐๙๐๙๒๑๕
_UNPARTED = re.compile(r"\s*ที่?\s*[ก-ฮ]{1,4}\s*(?P<figures>[\d๐-๙]{6,9})\s*")
_LEAST_CODE = 4  # figures before the stroke


def lacks_stroke(reading: ReadLine) -> bool:
    """Whether a line is a letter's number, with more figures than a code has and no stroke."""
    return _UNPARTED.fullmatch(normalise(reading.text)) is not None


def with_stroke(first: ReadLine, others: Sequence[ReadLine]) -> ReadLine:
    """The reading with the stroke where two more readings see it in the same place, and otherwise
    the same figures; its words stay in doubt. Else the first."""
    bare = _signs(first)
    parted = [
        signs
        for other in others
        if (signs := _signs(other)).count("/") == 1
        and signs.replace("/", "") == bare
        and len(re.findall(r"[\d๐-๙]", signs.partition("/")[0])) >= _LEAST_CODE
        and not signs.endswith("/")
    ]
    told, votes = Counter(parted).most_common(1)[0] if parted else ("", 0)
    if votes < _ENOUGH:
        return first
    chosen = next(other for other in others if _signs(other) == told)
    return chosen.no_surer_than(SURE)


def _signs(reading: ReadLine) -> str:
    return "".join(normalise(reading.text).split())
