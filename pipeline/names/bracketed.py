"""Names that somebody filled in between printed brackets: ( นายอดิศร ทวีกุล ).

The brackets alone on their row are too little to be print and were read as marks; the name between
them, in another ink, is a line of its own. Of two about a name with its title one may be misread.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.models import Line, Page
from pipeline.names.name_readings import is_titled

_CLOSE = 0.03  # of the page's width between a bracket and the name
_NARROW = 1.2  # of its height, both as shares of the page: no bracket is wider
_OPENS, _SHUTS = "([{", ")]}"
_LETTERS = re.compile(r"[ก-ฮ].*[ก-ฮ]")


def with_brackets(page: Page) -> Page:
    """The page with the brackets beside a name as part of its line."""
    page = _with_names_apart(page)
    lines, marks = list(page.lines), list(page.marks)
    for place, line in enumerate(lines):
        left, right = _brackets(line, marks)
        if left is None or right is None or any(sign in line.text for sign in _OPENS + _SHUTS):
            continue
        lines[place] = replace(
            line,
            text=f"({line.text})",
            box=line.box.union(left.box).union(right.box),
            words=(*left.words, *line.words, *right.words),
            changes=tuple(replace(one, start=one.start + 1) for one in line.changes),
        )
        marks = [one for one in marks if one is not left and one is not right]
    return replace(page, lines=tuple(lines), marks=tuple(marks))


def _with_names_apart(page: Page) -> Page:
    """The page with what was read as an impression of its own, but stands between two brackets,
    among its lines."""
    for stamp in page.stamps:
        line = stamp.lines[0] if len(stamp.lines) == 1 else None
        if line is None or not _LETTERS.search(line.text):
            continue
        if all(_brackets(line, page.marks)):
            above = sum(other.box.middle < line.box.middle for other in page.lines)
            page = replace(
                page,
                lines=(*page.lines[:above], line, *page.lines[above:]),
                stamps=tuple(one for one in page.stamps if one is not stamp),
            )
    return page


def _brackets(line: Line, marks: Sequence[Line]) -> tuple[Line | None, Line | None]:
    """The marks that are the brackets about a line; of a name with its title, (นายเอก มั่นคงป, one of
    them may be read as another sign."""
    left = _beside(line, marks, tuple(_OPENS), before=True)
    right = _beside(line, marks, tuple(_SHUTS), before=False)
    if (left or right) and is_titled(line.text):
        left = left or _beside(line, marks, None, before=True)
        right = right or _beside(line, marks, None, before=False)
    return left, right


def _beside(
    line: Line, marks: Sequence[Line], signs: tuple[str, ...] | None, *, before: bool
) -> Line | None:
    """The mark that is a bracket right before the line on its row, or right behind it; without
    `signs`, one that is as narrow as a bracket."""
    for mark in marks:
        gap = line.box.left - mark.box.right if before else mark.box.left - line.box.right
        said = mark.text.strip(" .…_")
        narrow = len(said) == 1 and mark.box.width < _NARROW * mark.box.height
        bracket = narrow if signs is None else said in signs
        if bracket and abs(gap) < _CLOSE and mark.box.on_row_of(line.box):
            return mark
    return None
