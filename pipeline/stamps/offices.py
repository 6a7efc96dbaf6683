"""The office that a received stamp names over its number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lines import Strip
from pipeline.models import Line, Word
from pipeline.normalise import normalise
from pipeline.stamps.areas import Area
from pipeline.stamps.labels import Label
from pipeline.tesseract import ReadLine

_LEGIBLE = 0.6  # confidence from which a line of a stamp names its office
_OFFICE_ABOVE = 3.2  # heights of a line by which the office may stand above the number
# The edge of a frame, read beside the name
_DIRT = re.compile(r"^[^ก-๎A-Za-z\d]+|[^ก-๎A-Za-z\d.)]+$")


def offices(
    area: Area, readings: Sequence[ReadLine], labels: Sequence[Label], count: int, page: int
) -> list[Line]:
    """The lines right above the number, legible and without a word of the stamp: its office."""
    numbers = [label for label in labels if label.part == "number"]
    own = [label for label in labels if label.stamp == count]
    found = []
    for strip, reading in zip(area.strips, readings, strict=True):
        above = [
            number
            for number in numbers
            if 0 < number.box[1] - strip.box[1] < _OFFICE_ABOVE * number.height
            and strip.box[2] > number.box[0] - number.height
        ]
        nearest = min(above, key=lambda number: _away(number, strip), default=None)
        same_row = any(abs(label.box[1] - strip.box[1]) < 0.5 * label.height for label in own)
        text, box = _DIRT.sub("", normalise(reading.text)), area.box(strip.box)
        legible = reading.confidence >= _LEGIBLE and len(text) > 3
        if nearest is not None and nearest.stamp == count and legible and not same_row:
            sure = round(reading.confidence, 4)
            found.append(Line(text, page, box, sure, (Word(text, box, sure),)))
    return found


def _away(number: Label, strip: Strip) -> int:
    return abs(number.box[0] - strip.box[0]) + abs(number.box[1] - strip.box[1])
