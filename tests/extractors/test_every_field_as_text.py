"""The orders, announcements, minutes and forms of every_field/ typed as text, without places."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.extractors.test_every_field import told
from tests.extractors.test_papers import _unspaced
from tests.extractors.test_signed_as_text import _typed

_FIELDS = ("kind", "number", "date", "issuer", "subject", "sign", "committees", "asked", "duties")


def _papers() -> list[dict[str, Any]]:
    files = sorted(Path(__file__).with_name("every_field").glob("orders_*.toml"))
    return [one for f in files for one in tomllib.loads(f.read_text(encoding="utf-8"))["paper"]]


@pytest.mark.parametrize("paper", _papers(), ids=lambda paper: str(paper["name"]))
def test_paper(paper: dict[str, Any]) -> None:
    found = told(_typed(paper["text"]))
    empty = {"sign": [], "committees": [], "asked": [], "duties": found["duties"]}
    expected = {name: paper.get(name, empty.get(name)) for name in _FIELDS}
    assert _unspaced({name: found[name] for name in _FIELDS}) == _unspaced(expected)
