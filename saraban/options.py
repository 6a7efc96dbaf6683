"""Options that several commands share."""

from __future__ import annotations

import getpass
import os
from pathlib import Path
from typing import Annotated

import typer

from flows.archive import Archive
from pipeline.errors import BadOption, NotFound
from saraban.terminal import say


def named_path(text: str) -> Path:
    """A path that is named. An empty one, as a script's unset variable gives, would mean the folder
    one is in, whose files would all be taken. Whether it can be read is told file by file."""
    if not text:
        raise typer.BadParameter("the name of a file or folder is empty")
    return Path(text)


HomeOption = Annotated[
    Path | None,
    typer.Option(
        "--home",
        help="The archive's folder; else SARABAN_HOME, else ./archive.",
        show_default=False,
        parser=named_path,
        metavar="PATH",
    ),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Print only JSON on standard output, for scripts.")
]
WorkersOption = Annotated[int, typer.Option(min=1, help="Pages read at the same time.")]
DocumentArgument = Annotated[
    str,
    typer.Argument(
        metavar="DOCUMENT",
        help="An id, or a number as one would type it: 'ว 123', 'กข0012.3/ว123', 12/2564.",
        show_default=False,
    ),
]


def person(given: str | None) -> str:
    """Who says so: the name given, else the user of this machine. Raises BadOption for none."""
    try:
        return given or getpass.getuser()
    except (KeyError, OSError):  # a user that the machine has no name for, as in a container
        raise BadOption("Say who you are: --by NAME.") from None


def home_folder(given: Path | None) -> Path:
    """Where the archive is."""
    return given or Path(os.environ.get("SARABAN_HOME") or "archive")


def existing_archive(given: Path | None) -> Archive:
    """The archive to ask; NotFound where there is none, so that no question creates one."""
    folder = home_folder(given)
    if not folder.is_dir():
        raise NotFound(
            f"There is no archive in {folder}. Name it with --home or SARABAN_HOME, or make it by "
            "taking in a first file: saraban ingest FILE",
            code="no_archive",
        )
    archive = Archive.open(folder)
    if archive.read_only:
        say(
            "คลังนี้เปิดอ่านได้อย่างเดียว · This archive may only be read; nothing can be changed in it.",
            "dim",
        )
    return archive


def archive_to_fill(given: Path | None) -> Archive:
    """The archive to put files into, made if it is not there."""
    return Archive.open(home_folder(given))
