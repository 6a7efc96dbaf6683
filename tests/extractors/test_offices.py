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


HEAD = "ที่ มท ๐๘๑๐.๗/๑๒\tกรมการปกครอง\n{}\nเรื่อง ตัวอย่าง\nเรียน นายอำเภอ\nด้วยกรม\n"


@pytest.mark.parametrize(
    ("head", "foot", "day", "doubt"),
    [
        ("๑ มีนาคม ๒๕๖๖", "", "2023-03-01", None),
        ("๑ มีนาคม ๒๕๖๖\n๗ มีนาคม ๒๕๖๖", "", "2023-03-01", "other dates stand alone"),
        ("ถนนหลัก", "๙ มีนาคม ๒๕๖๖", "2023-03-09", "may be another's"),
    ],
)
def test_a_date_with_thin_evidence_is_doubted(
    head: str, foot: str, day: str, doubt: str | None
) -> None:
    closing = f"ขอแสดงความนับถือ\n(นายเอก มั่นคง)\nนายอำเภอปัว\n{foot}"
    date = read_date(typed(HEAD.format(head) + closing))
    assert date is not None and date.value == day and date.confidence is not None
    assert (date.note is None) if doubt is None else (doubt in (date.note or ""))
    assert (date.confidence > 0.5) is (doubt is None)


def test_a_number_of_an_unknown_form_is_doubted() -> None:
    text = HEAD.format("๑ มีนาคม ๒๕๖๖").replace("มท ๐๘๑๐.๗/๑๒", "สภ.๐๑/๐๙/๐๔๔๒")
    number = read_number(typed(text))
    assert number is not None and number.value == "สภ.01/09/0442"
    assert number.note and "compare it with the page" in number.note
    assert number.confidence == 0.5


@pytest.mark.parametrize("form", [typed, printed], ids=["typed", "printed"])
@pytest.mark.parametrize("paper", _papers(), ids=lambda paper: str(paper["name"]))
def test_paper(paper: dict[str, Any], form: Callable[..., Document]) -> None:
    expected = {key: value for key, value in paper.items() if key not in ("name", "text", "stamps")}
    assert told(form(paper["text"], paper.get("stamps", ()))) == {**_EMPTY, **expected}
