"""The data tables of the extractors: tab-separated, `#` before remarks, the heading row first."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "data"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/<name>.tsv` by the names of its columns."""
    text = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    heading = lines[0].split("\t")
    return tuple(dict(zip(heading, line.split("\t"), strict=False)) for line in lines[1:])


def column(name: str, heading: str) -> tuple[str, ...]:
    """One column of `data/<name>.tsv`, top to bottom."""
    return tuple(row[heading] for row in rows(name))
