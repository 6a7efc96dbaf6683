"""What the HTTP API answers, where no floor below has a name for it: described for OpenAPI."""

from __future__ import annotations

from extractors.record import Model, Record, Source
from index.filed import Summary
from pipeline.models import Page


class ErrorTold(Model):
    """An error: a stable code, words for a person, and the documents to choose from."""

    code: str
    message: str
    candidates: tuple[str, ...] | None = None


class ErrorAnswer(Model):
    """The answer to a request that failed."""

    error: ErrorTold


class Shown(Summary):
    """SUMMARY with the whole document and its file."""

    document: Record
    source: Source  # type: ignore[assignment]  # the contract's, which says more


class Registered(Summary):
    """SUMMARY with the names of the fields that a person should compare with the paper."""

    doubts: tuple[str, ...]


class LineAnswer(Model):
    """A line: its box is left, top, right, bottom as fractions of the page."""

    text: str
    box: tuple[float, float, float, float]
    confidence: float


class PageAnswer(Model):
    """A page of a file as it was read; `number` counts from 1."""

    number: int
    text: str
    lines: tuple[LineAnswer, ...]
    notes: tuple[str, ...]


def page_answer(page: Page) -> PageAnswer:
    """A page as the API tells it."""
    return PageAnswer(
        number=page.number,
        text=page.text,
        lines=tuple(
            LineAnswer(text=line.text, box=line.box.as_tuple(), confidence=line.confidence)
            for line in page.lines
        ),
        notes=page.notes,
    )
