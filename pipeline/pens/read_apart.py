"""What was read of a row in pieces: lines of print, marks, and impressions of one line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from pipeline.models import Line, Page, Stamp


def single_lines(stamps: Iterable[Stamp]) -> Iterator[Line]:
    """The lines of impressions that are one line each: of a received stamp there are more."""
    yield from (stamp.lines[0] for stamp in stamps if len(stamp.lines) == 1)


def read_apart(page: Page) -> Iterator[Line]:
    """Lines, marks, and impressions of one line."""
    yield from page.lines
    yield from page.marks
    yield from single_lines(page.stamps)


def without(page: Page, pieces: Collection[Line]) -> Page:
    """The page without some of what `read_apart` tells."""
    return replace(
        page,
        lines=tuple(one for one in page.lines if one not in pieces),
        marks=tuple(one for one in page.marks if one not in pieces),
        stamps=tuple(
            one for one in page.stamps if not (len(one.lines) == 1 and one.lines[0] in pieces)
        ),
    )
