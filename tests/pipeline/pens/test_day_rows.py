"""The day of a form, filled in piece by piece in another ink."""

from __future__ import annotations

from pipeline.models import Page
from pipeline.pens.day_rows import with_day_rows
from tests.pipeline.pens.test_pressed_lines import line, stamp, texts


def test_labels_in_print_and_entries_in_ink_are_one_line() -> None:
    labels = (line("วันที่", 0.5, 0.15), line("เดือน", 0.58, 0.15), line("พ.ศ.", 0.72, 0.15))
    page = Page(1, labels, stamps=(stamp("มกราคม", 0.63, 0.15), stamp("๒๕๖๘", 0.78, 0.151)))
    found = with_day_rows(page)
    assert texts(found) == ["วันที่ เดือน มกราคม พ.ศ. ๒๕๖๘"]  # whose day a pen's reader looks for
    assert [one.candidates[0].text for one in found.lines[0].written] == ["มกราคม", "๒๕๖๘"]
    assert not found.stamps


def test_a_row_that_tells_no_day_stays_as_it_was() -> None:
    page = Page(1, (line("วันที่", 0.5, 0.15), line("เวลา", 0.6, 0.15)))
    assert with_day_rows(page) == page


def test_another_date_far_behind_is_none_of_the_row() -> None:
    labels = (line("วันที่", 0.1, 0.6), line("วันที่", 0.6, 0.6))
    page = Page(1, labels, stamps=(stamp("๗ ก.พ. ๖๖", 0.68, 0.6),))
    assert texts(with_day_rows(page)) == ["วันที่", "วันที่"]  # a whole date is `with_pressed`'s


def test_the_day_may_stand_with_its_label_and_a_letter_of_the_month_be_misread() -> None:
    pieces = [("ประกาศ ณ วันที่ .๓.", 0.2), ("เดือน ตูลาคม", 0.45), ("พ.ศ.", 0.61), ("๒๕๖๘", 0.7)]
    page = Page(1, tuple(line(text, left, 0.15) for text, left in pieces))
    found = with_day_rows(page)
    assert texts(found) == ["ประกาศ ณ วันที่ .๓ เดือน ตุลาคม พ.ศ. ๒๕๖๘"]
    assert [one.as_print for one in found.lines[0].written] == ["๒๕๖๘"]  # never sure on its own


def test_a_year_of_which_a_pen_was_to_write_the_rest_tells_no_day() -> None:
    labels = (line("วันที่", 0.5, 0.15), line("เดือน", 0.58, 0.15), line("พ.ศ. ๒๕..", 0.72, 0.15))
    page = Page(1, labels, stamps=(stamp("มกราคม", 0.63, 0.15),))
    assert with_day_rows(page) == page


def test_the_5_of_a_year_as_a_pen_writes_it_is_no_4() -> None:
    labels = (line("วันที่", 0.5, 0.15), line("เดือน", 0.58, 0.15), line("พ.ศ.", 0.72, 0.15))
    page = Page(1, labels, stamps=(stamp("เมษายน", 0.63, 0.15), stamp("๒๔๖๖.", 0.78, 0.151)))
    found = with_day_rows(page)
    assert texts(found) == ["วันที่ เดือน เมษายน พ.ศ. ๒๕๖๖"]
    assert found.lines[0].written[-1].as_print == "๒๔๖๖."


def test_the_era_of_a_row_may_stand_in_full() -> None:
    labels = (line("ให้ไว้ ณ วันที่", 0.3, 0.6), line("พุทธศักราช", 0.63, 0.6))
    page = Page(1, labels, stamps=(stamp("เมษายน", 0.55, 0.6), stamp("๒๕๖๗", 0.78, 0.601)))
    assert texts(with_day_rows(page)) == ["ให้ไว้ ณ วันที่ เมษายน พุทธศักราช ๒๕๖๗"]
