"""Who serves, who signs, what is cited and enclosed, on papers of many offices, as print.

Each file is a batch that was written before the rules saw it: papers with these fields, and
packets with the pages and kinds of their documents. Spaces are not compared, as nobody can tell
whether one was meant where a line breaks.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractors.describe import read_record
from extractors.kind import read_kind
from pipeline.models import Document
from pipeline.split import split
from pipeline.thai_digits import arabic
from tests.extractors.print_shop import pages
from tests.extractors.test_offices import told as told_of_office
from tests.extractors.test_papers import _told as told_of_paper
from tests.extractors.test_papers import _unspaced

_EMPTY: dict[str, Any] = {
    **{"circular": False, "template": False, "number": None, "date": None},
    **{"sign": [], "cite": [], "enc": [], "committees": [], "duties": []},
}
_TOLD = ("kind", *_EMPTY)


def read(name: str) -> list[dict[str, Any]]:
    """The papers, or packets, of all batches."""
    files = sorted(Path(__file__).with_name("signed").glob("*.toml"))
    batches = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    return [
        {"batch": f.stem, **one}
        for f, b in zip(files, batches, strict=True)
        for one in b.get(name, ())
    ]


def told(document: Document) -> dict[str, Any]:
    """What was read, in the short form of the papers."""
    record = read_record(document)
    found = {**told_of_office(document), **told_of_paper(record)}
    duties = [[arabic(duty) for duty in one.duties] for one in record.committees]
    return {name: ({**found, "duties": duties})[name] for name in _TOLD}


@pytest.mark.parametrize("paper", read("paper"), ids=lambda paper: str(paper["name"]))
def test_paper(paper: dict[str, Any]) -> None:
    (document,) = split(pages(paper["text"]))
    expected = {key: value for key, value in paper.items() if key in _TOLD}
    assert _unspaced(told(document)) == _unspaced({**_EMPTY, **expected})


@pytest.mark.parametrize("packet", read("packet"), ids=lambda packet: str(packet["name"]))
def test_packet(packet: dict[str, Any]) -> None:
    documents = split(pages(packet["text"]))
    assert [[one.first, one.last] for one in documents] == packet["pages"]
    assert [read_kind(one) for one in documents] == packet["kinds"]
