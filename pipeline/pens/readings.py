"""What was written by hand or stamped into a line of print, with its readings: the one door.

A reading of handwriting is a guess among several. Whoever puts one into a field keeps the others
and the reasons in its note, and calls it sure only where another witness says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.lines import PixelBox
from pipeline.models import Candidate
from pipeline.pens.digits import read_digits
from pipeline.pens.ink import between
from pipeline.pens.lettered import with_letter_alone
from pipeline.pens.spans import find_written
from pipeline.tesseract import ReadWord
from pipeline.thai_digits import ARABIC, THAI

Rgb = npt.NDArray[np.uint8]

_SURE = 0.85  # of the print that tells which kind of digits the line uses
SUREST = 0.925  # of print that nothing disturbs; the recogniser gives 0.933 to nearly every letter
_PRINT_SHARE = 0.6  # of the chance, of a whole number surely read as print
_AGAINST_PRINT = 0.004  # how much less likely a figure is that print was surely read as another
# A heavy stroke closes ๔ to what print's recogniser takes for ๕, surely. Of 19 figures that it and
# a pen's reader told apart so, on copies of five authors' papers, all were ๔; of ๑ and ๖, print's.
CLOSED, _TOLD_APART = ("๕", "๔"), 0.6


@dataclass(frozen=True, slots=True)
class Written:
    """A written piece: where it is (page pixels), why it is taken for writing, what it may say.

    `words` are the places, in the words given, of what the recogniser made of it.
    """

    box: PixelBox
    reasons: tuple[str, ...]
    words: tuple[int, ...]
    candidates: tuple[Candidate, ...]


def read_written(
    page: Rgb,
    line: PixelBox,
    words: Sequence[ReadWord],
    *,
    within: tuple[float, float] | None = None,
    expected: tuple[float, float] | None = None,
    leave_out: str = "",
    most: int = 5,
) -> tuple[Written, ...]:
    """Find and read the written pieces in and beside a line, left to right.

    `page` is the straightened page in colour, `line` the box of a line as `Strip.box` gives it,
    `words` what was read in its row, boxes in page pixels; `within` and `expected` as in
    `find_written`, `leave_out` as in `read_digits`.
    Pieces without a digit are left out.
    """
    spans = find_written(page, line, words, within, expected)
    covered = {place for span in spans for place in span.words}
    print_ = [word for place, word in enumerate(words) if place not in covered]
    thai = digits_are_thai(print_)
    found = []
    for place, span in enumerate(spans, 1):
        candidates = read_digits(span.picture, thai=thai, leave_out=leave_out, most=most)
        if any(sign.isdigit() for candidate in candidates[:1] for sign in candidate.text):
            if place < len(spans) and not leave_out:
                candidates = with_letter_alone(span.picture, candidates)
            found.append(Written(span.box, span.reasons, span.words, candidates))
    return tuple(found)


def read_between(
    page: Rgb,
    line: PixelBox,
    words: Sequence[ReadWord],
    room: tuple[float, float],
    *,
    leave_out: str = "",
    most: int = 5,
) -> Written | None:
    """What is written between two words of a line where pen and print touch; None if no digit is.

    `room` is where the words end and begin; the rest is as in `read_written`.
    """
    box, picture = between(page, line, *room)
    places = tuple(
        place
        for place, word in enumerate(words)
        if room[0] <= (word.box[0] + word.box[2]) / 2 <= room[1]
    )
    thai = digits_are_thai([word for place, word in enumerate(words) if place not in places])
    candidates = read_digits(picture, thai=thai, leave_out=leave_out, most=most)
    if not candidates:
        return None
    return Written(box, ("not read surely", "touches the print"), places, candidates)


def weighed_by_print(
    read: Sequence[Candidate],
    own: Sequence[ReadWord],
    as_print: str | None = None,
    lost: bool = False,
) -> tuple[Candidate, ...]:
    """A pen's readings, less likely for each figure that differs from one surely read as print;
    `as_print` is the whole of it where all of it was, and the likeliest then. `lost`: print's
    reader may have lost the last figure."""
    figures = [(sign, word.confidence >= SUREST) for word in own for sign in word.text]
    figures = [(sign, sure) for sign, sure in figures if sign.isdigit()]
    chances = {}
    for one in read:
        signs = [sign for sign in one.text if sign.isdigit()]
        if len(signs) == len(figures) or (lost and len(signs) == len(figures) + 1):
            pairs = list(zip(signs, figures, strict=False))
            other = [(pair[0], sign) for sign, pair in pairs if int(sign) != int(pair[0])]
            against = 0 if set(other) == {CLOSED} else _surely_other(pairs)
        else:
            against = 1
        chances[one.text] = one.chance * _AGAINST_PRINT**against
    total = sum(chances.values())
    chances = {text: chance / total for text, chance in chances.items()}
    likeliest = max(chances, key=chances.__getitem__)
    closed = as_print is not None and _is_closed(as_print, likeliest.rpartition("/")[2])
    if as_print is not None and not (closed and chances[likeliest] >= _TOLD_APART):
        chances = {text: (1 - _PRINT_SHARE) * chance for text, chance in chances.items()}
        chances[as_print] = chances.get(as_print, 0.0) + _PRINT_SHARE
    best = sorted(chances.items(), key=lambda item: -item[1])
    return tuple(Candidate(text, chance) for text, chance in best)


def _surely_other(pairs: Sequence[tuple[str, tuple[str, bool]]]) -> int:
    """How many figures differ from print's that were surely read."""
    return sum(sure and int(sign) != int(printed) for sign, (printed, sure) in pairs)


def _is_closed(printed: str, written: str) -> bool:
    """Whether a pen's reading differs from print's in nothing but ๔ that print took for ๕."""
    own = "".join(sign for sign in written if sign.isdigit())
    pairs = list(zip(printed, own, strict=False))
    return len(own) == len(printed) != 0 and {one for one in pairs if one[0] != one[1]} == {CLOSED}


def digits_are_thai(words: Sequence[ReadWord]) -> bool | None:
    """Whether surely read print uses Thai digits, Arabic ones, or (None) neither or both alike."""
    read = "".join(word.text for word in words if word.confidence >= _SURE)
    thai, arabic = (sum(sign in kind for sign in read) for kind in (THAI, ARABIC))
    return None if thai == arabic else thai > arabic
