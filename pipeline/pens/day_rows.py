"""The day of a form, filled in piece by piece: วันที่ ๒๒ เดือน มกราคม พ.ศ. ๒๕๖๘.

Its labels are print, the rest stands in another ink and was read apart; the row is made one line,
in which the pen's reader then looks for a day that was not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from pipeline.models import Box, Candidate, Line, Page, Word, Writing, mean_confidence
from pipeline.pens.header_lines import DAY_OF_A_ROW, stands_on_row
from pipeline.pens.read_apart import single_lines
from pipeline.pens.years import as_of_now
from pipeline.thai_months import MONTHS

# วันที่ | ประกาศ ณ วันที่ .๓. | วันที่ 27, behind which the month was read apart
_LABEL = re.compile(r"\W*(?:[ก-๎]{2,8} ?ณ ?)?วันที่[\s.…_]*(?:[\d๐-๙]{1,2}[\s.…_]*)?")
_MONTH_LIKE = re.compile(r"(?P<label>เดือน[\s.…_]*)(?P<month>[ก-๎]{5,12})")
_ONE_LETTER = 1
_WIDEST = 0.15  # of the page, between two pieces of a row
_CUT_YEAR = re.compile(r"(?<![\d๐-๙])[2๒][5๕]\s*$")
_LEGIBLE = 0.45  # confidence under which a piece says nothing
_WHY = ("in another ink",)
_LEADERS = re.compile(r"^[\s.…_|\[\]]+|[\s…_|\[\]]+$|(?:[\s.…_]*[.…_]{2}[\s.…_]*|(?<=[\d๐-๙])\.)$")


def with_day_rows(page: Page) -> Page:
    """The page with each day that was filled in piece by piece as one line, its ink as written."""
    for label in page.lines:
        if _LABEL.fullmatch(label.text):
            page = _made_whole(page, label)
    return page


def _made_whole(page: Page, label: Line) -> Page:
    row = _row_behind(page, label)
    least = 1 if any(sign.isdigit() for sign in label.text) else 2  # pieces: month, year
    longest = next(
        (n for n in range(len(row), least - 1, -1) if _tells_a_day([label, *row[:n]])), None
    )
    if longest is None:
        return page
    taken = row[:longest]
    inked = [piece for piece in taken if piece not in page.lines]
    # Where the day stands with its label, the pieces of a form's row were filled in, in any ink
    filled = inked if least > 1 else [one for one in taken if any(map(str.isdigit, one.text))]
    said = [_of_now(piece) if piece in filled else piece for piece in taken]
    words = tuple(word for piece in (label, *said) for word in piece.words)
    whole = replace(
        label,
        text=_text([label, *said]),
        box=Box.around([piece.box for piece in (label, *taken)]),
        words=words,
        confidence=round(mean_confidence(words), 4),
        changes=(),
    )
    written = tuple(_writing(piece) for piece in filled)
    whole = replace(whole, written=(*label.written, *written))
    return replace(
        page,
        lines=tuple(
            whole if one is label else one
            for one in page.lines
            if all(one is not piece for piece in taken)
        ),
        stamps=tuple(one for one in page.stamps if not (set(one.lines) & set(inked))),
        marks=tuple(one for one in page.marks if one not in inked),
    )


def _tells_a_day(pieces: list[Line]) -> bool:
    """Whether they tell one, whose year is not cut: พ.ศ. ๒๕ is what a pen's figures follow."""
    text = _text(pieces)
    return DAY_OF_A_ROW.fullmatch(text) is not None and _CUT_YEAR.search(text) is None


def _row_behind(page: Page, label: Line) -> list[Line]:
    """The pieces behind a label on its row, from the left, up to a wide gap."""
    behind = sorted(
        (one for one in _pieces(page) if stands_on_row(one.box, label.box) and one is not label),
        key=lambda one: one.box.left,
    )
    behind = [one for one in behind if one.box.left >= label.box.right - 0.01]
    for place, (one, other) in enumerate(pairwise([label, *behind])):
        if other.box.left - one.box.right > _WIDEST:
            return behind[:place]
    return behind


def _pieces(page: Page) -> Iterator[Line]:
    """Lines, impressions of one line, and marks that can be read at all."""
    yield from page.lines
    yield from single_lines(page.stamps)
    yield from (mark for mark in page.marks if mark.confidence >= _LEGIBLE)


def _text(pieces: list[Line]) -> str:
    return _MONTH_LIKE.sub(_as_month, " ".join(_plain(piece) for piece in pieces))


def _as_month(read: re.Match[str]) -> str:
    """A word behind เดือน as the month that it is but for a letter: ตูลาคม."""
    near = [one for one in MONTHS if Levenshtein.distance(one, read["month"]) <= _ONE_LETTER]
    return f"{read['label']}{near[0]}" if len(near) == 1 else read.group()


def _plain(piece: Line) -> str:
    """A piece without the dots and strokes that it was written on; พ.ศ. keeps its own."""
    return _LEADERS.sub("", piece.text)


def _of_now(piece: Line) -> Line:
    """A piece that was written, its year one of the 2500s."""
    text = as_of_now(_plain(piece))
    if text == _plain(piece):
        return piece
    return replace(piece, text=text, words=(Word(text, piece.box, piece.confidence),))


def _writing(piece: Line) -> Writing:
    said = Candidate(as_of_now(_plain(piece)), piece.confidence)
    return Writing(piece.box, (said,), _WHY, piece.text)
