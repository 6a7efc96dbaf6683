"""An impression whose rows stand behind labels of their own is one a row."""

from __future__ import annotations

from dataclasses import replace

from pipeline.models import Box, Page
from pipeline.pens.parted_rows import with_rows_parted
from tests.pipeline.pens.test_pressed_lines import line, stamp


def _page(*told: str) -> Page:
    """A page with two labels and one impression whose rows stand behind them."""
    labels = (line("เลขที่ ..", 0.5, 0.15), line("วันที่ ..", 0.5, 0.18))
    rows = [stamp(text, 0.62, at).lines[0] for text, at in zip(told, (0.15, 0.18), strict=True)]
    whole = replace(stamp(told[0], 0.62, 0.15), box=Box.around([one.box for one in rows]))
    return Page(1, labels, stamps=(replace(whole, lines=tuple(rows)),))


def test_each_row_is_an_impression() -> None:
    found = with_rows_parted(_page("๔๓/๒๕๖๘", "27/5/68"))
    assert [[one.text for one in each.lines] for each in found.stamps] == [["๔๓/๒๕๖๘"], ["27/5/68"]]


def test_a_received_stamp_stays_whole() -> None:
    page = _page("เลขรับ ๔๓", "27/5/68")
    assert with_rows_parted(page) == page
