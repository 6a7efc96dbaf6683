"""Papers as varied as a records office sees them, set in print: what each says of itself.

A paper that stands behind another must still be told apart, whatever the other is. Where a line
break falls in a title or a post nobody can tell whether a space was meant: spaces are not compared.
"""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from extractors.describe import read_record
from extractors.record import Record
from pipeline.split import split
from pipeline.thai_digits import arabic
from tests.extractors.print_shop import pages

_TOLD = ("kind", "circular", "template", "urgency", "secrecy", "issuer", "subject")
_EMPTY: dict[str, Any] = {
    **{"circular": False, "template": False, "urgency": None, "secrecy": None},
    **{"issuer": None, "subject": None, "recipients": [], "sign": [], "committees": []},
}


def _papers() -> list[dict[str, Any]]:
    files = sorted(Path(__file__).with_name("papers").glob("*.toml"))
    read = [tomllib.loads(file.read_text(encoding="utf-8"))["paper"] for file in files]
    return [paper for papers in read for paper in papers]


PAPERS = _papers()


def _told(record: Record) -> dict[str, Any]:
    """The record in the short form of the papers."""
    told: dict[str, Any] = {name: getattr(record, name) for name in _TOLD}
    for name in ("issuer", "subject"):
        told[name] = told[name] and told[name].value
    signed = record.signatory
    parts = [signed.name, signed.position, signed.acting_for] if signed else []
    while parts and parts[-1] is None:
        parts.pop()
    return {
        **told,
        "recipients": [field.value for field in record.recipients],
        "sign": [arabic(part or "") for part in parts],
        "committees": [
            [
                arabic(committee.name or ""),
                *(
                    arabic(f"{one.order or '-'}|{one.name or ''}|{one.position or ''}|{one.role}")
                    for one in committee.members
                ),
            ]
            for committee in record.committees
        ],
    }


def _unspaced(told: Any) -> Any:
    if isinstance(told, dict):
        return {key: _unspaced(value) for key, value in told.items()}
    if isinstance(told, list):
        return [_unspaced(value) for value in told]
    return told.replace(" ", "") if isinstance(told, str) else told


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper["name"]))
def test_paper(paper: dict[str, Any]) -> None:
    (document,) = split(pages(paper["text"]))
    expected = {key: value for key, value in paper.items() if key not in ("name", "text")}
    assert _unspaced(_told(read_record(document))) == _unspaced({**_EMPTY, **expected})


@pytest.mark.parametrize("pair", list(pairwise(PAPERS)), ids=lambda pair: str(pair[1]["name"]))
def test_papers_bound_behind_each_other(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    first, second = (len(pages(paper["text"])) for paper in pair)
    documents = split(pages("<<PAGE>>".join(paper["text"] for paper in pair)))
    ranges = [(document.first, document.last) for document in documents]
    assert ranges == [(1, first), (first + 1, first + second)]
