"""Copying a file so that it is either whole under its name or not there at all.

An unfinished copy bears a name of its own and is locked as long as somebody writes it; what a
killed program left behind is not locked, and is removed by the next one.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.refusals import refused

_UNFINISHED = ".unfinished-"
_CHUNK = 1 << 20
_READ_ONLY = 0o444


def copy(source: Path, folder: Path, place: Callable[[str], Path | None]) -> str:
    """Copy a file into `folder`, read-only; the SHA-256 of the bytes that were read.

    `place` tells from the SHA-256 where in the folder the copy belongs, or None to drop it. What
    lies there already is replaced. Raises FileRefused (not_found, unreadable) if the source
    fails, OSError if the folder does.
    """
    try:
        reader = os.open(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError as error:
        raise refused("not_found") from error
    except OSError as error:
        raise refused("unreadable", detail=error.strerror) from error
    try:
        with _unfinished(folder) as (path, writer):
            digest = hashlib.sha256()
            while chunk := _read(reader):
                digest.update(chunk)
                _write(writer, chunk)
            target = place(digest.hexdigest())
            if target is not None:
                _finish(path, writer, target)
    finally:
        os.close(reader)
    return digest.hexdigest()


def write(data: bytes, target: Path) -> None:
    """Write a small file whole, replacing what was there. Raises OSError."""
    with _unfinished(target.parent) as (path, writer):
        _write(writer, data)
        _finish(path, writer, target)


def clean(folder: Path) -> None:
    """Remove unfinished copies directly in `folder` that nobody is writing any more."""
    for path in folder.glob(f"{_UNFINISHED}*"):
        with contextlib.suppress(FileNotFoundError), path.open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue  # its writer lives
            path.unlink()


def is_unfinished(path: Path) -> bool:
    return path.name.startswith(_UNFINISHED)


def _read(reader: int) -> bytes:
    try:
        return os.read(reader, _CHUNK)
    except OSError as error:
        raise refused("unreadable", detail=error.strerror) from error


def _write(writer: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(writer, view) :]


@contextlib.contextmanager
def _unfinished(folder: Path) -> Iterator[tuple[Path, int]]:
    """A new file, locked, and its descriptor; removed at the end unless it was given a name."""
    folder.mkdir(parents=True, exist_ok=True)
    while True:
        path = folder / f"{_UNFINISHED}{uuid.uuid4().hex}"
        writer = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        fcntl.flock(writer, fcntl.LOCK_EX)
        if os.fstat(writer).st_nlink:
            break
        os.close(writer)  # another process cleaned it away before it was locked
    try:
        yield path, writer
    finally:
        path.unlink(missing_ok=True)
        os.close(writer)


def _finish(unfinished: Path, writer: int, target: Path) -> None:
    """Give a whole copy its name, so that from here on it survives a power cut."""
    os.fchmod(writer, _READ_ONLY)
    os.fsync(writer)
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished.rename(target)
    for folder in (target.parent, *target.parent.parents):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if folder == unfinished.parent:
            break
