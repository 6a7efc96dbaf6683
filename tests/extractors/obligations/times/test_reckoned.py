"""The first day of what recurs, reckoned from the month or period that it begins with."""

from __future__ import annotations

from extractors.obligations.times.context import Context
from extractors.obligations.times.reckoned import first_reckoned
from extractors.obligations.times.schedule import find_due_day, find_first_period

_WRITTEN = "2024-02-10"


def test_a_day_of_the_month_before_the_month_to_begin_with() -> None:
    text = "ส่งผลการนับไม่เกินวันที่ ๒๘ เริ่มจากผลการนับเดือนมีนาคม ๒๕๖๗"
    assert find_due_day(text) == 28
    assert first_reckoned(text, "monthly", None, Context(written=_WRITTEN)) == "2024-03-28"


def test_the_report_of_the_past_month_is_due_in_the_month_after_it() -> None:
    text = "ส่งรายงานการใช้น้ำมันของเดือนที่ผ่านมา ภายในวันที่ ๓ ของทุกเดือน เริ่มตั้งแต่รายงานของเดือนมีนาคม ๒๕๖๗"
    march = find_first_period(text, None, _WRITTEN)
    assert first_reckoned(text, "monthly", march, Context(written=_WRITTEN)) == "2024-04-03"


def test_a_month_to_begin_with_needs_no_year() -> None:
    written = Context(written="2024-11-20")
    text = "รายงานยอดคงคลังทุกวันที่ ๗ เริ่มมกราคมนี้"
    assert first_reckoned(text, "monthly", None, written) == "2025-01-07"
    text = "รายงานทุกวันที่ ๒๕ ของเดือน ตั้งแต่เดือนธันวาคมเป็นต้นไป"
    assert first_reckoned(text, "monthly", None, written) == "2024-12-25"
    assert first_reckoned(text, "monthly", None, Context()) is None
    text = "รายงานจำนวนรถทุกวันสิ้นเดือน เริ่มสิ้นเดือนนี้"
    assert first_reckoned(text, "monthly", None, written) == "2024-11-30"


def test_a_month_far_ahead_is_rather_one_of_the_past() -> None:
    text = "รายงานทุกวันที่ ๒๕ ของเดือน ตั้งแต่เดือนตุลาคมเป็นต้นไป"
    assert first_reckoned(text, "monthly", None, Context(written="2024-11-20")) is None
