"""Pieces of a seal that was pressed over or beside a signature and read as lines of print.

Print never stands on print, nor between two rows: what does, smaller than the name and the post,
and says nothing that is signed, is of the seal.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from rapidfuzz import fuzz

from extractors.signed_name import printed_name
from extractors.signed_post import is_signed_post
from extractors.text.offices import starts_office
from extractors.text.people import is_person, is_title
from pipeline.models import Line

_SMALLER = 0.95  # times the height of what is signed
_ON_ITS_ROW = 0.5  # of a height: how far apart the middles of two lines of one row lie
_SEAL = 9.0  # heights of a line of it that a seal is high
_MUCH_SMALLER = 0.85  # times the height of the print that a seal stands under
_SHORTEST, _ALIKE = 5, 85  # letters of a piece; per cent of them that stand so in the name
_OVER = 0.3  # of a height that two lines share, where one stands over the other


def without_seal_pieces(closing: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a closing without those that a seal left among the name and the posts."""
    signed = [line for line in closing[1:] if _is_signed(line)]
    if len(signed) < 2:
        return tuple(closing)
    high = median(line.box.height for line in signed)
    return tuple(
        line
        for line in closing
        if _is_signed(line) or line is closing[0] or not _is_piece(line, signed, high)
    )


def over_print(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line stands on a larger one, as a piece of a seal does and print does not."""
    own = (one for one in lines if one is not line and one.page == line.page)
    return any(line.box.height < _SMALLER * one.box.height and _stands_on(line, one) for one in own)


def says_again(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line repeats in smaller print a part of the name that stands right over it: the
    rows of a seal under the office that pressed it."""
    text = line.text.strip()
    near = (
        one
        for one in lines
        if one.page == line.page
        and 0 < line.box.middle - one.box.middle < _SEAL * line.box.height
        and line.box.height < _MUCH_SMALLER * one.box.height
        and line.box.left < one.box.right
        and one.box.left < line.box.right
    )
    longer = (one.text for one in near if starts_office(one.text) and len(one.text) > len(text))
    return len(text) >= _SHORTEST and any(
        fuzz.partial_ratio(text, name) >= _ALIKE for name in longer
    )


def _is_signed(line: Line) -> bool:
    text = line.text.strip()
    named = printed_name(line) is not None or is_person(text) or is_title(text)
    return named or is_signed_post(text)


def _is_piece(line: Line, signed: Sequence[Line], high: float) -> bool:
    own = [one for one in signed if one.page == line.page]
    if line.box.height > _SMALLER * high or not own:
        return False
    within = own[0].box.top - high < line.box.middle < own[-1].box.bottom
    level = any(abs(one.box.middle - line.box.middle) < _ON_ITS_ROW * high for one in own)
    between = within and not level and line.box.middle < own[-1].box.top
    return between or any(_stands_on(line, one) for one in own)


def _stands_on(line: Line, other: Line) -> bool:
    across = min(line.box.right, other.box.right) - max(line.box.left, other.box.left)
    down = min(line.box.bottom, other.box.bottom) - max(line.box.top, other.box.top)
    return across > line.box.height and down > _OVER * line.box.height
