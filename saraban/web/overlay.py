"""The text of a page over its picture: each line where its ink is, to be selected and copied."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.models import Page

HEIGHT = 1000.0  # of a page in the units of the overlay
_BASE = 0.78  # of a line's height its letters stand on


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of print: where it begins and stands, its width and the size of its letters, in units
    of which a page is HEIGHT high."""

    text: str
    x: float
    y: float
    width: float
    size: float


@dataclass(frozen=True, slots=True)
class Overlay:
    """The lines over one page, `width` wide and HEIGHT high."""

    width: float
    lines: tuple[PlacedLine, ...]


def overlay(page: Page) -> Overlay:
    """Where the lines of a page lie on its picture. SVG's own attributes place them, since the
    Content-Security-Policy allows no style in a page."""
    width = HEIGHT * page.aspect
    lines = [*page.lines, *(line for stamp in page.stamps for line in stamp.lines)]
    placed = []
    for line in lines:
        box = page.on_paper(line.box)
        if line.text.strip() and box.width > 0 and box.height > 0:
            height = box.height * HEIGHT
            placed.append(
                PlacedLine(
                    line.text,
                    round(box.left * width, 1),
                    round(box.top * HEIGHT + _BASE * height, 1),
                    round(box.width * width, 1),
                    round(0.8 * height, 1),
                )
            )
    return Overlay(round(width, 1), tuple(placed))
