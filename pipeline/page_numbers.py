"""The number that a page bears (๒, - ๒ -, หน้า ๒/๓), and the order of pages that it tells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.layout import Row, rows
from pipeline.models import Document, Page

_DIGIT = r"[0-9๐-๙]"
_OF = rf"(?:\s*(?:/|จาก|of)\s*(?P<of>{_DIGIT}{{1,3}}))?"
# Over text without tone marks. The sure ones stand at the top or the foot, a bare digit at the top.
_SURE = (
    re.compile(rf"^[-–—(]+\s*(?P<number>{_DIGIT}{{1,3}})\s*[-–—)]+$"),  # - ๒ - | (๒)
    re.compile(  # หน้า ๒ | หน้าที่ ๒ จาก ๓ | แบบ กข. ๑ … หน้า : ๒ | Page 2 of 3
        rf"(?:^|\s)[-–—(]*\s*(?:หนา(?:ที)?|page)\s*:?\s*(?P<number>{_DIGIT}{{1,3}}){_OF}[\s\-–—)/]*$",
        re.I,
    ),
    re.compile(rf"^(?P<number>{_DIGIT}{{1,2}})\s*/\s*(?P<of>{_DIGIT}{{1,2}})$"),  # ๒/๓
)
_BARE = re.compile(rf"^[\s\-–—(]*(?P<number>{_DIGIT}{{1,3}})[\s\-–—)/]*$")  # ๒
_MOST = 200


@dataclass(frozen=True, slots=True)
class PageNumber:
    """`of` is how many pages there are, where the print says it; `sure` if it is no bare digit."""

    number: int
    of: int | None
    sure: bool


def printed_number(page: Page) -> PageNumber | None:
    """The number at the top of a page, or in an unmistakable form at its foot; None if none."""
    found = [row_text(row) for row in rows(page.lines)]
    for place, text in enumerate([*found[:2], *found[2:][-2:]]):
        for pattern in (*_SURE, _BARE) if place < 2 else _SURE:
            match = pattern.search(text)
            if match is None or not 1 <= int(match["number"]) <= _MOST:
                continue
            of = match.groupdict().get("of")
            if of and int(of) < int(match["number"]):
                continue
            return PageNumber(int(match["number"]), int(of) if of else None, pattern is not _BARE)
    return None


def row_text(row: Row) -> str:
    """The row's text without tone marks, so that a misread tone does no harm."""
    text = unicodedata.normalize("NFC", row.text).replace("ํา", "ำ")
    return re.sub(r"[่-์]", "", text).strip()


def put_in_order(document: Document) -> Document:
    """The document with its pages as their numbers tell, and a note if they lay otherwise.

    Only a full count is believed: every page numbered up to the last numbered one, the first at
    most without. Annexes behind it stay where they are, a blank back behind its leaf.
    """
    leaves = _leaves(document.pages)
    numbers = [printed_number(leaf[0]) for leaf in leaves]
    counted = max((place + 1 for place, number in enumerate(numbers) if number), default=0)
    told = [number.number if number else 1 for number in numbers[:counted]]
    if sorted(told) != list(range(1, counted + 1)):
        return document
    order = sorted(range(counted), key=lambda place: told[place])
    as_they_lay = sorted(range(counted), key=lambda place: leaves[place][0].number)
    if order == as_they_lay:
        return document
    found = [*(leaves[place] for place in order), *leaves[counted:]]
    lay = ", ".join(str(told[place]) for place in as_they_lay)
    note = f"its pages lay as {lay} in the file and were put in the order of their page numbers"
    pages = tuple(page for leaf in found for page in leaf)
    return replace(document, pages=pages, notes=(*document.notes, note))


def _leaves(pages: Sequence[Page]) -> list[list[Page]]:
    """Pages with print, each with the blank ones behind it."""
    leaves: list[list[Page]] = []
    for page in pages:
        if page.lines or not leaves:
            leaves.append([page])
        else:
            leaves[-1].append(page)
    return leaves
