"""Labels of numbers and days whose marks were lost: ที, วนที for ที่, วันที่.

A memo's labels are set larger than what is filled in behind them, so that their marks may stand
where the row above has its letters. What the label is, its place and its row say: what is filled in
behind it is looked for by it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.models import Change, Line, Page
from pipeline.pens.header_lines import HEAD

_REASON = "a label whose mark was not read"
_BEHIND = r"(?=[\s.…_]|$)"
_DAY = re.compile(rf"(?P<before>\W*)(?P<label>วันทื่|วันที|วันท่|วันท|วนที่|วนที|วนท){_BEHIND}")
_GIVEN = re.compile(
    r"(?P<before>\W*(?:สั่ง|ประกาศ|ออกให้|ให้ไว้|มอบให้)\s?ณ\s?)"
    rf"(?P<label>วันที|วันท่|วันท|วนที่|วนที|วนท){_BEHIND}"
)
# ที | ท นฐ ๐๐๓๓.๓๐๕/ | เลขที ธท.
_NUMBER = re.compile(
    r"(?P<before>\W*(?:เลข)?)(?P<label>ที|ท่|ท)"
    r"(?=[\s.…_]*$|[\s.…_]+[ก-ฮ.]{1,6}[\s.…_]*(?:[\d๐-๙(/]|$)|[\s.…_]*[\d๐-๙])"
)


def with_labels(page: Page) -> Page:
    """The page with the labels of its numbers and days as they are spelt; each change is told."""
    return replace(page, lines=tuple(_with_label(line) for line in page.lines))


def _with_label(line: Line) -> Line:
    found = _GIVEN.match(line.text)
    if line.box.bottom < HEAD:
        found = found or _DAY.match(line.text) or _NUMBER.match(line.text)
    if found is None or line.written:
        return line
    read, start = found["label"], found.start("label")
    became = "วันที่" if read.startswith("ว") else "ที่"
    change = Change(start, read, became, _REASON, encoding=False, box=line.box)
    longer = len(became) - len(read)
    behind = tuple(
        replace(one, start=one.start + longer if one.start > start else one.start)
        for one in line.changes
    )
    return replace(
        line,
        text=line.text[:start] + became + line.text[start + len(read) :],
        changes=tuple(sorted((*behind, change), key=lambda one: one.start)),
    )
