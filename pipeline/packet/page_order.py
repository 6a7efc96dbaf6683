"""What page numbers tell of the order of pages, and of where one paper ends and another begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.models import Document, Page
from pipeline.packet.page_numbers import printed_number
from pipeline.packet.page_rows import row_texts

_BOTTOM = 14  # rows at the foot of a page where a document ends
# Over text without tone marks: what stands at the foot of a paper's last page.
_BY_NAME = (
    r"^[\s\-–—•·.\"“(]*(?:ขอแสดงความนับถือ|(?:สัง|ประกาศ|ใหไว|แถลง)\s*ณ\s*วันที)|"
    r"^\s*\(\s*(?:นาย|นาง|น\.ส|วาที|ดร|ผศ|รศ|ผูชวย|อาจารย|พล|พัน|รอย)"
    r"|^\s*\(?\s*ลงชือ|^\s*\([\s.…]{6,}\)"
    # พันตำรวจโท จิรายุ ผาแดง │ สารวัตรงานจราจร ผู้รายงาน: no brackets
    r"|^(?:[ก-๎.\s]{2,50}\s)?ผู(?:รายงาน|จัดทำ|รับรอง|รวบรวม)(?:ขอมูล|รายงาน)?\s*$"
)
_SIGNED_BY_NAME = re.compile(_BY_NAME)
_SIGNED = re.compile(
    _BY_NAME + r"|^[\s\-–—•·.\"“(]*(?:โทร|ผูประสานงาน|ไปรษณียอิเล็ก|หมายเหตุ)"
    r"|^\s*\([ก-๎.]{2,30}\s[ก-๎.\s]{2,30}\)$"
)


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


def where_the_count_begins_anew(group: list[Page]) -> list[list[Page]]:
    """Part a group in which a page number comes twice: 1 2 … 2 is two documents, the second
    beginning as many pages before its number as the number says."""
    start, highest = 0, 0
    for place, page in enumerate(group):
        number = printed_number(page)
        if number is None or not number.sure:
            continue
        begin = place - (number.number - 1)
        unnumbered = begin > start and printed_number(group[begin]) is None
        if number.number <= highest and number.number > 1 and unnumbered and group[begin].lines:
            return [group[:begin], *where_the_count_begins_anew(group[begin:])]
        highest = max(highest, number.number)
    return [group]


def with_strays(groups: list[list[Page]]) -> list[list[Page]]:
    """Join later pages that lie before the first page of their document to it.

    Only if the counts fit together: ๒ before an unsigned first page, at the start of the file or
    behind a page that is signed.
    """
    joined: list[list[Page]] = []
    for group in groups:
        before = joined[-1] if joined else []
        stray = _stray_tail(before)
        wanted = {*range(1, len(stray) + len(group) + 1)} - {*_numbers(group)}
        own = {*_numbers(stray)}
        if stray and own <= wanted and len(wanted - own) <= 1 and not is_signed(group[-1]):
            del before[len(before) - len(stray) :]
            joined = [other for other in joined if other]
            joined.append([*group, *stray])
        else:
            joined.append(group)
    return joined


def _stray_tail(group: list[Page]) -> list[Page]:
    """The numbered later pages at the end of a group that do not go on with what is before them."""
    tail: list[Page] = []
    for page in reversed(group):
        number = printed_number(page)
        if number is None or number.number < 2:
            break
        tail.insert(0, page)
    head = group[: len(group) - len(tail)]
    if not tail or (head and not is_signed(head[-1])):
        return []
    last, first = printed_number(head[-1]) if head else None, printed_number(tail[0])
    counts_on = last is not None and first is not None and last.number + 1 == first.number
    return [] if counts_on else tail  # หน้า ๑/๒, signed, and its guidance behind it: หน้า ๒/๒


def _numbers(pages: Sequence[Page]) -> list[int]:
    found = [printed_number(page) for page in pages]
    return [number.number for number in found if number]


def is_signed(page: Page) -> bool:
    """Whether a paper ends here: a signature, or what stands below one (โทร., หมายเหตุ)."""
    return _stands_at_foot(page, _SIGNED)


def is_signed_by_name(page: Page) -> bool:
    """Whether somebody signs here, or is to."""
    return _stands_at_foot(page, _SIGNED_BY_NAME)


def _stands_at_foot(page: Page, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(text) for text in row_texts(page)[-_BOTTOM:])
