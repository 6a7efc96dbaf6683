"""The ink of a value: the lines and words of its page that its box touches, and who put them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.models import Box, Line, Page, Word

Json = dict[str, Any]


def lines_of(value: Json, pages: Mapping[int, Page]) -> list[Line]:
    """The lines that the value's box touches."""
    page = pages.get(value.get("page") or 0)
    if page is None or value.get("box") is None:
        return []
    box = Box(*value["box"])
    stamped = (line for stamp in page.stamps for line in stamp.lines)
    return [line for line in (*page.lines, *stamped) if touches(line.box, box)]


def words_of(value: Json, pages: Mapping[int, Page]) -> list[Word | Line]:
    """The words of these lines that the box touches; a line that has no words as a whole."""
    found: list[Word | Line] = []
    for line in lines_of(value, pages):
        box = Box(*value["box"])
        inside = [word for word in line.words if touches(word.box, box)]
        found += inside if line.words else [line]
    return found


def is_pressed(value: Json, pages: Mapping[int, Page]) -> bool:
    """Whether a stamp alone tells the value: of names pressed under signatures, read at four levels
    of a half that nobody had looked at, 5 of 26 that were thought sure were wrong."""
    page = pages.get(value.get("page") or 0)
    if page is None or value.get("box") is None:
        return False
    box = Box(*value["box"])
    pressed = any(touches(line.box, box) for stamp in page.stamps for line in stamp.lines)
    return pressed and not any(touches(line.box, box) for line in page.lines)


def touches(one: Box, other: Box) -> bool:
    """Whether the middle of the first lies in the second."""
    if not other.top <= (one.top + one.bottom) / 2 <= other.bottom:
        return False  # as most lines of a page, of which each value asks
    across = (one.left + one.right) / 2
    return other.left <= across <= other.right or one.left <= other.left <= one.right


def is_handwritten(value: Json, pages: Mapping[int, Page]) -> bool:
    """Whether a pen or a number stamp put (part of) the value on its line."""
    box = Box(*value["box"]) if value.get("box") else None
    return box is not None and any(
        touches(piece.box, box) for line in lines_of(value, pages) for piece in line.written
    )
