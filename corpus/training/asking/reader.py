"""Reads what papers ask with whatever rules stand on the path: run in a tree of an older commit.

    python reader.py print_shop.py < papers.json > duties.json

papers.json is a list of {"typed", "text", "kind", "written"}; kind and written null: to be read.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
from typing import Any

from extractors.describe import read_record
from pipeline.models import Document
from pipeline.plain_text import page_from_text
from pipeline.split import split

try:
    from extractors.obligations.rules import read_obligations
except ImportError:  # until 29 November 2026 a module, no folder
    from extractors.obligations import read_obligations  # type: ignore[attr-defined,no-redef]

    # the print shop of today knows the folders
    sys.modules["extractors.text"] = importlib.import_module("extractors")
    sys.modules["extractors.text.segment"] = importlib.import_module("extractors.segment")

Json = dict[str, Any]


def read(paper: Json, shop: Any) -> Json:
    """Kind, date and duties of one paper, those that the rules found."""
    if paper["typed"]:
        document = Document((page_from_text(paper["text"], 1),))
        kind, written = paper["kind"], paper["written"]
    else:
        document = split(shop.pages(paper["text"]))[0]
        record = read_record(document)
        kind, written = record.kind, record.date.value if record.date else None
    # not those of the record: there a judge has cut, told anew or weighed what rules found
    try:
        found = read_obligations(document, kind, written)
    except ValueError as error:  # at one paper the rules before 29 November 2026 stopped
        if str(error) != "empty cut":
            raise
        found = ()
    return {
        "kind": kind,
        "written": written,
        "found": [one.model_dump(mode="json") for one in found],
    }


def main() -> None:
    spec = importlib.util.spec_from_file_location("print_shop", sys.argv[1])
    assert spec and spec.loader
    shop = importlib.util.module_from_spec(spec)
    sys.modules["print_shop"] = shop
    spec.loader.exec_module(shop)
    papers = json.load(sys.stdin)
    json.dump([read(paper, shop) for paper in papers], sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
