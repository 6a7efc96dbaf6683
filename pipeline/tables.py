"""Tables on a scan: the grid that ruled lines draw, and the lines of print in its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.cleanup.rules import PixelBox, Rules
from pipeline.models import Box, Cell, Line, Table

_MOST_OF_IT = 0.4  # of a page
_HEAD = 0.2  # of a page: how far down its head reaches
_TOUCH = 12  # pixels at 300 dpi within which two rules meet, or are one


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table in pixels: for each row of it, the boxes of its cells from left to right."""

    box: PixelBox
    rows: tuple[tuple[PixelBox, ...], ...]

    def frames(self, size: tuple[int, int]) -> bool:
        """Whether it is one cell around most of a page of a size: a frame drawn for its looks."""
        left, top, right, bottom = self.box
        most = (right - left) * (bottom - top) > _MOST_OF_IT * size[0] * size[1]
        return most and sum(map(len, self.rows)) == 1

    def is_head(self, size: tuple[int, int]) -> bool:
        """Whether it is one row at the top of a page of a size: emblem │ title │ code of a form."""
        return len(self.rows) == 1 and self.box[3] < _HEAD * size[1]


def find_grids(rules: Rules) -> tuple[Grid, ...]:
    """Tables drawn by rules that meet: at least two across and two down, top to bottom.

    A cell spans what no vertical rule divides; a cell that spans rows is cut at each rule beside
    it.
    """
    groups: list[tuple[list[PixelBox], list[PixelBox]]] = []
    for across in rules.horizontal:
        _join(groups, [across], [down for down in rules.vertical if _meet(across, down)])
    grids = [
        grid for horizontal, vertical in groups if (grid := _grid(horizontal, vertical)) is not None
    ]
    return tuple(sorted(grids, key=lambda grid: grid.box[1]))


def _meet(across: PixelBox, down: PixelBox) -> bool:
    return (
        across[0] - _TOUCH <= down[2]
        and down[0] <= across[2] + _TOUCH
        and down[1] - _TOUCH <= across[3]
        and across[1] <= down[3] + _TOUCH
    )


def _join(
    groups: list[tuple[list[PixelBox], list[PixelBox]]],
    horizontal: list[PixelBox],
    vertical: list[PixelBox],
) -> None:
    """Add rules that meet, melting all groups that share a vertical rule with them."""
    if not vertical:
        return
    for group in [group for group in groups if any(rule in group[1] for rule in vertical)]:
        groups.remove(group)
        horizontal += group[0]
        vertical += [rule for rule in group[1] if rule not in vertical]
    groups.append((horizontal, vertical))


def _grid(horizontal: list[PixelBox], vertical: list[PixelBox]) -> Grid | None:
    ys = _positions([(rule[1] + rule[3]) // 2 for rule in horizontal])
    xs = _positions([(rule[0] + rule[2]) // 2 for rule in vertical])
    if len(xs) < 2 or len(ys) < 2:
        return None
    rows = []
    for top, bottom in pairwise(ys):
        middle = (top + bottom) / 2
        cuts = _positions(
            [xs[0], xs[-1]]
            + [(rule[0] + rule[2]) // 2 for rule in vertical if rule[1] < middle < rule[3]]
        )
        rows.append(tuple((left, top, right, bottom) for left, right in pairwise(cuts)))
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), tuple(rows))


def _positions(values: list[int]) -> list[int]:
    """Sorted positions with near ones taken for one."""
    merged: list[int] = []
    for value in sorted(values):
        if not merged or value - merged[-1] > _TOUCH:
            merged.append(value)
    return merged


def fill(grid: Grid, lines: Sequence[Line], page: int, width: int, height: int) -> Table:
    """The table of a grid with those lines whose middles lie in its cells."""

    def in_fractions(box: PixelBox) -> Box:
        return Box(box[0] / width, box[1] / height, box[2] / width, box[3] / height)

    def cell(box: Box) -> Cell:
        held = tuple(
            line
            for line in lines
            if box.left <= (line.box.left + line.box.right) / 2 < box.right
            and box.top <= line.box.middle < box.bottom
        )
        return Cell(box, held)

    return Table(
        page=page,
        box=in_fractions(grid.box),
        rows=tuple(tuple(cell(in_fractions(box)) for box in row) for row in grid.rows),
    )
