"""Names and posts of which thin print lost the beginning or the end, though its ink stands there.

เรียน ปลัดเทศบ ▒ล │ นาย ▒▒ ค์การบริหารส่วนตำบล…: what is left reads surely. That its last (or first)
word is none, and that more ink stands beside it on its row, say that it goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extractors.doubt.ink import lines_of
from extractors.text.segment import segment, unknown_letters
from pipeline.models import Line, Page

Json = dict[str, Any]

_SIGNS = 5  # of a value, by which the line of its beginning and that of its end are found
_NEAR = 5.0  # heights of a line to the ink beside it: three or four letters were lost
_OVERLAP = 0.5  # heights by which boxes of one row may lie over each other


def is_cut_off(value: Json, pages: Mapping[int, Page]) -> bool:
    """Whether a value begins or ends in no word, with ink beside it on its row."""
    page = pages.get(value.get("page") or 0)
    if page is None:
        return False
    lines = page.lines if "position" in value else lines_of(value, pages)
    for part in _parts(value):
        words = [word for word in segment(part) if word.strip()]
        if len(part) < _SIGNS or not words:
            continue
        if unknown_letters(words[-1]) and _has_ink_beside(part, lines, page, at_end=True):
            return True
        if unknown_letters(words[0]) and _has_ink_beside(part, lines, page, at_end=False):
            return True
    return False


def _parts(value: Json) -> Iterator[str]:
    if "position" in value:
        yield from (str(value[one]).strip() for one in ("position", "acting_for") if value.get(one))
    elif value.get("text"):
        yield str(value["text"]).strip()


def _has_ink_beside(part: str, lines: Sequence[Line], page: Page, *, at_end: bool) -> bool:
    """Whether ink stands beside the line, of these, that bears a value's end (or beginning)."""
    for line in lines:
        text = line.text.strip()
        own = text.endswith(part[-_SIGNS:]) if at_end else text.startswith(part[:_SIGNS])
        if own and any(_is_beside(line, one, at_end) for one in (*page.lines, *page.marks)):
            return True
    return False


def _is_beside(line: Line, one: Line, at_end: bool) -> bool:
    if one is line or not one.text.strip() or not one.box.on_row_of(line.box):
        return False
    gap = one.box.left - line.box.right if at_end else line.box.left - one.box.right
    return -_OVERLAP * line.box.height < gap < _NEAR * line.box.height
