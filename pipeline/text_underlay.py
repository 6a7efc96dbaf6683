"""The read text of a page as drawing operators that draw nothing, each line where its ink is."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

from pipeline.glyphless_font import GlyphlessFont
from pipeline.layout import beside
from pipeline.models import Line, Page, turned_about_the_middle

_BASELINE = 0.2  # of the line's height, above its lower edge: the descent of the font
_LEAST_ADVANCE = 0.15  # of the type size. Where the narrowest letter takes less, readers of PDFs
# see letters drawn over each other and break the word.
_NARROWEST = 0.25  # ems
_WIDEST_BLANK = 3.0  # line heights between two phrases of a justified row; columns stand further


@dataclass(frozen=True, slots=True)
class Sheet:
    """The visible part of a PDF page in points of its user space, and how it is turned for view.

    `rotation` is clockwise, 0, 90, 180 or 270, as in /Rotate.
    """

    left: float
    bottom: float
    width: float
    height: float
    rotation: int = 0

    @property
    def shown_size(self) -> tuple[float, float]:
        """Width and height as it is looked at."""
        size = (self.width, self.height)
        return size if self.rotation % 180 == 0 else (size[1], size[0])

    def point(self, across: float, down: float) -> tuple[float, float]:
        """A place on the page as looked at (fractions from its top left) in user space."""
        x, y = {
            0: (across, 1 - down),
            90: (down, across),
            180: (1 - across, down),
            270: (1 - down, 1 - across),
        }[self.rotation % 360]
        return self.left + x * self.width, self.bottom + y * self.height


def underlay(page: Page, sheet: Sheet, font: GlyphlessFont, name: str) -> bytes:
    """Operators for all lines of the page, in reading order, with the font under `name`.

    `sheet` is turned as the page was read: upright.
    """
    pairs = zip(page.lines, (*page.lines[1:], None), strict=True)
    shown = [
        _line(line, _blank_after(line, after, page), page, sheet, font, name)
        for line, after in pairs
        if line.text
    ]
    return b"\n".join([b"q", b"BT", b"3 Tr", *shown, b"ET", b"Q", b""])


def _blank_after(line: Line, after: Line | None, page: Page) -> float:
    """The gap, as a fraction of the width, to what continues the line on its row; 0 for none.

    Justified Thai has wide gaps between its phrases, which are no columns.
    """
    if after is None or not beside(line, after):
        return 0.0
    gap = after.box.left - line.box.right
    return gap if 0 < gap * page.aspect <= _WIDEST_BLANK * line.box.height else 0.0


def _line(
    line: Line, blank: float, page: Page, sheet: Sheet, font: GlyphlessFont, name: str
) -> bytes:
    across, down = sheet.shown_size
    box = turned_about_the_middle(line.box, page.skew, page.aspect)
    x, y = sheet.point((box.left + box.right) / 2, box.middle)
    length, height = max(0.1, line.box.width * across), max(0.1, line.box.height * down)
    ems = font.width(line.text)
    size = max(0.1, min(height, _NARROWEST * length / (_LEAST_ADVANCE * ems)))
    angle = radians(sheet.rotation + page.skew)
    cosine, sine = cos(angle), sin(angle)
    # from the middle of the box back to where its baseline begins
    back, below = length / 2, height * (0.5 - _BASELINE)
    begin = (x - back * cosine + below * sine, y - back * sine - below * cosine)
    matrix = " ".join(_number(each) for each in (cosine, sine, -sine, cosine, *begin))
    stretch = length / (ems * size)
    shown = f"/{name} {_number(size)} Tf {matrix} Tm {_shown(line.text[:-1], stretch, font)}"
    # The last letter reaches over the gap, all but a space: readers of PDFs would take the parts
    # of one sentence for columns.
    last = line.text[-1]
    over = max(0.0, blank * across - font.width(" ") * size * stretch)
    stretch += over / (font.width(last) * size)
    return f"{shown}{_shown(last, stretch, font)}".encode("ascii")


def _shown(text: str, stretch: float, font: GlyphlessFont) -> str:
    return f"{_number(100 * stretch)} Tz <{font.encode(text).hex().upper()}> Tj " if text else ""


def _number(value: float) -> str:
    """As PDF writes it: no exponent, no useless zero."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
