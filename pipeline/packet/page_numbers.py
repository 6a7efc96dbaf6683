"""The number that a page bears: ๒, - ๒ -, หน้า ๒/๓."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.models import Page
from pipeline.packet.page_rows import row_texts

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
    found = row_texts(page)
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
