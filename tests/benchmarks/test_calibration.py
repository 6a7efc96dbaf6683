"""Fitting chances, and what the plot says of them."""

from __future__ import annotations

import random

import pytest

from benchmarks.calibration.fit import as_table, fit
from benchmarks.calibration.pairs import Pair
from benchmarks.calibration.reliability import plot
from extractors.doubt.confidence import Signals, chance


def pair(ink: float, form: float, right: bool) -> Pair:
    signals = Signals(ink, ink, form, 1.0, 1.0)
    return Pair("number", "a.pdf", "clean", "rules", signals, 0.9, False, False, False, right, "")


def test_the_map_tells_how_often_values_like_this_are_right() -> None:
    chosen = random.Random(1)
    seen = [pair(2.0, 1.0, chosen.random() < 0.95) for _ in range(400)]
    seen += [pair(0.0, 0.0, chosen.random() < 0.3) for _ in range(400)]
    maps = {"number": fit(seen)}
    assert chance("number", Signals(2.0, 2.0, 1.0, 1.0, 1.0), maps) == pytest.approx(0.95, abs=0.03)
    assert chance("number", Signals(0.0, 0.0, 0.0, 1.0, 1.0), maps) == pytest.approx(0.3, abs=0.06)


def test_worse_ink_never_makes_a_value_surer() -> None:
    misled = [pair(2.0, 1.0, False)] * 50 + [pair(0.0, 1.0, True)] * 50
    assert min(fit(misled).weights) >= 0


def test_without_examples_the_map_is_believable() -> None:
    maps = {"number": fit([])}
    assert chance("number", Signals(3.0, 3.0, 1.0, 1.0, 1.0), maps) > 0.95
    assert chance("number", Signals(0.0, 0.5, 0.0, 1.0, 1.0), maps) < 0.6


def test_the_table_has_a_column_for_each_signal() -> None:
    remark, heading, row = as_table({"number": fit([])}, ["fitted on nothing"]).splitlines()
    assert remark == "# fitted on nothing"
    assert heading.split("\t") == ["field", "constant", *Signals._fields]
    assert len(row.split("\t")) == len(heading.split("\t"))


def test_the_plot_shows_how_many_values_each_point_stands_for() -> None:
    drawn = plot("a title", {"all fields": [(0.95, True)] * 3 + [(0.3, False)]}, 0.6)
    assert "all fields: 3" in drawn and "all fields: 1" in drawn and "(3 of 4 right)" in drawn
