"""Rows, alignment and joined lines: what the place of a line on its page says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.models import Box, Line


@dataclass(frozen=True, slots=True)
class Row:
    """Lines that stand beside each other, left to right."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Columns are set apart by a tab."""
        return "\t".join(line.text for line in self.lines)

    @property
    def box(self) -> Box:
        box = self.lines[0].box
        for line in self.lines[1:]:
            box = box.union(line.box)
        return box


def rows(lines: Iterable[Line]) -> tuple[Row, ...]:
    """Group lines of one page into rows: two lines share a row if their middles nearly agree.

    The lines must come in reading order; a row never crosses a page.
    """
    grouped: list[list[Line]] = []
    for line in lines:
        if grouped and beside(grouped[-1][-1], line):
            grouped[-1].append(line)
        else:
            grouped.append([line])
    return tuple(Row(tuple(sorted(row, key=lambda line: line.box.left))) for row in grouped)


def beside(one: Line, other: Line) -> bool:
    """Whether two lines stand on one row of one page, apart from each other."""
    if one.page != other.page:
        return False
    reach = 0.5 * min(one.box.height, other.box.height)
    apart = one.box.right <= other.box.left or other.box.right <= one.box.left
    return apart and abs(one.box.middle - other.box.middle) < reach


_THAI_END = re.compile(r"[ก-ฺเ-๎ฯๆ]")
_THAI_START = re.compile(r"^[ก-ฮเ-ไ]")
# What Thai always sets a space before: พ.ศ. ๒๕๖๖ | ที่ มท ๐๘๐๘.๒/ว ๑๙๙
_APART_START = re.compile(r"^(?:พ\.\s?ศ\.|ที่\s?[ก-ฮ]{2}\s?[\d๐-๙])")


def joint(before: str, after: str) -> str:
    """What stands between two pieces of a sentence that a line break parted.

    Thai is written without spaces, so Thai letters meet directly; a digit, a sign or a Latin
    letter on either side takes a space.

    >>> joint("คณะกรรมการและ", "เลขานุการ"), joint("ว ๒๙๓", "ลงวันที่")
    ('', ' ')
    """
    if not before or not after or before[-1].isspace() or after[0].isspace():
        return ""
    if before[-1] in "([{" or after[0] in ")]}":
        return ""
    thai = _THAI_END.match(before[-1]) and _THAI_START.search(after)
    return "" if thai and not _APART_START.search(after) else " "


def join_wrapped(texts: Sequence[str]) -> str:
    """Join the lines of one wrapped sentence."""
    joined = ""
    for text in texts:
        joined += joint(joined, text) + text
    return joined
