"""Whole documents, every field, over the kinds of the regulation on correspondence; all made up."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractors.describe import read_record
from extractors.record import Record
from pipeline.models import Document
from pipeline.plain_text import page_from_text
from pipeline.split import split

_EMPTY: dict[str, Any] = {
    "kind": "external_letter",
    "number": None,
    "date": None,
    "issuer": None,
    "subject": None,
    "recipients": [],
    "circular": False,
    "template": False,
    "urgency": None,
    "secrecy": None,
    "sign": [],
    "enc": [],
    "cite": [],
    "office": None,
    "phones": [],
    "faxes": [],
    "emails": [],
    "officer": None,
    "receipts": [],
    "links": [],
}


def _letters() -> list[dict[str, Any]]:
    path = Path(__file__).with_name("letters.toml")
    return list(tomllib.loads(path.read_text(encoding="utf-8"))["letter"])


def _read(text: str) -> tuple[Document, ...]:
    pages = [page_from_text(page, n) for n, page in enumerate(text.split("<<PAGE>>"), 1)]
    return split(pages)


def _told(record: Record) -> dict[str, Any]:
    """The record in the short form of the examples."""
    fields = {name: getattr(record, name) for name in ("number", "date", "issuer", "subject")}
    signed, contact = record.signatory, record.contact
    sign = [signed.name, signed.position, signed.acting_for] if signed else []
    while sign and sign[-1] is None:
        sign.pop()
    return {
        **{name: field and field.value for name, field in fields.items()},
        **{name: getattr(record, name) for name in ("kind", "circular", "template")},
        **{name: getattr(record, name) for name in ("urgency", "secrecy")},
        "recipients": [field.value for field in record.recipients],
        "sign": [part or "" for part in sign],
        "enc": ["|".join(filter(None, (one.title, one.quantity))) for one in record.enclosures],
        "cite": [
            f"{one.role[0]}:{one.kind}:{one.issuer}:{one.number}:{one.date}"
            for one in record.citations
        ],
        "office": contact and contact.office,
        "phones": list(contact.phones) if contact else [],
        "faxes": list(contact.faxes) if contact else [],
        "emails": list(contact.emails) if contact else [],
        "officer": contact and contact.officer,
        "receipts": [f"{one.office}|{one.number}|{one.date}|{one.time}" for one in record.receipts],
        "links": [link.url for link in record.links],
    }


@pytest.mark.parametrize("letter", _letters(), ids=lambda letter: str(letter["name"]))
def test_letter(letter: dict[str, Any]) -> None:
    documents = _read(letter["text"].strip("\n"))
    assert len(documents) == 1
    expected = {key: value for key, value in letter.items() if key not in ("name", "text")}
    assert _told(read_record(documents[0])) == {**_EMPTY, **expected}


def test_pages_put_in_order_are_said_with_the_first_field() -> None:
    first = "ที่ ยธ ๐๗๐๑/๕\tกรมคุมประพฤติ\n๒ มกราคม ๒๕๖๖\nเรื่อง ส่งแผน\nเรียน อธิบดี\nด้วยกรมขอส่งแผน"
    last = "- ๓ -\nจึงเรียนมาเพื่อทราบ\nขอแสดงความนับถือ\n(นายสมมุติ ใจงาม)\nอธิบดี"
    (document,) = _read(f"{first}<<PAGE>>{last}<<PAGE>>- ๒ -\nรายละเอียดมีดังนี้")
    record = read_record(document)
    assert record.pages == (1, 3)
    assert record.signatory is not None and record.signatory.name == "นายสมมุติ ใจงาม"
    assert record.subject is not None and record.subject.note is not None
    assert "put in the order of their page numbers" in record.subject.note


@pytest.mark.parametrize(
    ("printed", "doubt"),
    [
        ("ที่ มท ๐๘๑๐.๗/12", "Thai and Arabic digits"),
        ("ที่ มท ๐๘๑๐.๗/", "running number"),
        ("ที่ มท ๐๘๑๐.๗", "no slash"),
        ("ที่ กฮ ๐๘๑๐.๗/๑๒", "in no list"),
        ("ที่ มท ๐๘๑๐๗/๑๒", "five figures"),  # the point before ๗ was not read
        ("ที่ ชม ๐๐๓๒๑/๑๒", "five figures"),
        ("ที่ ชม ๕๓๘๐๓/๑๒", None),  # a local body of the province
        ("ที่ ศธ ๐๔๐๕๖/๑๒", None),
        ("ที่ มท ๐๘๑๐.๗/๑๒", None),
    ],
)
def test_a_doubtful_number_says_why_and_is_not_sure(printed: str, doubt: str | None) -> None:
    text = f"{printed}\tกรมการปกครอง\n๑ มีนาคม ๒๕๖๖\nเรื่อง ตัวอย่าง\nเรียน นายอำเภอ\nด้วยกรม"
    number = read_record(_read(text)[0]).number
    assert number is not None and number.confidence is not None
    assert (number.note is None) if doubt is None else (doubt in (number.note or ""))
    assert (number.confidence > 0.5) is (doubt is None)


def test_a_date_that_cannot_be_shows_doubt() -> None:
    text = "คำสั่งอำเภอปัว\nที่ ๑/๒๕๖๗\nเรื่อง ตัวอย่าง\nด้วยอำเภอ\nสั่ง ณ วันที่ ๓๑ กุมภาพันธ์ พ.ศ. ๒๕๖๗"
    date = read_record(_read(text)[0]).date
    assert date is not None and date.value == "2024-02" and date.text.startswith("๓๑")
    assert date.note is not None and "no such day" in date.note
    assert date.confidence is not None and date.confidence < 0.5
