"""The packet's text, fed past the recogniser, must give exactly what the packet holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from extractors.describe import describe
from pipeline.models import Box, Code, Document, Page
from pipeline.split import split

_EVIDENCE = ("page", "box", "confidence", "note")
_FIELDS = (
    "pages",
    "kind",
    "circular",
    "template",
    "urgency",
    "secrecy",
    "number",
    "date",
    "issuer",
    "subject",
    "recipients",
    "citations",
    "enclosures",
    "signatory",
    "contact",
    "receipts",
    "committees",
    "report",
)


def values(dumped: Any) -> Any:
    """A dumped record without the places that its values came from."""
    if isinstance(dumped, dict):
        return {key: values(value) for key, value in dumped.items() if key not in _EVIDENCE}
    return [values(item) for item in dumped] if isinstance(dumped, (list, tuple)) else dumped


@pytest.fixture(scope="module")
def records(packet_documents: Sequence[Document]) -> list[dict[str, Any]]:
    return [describe(document).model_dump(mode="json") for document in packet_documents]


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("field", _FIELDS)
def test_field(
    records: list[dict[str, Any]], packet_expected: list[dict[str, Any]], place: int, field: str
) -> None:
    assert values(records[place][field]) == packet_expected[place][field]


@pytest.mark.parametrize("place", range(5))
def test_obligations(
    records: list[dict[str, Any]], packet_expected: list[dict[str, Any]], place: int
) -> None:
    read, expected = values(records[place]["obligations"]), packet_expected[place]["obligations"]
    assert [{**one, "text": ""} for one in read] == [{**one, "text": ""} for one in expected]
    for one, other in zip(read, expected, strict=True):
        pieces = [re.escape(piece.strip()) for piece in other["text"].split("…")]
        assert re.match(r".*?".join(pieces), one["text"]), other["text"]


def test_split(packet_pages: Sequence[Page], packet_expected: list[dict[str, Any]]) -> None:
    documents = split(packet_pages)
    assert [[document.first, document.last] for document in documents] == [
        one["pages"] for one in packet_expected
    ]


def test_code_at_the_end_of_the_circular(packet_pages: Sequence[Page]) -> None:
    code = Code(3, "https://example.org/monitoring-points", Box(0.1, 0.6, 0.2, 0.7))
    circular = Document((packet_pages[1], replace(packet_pages[2], codes=(code,))))
    assert values(describe(circular).model_dump(mode="json")["links"]) == [
        {"url": "https://example.org/monitoring-points", "from": "qr"}
    ]


def test_every_value_shows_its_page(records: list[dict[str, Any]]) -> None:
    """Numbers, dates, members and clauses say which page of the packet they stand on."""
    circular, sample = records[1], records[2]
    assert [clause["page"] for clause in circular["obligations"]] == [2, 2, 3]
    assert {member["page"] for member in sample["committees"][0]["members"]} == {4}
    assert circular["signatory"]["page"] == 3
    assert circular["receipts"][0]["page"] == 2
