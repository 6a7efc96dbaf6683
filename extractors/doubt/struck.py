"""Values whose ink a pen's strokes or a seal ran through: what was read without them is looked at.

With the strokes go pieces of letters, and what is left may be read as others and seem
sure (นักวิชาการ, นักวิมาจาร): a known name is no witness for the post under it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractors.doubt.ink import lines_of
from pipeline.models import Box, Line, Page
from pipeline.rows_anew import ANEW

Json = dict[str, Any]

_POSTS = 0.08  # of the page's height below a name, where the posts of who signs stand


def is_struck_through(value: Json, pages: Mapping[int, Page]) -> bool:
    """Whether a row that the value stands on, or a post under the name that it is, was read anew
    without the strokes that run through it."""
    return any(_is_anew(line) for line in (*lines_of(value, pages), *_posts(value, pages)))


def _is_anew(line: Line) -> bool:
    return any(change.reason == ANEW for change in line.changes)


def _posts(value: Json, pages: Mapping[int, Page]) -> list[Line]:
    page = pages.get(value.get("page") or 0)
    if page is None or value.get("box") is None or not value.get("position"):
        return []
    name = Box(*value["box"])
    stamped = (line for stamp in page.stamps for line in stamp.lines)
    return [
        line
        for line in (*page.lines, *stamped)
        if name.top < line.box.top < name.bottom + _POSTS
        and line.box.left < name.right
        and name.left < line.box.right
    ]
