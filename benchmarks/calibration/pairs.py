"""What was read, what the extractors knew about it, and whether it was right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.score.cases import Case
from benchmarks.score.compare import compare
from benchmarks.score.fields import Json
from benchmarks.score.readings import reading
from extractors.confidence import CALIBRATED, Signals, is_handwritten, signals, understood
from extractors.describe import read_record
from pipeline.accept import look_at
from pipeline.split import split


@dataclass(frozen=True)
class Pair:
    """One value that was read. `ink` is the confidence before calibration."""

    field: str
    file: str
    level: str
    half: str
    signals: Signals
    ink: float
    noted: bool
    handwritten: bool  # as far as the reader could see
    by_hand: bool  # as the truth says
    right: bool
    shown: str


def pairs(cases: Iterable[Case], stale: bool = False) -> Iterator[Pair]:
    """Every value of the cases that carries a confidence."""
    for case in cases:
        pages = reading(look_at(case.path), stale=stale).pages
        by_number = {page.number: page for page in pages}
        found = [read_record(document).model_dump(mode="json") for document in split(pages)]
        for verdict in compare(found, case.truth["documents"], case.whole):
            value = verdict.found
            if verdict.field not in CALIBRATED or value is None:
                continue
            if value.get("confidence") is None:
                continue
            yield Pair(
                verdict.field,
                case.name,
                case.level,
                case.half,
                signals(verdict.field, value, by_number, _whole(value, found)),
                value["confidence"],
                bool(value.get("note")),
                is_handwritten(value, by_number),
                verdict.handwritten,
                verdict.right,
                f"{verdict.expected and (verdict.expected.get('value') or verdict.expected)}"
                f" / {value.get('value') or value}",
            )


def _whole(value: Json, documents: Sequence[Json]) -> float:
    """How far the document that the value stands in was understood."""
    return next(
        (
            understood(document)
            for document in documents
            if document["pages"][0] <= value["page"] <= document["pages"][1]
        ),
        1.0,
    )
