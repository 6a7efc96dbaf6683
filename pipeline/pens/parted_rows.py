"""Impressions of several rows that are rows of a form, each filled in behind its own label.

เลขที่ ๔๓/๒๕๖๘ and, right under it, วันที่ 27/5/68: written closely they are one impression, of which
each row belongs to a label in print. A received stamp brings labels of its own and stays whole.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.layout import rows
from pipeline.models import Box, Line, Page, Stamp
from pipeline.pens.header_lines import HEAD, stands_on_row

_LABEL = re.compile(r".{0,60}ที่?[\s.…_]*")
_RECEIVED = re.compile("รับ|เวลา|วันที่|เลขที่|ลงชื่อ")
_WIDEST = 0.2  # of the page, between a label and what was filled in behind it


def with_rows_parted(page: Page) -> Page:
    """The page with such impressions parted, one a row."""
    labels = [
        line
        for line in page.lines
        if line.box.top < HEAD and _LABEL.fullmatch(line.text) is not None
    ]
    if not labels:
        return page
    stamps = tuple(one for stamp in page.stamps for one in _parted(stamp, labels))
    return page if stamps == page.stamps else replace(page, stamps=stamps)


def _parted(stamp: Stamp, labels: list[Line]) -> list[Stamp]:
    told = rows(stamp.lines)
    if len(told) < 2 or any(_RECEIVED.search(line.text) for line in stamp.lines):
        return [stamp]
    if not any(_stands_behind(line, label) for line in stamp.lines for label in labels):
        return [stamp]
    return [
        replace(stamp, box=Box.around([line.box for line in row.lines]), lines=tuple(row.lines))
        for row in told
    ]


def _stands_behind(line: Line, label: Line) -> bool:
    near = -0.01 < line.box.left - label.box.right < _WIDEST
    return near and stands_on_row(line.box, label.box)
