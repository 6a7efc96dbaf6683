"""What a perfect reader would read off each built file: tests/contract/extraction.schema.json."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
Truth = dict[str, Any]


def packet_documents() -> list[Truth]:
    """The packet's five documents."""
    expected = json.loads((HERE / "packet" / "expected.json").read_text(encoding="utf-8"))
    documents: list[Truth] = expected["documents"]
    return documents


def write(file: Path, documents: list[Truth], page_count: int) -> Path:
    """Write the truth of a built file beside it: `name.truth.json`."""
    source = {
        "name": file.name,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "media_type": MEDIA_TYPES[file.suffix],
        "page_count": page_count,
    }
    truth = {"schema_version": 1, "source": source, "documents": documents}
    target = file.with_suffix(".truth.json")
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    target.write_text(text + "\n", encoding="utf-8")
    return target


def document(pages: tuple[int, int], kind: str, **fields: Any) -> Truth:
    """A document of the schema: what is not named is absent from it."""
    absent: Truth = {
        "circular": False,
        "template": False,
        "urgency": None,
        "secrecy": None,
        "number": None,
        "date": None,
        "issuer": None,
        "subject": None,
        "recipients": [],
        "citations": [],
        "enclosures": [],
        "signatory": None,
        "contact": None,
        "receipts": [],
        "links": [],
        "committees": [],
        "obligations": [],
        "report": None,
    }
    if unknown := fields.keys() - absent.keys():
        raise ValueError(f"no such fields: {sorted(unknown)}")
    return {"pages": list(pages), "kind": kind, **absent, **fields}
