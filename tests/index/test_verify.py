"""Every byte, row and index entry against each other."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from extractors.record import Extraction, Record, Source
from index.catalogue import Catalogue
from index.judgements import confirm, reject, withdraw
from index.links.linker import link_documents, relink
from index.links.rows import links_of
from index.verify import verify
from index.whoosh_index import open_index
from pipeline.intake.store import Store, file_sha256
from pipeline.models import SourceFile
from pipeline.plain_text import page_from_text

Codes = Callable[[], list[str]]


@pytest.fixture
def sha256(catalogue: Catalogue, tmp_path: Path, packet: tuple[Record, ...]) -> str:
    """An archive that is in order: the packet with an original of its own."""
    original = tmp_path / "packet.pdf"
    original.write_bytes(b"stands for a scan")
    digest = file_sha256(original)
    source = SourceFile(original, "packet.pdf", digest, "application/pdf", 17)
    Store(tmp_path).put(source)
    said = Source(name="packet.pdf", sha256=digest, media_type="application/pdf", page_count=7)
    pages = [page_from_text(f"หน้า {number}", number) for number in range(1, 8)]
    ids = catalogue.add(source, pages, Extraction(source=said, documents=packet))
    link_documents(catalogue, ids)
    open_index(tmp_path / "index", catalogue).close()
    return digest


@pytest.fixture
def codes(catalogue: Catalogue, tmp_path: Path, sha256: str) -> Codes:
    def found() -> list[str]:
        report = verify(catalogue, Store(tmp_path), tmp_path / "index")
        return [problem.code for problem in report.problems]

    return found


def test_an_archive_in_order(catalogue: Catalogue, tmp_path: Path, sha256: str) -> None:
    seen: list[tuple[int, int]] = []
    report = verify(
        catalogue, Store(tmp_path), tmp_path / "index", lambda done, of: seen.append((done, of))
    )
    assert report.problems == ()
    assert (
        report.checked == 1 + 7 + 1 + 5 + 5 + 5
    )  # original, pages, source, documents, their links, entries
    assert seen == [(1, 1)]


def test_a_flipped_byte(codes: Codes, tmp_path: Path, sha256: str) -> None:
    path = Store(tmp_path).path(sha256)
    path.chmod(0o644)
    path.write_bytes(b"Stands for a scan")
    assert codes() == ["original_bad"]


def test_a_missing_original(codes: Codes, tmp_path: Path, sha256: str) -> None:
    Store(tmp_path).path(sha256).unlink()
    assert codes() == ["original_bad"]


def test_files_that_nobody_put_there(codes: Codes, tmp_path: Path) -> None:
    stray = tmp_path / "stray.pdf"
    stray.write_bytes(b"a scan that was never filed")
    Store(tmp_path).put(SourceFile(stray, "stray.pdf", file_sha256(stray), "application/pdf", 27))
    (tmp_path / "originals" / "notes.txt").write_text("hello")
    assert codes() == ["original_extra", "file_extra"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("DELETE FROM page WHERE number = 6", "page_missing"),
        ("UPDATE page SET content = '{}' WHERE number = 6", "page_damaged"),
        ("UPDATE document SET record = '{}' WHERE ordinal = 2", "record_invalid"),
        ("UPDATE document SET number = '118/2564' WHERE ordinal = 5", "row_differs"),
        ("DELETE FROM citation", "row_differs"),
        ("DELETE FROM index_state WHERE document_id LIKE '%-2'", "row_differs"),
        ("UPDATE obligation SET due_day = 26 WHERE due_day IS NOT NULL", "row_differs"),
        ("UPDATE source SET size = 18", "original_bad"),
        ("UPDATE link SET to_id = 'gone' WHERE slot = 'implements'", "row_orphan"),
        ("UPDATE citation SET document_id = 'gone' WHERE ordinal = 1", "row_orphan"),
    ],
)
def test_a_row_that_was_tampered_with(codes: Codes, tmp_path: Path, change: str, code: str) -> None:
    """By another program, which does not watch over the references."""
    with closing(sqlite3.connect(tmp_path / "catalogue.db")) as other, other:
        other.execute(change)
    assert code in codes()


def test_an_index_that_lags_behind(catalogue: Catalogue, codes: Codes, tmp_path: Path) -> None:
    source = SourceFile(Path("b"), "b.pdf", "cd" * 32, "application/pdf", 1)
    said = Source(name="b.pdf", sha256="cd" * 32, media_type="application/pdf", page_count=1)
    record = Record(pages=(1, 1), kind="other", circular=False, template=False)
    page = page_from_text("ก", 1)
    catalogue.add(source, [page], Extraction(source=said, documents=(record,)))
    assert codes() == ["original_bad", "not_indexed"]


def test_no_index_and_a_damaged_one(codes: Codes, tmp_path: Path) -> None:
    pointer = tmp_path / "index" / "current.json"
    kept = pointer.read_text()
    pointer.unlink()
    assert codes() == ["index_missing"]
    pointer.write_text(kept)
    assert codes() == []


def test_an_index_of_what_is_not_there(catalogue: Catalogue, codes: Codes) -> None:
    with catalogue.writing() as connection:
        connection.execute(text("DELETE FROM link"))
        for table in ("index_state", "citation", "enclosure", "obligation", "report", "title_band"):
            connection.execute(text(f"DELETE FROM {table} WHERE document_id LIKE '%-5'"))
        connection.execute(text("DELETE FROM document WHERE ordinal = 5"))
    assert set(codes()) == {"link_differs", "indexed_extra"}  # what it linked is gone as well


def test_an_index_of_other_words(codes: Codes, tmp_path: Path) -> None:
    """Of an archive that was put back from a copy without its index, say."""
    with closing(sqlite3.connect(tmp_path / "catalogue.db")) as other, other:
        other.execute("UPDATE page SET content = replace(content, 'หน้า 7', 'หน้า 77')")
    assert codes() == ["index_stale"]


def test_an_index_older_than_the_catalogue_is_made_anew(
    catalogue: Catalogue, codes: Codes, tmp_path: Path
) -> None:
    """The catalogue takes the document for indexed; the index was put back from before it."""
    index = tmp_path / "index"
    shutil.copytree(index, tmp_path / "kept")
    original = tmp_path / "b.pdf"
    original.write_bytes(b"b")
    source = SourceFile(original, "b.pdf", file_sha256(original), "application/pdf", 1)
    Store(tmp_path).put(source)
    said = Source(name="b.pdf", sha256=source.sha256, media_type=source.media_type, page_count=1)
    record = Record(pages=(1, 1), kind="other", circular=False, template=False)
    catalogue.add(source, [page_from_text("ก", 1)], Extraction(source=said, documents=(record,)))
    open_index(index, catalogue).close()
    shutil.rmtree(index)
    (tmp_path / "kept").rename(index)
    assert codes() == ["not_indexed"]
    open_index(index, catalogue).close()
    assert codes() == []


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM link WHERE relation = 'implements'",
        "DELETE FROM link",
        "UPDATE link SET certainty = 'exact' WHERE certainty = 'probable'",
        "UPDATE link SET to_id = NULL, certainty = 'unresolved' WHERE relation = 'implements'",
    ],
)
def test_links_taken_away_or_changed(catalogue: Catalogue, codes: Codes, change: str) -> None:
    with catalogue.writing() as connection:
        connection.execute(text(change))
    found = codes()
    assert found and set(found) == {"link_differs"}
    relink(catalogue)
    assert codes() == []


def test_what_persons_said_of_links(catalogue: Catalogue, codes: Codes) -> None:
    (link,) = (one for one in links_of(catalogue, catalogue.ids()) if one.relation == "implements")
    assert link.to_id
    confirm(catalogue, link.from_id, link.slot, "สมหญิง", link.to_id)
    assert codes() == []
    reject(catalogue, link.from_id, link.slot, "สมหญิง")
    assert codes() == []
    withdraw(catalogue, link.from_id, f"{link.slot}!{link.to_id}", "สมหญิง")
    assert codes() == []
    confirm(catalogue, link.from_id, link.slot, "สมหญิง", link.to_id)
    with catalogue.writing() as connection:
        connection.execute(text("UPDATE link SET made_by = 'program' WHERE made_by = 'สมหญิง'"))
    assert set(codes()) == {"judgement_lost", "link_differs"}
