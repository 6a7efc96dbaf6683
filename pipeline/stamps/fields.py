"""What was filled in behind the printed words of a received stamp: number, date and time.

A number or a time is a row of digits (`pipeline.pens.digits`), a date what a calendar has
(`pipeline.stamps.date`). A number is read without what other rows have in its own (`ladder`).
Where print was read surely and has the form it should have, it stays.

Measures are heights of the printed word's line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.lines import PixelBox
from pipeline.models import Candidate, mean_confidence
from pipeline.pens.digits import read_digits
from pipeline.stamps.behind import FIRST, ink_behind
from pipeline.stamps.blanks import find_blanks
from pipeline.stamps.date import as_date, read_date
from pipeline.stamps.date_pieces import without_strays
from pipeline.stamps.first_ones import first_ones_of, tall_shapes
from pipeline.stamps.labels import Label, Part, on_one_row
from pipeline.stamps.ladder import row_apart
from pipeline.stamps.strokes_as_ones import CLOCK, NUMBER, running_numbers, times
from pipeline.tesseract import ReadWord
from pipeline.thai_digits import arabic

Grey = npt.NDArray[np.uint8]
SURE = 0.85  # confidence from which print is left alone
_DOUBTED = 0.4  # mean confidence under which a reading of print counts for nothing
_APART = 2.2  # heights of digits by which what stands apart from a row of them is none of it
_BESIDE = 5  # by how many heights of a line stamps beside each other stand higher and lower
_MOST = 5  # readings kept
_LIKELY = 0.5  # chance from which a pen's reading stands against that of print
# Chance of what was read as print where the likeliest reading of the pen is another: of 11 such
# numbers and times in the built letters one was right, and ten times the pen's.
_AGAINST_PENS = 0.15
_LEAST = 0.02  # chance under which a reading is not kept


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands behind a label: its readings, likeliest first. `printed`: read as print."""

    label: Label
    box: PixelBox
    candidates: tuple[Candidate, ...]
    printed: bool


def fill(
    picture: Grey, label: Label, labels: Sequence[Label], words: Sequence[ReadWord]
) -> Filled | None:
    """What is filled in behind a label; None if nothing is. `words` are all that were read,
    in pixels of the picture."""
    right = [other for other in labels if other.box[0] > label.box[2]]
    row = [other for other in right if on_one_row(other, label) or is_beside(other, label)]
    end = min([picture.shape[1], *(other.box[0] for other in row)])
    printed = as_print(label, end, words, labels)
    if printed is not None and printed.printed and label.part == "date":
        return printed
    found = ink_behind(picture, label, end, reach=FIRST)
    read: tuple[Candidate, ...] = ()
    if found is not None:
        box, ink = found
        read = read_date(ink) if label.part == "date" else _of_digits(ink, label.part)
    if label.part == "number":
        parted = row_apart(find_blanks(picture)[1], label, labels, end, words)
        own = _of_digits(parted[1], label.part) if parted is not None else ()
        if parted is not None and own and own[0].chance >= _LIKELY:
            found, (box, _), read = parted, parted, own
    if label.part == "date" and (not read or read[0].chance < _LIKELY):
        crossed = ink_behind(picture, label, end, reach=FIRST, crossed=True)
        other = read_date(crossed[1]) if crossed is not None else ()
        if crossed is not None and other and other[0].chance > (read[0].chance if read else 0.0):
            box, read = crossed[0], other
    if printed is not None and printed.printed and not _disagree(printed.candidates[0], read):
        return printed
    if printed is not None:
        box, read = printed.box, together(printed.candidates[0], read)
    if found is not None and label.part == "number":
        read = first_ones_of(read, tall_shapes(found[1]))
    kept = tuple(
        Candidate(one.text, round(one.chance, 4)) for one in read[:_MOST] if one.chance >= _LEAST
    )
    return Filled(label, box, kept, printed=False) if kept else None


def is_beside(other: Label, label: Label) -> bool:
    """Whether a label begins another stamp, pressed beside the one of this label."""
    near = abs(other.box[1] - label.box[1]) < _BESIDE * label.height
    apart = other.box[0] > label.box[2] + 2 * label.height
    return other.part == "number" and other.stamp != label.stamp and near and apart


def together(printed: Candidate, read: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The reading of the recogniser of print beside those of pens: it has its own chance, they
    share the rest; where they say the same, both count. Of digits they hold another to be likely,
    the recogniser of print is seldom right, however sure (it makes ๕ of a written ๔)."""
    own = _AGAINST_PENS if _disagree(printed, read) else printed.chance
    chances = {printed.text: own}
    for one in read:
        same = next((text for text in chances if _plain(text) == _plain(one.text)), one.text)
        chances[same] = chances.get(same, 0.0) + (1 - own) * one.chance
    best = sorted(chances.items(), key=lambda item: -item[1])
    return tuple(Candidate(text, chance) for text, chance in best)


def _disagree(printed: Candidate, read: Sequence[Candidate]) -> bool:
    """Whether pens' readings, or those of a date drawn wide, likeliest first, say another thing."""
    likely = bool(read) and read[0].chance >= _LIKELY
    return likely and _plain(read[0].text) != _plain(printed.text)


def _plain(text: str) -> str:
    return re.sub(r"[ .]", "", arabic(text))


def as_print(
    label: Label, end: int, words: Sequence[ReadWord], labels: Sequence[Label]
) -> Filled | None:
    """What was read as print behind a label, if it has the form of its part."""

    def distance(word: ReadWord, other: Label) -> float:
        return abs(word.box[1] + word.box[3] - other.box[1] - other.box[3]) / 2

    behind = sorted(
        (
            word
            for word in words
            if label.box[2] <= (word.box[0] + word.box[2]) / 2 < end
            and distance(word, label) < 0.8 * label.height
            and distance(word, label) <= min(distance(word, other) for other in labels)
            and word.text.strip("._-…– ")
        ),
        key=lambda word: word.box[0],
    )
    while len(behind) > 1 and not any(sign.isdigit() for sign in behind[0].text):
        behind = behind[1:]  # the end of the word and the dots behind it
    text = "".join(word.text for word in behind).strip("._…– ")
    if label.part == "date":
        told = as_date(text, 1.0)
        text = told.text if told else ""
    elif label.part == "time":
        clock = CLOCK.fullmatch(arabic(text))
        text = f"{clock['hour']}.{clock['minute']}" if clock else ""
    elif not NUMBER.fullmatch(arabic(text).replace(" ", "")):
        text = ""
    if not text:
        return None
    sure = mean_confidence(behind)
    if sure < _DOUBTED:
        return None
    box = (
        behind[0].box[0],
        min(word.box[1] for word in behind),
        behind[-1].box[2],
        max(word.box[3] for word in behind),
    )
    surely = all(word.confidence >= SURE for word in behind)
    return Filled(label, box, (Candidate(text, round(sure, 4)),), printed=surely)


def _of_digits(ink: Grey, part: Part) -> tuple[Candidate, ...]:
    """Readings that can be a running number, or a time of the day."""
    read = read_digits(without_strays(ink, _APART), leave_out="ว", most=24)
    return times(read) if part == "time" else running_numbers(read)
