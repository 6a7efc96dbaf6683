"""Papers of many offices with every field, what they ask and what their committees do among them.

Each file is a batch that was written before the rules saw it, in the form of `whole/`, and besides
    asked    what the paper asks, "action frequency first_due", as in `asking/`; absent: nothing
    duties   one list per committee; absent: not recorded
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractors.describe import read_record
from extractors.obligations.rules import read_obligations
from pipeline.models import Document
from pipeline.split import split
from pipeline.thai_digits import arabic
from tests.extractors.print_shop import pages
from tests.extractors.test_papers import _unspaced
from tests.extractors.test_whole_papers import _EMPTY
from tests.extractors.test_whole_papers import told as told_of_whole


def _papers() -> list[dict[str, Any]]:
    files = sorted(Path(__file__).with_name("every_field").glob("*.toml"))
    return [one for f in files for one in tomllib.loads(f.read_text(encoding="utf-8"))["paper"]]


def told(document: Document) -> dict[str, Any]:
    """All that was read, in the short form of the papers."""
    record = read_record(document)
    contact = record.contact
    return {
        **told_of_whole(document),
        "office": contact and contact.office,
        "phones": list(contact.phones) if contact else [],
        "faxes": list(contact.faxes) if contact else [],
        "emails": list(contact.emails) if contact else [],
        "officer": contact and contact.officer,
        "asked": [  # by rules alone: the judge is tried by itself
            f"{one.action} {one.frequency or '-'} {one.first_due or '-'}"
            for one in read_obligations(
                document, record.kind, record.date.value if record.date else None
            )
        ],
        "duties": [[arabic(duty) for duty in one.duties] for one in record.committees],
    }


@pytest.mark.parametrize("paper", _papers(), ids=lambda paper: str(paper["name"]))
def test_paper(paper: dict[str, Any]) -> None:
    (document,) = split(pages(paper["text"]))
    found = told(document)
    unrecorded = {} if "duties" in paper else {"duties": found["duties"]}
    expected = {k: v for k, v in paper.items() if k not in ("name", "text", "more")}
    assert _unspaced(found) == _unspaced({**_EMPTY, "asked": [], **unrecorded, **expected})
