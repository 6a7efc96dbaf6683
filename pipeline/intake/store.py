"""The originals: every accepted file byte for byte, write-once, named by its SHA-256.

A file is copied under another name first, checked, brought to the disk and only then given its
name, so a copy under its own name is always whole, whenever the program was killed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import FileRefused
from pipeline.home import Home
from pipeline.intake import safe_copy
from pipeline.intake.quarantine import Quarantine, Refusal
from pipeline.models import SourceFile
from pipeline.refusals import refused

_SHA256 = re.compile(r"[0-9a-f]{64}")


class Store:
    """The originals of the archive at `root`."""

    def __init__(self, root: Path) -> None:
        self._folder = Home(root).originals
        self._quarantine = Quarantine(root)
        safe_copy.clean(self._folder)

    def path(self, sha256: str) -> Path:
        """Where the original lies or would lie. Raises ValueError for what is no SHA-256."""
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f"not a SHA-256: {sha256!r}")
        return self._folder / sha256[:2] / sha256[2:4] / sha256

    def has(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def put(self, source: SourceFile) -> Path:
        """Keep a copy of the file; where it is kept. Doing it twice changes nothing.

        Raises FileRefused (changing) if the file is no longer what was looked at, (not_found,
        unreadable) if it cannot be read any more, and OSError if the archive cannot be written.
        """
        target = self.path(source.sha256)
        if target.exists():
            if self.check(source.sha256) is None:
                return target
            self._set_aside(target)
        found = safe_copy.copy(
            source.path, self._folder, lambda sha256: target if sha256 == source.sha256 else None
        )
        if found != source.sha256:
            raise refused("changing")
        return target

    def quarantine(self, path: Path, error: FileRefused) -> Refusal:
        """Keep a refused file with the reason, apart from the originals (see `quarantine`)."""
        return self._quarantine.put(path, error)

    def check(self, sha256: str) -> str | None:
        """What is wrong with an original, in words, or None if it is as it was accepted."""
        path = self.path(sha256)
        try:
            found = file_sha256(path)
        except FileNotFoundError:
            return "The original is missing."
        except OSError as error:
            return f"The original cannot be read: {error.strerror}."
        return None if found == sha256 else "The original was altered: its SHA-256 differs."

    def __iter__(self) -> Iterator[str]:
        """The SHA-256 of every original, in order."""
        for path in sorted(self._folder.glob("??/??/*")):
            if _SHA256.fullmatch(path.name) and path == self.path(path.name):
                yield path.name

    def strangers(self) -> Iterator[Path]:
        """Files among the originals that no accession put there."""
        for path in sorted(self._folder.rglob("*")):
            belongs = _SHA256.fullmatch(path.name) and path == self.path(path.name)
            if path.is_dir() or belongs or safe_copy.is_unfinished(path):
                continue
            yield path

    def _set_aside(self, target: Path) -> None:
        """Make room for the true bytes where an altered original lies; the altered one is kept."""
        altered = file_sha256(target)
        target.rename(target.with_name(f"{target.name}.altered-{altered[:12]}"))


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, read in pieces. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
