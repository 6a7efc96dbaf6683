"""Text boxes put among the paragraphs beside which they stand.

A box is written with the paragraph that it is anchored to, which may be the first of the page
while the box stands at its foot. How far down paragraphs reach is reckoned from their letters.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from pipeline.word.blocks import Block, FloatingBlock, TableBlock, TextBlock

_ROW = 420  # twips from row to row of 16 points in TH Sarabun
_NEAR = 3  # rows; a box no further from its paragraph is read with it
_LETTER = 0.4  # ems


def in_order(blocks: Sequence[Block], room: int, top: int) -> list[Block]:
    """The blocks of a page, boxes that stand far from their paragraphs where they are seen.

    `room` is the width between the margins, `top` the upper margin, in twips.
    """
    at = 0
    still: list[tuple[float, Block]] = []
    moved: list[tuple[float, Block]] = []
    for block in blocks:
        down = _down(block, at, top) if isinstance(block, FloatingBlock) else at
        if abs(down - at) > _NEAR:
            moved.append((down, block))
            continue
        still.append((at, block))
        at += _rows(block, room)
    for down, block in moved:
        place = next((i for i, (row, _) in enumerate(still) if row >= down), len(still))
        still.insert(place, (down, block))
    return [block for _, block in still]


def _down(box: FloatingBlock, at: int, top: int) -> float:
    """The row that a box stands beside, from the upper margin; `at` is its paragraph's."""
    anchor = box.anchor
    if anchor.down is None:
        return at
    above = {"paragraph": at * _ROW, "margin": 0, "page": -top}[anchor.down_of]
    return (anchor.down + above) / _ROW


def _rows(block: Block, room: float) -> int:
    """About how many rows a block takes."""
    if isinstance(block, TextBlock):
        letters = max(1.0, room / (_LETTER * block.size * 20))
        return sum(max(1, math.ceil(len(row) / letters)) for row in block.text.split("\n"))
    if isinstance(block, TableBlock):
        widths = max(1, len(block.columns))
        return sum(
            max(
                (sum(_rows(each, room / widths) for each in cell.blocks) for cell in row), default=1
            )
            for row in block.rows
        )
    return 0
