"""The search benchmark in small: its letters, its questions, and that known items are found."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.search import ours, report
from benchmarks.search.letters import CONFUSED, letters, misread
from benchmarks.search.queries import TYPES, known_items, questions


def test_letters_are_the_same_again_and_are_misread_here_and_there() -> None:
    some = list(letters(40))
    assert some == list(letters(40))
    assert len({one.id for one in some}) == 40
    assert any(one.text != one.read for one in some)
    assert all(one.record.number and one.record.number.value for one in some)


def test_misreading_changes_letters_for_those_they_resemble() -> None:
    text = "กรมการปกครองท้องถิ่น" * 20
    read = misread(random.Random(1), text, 0.05)
    assert read != text
    assert len(text) - len(read) < 20
    assert set(read) <= set(text) | set("".join(CONFUSED))


def test_an_archive_is_asked_and_what_is_known_is_found(tmp_path: Path) -> None:
    made = list(letters(61))
    filed, new = made[:60], made[60]
    built = ours.build(filed, tmp_path)
    assert built["bytes"] > 0
    asked = questions(filed, 2)
    assert [one.type for one in asked] == [type_ for type_ in TYPES for _ in range(2)]
    assert len(ours.ask(tmp_path, asked)) == len(asked)
    items = known_items(filed, 20)
    assert {one.unseen for one in items} == {True, False}
    assert ours.find(tmp_path, items)["mrr"]["unseen"] > 0.8
    assert ours.arrive(tmp_path, new) < 2


def test_the_report_shows_every_engine() -> None:
    times = {"number": {f"{k}_p{p}": 1.0 for k in ("wall", "cpu") for p in (50, 95, 99)}}
    engine = {"built": {"seconds": 1.0, "cpu": 1.0, "bytes": 10}, "times": times}
    known = {"count": 2, "mrr": {"seen": 1.0, "unseen": 0.5}, "missed": []}
    result = {"records": 10, "engines": {"ours": engine, "theirs": engine}, "known_items": known}
    result["findable_after_seconds"] = 0.1
    assert "| number | 1.0 · 1.0 · 1.0 (1.0) | 1.0 · 1.0 · 1.0 (1.0) | 10 |" in report.table(
        [result]
    )
    assert report.plot(result).count("<rect") == 5
