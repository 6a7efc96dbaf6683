"""The register: everything filed."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from saraban import answers
from saraban.web.render import page
from saraban.web.session import TheArchive

router = APIRouter(include_in_schema=False)


@router.get("/register")
def register(request: Request, archive: TheArchive) -> Response:
    """Every document in the order in which it was filed."""
    return page(request, "register.html", {"lines": answers.register(archive)})
