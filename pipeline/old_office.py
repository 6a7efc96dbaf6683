"""Old Office files (.doc, .xls) through LibreOffice, where it is installed.

The original is kept as it is; only reading goes through a converted copy in a temporary folder.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
from functools import lru_cache
from pathlib import Path

from pipeline.media_type import DOC, DOCX, XLS, XLSX
from pipeline.models import SourceFile
from pipeline.refusals import refused

_SECONDS = 180
_NEW = {DOC: (DOCX, "docx"), XLS: (XLSX, "xlsx")}  # and what the converted copy is named
_ONE_AT_A_TIME = threading.Lock()  # LibreOffice serves one at a time
NOTE = "An old Office file; it was read through LibreOffice, which may lay it out otherwise."


def office_program() -> str | None:
    """LibreOffice, None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def as_new(source: SourceFile) -> SourceFile:
    """The same file in the new format, to read from; any other file as it is.

    Raises FileRefused: old_word where LibreOffice is missing, damaged_word where it cannot read it.
    """
    if source.media_type not in _NEW:
        return source
    media_type, suffix = _NEW[source.media_type]
    path = _converted(source.path, source.path.stat().st_mtime_ns, suffix)
    return SourceFile(path, source.name, source.sha256, media_type, source.size, source.notes)


@lru_cache(maxsize=8)
def _converted(path: Path, _changed: int, suffix: str) -> Path:
    program = office_program()
    if program is None:
        raise refused("old_word")
    folder = Path(_temporary_folder())
    copy = Path(tempfile.mkdtemp(dir=folder)) / f"letter.{suffix[:-1]}"
    shutil.copyfile(path, copy)
    command = [
        *(program, "--headless", "--norestore", "--convert-to", suffix),
        *(f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--outdir"),
        *(str(copy.parent), str(copy)),
    ]
    made = copy.with_suffix(f".{suffix}")
    try:
        with _ONE_AT_A_TIME:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise refused("damaged_word", detail="LibreOffice cannot read it") from error
    if not made.is_file():
        raise refused("damaged_word", detail="LibreOffice cannot read it")
    return made


@lru_cache(maxsize=1)
def _temporary_folder() -> str:
    """A folder of this process; removed when it ends."""
    holder = tempfile.TemporaryDirectory(prefix="saraban-")
    _HELD.append(holder)
    return holder.name


_HELD: list[tempfile.TemporaryDirectory[str]] = []
