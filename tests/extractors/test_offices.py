"""Number, date, citations, enclosures, contact, stamps and links of papers of many offices.

Each paper is read twice: as plain text, and as an office prints it, with places and wrapped lines.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractors.citations import read_citations
from extractors.contact import read_contact
from extractors.enclosures import read_enclosures
from extractors.letterhead import read_date, read_number
from extractors.receipt import read_receipts
from extractors.weblinks import read_links
from pipeline.models import Document
from tests.extractors.typeset import printed, typed

_EMPTY: dict[str, Any] = {
    "number": None,
    "date": None,
    "cite": [],
    "enc": [],
    "office": None,
    "phones": [],
    "faxes": [],
    "emails": [],
    "officer": None,
    "receipts": [],
    "links": [],
}


def _papers() -> list[dict[str, Any]]:
    folder = Path(__file__).with_name("offices")
    return [
        paper
        for path in sorted(folder.glob("*.toml"))
        for paper in tomllib.loads(path.read_text(encoding="utf-8"))["paper"]
    ]


def told(document: Document) -> dict[str, Any]:
    """What was read, in the short form of the examples."""
    number, date, contact = read_number(document), read_date(document), read_contact(document)
    return {
        "number": number and number.value,
        "date": date and date.value,
        "cite": [f"{one.role[0]}:{one.number}:{one.date}" for one in read_citations(document)],
        "enc": [
            "|".join(filter(None, (one.title, one.quantity))) for one in read_enclosures(document)
        ],
        "office": contact and contact.office,
        "phones": list(contact.phones) if contact else [],
        "faxes": list(contact.faxes) if contact else [],
        "emails": list(contact.emails) if contact else [],
        "officer": contact and contact.officer,
        "receipts": [
            f"{one.office}|{one.number}|{one.date}|{one.time}" for one in read_receipts(document)
        ],
        "links": [link.url for link in read_links(document)],
    }


@pytest.mark.parametrize("form", [typed, printed], ids=["typed", "printed"])
@pytest.mark.parametrize("paper", _papers(), ids=lambda paper: str(paper["name"]))
def test_paper(paper: dict[str, Any], form: Callable[..., Document]) -> None:
    expected = {key: value for key, value in paper.items() if key not in ("name", "text", "stamps")}
    assert told(form(paper["text"], paper.get("stamps", ()))) == {**_EMPTY, **expected}
