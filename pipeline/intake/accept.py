"""The door: looks at a file before anything is done with it, and refuses what cannot be kept."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

from pipeline import media_type
from pipeline.images import check_image
from pipeline.intake.file_name import display_name, is_temporary
from pipeline.intake.pdf_check import check_pdf
from pipeline.models import SourceFile
from pipeline.old_office import NOTE, office_program
from pipeline.refusals import refused
from pipeline.spreadsheet_file import sheet_count
from pipeline.word.check import check_word
from pipeline.word.file import word_page_count

__all__ = ["MAX_BYTES", "is_temporary", "look_at"]

MAX_BYTES = 1 << 30  # a letter of 2,000 pages scanned in colour stays below


def look_at(path: Path) -> SourceFile:
    """What lies at `path`: its type by content, its SHA-256, its size, the name it came with.

    Opens the file to read only, follows no link, and decodes nothing larger than a page of a
    scan. Raises FileRefused with a code of `pipeline.refusals`.
    """
    try:
        found = path.lstat()
        _must_be_a_file(found.st_mode)
        if found.st_size == 0:
            raise refused("empty")
        if found.st_size > MAX_BYTES:
            raise refused("too_large", size=found.st_size, limit=MAX_BYTES)
        kind = media_type.media_type_of(path)
        sha256 = _sha256(path)
        notes = _check(path, kind)
        after = path.lstat()
    except FileNotFoundError as error:
        raise refused("not_found") from error
    except OSError as error:
        raise _unreadable(error) from error
    if (after.st_size, after.st_mtime_ns) != (found.st_size, found.st_mtime_ns):
        raise refused("changing")
    return SourceFile(
        path=path,
        name=display_name(path),
        sha256=sha256,
        media_type=kind,
        size=found.st_size,
        notes=notes,
    )


def _must_be_a_file(mode: int) -> None:
    if stat.S_ISLNK(mode):
        raise refused("symlink")
    if stat.S_ISDIR(mode):
        raise refused("folder")
    if not stat.S_ISREG(mode):
        raise refused("not_a_file")


def _check(path: Path, kind: str) -> tuple[str, ...]:
    """Whether the file holds pages that can be read; what a person should know about it."""
    if kind == media_type.PDF:
        return check_pdf(path)
    if kind == media_type.DOCX:
        notes = check_word(path)
        word_page_count(path)
        return notes
    if kind == media_type.XLSX:
        notes = check_word(path, main="xl/workbook.xml")
        sheet_count(path)
        return notes
    if kind in media_type.OFFICE:
        if office_program() is None:
            raise refused("old_word")
        return (NOTE,)
    return check_image(path)


def _sha256(path: Path) -> str:
    # O_NOFOLLOW: the path must not have become a link since it was looked at.
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    with os.fdopen(descriptor, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unreadable(error: OSError) -> Exception:
    if error.errno == errno.ELOOP:
        return refused("symlink")
    return refused("unreadable", detail=error.strerror or type(error).__name__)
