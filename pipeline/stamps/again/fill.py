"""What was filled in behind the words of a received stamp, looked at a second time.

Beside `pipeline.stamps.fields` it parts the rows by their own ink (`ladder`), follows what daters
press askew (`behind`), reads times in halves (`clock`) and dates by the letter's day (`days`;
months by hand: `lettered_day`), with the dots of the lines and without.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from pipeline.lines import PixelBox
from pipeline.models import Candidate
from pipeline.pens.digits import believed_together, read_digits
from pipeline.stamps.again.clock import read_clock
from pipeline.stamps.again.days import read_day
from pipeline.stamps.again.letter_day import LetterDay
from pipeline.stamps.again.lettered_day import read_lettered
from pipeline.stamps.again.slashed import read_slashed
from pipeline.stamps.behind import AGAIN, ink_behind
from pipeline.stamps.date import either
from pipeline.stamps.date_pieces import without_strays
from pipeline.stamps.fields import Filled, as_print, is_beside, together
from pipeline.stamps.first_ones import first_ones_of, tall_shapes
from pipeline.stamps.labels import Label, on_one_row
from pipeline.stamps.ladder import row_apart
from pipeline.stamps.strokes_as_ones import running_numbers
from pipeline.tesseract import ReadWord

Grey = npt.NDArray[np.uint8]

_Cut = tuple[PixelBox, Grey] | None
_Way = Callable[[Grey, Label, int, Sequence[Label], Sequence[ReadWord]], list[_Cut]]

_APART = 2.2  # heights of digits by which what stands apart from a row of them is none of it
_MOST = 5  # readings kept
_LIKELY = 0.5  # chance from which no other picture is looked at
# Chance from which digits of a row that was parted are told, whatever those of all ink behind the
# word may be: of that no calendar tells a wrong reading.
_PARTED = 0.25
_READ = 0.5  # chance of all days together that a reader tells, under which it failed
_LEAST = 0.02  # chance under which a reading is not kept


def fill_again(
    pictures: Sequence[Grey],
    label: Label,
    labels: Sequence[Label],
    words: Sequence[ReadWord],
    near: LetterDay | None,
) -> Filled | None:
    """What is filled in behind a label; None if nothing is. `words` are all that were read, in
    pixels of the pictures, which show the stamp's ink alone, without its dots, and all there is."""
    found: list[Filled] = []
    seen: set[bytes] = set()
    # Dots tie rows together, so that the first picture has no ladder.
    for way, shown in ((_apart, pictures[1:]), (_behind, pictures)):
        for picture in shown:
            one = _fill(picture, way, label, labels, words, near, seen)
            if one is not None:
                found.append(one)
                if one.printed or one.candidates[0].chance >= _LIKELY:
                    return one
        best = max(found, key=lambda one: one.candidates[0].chance, default=None)
        if best and label.part != "date" and best.candidates[0].chance >= _PARTED:
            return best
    return best


def _apart(
    picture: Grey, label: Label, end: int, labels: Sequence[Label], words: Sequence[ReadWord]
) -> list[_Cut]:
    """The ink of the label's row, parted from those above and below."""
    return [row_apart(picture, label, labels, end, words)]


def _behind(
    picture: Grey, label: Label, end: int, labels: Sequence[Label], _: Sequence[ReadWord]
) -> list[_Cut]:
    """The ink that stands behind the label; of dates also what a signature crosses."""
    others = [other for other in labels if other is not label]
    cuts = [ink_behind(picture, label, end, others, reach=AGAIN)]
    if label.part == "date":
        cuts.append(ink_behind(picture, label, end, others, reach=AGAIN, crossed=True))
    return cuts


def _fill(
    picture: Grey,
    way: _Way,
    label: Label,
    labels: Sequence[Label],
    words: Sequence[ReadWord],
    near: LetterDay | None,
    seen: set[bytes],
) -> Filled | None:
    """What one picture shows; ink that was `seen` before is not read again."""
    right = [other for other in labels if other.box[0] > label.box[2]]
    row = [other for other in right if on_one_row(other, label) or is_beside(other, label)]
    end = min([picture.shape[1], *(other.box[0] for other in row)])
    printed = as_print(label, end, words, labels)
    if printed is not None and printed.printed and label.part == "date":
        return printed
    if printed is not None and not printed.printed and way is _apart:
        printed = None  # it was read with what was parted from it
    best: Filled | None = None
    cuts = way(picture, label, end, labels, words)
    new = [cut for cut in cuts if cut is not None and cut[1].tobytes() not in seen]
    if not new and any(cuts):
        return None
    for box, ink in new:
        if ink.tobytes() in seen:
            continue
        seen.add(ink.tobytes())
        read = _read(ink, label, near)
        if read and (best is None or read[0].chance > best.candidates[0].chance):
            best = Filled(label, box, read, printed=False)
        if best is not None and best.candidates[0].chance >= _LIKELY:
            break
    read = best.candidates if best is not None else ()
    if printed is not None:
        read = together(printed.candidates[0], read)
        best = printed
    kept = tuple(
        Candidate(one.text, round(one.chance, 4)) for one in read[:_MOST] if one.chance >= _LEAST
    )
    return Filled(label, best.box, kept, printed=False) if best is not None and kept else None


def _read(ink: Grey, label: Label, near: LetterDay | None) -> tuple[Candidate, ...]:
    if label.part == "date":
        figures = read_slashed(ink, near)
        if figures and figures[0].chance >= _LIKELY:
            return figures
        return _together(read_day(ink, near), read_lettered(ink, near))
    row = without_strays(ink, _APART)
    return read_clock(row) if label.part == "time" else _number(row)


def _together(one: Sequence[Candidate], other: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """What two readers tell of a day: both alike, unless one of them failed, whose doubt is none of
    the other's."""
    if min(sum(read.chance for read in each) for each in (one, other)) < _READ:
        return either(one, other)
    return tuple(believed_together([(1.0, one), (1.0, other)]))


def _number(row: Grey) -> tuple[Candidate, ...]:
    """Readings that can be a running number: of Arabic digits rather."""
    read = read_digits(row, leave_out="ว", most=24)
    unsure = not read or read[0].chance < _LIKELY
    other = read_digits(row, thai=False, leave_out="ว", most=24) if unsure else read
    both = running_numbers([replace(one, chance=one.chance / 2) for one in (*read, *other)])
    return first_ones_of(both, tall_shapes(row))
