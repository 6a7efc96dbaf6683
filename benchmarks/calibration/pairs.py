"""What was read, what the extractors knew about it, and whether it was right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.score.cases import Case
from benchmarks.score.compare import compare
from benchmarks.score.fields import Json
from benchmarks.score.readings import reading
from extractors.describe import read_record
from extractors.doubt.carry_over import carried
from extractors.doubt.confidence import (
    CALIBRATED,
    Signals,
    is_handwritten,
    lines_of,
    signals,
    sureness,
    understood,
)
from extractors.doubt.doubts import says_doubt
from pipeline.intake.accept import look_at
from pipeline.models import Page
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
    carried: float = 1.0  # how often its rule finds the right value on a paper never seen


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
                signals(
                    verdict.field, value, _pages(value, found, by_number), _whole(value, found)
                ),
                value["confidence"],
                says_doubt(value.get("note")),
                is_handwritten(value, by_number),
                verdict.handwritten,
                verdict.right,
                f"{verdict.expected and (verdict.expected.get('value') or verdict.expected)}"
                f" / {value.get('value') or value}",
                carried(
                    verdict.field,
                    value,
                    _kind(value, found),
                    lines_of(value, by_number),
                    sureness(value, by_number),
                ),
            )


def _whole(value: Json, documents: Sequence[Json]) -> float:
    """How far the document that the value stands in was understood."""
    document = _document(value, documents)
    return understood(document) if document else 1.0


def _pages(
    value: Json, documents: Sequence[Json], by_number: Mapping[int, Page]
) -> dict[int, Page]:
    """The pages of the document that the value stands in."""
    document = _document(value, documents)
    first, last = document["pages"] if document else (value["page"], value["page"])
    return {number: page for number, page in by_number.items() if first <= number <= last}


def _kind(value: Json, documents: Sequence[Json]) -> str:
    document = _document(value, documents)
    return str(document["kind"]) if document else "other"


def _document(value: Json, documents: Sequence[Json]) -> Json | None:
    """The document that the value stands in."""
    within = (one for one in documents if one["pages"][0] <= value["page"] <= one["pages"][1])
    return next(within, None)
