"""saraban extract: read files without an archive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.errors import FileRefused
from pipeline.intake.file_name import display_name
from saraban.options import JsonOption, WorkersOption, named_path
from saraban.terminal import emit, error_json, progress, put, refusals, say, sheet


def extract(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="PDF, Word, PNG, JPEG, TIFF.",
            show_default=False,
            parser=named_path,
        ),
    ],
    as_json: JsonOption = False,
    workers: WorkersOption = 2,
) -> None:
    """Read files and print what their documents say; no archive is needed or touched.

    A file that cannot be read is told, and the next one is read; the exit status is then 1.

    Examples:

      saraban extract packet.pdf

      saraban extract *.pdf report.docx --json > records.jsonl
    """
    failed = False
    with refusals(as_json):
        for file in files:
            try:
                extraction = _extract(file, workers)
            except Exception as failure:
                error = _refusal(failure)
                failed = True
                say(f"{display_name(file)}: {error.message}", style="red")
                if as_json:
                    emit({"source": {"name": display_name(file)}, "error": error_json(error)})
                continue
            if as_json:
                emit(extraction)
                continue
            for document in extraction["documents"]:
                put(sheet(extraction["source"]["name"], document))
    if failed:
        raise typer.Exit(1)


def _refusal(error: Exception) -> FileRefused:
    """Why this file is refused; raised again where no other file could be read either."""
    from flows.accession import refusal_of

    return refusal_of(error)


def _extract(file: Path, workers: int) -> dict[str, Any]:
    # only reading needs the libraries that read pictures and Word files, half a second to import
    from flows.reading import read
    from pipeline.intake.accept import look_at

    source = look_at(file)
    with progress(source.name) as on_page:
        return read(source, workers, on_page).extraction.model_dump(mode="json")
