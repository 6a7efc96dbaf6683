"""The read text of a page as drawing operators that draw nothing, each line where its ink is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from pipeline.layout import beside, rows
from pipeline.models import Box, Line, Page, turned_about_the_middle
from pipeline.searchable.glyphless_font import GlyphlessFont

_BASELINE = 0.2  # of the line's height, above its lower edge: the descent of the font
_LEAST_STRETCH = (
    0.9  # of the font's own widths. With narrower letters pdftotext takes the spaces of
)
# "- ๒ -" for letter-spacing, and a letter that begins on its neighbour for one drawn twice.
_WIDEST_BLANK = 3.0  # line heights between two phrases of a justified row; columns stand further
# by the rotation of the page for view: where text runs, and where its upper side is
_DIRECTIONS = {
    0: ((1, 0), (0, 1)),
    90: ((0, 1), (-1, 0)),
    180: ((-1, 0), (0, -1)),
    270: ((0, -1), (1, 0)),
}


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
        }[self.rotation]
        return self.left + x * self.width, self.bottom + y * self.height


def underlay(page: Page, sheet: Sheet, font: GlyphlessFont, name: str) -> bytes:
    """Operators for all lines of the page, in reading order, with the font under `name`; b"" if
    nothing was read.

    `sheet` is turned as the page was read: upright. Rows stay level where the scan leans, each as
    high as the middle of its ink: pdftotext tears up lines that lean by more than a degree.
    """
    rows_ = {id(line): row.box for row in rows(page.lines) for line in row.lines}
    pairs = zip_longest(page.lines, page.lines[1:])
    shown = [
        _line(line, _blank_after(line, after, page), rows_[id(line)], page, sheet, font, name)
        for line, after in pairs
        if line.text
    ]
    if not shown:
        return b""
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
    line: Line,
    blank: float,
    row: Box,
    page: Page,
    sheet: Sheet,
    font: GlyphlessFont,
    name: str,
) -> bytes:
    across, down = sheet.shown_size
    on_paper = turned_about_the_middle(row, page.skew, page.aspect)
    baseline = line.box.bottom - _BASELINE * line.box.height + on_paper.middle - row.middle
    left = line.box.left + (on_paper.left + on_paper.right - row.left - row.right) / 2
    begin = sheet.point(left, baseline)
    length, height = max(0.1, line.box.width * across), max(0.1, line.box.height * down)
    letters = list(line.text)
    if letters[-1] == "-":
        letters[-1] = "- "  # by itself pdftotext takes it for hyphenation, and drops it
    ems = font.width(letters)
    size = max(0.1, min(height, length / (_LEAST_STRETCH * ems)))
    along, up = _DIRECTIONS[sheet.rotation]
    matrix = " ".join(_number(each) for each in (*along, *up, *begin))
    stretch = length / (ems * size)
    state = f"/{name} {_number(size)} Tf {matrix} Tm"
    over = blank * across - font.width(" ") * size * stretch
    if over <= 0:
        return f"{state}{_shown(letters, stretch, font)}".encode("ascii")
    # The last letter reaches over the gap, all but a space: readers of PDFs would take the parts
    # of one sentence for columns.
    before, last = letters[:-1], letters[-1:]
    wide = stretch + over / (font.width(last) * size)
    return f"{state}{_shown(before, stretch, font)}{_shown(last, wide, font)}".encode("ascii")


def _shown(letters: Sequence[str], stretch: float, font: GlyphlessFont) -> str:
    return (
        f" {_number(100 * stretch)} Tz <{font.encode(letters).hex().upper()}> Tj" if letters else ""
    )


def _number(value: float) -> str:
    """As PDF writes it: no exponent, no useless zero."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
