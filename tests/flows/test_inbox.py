"""What lies in an inbox: what is taken, when, in which order, and what may leave it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from flows import inbox
from flows.accession import ErrorTold, IngestResult, accession
from flows.archive import Archive
from flows.inbox import Inbox, being_written, files_in, refuse_archive
from pipeline.errors import BadOption
from pipeline.home import Home
from pipeline.intake.store import file_sha256

HOME = Home(Path("/nowhere/archive"))


def touch(path: Path, age: int = 0, content: bytes = b"x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (1_600_000_000 - age, 1_600_000_000 - age))
    return path


def test_folders_are_walked_and_litter_is_passed_over(tmp_path: Path) -> None:
    for name in ("b.pdf", "a/z.pdf", "~$b.docx", ".DS_Store", "c.pdf.part", "@eaDir/b.jpg"):
        touch(tmp_path / name)
    found = [path.relative_to(tmp_path).as_posix() for path in files_in(tmp_path, HOME)]
    assert found == ["a/z.pdf", "b.pdf"]


def test_a_loop_of_links_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    assert list(files_in(tmp_path, HOME)) == [tmp_path / "loop"]


def test_files_are_ready_after_rest_in_the_order_they_came(tmp_path: Path) -> None:
    late, early = touch(tmp_path / "a.pdf", age=1), touch(tmp_path / "b.pdf", age=9)
    inbox = Inbox(tmp_path, HOME, settle=0)
    assert inbox.ready() == ([early, late], False)


def test_a_growing_file_is_waited_for(tmp_path: Path) -> None:
    file = touch(tmp_path / "scan.pdf")
    inbox = Inbox(tmp_path, HOME, settle=3600)
    assert inbox.ready() == ([], True)
    inbox.settle = 0
    touch(file, content=b"more")  # it grew since
    assert inbox.ready() == ([file], False)


def test_a_file_open_for_writing_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    with path.open("wb"):
        assert being_written(path)
        assert Inbox(tmp_path, HOME, settle=0).ready() == ([], True)
    assert not being_written(path)


def result(status: str, sha256: str | None, file: Path) -> IngestResult:
    error = ErrorTold("empty", "…") if status == "quarantined" else None
    return IngestResult(str(file), sha256, status, (), error)  # type: ignore[arg-type]


@pytest.mark.parametrize("content", [b"", b"MZ a program", b"%PDF-1.4 cut off"])
def test_a_refused_file_leaves_when_quarantine_holds_it(
    tmp_path: Path, archive: Archive, content: bytes
) -> None:
    file = touch(tmp_path / "inbox" / "bad.pdf", content=content)
    inbox = Inbox(file.parent, archive.home, settle=0)
    refused = accession(file, archive)
    assert refused.status == "quarantined"
    assert refused.sha256
    inbox.release(file, refused, archive)
    assert not file.exists()
    assert (archive.home.quarantine / refused.sha256).read_bytes() == content


def test_a_file_whose_bytes_are_nowhere_safe_stays_and_is_not_taken_again(
    tmp_path: Path, archive: Archive
) -> None:
    folder = tmp_path / "inbox"
    file = touch(folder / "letter.pdf")
    inbox = Inbox(folder, archive.home, settle=0)
    inbox.release(file, result("archived", "0" * 64, file), archive)
    assert file.exists()
    assert inbox.ready() == ([], False)
    touch(file, content=b"changed")
    assert inbox.ready() == ([file], False)


def test_a_file_that_changed_while_it_was_read_is_taken_again(
    tmp_path: Path, archive: Archive
) -> None:
    file = touch(tmp_path / "inbox" / "scan.pdf")
    inbox = Inbox(file.parent, archive.home, settle=0)
    sha256 = file_sha256(file)
    touch(archive.home.quarantine / sha256)
    changed = IngestResult(str(file), sha256, "quarantined", (), ErrorTold("changing", "…"))
    inbox.release(file, changed, archive)
    assert inbox.ready() == ([file], False)


def test_what_takes_the_place_of_a_file_while_it_is_compared_stays_and_is_taken(
    tmp_path: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scanner that calls every file scan.pdf writes the next one as soon as it has it."""
    file = touch(tmp_path / "inbox" / "scan.pdf", content=b"not a letter")
    folder = Inbox(file.parent, archive.home, settle=0)
    assert folder.ready() == ([file], False)
    done = accession(file, archive)

    def hashed_and_replaced(path: Path) -> str:
        found = file_sha256(path)
        if path == file:
            touch(tmp_path / "next.pdf", content=b"the next one").rename(file)
        return found

    with monkeypatch.context() as scanning:
        scanning.setattr(inbox, "file_sha256", hashed_and_replaced)
        folder.release(file, done, archive)
    assert file.read_bytes() == b"the next one"
    assert folder.ready() == ([file], False)


def test_a_link_is_refused_and_its_target_stays(tmp_path: Path, archive: Archive) -> None:
    target = touch(tmp_path / "elsewhere.pdf")
    link = tmp_path / "inbox" / "link.pdf"
    link.parent.mkdir()
    link.symlink_to(target)
    inbox = Inbox(link.parent, archive.home, settle=0)
    refused = accession(link, archive)
    assert refused.error
    assert refused.error.code == "symlink"
    inbox.release(link, refused, archive)
    assert target.exists()
    assert inbox.ready() == ([], False), "it is not refused for ever"


def test_an_archive_below_the_folder_is_never_taken_in_or_away(
    tmp_path: Path, archive: Archive, write_letter: Callable[..., Path]
) -> None:
    letter = write_letter(tmp_path)
    kept = archive.store.path(str(accession(letter, archive).sha256))
    assert list(files_in(tmp_path, archive.home)) == [letter]
    assert Inbox(tmp_path, archive.home, settle=0).ready() == ([letter], False)
    again = accession(kept, archive)
    Inbox(kept.parent, archive.home).release(kept, again, archive)
    assert again.status == "duplicate"
    assert kept.exists()


def test_of_an_archive_only_the_inbox_is_walked(archive: Archive) -> None:
    refuse_archive(archive.home.inbox / "scanner", archive.home)
    refuse_archive(archive.home.root.parent, archive.home)
    for folder in (archive.home.root, archive.home.originals / "84", archive.home.quarantine):
        with pytest.raises(BadOption, match="its inbox is"):
            refuse_archive(folder, archive.home)
