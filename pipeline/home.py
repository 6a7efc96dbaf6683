"""The folder of one archive, and where things lie in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Home:
    """The paths of an archive. Only `originals`, `quarantine` and `catalogue` cannot be rebuilt."""

    root: Path

    @property
    def originals(self) -> Path:
        """Every accepted file, write-once, named by its SHA-256."""
        return self.root / "originals"

    @property
    def quarantine(self) -> Path:
        """Every refused file with the reason beside it."""
        return self.root / "quarantine"

    @property
    def inbox(self) -> Path:
        """Where scanners and clerks drop files, unless `saraban watch` is given another folder."""
        return self.root / "inbox"

    @property
    def uploads(self) -> Path:
        """What came by the web pages and waits to be read: flows/uploads.py."""
        return self.root / "uploads"

    @property
    def progress(self) -> Path:
        """What is being read at this moment: flows/progress.py."""
        return self.root / "progress"

    @property
    def index(self) -> Path:
        """The search index; disposable."""
        return self.root / "index"

    @property
    def catalogue(self) -> Path:
        """The SQLite catalogue, where no other database is configured."""
        return self.root / "catalogue.db"

    @property
    def units(self) -> Path:
        """The units that the office itself listed: index/units.py. Need not exist."""
        return self.root / "units.tsv"

    @property
    def digests(self) -> Path:
        """What was due on each day: 2021-04-25.txt. Made by `saraban daily`."""
        return self.root / "digests"

    @property
    def lock(self) -> Path:
        """Held by the one process that writes."""
        return self.root / "saraban.lock"

    def holds(self, path: Path) -> bool:
        """Whether a path lies in the archive itself, whose files are never taken in or away: in its
        folder, but not in its inbox."""
        there = path.resolve()
        inside = there.is_relative_to(self.root.resolve())
        return inside and not there.is_relative_to(self.inbox.resolve())

    def create(self) -> Home:
        """Make the folders that are missing. Raises OSError where that is not allowed."""
        for folder in (self.originals, self.quarantine, self.inbox, self.index):
            folder.mkdir(parents=True, exist_ok=True)
        return self
