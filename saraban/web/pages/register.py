"""The received register of a day or a month, to print or to open as a spreadsheet."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi import Path as PathParameter

from flows.archive import Archive
from index.handling import LONGEST, write_handling
from index.received import Received, register_of, today
from index.viewer import Viewer
from saraban import received
from saraban.exports.sheet import write_xlsx
from saraban.web.messages import message
from saraban.web.render import page, redirect
from saraban.web.session import TheArchive, language_of, require

router = APIRouter(include_in_schema=False)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/register")
def register(request: Request, archive: TheArchive, when: str = "") -> Response:
    """The letters of a day (`when=2564-04-22`) or a month (`2564-04`) in the regulation's columns;
    this month if it is not said."""
    span, found = _lines(archive, when)
    lines = list(zip(found, received.lines(found), strict=True))
    told = {"span": span, "lines": lines, "columns": received.COLUMNS, "longest": LONGEST}
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


@router.post("/register/{year}/{number}")
def write(
    request: Request,
    archive: TheArchive,
    clerk: Annotated[Viewer, Depends(require("clerk"))],
    year: Annotated[int, PathParameter(ge=2400, le=2999)],
    number: Annotated[int, PathParameter(ge=1, le=9_999_999)],
    text: Annotated[str, Form(max_length=4000)] = "",
    when: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """What was done with a letter, as the clerk writes it into the column การปฏิบัติ."""
    write_handling(archive.catalogue, year, number, text, clerk.name)
    span = received.span_of(when, today())
    said = message("register.written", language_of(request), number=number)
    return redirect(request, f"/register?when={span.name}#{year}-{number}", said)


def _lines(archive: Archive, when: str) -> tuple[received.Span, list[Received]]:
    span = received.span_of(when, today())
    found = register_of(archive.catalogue, span.first, span.last)
    return span, found
