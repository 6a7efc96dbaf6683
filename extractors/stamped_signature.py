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
from pipeline.models import Document, Line

_SPACE = 0.5  # of a line's height: a gap as wide parts two words
_BRACKETED = re.compile(r"[^()]{0,3}\(\s*[ก-๎][ก-๎.\s]{5,}")  # (นายเอก มั่นคง)
_CERTIFIES = re.compile("สำเนา|รับรอง")
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
        for stamp in page.stamps
        if stamp.page == above[0].page and stamp.box.bottom > above[0].box.top
        for line in _signed([_one_line(row) for row in rows(stamp.lines)])
    )


def is_stamped_name(text: str, below: str) -> bool:
    """Whether a row of a stamp is a name over a post, whose brackets a signature may have hidden.

    >>> is_stamped_name("ศุภชัย ใจดี", "ผู้กำกับการสถานีตำรวจภูธรเมือง")
    True
    >>> is_stamped_name("อนุมัติ ตามเสนอ", "๑๒ มี.ค. ๖๗")
    False
    """
    named = is_person(text.strip(" ()")) or _TWO_WORDS.fullmatch(text) is not None
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
