"""The received register of a day or a month, to print or to open as a spreadsheet."""

from __future__ import annotations

import tempfile
from pathlib import Path

from fastapi import APIRouter, Request, Response

from flows.archive import Archive
from index.received import Received, register_of, today
from saraban import received
from saraban.exports.sheet import write_xlsx
from saraban.web.render import page
from saraban.web.session import TheArchive

router = APIRouter(include_in_schema=False)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/register")
def register(request: Request, archive: TheArchive, when: str = "") -> Response:
    """The letters of a day (`when=2564-04-22`) or a month (`2564-04`) in the regulation's columns;
    this month if it is not said."""
    span, found = _lines(archive, when)
    lines = list(zip(found, received.lines(found), strict=True))
    told = {"span": span, "lines": lines, "columns": received.COLUMNS}
    return page(request, "register.html", told)


@router.get("/register.xlsx")
def spreadsheet(archive: TheArchive, when: str = "") -> Response:
    """The same as a spreadsheet."""
    span, found = _lines(archive, when)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.xlsx"
        write_xlsx(path, f"ทะเบียนหนังสือรับ {span.title}", received.COLUMNS, received.lines(found))
        content = path.read_bytes()
    name = f'attachment; filename="register-{span.name}.xlsx"'
    return Response(content, media_type=_XLSX, headers={"Content-Disposition": name})


def _lines(archive: Archive, when: str) -> tuple[received.Span, list[Received]]:
    span = received.span_of(when, today())
    found = register_of(archive.catalogue, span.first, span.last)
    return span, found
