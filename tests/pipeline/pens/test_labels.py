"""Labels of numbers and days, larger than what is behind them, whose marks were lost."""

from __future__ import annotations

import pytest

from pipeline.models import Page
from pipeline.pens.labels import with_labels
from tests.pipeline.pens.test_pressed_lines import line, texts


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("วันที", "วันที่"),
        ("วนท ๒๘ ก.ย. ๒๕๖๙", "วันที่ ๒๘ ก.ย. ๒๕๖๙"),
        ("ที", "ที่"),
        ("ท นฐ ๐๐๓๓.๓๐๕/", "ที่ นฐ ๐๐๓๓.๓๐๕/"),
        ("เลขที ธท.", "เลขที่ ธท."),
    ],
)
def test_a_label_of_the_head_is_told_as_it_is_spelt_and_that_it_was_changed(
    read: str, meant: str
) -> None:
    found = with_labels(Page(1, (line(read, 0.14, 0.15),))).lines[0]
    assert found.text == meant
    assert found.recognised == read
    assert not found.changes[0].encoding


def test_the_day_of_an_order_stands_at_its_foot() -> None:
    assert texts(with_labels(Page(1, (line("สั่ง ณ วันที", 0.3, 0.7),)))) == ["สั่ง ณ วันที่"]


@pytest.mark.parametrize("text", ["วันทีมงานประชุม", "ทีมงานสำรวจ", "ท้องที่ ๓", "ที่ กษ ๐๓๐๒/๑"])
def test_other_words_stay_as_they_are(text: str) -> None:
    page = Page(1, (line(text, 0.14, 0.15),))
    assert with_labels(page) == page


def test_in_the_text_below_nothing_is_taken_for_a_label() -> None:
    page = Page(1, (line("ที", 0.14, 0.6),))
    assert with_labels(page) == page
