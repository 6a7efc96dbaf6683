"""What letters ask as rules and judge tell it together, and as the decisions settle it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractors.obligations.judge.judged import read_duties
from pipeline.models import Document
from tests.extractors.test_asking_letters import _FOOT, _HEADS

_SETTLED = Path(__file__).with_name("settled")


def _letters() -> list[dict[str, Any]]:
    books = (tomllib.loads(path.read_text("utf-8")) for path in sorted(_SETTLED.glob("*.toml")))
    return [letter for book in books for letter in book["letter"]]


@pytest.mark.parametrize("letter", _letters(), ids=lambda letter: str(letter["name"]))
def test_what_is_asked_in_the_end(typed: Callable[..., Document], letter: dict[str, Any]) -> None:
    kind = letter.get("kind", "external_letter")
    text = _HEADS[kind] + letter["body"].strip("\n") + _FOOT
    found = read_duties(typed(text), kind, letter["written"]).told
    told = [f"{one.action} {one.frequency or '-'} {one.first_due or '-'}" for one in found]
    assert told == letter["asked"]
