"""What the rules found on papers before any rule had seen them.

On papers that rules were written on they find everything, and a judge taught on those would learn
that a clause without a rule's duty never asks. So each batch of papers is read with the rules of
the commit before the one that brought it. This needs the whole history of the repository.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tarfile
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.extractors.test_asking_letters import _FOOT, _HEADS

ROOT = Path(__file__).parents[3]
WORK = ROOT / "corpus" / "training" / "work" / "asking"
TESTS = ROOT / "tests" / "extractors"
PAPERS = Path(__file__).with_name("papers")
# Papers that the tests took over from papers/ stand there with all of their batch.
FOLDERS = (PAPERS, TESTS / "every_field", TESTS / "asking")
READER = Path(__file__).with_name("reader.py")

Json = dict[str, Any]


@dataclass(frozen=True)
class Seen:
    """A paper, what it asks ("action frequency first_due"), and what the rules found at first sight
    and now. `typed`: its text is a paragraph a line, else it is set as print."""

    batch: str
    name: str
    typed: bool
    text: str
    kind: str
    written: str | None
    asked: tuple[str, ...]
    first: tuple[Json, ...]
    now: tuple[Json, ...]


def seen(kept: Sequence[Seen] = ()) -> list[Seen]:
    """All papers of tests/extractors/every_field and asking, and of papers/ here; what old rules
    found in those that are `kept` is not read again. Raises CalledProcessError if git does not have
    the history."""
    told = {one.name: one for one in kept}
    papers: list[tuple[str, Json]] = []
    unread: dict[str, list[Json]] = defaultdict(list)
    for file in (one for folder in FOLDERS for one in sorted(folder.glob("*.toml"))):
        batch = f"{file.parent.name}/{file.stem}"
        names = {paper["name"] for _, paper in papers}
        mine = [paper for paper in papers_of(file) if paper["name"] not in names]
        papers += [(batch, paper) for paper in mine]
        if new := [paper for paper in mine if not _is_kept(told.get(paper["name"]), paper)]:
            unread[_before(file)] += new
    first = {
        paper["name"]: then["found"]
        for commit, some in unread.items()
        for paper, then in zip(some, _read(some, _tree(commit)), strict=True)
    }
    now = _read([paper for _, paper in papers], ROOT)
    return [
        Seen(
            batch,
            paper["name"],
            paper["typed"],
            paper["text"],
            today["kind"],
            today["written"],
            tuple(paper["asked"]),
            tuple(first[paper["name"]]) if paper["name"] in first else told[paper["name"]].first,
            tuple(today["found"]),
        )
        for (batch, paper), today in zip(papers, now, strict=True)
    ]


def _is_kept(known: Seen | None, paper: Json) -> bool:
    return known is not None and known.text == paper["text"]


def _before(file: Path) -> str:
    """The commit whose rules had not seen a batch."""
    rows = (PAPERS / "read_with.tsv").read_text("utf-8").splitlines()
    told = dict(row.split("\t") for row in rows if not row.startswith("#"))
    if file.stem in told:
        return told[file.stem]
    added = _git("log", "--diff-filter=A", "--format=%H", "--", str(file.relative_to(ROOT)))
    return f"{added.split()[-1]}^"


def papers_of(file: Path) -> Iterator[Json]:
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    for one in told.get("paper", []):
        head = {"name": one["name"], "asked": one.get("asked", []), "text": one["text"]}
        yield {**head, "typed": False, "kind": None, "written": None}
    for one in told.get("letter", []):
        kind = one.get("kind", "external_letter")
        text = _HEADS[kind] + one["body"].strip("\n") + ("" if kind == "form" else _FOOT)
        head = {"name": one["name"], "asked": one["asked"], "text": text.strip("\n")}
        yield {**head, "typed": True, "kind": kind, "written": one.get("written", "2024-02-10")}


def _tree(commit: str) -> Path:
    """The program of a commit, unpacked."""
    sha = _git("rev-parse", commit)
    folder = WORK / sha
    if not folder.exists():
        packed = subprocess.run(
            ["git", "archive", sha, "extractors", "pipeline"],
            cwd=ROOT,
            check=True,
            capture_output=True,
        ).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
    return folder


def _read(papers: list[Json], tree: Path) -> list[Json]:
    """The papers as the rules of a tree read them."""
    told = subprocess.run(
        [sys.executable, str(READER), str(TESTS / "print_shop.py")],
        input=json.dumps(papers),
        env={**os.environ, "PYTHONPATH": str(tree)},
        cwd=tree,
        text=True,
        check=True,
        stdout=subprocess.PIPE,
    )
    found: list[Json] = json.loads(told.stdout)
    return found


def _git(*words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()
