"""The steps of the tables: each has a number of its own, and they follow one another."""

from __future__ import annotations

import importlib
from pathlib import Path

from index import schema
from index.database import HEAD

FILES = sorted(Path(schema.__path__[0], "versions").glob("v*.py"))


def test_each_step_has_a_number_of_its_own_and_follows_the_one_before() -> None:
    steps = [importlib.import_module(f"index.schema.versions.{path.stem}") for path in FILES]
    numbers = [f"{place:04}" for place in range(1, len(steps) + 1)]
    assert [path.stem[1:5] for path in FILES] == numbers
    assert [step.revision for step in steps] == numbers
    assert [step.down_revision for step in steps] == [None, *numbers[:-1]]
    assert numbers[-1] == HEAD
