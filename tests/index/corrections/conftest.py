"""The packet, filed as it is read, for persons to correct."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from extractors.describe import describe_all
from extractors.record import Extraction, Source
from index.catalogue import Catalogue
from pipeline.intake.store import Store
from pipeline.models import Page, SourceFile
from pipeline.split import split
from tests.index.corrections.settling import settle


@pytest.fixture
def filed(catalogue: Catalogue, tmp_path: Path, packet_pages: tuple[Page, ...]) -> str:
    """The packet as it is read, filed and linked; the SHA-256 of its file."""
    path = tmp_path / "packet.pdf"
    path.write_bytes(b"packet")
    sha256 = hashlib.sha256(b"packet").hexdigest()
    source = SourceFile(path, "packet.pdf", sha256, "application/pdf", 6)
    Store(tmp_path).put(source)
    said = Source(name="packet.pdf", sha256=sha256, media_type="application/pdf", page_count=7)
    documents = describe_all(split(packet_pages))
    catalogue.add(source, packet_pages, Extraction(source=said, documents=documents))
    settle(catalogue, tmp_path)
    return sha256
