"""Which shapes of a line of print a pen wrote together: runs of written ones, and what belongs to
them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_JOIN = 1.1  # gap within one span
_FAR = 2.2  # gap within a number behind what is surely written
_CLOSE = 0.7  # gap over which a digit that was read joins a written one: numbers are of one hand
_CERTAIN, _LIKELY = 1.0, 0.45  # weight that makes a shape written; that lets it join such a one
_LEAST = 0.6  # body heights of a written sign
_PIECE = 0.6  # of a shape's width, that another covers of which it is a piece
INK = "in another ink"


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape that stands on the line, in pixels of the cut; `read` is what the recogniser made of
    it, `sure` whether surely, `weight` how much speaks for a pen, and why."""

    index: int
    left: int
    top: int
    right: int
    bottom: int
    weight: float
    read: str
    sure: bool
    reasons: frozenset[str]


def _is_digit(read: str) -> bool:
    """Whether it was read as a digit, or as the Latin letter that a written one is taken for."""
    signs = [sign for sign in read if sign.isalnum()]
    return bool(signs) and all(sign.isdigit() or sign.isascii() for sign in signs)


def groups(
    shapes: Sequence[Shape], body: float, expected: tuple[float, float] | None = None
) -> list[list[Shape]]:
    """Runs of written shapes, each with one that is surely so and as high as a digit, once each.

    Between the columns `expected` something was filled in: there one that is likely so is enough.
    """
    written = [shape.weight >= _LIKELY for shape in shapes]
    groups: list[list[Shape]] = []
    last = -2
    for place, shape in enumerate(shapes):
        if not written[place]:
            continue  # print parts spans
        if last == place - 1 and shape.left - _right(groups[-1]) <= _JOIN * body:
            groups[-1].append(shape)
        else:
            groups.append([shape])
        last = place
    kept: list[list[Shape]] = []
    for group in groups:
        if _height(group, expected) < _LEAST * body:
            continue
        if any(shape.weight >= _CERTAIN or _stands_in(shape, expected) for shape in group):
            kept.append(group)
        elif kept and _follows(group, kept[-1], shapes, body):
            kept[-1] = kept[-1] + group
    whole = [
        _with_pieces(_by_ink(group), shapes) or _with_digits_beside(group, shapes, body)
        for group in kept
    ]
    return list({one[0].index: one for one in whole}.values())


def _follows(
    group: Sequence[Shape], before: Sequence[Shape], shapes: Sequence[Shape], body: float
) -> bool:
    """Whether a run stands not far behind another with no print between: ว   973."""
    gap = group[0].left - _right(before)
    return gap <= _FAR * body and shapes.index(group[0]) == shapes.index(before[-1]) + 1


def _height(group: Sequence[Shape], expected: tuple[float, float] | None) -> int:
    """Of its highest shape; where something is expected the shapes may be pieces of one sign."""
    if _stands_in(group[-1], expected):
        return max(shape.bottom for shape in group) - min(shape.top for shape in group)
    return max(shape.bottom - shape.top for shape in group)


def _stands_in(shape: Shape, columns: tuple[float, float] | None) -> bool:
    return columns is not None and columns[0] <= (shape.left + shape.right) / 2 <= columns[1]


def _by_ink(group: list[Shape]) -> list[Shape]:
    """Where a pen of another colour wrote, its colour alone tells how far it wrote."""
    inked = [place for place, shape in enumerate(group) if INK in shape.reasons]
    if not inked:
        return []
    first, last = inked[0], inked[-1]
    while first and group[first - 1].right > group[first].left:  # a pale piece of the same sign
        first -= 1
    while last + 1 < len(group) and group[last + 1].left < group[last].right:
        last += 1
    return group[first : last + 1]


def _with_pieces(group: list[Shape], shapes: Sequence[Shape]) -> list[Shape]:
    """The group and what stands under or over its signs and was not surely read as print: pale
    pieces of the same signs, as where a ๑ is broken and only its head has the pen's colour."""
    pieces = [
        shape
        for shape in shapes
        if shape not in group and not shape.sure and any(_covers(one, shape) for one in group)
    ]
    return sorted([*group, *pieces], key=lambda shape: shape.left)


def _covers(one: Shape, other: Shape) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return down > 0 and across > _PIECE * min(one.right - one.left, other.right - other.left)


def _with_digits_beside(group: list[Shape], shapes: Sequence[Shape], body: float) -> list[Shape]:
    """The group and the digits close to it: a pen's plain digits are read as if they were print."""
    grown = list(group)
    first, last = shapes.index(group[0]), shapes.index(group[-1])
    for shape in shapes[last + 1 :]:
        if not _joins(shape) or shape.left - _right(grown) > _CLOSE * body:
            break
        grown.append(shape)
    for shape in reversed(shapes[:first]):
        far = grown[0].left - shape.right > _CLOSE * body
        if far or not _joins(shape) or "/" in grown[0].read:
            break
        grown.insert(0, shape)
    return grown


def _joins(shape: Shape) -> bool:
    # A stroke between numbers parts what was printed from what was written.
    return _is_digit(shape.read) and "/" not in shape.read


def _right(group: Sequence[Shape]) -> int:
    return max(shape.right for shape in group)
