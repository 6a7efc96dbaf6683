"""The synthetic archive is what it says, and its figures fill the report."""

from __future__ import annotations

from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.linking.archive import documents
from benchmarks.linking.measure import ARCHIVES, make, measure
from benchmarks.linking.report import write_report
from index.similarity import on_one_matter


def test_what_is_cited_and_absent_takes_its_number_among_the_others() -> None:
    made = list(islice(documents(3_000, 7), 3_000))
    held = {record.number.value for (_, record), _ in made if record.number}
    cited = [
        (citation.number, target)
        for (_, record), meant in made
        for citation, target in zip(record.citations, meant, strict=True)
    ]
    absent = [number for number, target in cited if target is None]
    assert 0.03 < len(absent) / len(cited) < 0.08
    assert not held.issuperset(absent)
    mistyped = [number for number, target in cited if target is not None and number not in held]
    assert mistyped


@pytest.mark.parametrize(("archive", "offices"), [("lifelike", 300), ("complete", 200)])
def test_a_letter_is_of_the_matter_of_what_it_cites_and_of_a_working_day(
    archive: str, offices: int
) -> None:
    made = list(ARCHIVES[archive](1_500, 7))
    subjects = [record.subject.value for (_, record), _ in made if record.subject]
    pairs = [
        (subjects[place], subjects[target])
        for place, (_, meant) in enumerate(made)
        for target in meant
        if target is not None
    ]
    alike = sum(on_one_matter(one, other) for one, other in pairs) / len(pairs)
    assert 0.6 < alike < 0.8
    far = list(zip(subjects[:500], subjects[-500:], strict=True))
    assert sum(on_one_matter(one, other) for one, other in far) / len(far) < 0.05
    days = {record.date.value for (_, record), _ in made if record.date}
    assert all(date.fromisoformat(day).weekday() < 5 for day in days)
    issuers = {record.issuer.value for (_, record), _ in made if record.issuer}
    assert len(issuers) > offices


def test_numbers_of_a_life_like_archive_have_gaps_and_of_a_complete_one_few() -> None:
    def held(archive: str) -> float:
        """The share of the numbers up to the last that the archive has of its busiest office."""
        numbers: dict[str, set[int]] = {}
        for (_, record), _ in islice(ARCHIVES[archive](2_000, 7), 100):
            if record.number and record.issuer and record.kind == "order":
                running = int(record.number.value.split("/")[0])
                numbers.setdefault(record.issuer.value, set()).add(running)
        return sum(map(len, numbers.values())) / sum(map(max, numbers.values()))

    assert held("complete") > 0.8 > 0.4 > held("lifelike")


@pytest.mark.parametrize("archive", sorted(ARCHIVES))
@pytest.mark.parametrize("sample", [None, 60])
def test_figures_fill_the_report(tmp_path: Path, archive: str, sample: int | None) -> None:
    make(archive, 1_000, 7, tmp_path, first=300)
    figures = measure(tmp_path, sample)
    assert figures["documents"] == 300
    assert figures["linked"] == (sample or 300)
    assert figures["precision_exact"] == figures["recall_true"] == 1.0
    assert figures["recall_offered"] >= figures["recall_mistyped"]
    write_report(tmp_path, [{"archive": archive, "of": 1_000, **figures}])
    assert "| 300 | 1,000 |" in (tmp_path / "results.md").read_text(encoding="utf-8")
