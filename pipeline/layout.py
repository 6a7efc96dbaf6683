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
# https://forms.example.go.th/donor- │register/2 | …/phase4/ │village-signal, but not …/ │QR Code
_LONGEST_ADDRESS = 200
_CUT_WEB = re.compile(r"(?:https?://|www\.)[!-~]*[-/_=?&%.]$")
_ADDRESS_LETTER = re.compile(r"[A-Za-z0-9]")
_WEB_GOES_ON = re.compile(r"[a-z]|[A-Z0-9][A-Za-z0-9]*[-/_=?&%]")
_CUT_MAIL = re.compile(r"(?<![A-Za-z0-9/._-])[A-Za-z0-9][A-Za-z0-9._]*-$")  # sugar- │air@…
_MAIL_GOES_ON = re.compile(r"[A-Za-z0-9._-]+@[A-Za-z0-9]")


def joint(before: str, after: str) -> str:
    """What stands between two pieces of a sentence that a line break parted.

    Thai is written without spaces, so Thai letters meet directly; a digit, a sign or a Latin
    letter on either side takes a space, but within an address.

    >>> joint("คณะกรรมการและ", "เลขานุการ"), joint("ว ๒๙๓", "ลงวันที่")
    ('', ' ')
    >>> joint("ผ่าน https://example.go.th/donor-", "register/2"), joint("ทาง sugar-", "air@a.th")
    ('', '')
    """
    if not before or not after or before[-1].isspace() or after[0].isspace():
        return ""
    if before[-1] in "([{" or after[0] in ")]}":
        return ""
    if before[-1] in "-/_=?&%." and parts_address(before[-_LONGEST_ADDRESS:], after):
        return ""
    thai = _THAI_END.match(before[-1]) and _THAI_START.search(after)
    return "" if thai and not _APART_START.search(after) else " "


def parts_address(before: str, after: str) -> bool:
    """Whether a line break stands within a web address or an e-mail address."""
    if _CUT_MAIL.search(before):
        return _MAIL_GOES_ON.match(after) is not None
    if not _CUT_WEB.search(before):
        return False
    goes_on = _WEB_GOES_ON if before[-1] in "/." else _ADDRESS_LETTER
    return goes_on.match(after) is not None


def join_wrapped(texts: Sequence[str]) -> str:
    """Join the lines of one wrapped sentence."""
    joined = ""
    for text in texts:
        joined += joint(joined, text) + text
    return joined
