"""Short bodies of letters to learn from, in which their authors marked where a request begins.

    ## letter 2024-05-03
    ด้วย … นั้น {report quarterly 2024-07-10}จึงขอให้ท่านรายงานผล… {appoint once -}และแต่งตั้ง…

The line of ## tells the kind of letter and its day; every further line is a paragraph. A mark in
braces, "action frequency first_due", stands before the first word of what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from corpus.training.asking.papers import Paper
from extractors.obligations.judge.asked_clauses import AskedClause, cut_clauses
from extractors.record import Action, Kind
from extractors.text.clauses import paragraphs
from pipeline.models import Document
from pipeline.plain_text import page_from_text

FOLDER = Path(__file__).with_name("bodies")
_HEAD = re.compile(r"^## (letter|memo|stamped) (\d{4}-\d\d-\d\d)$", re.M)
_MARK = re.compile(r"\{(\w+) ([\w-]+) ([\d-]+)\}")
_KINDS: dict[str, Kind] = {
    "letter": "external_letter",
    "memo": "memo",
    "stamped": "stamped_letter",
}


def from_bodies(folder: Path = FOLDER) -> Iterator[Paper]:
    """All bodies of a folder; each file is a batch. Raises ValueError for what is not marked so."""
    for file in sorted(folder.glob("*.txt")):
        _, *pieces = _HEAD.split(file.read_text("utf-8"))
        blocks = zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True)
        for number, (kind, day, text) in enumerate(blocks, 1):
            yield _paper(file.stem, f"{file.stem} {number}", _KINDS[kind], day, text)


def _paper(batch: str, name: str, kind: Kind, day: str, text: str) -> Paper:
    document = Document((page_from_text(_MARK.sub("", text).strip(), 1),))
    body = paragraphs(document.pages[0].lines, document)
    clauses = cut_clauses(body)
    texts = [one.passage.text for one in body]
    asked: list[str] = []
    asks: dict[int, Action] = {}
    for mark in _MARK.finditer(text):
        action = next((one for one in get_args(Action) if one == mark[1]), None)
        if action is None:
            raise ValueError(f"{name}: no action is called {mark[1]}")
        asked.append(" ".join(mark.groups()))
        before = "".join(_MARK.sub("", text[: mark.start()]).split())
        asks.setdefault(_clause_behind(len(before), clauses, texts), action)
    return Paper(
        f"bodies/{batch}",
        name,
        body,
        kind,
        day,
        tuple(asked),
        None,
        clauses,
        tuple(asks.get(place) for place in range(len(clauses))),
    )


def _clause_behind(letters: int, clauses: Sequence[AskedClause], texts: Sequence[str]) -> int:
    """The clause in which the letter after so many, spaces not counted, stands."""
    gone = [0]
    for text in texts:
        gone.append(gone[-1] + len("".join(text.split())))
    starts = [
        gone[one.place] + len("".join(texts[one.place][: one.start].split())) for one in clauses
    ]
    return max(0, sum(start <= letters for start in starts) - 1)
