"""The search benchmark in small: its letters, its questions, and that known items are found."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from benchmarks.search import ours, report
from benchmarks.search.alike import Fitting, written_subject
from benchmarks.search.letters import CONFUSED, Letter, letters, misread
from benchmarks.search.queries import TYPES, known_items, questions
from extractors.record import Field


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
    found = ours.find(tmp_path, items)
    assert found["mrr"]["apart"] > 0.9
    assert found["missed"] == []  # of the items that measure nobody is shown which were missed
    assert ours.arrive(tmp_path, new) < 2


def test_the_report_shows_every_engine() -> None:
    times = {"number": {f"{k}_p{p}": 1.0 for k in ("wall", "cpu") for p in (50, 95, 99)}}
    engine = {"built": {"seconds": 1.0, "cpu": 1.0, "bytes": 10}, "times": times}
    names = ("all", "apart", "alike")
    known = {"count": dict.fromkeys(names, 2), "mrr": dict.fromkeys(names, 0.5), "missed": []}
    known["best_possible"] = 0.75
    result = {"records": 10, "engines": {"ours": engine, "theirs": engine}, "known_items": known}
    result["findable_after_seconds"] = 0.1
    assert "| number | 1.0 · 1.0 · 1.0 (1.0) | 1.0 · 1.0 · 1.0 (1.0) | 10 |" in report.table(
        [result]
    )
    assert "| fit several letters equally well | 2 | 0.5 | 0.75 |" in report.table([result])
    assert report.plot(result).count("<rect") == 5


def _numbered(letter: Letter, place: int, number: str, subject: str) -> Letter:
    record = letter.record.model_copy(
        update={"kind": "memo", "number": Field(text=number, value=number)}
    )
    text = letter.text.replace(written_subject(letter), subject)
    return replace(letter, place=place, record=record, text=text)


def test_what_fits_several_letters_equally_well_is_told_apart() -> None:
    letter = next(letters(1))
    numbers = ("กข 0012/141", "กข 0012/142", "กข 0012/2", "กข 0012/2")
    subjects = ("การจัดซื้อพัสดุ", "การจัดซื้อพัสดุประจำปี", "การจัดซื้อที่ดิน", "การจัดซื้อพัสดุประจำปี")
    some = [
        _numbered(letter, place, number, subject)
        for place, (number, subject) in enumerate(zip(numbers, subjects, strict=True))
    ]
    fitting = Fitting(some)
    assert fitting.number(some[0], "ที่ กข 0012/141") == 0
    assert fitting.number(some[0], "กข0012/140") == 1  # 141 and 142 are one digit away
    assert fitting.number(some[2], "กข 0012/2") == 1  # of another year, say
    assert fitting.subject(some[0], "subject", "การจัดซื้อพัสดุ") == 0  # no other has no more
    assert fitting.subject(some[1], "subject", "การจัดซื้อพัสดุ") == 2
    assert fitting.subject(some[1], "subject", "การจัดซื้อพัสดุประจำ") == 1
    assert fitting.subject(some[2], "subject", "การจัดซื้อที่") == 0
