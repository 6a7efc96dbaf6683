"""An archive, opened: its folder, its originals and its catalogue; its search index on demand."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from index.catalogue import Catalogue, OnSecret
from index.read_only import may_only_be_read
from index.whoosh_index import SearchIndex, open_index
from pipeline.errors import ArchiveBusy, ArchiveUnusable, NotFound
from pipeline.home import Home
from pipeline.intake.store import Store
from pipeline.models import SourceFile

_LOCK_POLL = 0.05  # seconds between two tries to become the one writer


@dataclass(frozen=True)
class Archive:
    """What every step of an accession needs. Safe to share among threads; close it when done."""

    home: Home
    store: Store
    catalogue: Catalogue

    @classmethod
    def open(cls, root: Path, database: str | None = None) -> Self:
        """Open the archive in `root`, making what is missing.

        The catalogue is the database at the SQLAlchemy URL `database`, else at
        SARABAN_DATABASE_URL, else a SQLite file in `root`. One that may only be read is opened so.
        Raises OSError where the folder cannot be made, ArchiveUnusable (`catalogue_lost`) where
        originals are there and an empty file is in place of their catalogue, and what
        `Catalogue.open` raises.
        """
        home = Home(root)
        url = database or os.environ.get("SARABAN_DATABASE_URL") or str(home.catalogue)
        own = url == str(home.catalogue)
        if own:
            _check_not_emptied(home)
        if not (own and may_only_be_read(home.catalogue)):
            home.create()
        return cls(home, Store(root), Catalogue.open(url))

    @property
    def read_only(self) -> bool:
        """Whether questions can be asked and nothing changed: it may not be written to."""
        return self.catalogue.read_only

    def open_index(self) -> SearchIndex:
        """The search index, complete. Opened anew for each use, which costs milliseconds: another
        process may have made it anew meanwhile. It knows all documents, whoever asks. Raises
        ArchiveBusy."""
        return open_index(self.home.index, self.catalogue.seen_by(cleared=True))

    def original(self, sha256: str, checked: bool = True) -> SourceFile:
        """The original of a file in the catalogue. It is checked to be what came, as an altered one
        must not speak for it; not so where it is looked at page by page, as each check reads the
        whole file. Raises NotFound (`original_damaged`)."""
        filed = self.catalogue.source(sha256)
        path = self.store.path(filed.sha256)
        damage = self.store.check(filed.sha256) if checked or not path.is_file() else None
        if damage is not None:
            raise NotFound(
                f"ต้นฉบับในคลังสูญหายหรือถูกแก้ไข กรุณาแจ้งผู้ดูแลระบบ · {damage} Run saraban verify.",
                code="original_damaged",
            )
        return SourceFile(path, filed.name, filed.sha256, filed.media_type, filed.size)

    def seen_by(self, cleared: bool, on_secret: OnSecret | None = None) -> Self:
        """The same archive as somebody sees it: Catalogue.seen_by."""
        return replace(self, catalogue=self.catalogue.seen_by(cleared, on_secret))

    @contextmanager
    def writing(self, patience: float = 600.0) -> Iterator[None]:
        """Be the one thread of the one process that writes; wait `patience` seconds for it.

        The lock is the operating system's: it is free again however its holder ended. Raises
        ArchiveBusy when the wait was in vain.
        """
        with self.home.lock.open("w") as file:
            _acquire(file.fileno(), patience)
            yield  # closing the file gives the lock back

    def close(self) -> None:
        self.catalogue.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _check_not_emptied(home: Home) -> None:
    """A catalogue of no bytes, as a full disk or a copy that failed leaves it, would be taken for a
    new one: searches would find nothing and say no more."""
    catalogue, log = home.catalogue, home.catalogue.with_name(f"{home.catalogue.name}-wal")
    emptied = catalogue.is_file() and not catalogue.stat().st_size
    if emptied and not (log.is_file() and log.stat().st_size) and _has_files(home.originals):
        raise ArchiveUnusable(
            "ทะเบียนของคลังว่างเปล่าทั้งที่มีต้นฉบับอยู่ กรุณาแจ้งผู้ดูแลระบบ · "
            f"{catalogue} is empty, though originals are there. Put it back from the last copy; if "
            "there is none, take the originals into a new archive: "
            f"saraban ingest --home NEW {home.originals}",
            code="catalogue_lost",
        )


def _has_files(folder: Path) -> bool:
    return any(one.is_file() for one in folder.rglob("*"))


def _acquire(descriptor: int, patience: float) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise ArchiveBusy(
                    "Another process has been writing to this archive for "
                    f"{patience:.0f} seconds; wait until it is done and try again."
                ) from None
            time.sleep(_LOCK_POLL)
        else:
            return
