"""Who has reported, who is late, who is missing."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter, Request, Response

from saraban import answers
from saraban.web.render import page
from saraban.web.session import TheArchive

router = APIRouter(include_in_schema=False)


@router.get("/due")
def due(request: Request, archive: TheArchive, as_of: str = "", unit: str = "") -> Response:
    """What is due by a day, of all units or one."""
    as_of = as_of or date.today().isoformat()
    lines = answers.due(archive, as_of, None, unit or None)
    return page(request, "due.html", {"lines": lines, "as_of": as_of, "unit": unit})
