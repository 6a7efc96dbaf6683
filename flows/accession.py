"""Taking one file into the archive, step by step. Every step may be repeated without harm.

accept → keep the original → read its pages → split → extract → file in the catalogue → witness
(what letters say of each other's handwritten numbers) → index → link → register (a number in the
received register). A program killed after any step leaves an archive that the next run completes:
the original is kept under its SHA-256 before anything is read, all rows of a file are filed in one
transaction, and the catalogue remembers which documents still have to be indexed and linked.
"""

from __future__ import annotations

import errno
import traceback
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from extractors.record import Extraction
from flows.archive import Archive
from flows.progress import told
from flows.reading import OnPage, extract, read_pages
from index.corrections.hearing import hear_witnesses
from index.links.linker import link_documents, unlinked
from index.received import number_received
from pipeline.errors import FileRefused, SarabanError
from pipeline.intake import accept as door
from pipeline.intake import safe_copy
from pipeline.intake.file_name import display_path
from pipeline.models import Page, SourceFile
from pipeline.split import split

# the machine, not the file, is at fault: disk full, quota, too many files open, memory, bad disk,
# no right to write in the archive (a file that may not be read is refused at the door)
_MACHINE = {
    *(errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EIO),
    *(errno.EACCES, errno.EPERM, errno.EROFS),
}


@dataclass(frozen=True)
class ErrorTold:
    """An error in the JSON: a stable code, and words for a clerk."""

    code: str
    message: str


@dataclass(frozen=True)
class IngestResult:
    """What became of one file; as JSON, a line of `saraban ingest --json`."""

    file: str
    sha256: str | None
    status: Literal["archived", "duplicate", "quarantined"]
    documents: tuple[str, ...] = ()
    error: ErrorTold | None = None

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "documents": list(self.documents)}


def accession(
    path: Path, archive: Archive, workers: int = 2, on_page: OnPage | None = None
) -> IngestResult:
    """Take the file at `path` into the archive; what became of it.

    A file that cannot be taken in is quarantined, and this returns. Raises only what stops the
    whole run: ToolMissing, ArchiveBusy, OSError of a full disk and the like.
    """
    try:
        source = keep(archive, accept(path))
        ids = filed(archive, source)
        status: Literal["archived", "duplicate"] = "archived" if ids is None else "duplicate"
        if ids is None:
            with told(archive.home, path, on_page) as tell:
                pages = read_pages(source, workers, tell)
            extraction = extract(source, pages, split(pages))
            ids = file(archive, source, pages, extraction)
    except Exception as error:
        return refuse(archive, path, refusal_of(error))
    return IngestResult(display_path(path), source.sha256, status, ids, complete(archive))


def accept(path: Path) -> SourceFile:
    """Look at the file. Raises FileRefused."""
    return door.look_at(path)


def keep(archive: Archive, source: SourceFile) -> SourceFile:
    """Keep the original; the source as it lies in the archive, where nothing changes it."""
    return replace(source, path=archive.store.put(source))


def filed(archive: Archive, source: SourceFile) -> tuple[str, ...] | None:
    """The documents of a file that is in the catalogue already; None if it is not."""
    if not archive.catalogue.has(source.sha256):
        return None
    return tuple(archive.catalogue.ids_of(source.sha256))


def file(
    archive: Archive, source: SourceFile, pages: Sequence[Page], extraction: Extraction
) -> tuple[str, ...]:
    """Enter the file and its documents in the catalogue; their ids."""
    with archive.writing():
        return tuple(archive.catalogue.add(source, pages, extraction))


def index(archive: Archive) -> None:
    """Put into the search index whatever the catalogue says is not in it yet."""
    with archive.writing():
        archive.open_index().close()


def witness(archive: Archive) -> None:
    """Let what waits to be linked vouch for numbers and dates that are written by hand."""
    with archive.writing():
        hear_witnesses(archive.catalogue, unlinked(archive.catalogue))


def link(archive: Archive) -> None:
    """Link whatever the catalogue says is not linked yet, and what waited for it."""
    with archive.writing():
        link_documents(archive.catalogue, unlinked(archive.catalogue))


def register(archive: Archive) -> None:
    """Give letters that are filed and linked their numbers in the received register."""
    with archive.writing():
        number_received(archive.catalogue)


def complete(archive: Archive) -> ErrorTold | None:
    """Hear, index, link and register whatever is filed and waits for it, also from a run that was
    killed, and whatever a person corrected.

    What fails here is filed and safe, and is tried again by the next run; the error says so.
    """
    for step in (witness, index, link, register):
        try:
            step(archive)
        except SarabanError:
            raise
        except Exception as error:
            return unfinished(step.__name__, error)
    return None


def unfinished(step: str, error: Exception) -> ErrorTold:
    """How the failure of a step after filing is told."""
    return ErrorTold(
        f"not_{step}ed",
        "The file is archived, but it could not be "
        f"{step}ed ({type(error).__name__}: {error}); the next ingest tries again.",
    )


def refusal_of(error: Exception) -> FileRefused:
    """Why the file is refused. Raises the error again where the machine is at fault."""
    if isinstance(error, FileRefused):
        return error
    if isinstance(error, SarabanError):
        raise error
    if isinstance(error, OSError) and error.errno in _MACHINE:
        raise error
    refusal = FileRefused(
        "โปรแกรมขัดข้องขณะอ่านแฟ้มนี้ กรุณาแจ้งผู้ดูแลระบบ · The program failed on this file "
        f"({type(error).__name__}: {error}); the file is kept, please report it.",
        code="internal_error",
    )
    refusal.__cause__ = error
    return refusal


def refuse(archive: Archive, path: Path, error: FileRefused) -> IngestResult:
    """Quarantine the file with the reason; a failure of the program leaves its traceback beside.
    Of a file that is gone nothing is kept: there is nothing that anybody could deal with."""
    told = ErrorTold(error.code, error.message)
    if error.code == "not_found":
        return IngestResult(display_path(path), None, "quarantined", error=told)
    refusal = archive.store.quarantine(path, error)
    if error.code == "internal_error" and error.__cause__ is not None:
        lines = "".join(traceback.format_exception(error.__cause__))
        safe_copy.write(
            lines.encode("utf-8", "backslashreplace"),
            archive.home.quarantine / f"{refusal.sha256 or 'unread'}.traceback.txt",
        )
    with archive.writing():
        archive.catalogue.quarantine(refusal.name, error.code, error.message, refusal.sha256)
    return IngestResult(display_path(path), refusal.sha256, "quarantined", error=told)
