"""Letters of every day to learn from, whose requests the whole program tells as their authors do.

`ordinary/` holds what fresh authors wrote, set as print, and the tests short letters that try the
decisions about the truth. Nobody has placed their requests: they begin where rules, judge and
decisions together tell them; a letter that is told otherwise is left out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from corpus.training.asking.first_sight import TESTS, Json
from corpus.training.asking.papers import Paper, firsts, short
from extractors.describe import read_record
from extractors.obligations.judge.asked_clauses import cut_clauses, places_of
from extractors.obligations.judge.judged import LETTERS, read_duties
from extractors.obligations.rules import body_of
from extractors.record import Kind
from pipeline.models import Document
from pipeline.plain_text import page_from_text
from pipeline.split import split
from tests.extractors import print_shop
from tests.extractors.test_asking_letters import _FOOT, _HEADS

ORDINARY = Path(__file__).with_name("ordinary")


def from_settled(ordinary: Path = ORDINARY, settled: Path = TESTS / "settled") -> Iterator[Paper]:
    """The letters of both folders; each file is a batch."""
    for file in sorted(ordinary.glob("*.toml")):
        for one in tomllib.loads(file.read_text("utf-8"))["paper"]:
            document = split(print_shop.pages(one["text"]))[0]
            record = read_record(document)
            written = record.date.value if record.date else None
            yield from _placed(f"ordinary/{file.stem}", one, document, record.kind, written)
    for file in sorted(settled.glob("*.toml")):
        for one in tomllib.loads(file.read_text("utf-8"))["letter"]:
            kind = one.get("kind", "external_letter")
            text = _HEADS[kind] + one["body"].strip("\n") + _FOOT
            document = Document((page_from_text(text, 1),))
            yield from _placed(f"settled/{file.stem}", one, document, kind, one["written"])


def _placed(
    batch: str, one: Json, document: Document, kind: Kind, written: str | None
) -> Iterator[Paper]:
    told = read_duties(document, kind, written).told
    if kind not in LETTERS or sorted(map(short, told)) != sorted(one["asked"]):
        return
    body = body_of(document)
    clauses = cut_clauses(body)
    places = firsts(places_of(told, body, clauses))
    asks = tuple(places.get(place) for place in range(len(clauses)))
    if sum(action is not None for action in asks) == len(told):
        asked = tuple(one["asked"])
        yield Paper(batch, one["name"], body, kind, written, asked, None, clauses, asks)
