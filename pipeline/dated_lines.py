"""Dates that a dater pressed where a letter tells its day, and that were not read as dates.

A dater's type is narrower than print (`pipeline.stamps.date`), and often in another ink. Looked at
are only the rows of the head whose วันที่ nothing readable follows, and, in a letter without a date
that was read, what stands between its number and its subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.models import Box, Candidate, Line, Page, Word, Writing
from pipeline.pens.filled_behind import filled_behind, in_place_of
from pipeline.pens.header_lines import HEAD, SUBJECT, SURE, bears_day
from pipeline.pens.read_apart import read_apart, without
from pipeline.stamps.date import read_date
from pipeline.stamps.fields import fill
from pipeline.stamps.labels import Label
from pipeline.stamps.month import months_of
from pipeline.straight_cut import StraightCut
from pipeline.thai_months import SHORT_MONTHS
from pipeline.word_places import word_places

Rgb = npt.NDArray[np.uint8]
Grey = npt.NDArray[np.uint8]

_PAPER = 0.3  # heights of a line around it that may be of it
_LIKELY = 0.3  # chance from which a reading is put into the text
_TOLD, _OTHERWISE = 0.6, 0.1  # chance of a month that print's reader told; share of any other
_LONGEST = 24  # characters of what was made of a date
_FEWEST = 3
_WHY = ("pressed by a dater", "not read surely")
_DAY = re.compile(r".*?วันที(?:่|(?=\W|$))[\s.…_]*")  # the mark over it is easily lost
# ๒ ๐ ก.ด. ๒๕๖๐: surely read, and no date
_LIKE_A_DATE = re.compile(r"\W*[\d๐-๙]\s?[\d๐-๙]?\W*[ก-๎A-Za-z][^\d๐-๙]{0,6}[\d๐-๙]{2,4}\W*")
_LETTERS = re.compile("[ก-๎A-Za-z]{3}")
_MIXED = re.compile(r"(?=.*\d).*[ก-๎A-Za-z]")  # digits and letters
_DOTS = " .…_-–:"  # a place left blank
_NUMBER = re.compile(r"\s*ที่\s")


@dataclass(frozen=True, slots=True)
class _Dated:
    """What a dater pressed, and its box as shares of the page."""

    candidates: tuple[Candidate, ...]
    box: Box

    def writing(self, as_print: str) -> Writing:
        return Writing(self.box, self.candidates, _WHY, as_print)

    @property
    def word(self) -> Word:
        return Word(self.candidates[0].text, self.box, self.candidates[0].chance)


def with_dated(page: Page, picture: Rgb) -> Page:
    """The page with the dates that a dater pressed into its head.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened. What the
    recogniser had made of them is kept in `Line.written`.
    """
    for line in page.lines:
        label = _DAY.match(line.text)
        if label is None or line.box.top >= HEAD or line.written:
            continue
        behind = _behind(page, line)
        if _is_unread(line, label.end(), behind):
            page = _with_row_dated(page, line, label.end(), behind, picture)
    return _with_letter_dated(page, picture)


def _behind(page: Page, line: Line) -> tuple[Line, ...]:
    """What was read of the row behind the line, from the left, in print or in another ink."""
    row = (one for one in read_apart(page) if one.box.on_row_of(line.box))
    behind = (one for one in row if one is not line and one.box.left >= line.box.right)
    return tuple(sorted(behind, key=lambda one: one.box.left))


def _is_unread(line: Line, start: int, behind: Sequence[Line]) -> bool:
    """Whether what follows วันที่ is short, no date, not read surely as words, and not blank."""
    rest = _as_print(line, start, behind)
    if (
        not rest.strip(_DOTS)
        or len(rest) > _LONGEST
        or bears_day(replace(line, text=rest, words=()))
    ):
        return False
    own = [word for first, _, word in word_places(line) if first >= start]
    words = [*own, *(word for one in behind for word in one.words)]
    return not any(word.confidence >= SURE and _LETTERS.search(word.text) for word in words)


def _as_print(line: Line, start: int, behind: Sequence[Line]) -> str:
    return " ".join([line.text[start:], *(one.text for one in behind)]).strip()


def _with_row_dated(
    page: Page, line: Line, start: int, behind: Sequence[Line], picture: Rgb
) -> Page:
    before = [word for _, last, word in word_places(line) if last <= start]
    if not before:
        return page
    cut = StraightCut.around(line.box, page, picture)
    end = max(word.box.right for word in before)
    label = Label("date", cut.pixels(Box(line.box.left, line.box.top, end, line.box.bottom)))
    margin = cut.pixels(Box(0, 0, max(one.box.right for one in read_apart(page)), 1))[2]
    filled = fill(_grey(cut)[:, : margin + label.height], label, (), ())
    if filled is None or filled.candidates[0].chance < _LIKELY:
        return page
    printed = _as_print(line, start, behind)
    found = _Dated(_weighed(filled.candidates, printed), cut.box(filled.box))
    dated = filled_behind(line, start, found.writing(printed))
    return in_place_of(page, line, dated, behind)


def _weighed(read: Sequence[Candidate], printed: str) -> tuple[Candidate, ...]:
    """The readings, likelier where their month is the one that print's reader told of the row: it
    sees the vowels over a dater's letters, which are lost where the type is widened."""
    told = months_of(["".join(re.findall("[ก-๎]", printed))])
    month = max(told, key=told.__getitem__, default=None)
    if month is None or told[month] < _TOLD:
        return tuple(read)
    own = SHORT_MONTHS[month].replace(".", "")

    def says(one: Candidate) -> bool:
        return "".join(re.findall("[ก-๎]", one.text)) == own

    if not any(map(says, read)):
        return tuple(read)
    chances = {one.text: one.chance * (1.0 if says(one) else _OTHERWISE) for one in read}
    scale = sum(one.chance for one in read) / sum(chances.values())
    best = sorted(chances.items(), key=lambda item: -item[1])
    return tuple(Candidate(text, round(scale * chance, 4)) for text, chance in best)


def _with_letter_dated(page: Page, picture: Rgb) -> Page:
    """The page with the date that was pressed between number and subject of an undated letter."""
    subject = next((line for line in page.lines if SUBJECT.match(line.text)), None)
    number = next((line for line in page.lines if _NUMBER.match(line.text)), None)
    if subject is None or number is None or subject.box.top >= HEAD + 0.1:
        return page
    top, bottom = number.box.top, subject.box.top
    within = [one for one in read_apart(page) if top <= one.box.middle < bottom]
    if any(bears_day(one) for one in within):
        return page
    pressed = (
        (one, _alone(one, page, picture))
        for one in within
        if one is not number and _may_be_date(one)
    )
    found = [(one, dated) for one, dated in pressed if dated is not None]
    if len(found) != 1:
        return page
    ((former, dated),) = found
    line = replace(
        former,
        text=dated.word.text,
        box=dated.box,
        words=(dated.word,),
        confidence=dated.word.confidence,
        changes=(),
        written=(dated.writing(former.text),),
    )
    kept = [one for one in page.lines if one is not former]
    above = sum(one.box.middle < line.box.middle for one in kept)
    page = replace(page, lines=(*kept[:above], line, *kept[above:]))
    return without(page, (former,))


def _alone(line: Line, page: Page, picture: Rgb) -> _Dated | None:
    """The date that was pressed where the line was read, if it is one."""
    cut = StraightCut.around(line.box, page, picture)
    left, top, right, bottom = cut.pixels(line.box)
    paper = round(_PAPER * (bottom - top))
    ink = _grey(cut)[max(0, top - paper) : bottom + paper, max(0, left - paper) : right + paper]
    candidates = read_date(ink)
    likely = bool(candidates) and candidates[0].chance >= _LIKELY
    return _Dated(candidates, line.box) if likely else None


def _grey(cut: StraightCut) -> Grey:
    return np.asarray(cv2.cvtColor(cut.picture, cv2.COLOR_RGB2GRAY), np.uint8)


def _may_be_date(line: Line) -> bool:
    """Whether a recogniser of print may have made this of a date: short, and not surely words."""
    if not _FEWEST <= len(line.text) <= _LONGEST or not _MIXED.match(line.text):
        return False
    sure = " ".join(word.text for word in line.words if word.confidence >= SURE)
    unsure = any(word.confidence < SURE for word in line.words)
    return _LIKE_A_DATE.fullmatch(line.text) is not None or (unsure and not _LETTERS.search(sure))
