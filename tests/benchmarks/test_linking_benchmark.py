"""The synthetic archive is what it says, and its figures fill the report."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from benchmarks.linking.archive import documents
from benchmarks.linking.measure import make, measure
from benchmarks.linking.report import write_report


def test_what_is_cited_and_absent_takes_its_number_among_the_others() -> None:
    made = list(islice(documents(3_000, 7), 3_000))
    held = {record.number.value for _, record, _ in made if record.number}
    cited = [
        (citation.number, target)
        for _, record, meant in made
        for citation, target in zip(record.citations, meant, strict=True)
    ]
    absent = [number for number, target in cited if target is None]
    assert 0.03 < len(absent) / len(cited) < 0.08
    assert not held.issuperset(absent)
    mistyped = [number for number, target in cited if target is not None and number not in held]
    assert mistyped


@pytest.mark.parametrize("sample", [None, 60])
def test_figures_fill_the_report(tmp_path: Path, sample: int | None) -> None:
    make(300, 7, tmp_path)
    figures = measure(300, tmp_path, sample)
    assert figures["linked"] == (sample or 300)
    assert figures["precision_exact"] == figures["recall_true"] == 1.0
    write_report(tmp_path, [figures])
    assert "| 300 |" in (tmp_path / "results.md").read_text(encoding="utf-8")
