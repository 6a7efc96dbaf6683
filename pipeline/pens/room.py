"""Where in a line something can be written: between print that was read surely."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from pipeline.lines import PixelBox
from pipeline.models import Line, Word
from pipeline.pens.header_lines import SURE, HeaderLine
from pipeline.straight_cut import StraightCut
from pipeline.tesseract import ReadWord
from pipeline.word_places import word_places

CODE_SURE = 0.5  # mean confidence of a printed code beside which a running number is looked for
JOINED = 0.2  # heights of the line by which a shape reaches into print that it is joined to
_NEAR, _NEAR_DAY = (
    5.0,
    3.0,
)  # heights of the line from print, within which what belongs to it is filled in
_BEFORE = 0.12  # heights of a figure that it may reach beyond its box
_UNREAD = 0.4  # heights of a figure between a stroke and the first of them, in which a ว has room
_EDGE = 2  # pixels around the figures of print
_RUNNING = re.compile(r"[\s.]*(?:[\d๐-๙]{1,3}\s?)?/?\s?(?:ว\s?)?[\d๐-๙]{1,6}[\s.]*")  # /๑๑ | ว๔๕
_APART = 0.08  # of the page, between a day and its month
_WHOLE_DAY = re.compile(r"[\s.…_]*[\d๐-๙]{1,2}[\s.…_]*")
# สั่ง ณ วันที่ | ณ วันที่ -, of which the dash is a pen's
_DAY_ALONE = re.compile(r"(?:[ก-๎]{2,8} ?ณ ?)?วันที่[\s.…_\-–]*")
_NO_LETTER = re.compile(r"[.…_\-–่้๊๋์]+")
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
        if place.kind == "letter" and _RUNNING.fullmatch(other.text):
            continue  # the end of the number that is filled in, read apart
        box = seen.pixels(other.box)
        if box[2] < middle:
            left = max(left, _print_end(other, seen))
        elif box[0] > middle:
            right = min(right, box[0])
    return left, right


def filled_in_between(
    place: HeaderLine, room: tuple[float, float], at: PixelBox
) -> tuple[float, float] | None:
    """Columns in which something must have been filled in: behind a code, before a month or a year,
    where no number and no day was read; None where one was, or if print does not tell where."""
    height = at[3] - at[1]
    if place.whole:
        return None
    if place.kind == "letter":
        return (room[0], min(room[1], room[0] + _NEAR * height)) if math.isfinite(room[0]) else None
    return (max(room[0], room[1] - _NEAR_DAY * height), room[1]) if math.isfinite(room[1]) else None


def as_read(
    word: Word, place: HeaderLine, room: tuple[float, float], seen: StraightCut
) -> ReadWord:
    """The word in pixels of the picture. What is no figure where only a day can stand was misread,
    however surely: วันที่ 9ศ กรกฎาคม, / พฤศจิกายน."""
    box = seen.pixels(word.box)
    misread = (
        place.kind == "day"
        and room[0] <= box[0]
        and box[2] <= room[1]
        and not any(sign.isdigit() for sign in word.text)
        and word.text.strip(".…_-–" + _TONES) != ""
    )
    return ReadWord(word.text, box, 0.0 if misread else word.confidence)


def _letter_start(word: Word, line: Line, seen: StraightCut) -> int:
    """Where a letter begins; of one boxed far wider than the line's others, where it would if it
    were no wider: the recogniser puts a stroke of a pen before it in its box."""
    left, _, right, _ = seen.pixels(word.box)
    boxes = [seen.pixels(one.box) for one in line.words if len(one.text) == len(word.text) == 1]
    usual = sorted(box[2] - box[0] for box in boxes)[len(boxes) // 2] if boxes else right - left
    return left if right - left <= _TOO_WIDE * usual else round(right - _WIDE * usual)


def day_apart(place: HeaderLine, beside: Sequence[Line]) -> Line | None:
    """The line of a day that was read apart from its month, close to its left on the same row."""
    if place.kind != "day" or place.line.text[: place.end].strip(" .…_"):
        return None
    left = [one for one in beside if one.box.right <= place.line.box.left]
    near = max(left, key=lambda one: one.box.right, default=None)
    if near is None or _WHOLE_DAY.fullmatch(near.text) is None:
        return None
    return near if place.line.box.left - near.box.right <= _APART else None


def _first_column(place: HeaderLine, seen: StraightCut) -> float:
    """Where a day may begin with which a line begins: before one that was read as two digits stands
    nothing, before one of a single digit another at most."""
    day = place.line.text[: place.end].strip(" .…_")
    if place.kind != "day" or not place.whole or len(day) > _DAY_DIGITS:
        return -math.inf
    left, top, _, bottom = seen.pixels(place.line.box)
    return left - (JOINED if len(day) == _DAY_DIGITS else 1.0) * (bottom - top)


def _print_end(line: Line, seen: StraightCut) -> int:
    """Where the surely read beginning of a line ends: ประกาศ ณ วันที่ 9๗; of วันที่ alone its end,
    but for the tone mark, which is boxed as wide as the room behind it."""
    letters = [word for word in line.words if not _NO_LETTER.fullmatch(word.text)]
    if letters and _DAY_ALONE.fullmatch(line.text):
        return max(seen.pixels(word.box)[2] for word in letters)
    end = seen.pixels(line.box)[0]
    for word in line.words:
        if word.confidence < SURE:
            break
        end = seen.pixels(word.box)[2]
    return end


def room_of(
    place: HeaderLine, figures: Sequence[Word], seen: StraightCut, lost: bool = False
) -> tuple[float, float]:
    """Left and right in pixels of figures that were read as print; of a day up to its month, of
    which a figure may not have been read; where one was `lost`, up to what is behind the stroke."""
    boxes = [seen.pixels(word.box) for word in figures]
    start, right = min(box[0] for box in boxes), max(box[2] for box in boxes) + _EDGE
    ends = [end for end in (seen.pixels(one.box)[2] for one in place.line.words) if end < start]
    # A pen's figure may begin before its box, but no nearer to what stands before it.
    left = max(
        start - _BEFORE * (boxes[0][3] - boxes[0][1]), (max(ends, default=-start) + start) / 2
    )
    left = min(left, start - _EDGE)
    if place.kind == "letter" and "ว" not in place.line.text[place.start : place.end]:
        strokes = [seen.pixels(one.box)[2] for one in place.line.words if one.text == "/"]
        last = max((end for end in strokes if end < left), default=left)
        if left - last > _UNREAD * (boxes[0][3] - boxes[0][1]):
            left = last + _EDGE  # a ว between them may not have been read
    behind = [
        seen.pixels(word.box)[0]
        for first, _, word in word_places(place.line)
        if first >= place.end and word.text not in _TONES
    ]
    if lost:
        return left, max(right, min(behind[1:], default=right) - _EDGE)
    return left, max(right, min(behind) - _EDGE) if place.kind == "day" and behind else right
