"""An archive in a temporary folder, and the packet as it is expected to be read."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from extractors.record import Extraction, Field, Record, Source
from index.catalogue import Catalogue
from pipeline.models import Page, SourceFile
from pipeline.plain_text import page_from_text

PACKET = Path(__file__).parents[2] / "corpus" / "packet"


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new catalogue, made once: the steps of its making take longer than most tests."""
    path = tmp_path_factory.mktemp("empty") / "catalogue.db"
    Catalogue.open(str(path)).close()
    return path


@pytest.fixture
def catalogue(tmp_path: Path, empty: Path) -> Iterator[Catalogue]:
    path = tmp_path / "catalogue.db"
    shutil.copyfile(empty, path)
    with Catalogue.open(str(path)) as opened:
        yield opened


@pytest.fixture(scope="session")
def packet() -> tuple[Record, ...]:
    """The five documents of the packet."""
    text = (PACKET / "expected.json").read_text(encoding="utf-8")
    return Extraction.model_validate(json.loads(text)).documents


@pytest.fixture(scope="session")
def packet_links() -> list[dict[str, Any]]:
    text = (PACKET / "links.expected.json").read_text(encoding="utf-8")
    links: list[dict[str, Any]] = json.loads(text)["links"]
    return links


Put = Callable[..., list[str]]


@pytest.fixture
def put(catalogue: Catalogue) -> Put:
    """File records as one source, on pages of their own or on those given."""

    def file(*records: Record, name: str = "letter.pdf", pages: Sequence[Page] = ()) -> list[str]:
        return file_into(catalogue, *records, name=name, pages=pages)

    return file


@pytest.fixture(scope="session")
def put_into() -> Put:
    """The same, into the catalogue given first."""
    return file_into


def file_into(
    catalogue: Catalogue, *records: Record, name: str = "letter.pdf", pages: Sequence[Page] = ()
) -> list[str]:
    body = json.dumps([name, *(record.model_dump_json() for record in records)])
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    if not pages:
        subjects = {one.pages[0]: one.subject.value for one in records if one.subject}
        last = max(record.pages[1] for record in records)
        pages = [page_from_text(subjects.get(n, ""), n) for n in range(1, last + 1)]
    source = SourceFile(Path(name), name, sha256, "application/pdf", len(body))
    said = Source(name=name, sha256=sha256, media_type="application/pdf", page_count=len(pages))
    return catalogue.add(source, pages, Extraction(source=said, documents=records))


@pytest.fixture(scope="session")
def record() -> Callable[..., Record]:
    """A record with a few fields given as plain values."""

    def make(**fields: Any) -> Record:
        for name in ("number", "date", "issuer", "subject"):
            if isinstance(fields.get(name), str):
                fields[name] = Field(text=fields[name], value=fields[name])
        fields["recipients"] = tuple(
            Field(text=value, value=value) for value in fields.get("recipients", ())
        )
        defaults = {"pages": (1, 1), "kind": "external_letter", "circular": False}
        return Record(**{**defaults, "template": False, **fields})

    return make
