"""saraban ingest, saraban watch: files into the archive."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.intake.file_name import display_name
from saraban.options import HomeOption, JsonOption, WorkersOption, archive_to_fill, named_path
from saraban.terminal import emit, progress, refusals, say
from saraban.words import INTAKE, visible

if TYPE_CHECKING:
    from flows.accession import IngestResult
    from pipeline.home import Home


def ingest(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            help="Files, or folders to walk.",
            show_default=False,
            parser=named_path,
        ),
    ],
    home: HomeOption = None,
    as_json: JsonOption = False,
    workers: WorkersOption = 2,
) -> None:
    """Put files into the archive: read them, register their documents, link them.

    Files stay where they are; the archive keeps its own copy. A file that cannot be taken in is
    quarantined with the reason, and the next one is taken; the exit status is then 1. Ingesting
    the same file again changes nothing.

    Examples:

      saraban ingest scans/2564-03/

      saraban ingest letter.pdf report.docx --home /srv/archive --json
    """
    from flows.accession import accession  # only reading needs what reads pictures

    failed = False
    with refusals(as_json), archive_to_fill(home) as archive:
        for path in _files(paths, archive.home):
            with progress(display_name(path)) as on_page:
                result = accession(path, archive, workers, on_page)
            failed |= result.error is not None
            tell(result, as_json)
    if failed:
        raise typer.Exit(1)


def watch(
    inbox: Annotated[
        Path | None,
        typer.Argument(
            help="The folder to watch; else the archive's own inbox.",
            show_default=False,
            parser=named_path,
        ),
    ] = None,
    once: Annotated[
        bool, typer.Option("--once", help="Stop when nothing is left in the inbox.")
    ] = False,
    settle: Annotated[
        float, typer.Option(min=0, help="Seconds a file must rest before it is taken.")
    ] = 5.0,
    home: HomeOption = None,
    as_json: JsonOption = False,
    workers: WorkersOption = 2,
) -> None:
    """Ingest whatever lands in the inbox folder, until stopped with Ctrl-C.

    Waits until a file has stopped growing. What is archived leaves the inbox once the archive's
    copy has been checked; what is refused goes to quarantine. Each file is a flow run of Prefect:
    to see the runs, start `prefect server start` and set PREFECT_API_URL.

    Examples:

      saraban watch

      saraban watch /mnt/scanner --home /srv/archive

      saraban watch --once --json
    """
    from flows.server import own_server  # Prefect takes seconds to import
    from flows.watch import watch as watched

    failed = False

    async def run() -> None:
        nonlocal failed
        with archive_to_fill(home) as archive:
            folder = inbox or archive.home.inbox
            say(f"กำลังเฝ้าดู {folder} · watching")
            with own_server():
                async for result in watched(folder, archive, once, workers, settle):
                    failed |= result.error is not None
                    tell(result, as_json)

    # told to stop, it stops as by Ctrl-C, and takes Prefect's own server with it
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with refusals(as_json):
        asyncio.run(run())
    if failed and once:
        raise typer.Exit(1)


def tell(result: IngestResult, as_json: bool) -> None:
    """One line a file: JSON for a script, else words for a person; refusals to standard error."""
    if result.error:
        say(f"{result.file}: {INTAKE[result.status]}: {result.error.message}", style="red")
    if as_json:
        emit(result.as_json())
    elif not result.error:
        typer.echo(f"{INTAKE[result.status]}  {visible(result.file)}  {' '.join(result.documents)}")


def _files(paths: list[Path], home: Home) -> Iterator[Path]:
    """What is named itself is taken whatever its name; folders are walked."""
    from flows.inbox import files_in, refuse_archive

    for path in paths:
        if path.is_dir() and not path.is_symlink():
            refuse_archive(path, home)
            yield from files_in(path, home)
        else:
            yield path
