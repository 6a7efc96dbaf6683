"""Papers to save: the audit sheet, the picture of a chain, what is due, reminders and forms.

Each is made anew when it is asked for, in a folder that is gone when it has been sent.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Hashable
from datetime import datetime
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from flows.archive import Archive
from index.chain import chain
from index.find import find_document
from index.viewer import Viewer
from pipeline.errors import NotFound
from saraban import answers
from saraban.exports.chain_svg import chain_svg
from saraban.messages import message
from saraban.web.chain_words import chain_words
from saraban.web.makings import Makings, Tell
from saraban.web.render import page, redirect
from saraban.web.session import TheArchive, TheViewer, language_of

router = APIRouter(include_in_schema=False)

_AT_ONCE = 2.0  # seconds that one waits for a paper before its progress is shown
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
def audit(
    request: Request, archive: TheArchive, viewer: TheViewer, id_: str, made: bool = False
) -> Response:
    """The chain of a document with its evidence; what was `made` just now as it is."""
    id_ = find_document(archive.catalogue, id_)
    name = f"audit-{id_}.pdf"
    making = _makings(request).get(_key(viewer, id_)) if made else None
    if making is not None and making.ready:
        content = making.content
        return _saved(name, lambda path: path.write_bytes(content))
    return _saved(name, lambda path: _write_audit(archive, id_, path))


@router.get("/documents/{id_}/audit")
def audit_in_work(
    request: Request, archive: TheArchive, viewer: TheViewer, id_: str, anew: bool = False
) -> Response:
    """How far the audit sheet is: of a large chain it takes minutes. `anew` begins to make it; what
    is made at once is given at once."""
    id_ = find_document(archive.catalogue, id_)
    making = _makings(request).get(_key(viewer, id_))
    if anew or making is None:
        making = _makings(request).begin(
            _key(viewer, id_), lambda path, tell: _write_audit(archive, id_, path, tell)
        )
        making.ended.wait(_AT_ONCE)
        if making.ready:
            return redirect(request, f"/documents/{id_}/audit.pdf?made=1")
        return redirect(request, f"/documents/{id_}/audit")
    summary = archive.catalogue.document(id_).summary
    return page(request, "audit.html", {"document": summary, "making": making})


@router.get("/documents/{id_}/audit/now")
def audit_now(request: Request, viewer: TheViewer, id_: str) -> Response:
    """The same for a script."""
    making = _makings(request).get(_key(viewer, id_))
    if making is None:
        raise NotFound(message("error.no_page", language_of(request)), code="no_page")
    told = {name: getattr(making, name) for name in ("done", "total", "ready", "failed")}
    return JSONResponse(told)


def _makings(request: Request) -> Makings:
    makings: Makings = request.app.state.makings
    return makings


def _key(viewer: Viewer, id_: str) -> Hashable:
    return viewer.name, viewer.cleared, id_


def _write_audit(
    archive: Archive,
    id_: str,
    path: Path,
    tell: Tell = lambda done, total: None,  # noqa: ARG005
) -> None:
    from saraban.exports.audit import audit as gather
    from saraban.exports.audit_pdf import write_audit  # fpdf loads slowly

    write_audit(path, archive, gather(archive, id_), datetime.now().astimezone(), tell)


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
