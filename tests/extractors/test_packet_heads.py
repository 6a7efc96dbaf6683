"""The packet's text, fed past recognition, gives its heads exactly as they are expected."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.citations import read_citations
from extractors.enclosures import read_enclosures
from extractors.issuer.read import read_issuer
from extractors.kind import is_circular, is_template, read_kind
from extractors.letterhead import read_date, read_number
from extractors.recipients import read_recipients
from extractors.record import Citation, Field
from extractors.subject import read_subject
from extractors.urgency import read_secrecy, read_urgency
from pipeline.models import Document

_EVIDENCE = {"page", "box", "confidence", "note"}


def _plain(field: Field | Citation | None) -> dict[str, Any] | None:
    return None if field is None else field.model_dump(exclude=_EVIDENCE)


@pytest.mark.parametrize("index", range(5))
def test_head_of_each_document(
    index: int, packet_documents: tuple[Document, ...], packet_expected: list[dict[str, Any]]
) -> None:
    document = packet_documents[index]
    read = {
        "kind": read_kind(document),
        "circular": is_circular(document),
        "template": is_template(document),
        "urgency": read_urgency(document),
        "secrecy": read_secrecy(document),
        "number": _plain(read_number(document)),
        "date": _plain(read_date(document)),
        "issuer": _plain(read_issuer(document)),
        "subject": _plain(read_subject(document)),
        "recipients": [_plain(field) for field in read_recipients(document)],
        "citations": [_plain(citation) for citation in read_citations(document)],
        "enclosures": [enclosure.model_dump() for enclosure in read_enclosures(document)],
    }
    assert read == {name: packet_expected[index][name] for name in read}
