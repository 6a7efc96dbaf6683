"""Names of signatories that the signature over them cost letters, read anew from all ink.

Looked at are rows that may be a name in brackets: those of stamps that were not surely read, and
print that a signature runs into. What is read in another way stays in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.models import Box, Change, Line, Page
from pipeline.names.name_readings import (
    NameReading,
    best_of,
    is_less_of,
    is_title_alone,
    is_titled,
    name_reading,
)
from pipeline.names.signed_posts import below_a_name
from pipeline.names.signed_rows import SignedRow
from pipeline.normalise import normalise
from pipeline.tesseract import read_strips

Rgb = npt.NDArray[np.uint8]

_FEWEST, _LONGEST = 3, 60  # letters; characters of a row that may be a name
_OPENS, _CLOSES = re.compile(r"^\W{0,3}[(\[{]"), re.compile(r"[)\]}]\W{0,3}$")
_TITLED = re.compile(r"^.{0,3}(?:นาย|นาง|พล|พัน|ร้อย|ว่าที่|ดร\.)")
# นายแพทย์เชี่ยวชาญ | นายอำเภอเมืองตาก | นายกเทศมนตรี…: posts that begin as a title does
_POST = re.compile(
    r"^.{0,3}นาย(?:(?:สัตว)?แพทย์\s?(?:เชี่ยวชาญ|ชำนาญ|ทรงคุณ|ปฏิบัติ|สาธารณสุข)|อำเภอ|ทะเบียน|ช่าง|ตรวจ|ด่าน"
    r"|ก(?:เทศ|องค์การ|สมาคม|เหล่า|สภา|เมือง))"
)
_LETTER = re.compile("[ก-ฮ]")
_NO_LETTER = re.compile(r"(?<=[ก-๎])[^ก-๎.\s()\[\]{}-]")  # a quote for the marks over a letter
_PLAIN, _KNOWN = 0.925, 1.5  # confidence of clear print; cost from which a name is not known
# Of the page's width: a name's row, where it may begin, and where one that has a title may, who
# signs left of another.
_WIDEST, _FROM, _FROM_TITLED = 0.55, 0.2, 0.1
_SIGNATURE = 0.13  # of the page's height between a rank and the name under it
_NEAR = 0.1  # of the page's width between pieces of one row
_DOUBTED = 0.6  # confidence, at most, of what was read anew
_MOST = 6  # rows of a page; more are a list, not signatures
_WIDTHS = (0.9, 1.2, 1.05)  # the last of the picture a little blurred
_ANEW = "a signature runs through it; read anew, and chosen by the lists of names"
_BLUR = 1.0  # pixels at 300 dpi


@dataclass(frozen=True, slots=True)
class _Row:
    """Pieces of one row that may be a name, from the left, whether a stamp pressed them, and
    whether the rank of who signs stands over them: พันเอก │ (เอก มั่นคง)."""

    pieces: tuple[Line, ...]
    pressed: bool
    ranked: bool

    @property
    def box(self) -> Box:
        return Box.around([piece.box for piece in self.pieces])

    @property
    def is_pressed_in_doubt(self) -> bool:
        """Whether a stamp pressed it, and it is no known name in brackets that was surely read."""
        first = self.first
        sure = self.is_whole and first.confidence >= _PLAIN and first.cost < _KNOWN
        return self.pressed and not sure

    @property
    def is_broken(self) -> bool:
        """Whether a bracket of it was lost, and letters perhaps with it, or a name with its title
        has signs that are no letters or a slip in the title: (น่างสาว…)."""
        text = " ".join(piece.text for piece in self.pieces)
        strange = _NO_LETTER.search(text) is not None
        titled = _TITLED.match(text) is not None
        slip = self.first.is_whole and self.first.name not in " ".join(normalise(text).split())
        return not self.is_whole or slip or (strange and titled)

    @property
    def is_whole(self) -> bool:
        """Whether it stands in brackets."""
        text = " ".join(piece.text for piece in self.pieces)
        return bool(_OPENS.search(text)) and bool(_CLOSES.search(text))

    @property
    def first(self) -> NameReading:
        text = " ".join(piece.text for piece in self.pieces)
        return name_reading(text, min(piece.confidence for piece in self.pieces))


def with_signed_names(page: Page, picture: Rgb) -> Page:
    """The page with the names of those who signed it read anew where a signature hid part of them.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened. Raises
    ToolMissing as `read_strips`.
    """
    rows = list(_rows(page))
    if not 0 < len(rows) <= _MOST:
        return page
    cuts = [(row, SignedRow.around(row.box, page, picture, row.is_whole)) for row in rows]
    cuts = [
        (row, cut)
        for row, cut in cuts
        if row.is_pressed_in_doubt or row.is_broken or cut.is_crossed
    ]
    views = [cut.without_strokes() for _, cut in cuts]
    pens = [cut.without_pen() for _, cut in cuts]
    bare = [(place, pen.without_strokes()[0]) for place, pen in enumerate(pens) if pen]
    pictures = [*(view for view, _ in views), *(view for _, view in bare)]
    of_row = [*range(len(cuts)), *(place for place, _ in bare)]
    blurred = [np.asarray(cv2.GaussianBlur(one, (0, 0), _BLUR), np.uint8) for one in pictures]
    read = read_strips(
        [*pictures, *pictures, *blurred],
        widths=[width for width in _WIDTHS for _ in pictures],
    )
    owners = of_row * len(_WIDTHS)
    wide = picture.shape[1]
    for place, ((row, cut), (_, reach)) in enumerate(zip(cuts, views, strict=True)):
        mine = (one for one, owner in zip(read, owners, strict=True) if owner == place)
        told = [name_reading(one.text, one.confidence) for one in mine]
        others = [one for one in told if not is_less_of(one, (row.first, *told))]
        best = best_of(row.first, others)
        if best.is_whole or (row.ranked and best.is_named):
            left = row.box.left + (reach[0] - cut.span[0]) / wide
            right = row.box.right + (reach[1] - cut.span[1]) / wide
            agreed = all(one.name == best.name for one in (row.first, *others))
            page = _with_name(page, row, best, replace(row.box, left=left, right=right), agreed)
    return page


def _rows(page: Page) -> Iterator[_Row]:
    """Rows that may be a name under a signature: in stamps, then in print."""
    stamped = [line for stamp in page.stamps for line in stamp.lines]
    posts = [line for stamp in page.stamps for line in below_a_name(stamp)]
    ruled = (table for table in page.tables if sum(map(len, table.rows)) > 1)  # not a frame
    cells = (cell for table in ruled for row in table.rows for cell in row)
    taken = [line for cell in cells for line in cell.lines]
    over = (*page.lines, *stamped)
    for pressed, lines in ((True, stamped), (False, page.lines)):
        for line in lines:
            if line in taken or line.written or line in posts or not _may_be_name(line, pressed):
                continue
            pieces = [one for one in (*stamped, *page.lines) if _is_beside(one, line)]
            taken += pieces
            ordered = tuple(sorted(pieces, key=lambda one: one.box.left))
            yield _Row(ordered, pressed, any(_is_rank_over(one, line) for one in over))


def _may_be_name(line: Line, pressed: bool) -> bool:
    text, box = line.text, line.box
    bracketed = bool(_OPENS.search(text)) or bool(_CLOSES.search(text))
    titled = _TITLED.match(text) is not None and _POST.match(text) is None
    if not (bracketed or (pressed and titled)):
        return False
    few = len(_LETTER.findall(text)) >= _FEWEST and len(text) <= _LONGEST
    from_left = _FROM_TITLED if is_titled(text) else _FROM
    return few and box.left > from_left and box.width < _WIDEST


def _is_rank_over(one: Line, name: Line) -> bool:
    """Whether a line is a rank alone right over a signature and the name under it."""
    over = 0 < name.box.top - one.box.top < _SIGNATURE
    level = one.box.left < name.box.right and name.box.left < one.box.right
    return over and level and is_title_alone(one.text)


def _is_beside(one: Line, line: Line) -> bool:
    """Whether a line is a piece of the row that another is of: who signs beside has brackets of
    his own."""
    if one is line:
        return True
    left, right = sorted((one, line), key=lambda each: each.box.left)
    apart = right.box.left - left.box.right
    closed = _CLOSES.search(left.text) or _OPENS.search(right.text)
    return one.box.on_row_of(line.box) and apart < _NEAR and not closed


def _with_name(page: Page, row: _Row, best: NameReading, box: Box, agreed: bool) -> Page:
    """The page with the name in the place of the widest of the row's pieces; what was read there
    at first stays on record."""
    sure = row.first.confidence if agreed else min(best.confidence, _DOUBTED)
    anchor = max(row.pieces, key=lambda one: one.box.width)
    name, read = f"({best.name})", " ".join(piece.text for piece in row.pieces)
    unchanged = agreed and len(row.pieces) == 1 and read == name  # it stays the line it was
    change = Change(0, read, name, _ANEW, encoding=False, box=box)
    line = replace(
        anchor,
        text=name,
        box=box,
        confidence=round(sure, 4),
        words=(),
        changes=(change,) if read != name else (),
    )
    gone = [one for one in row.pieces if one is not anchor]
    inside = (one for one in (*page.lines, *page.marks) if box.holds_middle_of(one.box))
    gone += [one for one in inside if one is not anchor]  # pieces of its ink
    if unchanged and not gone:
        return page
    line = anchor if unchanged else line

    def now(lines: Sequence[Line]) -> tuple[Line, ...]:
        return tuple(line if one is anchor else one for one in lines if one not in gone)

    stamps = (replace(stamp, lines=now(stamp.lines)) for stamp in page.stamps)
    return replace(
        page,
        lines=now(page.lines),
        stamps=tuple(stamp for stamp in stamps if stamp.lines),
        marks=tuple(one for one in page.marks if one not in gone),
    )
