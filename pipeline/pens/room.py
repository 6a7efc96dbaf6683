"""Where in a line something can be written: between print that was read surely."""

from __future__ import annotations

import math
from collections.abc import Sequence

from pipeline.models import Line, Word
from pipeline.pens.header_lines import SURE, HeaderLine
from pipeline.straight_cut import StraightCut
from pipeline.word_places import word_places

CODE_SURE = 0.5  # mean confidence of a printed code beside which a running number is looked for
JOINED = 0.2  # heights of the line by which a shape reaches into print that it is joined to
_EDGE = 2  # pixels around the figures of print
_TONES = "่้๊๋์"
_DAY_DIGITS = 2
_TOO_WIDE, _WIDE = 1.9, 1.3  # of a letter's usual width: a box that holds more; that of a wide one


def mean_sureness(line: Line, start: int, end: int) -> float:
    sure = [w.confidence for first, last, w in word_places(line) if first < end and last > start]
    return sum(sure) / max(1, len(sure))


def room_for(place: HeaderLine, beside: Sequence[Line], seen: StraightCut) -> tuple[float, float]:
    """Left and right in pixels, between print that was read surely."""
    left, right = _first_column(place, seen), math.inf
    for first, last, word in word_places(place.line):
        box = seen.pixels(word.box)
        if word.text in _TONES:
            continue  # boxed as wide as the room that the recogniser gave it
        if last <= place.start and word.confidence >= CODE_SURE:
            left = max(left, box[2])
        elif first >= place.end and word.confidence >= CODE_SURE:
            right = min(right, _letter_start(word, place.line, seen))
    middle = (seen.pixels(place.line.box)[0] + seen.pixels(place.line.box)[2]) / 2
    for other in beside:
        if other.confidence < SURE or len(other.text) < 3:
            continue
        box = seen.pixels(other.box)
        if box[2] < middle:
            left = max(left, _print_end(other, seen))
        elif box[0] > middle:
            right = min(right, box[0])
    return left, right


def _letter_start(word: Word, line: Line, seen: StraightCut) -> int:
    """Where a letter begins; of one boxed far wider than the line's others, where it would if it
    were no wider: the recogniser puts a stroke of a pen before it in its box."""
    left, _, right, _ = seen.pixels(word.box)
    boxes = [seen.pixels(one.box) for one in line.words if len(one.text) == len(word.text) == 1]
    usual = sorted(box[2] - box[0] for box in boxes)[len(boxes) // 2] if boxes else right - left
    return left if right - left <= _TOO_WIDE * usual else round(right - _WIDE * usual)


def _first_column(place: HeaderLine, seen: StraightCut) -> float:
    """Where a day may begin with which a line begins: before one that was read as two digits stands
    nothing, before one of a single digit another at most."""
    day = place.line.text[: place.end].strip(" .…_")
    if place.kind != "day" or not place.whole or len(day) > _DAY_DIGITS:
        return -math.inf
    left, top, _, bottom = seen.pixels(place.line.box)
    return left - (JOINED if len(day) == _DAY_DIGITS else 1.0) * (bottom - top)


def _print_end(line: Line, seen: StraightCut) -> int:
    """Where the surely read beginning of a line ends: ประกาศ ณ วันที่ 9๗"""
    end = seen.pixels(line.box)[0]
    for word in line.words:
        if word.confidence < SURE:
            break
        end = seen.pixels(word.box)[2]
    return end


def room_of(place: HeaderLine, figures: Sequence[Word], seen: StraightCut) -> tuple[float, float]:
    """Left and right in pixels of figures that were read as print; of a day up to its month, of
    which a figure may not have been read."""
    boxes = [seen.pixels(word.box) for word in figures]
    left, right = min(box[0] for box in boxes) - _EDGE, max(box[2] for box in boxes) + _EDGE
    behind = [
        seen.pixels(word.box)[0]
        for first, _, word in word_places(place.line)
        if first >= place.end and word.text not in _TONES
    ]
    return left, max(right, min(behind) - _EDGE) if place.kind == "day" and behind else right
