"""Files that come by the web pages: laid aside at once, read in the background.

Each lies in a folder of its own under `uploads` of the archive's folder until the archive holds
its bytes or the quarantine does; so a machine that stops forgets none. They go through the same
door as all files, one after the other, in a process of its own (`saraban ingest`): reading never
makes the pages wait.
"""

from __future__ import annotations

import json
import logging
import re
import shutil
import subprocess
import sys
import threading
import unicodedata
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from flows.accession import ErrorTold, IngestResult
from flows.archive import Archive
from flows.inbox import take_away
from pipeline.home import Home

log = logging.getLogger("saraban")

_AGAIN_AFTER = 30.0  # seconds, where the machine could not take a file
_LONGEST_NAME = 80  # characters; of three bytes each still below the 255 that disks allow
_AT_ONCE = 1 << 20


def safe_name(name: str) -> str:
    """The name of an uploaded file as a name in a folder: its last part, without what steers a
    terminal or leads to other folders.

    >>> safe_name("../../etc/passwd"), safe_name("C:\\\\สแกน\\\\หนังสือ.pdf"), safe_name("..")
    ('passwd', 'หนังสือ.pdf', 'file')
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    shown = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in last)
    stem, dot, ending = " ".join(shown.split()).lstrip(".").rpartition(".")
    kept = stem[: _LONGEST_NAME - 1 - len(ending[:20])] if dot else ending[:_LONGEST_NAME]
    return f"{kept}{dot}{ending[:20] if dot else ''}".strip(". ~") or "file"


def lay_aside(home: Home, name: str, content: BinaryIO) -> Path:
    """Keep an uploaded file for reading; where it lies. Raises OSError of a full disk, on which
    nothing of the file is left."""
    folder = home.uploads / uuid.uuid4().hex
    folder.mkdir(parents=True)
    coming = folder / ".coming"  # not taken until it is whole
    try:
        with coming.open("wb") as file:
            while piece := content.read(_AT_ONCE):
                file.write(piece)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return coming.rename(folder / safe_name(name))


def waiting(home: Home) -> list[Path]:
    """The uploaded files that are not in the archive yet, in the order they came."""
    found: list[tuple[float, Path]] = []
    for path in home.uploads.glob("*/*"):
        try:
            if not path.name.startswith("."):
                found.append((path.parent.stat().st_mtime, path))
        except OSError:
            continue  # taken in this moment
    return [path for _, path in sorted(found)]


class Worker:
    """Reads what was uploaded to one archive; begins with the first `wake`."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()
        self._called = threading.Event()

    def wake(self) -> None:
        """There may be something to read; returns at once."""
        self._called.set()
        with self._starting:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="uploads", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while True:
            self._called.clear()
            left = False
            for path in waiting(self._archive.home):
                try:
                    left |= not take_in(self._archive, path)
                except Exception:
                    log.exception("The uploaded file %s could not be taken in.", path.name)
                    left = True
            if not self._called.wait(_AGAIN_AFTER if left else 1.0) and not left:
                with self._starting:
                    if not self._called.is_set():
                        self._thread = None
                        return


def take_in(archive: Archive, path: Path) -> bool:
    """Read one uploaded file into the archive; whether it is done with, archived or refused."""
    command = [sys.executable, "-m", "saraban", "ingest", "--json", "--home"]
    run = subprocess.run(
        [*command, str(archive.home.root), str(path)], capture_output=True, check=False
    )
    result = next(_results(run.stdout), None)
    if result is None:
        said = run.stderr.decode("utf-8", "replace")[-500:]
        log.error("The uploaded file %s could not be taken in: %s", path.name, said)
        return False
    if not take_away(path, result, archive):
        return False
    path.parent.rmdir()
    return True


def _results(stdout: bytes) -> Iterator[IngestResult]:
    for line in stdout.decode("utf-8", "replace").splitlines():
        told = json.loads(line)
        if "status" in told:
            error = ErrorTold(**told["error"]) if told["error"] else None
            made = {**told, "documents": tuple(told["documents"]), "error": error}
            yield IngestResult(**made)
