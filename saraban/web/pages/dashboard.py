"""The office at a glance."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from index import register
from saraban.web.render import page
from saraban.web.session import TheArchive

router = APIRouter(include_in_schema=False)


@router.get("/dashboard")
def dashboard(request: Request, archive: TheArchive) -> Response:
    """Documents by kind."""
    kinds = register.counts(archive.catalogue, "kind")
    return page(request, "dashboard.html", {"kinds": kinds, "total": archive.catalogue.count()})
