"""The years of the 2500s, as pens write them."""

from __future__ import annotations

from pipeline.pens.years import as_of_now


def test_a_4_for_the_5_of_a_year_is_put_right() -> None:
    assert as_of_now("๑๒ ก.พ. ๒๔๖๖") == "๑๒ ก.พ. ๒๕๖๖"
    assert as_of_now("2468") == "2568"


def test_other_figures_stay() -> None:
    assert as_of_now("๒๔๖") == "๒๔๖"
    assert as_of_now("๑๒๔๖๖") == "๑๒๔๖๖"
    assert as_of_now("๒๔ ก.พ. ๒๕๖๖") == "๒๔ ก.พ. ๒๕๖๖"
