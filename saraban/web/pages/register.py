"""The received register of a day or a month, to print or to open as a spreadsheet."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi import Path as PathParameter

from index.handling import LONGEST, write_handling
from index.received import count_received, register_of, today
from index.viewer import Viewer
from saraban import received
from saraban.exports.sheet import Value, write_xlsx
from saraban.messages import message
from saraban.web.render import page, redirect
from saraban.web.session import TheArchive, language_of, require

router = APIRouter(include_in_schema=False)

_PART = 100  # lines of a page: a month of a large office has many hundreds
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/register")
def register(
    request: Request,
    archive: TheArchive,
    when: str = "",
    part: Annotated[int, Query(ge=0, le=9_999)] = 1,
) -> Response:
    """The letters of a day (`when=2564-04-22`) or a month (`2564-04`) in the regulation's columns,
    this month if it is not said: a hundred of them, or with `part=0` all, to be printed."""
    span = received.span_of(when, today())
    count = count_received(archive.catalogue, span.first, span.last)
    parts = max(1, -(-count // _PART))
    part = min(part, parts) if parts > 1 else 0
    most, skip = (_PART, (part - 1) * _PART) if part else (None, 0)
    found = register_of(archive.catalogue, span.first, span.last, most, skip)
    lines = list(zip(found, received.lines(found), strict=True))
    told = {"span": span, "lines": lines, "count": count, "part": part, "parts": parts}
    return page(request, "register.html", {**told, "columns": received.COLUMNS, "longest": LONGEST})


@router.get("/register.xlsx")
def spreadsheet(archive: TheArchive, when: str = "") -> Response:
    """The same as a spreadsheet, all of it."""
    span = received.span_of(when, today())
    found = register_of(archive.catalogue, span.first, span.last)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.xlsx"
        rows: list[tuple[Value, ...]] = [
            (*cells, date.fromisoformat(one.day))
            for one, cells in zip(found, received.lines(found), strict=True)
        ]
        columns = (*received.COLUMNS, "วันที่รับ")  # which the paper has above its columns
        write_xlsx(path, f"ทะเบียนหนังสือรับ {span.title}", columns, rows)
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
    seen: Annotated[str, Form(max_length=4000)] = "",
    when: Annotated[str, Form(max_length=10)] = "",
    part: Annotated[int, Form(ge=0, le=9_999)] = 1,
) -> Response:
    """What was done with a letter, as the clerk writes it into the column การปฏิบัติ."""
    write_handling(archive.catalogue, year, number, text, clerk.name, seen)
    span = received.span_of(when, today())
    said = message("register.written", language_of(request), number=number)
    return redirect(request, f"/register?when={span.name}&part={part}#{year}-{number}", said)
