"""One file into the archive: what may go wrong, and what remains in order."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from flows import accession as steps
from flows.accession import accession
from flows.archive import Archive
from index.verify import verify
from pipeline.errors import ArchiveBusy, ToolMissing


@pytest.fixture
def letter(tmp_path: Path, write_letter: Callable[..., Path]) -> Path:
    return write_letter(tmp_path)


def fail_with(error: Exception) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


def test_a_failure_of_the_program_costs_one_file_and_leaves_its_traceback(
    letter: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(steps, "split", fail_with(ZeroDivisionError("oops")))
        result = accession(letter, archive)
    assert result.status == "quarantined"
    assert result.error
    assert result.error.code == "internal_error"
    trace = archive.home.quarantine / f"{result.sha256}.traceback.txt"
    assert "ZeroDivisionError: oops" in trace.read_text()
    assert verify(archive.catalogue, archive.store, archive.home.index).problems == ()
    assert accession(letter, archive).status == "archived", "mended, it is taken after all"


def test_a_spreadsheet_is_taken_in_from_its_original(tmp_path: Path, archive: Archive) -> None:
    """An original has no ending by which a program could tell what it is."""
    book = openpyxl.Workbook()
    book.active.append(["แบบรายงานผลการสำรวจบ่อน้ำ"])
    book.save(tmp_path / "report.xlsx")
    result = accession(tmp_path / "report.xlsx", archive)
    assert (result.status, result.error) == ("archived", None)
    (page,) = archive.catalogue.pages(str(result.sha256))
    assert page.text == "แบบรายงานผลการสำรวจบ่อน้ำ"


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        PermissionError(errno.EACCES, "Permission denied"),
        ToolMissing("no Tesseract"),
    ],
)
def test_a_failure_of_the_machine_stops_the_run_and_quarantines_nothing(
    error: Exception, letter: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "read_pages", fail_with(error))
    with pytest.raises(type(error)):
        accession(letter, archive)
    assert not archive.catalogue.quarantined()


def test_a_file_that_is_gone_leaves_nothing_to_deal_with(tmp_path: Path, archive: Archive) -> None:
    """A person, or a second watcher of the same folder, took it away in the meantime."""
    result = accession(tmp_path / "gone.pdf", archive)
    assert result.error and result.error.code == "not_found"
    assert archive.catalogue.quarantined() == []
    assert list(archive.home.quarantine.iterdir()) == []


def test_a_document_that_cannot_be_indexed_is_archived_and_tried_again(
    letter: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Archive, "open_index", fail_with(RuntimeError("no")))
        result = accession(letter, archive)
    assert result.status == "archived"
    assert result.error
    assert result.error.code == "not_indexed"
    again = accession(letter, archive)
    assert (again.status, again.error) == ("duplicate", None)
    assert verify(archive.catalogue, archive.store, archive.home.index).problems == ()


def test_the_same_file_from_two_threads_is_one_document(letter: Path, archive: Archive) -> None:
    results: list[str] = []
    threads = [
        threading.Thread(target=lambda: results.append(accession(letter, archive).status))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 4
    assert archive.catalogue.count() == 1


def test_only_one_writes_at_a_time(archive: Archive) -> None:
    with archive.writing(), pytest.raises(ArchiveBusy), archive.writing(patience=0.1):
        pass
    with archive.writing(patience=0.1):
        pass
