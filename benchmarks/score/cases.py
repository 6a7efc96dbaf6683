"""The files to score: each with its truth, the level it was scanned at, and its half.

NAME.pdf          what the reader is given
NAME.truth.json   what a perfect reader would answer (the extraction schema)
NAME.text.json    the true lines of its pages with their boxes, for scoring without OCR
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.models import Box, Line, Page

Json = dict[str, Any]

LEVELS = ("clean", "ordinary", "200dpi", "photocopy", "stamped", "lowcontrast", "phone", "fax")
HALVES = ("rules", "measure")


@dataclass(frozen=True)
class Case:
    """One file to read. `truth` lacks the keys of what nobody recorded: those are not scored."""

    path: Path
    truth: Json
    level: str
    half: str
    whole: bool = True  # the truth covers every page; else what it does not cover is not scored

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def text_path(self) -> Path:
        return self.path.with_suffix(".text.json")


def cases(folder: Path) -> Iterator[Case]:
    """Every file under the folder that has its truth beside it."""
    for truth_path in sorted(folder.rglob("*.truth.json")):
        truth = json.loads(truth_path.read_text("utf-8"))
        path = truth_path.with_name(truth["source"]["name"])
        yield Case(path, truth, _level(path, truth), _half(path, truth))


def true_pages(case: Case) -> tuple[Page, ...]:
    """The pages as a perfect recogniser would have read them. Raises FileNotFoundError."""
    told = json.loads(case.text_path.read_text("utf-8"))
    return tuple(
        Page(
            number=page["number"],
            lines=tuple(_line(line, page["number"]) for line in page["lines"]),
            aspect=page.get("aspect", 2**-0.5),
        )
        for page in told["pages"]
    )


def _line(line: Json, page: int) -> Line:
    return Line(unicodedata.normalize("NFC", line["text"]), page, Box(*line["box"]))


def _level(path: Path, truth: Json) -> str:
    """Told by the truth, else by the end of the file's name or by a folder above it."""
    if told := truth.get("level"):
        return str(told)
    if path.suffix == ".docx":
        return "word"
    parts = (path.stem.rsplit("-", 1)[-1], *(folder.name for folder in path.parents))
    return next((part for part in parts if part in LEVELS), "mixed")


def _half(path: Path, truth: Json) -> str:
    if told := truth.get("half"):
        return str(told)
    return next((folder.name for folder in path.parents if folder.name in HALVES), "rules")
