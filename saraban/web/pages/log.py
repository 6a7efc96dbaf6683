"""The log of who saw or changed secret documents, for the admin."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from index.access_log import accesses
from saraban.web.render import page
from saraban.web.session import TheArchive, require

router = APIRouter(include_in_schema=False, dependencies=[Depends(require("admin"))])

_ROWS = 200


@router.get("/log")
def log(
    request: Request,
    archive: TheArchive,
    before: Annotated[int | None, Query(ge=1, le=2**31)] = None,
) -> Response:
    """The latest rows, the newest first; those before a row, to turn the page."""
    rows = accesses(archive.catalogue, _ROWS, before)
    older = rows[-1].id if len(rows) == _ROWS else None
    return page(request, "log.html", {"rows": rows, "older": older})
