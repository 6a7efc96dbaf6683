"""Name and post that a rubber stamp put under a signature, in an ink of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.head.blocks import cut_blocks
from extractors.record import DOUBT
from extractors.signed_post import is_signed_post
from extractors.text.people import is_person
from pipeline.layout import Row, rows
from pipeline.models import Document, Line, Stamp

_SPACE = 0.5  # of a line's height: a gap as wide parts two words
_BRACKETED = re.compile(r"[^()]{0,3}\(\s*[ก-๎][ก-๎.\s]{5,}")  # (นายเอก มั่นคง)
_OPENED, _CLOSED = re.compile(r"\W{0,3}[(\[{]"), re.compile(r"[)\]}]\W{0,3}$")
_LEVEL = 0.5  # of the lower stamp's height: so much of it beside another stands level with it
_CERTIFIES = re.compile("สำเนา|รับรอง")
# วาที่รอยเอก ก ข): the marks of his rank and the bracket before it were not read
_CLOSED_NAME = re.compile(r"\W*[ก-๎.]{2,}(?:\s+[ก-๎]{2,}){1,3}\s*\)\W*")
_TWO_WORDS = re.compile(r"\W*[ก-๎]{2,}\s+[ก-๎]{2,}\W*")


def stamped_names(document: Document) -> tuple[Line, ...]:
    """The rows of such stamps under the closing words, or under the text where there are none."""
    blocks = cut_blocks(document)
    above = (*blocks.closing[:1], *blocks.body[-1:])
    if not above:
        return ()
    return tuple(
        line
        for page in document.pages
        for stamp in _left_first(page.stamps)
        if stamp.page == above[0].page and stamp.box.bottom > above[0].box.top
        for side in _sides(stamp.lines)
        for line in _signed([_one_line(row) for row in rows(side)])
    )


def _left_first(stamps: Sequence[Stamp]) -> list[Stamp]:
    """Stamps from the top down, those that stand beside each other from the left: of two who sign
    side by side the first is the signatory."""
    ordered: list[list[Stamp]] = []
    for stamp in sorted(stamps, key=lambda one: one.box.top):
        first = ordered[-1][0].box if ordered else None
        least = min(first.height, stamp.box.height) if first else 0.0
        if first and first.bottom - stamp.box.top > _LEVEL * least:
            ordered[-1].append(stamp)
        else:
            ordered.append([stamp])
    return [one for level in ordered for one in sorted(level, key=lambda one: one.box.left)]


def _sides(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """The lines of a stamp; of two that ran into one, whose names stand on one row, those of the
    left and those of the right."""
    for row in rows(lines):
        for left, right in pairwise(row.lines):
            if _CLOSED.search(left.text) and _OPENED.match(right.text):
                middle = (left.box.right + right.box.left) / 2
                first = [one for one in lines if one.box.left + one.box.right < 2 * middle]
                return [first, [one for one in lines if one not in first]]
    return [lines]


def is_stamped_name(text: str, below: str) -> bool:
    """Whether a row of a stamp is a name over a post, whose brackets a signature may have hidden.

    >>> is_stamped_name("ศุภชัย ใจดี", "ผู้กำกับการสถานีตำรวจภูธรเมือง")
    True
    >>> is_stamped_name("อนุมัติ ตามเสนอ", "๑๒ มี.ค. ๖๗")
    False
    """
    words = _TWO_WORDS.fullmatch(text) or _CLOSED_NAME.fullmatch(text)
    named = is_person(text.strip(" ()")) or words is not None
    return named and is_signed_post(below)


def _signed(read: Sequence[Line]) -> Sequence[Line]:
    """The rows from the first that is a name; none if none is, or if it certifies a copy."""
    for place, line in enumerate(read):
        if _CERTIFIES.search(line.text):
            return ()
        below = read[place + 1].text if place + 1 < len(read) else ""
        if _BRACKETED.match(line.text) or is_stamped_name(line.text, below):
            return read[place:]
    return ()


def _one_line(row: Row) -> Line:
    """The pieces of a row as one line; a space where the gap between them is as wide as one."""
    text = row.lines[0].text
    for left, right in pairwise(row.lines):
        apart = right.box.left - left.box.right > _SPACE * row.box.height
        text += (" " if apart else "") + right.text
    sure = min(DOUBT, *(line.confidence for line in row.lines))  # rubber prints badly
    return Line(text, row.lines[0].page, row.box, sure)
