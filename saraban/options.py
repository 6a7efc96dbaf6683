"""Options that several commands share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from flows.archive import Archive
from pipeline.errors import NotFound

HomeOption = Annotated[
    Path | None,
    typer.Option(
        "--home",
        help="The archive's folder; else SARABAN_HOME, else ./archive.",
        show_default=False,
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
    return Archive.open(folder)


def archive_to_fill(given: Path | None) -> Archive:
    """The archive to put files into, made if it is not there."""
    return Archive.open(home_folder(given))
