"""The files to score: each with its truth, the level it was scanned at, and its half.

NAME.pdf          what the reader is given
NAME.truth.json   what a perfect reader would answer (the extraction schema)
NAME.text.json    the true lines of its pages with their boxes, for scoring without OCR
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

from pipeline.models import Box, Cell, Code, Line, Page, Stamp, Table

Json = dict[str, Any]

LEVELS = ("clean", "ordinary", "200dpi", "photocopy", "stamp", "lowcontrast")
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
        about = _told(path)
        if about:
            _mark_handwritten(truth, about)
        yield Case(path, truth, _level(path, about), about.get("half", "rules"))


def true_pages(case: Case) -> tuple[Page, ...]:
    """The pages as a perfect recogniser would have read them. Raises FileNotFoundError."""
    return tuple(_page(page) for page in _told(case.path)["pages"])


def _page(told: Json) -> Page:
    number = told["page"]
    lines = _lines(told["lines"], number)
    return Page(
        number=number,
        lines=lines,
        tables=tuple(_table(table, lines, number) for table in told["tables"]),
        stamps=tuple(_stamp(_lines(stamp, number), number) for stamp in told["stamps"] if stamp),
        codes=tuple(Code(number, code["text"], Box(*code["box"])) for code in told["codes"]),
        marks=tuple(line for mark in told["marks"] for line in _lines(mark, number)),
        rotation=-told["turned"] % 360,
    )


def _lines(told: list[Json], page: int) -> tuple[Line, ...]:
    return tuple(
        Line(unicodedata.normalize("NFC", line["text"]), page, Box(*line["box"])) for line in told
    )


def _table(told: Json, lines: tuple[Line, ...], page: int) -> Table:
    rows = tuple(
        tuple(Cell(Box(*cell["box"]), tuple(lines[i] for i in cell["lines"])) for cell in row)
        for row in told["rows"]
    )
    return Table(page, Box(*told["box"]), rows)


def _stamp(lines: tuple[Line, ...], page: int) -> Stamp:
    return Stamp(page, reduce(Box.union, (line.box for line in lines)), lines)


def _told(path: Path) -> Json:
    """What NAME.text.json tells; nothing if there is none."""
    text = path.with_suffix(".text.json")
    told: Json = json.loads(text.read_text("utf-8")) if text.exists() else {}
    return told


def _level(path: Path, about: Json) -> str:
    """As NAME.text.json tells it, else by the end of the file's name or by a folder above it."""
    if level := about.get("level"):
        return str(level)
    if path.suffix == ".docx":
        return "word"
    parts = (path.stem.rsplit("-", 1)[-1], *(folder.name for folder in path.parents))
    return next((part for part in parts if part in LEVELS), "mixed")


def _mark_handwritten(truth: Json, about: Json) -> None:
    """Note of each document which of its fields a pen or a dater wrote, in part or whole."""
    for document in truth["documents"]:
        first, last = document["pages"]
        written = [
            re.sub(r"\s+", "", line["text"])
            for page in about["pages"][first - 1 : last]
            for lines in (page["lines"], *page["stamps"], *page["marks"])
            for line in lines
            if line["hand"]
        ]
        document["handwritten"] = [
            field
            for field in ("number", "date")
            if (value := document[field])
            and any(re.sub(r"\s+", "", value["text"]) in line for line in written)
        ]
        if any(
            line["hand"] for page in about["pages"] for stamp in page["stamps"] for line in stamp
        ):
            document["handwritten"].append("receipts")
