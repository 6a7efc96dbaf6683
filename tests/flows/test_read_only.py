"""An archive that may only be read answers, says so and changes nothing; an emptied one is told."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from flows.accession import accession
from flows.archive import Archive
from index.search import search
from pipeline.errors import ArchiveUnusable
from saraban.web.app import create_app

_NOBODY = 65534


@contextmanager
def only_reading(folder: Path) -> Iterator[None]:
    """Take away the right to write in a folder, for root also by being somebody else."""
    paths = [folder, *folder.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    try:
        if root:
            os.seteuid(_NOBODY)
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.fixture
def home(write_letter: Callable[..., Path]) -> Iterator[Path]:
    """A closed archive of one letter, in a folder that everybody may look into."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        home = Path(folder) / "archive"
        with Archive.open(home) as archive:
            letter = write_letter(Path(folder))
            assert accession(letter, archive).status == "archived"
            assert found(archive) == 1
            with TestClient(create_app(archive), base_url="http://localhost") as browser:
                browser.get("/")  # what is imported on first use is not for nobody to read
        yield home


def found(archive: Archive) -> int:
    with archive.open_index() as index:
        return search(archive.catalogue, index, "การทดสอบ").total


def state(home: Path) -> dict[str, bytes]:
    files = (path for path in home.rglob("*") if path.is_file())
    return {str(path.relative_to(home)): path.read_bytes() for path in files}


def test_what_may_only_be_read_is_searched_and_left_as_it_is(home: Path) -> None:
    before = state(home)
    with only_reading(home), Archive.open(home) as archive:
        assert archive.read_only
        assert found(archive) == 1
        with TestClient(create_app(archive), base_url="http://localhost") as browser:
            page = browser.get("/?q=การทดสอบ")
            assert page.status_code == 200
            assert "คลังนี้เปิดอ่านได้อย่างเดียว" in page.text
        with pytest.raises(ArchiveUnusable) as refused:
            archive.catalogue.note_event("looked_at")
        assert refused.value.code == "archive_read_only"
    assert state(home) == before


def test_what_was_written_last_is_seen_where_a_writer_was_stopped(home: Path) -> None:
    """What SQLite had not yet carried over stands in a file beside the catalogue."""
    writer = sqlite3.connect(home / "catalogue.db")
    writer.execute("PRAGMA wal_autocheckpoint=0")
    writer.execute("UPDATE source SET name = 'last.docx'")
    writer.commit()
    copy = home.parent / "copy"
    shutil.copytree(home, copy)
    writer.close()
    with only_reading(copy), Archive.open(copy) as archive:
        assert [one.name for one in archive.catalogue.sources()] == ["last.docx"]


def test_somebody_who_begins_to_write_is_noticed(home: Path) -> None:
    with only_reading(home):
        archive = Archive.open(home)
    with archive, Archive.open(home) as writing:
        writing.catalogue.note_event("looked_at")
        with pytest.raises(ArchiveUnusable, match="open it again"):
            archive.catalogue.count()


def test_an_index_that_would_have_to_be_made_is_refused(home: Path) -> None:
    shutil.rmtree(home / "index")
    (home / "index").mkdir()
    with only_reading(home), Archive.open(home) as archive:
        with pytest.raises(ArchiveUnusable) as refused:
            archive.open_index()
        assert refused.value.code == "archive_read_only"


def test_a_catalogue_of_no_bytes_is_not_taken_for_a_new_one(home: Path) -> None:
    (home / "catalogue.db").write_bytes(b"")
    with pytest.raises(ArchiveUnusable) as refused:
        Archive.open(home)
    assert refused.value.code == "catalogue_lost"
    shutil.rmtree(home / "originals")
    with Archive.open(home) as archive:  # nothing is there that could be lost: a first run stopped
        assert archive.catalogue.count() == 0
