"""A number or a day that was told as blank, or whole, and beside which ink was not read."""

from __future__ import annotations

import pytest

from extractors.doubt.unread_ink import is_partly_unread
from pipeline.models import Box, Line, Page, Stamp


def line(text: str, left: float, right: float) -> Line:
    return Line(text, 1, Box(left, 0.14, right, 0.155), 0.9)


PRESSED = line("ว ๙๒", 0.36, 0.4)
INKED = Page(1, (), stamps=(Stamp(1, PRESSED.box, (PRESSED,)),))
MARKED = Page(1, (), marks=(line("'", 0.37, 0.38),))


@pytest.mark.parametrize(
    ("field", "told", "printed", "page", "unread"),
    [
        ("number", "กษ 0302.4/", "กษ ๐๓๐๒.๔/", INKED, True),
        ("number", "กษ 0302.4/ว", "กษ ๐๓๐๒.๔/ว", MARKED, True),
        ("number", "กษ 0302.4/", "กษ ๐๓๐๒.๔/", Page(1, ()), False),  # left blank
        ("number", "กษ 0302.4/12", "กษ ๐๓๐๒.๔/๑๒", INKED, False),
        ("date", "2024-03", "มีนาคม ๒๕๖๗", INKED, True),
        ("date", "2024-03-02", "๒ มีนาคม ๒๕๖๗", INKED, False),
        (
            "number",
            "กษ 0302.4/1",
            "กษ ๐๓๐๒.๔/๑",
            Page(1, (line("ที่ กษ ๐๓๐๒.๔/๑,", 0.14, 0.36),)),
            True,
        ),
        (
            "number",
            "กษ 0302.4/1",
            "กษ ๐๓๐๒.๔/๑",
            Page(1, (line("ที่ กษ ๐๓๐๒.๔/๑", 0.14, 0.36),)),
            False,
        ),
    ],
)
def test_ink_beside_what_was_not_read(
    field: str, told: str, printed: str, page: Page, unread: bool
) -> None:
    value = {"text": printed, "value": told, "page": 1, "box": (0.2, 0.14, 0.35, 0.155)}
    assert is_partly_unread(field, value, {1: page}) is unread


def test_a_title_whose_month_a_pen_wrote_under_it() -> None:
    month = Line("ประจำเดือน", 1, Box(0.4, 0.16, 0.48, 0.175), 0.9)
    pen = Line("กันยายน", 1, Box(0.5, 0.161, 0.56, 0.174), 0.9)
    title = {"text": "รายงาน", "value": "รายงาน", "page": 1, "box": (0.3, 0.14, 0.7, 0.155)}
    inked = Page(1, (month,), stamps=(Stamp(1, pen.box, (pen,)),))
    assert is_partly_unread("subject", title, {1: inked})
    assert not is_partly_unread("subject", title, {1: Page(1, (month,))})
