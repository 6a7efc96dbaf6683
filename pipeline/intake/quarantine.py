"""Refused files: the bytes, as far as they can be read, with the reason beside them.

`quarantine/<sha256>` holds the bytes and `quarantine/<sha256>.json` the reason; of what has no
bytes (a folder, a link, an unreadable file) only `quarantine/unread-<sha256 of its path>.json`.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.errors import FileRefused
from pipeline.home import Home
from pipeline.intake import safe_copy
from pipeline.intake.file_name import display_name, display_path


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused file. `at` is when it was first refused, in UTC, ISO 8601."""

    name: str
    path: str
    sha256: str | None
    code: str
    message: str
    at: str


class Quarantine:
    """The refused files of the archive at `root`."""

    def __init__(self, root: Path) -> None:
        self._folder = Home(root).quarantine
        safe_copy.clean(self._folder)

    def put(self, path: Path, error: FileRefused) -> Refusal:
        """Keep what was refused and why. Doing it twice changes nothing.

        The file itself stays where it is. Raises OSError if the archive cannot be written.
        """
        sha256 = self._keep(path)
        where = hashlib.sha256(os.fsencode(path)).hexdigest()
        reason = self._folder / f"{sha256 or f'unread-{where}'}.json"
        refusal = Refusal(
            name=display_name(path),
            path=display_path(path),
            sha256=sha256,
            code=error.code,
            message=error.message,
            at=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        known = _read(reason)
        for earlier in known:
            if (earlier.path, earlier.code) == (refusal.path, refusal.code):
                return earlier
        entries = [asdict(entry) for entry in (*known, refusal)]
        text = json.dumps(entries, ensure_ascii=False, indent=1)
        safe_copy.write(text.encode(), reason)
        return refusal

    def all(self) -> list[Refusal]:
        """Everything refused so far, oldest first."""
        found = [entry for path in self._folder.glob("*.json") for entry in _read(path)]
        return sorted(found, key=lambda entry: (entry.at, entry.path))

    def _keep(self, path: Path) -> str | None:
        """Copy the bytes under their SHA-256; None where there are none to be had."""
        try:
            found = path.lstat()
        except OSError:
            return None  # gone or out of reach: the reason says so
        if not stat.S_ISREG(found.st_mode):
            return None
        try:
            return safe_copy.copy(path, self._folder, lambda sha256: self._folder / sha256)
        except FileRefused:
            return None  # unreadable: the reason says so


def _read(path: Path) -> list[Refusal]:
    try:
        entries: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    return [Refusal(**entry) for entry in entries]
