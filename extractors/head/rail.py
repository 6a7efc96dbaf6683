"""A letterhead set as a rail: a narrow column left of all else, beside the items and the text."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.text.keywords import ITEMS, begins_with
from pipeline.models import Line

_NARROWEST = 0.25  # of the page's width: where the rest begins at least
_GAP = 0.02
_FEWEST = 3  # lines
_OPENERS = (*ITEMS["subject"], *ITEMS["recipient"])


def rail(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of the rail on the first page, top to bottom; none where a line stands across."""
    first = [line for line in lines if line.page == lines[0].page]
    items = [line.box.left for line in first if begins_with(line.text, _OPENERS, loose=False)]
    left = min(items, default=0.0)
    if left < _NARROWEST:
        return ()
    beside = [line for line in first if line.box.left < left - _GAP]
    alone = all(line.box.right < left for line in beside)
    return tuple(beside) if alone and len(beside) >= _FEWEST else ()
