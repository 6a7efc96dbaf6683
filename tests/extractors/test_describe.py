"""What every room says of a document together."""

from __future__ import annotations

import pytest

from extractors.describe import describe
from pipeline.models import Document
from pipeline.plain_text import page_from_text


@pytest.mark.parametrize("text", ["", "1", "-----", "\u0e51"])
def test_a_page_that_says_nothing_is_described_as_nothing(text: str) -> None:
    """The back of a sheet that was scanned too."""
    record = describe(Document((page_from_text(text, 1),)))
    assert (record.kind, record.pages) == ("other", (1, 1))
    assert record.number is None
    assert record.subject is None
