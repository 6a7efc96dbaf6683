"""How well what was read agrees with the truth, field by field.

    python benchmarks/score.py corpus/built                 # every file beside its .truth.json
    python benchmarks/score.py corpus/built/packet -v       # with each miss

Numbers and dates count only when equal to the letter; words by the similarity of the Levenshtein
distance. Documents are paired by their page range: a document split wrongly scores nothing.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

EXACT = frozenset(
    [
        "kind",
        "circular",
        "template",
        "urgency",
        "secrecy",
        "number",
        "date",
        "time",
        "first_due",
        "due_day",
        "clause",
        "action",
        "frequency",
        "role",
        "order",
        "as_of",
        "start",
        "end",
        "fiscal_year",
        "quarter",
        "quantity",
        "url",
        "from",
        "channels",
        "phones",
        "faxes",
        "format",
    ]
)
EVIDENCE = frozenset({"page", "box", "confidence", "note", "role_text"})
NEAR = 0.95  # words this similar count as right


@dataclass(frozen=True, slots=True)
class Comparison:
    """One value of the truth beside what was read; `similarity` is 0..1."""

    pages: tuple[int, int]
    field: str
    expected: Any
    found: Any
    similarity: float

    @property
    def right(self) -> bool:
        return self.similarity >= (1.0 if _name(self.field) in EXACT else NEAR)


def compare(found: dict[str, Any], truth: dict[str, Any]) -> list[Comparison]:
    """Compare two objects of the extraction schema; one row for each value of the truth."""
    read = {tuple(document["pages"]): document for document in found["documents"]}
    rows = [
        Comparison((1, truth["source"]["page_count"]), "split", len(truth["documents"]), len(read),
                   float(set(read) == {tuple(d["pages"]) for d in truth["documents"]}))
    ]  # fmt: skip
    for document in truth["documents"]:
        pages = (document["pages"][0], document["pages"][1])
        other = read.get(pages, {})
        for field, expected in document.items():
            if field == "pages":
                continue
            for path, value, seen in _pairs(field, expected, other.get(field)):
                rows.append(Comparison(pages, path, value, seen, _similarity(path, value, seen)))
    return rows


def _pairs(path: str, expected: Any, found: Any) -> Iterator[tuple[str, Any, Any]]:
    """Walk both sides together, down to plain values."""
    if isinstance(expected, dict) and "value" in expected:
        # The printed text is judged by its normalised value, as scripts use it.
        yield path, expected["value"], found.get("value") if isinstance(found, dict) else found
    elif isinstance(expected, dict):
        for key, value in expected.items():
            if key not in EVIDENCE:
                other = found.get(key) if isinstance(found, dict) else None
                yield from _pairs(f"{path}.{key}", value, other)
    elif isinstance(expected, list):
        listed = found if isinstance(found, list) else []
        if len(listed) != len(expected) or not expected:
            yield f"{path}.length", len(expected), len(listed)
        for index, value in enumerate(expected):
            yield from _pairs(path, value, listed[index] if index < len(listed) else None)
    else:
        yield path, expected, found


def _similarity(path: str, expected: Any, found: Any) -> float:
    if expected == found:
        return 1.0
    if not isinstance(expected, str) or not isinstance(found, str) or _name(path) in EXACT:
        return 0.0
    if "…" in expected:
        # The truth abbreviates long clauses: each part must stand in what was read.
        parts = [part.strip() for part in expected.split("…") if part.strip()]
        return min(fuzz.partial_ratio(part, found) for part in parts) / 100
    return fuzz.ratio(" ".join(expected.split()), " ".join(found.split())) / 100


def _name(path: str) -> str:
    return path.rsplit(".", 1)[-1]


def main() -> None:
    from flows.reading import read
    from pipeline.accept import look_at

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="print each miss")
    arguments = parser.parse_args()
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for truth_file in sorted(arguments.folder.rglob("*.truth.json")):
        truth = json.loads(truth_file.read_text("utf-8"))
        source = look_at(truth_file.with_name(truth["source"]["name"]))
        rows = compare(read(source).extraction.model_dump(mode="json"), truth)
        right = sum(row.right for row in rows)
        print(f"{truth['source']['name']}: {right} of {len(rows)} values right")
        for row in rows:
            tally[row.field][0] += row.right
            tally[row.field][1] += 1
            if arguments.verbose and not row.right:
                print(f"  {row.pages} {row.field}: {row.expected!r} read as {row.found!r}")
    for field, (right, total) in sorted(tally.items()):
        print(f"{field:40} {right:5} / {total:5}  {right / total:7.1%}")


if __name__ == "__main__":
    main()
