"""saraban audit: the chain of a document with its evidence, as a PDF."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

from typer import Option

from pipeline.refusals import refused
from saraban.options import DocumentArgument, HomeOption, JsonOption, existing_archive
from saraban.terminal import emit, refusals, say


def audit(
    document: DocumentArgument,
    out: Annotated[Path, Option("--out", "-o", help="The PDF to write; it may not exist yet.")],
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write an audit sheet: what a document answers and what answers it, each value beside the ink
    it was read from, certainties, who confirmed, and the SHA-256 of the originals.

    Examples:

      saraban audit "ว 123" -o audit.pdf
    """
    with refusals(as_json), existing_archive(home) as archive:
        if out.exists():  # it may be the scan itself
            raise refused("output_exists", path=out)
        from saraban.exports.audit import audit as gather
        from saraban.exports.audit_pdf import write_audit  # fpdf loads slowly

        sheet = gather(archive, document)
        pages = write_audit(out, archive, sheet, datetime.now().astimezone())
        if as_json:
            emit({"file": str(out), "pages": pages, "documents": len(sheet.documents)})
            return
        say(f"{out}: {len(sheet.documents)} เอกสาร {pages} หน้า")
