"""A date that a dater pressed so near above a received stamp that all were one impression."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.models import Stamp
from pipeline.pens.header_lines import bears_day


def dated_above(former: Iterable[Stamp], stamps: Sequence[Stamp]) -> tuple[Stamp, ...]:
    """The dates above all `stamps` that were read in `former`, what was read there before: they are
    the letter's own, since a stamp has its date below its number."""
    top = min(stamp.box.top for stamp in stamps)
    alone = (line for one in former for line in one.lines if line.box.bottom < top)
    days = filter(bears_day, alone)
    return tuple(Stamp(line.page, line.box, (line,)) for line in days)
