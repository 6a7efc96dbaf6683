"""Values of which thin print lost the beginning or the end."""

from __future__ import annotations

import pytest

from extractors.doubt.cut_off import is_cut_off
from pipeline.models import Box, Line, Page


def line(text: str, left: float, right: float, top: float = 0.3) -> Line:
    return Line(text, 1, Box(left, top, right, top + 0.013), 0.93)


def page(*lines: Line, marks: tuple[Line, ...] = ()) -> dict[int, Page]:
    return {1: Page(1, lines, marks=marks)}


def test_an_end_that_is_no_word_beside_a_mark() -> None:
    told = {"page": 1, "text": "ปลัดเทศบ", "value": "ปลัดเทศบ", "box": (0.18, 0.3, 0.26, 0.313)}
    read = line("เรียน ปลัดเทศบ", 0.14, 0.26)
    assert is_cut_off(told, page(read, marks=(line("ล", 0.265, 0.28),)))
    assert not is_cut_off(told, page(read))


def test_a_beginning_that_is_no_word_beside_more_print() -> None:
    told = {"page": 1, "position": "ค์การบริหารส่วนตำบลท่าไม้", "acting_for": None}
    read = line("ค์การบริหารส่วนตำบลท่าไม้", 0.57, 0.78)
    assert is_cut_off(told, page(line("นาย", 0.51, 0.53), read))


@pytest.mark.parametrize("post", ["ปลัดเทศบาล", "นายอำเภอเมือง"])
def test_whole_words_are_believed_whatever_stands_beside_them(post: str) -> None:
    told = {"page": 1, "text": post, "value": post, "box": (0.18, 0.3, 0.3, 0.313)}
    read = line(f"เรียน {post}", 0.14, 0.3)
    assert not is_cut_off(told, page(read, marks=(line("ล", 0.305, 0.32),)))
