"""Numbers, days and titles whose end was not read, though ink stands where it would be.

A running number or a day is told as blank where nothing was read there. What a pen or a stamp put
on its row, and what print's recogniser made of another figure (๑๗, for ๑๗๒), say that it is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pipeline.models import Box, Page
from pipeline.pens.read_apart import single_lines

Json = dict[str, Any]

_UNDER = 2.5  # heights of a line, from a title to what stands right under it
_TIME_WORD = re.compile(
    r"\s*(?:(?:ประจำ)?(?:เดือน|ปี(?:งบประมาณ|การศึกษา)?)|ไตรมาสที่|ครั้งที่|พ\.ศ\.)[\s.…_]*"
)
_NEAR = 0.1  # of the page's width, from the value to what stands on its row
_BLANK_NUMBER, _BLANK_DAY = re.compile(r"/\s*(?:ว\s*)?$"), re.compile(r"\d{4}-\d{2}")
# a quote or a comma right behind the last figure, at the end of the line
_ANOTHER_FIGURE = re.compile(r"\s?[,;'’‘\"“”`~*^]+\s*$")


def is_partly_unread(field: str, value: Json, pages: Mapping[int, Page]) -> bool:
    """Whether ink at a number's end or beside a day that was not read speaks against the value."""
    page = pages.get(value.get("page") or 0)
    if page is None or value.get("box") is None or field not in ("number", "date", "subject"):
        return False
    box = Box(*value["box"])
    if field == "subject":
        return _lacks_its_time(box, page)
    if field == "date":
        blank, before = _BLANK_DAY.fullmatch(value["value"]) is not None, _NEAR
    elif _lost_a_figure(value["text"], box, page):
        return True
    else:
        blank, before = _BLANK_NUMBER.search(value["value"]) is not None, 0.0
    if not blank:
        return False
    inked = single_lines(page.stamps)
    reach = Box(box.left - before, box.top, box.right + _NEAR, box.bottom)
    return any(one.text.strip() and reach.holds_middle_of(one.box) for one in (*inked, *page.marks))


def _lacks_its_time(title: Box, page: Page) -> bool:
    """Whether right under a title the time is left out that a pen put beside its word: ประจำเดือน │
    กันยายน │ พ.ศ. │ ๒๕๖๘."""
    inked = [line.box for line in single_lines(page.stamps)]
    under = (
        line.box
        for line in page.lines
        if 0 <= line.box.middle - title.bottom < _UNDER * line.box.height
        and _TIME_WORD.fullmatch(line.text)
    )
    return any(box.on_row_of(word) for word in under for box in inked)


def _lost_a_figure(number: str, box: Box, page: Page) -> bool:
    """Whether a sign that no number ends with stands right behind it, at the end of its line."""
    return any(
        _ANOTHER_FIGURE.match(line.text, place + len(number))
        for line in page.lines
        if line.box.on_row_of(box) and (place := line.text.find(number)) >= 0
    )
