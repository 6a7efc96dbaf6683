"""Which files a folder holds for the archive, when they may be taken, and when they may go.

A file may be taken when it has stopped growing. It may go when its bytes are safe: an archived
file or a duplicate when the stored original has been checked against it, a refused one when the
quarantine holds the same bytes. What cannot be removed (a link, a file in a folder without the
right to delete) is left, and is not taken again while it stays as it is.
"""

from __future__ import annotations

import fcntl
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from flows.accession import IngestResult
from flows.archive import Archive
from pipeline.errors import BadOption
from pipeline.home import Home
from pipeline.intake.file_name import display_name, is_temporary
from pipeline.intake.store import file_sha256

Signature = tuple[int, int, int]  # inode, bytes, nanoseconds of the last change


def refuse_archive(folder: Path, home: Home) -> None:
    """Raise BadOption for a folder of the archive itself: what lies there is in it already."""
    if home.holds(folder):
        raise BadOption(
            f"{folder} เป็นที่เก็บของคลังเอง รับแฟ้มจากที่นี่ไม่ได้ · The archive keeps its own files there, "
            f"and takes none from it; its inbox is {home.inbox}."
        )


def files_in(folder: Path, home: Home) -> Iterator[Path]:
    """Every file below `folder` in the order of names, but for other programs' litter and, where
    the archive `home` lies below `folder`, the archive itself.

    Links are not followed; a link to a file is given, and the door refuses it with a reason.
    Raises OSError if `folder` cannot be listed; a folder below it that cannot be is given itself,
    for the door to refuse.
    """
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: os.fsencode(entry.name))
    for entry in found:
        path = Path(entry.path)
        if is_temporary(path):
            continue
        if not entry.is_dir(follow_symlinks=False):
            yield path
            continue
        if home.holds(path):
            continue
        try:
            yield from files_in(path, home)
        except OSError:
            yield path


@dataclass
class Inbox:
    """A folder that files land in, for the archive `home`. `settle` is how many seconds a file must
    rest."""

    folder: Path
    home: Home
    settle: float = 5.0
    _seen: dict[Path, tuple[Signature, float]] = field(default_factory=dict)
    _left: dict[Path, Signature] = field(default_factory=dict)

    def ready(self) -> tuple[list[Path], bool]:
        """The files that have come to rest, oldest first; and whether others are still coming.

        Raises OSError if the folder cannot be listed.
        """
        now = time.monotonic()
        seen: dict[Path, tuple[Signature, float]] = {}
        ready: list[tuple[int, Path]] = []
        for path in files_in(self.folder, self.home):
            signature = signature_of(path)
            if signature is None or self._left.get(path) == signature:
                continue
            known, since = self._seen.get(path, (None, now))
            since = since if known == signature else now
            seen[path] = (signature, since)
            if now - since >= self.settle and not being_written(path):
                ready.append((signature[2], path))
        self._seen = seen
        return [path for _, path in sorted(ready)], len(ready) < len(seen)

    def release(self, path: Path, result: IngestResult, archive: Archive) -> None:
        """Remove a file whose bytes are safe; leave any other, and do not take it again, but for
        one that grew while it was read: it is taken when it has come to rest."""
        if result.error is not None and result.error.code == "changing":
            return
        if not take_away(path, result, archive):
            # as it was seen: what has taken its place since then is still to be read
            signature = self._seen[path][0] if path in self._seen else signature_of(path)
            if signature is not None:
                self._left[path] = signature


def signature_of(path: Path) -> Signature | None:
    """What changes when the file does; None if it is gone."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def being_written(path: Path) -> bool:
    """Whether a program of this machine has the file open for writing, as far as one can know.

    Linux gives a read lease only on a file that nobody writes; network shares do not tell, there
    the time of rest alone decides.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        # who opens it while we hold the lease signals us; the usual SIGIO would end the program
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return False


def take_away(path: Path, result: IngestResult, archive: Archive) -> bool:
    """Remove a file that was taken in or refused if the archive holds the same bytes in a file of
    its own; whether it is gone. Of one that was there already it is noted that it came again."""
    kept = _kept(result, archive)
    try:
        if kept is None or path.is_symlink() or path.samefile(kept):
            return False
        wanted, before = file_sha256(kept), signature_of(path)
        if file_sha256(path) != wanted or signature_of(path) != before:
            return False  # a scanner may put its next file under the same name at any moment
        path.unlink()
    except FileNotFoundError:
        return not path.exists()
    except OSError:
        return False
    if result.status == "duplicate":
        archive.catalogue.note_event("duplicate", result.sha256, name=display_name(path))
    return True


def _kept(result: IngestResult, archive: Archive) -> Path | None:
    """Where the archive holds the bytes of a file that it took or refused."""
    if result.sha256 is None:
        return None
    if result.status == "quarantined":
        return archive.home.quarantine / result.sha256
    return archive.store.path(result.sha256)
