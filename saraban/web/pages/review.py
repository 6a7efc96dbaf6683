"""Documents with values that a clerk should compare with the paper."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request, Response

from saraban import answers
from saraban.web.render import page
from saraban.web.session import TheArchive, require

router = APIRouter(include_in_schema=False, dependencies=[Depends(require("clerk"))])


@router.get("/review")
def review(request: Request, archive: TheArchive) -> Response:
    """The documents in doubt, the latest first."""
    doubtful = [one for one in answers.register(archive) if one["doubts"]]
    return page(request, "review.html", {"doubtful": doubtful[::-1]})
