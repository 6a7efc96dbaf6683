"""Papers to save: the audit sheet, the picture of a chain, what is due, reminders and forms.

Each is made anew when it is asked for, in a folder that is gone when it has been sent.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from index.chain import chain
from index.find import find_document
from pipeline.errors import NotFound
from saraban import answers
from saraban.exports.chain_svg import chain_svg
from saraban.web.chain_words import chain_words
from saraban.web.messages import message
from saraban.web.session import TheArchive, language_of

router = APIRouter(include_in_schema=False)

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TYPES = {
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".docx": _WORD,
    ".zip": "application/zip",
}


@router.get("/documents/{id_}/audit.pdf")
def audit(archive: TheArchive, id_: str) -> Response:
    """The chain of a document with its evidence."""
    from saraban.exports.audit import audit as gather
    from saraban.exports.audit_pdf import write_audit  # fpdf loads slowly

    sheet = gather(archive, id_)
    at = datetime.now().astimezone()
    return _saved(f"audit-{id_}.pdf", lambda path: write_audit(path, archive, sheet, at))


@router.get("/documents/{id_}/trace.svg")
def picture(request: Request, archive: TheArchive, id_: str) -> Response:
    """The chain of a document as a picture."""
    found = chain(archive.catalogue, find_document(archive.catalogue, id_))
    drawn = chain_svg(found, chain_words(language_of(request)))
    return _saved(f"trace-{id_}.svg", lambda path: path.write_text(drawn, encoding="utf-8"))


@router.get("/due.{form}")
def due(
    archive: TheArchive,
    form: Literal["xlsx", "csv", "ics"],
    as_of: str = "",
    directive: str = "",
    unit: str = "",
) -> Response:
    """What is due, as a spreadsheet, a table for any program, or a calendar."""
    from saraban.exports.due import export_due  # the libraries of spreadsheets load slowly

    lines = answers.due_lines(archive, as_of or None, directive or None, unit or None)
    return _saved(f"due.{form}", lambda path: export_due(path, lines))


@router.get("/documents/{id_}/reminder.docx")
def reminder(
    request: Request, archive: TheArchive, id_: str, as_of: str = "", unit: str = ""
) -> Response:
    """A draft to the units whose reports have not come, or to one of them."""
    from saraban.exports.reminder import write_reminder  # python-docx loads slowly

    lines = answers.due(archive, as_of or None, id_, unit or None)
    owed = [line for line in lines if line["status"] == "missing"]
    if not owed:
        raise NotFound(message("due.none_missing", language_of(request)), code="none_missing")
    return _saved(_name("reminder", id_, unit, ".docx"), lambda path: write_reminder(path, owed))


@router.get("/documents/{id_}/forms.zip")
def forms(
    request: Request, archive: TheArchive, id_: str, as_of: str = "", unit: str = ""
) -> Response:
    """The directive's own form for each unit and period that is still owed."""
    from saraban.exports.forms import write_forms  # python-docx loads slowly

    lines = answers.due(archive, as_of or None, id_, unit or None)
    owed = [line for line in lines if line["status"] in ("missing", "not_yet_due")]
    if not owed:
        raise NotFound(message("due.none_missing", language_of(request)), code="none_missing")

    def pack(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            for written in write_forms(archive, id_, owed, path.parent / "forms"):
                packed.write(written, written.name)

    return _saved(_name("forms", id_, unit, ".zip"), pack)


def _name(what: str, id_: str, unit: str, suffix: str) -> str:
    return "-".join(part for part in (what, id_, unit) if part) + suffix


def _saved(name: str, write: Callable[[Path], object]) -> Response:
    """A file to save under a name, made by `write`."""
    suffix = Path(name).suffix
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"made{suffix}"
        write(path)
        body = path.read_bytes()
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(
        body, media_type=_TYPES[suffix], headers=headers | {"Cache-Control": "no-store"}
    )
