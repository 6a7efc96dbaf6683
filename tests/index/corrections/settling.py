"""What follows an act at the review desk, and the proof that all is whole after it."""

from __future__ import annotations

from pathlib import Path

from index.catalogue import Catalogue
from index.corrections.hearing import hear_witnesses
from index.links.linker import link_documents, unlinked
from index.received import number_received
from index.verify import verify
from index.whoosh_index import open_index
from pipeline.intake.store import Store


def settle(catalogue: Catalogue, home: Path) -> None:
    """What `flows.accession.complete` does after an act; then all must be whole."""
    hear_witnesses(catalogue, unlinked(catalogue))
    open_index(home / "index", catalogue).close()
    link_documents(catalogue, unlinked(catalogue))
    number_received(catalogue)
    assert verify(catalogue, Store(home), home / "index").problems == ()
