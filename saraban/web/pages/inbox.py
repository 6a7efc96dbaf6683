"""What arrived, and what was refused and why."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request, Response

from saraban.web.render import page
from saraban.web.session import TheArchive, require

router = APIRouter(include_in_schema=False, dependencies=[Depends(require("clerk"))])


@router.get("/inbox")
def inbox(request: Request, archive: TheArchive) -> Response:
    """Files that wait in the inbox folder, and those in quarantine, the latest first."""
    waiting = sorted(path.name for path in archive.home.inbox.iterdir() if path.is_file())
    refused = archive.catalogue.quarantined()[::-1]
    return page(request, "inbox.html", {"waiting": waiting, "refused": refused})
