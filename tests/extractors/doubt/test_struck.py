"""What a row tells that was read without the strokes over it is in doubt, and so is whose post."""

from dataclasses import replace
from typing import Any

from extractors.doubt.struck import is_struck_through
from pipeline.models import Box, Change, Line, Page
from pipeline.rows_anew import ANEW

NAME = Line("(นายเอก มั่นคง)", 1, Box(0.5, 0.5, 0.7, 0.513), 0.93)
POST = Line("ผู้อำนวยการกองช่าง", 1, Box(0.5, 0.52, 0.7, 0.533), 0.93)
SIGNED: dict[str, Any] = {"page": 1, "box": (0.5, 0.5, 0.7, 0.513), "position": POST.text}


def anew(line: Line) -> Line:
    change = Change(0, "…", line.text, ANEW, encoding=False, box=line.box)
    return replace(line, changes=(change,))


def is_struck(*lines: Line, value: dict[str, Any] = SIGNED) -> bool:
    return is_struck_through(value, {1: Page(1, lines)})


def test_a_name_or_a_post_under_it_that_was_read_without_strokes_is_told() -> None:
    assert is_struck(anew(NAME), POST)
    assert is_struck(NAME, anew(POST))
    assert not is_struck(NAME, POST)


def test_what_stands_elsewhere_is_not() -> None:
    subject = {"page": 1, "box": (0.1, 0.2, 0.9, 0.213)}
    assert not is_struck(NAME, anew(POST), value=subject)
