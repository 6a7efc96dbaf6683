"""A recognised line → the line repaired, with everything that was changed on record.

What a page says is never changed in silence. `Line.text` is the repaired text: it is what is
indexed, extracted and laid under the searchable PDF, since a misread เรือง would not be found.
`Line.changes` keep, for each place, what was read, what it became, why, and where the ink is;
`Line.recognised` gives the reading back to the letter. The catalogue keeps them, the page of the
document lists them, a field cut from a repaired place says so in its note, and whoever has a
searchable PDF made is told of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from pipeline.misread import misreadings
from pipeline.models import Change, Line, Word
from pipeline.normalise import ENCODING, MARK, clean
from pipeline.title_slips import title_slips

# What a recogniser is sure of it is equally sure of: Tesseract gives 0.933 to nearly every letter.
_IN_DOUBT = 0.001  # below the best of the line


@dataclass(frozen=True, slots=True)
class _Edit:
    """`read[r0:r1]` became `new`, standing for `cleaned[start:end]`."""

    r0: int
    r1: int
    start: int
    end: int
    new: str
    reasons: tuple[str, ...]
    encoding: bool


def repair(line: Line) -> Line:
    """The line with its text cleaned and surely misread words put right.

    `line.text` is what the recogniser gave, and `line.words` its letters or words in order.
    """
    cleaned = clean(line.text)
    edits = _encoding_edits(line.text, cleaned.text, cleaned.steps)
    inks = _inks(line)
    doubtful = _doubtful(line, cleaned.text, edits, inks)
    for found in misreadings(cleaned.text, doubtful) if any(doubtful) else ():
        edits = _with(edits, found.start, found.end, found.word, found.reason)
    for found in title_slips(cleaned.text):
        edits = _with(edits, found.start, found.end, found.word, found.reason)
    if not edits:
        return line
    text, at = "", 0
    changes = []
    for edit in edits:
        text += cleaned.text[at : edit.start]
        touched = [ink for ink in inks[edit.r0 : edit.r1] if ink is not None]
        box = touched[0].box if touched else line.box
        for ink in touched[1:]:
            box = box.union(ink.box)
        changes.append(
            Change(
                start=len(text),
                read=line.text[edit.r0 : edit.r1],
                became=edit.new,
                reason="; ".join(edit.reasons),
                encoding=edit.encoding,
                box=box,
            )
        )
        text, at = text + edit.new, edit.end
    text += cleaned.text[at:]
    return replace(line, text=text, changes=tuple(changes))


def _inks(line: Line) -> list[Word | None]:
    """For each character of the text the word that it is of; None for spaces, and for all if the
    words do not spell the text."""
    letters = [word for word in line.words for _ in word.text]
    if sum(not each.isspace() for each in line.text) != len(letters):
        return [None] * len(line.text)
    waiting = iter(letters)
    return [None if each.isspace() else next(waiting) for each in line.text]


def _doubtful(
    line: Line, cleaned: str, edits: Sequence[_Edit], inks: Sequence[Word | None]
) -> list[bool]:
    """For each cleaned character whether the recogniser doubted it."""
    best = max((word.confidence for word in line.words), default=line.confidence)
    read = [ink is not None and ink.confidence < best - _IN_DOUBT for ink in inks]
    doubtful: list[bool] = []
    at = 0
    for edit in edits:
        doubtful += read[at : edit.r0]
        doubtful += [any(read[edit.r0 : edit.r1])] * (edit.end - edit.start)
        at = edit.r1
    doubtful += read[at:]
    assert len(doubtful) == len(cleaned)
    return doubtful


def _encoding_edits(read: str, cleaned: str, steps: tuple[str, ...]) -> list[_Edit]:
    """Where cleaning changed the text: syllables, from left to right."""
    if read == cleaned:
        return []
    edits: list[_Edit] = []
    places = [step for step in Levenshtein.opcodes(read, cleaned) if step.tag != "equal"]
    nexts = [step.src_start for step in places[1:]]
    for step, stop in zip(places, [*nexts, len(read)], strict=True):
        r0, r1, start, end = step.src_start, step.src_end, step.dest_start, step.dest_end
        # a mark is shown with its letter and the other marks on it
        least = edits[-1].r1 if edits else 0
        while r0 > least and _leans(read, cleaned, r0, start):
            r0, start = r0 - 1, start - 1
        while r1 < stop and MARK.match(read[r1]):
            r1, end = r1 + 1, end + 1
        if edits and r0 <= least:
            r0, start = edits[-1].r0, edits[-1].start
            edits.pop()
        alone = clean(read[r0:r1])
        taken = alone.steps if alone.text == cleaned[start:end] and alone.steps else steps
        encoding = ENCODING.issuperset(taken)
        edits.append(_Edit(r0, r1, start, end, cleaned[start:end], taken, encoding))
    return edits


def _leans(read: str, cleaned: str, r0: int, start: int) -> bool:
    """Whether the change begins with a mark, or within the marks of a letter."""
    changed = (read[r0 : r0 + 1], cleaned[start : start + 1])
    return any(each and (MARK.match(each) or each in "ำา") for each in changed)


def _with(edits: Sequence[_Edit], start: int, end: int, new: str, reason: str) -> list[_Edit]:
    """The edits and one more; those that it overlaps become part of it."""
    inside = [each for each in edits if each.start < end and start < each.end]
    if inside:
        head, tail = inside[0], inside[-1]
        lead, rest = max(0, start - head.start), max(0, tail.end - end)
        new = (head.new[:lead] if lead else "") + new + (tail.new[-rest:] if rest else "")
        start, end = min(start, head.start), max(end, tail.end)
    made = _Edit(
        _raw(edits, start, True),
        _raw(edits, end, False),
        start,
        end,
        new,
        (*(reason_ for each in inside for reason_ in each.reasons), reason),
        False,
    )
    outside = [each for each in edits if each not in inside]
    return sorted([*outside, made], key=lambda each: each.start)


def _raw(edits: Sequence[_Edit], place: int, begins: bool) -> int:
    """Where in the reading a place of the cleaned text is, which lies inside no edit."""
    shift = 0
    for each in edits:
        if each.end < place or (each.end == place and (begins or each.start < each.end)):
            shift = each.r1 - each.end
        elif each.start >= place:
            break
    return place + shift
