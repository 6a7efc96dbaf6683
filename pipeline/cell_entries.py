"""What was written in coloured ink into the cells of a ruled table: entries of it, no stamps.

A form is printed in black and filled in with a blue pen or in blue print. Ink that lies apart from
other ink and whole in one cell was put there on purpose; what reaches over the rules (a stamp, a
signature) was not, and stays with the impressions.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.lines import PixelBox
from pipeline.stamps.impressions import clusters, ink_of
from pipeline.tables import Grid

Grey = npt.NDArray[np.uint8]

_FEWEST = (3, 2)  # rows, and cells in a row, of a table; less is a frame, of a stamp or a heading
_OVER = 6  # pixels at 300 dpi by which a long vowel may touch a rule
_LEAST = 20  # pixels of height; lower ink is a dash or a speck
_TALLEST = 90  # pixels of one stroke's height: taller ones sign a list
_WHITE = 255


def entries_apart(layer: Grey, grids: Sequence[Grid]) -> tuple[Grey, Grey]:
    """A coloured layer of a straightened page, parted: what was entered into cells of its tables,
    and all else. Both are of its size and white elsewhere; without entries the first is."""
    cells = [cell for grid in grids if _is_table(grid) for row in grid.rows for cell in row]
    entries = np.full_like(layer, _WHITE)
    if not cells:
        return entries, layer
    ink, rest = ink_of(layer), layer
    for left, top, right, bottom in clusters(ink):
        own = ink[top:bottom, left:right]
        x, y, width, height = cv2.boundingRect(own)
        box = (left + x, top + y, left + x + width, top + y + height)
        if height < _LEAST or _tallest(own) > _TALLEST or not any(_holds(c, box) for c in cells):
            continue
        if rest is layer:
            rest = layer.copy()
        place = (slice(top, bottom), slice(left, right))
        entries[place] = layer[place]
        rest[place] = _WHITE
    return entries, rest


def _tallest(ink: Grey) -> int:
    """The height of the tallest piece of ink that hangs together."""
    stats = cv2.connectedComponentsWithStats(np.ascontiguousarray(ink), connectivity=8)[2]
    return int(stats[1:, cv2.CC_STAT_HEIGHT].max(initial=0))


def _is_table(grid: Grid) -> bool:
    rows, cells = _FEWEST
    return len(grid.rows) >= rows and max(map(len, grid.rows)) >= cells


def _holds(cell: PixelBox, box: PixelBox) -> bool:
    return (
        cell[0] - _OVER <= box[0]
        and cell[1] - _OVER <= box[1]
        and box[2] <= cell[2] + _OVER
        and box[3] <= cell[3] + _OVER
    )
