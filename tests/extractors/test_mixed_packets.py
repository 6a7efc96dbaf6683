"""Packets of many papers, as print with its places: where each begins and ends.

Each file is a batch that was written before the rules saw it. <<DOC>> begins a document, <<PAGE>>
its next page, <<SHEET>> a sheet that is part of none. A line that begins with *7 stands seven
times, {n} in it being its number.

What lies behind a paper and is no record of its own (a programme, a map, a list) is a <<PAGE>> of
it; behind a form, a report, minutes or another such list it is a <<DOC>>.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.models import Page
from pipeline.split import split
from tests.extractors.print_shop import pages

_MARK = re.compile(r"<<(DOC|PAGE|SHEET)>>\n")
_TIMES = re.compile(r"^\*(?P<times>\d+) (?P<text>.*)$", re.M)
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def packets() -> dict[str, str]:
    files = sorted(Path(__file__).with_name("packets").glob("*.toml"))
    read = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    return {name: packet["text"] for batch in read for name, packet in batch.items()}


def bound(text: str) -> tuple[list[Page], list[tuple[int, int]]]:
    """The pages of a packet, and the first and last page of each document in it."""
    _, *pieces = _MARK.split(text)
    leaves: list[Page] = []
    truth: list[tuple[int, int]] = []
    for number, (mark, print_) in enumerate(zip(pieces[::2], pieces[1::2], strict=True), 1):
        (page,) = pages(_TIMES.sub(_repeated, print_))
        lines = tuple(replace(line, page=number) for line in page.lines)
        tables = tuple(replace(table, page=number) for table in page.tables)
        leaves.append(replace(page, number=number, lines=lines, tables=tables))
        if mark == "DOC":
            truth.append((number, number))
        elif mark == "PAGE":
            truth[-1] = (truth[-1][0], number)
    return leaves, truth


def _repeated(match: re.Match[str]) -> str:
    times = range(1, int(match["times"]) + 1)
    return "\n".join(match["text"].replace("{n}", str(n).translate(_THAI)) for n in times)


@pytest.mark.parametrize("text", packets().values(), ids=packets().keys())
def test_packet(text: str) -> None:
    leaves, truth = bound(text)
    assert [(each.first, each.last) for each in split(leaves)] == truth
