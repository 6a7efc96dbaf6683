"""How fast a document must be dealt with, and who may see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from extractors.head.blocks import cut_blocks
from extractors.record import Secrecy, Urgency
from pipeline.models import Document

# The regulation on correspondence, clause 28; the rules on official secrets of B.E. 2544.
_URGENCIES: tuple[tuple[str, Urgency], ...] = (
    ("ท", "ด่วนที่สุด"),
    ("ม", "ด่วนมาก"),
    ("", "ด่วน"),
)
_SECRECIES: tuple[Secrecy, ...] = ("ลับที่สุด", "ลับมาก", "ลับ")
_TOP, _BOTTOM = 10, 3  # lines of a page among which such a mark stands

_EDGE = r"[\s\-–—(\[\"“”*]*"
# Printed large, over the emblem or a stamp's frame at times: its beginning is enough, its marks may
# be lost, and ด may read as ต or ค.
_URGENT = re.compile(
    rf"{_EDGE}[ดตค][่้๊๋]?วน(?P<degree>\s*(?:ท[ิี]?่?\s?ส\S{{0,4}}|ที่?(?=\s*$)|มาก))?{_EDGE}(?:[)\]]|$|ที่\s)"
)
# ที่ อว ๖๙.๑/๓๘๐๖ (ด่วน): behind the number
_BEHIND_NUMBER = re.compile(r"\s*ที่\s.{4,40}\(\s*ด่วน\s*(?P<degree>ที่สุด|มาก)?\s*\)(?:\s|$)")
_SECRET = re.compile(rf"{_EDGE}(?P<word>ลับ(?:ที่สุด|มาก)?){_EDGE}(?:[)\]]|$|ที่\s)")


def read_urgency(document: Document) -> Urgency | None:
    """ด่วน, ด่วนมาก or ด่วนที่สุด, printed or stamped at the top of the first page."""
    marks = chain(_marks(document, _URGENT, 0), _marks(document, _BEHIND_NUMBER, 0))
    degrees = [(match["degree"] or "").strip()[:1] for match in marks]
    return next((word for initial, word in _URGENCIES if initial in degrees), None)


def read_secrecy(document: Document) -> Secrecy | None:
    """ลับ, ลับมาก or ลับที่สุด, printed or stamped at the top or the foot of the first page."""
    found = {match["word"] for match in _marks(document, _SECRET, _BOTTOM)}
    return next((word for word in _SECRECIES if word in found), None)


def _marks(document: Document, pattern: re.Pattern[str], bottom: int) -> Iterator[re.Match[str]]:
    page = document.pages[0]
    top = page.lines[:_TOP]
    body = {id(line) for line in cut_blocks(document).body}
    lines = [
        *(line for line in top if id(line) not in body),
        *(page.lines[-bottom:] if bottom else ()),
    ]
    lines += [line for stamp in page.stamps for line in stamp.lines]
    for line in lines:
        match = pattern.match(line.text)
        if match:
            yield match
