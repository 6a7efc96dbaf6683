"""Where the lines of a page begin and end, by which a paragraph is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.models import Page

_A_FEW = 12  # lines of a page by which its margin may not be told
_INDENTED = 0.04  # of the page's width: what stands further in than the page before is indented


class Margins(NamedTuple):
    """Where full lines of a page begin and end, and where all but one end."""

    left: float
    right: float
    widest: float


def margins_of(pages: Sequence[Page]) -> dict[int, Margins]:
    """Those of each page; one with few lines, all indented or with a fleck left of them, has those
    of the page before it."""
    found: dict[int, Margins] = {}
    above: Margins | None = None
    for page in pages:
        own = _margins(page)
        if above and len(page.lines) < _A_FEW and abs(own.left - above.left) > _INDENTED:
            own = Margins(above.left, max(own.right, above.right), max(own.widest, above.widest))
        above = found[page.number] = own
    return found


def _margins(page: Page) -> Margins:
    """All but a twentieth of the lines keep within `left` and `right`."""
    lefts = sorted(line.box.left for line in page.lines) or [0.0]
    rights = sorted(line.box.right for line in page.lines) or [1.0]
    left, right = lefts[int(0.05 * (len(lefts) - 1))], rights[int(0.95 * (len(rights) - 1))]
    return Margins(left, right, rights[-2:][0])
