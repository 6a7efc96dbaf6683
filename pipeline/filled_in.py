"""What stamps, daters and pens put on a page, each in its place, one after the other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from pipeline.dated_lines import with_dated
from pipeline.models import Line, Page, Table
from pipeline.names.bracketed import with_brackets
from pipeline.names.signed_names import with_signed_names
from pipeline.names.signed_posts import with_signed_posts
from pipeline.pens.day_rows import with_day_rows
from pipeline.pens.inked_rows import with_inked_numbers, with_inked_rows
from pipeline.pens.labels import with_labels
from pipeline.pens.lettered_heads import with_lettered_heads
from pipeline.pens.lines import with_writing
from pipeline.pens.lost_letters import with_lost_letters
from pipeline.pens.parted_rows import with_rows_parted
from pipeline.pens.pressed_lines import with_pressed
from pipeline.pens.slashed_days import with_slashed_days
from pipeline.pens.unparted import with_strokes
from pipeline.pens.unread_numbers import with_booked_numbers, with_unread_numbers
from pipeline.pens.whole_numbers import with_whole_numbers
from pipeline.stamps.again.look import with_stamps

Rgb = npt.NDArray[np.uint8]


def with_filled_in(page: Page, picture: Rgb) -> Page:
    """The page with its received stamps, and with what was filled in beside its print.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened by the
    page's skew. A dater's type is looked for last: where no pen was found.
    """
    filled = with_booked_numbers(with_rows_parted(with_labels(page)), picture)
    filled = with_inked_numbers(filled, picture)
    filled = with_stamps(filled, picture)
    filled = with_pressed(with_day_rows(with_brackets(filled)))
    filled = with_whole_numbers(filled, picture)
    filled = with_strokes(with_writing(filled, picture), picture)
    filled = with_unread_numbers(filled, picture)
    filled = with_slashed_days(with_inked_rows(with_dated(filled, picture), picture), picture)
    filled = with_lost_letters(with_lettered_heads(filled, picture), picture)
    filled = with_signed_names(filled, picture)
    filled = with_signed_posts(filled, picture)
    return replace(filled, tables=tuple(_as_filled(one, filled) for one in page.tables))


def _as_filled(table: Table, page: Page) -> Table:
    """The table with the lines of the page as they are now: those of its cells that something was
    filled into, or that were read anew, are others."""
    kept = set(page.lines)

    def now(line: Line) -> Line | None:
        if line in kept:
            return line
        same = (one for one in page.lines if one.box.on_row_of(line.box))
        return next((one for one in same if one.box.holds_middle_of(line.box)), None)

    return replace(
        table,
        rows=tuple(
            tuple(
                replace(cell, lines=tuple(dict.fromkeys(filter(None, map(now, cell.lines)))))
                for cell in cells
            )
            for cells in table.rows
        ),
    )
