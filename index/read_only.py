"""A SQLite catalogue that may only be read: on a read-only disk, or of another user.

SQLite keeps what is being written in a file beside the catalogue (its name and `-wal`), and makes
that file even to read. Where it cannot, the catalogue is opened as one that nobody writes to; if
somebody begins to, which the file tells, no answer is given that might be half of the old and half
of the new.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL

from pipeline.errors import ArchiveUnusable

CODE = "archive_read_only"


def may_only_be_read(path: Path) -> bool:
    """Whether a catalogue is there, and neither it nor its folder may be written to."""
    return path.is_file() and not all(_writable(one) for one in (path, path.parent))


def address(path: Path) -> URL:
    """The address by which such a catalogue is opened: as one that nobody changes, or, where
    somebody writes to it or was stopped while writing, with what was written last."""
    how = {"mode": "ro"} if _being_written(path) else {"immutable": "1"}
    file = "file:" + quote(str(path.absolute()))
    return URL.create("sqlite", database=file, query={**how, "uri": "true"})


def check_still(path: Path, immutable: bool) -> None:
    """Raises ArchiveUnusable if somebody began to write to a catalogue opened as unchanging."""
    if immutable and _being_written(path):
        raise ArchiveUnusable(
            "มีผู้กำลังเขียนลงคลังนี้ กรุณาเปิดใหม่ · Somebody writes to this archive, which was opened to be "
            "read only; open it again."
        )


def refuse(what: str) -> ArchiveUnusable:
    """The error for what cannot be done in an archive that may only be read."""
    return ArchiveUnusable(
        f"คลังนี้เปิดอ่านได้อย่างเดียว · This archive may only be read: {what}. Let somebody who may write "
        "there open it once, or get the right to write to its folder.",
        code=CODE,
    )


def _being_written(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    try:
        return log.stat().st_size > 0
    except FileNotFoundError:
        return False


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
