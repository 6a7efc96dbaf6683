"""Papers of many offices with every field of their heads and feet, as print with its places.

Each file is a batch that was written before the rules saw it. Spaces are not compared, as nobody
can tell whether one was meant where a line breaks.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractors.describe import read_record
from pipeline.models import Document
from pipeline.split import split
from tests.extractors.print_shop import pages
from tests.extractors.test_offices import told as told_of_office
from tests.extractors.test_papers import _told as told_of_paper
from tests.extractors.test_papers import _unspaced

_EMPTY: dict[str, Any] = {
    **{"number": None, "date": None, "circular": False, "template": False, "urgency": None},
    **{"secrecy": None, "issuer": None, "subject": None, "recipients": [], "sign": []},
    **{"committees": [], "cite": [], "enc": [], "office": None, "phones": [], "faxes": []},
    **{"emails": [], "officer": None, "receipts": [], "links": []},
}


def whole_papers() -> list[dict[str, Any]]:
    files = sorted(Path(__file__).with_name("whole").glob("*.toml"))
    read = [tomllib.loads(file.read_text(encoding="utf-8"))["paper"] for file in files]
    return [{**paper, "name": paper["name"]} for papers in read for paper in papers]


def told(document: Document) -> dict[str, Any]:
    """All that was read, in the short form of the papers."""
    return {**told_of_paper(read_record(document)), **told_of_office(document)}


@pytest.mark.parametrize("paper", whole_papers(), ids=lambda paper: str(paper["name"]))
def test_paper(paper: dict[str, Any]) -> None:
    (document,) = split(pages(paper["text"]))
    expected = {key: value for key, value in paper.items() if key not in ("name", "text")}
    assert _unspaced(told(document)) == _unspaced({**_EMPTY, **expected})
