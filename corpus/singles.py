"""Single documents of other kinds and offices, so that the sample archive is not one packet."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import pages, truth

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Single:
    """One document: the words its template sets, what is to be read off it, how it is scanned."""

    name: str
    template: str
    made_as: str
    words: dict[str, Any]
    truth: truth.Truth

    @property
    def page(self) -> str:
        """The document as an HTML section."""
        return pages.page(self.template, w=self.words)


def read_singles() -> list[Single]:
    singles = []
    for path in sorted((HERE / "singles").glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        first, last = data["pages"]
        reading = truth.document((first, last), data["kind"], **data["truth"])
        singles.append(Single(path.stem, data["template"], data["made_as"], data["words"], reading))
    return singles
