"""The rows of a page as texts."""

from __future__ import annotations

from pipeline.page_rows import row_texts
from tests.extractors.print_shop import pages


def test_lines_beside_one_another_are_one_row_and_tone_marks_are_left_out() -> None:
    (page,) = pages("ที่ กค ๐๔๐๕/๑๒\t๕ มกราคม ๒๕๖๗\nเรื่อง ขอความร่วมมือ")
    assert row_texts(page) == ["ที กค ๐๔๐๕/๑๒ ๕ มกราคม ๒๕๖๗", "เรือง ขอความรวมมือ"]
