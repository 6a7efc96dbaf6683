"""The day that stands beside, beneath or over a signature, of a paper whose head bears none."""

from __future__ import annotations

import re

from extractors.dated_field import first_date
from extractors.dates import is_date_line
from extractors.head.blocks import cut_blocks
from extractors.record import Field
from extractors.signatory import SignatureBlock, signature_block
from extractors.text.passage import Passage
from pipeline.layout import beside
from pipeline.models import Document, Line

_ROOM = 0.08  # of the page's height: over a name that is signed, and under its post
_UNDER_SIGNATURE = 3  # lines under a signature among which its date stands
# Those of a committee sign below one another, and the day stands under the last of them
_OF_A_COMMITTEE = re.compile(r"(?:^|[\s)])(?:รอง)?(?:ประธาน|(?:อนุ)?กรรมการ|คณะ(?:ทำงาน|กรรมการ))")


def signing_day(document: Document) -> Field | None:
    """The date of the first signature: beneath it, beside it, beneath those of a committee, or on
    the line over it."""
    block = signature_block(document)
    closing = cut_blocks(document).closing
    if block is None or block.lines[-1] not in closing:
        return None
    last = closing.index(block.lines[-1])
    below = [line for line in closing[last + 1 :][:_UNDER_SIGNATURE] if is_date_line(line.text)]
    dated = below or _beside(block, closing) or _under_the_last(closing[last + 1 :])
    dated = dated or _over(block.lines[0], document) or _pressed(block, document)
    return first_date(Passage.of([line]) for line in dated)


def _beside(block: SignatureBlock, closing: tuple[Line, ...]) -> list[Line]:
    """ลายมือชื่อ … ผู้ยืม │ วันที่ ๑๒ กุมภาพันธ์ ๒๕๖๗, the name in brackets beneath the first."""
    first = closing.index(block.lines[0]) if block.lines[0] in closing else 0
    signed = (*closing[max(0, first - 2) : first], *block.lines)
    return [
        line
        for line in closing
        if is_date_line(line.text) and any(beside(one, line) for one in signed)
    ]


def _pressed(block: SignatureBlock, document: Document) -> list[Line]:
    """A day in an ink of its own, pressed or written about the name or under its post."""
    first, last = block.lines[0], block.lines[-1]
    alone = (
        stamp.lines[0]
        for page in document.pages
        for stamp in page.stamps
        if page.number == last.page and len(stamp.lines) == 1
    )
    return [
        line
        for line in alone
        if is_date_line(line.text)
        and -_ROOM < line.box.top - first.box.top < last.box.bottom - first.box.top + _ROOM
        and any(
            one.box.left < (line.box.left + line.box.right) / 2 < one.box.right
            for one in block.lines
        )
    ]


def _under_the_last(below: tuple[Line, ...]) -> list[Line]:
    if not below or not is_date_line(below[-1].text):
        return []
    return [below[-1]] if any(_OF_A_COMMITTEE.search(line.text) for line in below) else []


def _over(signed: Line, document: Document) -> list[Line]:
    """วันที่ ๑ สิงหาคม ๒๕๖๘, over the room in which a report is signed."""
    printed = document.lines  # a name put together of pieces is none of them
    above = printed[: printed.index(signed)][-1:] if signed in printed else ()
    return [
        line
        for line in above
        if is_date_line(line.text)
        and line.page == signed.page
        and line.box.left < signed.box.right
        and signed.box.left < line.box.right
    ]
