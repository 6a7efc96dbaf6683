"""saraban pdf: an original's pages with the read text under them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saraban.options import HomeOption, JsonOption, existing_archive
from saraban.terminal import emit, progress, refusals, say

if TYPE_CHECKING:
    from pipeline.searchable.pdf import SearchablePdf


def pdf(
    document: Annotated[
        str,
        typer.Argument(
            metavar="DOCUMENT|FILE",
            help="A document of the archive, by id or number, or else a file, which is read first.",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", help="The PDF to write; it may not exist yet.")
    ],
    workers: Annotated[int, typer.Option(min=1, help="Pages of a file read at the same time.")] = 2,
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write a searchable PDF: the pages as they are, with the text that was read under them.

    It is PDF/A-2b where the original allows it, and says so only then. The original is not touched.

    Examples:

      saraban pdf "ว 123" -o letter.pdf

      saraban pdf scan.jpg -o scan.pdf
    """
    with refusals(as_json):
        given = Path(document)
        made = _of_file(given, out, workers) if given.is_file() else _filed(document, out, home)
        if as_json:
            emit(
                {
                    "file": str(made.path),
                    "pages": made.pages,
                    "pdfa": made.is_pdfa,
                    "notes": list(made.notes),
                }
            )
            return
        kind = "PDF/A-2b" if made.is_pdfa else "PDF"
        say(f"{made.path}: {made.pages} หน้า ค้นหาได้ · {made.pages} searchable pages, {kind}")
        for note in made.notes:
            say(f"  {note}", style="yellow")


def _of_file(file: Path, out: Path, workers: int) -> SearchablePdf:
    # only reading needs the libraries that read pictures, half a second to import
    from flows.reading import read_pages
    from pipeline.intake.accept import look_at
    from pipeline.searchable.pdf import make_searchable, refuse_unfit

    source = look_at(file)
    refuse_unfit(source, out)
    with progress(source.name) as on_page:
        pages = read_pages(source, workers, on_page)
    return make_searchable(source, pages, out)


def _filed(document: str, out: Path, home: Path | None) -> SearchablePdf:
    from index.find import find_document
    from pipeline.searchable.pdf import make_searchable

    with existing_archive(home) as archive:
        filed = archive.catalogue.document(find_document(archive.catalogue, document))
        source = archive.original(filed.sha256)
        first, last = filed.record.pages
        return make_searchable(source, archive.catalogue.pages(filed.sha256, first, last), out)
