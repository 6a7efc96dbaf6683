"""The committees and signers of the papers in signed/, typed as text: tabs, and no places."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.describe import read_record
from pipeline.models import Document
from pipeline.plain_text import page_from_text
from tests.extractors.test_papers import _told, _unspaced
from tests.extractors.test_signed_papers import read

# what only places tell: two in the right half, a post below and right of its name, a wrapped post
_BY_PLACE = (
    "memo whose superior approves in the right half",
    "national park order, the members' posts",
    "health volunteer project memo: approvals in a box",
)
_PAPERS = [one for one in read("paper") if not one["name"].startswith(_BY_PLACE)]


def _typed(text: str) -> Document:
    """The paper without the print shop's signs; a ruled row's cells are parted by tabs."""
    rows = [row for row in text.strip("\n").splitlines() if row[:1] != "@"]
    pages = "\n".join(
        "\t".join(cell.strip() for cell in row.strip("|").split("|"))
        if row.startswith("|")
        else row.lstrip("^~>+!")
        for row in rows
    ).split("<<PAGE>>")
    return Document(tuple(page_from_text(page, place) for place, page in enumerate(pages, 1)))


@pytest.mark.parametrize("paper", _PAPERS, ids=lambda paper: str(paper["name"]))
def test_committees_and_signer(paper: dict[str, Any]) -> None:
    told = _told(read_record(_typed(paper["text"])))
    assert _unspaced(told["committees"]) == _unspaced(paper.get("committees", []))
    assert _unspaced(told["sign"]) == _unspaced(paper.get("sign", []))
