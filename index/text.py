"""The text of pages as one runs through it: for indexing, and for the passage a hit shows."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.layout import joint
from pipeline.models import Line, Page

_FULL = 0.75  # a line that reaches this far across the page goes on in the next
_STARTS = 0.35  # the next line then starts left of this


def running_text(pages: Iterable[Page]) -> str:
    """Lines of print in reading order, then stamps; a wrapped line is joined with the next, so
    that a word which a line break parted is one word."""
    pieces: list[str] = []
    for page in pages:
        before: Line | None = None
        for line in page.lines:
            if before is not None:
                pieces.append(joint(before.text, line.text) if _wraps(before, line) else "\n")
            pieces.append(line.text)
            before = line
        pieces.append("\n")
        for stamp in page.stamps:
            pieces += [line.text + "\n" for line in stamp.lines]
    return "".join(pieces).strip()


def _wraps(line: Line, following: Line) -> bool:
    return line.box.right >= _FULL and following.box.left <= _STARTS
