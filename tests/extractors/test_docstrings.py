"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest


@pytest.mark.parametrize(
    "name", ["text.keywords", "text.offices", "text.segment", "number", "dates"]
)
def test_examples(name: str) -> None:
    result = doctest.testmod(import_module(f"extractors.{name}"))
    assert result.attempted and not result.failed
